/**
 * How many rounds a randomised test runs: the given number in CI, and in `npm run soak` as many times more as
 * `LEEWARD_SOAK` says, up to `most` where there are no more cases than that. The code is the same at every size, so
 * that a soak can only find more, never something else.
 */
export function runs(ci: number, most = Number.POSITIVE_INFINITY): number {
  const times = Number(process.env['LEEWARD_SOAK'] ?? 1);
  return Math.max(ci, Math.min(ci * times, most));
}
