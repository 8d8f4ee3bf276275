import { addDays, addMonths, daysBetween } from '../clock/days.ts';
import type { Repeat } from './events.ts';
import type { Done } from './state.ts';

/**
 * The day on which a task that comes back is due next; null where it has come for the last time. From the due day its
 * rhythm stays and what was missed is not asked for one by one; from the day done it begins anew each time. That two
 * people did it apart makes no difference: it was done once, on the later of their days.
 */
export function nextDue(start: string, repeat: Repeat, done: readonly Done[]): string | null {
  if (done.length === 0) return within(start, repeat);
  const on = latestOf(done.map((one) => one.on));
  const after = latestOf([on, ...done.flatMap(({ due }) => (due === null ? [] : [due]))]);
  if (start > after) return within(start, repeat);
  if (repeat.from === 'due') return within(firstAfter(start, repeat, after), repeat);
  const next = step(on, repeat, 1);
  return within(next > after ? next : step(after, repeat, 1), repeat);
}

const latestOf = (days: readonly string[]): string =>
  days.reduce((latest, day) => (day > latest ? day : latest), '');

const within = (day: string, { until }: Repeat): string | null =>
  until !== null && day > until ? null : day;

/** The first day of the rhythm after a day. */
function firstAfter(start: string, repeat: Repeat, after: string): string {
  const length = { day: 1, week: 7, month: 31 }[repeat.unit] * repeat.every;
  let number = Math.max(0, Math.floor(daysBetween(start, after) / length));
  while (step(start, repeat, number) <= after) number += 1;
  return step(start, repeat, number);
}

/** Counted from the beginning, so that the 31st comes back after a short month. */
function step(start: string, { every, unit }: Repeat, times: number): string {
  if (unit === 'month') return addMonths(start, every * times);
  return addDays(start, every * times * (unit === 'week' ? 7 : 1));
}
