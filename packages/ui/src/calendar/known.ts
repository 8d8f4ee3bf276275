import type { Calendar } from './calendars.ts';
import {
  type DaySpan,
  dayOf,
  hasCommonMonths,
  isYear,
  middleOf,
  monthSpan,
  monthsIn,
  monthsSpan,
  partsOf,
  yearSpan,
} from './days.ts';

export const seasons = ['spring', 'summer', 'autumn', 'winter'] as const;
export type Season = (typeof seasons)[number];

/** A date as exactly as it was written, in a calendar. */
export type Typed = {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly season?: Season;
};

/**
 * What is kept of a date, in ISO: `at`, `from` and `to` are a year, a month or a day. A year or month of a calendar whose
 * months are not those of ISO is kept as its first and last day; where only "about" can be kept, as the year or month in
 * which its middle lies.
 */
export type Known =
  | { readonly kind: 'point'; readonly at: string; readonly about: boolean }
  | { readonly kind: 'season'; readonly season: Season; readonly year: number; readonly about: boolean }
  | {
      readonly kind: 'between';
      readonly from: string | null;
      readonly to: string | null;
      readonly about: boolean;
    };

const two = (count: number): string => String(count).padStart(2, '0');

/** What is kept of a date that was written in a calendar; null where the calendar has no such date. */
export function knownOf(calendar: Calendar, typed: Typed, about: boolean): Known | null {
  const { year, month, day, season } = typed;
  if (year === undefined || !isYear(calendar, year)) return null;
  if (day !== undefined) {
    const at = month === undefined ? null : dayOf(calendar, { year, month, day });
    return at === null ? null : { kind: 'point', at, about };
  }
  if (month !== undefined && (month < 1 || month > monthsIn(calendar, year))) return null;
  if (hasCommonMonths(calendar)) {
    const common = calendar === 'buddhist' ? year - 543 : year;
    if (season !== undefined) return { kind: 'season', season, year: common, about };
    return { kind: 'point', at: month === undefined ? String(common) : `${common}-${two(month)}`, about };
  }
  const span = spanOf(calendar, typed);
  if (span === null) return null;
  if (!about) return { kind: 'between', from: span.first, to: span.last, about };
  return {
    kind: 'point',
    at: middleOf(span).slice(0, month === undefined && season === undefined ? 4 : 7),
    about,
  };
}

/** The days of a year, month or season of a calendar. Of the others, only the Persian year begins with the spring. */
export function spanOf(calendar: Calendar, { year, month, season }: Typed): DaySpan | null {
  if (year === undefined) return null;
  if (season !== undefined) {
    if (calendar !== 'persian') return null;
    const begins = seasons.indexOf(season) * 3 + 1;
    return monthsSpan(calendar, year, begins, begins + 2);
  }
  return month === undefined ? yearSpan(calendar, year) : monthSpan(calendar, year, month);
}

/** The year, month or season of a calendar that some days are, exactly; null where they are none. */
export function wholeOf(calendar: Calendar, from: string, to: string): Typed | null {
  if (from.length !== 10 || to.length !== 10) return null;
  const { year, month, day } = partsOf(calendar, from);
  if (day !== 1) return null;
  const season = calendar === 'persian' ? seasons[(month - 1) / 3] : undefined;
  const tries: readonly Typed[] = [
    ...(month === 1 ? [{ year }] : []),
    { year, month },
    ...(season === undefined ? [] : [{ year, season }]),
  ];
  const same = (typed: Typed): boolean => {
    const span = spanOf(calendar, typed);
    return span?.first === from && span.last === to;
  };
  return tries.find(same) ?? null;
}
