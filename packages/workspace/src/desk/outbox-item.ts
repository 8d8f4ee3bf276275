import type { Failure } from './contract.ts';

/**
 * One act of a person on its way into the log. It is kept before anything is sent, and it keeps what was typed until a
 * colleague's device could read it.
 */
export type OutboxItem = {
  /** The place in the outbox: acts leave it in the order in which they were made. */
  readonly order: number;
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
  /** `confirmed` only where a colleague changed the same field meanwhile: shown until it was read. */
  readonly state: 'kept' | 'sent' | 'refused' | 'conflict' | 'confirmed';
  /** Values of the fields that the act edits, as the person saw them. */
  readonly seen: Readonly<Record<string, unknown>> | null;
  readonly changed: readonly string[];
  readonly failure: Failure | null;
  /**
   * Days without a sign of life of the organisation when a person confirmed that this is to be sealed all the same
   * (rule 7). Missing or null: nobody did.
   */
  readonly silence?: number | null;
  /** Maintenance of the device, not an act of a person: not shown among unsent work. */
  readonly silent: boolean;
};

/** Whether an act of a person is not in the log yet: said, and shown in red when it grows old. */
export const isUnsent = (item: OutboxItem, now: number): boolean =>
  !item.silent && item.state !== 'confirmed' && item.notBefore <= now;

/** Whether this act waits until a person has confirmed it (rule 7). */
export const isHeldBack = ({ failure }: OutboxItem): boolean => failure?.code === 'needs-confirmation';
