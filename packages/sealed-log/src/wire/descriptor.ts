import type { Bytes, Codec } from './codec.ts';
import {
  decode,
  fixed,
  hash32,
  id16,
  list,
  oneOf,
  signature64,
  struct,
  text,
  u8,
  u16,
  u32,
  u48,
  variable,
} from './codec.ts';
import { formatVersion, limits } from './limits.ts';
import { sealingKeyBytes } from './organisation.ts';

/** The door's settings: what administrators sign, and what a renewal cannot change (rule 17). */
export type DoorSettings = {
  readonly version: typeof formatVersion;
  readonly org: Bytes;
  /** Grows with every change; a door refuses one below the link's. */
  readonly revision: number;
  /** Texts and choices as JSON (docs/protocol.md, section 8): names, languages, retention promise, other ways of contact. */
  readonly texts: string;
  /** SHA-256 of each questionnaire. */
  readonly questionnaires: readonly Bytes[];
  /** Bits of work that a first message needs: never above the ceiling in the door's own code (rule 22). */
  readonly workBits: number;
  /** The key with which the relay signs receipts. */
  readonly relayKey: Bytes;
};
export const doorSettings: Codec<DoorSettings> = struct<DoorSettings>({
  version: oneOf(u8, formatVersion),
  org: hash32,
  revision: u32,
  texts: text(16 * 1024),
  questionnaires: list(hash32, limits.questionnaires),
  workBits: u8,
  relayKey: hash32,
});

/** Dates, intake generation and roster: what a delegated device may renew (rule 19). */
export type DoorRenewal = {
  readonly version: typeof formatVersion;
  readonly org: Bytes;
  /** Hash of the settings that it renews. */
  readonly settings: Bytes;
  /** Seconds since 1970; `until` at most 7 days after `from`. */
  readonly from: number;
  readonly until: number;
  readonly team: Bytes;
  readonly generation: number;
  readonly intakeKey: Bytes;
  /** Merkle root over the device keys that may answer, in the order in which the relay holds them. */
  readonly roster: Bytes;
  readonly rosterCount: number;
  readonly device: Bytes;
};
export const doorRenewal: Codec<DoorRenewal> = struct<DoorRenewal>({
  version: oneOf(u8, formatVersion),
  org: hash32,
  settings: hash32,
  from: u48,
  until: u48,
  team: id16,
  generation: u32,
  intakeKey: fixed(sealingKeyBytes),
  roster: hash32,
  rosterCount: u16,
  device: hash32,
});

/** One link of the administrators' chain: header and clear part of an organisation entry, without its sealed part. */
export type AdminLink = { readonly header: Bytes; readonly clear: Bytes; readonly signature: Bytes };
const adminLink = struct<AdminLink>({
  header: variable(512),
  clear: variable(16 * 1024),
  signature: signature64,
});

/** All that a door needs to trust what it shows, from the 32 bytes in its link. */
export type Descriptor = {
  readonly chain: readonly AdminLink[];
  readonly settings: Bytes;
  /** One, or two where there are two administrators. */
  readonly approvals: readonly { readonly device: Bytes; readonly signature: Bytes }[];
  readonly renewal: Bytes;
  readonly renewalSignature: Bytes;
};
export const descriptor: Codec<Descriptor> = struct<Descriptor>({
  chain: list(adminLink, limits.adminChain),
  settings: variable(20 * 1024),
  approvals: list(struct({ device: hash32, signature: signature64 }), 2),
  renewal: variable(2 * 1024),
  renewalSignature: signature64,
});

/** A descriptor with the roster, from which the relay takes inclusion proofs: what was published before doors had questions. */
export type PublishedDescriptor = { readonly descriptor: Descriptor; readonly roster: readonly Bytes[] };
export const publishedDescriptor: Codec<PublishedDescriptor> = struct<PublishedDescriptor>({
  descriptor,
  roster: list(hash32, limits.correspondents),
});

/** What a desk hands to the relay: the questionnaires are those that the settings name by hash, in the same order. */
export type PublishedDoor = PublishedDescriptor & { readonly questionnaires: readonly Bytes[] };
export const publishedDoor: Codec<PublishedDoor> = struct<PublishedDoor>({
  descriptor,
  roster: list(hash32, limits.correspondents),
  questionnaires: list(variable(limits.questionnaire), limits.questionnaires),
});

/** Reads what was published, now or before doors had questions; null for anything else. */
export function readPublishedDoor(bytes: Bytes): PublishedDoor | null {
  const door = decode(publishedDoor, bytes);
  if (door.ok) return door.value;
  const older = decode(publishedDescriptor, bytes);
  return older.ok ? { ...older.value, questionnaires: [] } : null;
}

/** What the door's link carries behind `#`: base64url of this. */
export type DoorLink = {
  readonly org: Bytes;
  readonly adminHead: Bytes;
  readonly adminPosition: number;
  readonly revision: number;
};
export const doorLink: Codec<DoorLink> = struct<DoorLink>({
  org: hash32,
  adminHead: hash32,
  adminPosition: u32,
  revision: u32,
});
