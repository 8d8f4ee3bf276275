import { addDays, addMonths } from '@leeward/domain/clock/days.ts';

/** One month on paper: weeks of seven days, beginning with the reader's first day of the week. */
export type Month = { readonly first: string; readonly weeks: readonly (readonly string[])[] };

/** The months from one day to another. `firstDay`: 1 for Monday to 7 for Sunday. */
export function monthsBetween(from: string, to: string, firstDay: number): readonly Month[] {
  const months: Month[] = [];
  for (let first = `${from.slice(0, 7)}-01`; first <= to; first = addMonths(first, 1)) {
    const weekday = new Date(`${first}T00:00:00Z`).getUTCDay() || 7;
    let day = addDays(first, -((weekday - firstDay + 7) % 7));
    const weeks: string[][] = [];
    while (day.slice(0, 7) <= first.slice(0, 7)) {
      const begin = day;
      weeks.push(Array.from({ length: 7 }, (_, index) => addDays(begin, index)));
      day = addDays(day, 7);
    }
    months.push({ first, weeks });
  }
  return months;
}

/** The first day of the week as the reader's calendar has it. */
export function firstDayOf(locale: string): number {
  const known = new Intl.Locale(locale) as Intl.Locale & {
    readonly getWeekInfo?: () => { readonly firstDay: number };
    readonly weekInfo?: { readonly firstDay: number };
  };
  return known.getWeekInfo?.().firstDay ?? known.weekInfo?.firstDay ?? 1;
}
