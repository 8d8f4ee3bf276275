import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import type { StoredRow } from './device-store.ts';

/*
 * Rows that follow one another lie together. A browser's database asks its price for each value, and little for its
 * length: ten thousand records of eleven entries are written and read six times faster as ten thousand packs.
 */

/** Rows of one log from a position on. */
export type Pack = { readonly first: number; readonly rows: readonly Bytes[] };

/** Where a pack lies in its log: what the database knows without reading it. */
export type Span = { readonly first: number; readonly count: number };

/** More rows than this go into another pack: whoever changes one row writes its whole pack. */
const mostRows = 64;

/** The rows one after the other, each behind its length in four bytes. */
export function encodePack(rows: readonly Bytes[]): Bytes {
  let length = 0;
  for (const row of rows) length += 4 + row.length;
  const pack = new Uint8Array(length);
  const view = new DataView(pack.buffer);
  let offset = 0;
  for (const row of rows) {
    view.setUint32(offset, row.length);
    pack.set(row, offset + 4);
    offset += 4 + row.length;
  }
  return pack;
}

/**
 * The rows of a pack. Whatever was done to it on the disk, the answer is some rows: whether they are what they should be
 * is found when they are verified, as always (fault 28).
 */
export function decodePack(pack: Bytes): readonly Bytes[] {
  const rows: Bytes[] = [];
  const view = new DataView(pack.buffer, pack.byteOffset, pack.length);
  for (let offset = 0; offset + 4 <= pack.length; ) {
    const end = offset + 4 + view.getUint32(offset);
    rows.push(pack.subarray(offset + 4, end));
    offset = end;
  }
  return rows;
}

/** Rows by log and position. The last one given for a place counts. */
export function byLog(rows: readonly StoredRow[]): ReadonlyMap<string, ReadonlyMap<number, Bytes>> {
  const logs = new Map<string, Map<number, Bytes>>();
  for (const { log, position, bytes } of rows) {
    const known = logs.get(log);
    if (known === undefined) logs.set(log, new Map([[position, bytes]]));
    else known.set(position, bytes);
  }
  return logs;
}

/** The packs for rows by position: one for each run without a hole, none too long. */
export function packsOf(rows: ReadonlyMap<number, Bytes>): readonly Pack[] {
  const packs: { first: number; rows: Bytes[] }[] = [];
  for (const [position, bytes] of [...rows].sort(([left], [right]) => left - right)) {
    const last = packs.at(-1);
    if (last !== undefined && last.first + last.rows.length === position && last.rows.length < mostRows)
      last.rows.push(bytes);
    else packs.push({ first: position, rows: [bytes] });
  }
  return packs;
}

/** The packs that hold any of these positions, or would be torn apart by them. */
export function touched(spans: readonly Span[], rows: ReadonlyMap<number, Bytes>): readonly Span[] {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const position of rows.keys()) {
    lowest = Math.min(lowest, position);
    highest = Math.max(highest, position);
  }
  return spans.filter(({ first, count }) => first <= highest && first + count > lowest);
}

/** The rows of several packs by position. */
export function rowsIn(packs: readonly Pack[]): Map<number, Bytes> {
  const rows = new Map<number, Bytes>();
  for (const pack of packs)
    for (const [index, bytes] of pack.rows.entries()) rows.set(pack.first + index, bytes);
  return rows;
}
