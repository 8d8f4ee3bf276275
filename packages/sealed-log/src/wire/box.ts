import type { Bytes, Codec } from './codec.ts';
import {
  hash32,
  id16,
  list,
  oneOf,
  optional,
  signature64,
  struct,
  text,
  u8,
  u32,
  u48,
  variable,
} from './codec.ts';
import { formatVersion, limits } from './limits.ts';

/** An item that a defender sends: a link of her own one-way chain (rule 16). */
export type InItem = {
  readonly version: typeof formatVersion;
  readonly org: Bytes;
  /** The mailbox's Ed25519 public key; its id is `mailboxId(org, key)`. */
  readonly mailboxKey: Bytes;
  readonly sequence: number;
  /** Hash of the item before, zeros for the first. */
  readonly prev: Bytes;
  /** Number and hash of the last reply seen; 0 and zeros before any (rule 20). */
  readonly lastReply: number;
  readonly lastReplyHash: Bytes;
  /** The intake key that it is sealed to. */
  readonly team: Bytes;
  readonly generation: number;
  /** HPKE of a fresh content key to the intake key. */
  readonly keyBox: Bytes;
  /** Cobblestone under that content key of the padded message. */
  readonly sealed: Bytes;
};

export const inItem: Codec<InItem> = struct<InItem>({
  version: oneOf(u8, formatVersion),
  org: hash32,
  mailboxKey: hash32,
  sequence: u32,
  prev: hash32,
  lastReply: u32,
  lastReplyHash: hash32,
  team: id16,
  generation: u32,
  keyBox: variable(2048),
  sealed: variable(limits.item),
});

/** Bytes as they were signed, and the signature over them. */
export type Signed = { readonly bytes: Bytes; readonly signature: Bytes };
export const signed: Codec<Signed> = struct<Signed>({
  bytes: variable(limits.entry),
  signature: signature64,
});

/** What a blob in an item or an event is opened with. */
export type BlobReference = {
  readonly blob: Bytes;
  readonly key: Bytes;
  /** Length of the file in bytes, before padding. */
  readonly size: number;
  /** SHA-256 of the file. */
  readonly hash: Bytes;
  readonly name: string;
  readonly mediaType: string;
};

export const blobReference: Codec<BlobReference> = struct<BlobReference>({
  blob: hash32,
  key: hash32,
  size: u48,
  hash: hash32,
  name: text(1024),
  mediaType: text(128),
});

/** The opened content of an in-item. */
export type InMessage = {
  readonly claimedTime: number;
  /** The mailbox's X-Wing public key; empty after the first item. */
  readonly sealingKey: Bytes;
  /** JSON text of one object with `type` and `v` (docs/protocol.md, section 9). */
  readonly message: string;
  readonly blobs: readonly BlobReference[];
};

export const inMessage: Codec<InMessage> = struct<InMessage>({
  claimedTime: u48,
  sealingKey: variable(1216),
  message: text(limits.body),
  blobs: list(blobReference, 64),
});

/** The opened content of an out-item. */
export type OutMessage = {
  readonly claimedTime: number;
  readonly message: string;
  readonly blobs: readonly BlobReference[];
};

export const outMessage: Codec<OutMessage> = struct<OutMessage>({
  claimedTime: u48,
  message: text(limits.body),
  blobs: list(blobReference, 64),
});

/** An in-item on its way to the relay, with what a first one needs to be let in. */
export type Submission = {
  readonly item: Signed;
  /** Proof of work over (org, day, H(item)); required for the first item of a mailbox (rule 22). */
  readonly work: { readonly day: number; readonly nonce: Bytes } | null;
  /** Blobs that must be durable before the item is acknowledged. */
  readonly blobs: readonly Bytes[];
};

export const submission: Codec<Submission> = struct<Submission>({
  item: signed,
  work: optional(struct({ day: u32, nonce: variable(8) })),
  blobs: list(hash32, 64),
});
