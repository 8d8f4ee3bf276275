import type { Bytes } from '../crypto/bytes.ts';
import { equal, toHex } from '../crypto/bytes.ts';
import type { Chain } from './chain.ts';
import { headOf } from './chain.ts';
import type { Head } from './head-list.ts';
import { headsOf } from './head-list.ts';

/**
 * The heads of the records that changed since this device's last checkpoint in a team (rule 7). `last` are the heads
 * that it named then. Give only chains of records that the team may read. They travel as an event of the team's own log.
 */
export function checkpointOf(chains: Iterable<Chain>, last: readonly Head[]): readonly Head[] {
  const known = new Map(last.map((one) => [toHex(one.record), one]));
  return headsOf(chains).filter(({ record, position, head }) => {
    const before = known.get(toHex(record));
    return before === undefined || before.position !== position || !equal(before.head, head);
  });
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
