/**
 * How many rounds a randomised test runs: the given number in CI, `LEEWARD_SOAK` times as many in `npm run soak`.
 * The code is the same at both sizes, so that a soak can only find more, never something else.
 */
export function runs(ci: number, soak = ci * 20): number {
  return process.env['LEEWARD_SOAK'] === '1' ? soak : ci;
}
