import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { exportXlsForm } from './export.ts';
import { addressOf, importXlsForm, type Sheets } from './import.ts';

const survey = [
  [
    'type',
    'name',
    'label::English (en)',
    'label::Arabic (ar)',
    'hint::English (en)',
    'relevant',
    'constraint',
    'required',
    'calculation',
  ],
  ['select_one yn', 'Threatened', 'Threatened?', 'هل هُددت؟', '', '', '', 'yes', ''],
  ['begin group', 'details', 'Details', 'تفاصيل', '', "${Threatened} = 'yes'", '', '', ''],
  ['select_multiple way', 'ways', 'How?', 'كيف؟', 'All that apply', '', '', '', ''],
  ['date', 'since', 'Since?', 'منذ؟', '', '', '. <= today()', '', ''],
  ['begin repeat', 'children', 'Children', 'الأطفال', '', '', '', '', ''],
  ['integer', 'age', 'Age', 'العمر', '', '', '. >= 0', '', ''],
  ['end repeat', '', '', '', '', '', '', '', ''],
  ['end group', '', '', '', '', '', '', '', ''],
  ['calculate', 'many', '', '', '', '', '', '', 'count(${children})'],
  ['note', 'thanks', 'Thank you', 'شكرًا', '', '', '', '', ''],
];
const choices = [
  ['list_name', 'name', 'label::English (en)', 'label::Arabic (ar)'],
  ['yn', 'yes', 'Yes', 'نعم'],
  ['yn', 'no', 'No', 'لا'],
  ['way', 'call', 'A call', 'اتصال'],
];
const settings = [
  ['form_title', 'form_id', 'default_language'],
  ['Threats', 'threats', 'English (en)'],
];
const sheets: Sheets = { survey, choices, settings };

/** The sample with one cell of the survey changed. */
const withCell = (row: number, column: number, text: string): Sheets => ({
  ...sheets,
  survey: survey.map((line, index) =>
    index === row ? line.map((cell, at) => (at === column ? text : cell)) : line,
  ),
});
const refused = (changed: Sheets): readonly string[] => {
  const read = importXlsForm(changed);
  return read.ok ? [] : read.error.map(({ cell, code }) => `${cell} ${code}`);
};

describe('files in an XLSForm', () => {
  it('are one kind here, whatever they were to be of, and go out again as files', () => {
    const rows = ['image', 'file', 'audio', 'video'].map((type, at) => [type, `paper_${at}`, 'Paper']);
    const read = importXlsForm({ survey: [['type', 'name', 'label'], ...rows], choices: [], settings: [] });
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value.form.questions.map(({ type }) => type)).toEqual(['file', 'file', 'file', 'file']);
    const again = importXlsForm(exportXlsForm(read.value.form));
    expect(again.ok && again.value.form.questions).toEqual(read.value.form.questions);
  });
});

describe('an XLSForm', () => {
  it('is read with its lists, groups, repeats, rules and translations', () => {
    const read = importXlsForm(sheets);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const { form } = read.value;
    expect(form.languages).toEqual(['en', 'ar']);
    expect(form.title).toEqual({ en: 'Threats' });
    expect(form.questions).toMatchObject([
      {
        name: 'threatened',
        type: 'selectOne',
        required: true,
        label: { en: 'Threatened?', ar: 'هل هُددت؟' },
        options: [{ value: 'yes', label: { en: 'Yes', ar: 'نعم' } }, { value: 'no' }],
      },
      {
        name: 'details',
        type: 'group',
        relevant: "${threatened} = 'yes'",
        questions: [
          { name: 'ways', type: 'selectMany', hint: { en: 'All that apply' } },
          { name: 'since', type: 'date', constraint: '. <= today()' },
          { name: 'children', type: 'repeat', questions: [{ name: 'age', type: 'integer' }] },
        ],
      },
      { name: 'many', type: 'calculate', calculate: 'count(${children})' },
      { name: 'thanks', type: 'note' },
    ]);
  });

  it.each([
    [withCell(1, 0, 'geopoint'), 'survey!A2 unknown-type'],
    [withCell(1, 0, 'select_one nowhere'), 'survey!A2 unknown-list'],
    [withCell(1, 0, 'select_one yn or_other'), 'survey!A2 not-supported'],
    [withCell(1, 1, 'a b'), 'survey!B2 bad-name'],
    [withCell(1, 7, 'sometimes'), 'survey!H2 not-supported'],
    [withCell(2, 5, "pulldata('x')"), 'survey!F3 form'],
    [withCell(4, 6, "regex(., '[a-z]+')"), 'survey!G5 form'],
    [withCell(4, 2, ''), 'survey!D5 form'],
    [withCell(7, 0, 'end group'), 'survey!A8 not-opened'],
    [withCell(8, 0, ''), 'survey!A3 not-closed'],
    [withCell(0, 8, 'trigger'), 'survey!I1 unknown-column'],
    [withCell(0, 3, 'label::Arabic'), 'survey!D1 not-supported'],
    [{ ...sheets, survey: [] }, 'survey!A1 no-header'],
    [{ ...sheets, choices: [...choices, ['way', 'a b', 'x', 'x']] }, 'choices!B5 bad-name'],
  ])('is refused by the address of the cell: %#', (changed, expected) => {
    expect(refused(changed)).toContain(expected);
  });

  it('takes one language where none is named', () => {
    const read = importXlsForm({
      survey: [
        ['type', 'name', 'label'],
        ['text', 'a', 'A?'],
      ],
      choices: [],
      settings: [],
    });
    expect(read.ok && read.value.form).toMatchObject({
      languages: ['en'],
      questions: [{ label: { en: 'A?' } }],
    });
  });

  it('names cells as spreadsheets do', () => {
    expect([0, 25, 26, 701, 702].map((column) => addressOf('survey', column, 6))).toEqual(
      ['A', 'Z', 'AA', 'ZZ', 'AAA'].map((letters) => `survey!${letters}7`),
    );
  });

  it('never throws on any sheet', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        'type',
        'name',
        'label',
        'text',
        'begin group',
        'end group',
        'begin repeat',
        'select_one a',
        'a',
        '${a}',
        'yes',
      ),
    );
    const sheet = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 });
    const head = ['type', 'name', 'label', 'relevant', 'calculation', 'required'];
    fc.assert(
      fc.property(sheet, sheet, sheet, (one, two, three) => {
        importXlsForm({ survey: one, choices: two, settings: three });
        importXlsForm({
          survey: [head, ...one],
          choices: [['list_name', 'name', 'label'], ...two],
          settings: three,
        });
      }),
      { numRuns: runs(300) },
    );
  });
});
