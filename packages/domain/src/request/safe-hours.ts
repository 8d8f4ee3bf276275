import { err, ok } from '../shared/result.ts';
import { isObject, listOf, object, oneOf, type Shape } from '../shared/shape.ts';

/*
 * When she may be reached, in a form that can be reasoned about: days and hours of one clock. What does not fit into it
 * she says in her own words beside it (`safeTimes`). Pure: which day and minute it is at her place, others work out.
 */

export const weekDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type WeekDay = (typeof weekDays)[number];

/** From one time of day until another; over midnight where `until` is not later than `from`. */
export type SafeSpan = {
  /** The days on which it begins; none named means every day. */
  readonly days: readonly WeekDay[];
  /** `HH:MM`, in the 24 hours of the clock. */
  readonly from: string;
  /** `HH:MM`, not included. `24:00` is the end of the day. */
  readonly until: string;
};

export type SafeHours = {
  /** Whose clock: a name of the time zone tables, such as `Asia/Damascus`. */
  readonly zone: string;
  readonly spans: readonly SafeSpan[];
};

/** Day and minute of the day (0 to 1439) at her place. */
export type LocalTime = { readonly day: WeekDay; readonly minute: number };

export const mostSpans = 14;
const minutesOfDay = 24 * 60;

const clock: Shape<string> = (json, path) =>
  typeof json === 'string' && /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(json)
    ? ok(json)
    : err({ problem: json === undefined ? 'missing' : 'wrong', path });

/** Which names a device knows differs with its age: only the form is held here. */
const zone: Shape<string> = (json, path) =>
  typeof json === 'string' && /^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(json)
    ? ok(json)
    : err({ problem: json === undefined ? 'missing' : 'wrong', path });

const span = object({ days: listOf(oneOf(...weekDays), weekDays.length), from: clock, until: clock });
const hours = object({ zone, spans: listOf(span, mostSpans) });

/** Reads `SafeHours`. Hours without a span are nothing that could bind anybody: they are refused. */
export const safeHoursShape: Shape<SafeHours> = (json, path) => {
  const read = hours(json, path);
  if (read.ok && isObject(json) && read.value.spans.length === 0) return err({ problem: 'empty', path });
  return read;
};

/** Whether a moment of her clock lies within the hours that she called safe. */
export function isSafeAt({ spans }: SafeHours, { day, minute }: LocalTime): boolean {
  const before = dayBefore(day);
  return spans.some(({ days, from, until }) => {
    const [start, end] = [minutesOf(from), minutesOf(until)];
    const begins = (on: WeekDay): boolean => days.length === 0 || days.includes(on);
    if (start < end) return begins(day) && minute >= start && minute < end;
    // Over midnight: the evening of a day, and the morning after it.
    return (begins(day) && minute >= start) || (begins(before) && minute < end);
  });
}

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return Math.min(minutesOfDay, hour * 60 + minute);
}

function dayBefore(day: WeekDay): WeekDay {
  return weekDays[(weekDays.indexOf(day) + weekDays.length - 1) % weekDays.length] ?? day;
}
