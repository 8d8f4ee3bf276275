import type { Calendar } from './calendars.ts';

/** A day as a calendar counts it. Months count from 1 as they follow each other in the year; Ethiopia has thirteen. */
export type DayParts = { readonly year: number; readonly month: number; readonly day: number };

/** First and last day, both within, as `2020-03-20`. */
export type DaySpan = { readonly first: string; readonly last: string };

const oneDay = 86_400_000;
/** Days since 1970-01-01 of `2020-03-20`, and back. */
const numberOf = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / oneDay);
const isoOf = (number: number): string => new Date(number * oneDay).toISOString().slice(0, 10);

/** Years that are read as years at all, by what the Gregorian calendar calls them: others are a slip, or another calendar. */
const oldest = 1850;
const newest = 2150;

/** About how many years a calendar lies before the Gregorian one, and how long its year is: where a search begins. */
const beginnings: Readonly<Record<Calendar, { readonly epoch: number; readonly length: number }>> = {
  gregory: { epoch: 0, length: 1 },
  buddhist: { epoch: -543, length: 1 },
  persian: { epoch: 621.2, length: 1 },
  ethiopic: { epoch: 7.7, length: 1 },
  'islamic-umalqura': { epoch: 621.5, length: 354.367 / 365.2425 },
};

const formats = new Map<Calendar, Intl.DateTimeFormat>();

function formatOf(calendar: Calendar): Intl.DateTimeFormat {
  const made =
    formats.get(calendar) ??
    new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    });
  formats.set(calendar, made);
  return made;
}

/** A day as this calendar counts it. The platform's own calendars are asked: nobody's arithmetic but one. */
export function partsOf(calendar: Calendar, iso: string): DayParts {
  const parts = formatOf(calendar).formatToParts(numberOf(iso) * oneDay);
  const part = (type: string): number =>
    Number.parseInt(parts.find((one) => one.type === type)?.value ?? '', 10);
  return { year: part('year'), month: part('month'), day: part('day') };
}

/** Every length that a month has in some calendar, the little thirteenth month of Ethiopia first. */
const lengths = [5, 6, 28, 29, 30, 31] as const;

/** The first days of the months of a year, and of the year after it, as numbers of days. */
const tables = new Map<string, readonly number[]>();

function tableOf(calendar: Calendar, year: number): readonly number[] {
  const key = `${calendar} ${year}`;
  const kept = tables.get(key);
  if (kept !== undefined) return kept;
  const starts: number[] = [];
  let at = firstOf(calendar, year);
  while (partsOf(calendar, isoOf(at)).year === year) {
    starts.push(at);
    at += lengths.find((length) => partsOf(calendar, isoOf(at + length)).day === 1) ?? 31;
  }
  starts.push(at);
  tables.set(key, starts);
  return starts;
}

/** The first day of a year: from where it must about be, step by step. */
function firstOf(calendar: Calendar, year: number): number {
  const { epoch, length } = beginnings[calendar];
  let at = Math.round((epoch + year * length - 1970) * 365.2425);
  for (let step = 0; step < 800; step++) {
    const here = partsOf(calendar, isoOf(at));
    if (here.year < year) at += here.year < year - 1 ? 300 : 1;
    else if (here.year > year) at -= here.year > year + 1 ? 300 : 1;
    else if (here.month === 1) return at - here.day + 1;
    else at -= here.day;
  }
  throw new Error('no such year in this calendar');
}

/** Whether a year of a calendar is one that people here write about: about 1850 to 2150 by Gregorian count. */
export function isYear(calendar: Calendar, year: number): boolean {
  const { epoch, length } = beginnings[calendar];
  const common = epoch + year * length;
  return Number.isInteger(year) && common >= oldest && common <= newest;
}

/** How many months a year has. */
export function monthsIn(calendar: Calendar, year: number): number {
  return isYear(calendar, year) ? tableOf(calendar, year).length - 1 : 12;
}

/** How many days a month has; 0 where there is no such month. */
export function daysIn(calendar: Calendar, year: number, month: number): number {
  const span = monthSpan(calendar, year, month);
  return span === null ? 0 : numberOf(span.last) - numberOf(span.first) + 1;
}

/** The day that is meant, as it is stored; null where the calendar has no such day. */
export function dayOf(calendar: Calendar, { year, month, day }: DayParts): string | null {
  if (!isYear(calendar, year)) return null;
  const table = tableOf(calendar, year);
  const [start, next] = [table[month - 1], table[month]];
  if (month < 1 || start === undefined || next === undefined) return null;
  return day >= 1 && start + day - 1 < next ? isoOf(start + day - 1) : null;
}

/** The days of a month; null where there is none. */
export function monthSpan(calendar: Calendar, year: number, month: number): DaySpan | null {
  return monthsSpan(calendar, year, month, month);
}

/** The days of some months that follow each other in one year; null where there are none. */
export function monthsSpan(calendar: Calendar, year: number, from: number, to: number): DaySpan | null {
  if (!isYear(calendar, year)) return null;
  const table = tableOf(calendar, year);
  const [start, next] = [table[from - 1], table[to]];
  return from < 1 || start === undefined || next === undefined
    ? null
    : { first: isoOf(start), last: isoOf(next - 1) };
}

/** The days of a year; null where it is none that people here write about. */
export function yearSpan(calendar: Calendar, year: number): DaySpan | null {
  return isYear(calendar, year) ? monthsSpan(calendar, year, 1, monthsIn(calendar, year)) : null;
}

/** The day in the middle of some days. */
export function middleOf({ first, last }: DaySpan): string {
  return isoOf(Math.floor((numberOf(first) + numberOf(last)) / 2));
}

/** Whether months and years of this calendar are those of ISO dates, counted from another year. */
export function hasCommonMonths(calendar: Calendar): boolean {
  return calendar === 'gregory' || calendar === 'buddhist';
}
