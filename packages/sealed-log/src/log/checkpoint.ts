import type { Bytes } from '../crypto/bytes.ts';
import { equal, fromHex, toHex } from '../crypto/bytes.ts';
import type { Result } from '../crypto/result.ts';
import { err, ok } from '../crypto/result.ts';
import type { Chain } from './chain.ts';
import { headOf } from './chain.ts';
import type { EventObject } from './events-json.ts';
import type { Head } from './head-list.ts';
import { headsOf } from './head-list.ts';

/** How many heads one checkpoint names at most: what fits into the body of one entry. More go into a second one. */
export const checkpointHeads = 300;

/**
 * The heads of the records that changed since this device's last checkpoint in a team (rule 7). `last` are the heads
 * that it named then. Give only chains of records that the team may read.
 */
export function checkpointOf(chains: Iterable<Chain>, last: readonly Head[]): readonly (readonly Head[])[] {
  const known = new Map(last.map((one) => [toHex(one.record), one]));
  const changed = headsOf(chains).filter((head) => {
    const before = known.get(toHex(head.record));
    return before === undefined || before.position !== head.position || !equal(before.head, head.head);
  });
  const parts: (readonly Head[])[] = [];
  for (let from = 0; from < changed.length; from += checkpointHeads)
    parts.push(changed.slice(from, from + checkpointHeads));
  return parts;
}

/** A checkpoint as an event of the team's own log. */
export const checkpointEvent = (heads: readonly Head[]): EventObject => ({
  type: 'CheckpointTaken',
  v: 1,
  heads: heads.map(({ record, position, head }) => [toHex(record), position, toHex(head)]),
});

/** Reads a checkpoint that a colleague's device wrote. */
export function readCheckpoint(event: EventObject): Result<readonly Head[], 'malformed'> {
  const { type, v, heads } = event;
  if (type !== 'CheckpointTaken' || v !== 1 || !Array.isArray(heads) || heads.length > checkpointHeads)
    return err('malformed');
  const read: Head[] = [];
  for (const one of heads as readonly unknown[]) {
    const [record, position, head] =
      Array.isArray(one) && one.length === 3 ? (one as readonly unknown[]) : [];
    const [recordBytes, headBytes] = [hash(record), hash(head)];
    const isPosition = typeof position === 'number' && Number.isInteger(position) && position >= 0;
    if (recordBytes === null || headBytes === null || !isPosition) return err('malformed');
    read.push({ record: recordBytes, position, head: headBytes });
  }
  return ok(read);
}

function hash(text: unknown): Bytes | null {
  const bytes = typeof text === 'string' ? fromHex(text) : null;
  return bytes?.ok && bytes.value.length === 32 ? bytes.value : null;
}

/** What a colleague's head says about mine of the same record. */
export type HeadComparison =
  | { readonly type: 'same' }
  /** I hold less than she did: the relay withholds a tail from me, or I have not pulled it yet. */
  | { readonly type: 'behind'; readonly by: number }
  /** She held less than I do, and what she held is what I hold. */
  | { readonly type: 'ahead'; readonly by: number }
  /** Another entry at the same position: somebody showed us two records. My entry is one half of the proof. */
  | { readonly type: 'fork'; readonly position: number; readonly mine: Bytes; readonly theirs: Bytes };

export type ComparedHead = { readonly head: Head; readonly comparison: HeadComparison };

/**
 * Compares a colleague's checkpoint with what this device holds. A record that it does not hold at all counts as
 * behind; the caller knows whether it should be readable here.
 */
export function compareCheckpoint(
  heads: readonly Head[],
  chainOf: (record: Bytes) => Chain | null,
): readonly ComparedHead[] {
  return heads.map((head) => ({ head, comparison: compare(head, chainOf(head.record)) }));
}

function compare({ position, head }: Head, chain: Chain | null): HeadComparison {
  const own = chain === null ? -1 : headOf(chain).position;
  if (own < position) return { type: 'behind', by: position - own };
  const here = chain?.links[position];
  if (here === undefined || !equal(here.hash, head))
    return { type: 'fork', position, mine: here?.bytes ?? new Uint8Array(0), theirs: head };
  return own === position ? { type: 'same' } : { type: 'ahead', by: own - position };
}
