import type { Bytes } from '@leeward/sealed-log/wire';

/**
 * The tables, as the rest of the relay sees them. They are the same on SQLite and on PostgreSQL; ./migrations.ts
 * makes them. Times are hours: whole hours since 1970, because nothing finer is kept at rest (section 7).
 */
export type Schema = {
  readonly settings: SettingsTable;
  readonly organisations: OrganisationsTable;
  readonly heads: HeadsTable;
  readonly rows: RowsTable;
  readonly append_keys: AppendKeysTable;
  readonly blobs: BlobsTable;
  readonly blob_parts: BlobPartsTable;
  readonly blob_references: BlobReferencesTable;
  readonly forgotten: ForgottenTable;
  readonly doors: DoorsTable;
  readonly joins: JoinsTable;
  readonly tokens: TokensTable;
  readonly usage: UsageTable;
  readonly calls: CallsTable;
  readonly wakes: WakesTable;
  readonly mailbox_ends: MailboxEndsTable;
  readonly reply_ends: ReplyEndsTable;
};

export type SettingsTable = { readonly name: string; readonly value: string };

export type OrganisationsTable = {
  readonly org: Bytes;
  /** The last sequence number given: the cursor of every pull. */
  readonly sequence: number;
  /** Position of the head of the organisation's own log: guards every other append against a stale skeleton. */
  readonly head_position: number;
};

/** The four kinds of lines that a relay keeps, as in `HeadStatement.log`. */
export const lines = { organisation: 1, record: 2, inBox: 3, outBox: 4 } as const;
export type Line = (typeof lines)[keyof typeof lines];

/** The head of each line: what an append is compared with. */
export type HeadsTable = {
  readonly org: Bytes;
  readonly log: Line;
  /** Record or mailbox; zeros for the organisation's own log. */
  readonly line: Bytes;
  readonly position: number;
  readonly head: Bytes;
  /** The highest head of the organisation log that an entry of this record cites (rule 1). */
  readonly org_position: number;
  /** 1 when the whole record or mailbox was forgotten: nothing can be appended to it any more. */
  readonly forgotten: 0 | 1;
};

/** Every entry and every item, once. A part that was forgotten is null; its hash stays in the signed header. */
export type RowsTable = {
  readonly org: Bytes;
  readonly log: Line;
  readonly line: Bytes;
  readonly position: number;
  readonly hash: Bytes;
  /** Place in commit order; null while a first message waits because its door is over quota (rule 22). */
  readonly sequence: number | null;
  readonly hour: number;
  readonly form: number;
  /** The signed bytes: a header, or a whole item of hers; empty where an item was forgotten with its mailbox. */
  readonly signed: Bytes;
  readonly signature: Bytes;
  readonly clear: Bytes | null;
  /** Of a reply its box; null once its last day is over. */
  readonly body: Bytes | null;
};

export type AppendKeysTable = {
  readonly org: Bytes;
  readonly record: Bytes;
  readonly epoch: Bytes;
  readonly position: number;
  readonly append_key: Bytes;
};

export const owners = { device: 1, mailbox: 2 } as const;

export type BlobsTable = {
  readonly org: Bytes;
  readonly blob: Bytes;
  readonly owner_kind: 1 | 2;
  readonly owner: Bytes;
  /** The mailbox that may read it, besides the team. */
  readonly mailbox: Bytes | null;
  readonly hour: number;
  readonly bytes: number;
  readonly complete: 0 | 1;
  /** 1 when an entry or item names it; one that nothing names is dropped after a while. */
  readonly referenced: 0 | 1;
};

export type BlobPartsTable = {
  readonly org: Bytes;
  readonly blob: Bytes;
  readonly number: number;
  readonly size: number;
  readonly hash: Bytes;
};

export type BlobReferencesTable = {
  readonly org: Bytes;
  readonly blob: Bytes;
  readonly log: Line;
  readonly line: Bytes;
  readonly position: number;
};

export const forgettable = { record: 1, entry: 2, blob: 3, mailbox: 4 } as const;

/** What was forgotten, so that it is refused when somebody brings it again (section 3a). */
export type ForgottenTable = {
  readonly org: Bytes;
  readonly kind: 1 | 2 | 3 | 4;
  readonly id: Bytes;
  /** The record whose forget entry asked for it, and that entry's position. */
  readonly record: Bytes;
  readonly position: number;
};

export type DoorsTable = {
  readonly org: Bytes;
  readonly revision: number;
  readonly work_bits: number;
  readonly published: Bytes;
};

export type JoinsTable = {
  readonly org: Bytes;
  readonly join_id: Bytes;
  /** 1 what the invited person left, 2 the answer. */
  readonly slot: 1 | 2;
  readonly bytes: Bytes;
  readonly hour: number;
};

export type TokensTable = { readonly hash: Bytes; readonly hour: number };

/** Counters of quotas: how much of something was used in a period. */
export type UsageTable = {
  readonly org: Bytes;
  readonly kind: string;
  readonly subject: Bytes;
  readonly period: number;
  readonly amount: number;
};

/** Where the owner of a device wants to be called. The only thing of anybody's own that a relay is told, and only if asked. */
export type CallsTable = {
  readonly org: Bytes;
  readonly device: Bytes;
  readonly address: string;
  readonly language: string;
  /** 1 when she was called and has not opened her desk since. */
  readonly told: 0 | 1;
};

/** A time at which a device wants its owner called, under a random id: nothing says what for. */
export type WakesTable = {
  readonly org: Bytes;
  readonly device: Bytes;
  readonly wake: Bytes;
  /** Whole minutes since 1970. */
  readonly minute: number;
};

/** The last hour of a mailbox that a team has opened for a time only. Nothing says what for. */
export type MailboxEndsTable = {
  readonly org: Bytes;
  readonly mailbox: Bytes;
  /** The first hour in which it is served no more. */
  readonly hour: number;
  /** 1 once what the team wrote there was dropped. */
  readonly dropped: 0 | 1;
};

/** The last day on which the sealed part of a reply is given out: whole days since 1970. Gone once it was dropped. */
export type ReplyEndsTable = {
  readonly org: Bytes;
  readonly mailbox: Bytes;
  readonly position: number;
  readonly day: number;
};
