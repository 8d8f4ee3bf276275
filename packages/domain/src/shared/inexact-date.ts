import {
  day,
  flag,
  isObject,
  object,
  oneOf,
  orNull,
  type Shape,
  sizes,
  textOrEmpty,
  whole,
} from './shape.ts';

/** As exactly as it is known: a year, a month or a day, `2001`, `2001-04`, `2001-04-17`. */
export type DatePoint = string;

export const seasons = ['spring', 'summer', 'autumn', 'winter'] as const;
export type Season = (typeof seasons)[number];

/**
 * A date as exactly as somebody knows it, and never more exactly: a made-up day is a lie that a border guard or a court
 * finds. `said` keeps her own words ("the spring when the dam was built"); it may be empty.
 */
export type InexactDate =
  | { readonly kind: 'point'; readonly at: DatePoint; readonly about: boolean; readonly said: string }
  /** Seasons of the south lie half a year apart from those of the north. */
  | {
      readonly kind: 'season';
      readonly season: Season;
      readonly year: number;
      readonly south: boolean;
      readonly said: string;
    }
  /** Some time from one point to another, both within; one end may be open: "before 1990". */
  | {
      readonly kind: 'between';
      readonly from: DatePoint | null;
      readonly to: DatePoint | null;
      readonly said: string;
    }
  /** The age somebody has, or seems to have, on a day: it stands for the date of birth. */
  | {
      readonly kind: 'age';
      readonly from: number;
      readonly to: number;
      readonly on: string;
      readonly said: string;
    };

/** The first and last day that a date may be, both included: `2001-03-01`. Null where that end is open. */
export type DaySpan = { readonly first: string | null; readonly last: string | null };

const wrong = (path: string) => ({ ok: false, error: { problem: 'wrong', path } }) as const;
const pointPattern = /^[12]\d{3}(-\d{2}(-\d{2})?)?$/;

/** Whether it is a year, a month or a day that exists, from 1000 to 2999. */
export function isDatePoint(value: string): boolean {
  return pointPattern.test(value) && day(`${value}${'-01-01'.slice(value.length - 4)}`, '').ok;
}

const point: Shape<DatePoint> = (json, path) => {
  if (typeof json === 'string' && isDatePoint(json)) return { ok: true, value: json };
  return json === undefined ? { ok: false, error: { problem: 'missing', path } } : wrong(path);
};

const year: Shape<number> = (json, path) => {
  const read = whole(2999)(json, path);
  return read.ok && read.value < 1000 ? wrong(path) : read;
};

const said = textOrEmpty(sizes.name);
const kinds: Readonly<Record<InexactDate['kind'], Shape<InexactDate>>> = {
  point: object({ kind: oneOf('point'), at: point, about: flag, said }),
  season: object({ kind: oneOf('season'), season: oneOf(...seasons), year, south: flag, said }),
  between: object({ kind: oneOf('between'), from: orNull(point), to: orNull(point), said }),
  age: object({ kind: oneOf('age'), from: whole(130), to: whole(130), on: day, said }),
};

/** Reads an inexact date. A kind that this version lacks may come from a newer one. */
export const inexactDate: Shape<InexactDate> = (json, path) => {
  if (!isObject(json))
    return json === undefined ? { ok: false, error: { problem: 'missing', path } } : wrong(path);
  const { kind } = json;
  if (typeof kind !== 'string') return wrong(`${path}.kind`);
  if (!Object.hasOwn(kinds, kind))
    return { ok: false, error: { problem: 'unknown_code', path: `${path}.kind` } };
  const read = kinds[kind as InexactDate['kind']](json, path);
  if (!read.ok) return read;
  const date = read.value;
  if (date.kind === 'between' && !isInOrder(date.from, date.to)) return wrong(path);
  // 130 years before that day are still dates that exist here.
  return date.kind === 'age' && (date.from > date.to || date.on < '1131') ? wrong(path) : read;
};

function isInOrder(from: DatePoint | null, to: DatePoint | null): boolean {
  if (from === null || to === null) return from !== null || to !== null;
  return firstDay(from) <= lastDay(to);
}

/** The days that a date may be, as it was said: "about" adds nothing here, see `widened`. */
export function spanOf(date: InexactDate): DaySpan {
  switch (date.kind) {
    case 'point':
      return { first: firstDay(date.at), last: lastDay(date.at) };
    case 'season':
      return seasonSpan(date.season, date.year, date.south);
    case 'between':
      return {
        first: date.from === null ? null : firstDay(date.from),
        last: date.to === null ? null : lastDay(date.to),
      };
    case 'age':
      return { first: addDays(addYears(date.on, -date.to - 1), 1), last: addYears(date.on, -date.from) };
  }
}

/**
 * The days that it may be where people remember as people do: "about 1984" two years either way, about a month one month,
 * about a day one week; an age that was guessed, one year. What was said exactly stays exact.
 */
export function widened(date: InexactDate): DaySpan {
  const { first, last } = spanOf(date);
  const by = slackOf(date);
  if (by === 0) return { first, last };
  return {
    first: first === null ? null : addDays(first, -by),
    last: last === null ? null : addDays(last, by),
  };
}

