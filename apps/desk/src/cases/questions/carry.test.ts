import type { PlainAnswer } from '@leeward/domain/answers/events.ts';
import { treeOf } from '@leeward/domain/answers/tree.ts';
import { examineAnswers, type Question, readFormValue } from '@leeward/forms';
import { anyForm, compiledOf, options } from '@leeward/forms/testing/forms.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../../tests/support/size.ts';
import { carryOver } from './carry.ts';

type Part = Partial<Question> & Pick<Question, 'name' | 'type'>;
const team = '0a'.repeat(16);
const answers = (values: Readonly<Record<string, PlainAnswer>>) => new Map(Object.entries(values));
const why = (from: readonly Part[], to: readonly Part[], values: Readonly<Record<string, PlainAnswer>>) => {
  const { fits, rest } = carryOver(compiledOf(...from), compiledOf(...to), answers(values));
  return [Object.fromEntries(fits), rest.map((one) => [one.path, one.why])];
};

describe('answers that are taken over into a newer version', () => {
  it('fit where the question is still asked and takes such an answer', () => {
    const from: Part[] = [
      { name: 'village', type: 'text' },
      { name: 'people', type: 'integer' },
      { name: 'way', type: 'selectOne', options },
    ];
    const to: Part[] = [
      { name: 'village', type: 'longText', label: { en: 'Which village, and where?' } },
      { name: 'people', type: 'text' },
      { name: 'way', type: 'selectMany', options },
      { name: 'new', type: 'text' },
    ];
    const values = { village: 'By the river', people: 4, way: 'b' };
    expect(why(from, to, values)).toEqual([{ village: 'By the river', people: '4', way: ['b'] }, []]);
    const { reworded } = carryOver(compiledOf(...from), compiledOf(...to), answers(values));
    expect([...reworded]).toEqual(['village']);
  });

  it('stay beside, with the reason, where they do not fit', () => {
    const from: Part[] = [
      { name: 'gone', type: 'text' },
      { name: 'when', type: 'text' },
      { name: 'way', type: 'selectOne', options },
      { name: 'ways', type: 'selectMany', options },
    ];
    const [a] = options;
    const to: Part[] = [
      { name: 'when', type: 'date' },
      { name: 'way', type: 'selectOne', options: a === undefined ? [] : [a] },
      { name: 'ways', type: 'selectMany', options: a === undefined ? [] : [a] },
    ];
    expect(why(from, to, { gone: 'x', when: 'long ago', way: 'b', ways: ['a', 'c'] })).toEqual([
      { ways: ['a'] },
      [
        ['gone', 'gone'],
        ['when', 'kind'],
        ['way', 'choice'],
        ['ways', 'choice'],
      ],
    ]);
  });

  it('come along in the turns of a repeat, and not into another one', () => {
    const inner: Question = { name: 'age', type: 'integer', label: { en: 'Age' } };
    const from: Part[] = [{ name: 'children', type: 'repeat', questions: [inner] }];
    const values = { 'children/0a0a0a0a': true, 'children/0a0a0a0a/age': 4 };
    expect(why(from, from, values)).toEqual([values, []]);
    expect(why(from, [{ name: 'people', type: 'repeat', questions: [inner] }], values)).toEqual([
      {},
      [['children/0a0a0a0a/age', 'elsewhere']],
    ]);
  });

  it('never become readable for more people than they were written for', () => {
    const sealed: Part = { name: 'ill', type: 'text', sealedFor: [team] };
    expect(why([sealed], [{ name: 'ill', type: 'text' }], { ill: 'Asthma' })).toEqual([
      {},
      [['ill', 'open']],
    ]);
    expect(why([sealed], [sealed], { ill: 'Asthma' })).toEqual([{ ill: 'Asthma' }, []]);
    expect(why([{ name: 'ill', type: 'text' }], [sealed], { ill: 'Asthma' })).toEqual([
      { ill: 'Asthma' },
      [],
    ]);
    const closed = carryOver(compiledOf(sealed), compiledOf(sealed), new Map(), ['ill']);
    expect(closed.rest).toEqual([{ path: 'ill', value: null, why: 'sealed' }]);
  });

  it('are all there afterwards, filled in or beside, and what is filled in is sound', () => {
    const value = fc.constantFrom<PlainAnswer>('yes', 'a', 7, ['a', 'b'], '2021-03', 'words');
    fc.assert(
      fc.property(anyForm, anyForm, fc.array(fc.tuple(fc.nat({ max: 30 }), value)), (one, two, given) => {
        const [from, to] = [readFormValue(one), readFormValue(two)];
        if (!from.ok || !to.ok) return;
        const flat = from.value.nodes.filter(
          ({ repeats, question }) =>
            repeats.length === 0 && question.type !== 'group' && question.type !== 'repeat',
        );
        const values = new Map<string, PlainAnswer>();
        for (const [which, said] of given) {
          const name = flat[which % Math.max(1, flat.length)]?.question.name;
          if (name !== undefined) values.set(name, said);
        }
        const { fits, rest } = carryOver(from.value, to.value, values);
        for (const path of values.keys())
          expect(fits.has(path) || rest.some((left) => left.path === path)).toBe(true);
        expect(examineAnswers(to.value, treeOf(fits), '2026-11-21').strange).toEqual([]);
      }),
      { numRuns: runs(100) },
    );
  });
});
