import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../tests/support/size.ts';
import { writeForm } from './canonical.ts';
import type { Form } from './form.ts';
import { pathText } from './problems.ts';
import { readForm, readFormValue } from './read.ts';
import { anyForm, formOf, options } from './testing/forms.ts';
import { textIn } from './texts.ts';

const labelled = (questions: readonly object[]): readonly object[] =>
  questions.map((question) => ({ label: { en: 'Label' }, ...question }));

const problemsOf = (form: unknown): readonly string[] => {
  const read = readFormValue(form);
  return read.ok
    ? []
    : read.error.map((problem) => `${pathText(problem)}: ${problem.code} ${problem.detail}`.trim());
};

describe('reading a form', () => {
  it('reads what it wrote, with the same bytes again', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const text = writeForm(form);
        const read = readForm(text);
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        expect(writeForm(read.value.form)).toBe(text);
      }),
      { numRuns: runs(100) },
    );
  });

  it('writes the same bytes whatever the order in which fields were put', () => {
    const form = formOf({ name: 'a', type: 'text' });
    const other = {
      questions: form.questions,
      title: form.title,
      v: 1,
      languages: form.languages,
      name: form.name,
    };
    expect(writeForm(other as Form)).toBe(writeForm(form));
  });

  it('says where something is wrong as a person counts', () => {
    const broken = formOf(
      { name: 'a', type: 'text' },
      {
        name: 'b',
        type: 'selectOne',
        options: [
          { value: 'x', label: { en: 'X' } },
          { value: 'x', label: {} },
        ],
      },
    );
    expect(problemsOf(broken)).toEqual([
      'questions 2, options 2, value (b): option-taken x',
      'questions 2, options 2, label, en (b): no-text en',
    ]);
  });

  it.each([
    [
      [
        { name: 'a', type: 'text' },
        { name: 'a', type: 'text' },
      ],
      'name-taken',
    ],
    [[{ name: 'A b', type: 'text' }], 'bad-name'],
    [[{ name: 'a', type: 'signature' }], 'unknown-type'],
    [[{ name: 'a', type: 'text', options }], 'not-for-this-type'],
    [[{ name: 'a', type: 'text', onclick: 'x' }], 'unknown-field'],
    [[{ name: 'a', type: 'selectOne' }], 'missing'],
    [[{ name: 'a', type: 'text', label: { en: 'A', xx: 'B' } }], 'bad-language'],
    [[{ name: 'a', type: 'text', label: { ar: 'B' } }], 'no-text'],
    [[{ name: 'a', type: 'text', sensitivity: 9 }], 'wrong-type'],
    [[{ name: 'a', type: 'text', relevant: '${b} = 1' }], 'unknown-question'],
    [[{ name: 'a', type: 'text', relevant: '${a' }], 'expression'],
    [[{ name: 'a', type: 'group', questions: [] }], 'missing'],
    [[{ name: 'a', type: 'text', relevant: '${a} = 1' }], 'cycle'],
    [
      [
        { name: 'a', type: 'text', relevant: '${b} = 1' },
        { name: 'b', type: 'text', relevant: '${a} = 1' },
      ],
      'cycle',
    ],
    [
      [
        {
          name: 'g',
          type: 'group',
          relevant: '${a} = 1',
          questions: [{ name: 'a', type: 'text', label: { en: 'a' } }],
        },
      ],
      'cycle',
    ],
    [
      [
        { name: 'r', type: 'repeat', questions: [{ name: 'a', type: 'integer', label: { en: 'a' } }] },
        { name: 'b', type: 'text', relevant: '${a} = 1' },
      ],
      'reaches-into-repeat',
    ],
  ])('refuses %o', (questions, code) => {
    const read = readFormValue({ ...formOf(), questions: labelled(questions) });
    expect(read.ok ? null : read.error[0]?.code).toBe(code);
  });

  it('names the whole circle', () => {
    const form = formOf(
      { name: 'a', type: 'text', relevant: '${c} = 1' },
      { name: 'b', type: 'text', relevant: '${a} = 1' },
      { name: 'c', type: 'text', relevant: '${b} = 1' },
    );
    expect(problemsOf(form)).toEqual(['questions 1 (a): cycle a → c → b → a']);
  });

  it('lets a constraint speak of what depends on the answer, because nothing waits for a constraint', () => {
    const form = formOf(
      { name: 'a', type: 'integer', constraint: '. < coalesce(${b}, 10)' },
      { name: 'b', type: 'integer', relevant: '${a} > 1' },
    );
    expect(problemsOf(form)).toEqual([]);
  });

  it.each(['', 'null', '[]', '{"v":2}', '{"v":1,"name":"a","languages":["en"],"title":{"en":"A"}}'])(
    'refuses %s',
    (text) => {
      expect(readForm(text).ok).toBe(false);
    },
  );

  it('is not brought down by depth, size or names that JavaScript keeps', () => {
    expect(readForm('['.repeat(100_000)).ok).toBe(false);
    expect(readForm('['.repeat(5000) + ']'.repeat(5000)).ok).toBe(false);
    expect(readForm(`"${'x'.repeat(2 * 1024 * 1024)}"`).ok).toBe(false);
    const text =
      '{"v":1,"name":"a","languages":["en"],"title":{"en":"A","__proto__":"x"},"questions":[{"name":"constructor","type":"text","label":{"en":"A"}}]}';
    const read = readForm(text);
    expect(read.ok ? null : read.error[0]?.code).toBe('bad-language');
    expect(textIn({}, 'constructor', ['en']).text).toBe('');
  });

  it('never throws on any JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.jsonValue(), (text, value) => {
        readForm(text);
        readFormValue({ v: 1, name: 'a', languages: ['en'], title: { en: 'a' }, questions: [value] });
        expect(readFormValue({ v: 1, name: 'a', languages: ['en'], title: value, questions: value }).ok).toBe(
          false,
        );
      }),
      { numRuns: runs(300) },
    );
  });

  it('speaks to a reader in her language, then in the first of the form', () => {
    const texts = { en: 'Where?', ar: 'أين؟' };
    expect(textIn(texts, 'ar-SY', ['en', 'ar'])).toEqual({ text: 'أين؟', language: 'ar' });
    expect(textIn(texts, 'fr', ['en', 'ar'])).toEqual({ text: 'Where?', language: 'en' });
    expect(textIn({ ar: 'أين؟' }, 'fr', ['en', 'ar'])).toEqual({ text: 'أين؟', language: 'ar' });
    expect(textIn(undefined, 'fr', ['en'])).toEqual({ text: '', language: 'en' });
  });
});
