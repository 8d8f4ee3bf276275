import { addDays } from '@leeward/domain/clock/days.ts';
import type { Calendar } from '@leeward/ui/calendar/calendars.ts';
import { monthSpan, partsOf } from '@leeward/ui/calendar/days.ts';

/** One month on paper: its first and last day, and weeks of seven days, beginning with the reader's first day of the week. */
export type Month = {
  readonly first: string;
  readonly last: string;
  readonly weeks: readonly (readonly string[])[];
};

/** The months of the reader's calendar from one day to another. `firstDay`: 1 for Monday to 7 for Sunday. */
export function monthsBetween(
  from: string,
  to: string,
  firstDay: number,
  calendar: Calendar = 'gregory',
): readonly Month[] {
  const months: Month[] = [];
  for (let at = from; ; ) {
    const { year, month } = partsOf(calendar, at);
    const span = monthSpan(calendar, year, month);
    if (span === null || span.first > to) return months;
    const weekday = new Date(`${span.first}T00:00:00Z`).getUTCDay() || 7;
    let day = addDays(span.first, -((weekday - firstDay + 7) % 7));
    const weeks: string[][] = [];
    while (day <= span.last) {
      const begin = day;
      weeks.push(Array.from({ length: 7 }, (_, index) => addDays(begin, index)));
      day = addDays(day, 7);
    }
    months.push({ ...span, weeks });
    at = addDays(span.last, 1);
  }
}

/** The first day of the week as the reader's calendar has it. */
export function firstDayOf(locale: string): number {
  const known = new Intl.Locale(locale) as Intl.Locale & {
    readonly getWeekInfo?: () => { readonly firstDay: number };
    readonly weekInfo?: { readonly firstDay: number };
  };
  return known.getWeekInfo?.().firstDay ?? known.weekInfo?.firstDay ?? 1;
}
