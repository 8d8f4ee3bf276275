import { encode } from '@leeward/sealed-log/wire/codec.ts';
import { entry, header, recordNamedIn } from '@leeward/sealed-log/wire/entry.ts';
import { zeros32 } from '@leeward/sealed-log/wire/hashes.ts';
import type { Row } from '@leeward/sealed-log/wire/relay.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdRows } from './held-rows.ts';

/** An entry of a record whose id is one byte, thirty-two times; of the organisation's log for 0. */
const entryOf = (record: number, body: number): Row['bytes'] =>
  encode(entry, {
    header: encode(header, {
      version: 1,
      log: record === 0 ? 1 : 2,
      form: 1,
      org: new Uint8Array(32).fill(0xee),
      record: new Uint8Array(32).fill(record),
      position: 0,
      prev: zeros32,
      orgPosition: 0,
      orgHead: zeros32,
      device: zeros32,
      epoch: zeros32,
      clearLength: 0,
      clearHash: zeros32,
      bodyLength: body,
      bodyHash: zeros32,
    }),
    clear: new Uint8Array(0),
    body: new Uint8Array(body),
    signature: new Uint8Array(64),
  });

describe('an entry that is not read yet', () => {
  it('says which record it is for, and says none where it is the organisation’s or too short', () => {
    expect(recordNamedIn(entryOf(7, 3))).toEqual(new Uint8Array(32).fill(7));
    expect(recordNamedIn(entryOf(0, 3))).toBeNull();
    expect(recordNamedIn(entryOf(7, 3).subarray(0, 60))).toBeNull();
    expect(recordNamedIn(new Uint8Array(0))).toBeNull();
  });
});

describe('rows that are held', () => {
  const pages = fc.array(
    fc.array(fc.record({ record: fc.nat(4), body: fc.nat(40) }), { minLength: 1, maxLength: 6 }),
    {
      minLength: 1,
      maxLength: 40,
    },
  );
  const from = { cursor: 0, mark: '' };

  it('all come out once, those of a record in their order, and the place is never past one that is held', () => {
    fc.assert(
      fc.property(pages, fc.nat(2000), (all, keep) => {
        const held = holdRows(from);
        const out: number[] = [];
        const everything: Row[] = [];
        const takeOut = (limit: number): void => {
          const { rows, place } = held.release(limit, { has: (id) => id.startsWith('01') });
          out.push(...rows.map((row) => row.sequence));
          expect(held.bytes()).toBeLessThanOrEqual(limit);
          const inside = everything.filter((row) => !out.includes(row.sequence));
          for (const row of inside) expect(row.sequence).toBeGreaterThan(place.cursor);
          expect(inside.some((row) => row.bytes[5] === 1 || row.bytes[39] === 1)).toBe(false);
          expect(held.place()).toEqual(place);
        };
        for (const page of all) {
          const rows = page.map(({ record, body }, index): Row => {
            const sequence = everything.length + index + 1;
            return { sequence, kind: 1, bytes: entryOf(record, body) };
          });
          everything.push(...rows);
          held.take({ rows, place: { cursor: everything.length, mark: `${everything.length}` }, more: true });
          takeOut(keep);
        }
        takeOut(0);
        expect(out.toSorted((left, right) => left - right)).toEqual(everything.map((row) => row.sequence));
        expect(held.place()).toEqual({ cursor: everything.length, mark: `${everything.length}` });
        for (const record of [0, 1, 2, 3, 4]) {
          const of = out.filter((one) => everything[one - 1]?.bytes[39] === record);
          expect(of).toEqual(of.toSorted((left, right) => left - right));
        }
      }),
    );
  });

  it('do not wait for ever: a record that goes on growing comes out after sixteen pages', () => {
    const held = holdRows(from);
    for (let count = 1; count <= 40; count += 1) {
      const row: Row = { sequence: count, kind: 1, bytes: entryOf(3, 1) };
      held.take({ rows: [row], place: { cursor: count, mark: `${count}` }, more: true });
      held.release(1_000_000);
      expect(count - held.place().cursor).toBeLessThanOrEqual(17);
    }
  });
});
