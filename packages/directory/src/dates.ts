/**
 * Days as they are known: `2026`, `2026-11` or `2026-11-21`. Arithmetic on them is on whole days in UTC and never asks
 * what day it is: today is an argument everywhere.
 */

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

/** The first day that a date can mean, as a number of days. NaN where it is no date. */
export function firstDay(date: string): number {
  const [year = Number.NaN, month = 1, day = 1] = date.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** The last day that a date can mean. */
export function lastDay(date: string): number {
  const [year = Number.NaN, month, day] = date.split('-').map(Number);
  if (month === undefined) return Date.UTC(year, 11, 31) / 86_400_000;
  if (day === undefined) return Date.UTC(year, month, 0) / 86_400_000;
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** A number of days as a date, `2026-11-21`. */
export function dateOfDay(day: number): string {
  const date = new Date(day * 86_400_000);
  return `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
}

/** The same day so many months later; the month's last day where it has no such day. */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * 86_400_000);
  const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(date.getUTCDate(), last));
  return target.getTime() / 86_400_000;
}

const UNIT_DAYS = { hours: 1 / 24, days: 1 } as const;

/** The last day on which something is in time, counted from a day. Working days count Monday to Friday; holidays are not known. */
export function deadline(
  from: number,
  within: number,
  unit: 'hours' | 'days' | 'working-days' | 'months' | 'years',
): number {
  if (unit === 'months') return addMonths(from, within);
  if (unit === 'years') return addMonths(from, within * 12);
  if (unit !== 'working-days') return from + Math.ceil(within * UNIT_DAYS[unit]);
  let day = from;
  for (let left = within; left > 0; ) {
    day += 1;
    const weekday = new Date(day * 86_400_000).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return day;
}
