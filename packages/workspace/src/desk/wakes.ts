import { looksAfter, silenceCalls } from '@leeward/domain/check-in/silence.ts';
import { isByClock } from '@leeward/domain/task/events.ts';
import type { CaseLine } from './case-contract.ts';
import type { QueueLine } from './conversation-contract.ts';

/*
 * When somebody should be called although every desk is closed: before an answer is overdue, in the morning of an agreed
 * day or of a task's, when a sign of life is late, and at each rung of the ladder that silence climbs. Pure: the relay is
 * told the minutes, and never what for.
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
  /** When a call that would come in her quiet hours comes instead: at their end, or at once in danger if she says so. */
  disturb: (time: number, immediate: boolean) => number = (time) => time,
): readonly number[] {
  const answers = queue.flatMap(({ phase, clock, claimedBy, urgency, suggested }) => {
    const isMine = claimedBy === null || claimedBy === me;
    if (clock === null || !isMine || phase === 'set_aside' || phase === 'closed') return [];
    const immediate = urgency === 'urg_immediate' || suggested === 'urg_immediate';
    return [disturb(clock.due - clock.limit * left, immediate)];
  });
  const steps = cases.flatMap(({ responsible, next }) => {
    if (next === null || (responsible !== null && responsible !== me)) return [];
    return [disturb(morningOf(next.date), false)];
  });
  const tasks = cases.flatMap(({ responsible, tasks = [] }) =>
    tasks.flatMap(({ key, due, owner, restsUntil }) => {
      if (due === null || ((owner ?? responsible) !== null && (owner ?? responsible) !== me)) return [];
      // A task may rest; what ends by itself calls once more on its last day.
      const day = restsUntil !== null && restsUntil > due && !isByClock(key) ? restsUntil : due;
      return [disturb(morningOf(day), false)];
    }),
  );
  const times = [
    ...answers,
    ...steps,
    ...tasks,
    ...signs(queue, cases, me, now).map((time) => disturb(time, true)),
  ].filter((time) => time > now && time < now + ahead);
  // Two things at one time are one call.
  const rounded = new Set(times.map((time) => Math.floor(time / (15 * minute)) * 15 * minute));
  return [...rounded].sort((one, other) => one - other).slice(0, most);
}

const morningOf = (day: string): number => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, morning).getTime();
};

/** When a sign of life turns late, and every rung after that: for whoever looks after it, and for all where nobody does. */
function signs(
  queue: readonly QueueLine[],
  cases: readonly CaseLine[],
  me: string,
  now: number,
): readonly number[] {
  const files = new Map(
    cases.flatMap((line) => (line.conversation === null ? [] : [[line.conversation, line] as const])),
  );
  const ofRequests = queue.flatMap(({ record, checkIn, claimedBy }) => {
    const file = files.get(record);
    const watch = file?.watch ?? null;
    const who = looksAfter(watch, file?.responsible ?? claimedBy, now);
    const rungs = watch?.ladder.some((rung) => rung.who === me) === true;
    return who === null || who === me || rungs ? silenceCalls(watch, checkIn, now) : [];
  });
  const known = new Set(queue.map(({ record }) => record));
  const ofCases = cases.flatMap(({ watch = null, conversation, responsible }) => {
    if (watch === null || (conversation !== null && known.has(conversation))) return [];
    const who = looksAfter(watch, responsible, now);
    const rungs = watch.ladder.some((rung) => rung.who === me);
    return who === null || who === me || rungs ? silenceCalls(watch, null, now) : [];
  });
  return [...ofRequests, ...ofCases];
}
