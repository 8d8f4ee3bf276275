import { readFormValue, writeForm } from '@leeward/forms';
import { describe, expect, it } from 'vitest';
import { sampleForm } from '../testing/sample-form.ts';
import {
  type BuiltForm,
  builtFrom,
  emptyForm,
  formFrom,
  moved,
  newOption,
  newQuestion,
} from './build-form.ts';

const built: BuiltForm = {
  ...emptyForm,
  languages: ['en', 'ar'],
  title: { en: 'More', ar: 'المزيد', fr: 'ancien' },
  questions: [
    { ...newQuestion(emptyForm, 'yesNoUnsure'), name: 'a', label: { en: 'A?', ar: '' } },
    {
      ...newQuestion(emptyForm, 'selectMany'),
      name: 'b',
      label: { en: 'B?' },
      options: [{ value: 'option_1', label: { en: 'One' } }],
      rule: { question: 'a', test: 'is', value: 'yes' },
    },
    {
      ...newQuestion(emptyForm, 'text'),
      name: 'c',
      label: { en: 'C?' },
      required: true,
      sensitivity: 3,
      rule: { question: 'b', test: 'isNot', value: 'option_1' },
    },
    { ...newQuestion(emptyForm, 'note'), name: 'd', label: { en: 'D' }, expression: '${a} = 1 or ${b} = 2' },
  ],
};

describe('building a form', () => {
  it('writes rules that were chosen as expressions, and only what was filled in', () => {
    const form = formFrom(built);
    expect(form.title).toEqual({ en: 'More', ar: 'المزيد' });
    expect(form.questions.map(({ relevant }) => relevant)).toEqual([
      undefined,
      "${a} = 'yes'",
      "not(selected(${b}, 'option_1'))",
      '${a} = 1 or ${b} = 2',
    ]);
    expect(form.questions[0]?.label).toEqual({ en: 'A?' });
    expect(readFormValue(form).ok).toBe(true);
  });

  it('takes a published form up again with its choices, and gives the same bytes where nothing was changed', () => {
    for (const form of [formFrom(built), sampleForm])
      expect(writeForm(formFrom(builtFrom(form)))).toBe(writeForm(form));
    const again = builtFrom(formFrom(built));
    expect(again.questions.map(({ rule, expression }) => [rule?.test ?? null, expression])).toEqual([
      [null, ''],
      ['is', ''],
      ['isNot', ''],
      [null, '${a} = 1 or ${b} = 2'],
    ]);
  });

  it('keeps parts that it cannot show as they are', () => {
    const group = {
      name: 'g',
      type: 'group' as const,
      label: {},
      questions: [
        { name: 'x', type: 'text' as const, label: { en: 'X' }, constraint: 'string-length(.) < 9' },
      ],
    };
    const form = { ...sampleForm, questions: [group, ...sampleForm.questions] };
    expect(writeForm(formFrom(builtFrom(form)))).toBe(writeForm(form));
  });

  it('never gives a name or a value twice', () => {
    const first = newQuestion(emptyForm, 'text');
    const second = newQuestion(
      { ...emptyForm, questions: [first, { ...first, name: 'question_3' }] },
      'text',
    );
    expect([first.name, second.name]).toEqual(['question_1', 'question_4']);
    expect(newOption([{ value: 'option_7', label: {} }]).value).toBe('option_8');
    expect(newQuestion(emptyForm, 'selectOne').options.map(({ value }) => value)).toEqual([
      'option_1',
      'option_2',
    ]);
  });

  it('moves one place up or down, and not over the ends', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});
