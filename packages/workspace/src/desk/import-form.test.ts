import { readForm } from '@leeward/forms';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { exportQuestions, importQuestions } from './import-form.ts';

type Files = Parameters<typeof importQuestions>[0];
const fileOf = async (survey: readonly (readonly (string | number)[])[]): Promise<Files> => {
  const choices = [
    ['list_name', 'name', 'label'],
    ['n', 1, 'One'],
    ['n', 2, 'Two'],
  ];
  const bytes = await writeXlsx({
    sheets: [
      { name: 'survey', rows: survey.map((row) => [...row]) },
      { name: 'choices', rows: choices },
    ],
  });
  return [{ name: 'form.xlsx', bytes: bytes.slice().buffer as ArrayBuffer }];
};

const text = (name: string, said: string) => ({
  name,
  bytes: new TextEncoder().encode(said).buffer as ArrayBuffer,
});

describe('an XLSForm in a spreadsheet', () => {
  it('becomes a form, numbers in cells included', async () => {
    const file = await fileOf([
      ['type', 'name', 'label'],
      ['select_one n', 'how_many', 'How many?'],
    ]);
    const read = await importQuestions(file);
    if (!read.ok || !('text' in read.value)) throw new Error(JSON.stringify(read));
    const form = readForm(read.value.text);
    expect(form.ok && form.value.form.questions).toMatchObject([
      { name: 'how_many', type: 'selectOne', options: [{ value: '1' }, { value: '2' }] },
    ]);
  });

  it('is refused by the address of the cell', async () => {
    const file = await fileOf([
      ['type', 'name', 'label'],
      ['text', 'a', 'A'],
      ['geopoint', 'place', 'Where?'],
    ]);
    expect(await importQuestions(file)).toMatchObject({
      value: { problems: [{ cell: 'survey!A3', code: 'unknown-type', detail: 'geopoint' }] },
    });
  });

  it('is called no spreadsheet where it is none, and too large before it is opened', async () => {
    const nothing = new Uint8Array([0x50, 0x4b, 0, 0, 1]).buffer;
    for (const bytes of [nothing, new Uint8Array([1, 0, 2]).buffer, new ArrayBuffer(0)])
      expect(await importQuestions([{ name: 'form.xlsx', bytes }])).toMatchObject({
        value: { problems: [{ code: 'not-a-spreadsheet' }] },
      });
    expect(await importQuestions([{ name: 'x', bytes: new ArrayBuffer(5 * 1024 * 1024) }])).toMatchObject({
      error: { code: 'file-too-large' },
    });
  });

  it('comes as text files as well, known by their columns, whatever separates them', async () => {
    const survey = text(
      'a.csv',
      'type;name;label;label::Arabic (ar)\nselect_one n;how_many;"How; many?";كم؟\n',
    );
    const choices = text('b.csv', 'list_name,name,label\nn,1,One\nn,2,Two\n');
    const settings = text('c.csv', 'form_title,form_id\nNumbers,numbers\n');
    const read = await importQuestions([choices, settings, survey]);
    if (!read.ok || !('text' in read.value)) throw new Error(JSON.stringify(read));
    expect(JSON.parse(read.value.text)).toMatchObject({
      name: 'numbers',
      title: { en: 'Numbers' },
      questions: [{ label: { en: 'How; many?', ar: 'كم؟' }, options: [{ value: '1' }, { value: '2' }] }],
    });
  });

  it('as text files is refused by cell too, and where nobody can tell which sheet a file is', async () => {
    const survey = text('survey.csv', 'type,name,label\n\ngeopoint,place,Where?\n');
    expect(await importQuestions([survey])).toMatchObject({
      value: { problems: [{ cell: 'survey!A3', code: 'unknown-type' }] },
    });
    expect(await importQuestions([survey, survey])).toMatchObject({
      value: { problems: [{ code: 'two-sheets', detail: 'survey' }] },
    });
    expect(await importQuestions([text('notes.csv', 'one,two\n1,2')])).toMatchObject({
      value: { problems: [{ code: 'which-sheet', detail: 'notes.csv' }] },
    });
  });

  it('goes out as a spreadsheet, and comes back as the same form', async () => {
    const first = await importQuestions(
      await fileOf([
        ['type', 'name', 'label', 'relevant'],
        ['select_one n', 'how_many', 'How many?', ''],
        ['text', 'why', 'Why?', "${how_many} = '2'"],
      ]),
    );
    if (!first.ok || !('text' in first.value)) throw new Error(JSON.stringify(first));
    const file = await exportQuestions(first.value.text);
    expect(await importQuestions(file === null ? [] : [file])).toEqual(first);
  });
});
