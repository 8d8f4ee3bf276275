import type { Failure } from './contract.ts';

/**
 * One act of a person on its way into the log. It is kept before anything is sent, and it keeps what was typed until a
 * colleague's device could read it.
 */
export type OutboxItem = {
  /** One per act, hex of 16 bytes: makes every retry harmless. */
  readonly action: string;
  /** Hex of the record; for a new one, its random id. */
  readonly record: string;
  readonly command: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** What a new record is, and the teams that read it; null where the record exists. */
  readonly creates: { readonly kind: string; readonly teams: readonly string[] } | null;
  readonly since: number;
  /** Not before this time (rule 14: identities are made at a random hour). */
  readonly notBefore: number;
  readonly state: 'kept' | 'sent' | 'refused' | 'conflict';
  /** Values of the fields that the act edits, as the person saw them. */
  readonly seen: Readonly<Record<string, unknown>> | null;
  readonly changed: readonly string[];
  readonly failure: Failure | null;
  /** The signed entry and its hash, once it was signed: the same bytes are sent again (rule 6). Base64url. */
  readonly signed: {
    readonly bytes: string;
    readonly hash: string;
    readonly prev: string;
    readonly proof: string | null;
  } | null;
  /** Maintenance of the device, not an act of a person: not shown among unsent work. */
  readonly silent: boolean;
};
