/** One line of the bench: a ratio within one run, its goal, and the absolute figures behind it for the curious. */
export type Measured = {
  readonly name: string;
  /** The median over the rounds; null where a figure stands for itself. */
  readonly ratio: number | null;
  readonly goal: { readonly atLeast: number } | { readonly atMost: number } | null;
  readonly rounds: number;
  readonly detail: string;
};

/** The middle one, or the mean of the two in the middle. @throws Error for an empty list. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
  if (upper === undefined || lower === undefined) throw new Error('a median of nothing');
  return (lower + upper) / 2;
}

export function isMet({ ratio, goal }: Measured): boolean | null {
  if (ratio === null || goal === null) return null;
  return 'atLeast' in goal ? ratio >= goal.atLeast : ratio <= goal.atMost;
}
