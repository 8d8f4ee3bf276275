import { type InexactDate, spanOf } from '@leeward/domain/shared/inexact-date.ts';
import type { Calendar } from '@leeward/ui/calendar/calendars.ts';
import { hasCommonMonths } from '@leeward/ui/calendar/days.ts';
import { type Known, wholeOf } from '@leeward/ui/calendar/known.ts';

/** What was understood, as a case keeps it. */
export function inexactOf(known: Known, said: string, south: boolean): InexactDate {
  switch (known.kind) {
    case 'point':
      return { kind: 'point', at: known.at, about: known.about, said };
    case 'season':
      return { kind: 'season', season: known.season, year: known.year, south, said };
    case 'between':
      return { kind: 'between', from: known.from, to: known.to, said };
  }
}

/**
 * Whether what is kept says less than what was written: "about spring 2021" is a spring, and "about 1399" is kept as the
 * year 2020. Then the words themselves are kept beside it.
 */
export function keepsLess(known: Known, calendar: Calendar): boolean {
  return known.about && (known.kind !== 'point' || (known.at.length < 10 && !hasCommonMonths(calendar)));
}

/** The whole year, month or season of a calendar that a date is, where it is one of that calendar and not of ISO. */
export function wholeIn(calendar: Calendar, date: InexactDate): ReturnType<typeof wholeOf> {
  if (hasCommonMonths(calendar) || date.kind !== 'between') return null;
  const { first, last } = spanOf(date);
  return first === null || last === null ? null : wholeOf(calendar, first, last);
}
