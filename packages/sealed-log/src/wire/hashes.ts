import type { Bytes } from '../crypto/bytes.ts';
import { lengthPrefixed } from '../crypto/bytes.ts';
import { labelledHash } from '../crypto/hash.ts';

/** 32 zero bytes: "none" wherever a hash or key is expected. */
export const zeros32: Bytes = new Uint8Array(32);

/** Hash of a header, which is the hash of its entry (rule 6). */
export const entryHash = (header: Bytes): Promise<Bytes> => labelledHash('entry', header);
/** Most clear parts, and some bodies, are empty: their hash is made once. */
let emptyPart: Promise<Bytes> | undefined;
export async function partHash(part: Bytes): Promise<Bytes> {
  if (part.length > 0) return labelledHash('part', part);
  emptyPart ??= labelledHash('part', part);
  // A copy, because bytes can be changed and this hash is everybody's.
  return (await emptyPart).slice();
}
export const itemHash = (item: Bytes): Promise<Bytes> => labelledHash('item', item);
export const replyHash = (item: Bytes): Promise<Bytes> => labelledHash('reply', item);
/** The box of a reply, which its header names: it can be dropped, and the signed bytes stay whole. */
export const replyBoxHash = (box: Bytes): Promise<Bytes> => labelledHash('reply box', box);
export const settingsHash = (settings: Bytes): Promise<Bytes> => labelledHash('door settings', settings);
export const sealingKeyHash = (key: Bytes): Promise<Bytes> => labelledHash('sealing key', key);
/** The id of a blob of grants: the signed entry that names it fixes every byte (rules 8 and 9). */
export const grantsHash = (grants: Bytes): Promise<Bytes> => labelledHash('team grants', grants);
/** The leaf of a roster: one device that may answer at the door (rule 18). */
export const rosterLeaf = (device: Bytes): Promise<Bytes> => labelledHash('roster', device);
/** The leaf of a checkpoint or cut list (rules 1 and 7): `position` as four bytes, big-endian. */
export const headLeaf = (record: Bytes, position: Bytes, head: Bytes): Promise<Bytes> =>
  labelledHash('head', record, position, head);

/** The id of a mailbox (rule 16). */
export const mailboxId = (org: Bytes, signingKey: Bytes): Promise<Bytes> =>
  labelledHash('mailbox', org, signingKey);
/** The record into which a first message is adopted: two devices that adopt it meet in one record. */
export const adoptedRecord = (org: Bytes, firstItem: Bytes): Promise<Bytes> =>
  labelledHash('adopt', org, firstItem);
/** The record that is a team's own log (rule 11). */
export const teamRecord = (org: Bytes, team: Bytes): Promise<Bytes> => labelledHash('team log', org, team);
/** The record that is the organisation's directory of mechanisms: two devices that begin it meet in one record. */
export const directoryRecord = (org: Bytes): Promise<Bytes> => labelledHash('directory', org);

const underLabel =
  (label: string) =>
  (...parts: readonly Bytes[]): Bytes =>
    lengthPrefixed(`leeward/v1/${label}`, ...parts);

/** The exact bytes that each kind of signature covers: a length-prefixed label, then length-prefixed parts. */
export const signedBytes = {
  entry: underLabel('sign entry'),
  item: underLabel('sign item'),
  reply: underLabel('sign reply'),
  settings: underLabel('sign door settings'),
  renewal: underLabel('sign door renewal'),
  head: underLabel('sign head'),
  /** What one organisation says to another in a file. */
  extract: underLabel('sign extract'),
  /** By the append key over the entry's hash (rule 12). */
  append: underLabel('sign append'),
  /** Origin, method, path with query, challenge, counter (4 bytes), SHA-256 of the request's body. */
  request: underLabel('sign request'),
  /** Organisation and drop box: a live device lets somebody leave one thing there. */
  box: underLabel('sign join box'),
  /** Organisation and device (rule 25). */
  selfRevocation: underLabel('sign self-revocation'),
  /** Organisation, and a copy of a case as it was given out. */
  caseCopy: underLabel('sign case copy'),
  /** Organisation, ancestor, chosen, rejected (rule 4). */
  forkResolution: underLabel('sign fork resolution'),
} as const;
