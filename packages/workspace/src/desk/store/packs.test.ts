import { randomBytes } from '@leeward/sealed-log/crypto/bytes.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../../tests/support/size.ts';
import { byLog, decodePack, encodePack, packsOf, rowsIn, touched } from './packs.ts';

const row = fc.uint8Array({ maxLength: 40 }).map((bytes) => Uint8Array.from(bytes));
const rows = fc
  .array(fc.tuple(fc.nat(300), row), { maxLength: 200 })
  .map((pairs) => new Map<number, Uint8Array<ArrayBuffer>>(pairs));

describe('packs', () => {
  it('give back the rows that were put in, in order and with their places', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const packs = packsOf(given);
        const stored = packs.map((pack) => ({ ...pack, rows: decodePack(encodePack(pack.rows)) }));
        const sorted = [...given].sort(([left], [right]) => left - right);
        expect([...rowsIn(stored)]).toEqual(sorted);
        expect(packs.every((pack) => pack.rows.length <= 64)).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });

  it('are written anew exactly where they hold one of the places, or a place between', () => {
    const spans = [
      { first: 0, count: 10 },
      { first: 10, count: 5 },
      { first: 20, count: 1 },
    ];
    const places = (...positions: readonly number[]) =>
      new Map(positions.map((position) => [position, randomBytes(1)]));
    expect(touched(spans, places(15))).toEqual([]);
    expect(touched(spans, places(9))).toEqual([spans[0]]);
    expect(touched(spans, places(10, 14))).toEqual([spans[1]]);
    expect(touched(spans, places(3, 30))).toEqual(spans);
  });

  it('let the last row given for a place count', () => {
    const [first, second] = [randomBytes(4), randomBytes(4)];
    const found = byLog([
      { log: 'r:1', position: 0, bytes: first },
      { log: 'r:2', position: 0, bytes: first },
      { log: 'r:1', position: 0, bytes: second },
    ]);
    expect(found.get('r:1')?.get(0)).toBe(second);
    expect(found.get('r:2')?.get(0)).toBe(first);
  });

  it('that were changed on the disk give some rows and never an error', () => {
    fc.assert(
      fc.property(row, (bytes) => {
        const found = decodePack(bytes);
        expect(found.reduce((sum, one) => sum + one.length, 0)).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: runs(500) },
    );
  });
});
