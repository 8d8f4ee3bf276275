import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { joinPieces, piecesOf } from './list-pieces.ts';

type Line = { readonly name: number };
const lines: readonly Line[] = Array.from({ length: 12 }, (_, name) => ({ name }));
const list = fc.array(fc.constantFrom(...lines), { maxLength: 20 });

describe('a list that is sent in pieces of an earlier one', () => {
  it('is that very list, whatever was added, changed, moved or taken away', () => {
    fc.assert(
      fc.property(list, list, (before, now) => {
        // As between worker and page: the objects of one are copies at the other.
        const held = structuredClone(before);
        const joined = joinPieces(held, structuredClone(piecesOf(before, now)));
        expect(joined).toEqual(now);
      }),
      { numRuns: runs(500) },
    );
  });

  it('is the very same list where nothing has changed', () => {
    const held = [...lines];
    expect(joinPieces(held, piecesOf(lines, lines))).toBe(held);
    expect(joinPieces([], piecesOf([], []))).toEqual([]);
  });

  it('costs one line where one has changed, and keeps the others as the objects that they were', () => {
    const changed = { name: 100 };
    const now = lines.with(5, changed);
    const pieces = piecesOf(lines, now);
    expect(pieces).toEqual([{ from: 0, count: 5 }, { lines: [changed] }, { from: 6, count: 6 }]);
    const joined = joinPieces(lines, pieces);
    expect(joined[4]).toBe(lines[4]);
    expect(joined[6]).toBe(lines[6]);
  });
});
