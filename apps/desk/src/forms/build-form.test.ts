import { readFormValue, writeForm } from '@leeward/forms';
import { anyForm } from '@leeward/forms/testing/forms.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { longForm } from '../testing/long-form.ts';
import { sampleForm } from '../testing/sample-form.ts';
import {
  allOf,
  type BuiltForm,
  type BuiltQuestion,
  builtFrom,
  emptyForm,
  formFrom,
  fromOlderDraft,
  newOption,
  newQuestion,
} from './build-form.ts';
import { checksIn, checksText, noChecks } from './checks.ts';
import { conditionsIn } from './conditions.ts';
import { noHistory, stepped, turned } from './history.ts';
import {
  added,
  changed,
  duplicated,
  movedIn,
  movedOut,
  namedBefore,
  numbersOf,
  shifted,
  without,
} from './move-questions.ts';
import { nextUntranslated, untranslatedIn } from './untranslated.ts';
import { workIn, workText } from './works.ts';

const question = (
  name: string,
  type: BuiltQuestion['type'],
  part: Partial<BuiltQuestion> = {},
): BuiltQuestion => ({
  ...newQuestion(emptyForm, type),
  name,
  label: { en: `${name}?` },
  ...part,
});
const built = (...questions: readonly BuiltQuestion[]): BuiltForm => ({
  ...emptyForm,
  languages: ['en', 'ar'],
  title: { en: 'More', ar: 'المزيد', fr: 'ancien' },
  questions,
});
const names = (questions: readonly BuiltQuestion[]): unknown[] =>
  questions.map(({ name, inner }) => (inner.length === 0 ? name : [name, ...names(inner)]));

const household = built(
  question('a', 'yesNoUnsure'),
  question('many', 'selectMany', {
    options: [{ value: 'option_1', label: { en: 'One' } }],
    when: { join: 'and', rules: [{ question: 'a', test: 'is', value: 'yes' }] },
  }),
  question('children', 'repeat', {
    inner: [
      question('age', 'integer', { checks: { ...noChecks, least: '0', most: '17' } }),
      question('school', 'text', {
        when: { join: 'and', rules: [{ question: 'age', test: 'atLeast', value: '6' }] },
        checkMessage: { en: 'Shorter' },
        checks: { ...noChecks, count: '40' },
      }),
    ],
  }),
  question('how_many', 'calculate', { label: {}, work: { how: 'count', of: 'children' } }),
  question('last', 'date', {
    sensitivity: 3,
    required: true,
    sealedFor: ['0a'.repeat(16)],
    checks: { ...noChecks, today: 'notAfter' },
    when: {
      join: 'or',
      rules: [
        { question: 'many', test: 'isNot', value: 'option_1' },
        { question: 'how_many', test: 'atLeast', value: '1' },
        { question: 'a', test: 'notAnswered', value: '' },
      ],
    },
  }),
);

