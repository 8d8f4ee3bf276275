import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { keepSame } from './keep-same.ts';

const value = fc.letrec((tie) => ({
  leaf: fc.oneof(fc.integer({ max: 3, min: 0 }), fc.constantFrom('a', 'b', null, undefined), fc.boolean()),
  any: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('one', 'two', 'three'), tie('any'), { noNullPrototype: true }),
    fc
      .array(fc.tuple(fc.constantFrom('k', 'l', 'm'), tie('any')), { maxLength: 3 })
      .map((pairs) => new Map(pairs)),
  ),
})).any;

describe('an answer that says much of what the one before said', () => {
  it('says what is new, whatever was said before', () => {
    fc.assert(
      fc.property(value, value, (before, now) => {
        expect(keepSame(before, structuredClone(now))).toStrictEqual(now);
      }),
      { numRuns: runs(500) },
    );
  });

  it('is the very one before where it says the same', () => {
    fc.assert(
      fc.property(value, (before) => {
        expect(keepSame(before, structuredClone(before))).toBe(before);
      }),
      { numRuns: runs(300) },
    );
  });

  it('keeps the parts that stayed, beside the one that changed', () => {
    const before = { unsent: 0, organisation: { members: new Map([['a', { name: 'Ana' }]]) } };
    const now = keepSame(before, structuredClone({ ...before, unsent: 1 }));
    expect(now.unsent).toBe(1);
    expect(now.organisation).toBe(before.organisation);
  });

  it('notices another order of the same members', () => {
    const before = new Map([
      ['a', 1],
      ['b', 2],
    ]);
    expect([...keepSame(before, new Map([...before].reverse())).keys()]).toEqual(['b', 'a']);
  });
});
