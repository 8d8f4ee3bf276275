import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { writeForm } from '../canonical.ts';
import type { Form, Question } from '../form.ts';
import { readFormValue } from '../read.ts';
import { anyForm, formOf, options } from '../testing/forms.ts';
import { exportXlsForm } from './export.ts';
import { importXlsForm } from './import.ts';

/** The form as it is after it went out and came back. */
function again(form: Form): string {
  const read = importXlsForm(exportXlsForm(form));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return writeForm(read.value.form);
}

const team = '0a'.repeat(16);
const everyKind: Form = {
  ...formOf(
    {
      name: 'a',
      type: 'text',
      hint: { en: 'A line', ar: 'سطر' },
      required: true,
      constraint: 'string-length(.) < 9',
    },
    {
      name: 'b',
      type: 'longText',
      sensitivity: 3,
      constraintMessage: { en: 'Too long' },
      constraint: '. != ${a}',
    },
    { name: 'c', type: 'yesNoUnsure', relevant: "${a} != ''" },
    { name: 'd', type: 'selectOne', options },
    { name: 'yes_no_unsure', type: 'selectMany', options },
    { name: 'e', type: 'country' },
    { name: 'f', type: 'language', seenBy: ['officer', 'reviewer'] },
    { name: 'g', type: 'date', sealedFor: [team] },
    { name: 'h', type: 'note' },
    {
      name: 'i',
      type: 'repeat',
      required: true,
      label: {},
      questions: [{ name: 'j', type: 'integer', label: { en: 'J', ar: 'ي' } }],
    },
    { name: 'k', type: 'calculate', label: {}, calculate: 'sum(${j})' },
    { name: 'l', type: 'group', questions: [{ name: 'm', type: 'decimal', label: { en: 'M' } }] },
  ),
  title: { en: 'Every kind', ar: 'كل نوع' },
};

describe('a form that goes out as an XLSForm', () => {
  it('is the same form when it is brought back, in all its kinds, rules and languages', () => {
    expect(readFormValue(everyKind).ok).toBe(true);
    expect(again(everyKind)).toBe(writeForm(everyKind));
  });

  it('is the same form whatever it asks', () => {
    const label = fc.string({ minLength: 1, maxLength: 20 }).map((text) => text.trim() || 'x');
    fc.assert(
      fc.property(anyForm, label, label, (form, en, ar) => {
        const worded = (question: Question): Question => ({
          ...question,
          label: { en, ar },
          ...(question.questions === undefined ? {} : { questions: question.questions.map(worded) }),
        });
        const read = readFormValue({ ...form, title: { en, ar }, questions: form.questions.map(worded) });
        if (!read.ok) return;
        expect(again(read.value.form)).toBe(writeForm(read.value.form));
      }),
      { numRuns: runs(100) },
    );
  });

  it('says to other programs what they know: types, lists and the columns of its languages', () => {
    const { survey, choices, settings } = exportXlsForm(everyKind);
    expect(survey.map(([type]) => type)).toEqual([
      'type',
      'text',
      'text',
      'select_one yes_no_unsure',
      'select_one d',
      'select_multiple yes_no_unsure_list',
      'text',
      'text',
      'date',
      'note',
      'begin repeat',
      'integer',
      'end repeat',
      'calculate',
      'begin group',
      'decimal',
      'end group',
    ]);
    expect(survey[0]?.slice(2, 4)).toEqual(['label::English (en)', 'label::Arabic (ar)']);
    expect(choices[3]).toEqual(['yes_no_unsure', 'unsure', 'I do not know', 'لا أعرف']);
    expect(settings[1]).toEqual(['Every kind', 'كل نوع', 'sample', 'English (en)']);
  });
});