describe('building a form', () => {
  it('writes what was chosen as rules: when it is asked, what an answer must be, how a value is worked out', () => {
    const form = formFrom(household);
    expect(readFormValue(form).ok).toBe(true);
    expect(form.title).toEqual({ en: 'More', ar: 'المزيد' });
    const [, many, children, count, last] = form.questions;
    expect([many?.relevant, count?.calculate, last?.relevant, last?.constraint]).toEqual([
      "${a} = 'yes'",
      'count(${children})',
      "not(selected(${many}, 'option_1')) or ${how_many} >= 1 or ${a} = ''",
      '. <= today()',
    ]);
    expect(children?.questions).toMatchObject([
      { constraint: '. >= 0 and . <= 17' },
      { relevant: '${age} >= 6', constraint: 'string-length(.) <= 40', constraintMessage: { en: 'Shorter' } },
    ]);
    expect(last).toMatchObject({ required: true, sensitivity: 3, sealedFor: ['0a'.repeat(16)] });
  });

  it('takes any published form up again, and gives the same bytes where nothing was changed', () => {
    for (const form of [formFrom(household), sampleForm, longForm])
      expect(writeForm(formFrom(builtFrom(form)))).toBe(writeForm(form));
    expect(builtFrom(formFrom(household)).questions).toEqual(household.questions);
    fc.assert(
      fc.property(anyForm, (form) => {
        const read = readFormValue(form);
        if (read.ok) expect(writeForm(formFrom(builtFrom(read.value.form)))).toBe(writeForm(read.value.form));
      }),
      { numRuns: runs(100) },
    );
  });

  it('shows a rule that menus cannot say as it was written, and an easy one as choices', () => {
    const typed = built(
      question('a', 'integer'),
      question('b', 'text', { expression: '${a} = 1 and (${a} < 5 or ${a} > 9)' }),
      question('c', 'calculate', { workExpression: 'if(${a} > 2, 1, 0)' }),
    );
    expect(builtFrom(formFrom(typed)).questions.map((one) => [one.expression, one.workExpression])).toEqual([
      ['', ''],
      ['${a} = 1 and (${a} < 5 or ${a} > 9)', ''],
      ['', 'if(${a} > 2, 1, 0)'],
    ]);
    expect(conditionsIn("${a} != '' and ${b} <= 3")).toEqual({
      join: 'and',
      rules: [
        { question: 'a', test: 'answered', value: '' },
        { question: 'b', test: 'atMost', value: '3' },
      ],
    });
    expect([conditionsIn('${a} + 1 = 2'), conditionsIn('(')]).toEqual([null, null]);
    expect(checksIn('integer', '. >= -3')).toEqual({ ...noChecks, least: '-3' });
    expect([checksIn('integer', '. > 3'), checksIn('text', '. = 1')]).toEqual([null, null]);
    expect(checksText('date', { ...noChecks, least: '2021-03' })).toBe(". >= '2021-03'");
    expect(workIn('coalesce(${a}, 0) + coalesce(${b}, 0)')).toEqual({ how: 'plus', of: ['a', 'b'] });
    expect(workText({ how: 'plus', of: ['a', 'b'] })).toBe('coalesce(${a}, 0) + coalesce(${b}, 0)');
  });

  it('never lets a value that was typed become part of a rule', () => {
    const form = built(
      question('a', 'integer'),
      question('b', 'text', {
        when: { join: 'and', rules: [{ question: 'a', test: 'is', value: "1 or '' = ''" }] },
      }),
    );
    expect(formFrom(form).questions[1]?.relevant).toBe("${a} = '1 or ’’ = ’’'");
  });

  it('never gives a name or a value twice, in groups neither', () => {
    const group = question('g', 'group', {
      inner: [question('question_2', 'text'), question('question_3', 'text')],
    });
    expect(newQuestion(built(group), 'text').name).toBe('question_4');
    expect(newOption([{ value: 'option_7', label: {} }]).value).toBe('option_8');
    const { questions, made } = duplicated(household, 'children');
    const all = allOf(questions).map(({ name }) => name);
    expect(new Set(all).size).toBe(all.length);
    expect(readFormValue(formFrom({ ...household, questions })).ok).toBe(true);
    // Its rules speak of its own questions.
    const copy = questions.find(({ name }) => name === made);
    expect(copy?.inner[1]?.when.rules[0]?.question).toBe(copy?.inner[0]?.name);
  });

  it('goes on with a draft that an earlier Leeward kept', () => {
    const older = {
      ...emptyForm,
      languages: ['en'],
      questions: [
        {
          name: 'a',
          type: 'yesNoUnsure',
          label: { en: 'A?' },
          hint: {},
          required: false,
          sensitivity: null,
          options: [],
          rule: null,
          expression: '',
          kept: null,
        },
        {
          name: 'b',
          type: 'text',
          label: { en: 'B?' },
          hint: {},
          required: false,
          sensitivity: null,
          options: [],
          rule: { question: 'a', test: 'is', value: 'yes' },
          expression: '',
          kept: null,
        },
      ],
    } as unknown as BuiltForm;
    expect(formFrom(fromOlderDraft(older)).questions[1]?.relevant).toBe("${a} = 'yes'");
  });
});

