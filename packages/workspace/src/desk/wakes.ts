import type { CaseLine, QueueLine } from './contract.ts';

/*
 * When somebody should be called although every desk is closed: before an answer is overdue, and in the morning of an
 * agreed day. Pure: the relay is told the minutes, and never what for.
 */

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** As many as a device may leave, with room to spare. */
const most = 48;
/** How far ahead a relay takes them. */
const ahead = 60 * day;
/** The part of a response clock that is left when somebody is called: enough to read and to answer. */
const left = 0.2;
/** At this hour of the day, by the clock of the device, agreed steps are called out. */
const morning = 8;

/** The times, in milliseconds since 1970 and rising, at which this member should be called. */
export function wakeTimes(
  queue: readonly QueueLine[],
  cases: readonly CaseLine[],
  me: string,
  now: number,
): readonly number[] {
  const answers = queue.flatMap(({ phase, clock, claimedBy }) => {
    const isMine = claimedBy === null || claimedBy === me;
    if (clock === null || !isMine || phase === 'set_aside' || phase === 'closed') return [];
    return [clock.due - clock.limit * left];
  });
  const steps = cases.flatMap(({ responsible, next }) => {
    if (next === null || (responsible !== null && responsible !== me)) return [];
    const [year = 0, month = 1, date = 1] = next.date.split('-').map(Number);
    return [new Date(year, month - 1, date, morning).getTime()];
  });
  const times = [...answers, ...steps].filter((time) => time > now && time < now + ahead);
  // Two things at one time are one call.
  const rounded = new Set(times.map((time) => Math.floor(time / (15 * minute)) * 15 * minute));
  return [...rounded].sort((one, other) => one - other).slice(0, most);
}
