import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { isSame } from './same.ts';

const value = fc.jsonValue({ maxDepth: 3 });

describe('two forms', () => {
  it('are the same where they would be kept as the same', () => {
    fc.assert(
      fc.property(value, value, (left, right) => {
        expect(isSame(left, structuredClone(left))).toBe(true);
        expect(isSame(left, right)).toBe(isSame(right, left));
        if (isSame(left, right)) expect(left).toEqual(right);
      }),
      { numRuns: runs(200) },
    );
  });

  it('are the same in whatever order their fields were typed, and where one of them has none', () => {
    expect(isSame({ text: 'a', day: null }, { day: null, text: 'a' })).toBe(true);
    expect(isSame({ text: 'a', more: undefined }, { text: 'a' })).toBe(true);
    expect(isSame({ text: 'a' }, { text: 'a', more: '' })).toBe(false);
    expect(isSame({ list: [] }, { list: {} })).toBe(false);
    expect(isSame({ day: null }, {})).toBe(false);
  });
});
