import type { Signed } from './box.ts';
import { signed } from './box.ts';
import type { Bytes, Codec } from './codec.ts';
import {
  fixed,
  hash32,
  list,
  oneOf,
  optional,
  signature64,
  struct,
  u8,
  u32,
  u48,
  variable,
} from './codec.ts';
import { limits } from './limits.ts';
import type { SentReply } from './reply.ts';
import { sentReply } from './reply.ts';

/** What the relay signs: that at this position of this log it holds this entry (or this item of a mailbox). */
export type HeadStatement = {
  readonly org: Bytes;
  /** 1 organisation log, 2 record, 3 in-box, 4 out-box. */
  readonly log: 1 | 2 | 3 | 4;
  /** Record, or mailbox; zeros for the organisation log. */
  readonly record: Bytes;
  readonly position: number;
  readonly head: Bytes;
  /** When, rounded down to the hour, in seconds since 1970. A claim of the relay: nothing is decided by it. */
  readonly hour: number;
};

export const headStatement: Codec<HeadStatement> = struct<HeadStatement>({
  org: hash32,
  log: oneOf(u8, 1, 2, 3, 4),
  record: hash32,
  position: u32,
  head: hash32,
  hour: u48,
});

/** An entry to append. */
export type Append = {
  readonly entry: Bytes;
  /** By the append key of the entry's epoch; null in the organisation log and for the first entry of a record (rule 12). */
  readonly proof: Bytes | null;
  /** Blobs that must be durable before the entry is acknowledged (rule 23). */
  readonly blobs: readonly Bytes[];
};

export const append: Codec<Append> = struct<Append>({
  entry: variable(limits.entry),
  proof: optional(signature64),
  blobs: list(hash32, 64),
});

/**
 * What is left in a drop box by somebody who has no key here yet, with what shows that a live device opened the box: the
 * link that was handed over carries its signature, so that nobody without a link can fill the boxes of an organisation.
 */
export type LeftInBox = {
  /** The device that made the link. */
  readonly device: Bytes;
  /** Its signature over the organisation and the box. */
  readonly voucher: Bytes;
  readonly sealed: Bytes;
};
/** So much is left in a drop box at most, in bytes. */
export const mostInBox = 16 * 1024;
export const leftInBox: Codec<LeftInBox> = struct<LeftInBox>({
  device: hash32,
  voucher: signature64,
  sealed: variable(mostInBox),
});

/** What a pull returns: rows in the order in which the relay committed them. */
export type Row = {
  readonly sequence: number;
  /** 1 entry, 2 a defender's signed item, 3 our reply, 4 what is left of an item or reply that was forgotten. */
  readonly kind: 1 | 2 | 3 | 4;
  readonly bytes: Bytes;
};
export const row: Codec<Row> = struct<Row>({
  sequence: u48,
  kind: oneOf(u8, 1, 2, 3, 4),
  bytes: variable(limits.entry),
});

/**
 * What is left of an item or reply whose mailbox was forgotten: its place, so that no cursor skips and no chain breaks.
 * Nobody signed it: where no forget entry names the mailbox, it is something that is kept back.
 */
export type Tombstone = {
  /** 3 in-box, 4 out-box. */
  readonly log: 3 | 4;
  readonly mailbox: Bytes;
  readonly position: number;
  readonly hash: Bytes;
};
export const tombstone: Codec<Tombstone> = struct<Tombstone>({
  log: oneOf(u8, 3, 4),
  mailbox: hash32,
  position: u32,
  hash: hash32,
});

/** What a door is shown of a mailbox that was forgotten: the signed entry that asked for it, without its sealed part. */
export type ForgottenMailbox = {
  readonly header: Bytes;
  readonly clear: Bytes;
  readonly signature: Bytes;
  /** Where its author's device stands in the published roster; an index of all ones and no path where it does not. */
  readonly index: number;
  readonly path: readonly Bytes[];
  /** The relay's word that it holds the entry, with the hour in which it came: a claim. */
  readonly statement: Signed;
};
export const forgottenMailbox: Codec<ForgottenMailbox> = struct<ForgottenMailbox>({
  header: variable(512),
  clear: variable(64 * 1024),
  signature: signature64,
  index: u32,
  path: list(hash32, 32),
  statement: signed,
});

export type Page = { readonly rows: readonly Row[]; readonly next: number; readonly more: 0 | 1 };
export const page: Codec<Page> = struct<Page>({
  rows: list(row, limits.pageItems),
  next: u48,
  more: oneOf(u8, 0, 1),
});

/** The proof of possession in the header `Leeward-Proof`, base64url. */
export type RequestProof = {
  readonly key: Bytes;
  readonly challenge: Bytes;
  readonly counter: number;
  readonly signature: Bytes;
};
export const challengeBytes = 48;
export const requestProof: Codec<RequestProof> = struct<RequestProof>({
  key: hash32,
  challenge: fixed(challengeBytes),
  counter: u32,
  signature: signature64,
});

/** What the door reads of its mailbox. */
export type MailboxPage = {
  readonly items: readonly { readonly item: Signed; readonly receipt: Signed }[];
  readonly replies: readonly {
    readonly reply: SentReply;
    readonly index: number;
    readonly path: readonly Bytes[];
  }[];
  readonly more: 0 | 1;
};
export const mailboxPage: Codec<MailboxPage> = struct<MailboxPage>({
  items: list(struct({ item: signed, receipt: signed }), 256),
  replies: list(struct({ reply: sentReply, index: u32, path: list(hash32, 32) }), 256),
  more: oneOf(u8, 0, 1),
});
