import type { Bytes, Codec } from './codec.ts';
import { hash32, oneOf, signature64, struct, u8, u32, variable } from './codec.ts';
import { formatVersion, limits } from './limits.ts';

/** Which log an entry belongs to. */
export const logs = { organisation: 1, record: 2 } as const;

/** What an entry is; the organisation log knows only `content`. */
export const forms = { content: 1, epoch: 2, forget: 3, readmission: 4 } as const;

/**
 * The signed header of every entry (docs/protocol.md, section 3). Its hash is the hash of the entry: it holds the
 * hashes of both parts, so that a part can be destroyed and the chain still verifies.
 */
export type Header = {
  readonly version: typeof formatVersion;
  readonly log: 1 | 2;
  readonly form: 1 | 2 | 3 | 4;
  /** The organisation: hash of its genesis entry; zeros in the genesis entry itself. */
  readonly org: Bytes;
  /** The record; zeros in the organisation log. */
  readonly record: Bytes;
  readonly position: number;
  /** Hash of the entry before; zeros at position 0. */
  readonly prev: Bytes;
  /** The head of the organisation log that the author had seen; zeros in the organisation log itself. */
  readonly orgPosition: number;
  readonly orgHead: Bytes;
  /** The author's device: its Ed25519 public key. */
  readonly device: Bytes;
  /**
   * Whose key seals the body: the hash of the epoch entry (records) or of the entry with the generation of the team
   * "everyone" (organisation). Zeros where the entry itself brings that key, and where there is no body.
   */
  readonly epoch: Bytes;
  readonly clearLength: number;
  readonly clearHash: Bytes;
  readonly bodyLength: number;
  readonly bodyHash: Bytes;
};

export const header: Codec<Header> = struct<Header>({
  version: oneOf(u8, formatVersion),
  log: oneOf(u8, 1, 2),
  form: oneOf(u8, 1, 2, 3, 4),
  org: hash32,
  record: hash32,
  position: u32,
  prev: hash32,
  orgPosition: u32,
  orgHead: hash32,
  device: hash32,
  epoch: hash32,
  clearLength: u32,
  clearHash: hash32,
  bodyLength: u32,
  bodyHash: hash32,
});

/** Where, in an entry as it travels, its header names the log and the record: behind its length, version and form. */
const logAt = 4 + 1;
const recordAt = 4 + 3 + 32;

/**
 * The record that an entry says it belongs to, looked up without reading the rest; null where it says none. For putting
 * entries in order before they are read: nothing of it was verified.
 */
export function recordNamedIn(bytes: Bytes): Bytes | null {
  const record = bytes.subarray(recordAt, recordAt + 32);
  return bytes[logAt] === logs.record && record.length === 32 ? record : null;
}

/**
 * An entry as it travels and is stored. The header is kept as the bytes that were signed. A part whose bytes are
 * empty although the header says otherwise was forgotten (or is withheld: the forget entry tells which).
 */
export type Entry = {
  readonly header: Bytes;
  readonly clear: Bytes;
  readonly body: Bytes;
  readonly signature: Bytes;
};

export const entry: Codec<Entry> = struct<Entry>({
  header: variable(512),
  clear: variable(limits.clear),
  body: variable(limits.body),
  signature: signature64,
});
