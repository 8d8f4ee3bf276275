import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';

/**
 * What a desk keeps on its device. Everything in it is sealed already (entries as they travelled) or sealed here under
 * the vault's key; it is a cache of the logs, and of work that has not been sent.
 */
export type DeviceStore = {
  /** Small named values: the vault, the cursor, sealed snapshots, drafts, the outbox. */
  readonly get: (name: string) => Promise<Bytes | null>;
  readonly put: (name: string, value: Bytes) => Promise<void>;
  readonly delete: (name: string) => Promise<void>;
  readonly names: (prefix: string) => Promise<readonly string[]>;
  /** All named values whose name begins so, in the order of their names. */
  readonly values: (prefix: string) => Promise<readonly NamedValue[]>;
  /**
   * Entries by log and position. All of one call become durable together, with the named values given; at the latest
   * with the next call that does not say `later`. Who asks for rows afterwards sees them in any case.
   */
  readonly addRows: (
    rows: readonly StoredRow[],
    values?: readonly NamedValue[],
    durable?: 'now' | 'later',
  ) => Promise<void>;
  /** The rows of a log in the order of their positions. */
  readonly rowsOf: (log: string) => Promise<readonly Bytes[]>;
  /** The same for many logs, in their order. */
  readonly rowsOfAll: (logs: readonly string[]) => Promise<readonly (readonly Bytes[])[]>;
  /** Drops the rows of a log from a position on: they were moved elsewhere before. */
  readonly dropRows: (log: string, from: number) => Promise<void>;
  readonly logs: (prefix: string) => Promise<readonly string[]>;
  /** The logs whose name begins so, with how many rows each holds: without reading any. */
  readonly lengths: (prefix: string) => Promise<ReadonlyMap<string, number>>;
  /** 32 bytes that only this device can compute from the salt, by a key that cannot be exported. */
  readonly deviceSecret: (salt: Bytes) => Promise<Bytes>;
  /** Whether the browser promised not to evict what is here. */
  readonly persistent: () => Promise<boolean>;
  readonly wipe: () => Promise<void>;
};

export type StoredRow = { readonly log: string; readonly position: number; readonly bytes: Bytes };
export type NamedValue = { readonly name: string; readonly value: Bytes };

/** Names of logs in the store. */
export const logNames = {
  organisation: 'o',
  record: (record: string) => `r:${record}`,
  /** A tail of ours that the relay's chain displaced, named by its first entry: never deleted, readmitted (rule 2). */
  displaced: (record: string, first: string) => `d:${record}:${first}`,
  /** Verified entries of another tail, as the relay showed them: until it is settled which one stands (rule 2). */
  alternatives: (record: string) => `f:${record}`,
  /** Entries of another branch of the organisation log: the proof of a fork (rule 4). */
  otherBranch: 'p',
  items: (mailbox: string) => `i:${mailbox}`,
  replies: (mailbox: string) => `u:${mailbox}`,
} as const;
