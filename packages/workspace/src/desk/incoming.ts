import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { decode } from '@leeward/sealed-log/wire/codec.ts';
import { entry as entryCodec, header as headerCodec } from '@leeward/sealed-log/wire/entry.ts';
import type { ReadEntry } from '@leeward/sealed-log/wire/verify.ts';
import { readEntry } from '@leeward/sealed-log/wire/verify.ts';

/** An entry as the relay gave it, read but not verified; whether its signature holds, where that is judged elsewhere. */
export type Incoming = {
  readonly bytes: Bytes;
  readonly read: ReadEntry;
  readonly signed?: Promise<boolean>;
};

/** What came for a record and is no entry of this organisation, and why. */
export type Refused = { readonly bytes: Bytes; readonly why: string };

/** Reads what came for one record, all of it at once: hashes are the platform's, and each would have to be waited for. */
export async function readIncoming(
  rows: readonly Bytes[],
  org: Bytes,
): Promise<{ readonly entries: readonly Incoming[]; readonly refused: readonly Refused[] }> {
  const entries: Incoming[] = [];
  const refused: Refused[] = [];
  for (const [index, read] of (await Promise.all(rows.map(readEntry))).entries()) {
    const bytes = rows[index] as Bytes;
    if (!read.ok) refused.push({ bytes, why: read.error });
    else if (!equal(read.value.header.org, org)) refused.push({ bytes, why: 'wrong-organisation' });
    else entries.push({ bytes, read: read.value });
  }
  return { entries, refused };
}

export const nameOf = (incoming: Incoming): string => toHex(incoming.read.hash);

export const byPosition = (left: Incoming, right: Incoming): number =>
  left.read.header.position - right.read.header.position;

/** How much may wait for what has not come, over all records: a relay can invent as many loose ends as it likes (fault 14). */
const mostBytes = 16 * 1024 * 1024;
const mostEntries = 4096;

/** Keeps an entry until what it follows has come. False where too much waits already: it has to be asked for again. */
export function letWait(
  pools: Iterable<ReadonlyMap<string, Incoming>>,
  pool: Map<string, Incoming>,
  one: Incoming,
): boolean {
  if (pool.has(nameOf(one))) return true;
  let bytes = one.bytes.length;
  let count = 1;
  for (const waiting of pools)
    for (const other of waiting.values()) {
      bytes += other.bytes.length;
      count += 1;
    }
  if (bytes > mostBytes || count > mostEntries) return false;
  pool.set(nameOf(one), one);
  return true;
}

/** The record that an altered entry says it belongs to, if its header can still be read; for showing only. */
export function recordClaimed(
  bytes: Uint8Array,
): { readonly record: string; readonly position: number } | null {
  const parts = decode(entryCodec, bytes);
  const header = parts.ok ? decode(headerCodec, parts.value.header) : parts;
  return header.ok ? { record: toHex(header.value.record), position: header.value.position } : null;
}
