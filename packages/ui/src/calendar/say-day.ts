import { dateFormat } from '../language/date-format.ts';
import { remembered } from '../language/remembered.ts';
import { type Calendar, calendars } from './calendars.ts';
import { dayOf, partsOf } from './days.ts';

/** A year of each calendar that has all its months. */
export const sampleYears: Readonly<Record<Calendar, number>> = {
  gregory: 2021,
  persian: 1400,
  'islamic-umalqura': 1443,
  ethiopic: 2014,
  buddhist: 2564,
};

/** The name of a month as a reader of this tag knows it, or its number where a calendar has no names in her language. */
export function monthName(tag: string, calendar: Calendar, year: number, month: number): string {
  const day =
    dayOf(calendar, { year, month, day: 1 }) ??
    dayOf(calendar, { year: sampleYears[calendar], month, day: 1 });
  if (day === null) return String(month);
  // What the platform has for Persian months in Arabic is no name that anybody knows: theirs is Persian.
  const language = calendar === 'persian' && languageOf(tag) === 'ar' ? 'fa' : tag;
  return formatFor(language, calendar, { month: 'long' }).format(Date.parse(`${day}T12:00:00Z`));
}

/** One way to write days by this tag in this calendar, at noon in Greenwich. */
export function formatFor(
  tag: string,
  calendar: Calendar,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const all = { ...options, calendar, timeZone: 'UTC' };
  return remembered(`day ${tag} ${JSON.stringify(all)}`, () => new Intl.DateTimeFormat(tag, all));
}

const noon = (iso: string): number => Date.parse(`${iso}T12:00:00Z`);

/** "Saturday, 21 November 2026": with the day of the week, by which people notice a slip. */
export function sayDay(tag: string, calendar: Calendar, iso: string): string {
  return remembered(`said day ${tag} ${calendar}`, () =>
    dateFormat(tag, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      calendar,
      timeZone: 'UTC',
    }),
  ).format(noon(iso));
}

/** "21 November 2026", in the order and digits of the reader, without marks of an era: what stands in a field and is read again. */
export function writeDay(tag: string, calendar: Calendar, iso: string): string {
  return written(tag, calendar, iso, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** "November 2026", as it stands in a field. */
export function writeMonth(tag: string, calendar: Calendar, iso: string): string {
  return written(tag, calendar, iso, { month: 'long', year: 'numeric' });
}

/** "2026", as it stands in a field. */
export function writeYear(tag: string, calendar: Calendar, iso: string): string {
  const { year } = partsOf(calendar, iso);
  return new Intl.NumberFormat(tag, { useGrouping: false }).format(year);
}

function written(
  tag: string,
  calendar: Calendar,
  iso: string,
  options: { readonly day?: 'numeric'; readonly month: 'long'; readonly year: 'numeric' },
): string {
  const parts = partsOf(calendar, iso);
  const shown = formatFor(tag, calendar, options).formatToParts(noon(iso));
  const month = shown.find(({ type }) => type === 'month')?.value ?? '';
  const isHan = shown.some(({ value }) => value.includes('年'));
  // A calendar without names in this language is written in numbers.
  if (!isHan && (!/\p{L}{2}/u.test(month) || /\p{Nd}/u.test(month))) {
    const number = new Intl.NumberFormat(tag, { useGrouping: false, minimumIntegerDigits: 2 });
    const asked = ['year', 'month', 'day'] as const;
    return asked
      .filter((part) => part !== 'day' || options.day !== undefined)
      .map((part) => number.format(parts[part]))
      .join('-');
  }
  const isArabicOfPersia = calendar === 'persian' && languageOf(tag) === 'ar';
  return shown
    .map(({ type, value }, at) => {
      if (type === 'month' && isArabicOfPersia) return monthName(tag, calendar, parts.year, parts.month);
      // What stands before or behind an era goes with it.
      const isBesideEra = shown[at + 1]?.type === 'era' || shown[at - 1]?.type === 'era';
      return type === 'era' || (type === 'literal' && isBesideEra && !/年/.test(value)) ? ' ' : value;
    })
    .join('')
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const languageOf = (tag: string): string | undefined => tag.split('-')[0];

/** The name of a calendar, in the reader's language where the platform has one. */
export function calendarName(tag: string, calendar: Calendar): string {
  try {
    return new Intl.DisplayNames(tag, { type: 'calendar' }).of(calendar) ?? calendar;
  } catch {
    return calendar;
  }
}

/** The calendars as they stand in a menu: the reader's own first, then the Gregorian one. */
export function calendarChoices(own: Calendar, has: (calendar: Calendar) => boolean): readonly Calendar[] {
  return [...new Set<Calendar>([own, 'gregory', ...calendars])].filter(has);
}
