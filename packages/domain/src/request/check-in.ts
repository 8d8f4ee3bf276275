/*
 * Agreed times at which she says that she is safe (handbook, invariant 10: silence is an event, and follows the agreed
 * rule). Pure: the door and the desk compute the same rounds from the same plan. Imports nothing, for the door's sake.
 */

/** When a sign of life is due. */
export type Rhythm =
  | { readonly every: number }
  /** At these times of day, `08:00`, in the time zone where she is. */
  | { readonly times: readonly string[]; readonly zone: string };

export type CheckInPlan = {
  readonly id: string;
  /** `every` is in hours. */
  readonly rhythm: Rhythm;
  /** The first moment at which a round may be due, and the last; milliseconds since 1970. */
  readonly from: number;
  readonly until: number | null;
  /** How long after its time a round counts as missed, in minutes. */
  readonly grace: number;
  /** What we do when she is silent, in words that both agreed. */
  readonly silence: string;
  /** Language of these words. */
  readonly language: string;
};

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** So many rounds are counted at most: more says nothing more. */
const mostRounds = 1000;

/** The times of rounds after `after` and up to `upTo`, in order; at most `most`. */
export function roundsBetween(
  plan: CheckInPlan,
  after: number,
  upTo: number,
  most: number = mostRounds,
): readonly number[] {
  const end = Math.min(upTo, plan.until ?? Number.POSITIVE_INFINITY);
  const start = Math.max(after, plan.from - 1);
  if (!(end > start)) return [];
  return 'every' in plan.rhythm
    ? everySoOften(plan.from, plan.rhythm.every * hour, start, end, most)
    : atTimes(plan.rhythm, start, end, most);
}

/** The next round after `now`; null where there is none. */
export function nextRound(plan: CheckInPlan, now: number): number | null {
  return roundsBetween(plan, Math.max(now, plan.from - 1), Math.max(now, plan.from) + 32 * day, 1)[0] ?? null;
}

function everySoOften(
  from: number,
  step: number,
  start: number,
  end: number,
  most: number,
): readonly number[] {
  const rounds: number[] = [];
  const first = Math.max(0, Math.floor((start - from) / step) + 1);
  for (let number = first; rounds.length < most; number += 1) {
    const time = from + number * step;
    if (time > end) break;
    rounds.push(time);
  }
  return rounds;
}

function atTimes(
  { times, zone }: Extract<Rhythm, { readonly zone: string }>,
  start: number,
  end: number,
  most: number,
): readonly number[] {
  const rounds: number[] = [];
  const sorted = [...new Set(times)].sort();
  // A day earlier than the start, because her day may have begun before ours.
  for (let noon = start - day; noon <= end + day && rounds.length < most; noon += day) {
    const date = dateIn(zone, noon);
    for (const time of sorted) {
      const at = momentOf(date, time, zone);
      const isNew = rounds.length === 0 || at > (rounds.at(-1) ?? 0);
      if (at > start && at <= end && isNew && rounds.length < most) rounds.push(at);
    }
  }
  return rounds;
}

/** The time zone as the calendar knows it; the world's own where a name is not known. */
function knownZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

type Fields = { readonly year: number; readonly month: number; readonly day: number };

function dateIn(zone: string, at: number): Fields {
  const moved = at + offsetAt(zone, at);
  const date = new Date(moved);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}

/** The moment of a time of day on a date there. A time that the change of clocks skips falls after the gap. */
function momentOf(date: Fields, time: string, zone: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const wall = Date.UTC(date.year, date.month, date.day, hours, minutes);
  const guess = wall - offsetAt(zone, wall);
  return wall - offsetAt(zone, guess);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** How far the clocks of a zone are ahead of the world's own, in milliseconds. */
function offsetAt(zone: string, at: number): number {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone: knownZone(zone),
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(zone, clock);
  }
  const part = new Map(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const read = (type: Intl.DateTimeFormatPartTypes): number => part.get(type) ?? 0;
  const wall = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  );
  return wall - Math.floor(at / 1000) * 1000;
}

/**
 * The first round that nothing answers: a sign of life answers every round up to its time, and the next one too where it
 * came not long before it (half the way to it, at most six hours). Null where no round is open up to `now`, unless
 * `ahead` is asked for: then the next one to come.
 */
export function firstOpenRound(plan: CheckInPlan, lastSafe: number | null): number | null {
  const start = Math.max(plan.from - 1, lastSafe ?? plan.from - 1);
  const [next, after] = roundsBetween(plan, start, start + 64 * day, 2);
  if (next === undefined || lastSafe === null || lastSafe < plan.from - 6 * hour) return next ?? null;
  const before = after === undefined ? day : after - next;
  return next - lastSafe <= Math.min(before / 2, 6 * hour) ? (after ?? null) : next;
}

/** How many rounds have gone by unanswered at `now`, each with its grace. */
export function missedRounds(plan: CheckInPlan, lastSafe: number | null, now: number): readonly number[] {
  const first = firstOpenRound(plan, lastSafe);
  return first === null ? [] : roundsBetween(plan, first - 1, now - plan.grace * minute);
}
