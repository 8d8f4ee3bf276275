/** How often one key may ask, in memory only: a bucket that fills evenly through the minute. */
export type RateLimits = {
  /** Seconds to wait, or 0 when the request may go on. */
  readonly take: (key: string) => number;
};

const minute = 60_000;

/**
 * Buckets for keys. Memory is bounded: full buckets are dropped when there are too many, because a full bucket is the
 * same as none.
 */
export function openRateLimits(perMinute: number, limit = 50_000, now: () => number = Date.now): RateLimits {
  const buckets = new Map<string, { left: number; at: number }>();
  const refilled = (bucket: { left: number; at: number }): number =>
    Math.min(perMinute, bucket.left + ((now() - bucket.at) / minute) * perMinute);
  return {
    take: (key) => {
      if (buckets.size >= limit)
        for (const [other, bucket] of buckets) if (refilled(bucket) >= perMinute) buckets.delete(other);
      // Still too many at once: whoever is new starts with a full bucket, and the oldest bucket goes.
      const oldest = buckets.size >= limit ? buckets.keys().next().value : undefined;
      if (oldest !== undefined) buckets.delete(oldest);
      const bucket = buckets.get(key) ?? { left: perMinute, at: now() };
      const left = refilled(bucket);
      if (left < 1) return Math.ceil(((1 - left) * 60) / Math.max(1, perMinute));
      buckets.set(key, { left: left - 1, at: now() });
      return 0;
    },
  };
}
