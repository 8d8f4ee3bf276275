/**
 * One number for the times at which many cases were last written in, whatever their order: a list is complete when its
 * lines come to it. Kept far below 2^53, where a plain sum over thousands of times would no longer be exact.
 */
export const touchedBy = (times: readonly number[]): number =>
  times.reduce((sum, time) => (sum + time) % 2 ** 50, 0);
