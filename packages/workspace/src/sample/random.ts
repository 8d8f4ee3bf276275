/** Chance that gives the same numbers for the same seed, so that a sample is the same for everybody who looks at it. */
export type Chance = {
  /** A number from 0 up to, and without, 1. */
  readonly next: () => number;
  /** A whole number from 0 up to, and without, `limit`. */
  readonly below: (limit: number) => number;
  /** True so often. */
  readonly is: (share: number) => boolean;
  /** One of these. @throws RangeError for an empty list. */
  readonly one: <T>(of: readonly T[]) => T;
  /** One of these, each as often as its weight says. @throws RangeError for an empty list. */
  readonly weighed: <T>(of: readonly (readonly [T, number])[]) => T;
};

/** A generator of the xorshift family: 32 bits of state are plenty for a sample, and nothing here is a secret. */
export function chanceFrom(seed: number): Chance {
  let state = (seed | 0) === 0 ? 0x9e3779b9 : seed | 0;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  // Small seeds give small first numbers: let them mix.
  for (let round = 0; round < 16; round += 1) next();
  const below = (limit: number): number => Math.floor(next() * limit);
  const one = <T>(of: readonly T[]): T => {
    const chosen = of[below(of.length)];
    if (chosen === undefined) throw new RangeError('nothing to choose from');
    return chosen;
  };
  return {
    next,
    below,
    one,
    is: (share) => next() < share,
    weighed: <T>(of: readonly (readonly [T, number])[]): T => {
      let left = next() * of.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of of) {
        left -= weight;
        if (left < 0) return value;
      }
      return one(of)[0];
    },
  };
}
