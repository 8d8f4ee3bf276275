import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { offsetsOf, rowAt } from './window.ts';

describe('the window over a long list', () => {
  it('puts every row under the one before, whether its height is known or guessed', () => {
    const offsets = offsetsOf(['a', 'b', 'c'], new Map([['b', 50]]), 100);
    expect([...offsets]).toEqual([0, 100, 150, 250]);
  });

  it('finds the row at any place, and the nearest one beyond both ends', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (heights, part) => {
          const ids = heights.map((_, index) => String(index));
          const offsets = offsetsOf(ids, new Map(heights.map((height, index) => [String(index), height])), 1);
          const total = offsets[ids.length] ?? 0;
          const row = rowAt(offsets, part * total);
          expect(offsets[row]).toBeLessThanOrEqual(part * total);
          expect(offsets[row + 1]).toBeGreaterThan(part * total);
          expect(rowAt(offsets, -100)).toBe(0);
          expect(rowAt(offsets, total + 100)).toBe(ids.length - 1);
        },
      ),
      { numRuns: runs(300) },
    );
  });
});
