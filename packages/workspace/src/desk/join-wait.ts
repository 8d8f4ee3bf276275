/*
 * Who joins has no key yet that the relay would announce anything to, and who invites is told of no drop box: both look
 * now and then. Two people who compare words by voice are served at once; a page that is left open asks seldom.
 */

const second = 1000;
const minute = 60 * second;

/** How long to wait before looking again, both in milliseconds; `since` is for how long somebody has waited already. */
export function joinWait(since: number): number {
  if (since < 3 * minute) return 3 * second;
  return since < 20 * minute ? 15 * second : minute;
}