function slackOf(date: InexactDate): number {
  if (date.kind === 'age') return 366;
  if (date.kind !== 'point' || !date.about) return 0;
  return { 4: 2 * 366, 7: 31, 10: 7 }[date.at.length] ?? 0;
}

/** How two dates stand to each other: they may be one, they may be one if people remember loosely, or they cannot be. */
export type Overlap = 'overlap' | 'near' | 'apart';

/** Whether two dates may be the same one. */
export function overlapOf(left: InexactDate, right: InexactDate): Overlap {
  if (meet(spanOf(left), spanOf(right))) return 'overlap';
  return meet(widened(left), widened(right)) ? 'near' : 'apart';
}

function meet(left: DaySpan, right: DaySpan): boolean {
  const startsInTime = (one: DaySpan, other: DaySpan) =>
    one.first === null || other.last === null || one.first <= other.last;
  return startsInTime(left, right) && startsInTime(right, left);
}

/** Which of two dates was certainly first; 'unclear' where they may overlap. */
export function certainOrder(left: InexactDate, right: InexactDate): 'before' | 'after' | 'unclear' {
  const one = widened(left);
  const other = widened(right);
  if (one.last !== null && other.first !== null && one.last < other.first) return 'before';
  return one.first !== null && other.last !== null && one.first > other.last ? 'after' : 'unclear';
}

/**
 * An order for lists: by the first day it may be, then the last. An open beginning comes by its end and before all that
 * begin on that day. It is a total order, so that a list never jumps.
 */
export function compareInexactDates(left: InexactDate, right: InexactDate): number {
  const [one, other] = [spanOf(left), spanOf(right)];
  return (
    compare(one.first ?? one.last ?? '', other.first ?? other.last ?? '') ||
    Number(one.first !== null) - Number(other.first !== null) ||
    compare(one.last ?? '9', other.last ?? '9')
  );
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** The youngest and oldest that somebody born then may be on a day, in whole years; null where it cannot be said. */
export function ageOn(
  born: InexactDate,
  on: string,
): { readonly least: number; readonly most: number } | null {
  const { first, last } = spanOf(born);
  if (first === null || last === null || first > on) return null;
  return { least: Math.max(0, wholeYears(last, on)), most: wholeYears(first, on) };
}

function wholeYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** Which sentence says a date, and what fills it: screens hold the words, in every language. */
export type DateWording =
  | { readonly words: 'day' | 'month' | 'year'; readonly at: DatePoint; readonly about: boolean }
  | { readonly words: Season; readonly year: number; readonly south: boolean }
  | { readonly words: 'between'; readonly from: DatePoint; readonly to: DatePoint }
  | { readonly words: 'since' | 'until'; readonly at: DatePoint }
  | { readonly words: 'age'; readonly from: number; readonly to: number; readonly on: string };

/** How a date is said. */
export function wordingOf(date: InexactDate): DateWording {
  switch (date.kind) {
    case 'point': {
      const { at, about } = date;
      return { words: at.length === 4 ? 'year' : at.length === 7 ? 'month' : 'day', at, about };
    }
    case 'season':
      return { words: date.season, year: date.year, south: date.south };
    case 'between':
      if (date.from !== null && date.to !== null) return { words: 'between', from: date.from, to: date.to };
      return date.from === null ? { words: 'until', at: date.to ?? '' } : { words: 'since', at: date.from };
    case 'age':
      return { words: 'age', from: date.from, to: date.to, on: date.on };
  }
}

function firstDay(at: DatePoint): string {
  return `${at}${'-01-01'.slice(at.length - 4)}`;
}

function lastDay(at: DatePoint): string {
  if (at.length === 10) return at;
  const [inYear = 0, month = 12] = at.split('-').map(Number);
  return written(Date.UTC(inYear, month, 0));
}

/** The first month of a season in the north; in the south it begins half a year later. */
const firstMonths: Readonly<Record<Season, number>> = { spring: 3, summer: 6, autumn: 9, winter: 12 };

function seasonSpan(season: Season, inYear: number, south: boolean): DaySpan {
  const begins = south ? ((firstMonths[season] + 5) % 12) + 1 : firstMonths[season];
  const last = (from: number) => written(Date.UTC(from, begins + 2, 0));
  if (begins !== 12) return { first: written(Date.UTC(inYear, begins - 1, 1)), last: last(inYear) };
  // The season over the turn of the year: the one that ends in it or the one that begins in it, nobody can tell.
  return { first: written(Date.UTC(inYear - 1, 11, 1)), last: last(inYear) };
}

/** The day some days later or earlier. */
export function addDays(from: string, days: number): string {
  return written(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000);
}

/** The same day some years later or earlier; 29 February becomes 28 February where there is none. */
function addYears(from: string, years: number): string {
  const inYear = Number(from.slice(0, 4)) + years;
  const same = `${String(inYear).padStart(4, '0')}${from.slice(4)}`;
  return day(same, '').ok ? same : `${same.slice(0, 8)}28`;
}

const written = (time: number): string => new Date(time).toISOString().slice(0, 10);
