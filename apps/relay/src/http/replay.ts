import type { Bytes } from '@leeward/sealed-log/wire';
import { hexOf } from '../bytes.ts';

/** What became of the attempt to use a counter under a challenge. */
export type CounterVerdict = 'fresh' | 'replayed' | 'expired';

/**
 * Which counters each key has used under each challenge. A counter is used once; the last 64 below the highest may
 * still come, so that requests may run in parallel.
 *
 * Memory is bounded: when there are too many pairs, the oldest challenges are forgotten and refused from then on as
 * expired, which costs an honest client one more question and a replaying one its replay.
 */
export type UsedCounters = {
  readonly use: (key: Bytes, challenge: Bytes, expiry: number, counter: number) => CounterVerdict;
  readonly size: () => number;
};

const windowSize = 64;

export function openUsedCounters(
  limit = 100_000,
  now: () => number = () => Math.floor(Date.now() / 1000),
): UsedCounters {
  /** By expiry, so that what is over can be dropped at once. */
  const byExpiry = new Map<number, Map<string, { highest: number; seen: bigint }>>();
  let size = 0;
  /** Challenges that expire at or before this second are not taken any more. */
  let refusedUntil = 0;

  const drop = (expiry: number): void => {
    size -= byExpiry.get(expiry)?.size ?? 0;
    byExpiry.delete(expiry);
  };
  const makeRoom = (): void => {
    const expiries = [...byExpiry.keys()].sort((left, right) => left - right);
    for (const expiry of expiries) {
      if (expiry > now() && size < limit * 0.75) return;
      if (expiry > now()) refusedUntil = Math.max(refusedUntil, expiry);
      drop(expiry);
    }
  };
  return {
    use: (key, challenge, expiry, counter) => {
      if (size >= limit) makeRoom();
      if (expiry <= refusedUntil || expiry <= now()) return 'expired';
      const pair = `${hexOf(key)}${hexOf(challenge)}`;
      const known = byExpiry.get(expiry) ?? new Map<string, { highest: number; seen: bigint }>();
      byExpiry.set(expiry, known);
      const used = known.get(pair);
      if (used === undefined) {
        known.set(pair, { highest: counter, seen: 1n });
        size += 1;
        return 'fresh';
      }
      const behind = used.highest - counter;
      if (behind >= windowSize) return 'replayed';
      if (behind >= 0) {
        const bit = 1n << BigInt(behind);
        if ((used.seen & bit) !== 0n) return 'replayed';
        used.seen |= bit;
        return 'fresh';
      }
      // Bit n stands for the counter n below the highest; what falls out of the window counts as used.
      const shift = Math.min(-behind, windowSize);
      used.seen = BigInt.asUintN(windowSize, used.seen << BigInt(shift)) | 1n;
      used.highest = counter;
      return 'fresh';
    },
    size: () => size,
  };
}
