import type { Bytes } from '../crypto/bytes.ts';
import { equal, toHex } from '../crypto/bytes.ts';
import { unwrap } from '../crypto/result.ts';
import { decode } from '../wire/codec.ts';
import { entry as entryCodec, header as headerCodec } from '../wire/entry.ts';
import { entryHash, zeros32 } from '../wire/hashes.ts';

/** Logs in memory that everybody shares: what an honest relay would keep, and nothing of what it would check. */
export type SharedLog = {
  readonly organisation: Bytes[];
  readonly records: Map<string, Bytes[]>;
  /** Who can be sealed to, by member: in a workspace, what the sealed parts of the organisation log say. */
  readonly people: Map<string, { readonly id: Bytes; readonly sealingKey: Bytes }>;
};

export const emptySharedLog = (): SharedLog => ({
  organisation: [],
  records: new Map(),
  people: new Map(),
});

/** The entries of a record, as a list that can be tampered with. */
export function entriesOf(shared: SharedLog, record: Bytes): Bytes[] {
  const known = shared.records.get(toHex(record));
  if (known !== undefined) return known;
  const fresh: Bytes[] = [];
  shared.records.set(toHex(record), fresh);
  return fresh;
}

/** Appends by compare-and-swap on the head: false when somebody else was first. */
export async function post(entries: Bytes[], bytes: Bytes): Promise<boolean> {
  const { position, prev } = headerOf(bytes);
  const last = entries.at(-1);
  const head = last === undefined ? zeros32 : await hashOf(last);
  if (position !== entries.length || !equal(prev, head)) return false;
  entries.push(bytes);
  return true;
}

const headerBytesOf = (bytes: Bytes): Bytes => unwrap(decode(entryCodec, bytes)).header;
export const headerOf = (bytes: Bytes) => unwrap(decode(headerCodec, headerBytesOf(bytes)));
export const hashOf = (bytes: Bytes): Promise<Bytes> => entryHash(headerBytesOf(bytes));

/** A second log that begins as the first one stands: what a relay that lies, or was restored, shows to somebody else. */
export const branchOf = (shared: SharedLog): SharedLog => ({
  organisation: [...shared.organisation],
  records: new Map([...shared.records].map(([record, entries]) => [record, [...entries]])),
  people: shared.people,
});