describe('questions in their order', () => {
  const list = household.questions;
  it('move up and down, into a group and out of it, and nothing is lost on the way', () => {
    expect(names(shifted(list, 'many', -1))).toEqual([
      'many',
      'a',
      ['children', 'age', 'school'],
      'how_many',
      'last',
    ]);
    expect(names(shifted(list, 'age', 1))).toEqual([
      'a',
      'many',
      ['children', 'school', 'age'],
      'how_many',
      'last',
    ]);
    expect(shifted(list, 'a', -1)).toEqual(list);
    const inside = movedIn(list, 'how_many') ?? [];
    expect(names(inside)).toEqual(['a', 'many', ['children', 'age', 'school', 'how_many'], 'last']);
    expect(names(movedOut(inside, 'how_many') ?? [])).toEqual(names(list));
    expect([movedIn(list, 'many'), movedOut(list, 'a')]).toEqual([null, null]);
    expect(names(without(list, 'age'))).toEqual(['a', 'many', ['children', 'school'], 'how_many', 'last']);
    expect(names(added(list, question('x', 'text'), 'children'))).toEqual([
      'a',
      'many',
      ['children', 'age', 'school', 'x'],
      'how_many',
      'last',
    ]);
    expect(names(added(list, question('x', 'text'), 'a'))).toContain('x');
    expect(names(added(list, question('x', 'text'), null)).at(-1)).toBe('x');
    expect(changed(list, 'age', (one) => ({ ...one, required: true }))[2]?.inner[0]?.required).toBe(true);
    expect(numbersOf(list).get('school')).toBe('3.2');
  });

  it('are named by rules only where they come before, and neither out of a repeat nor the repeat around them', () => {
    expect(namedBefore(list, 'school').map(({ name }) => name)).toEqual(['a', 'many', 'age']);
    expect(namedBefore(list, 'last').map(({ name }) => name)).toEqual(['a', 'many', 'children', 'how_many']);
  });

  it('stay the same questions whatever is done with them', () => {
    const step = fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 20 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let now = list;
        for (const [what, which] of steps) {
          const all = allOf(now);
          const name = all[which % all.length]?.name ?? '';
          if (what < 2) now = shifted(now, name, what === 0 ? -1 : 1);
          else now = (what < 4 ? movedIn(now, name) : movedOut(now, name)) ?? now;
        }
        expect(
          allOf(now)
            .map(({ name }) => name)
            .toSorted(),
        ).toEqual(
          allOf(list)
            .map(({ name }) => name)
            .toSorted(),
        );
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('taking steps back', () => {
  it('goes back and forward, one step for letters that follow each other, and forgets the way forward after another step', () => {
    let history = stepped(noHistory as { past: readonly string[]; future: readonly string[] }, '', false);
    history = stepped(history, 'a', true);
    history = stepped(history, 'ab', false);
    const back = turned(history, 'abc', 'back');
    expect(back?.state).toBe('ab');
    expect(turned(back?.history ?? history, 'ab', 'forward')?.state).toBe('abc');
    expect(turned(turned(back?.history ?? history, 'ab', 'back')?.history ?? history, '', 'back')).toBeNull();
    expect(turned(stepped(back?.history ?? history, 'ab', false), 'x', 'forward')).toBeNull();
  });
});

describe('texts that are not translated', () => {
  it('are counted, and found one after another', () => {
    const form = built(
      question('a', 'text', { label: { en: 'A', ar: 'ا' } }),
      question('b', 'text', { label: { en: 'B' }, hint: { ar: 'ب' } }),
      question('c', 'text', { label: { en: 'C' } }),
    );
    expect(form.questions.map((one) => untranslatedIn(one, form.languages))).toEqual([0, 2, 1]);
    expect([nextUntranslated(form, null), nextUntranslated(form, 'b'), nextUntranslated(form, 'c')]).toEqual([
      'b',
      'c',
      'b',
    ]);
  });
});
