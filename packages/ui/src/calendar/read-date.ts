import { plainDigits } from '../language/digits.ts';
import { type Calendar, calendars, hasCalendar } from './calendars.ts';
import { type Token, tokensOf } from './date-tokens.ts';
import { hasCommonMonths, isYear, partsOf } from './days.ts';
import { type Known, knownOf, type Season, type Typed } from './known.ts';
import { plainWords } from './words.ts';

/** What else a text may mean: shown beside what was understood, or in its place, and taken with one press. */
export type Other = { readonly known: Known; readonly calendar: Calendar };

export type Reading =
  | { readonly is: 'empty' }
  | {
      readonly is: 'read';
      readonly known: Known;
      /** The calendar that it was written in: the name of a month or a word may say another one than was chosen. */
      readonly calendar: Calendar;
      readonly others: readonly Other[];
    }
  | { readonly is: 'unread'; readonly problem: Problem; readonly others: readonly Other[] };

/**
 * `words`: nothing here that is known. `no-such-day`: the calendar has none. `year`: no year that anybody lived in here.
 * `short-year`: two digits. `no-year`. `no-season`: this calendar's seasons go round the year.
 */
export type Problem = 'words' | 'no-such-day' | 'year' | 'short-year' | 'no-year' | 'no-season';

export type Reader = {
  /** The reader's language and region, which say what comes first in 3/4/2021. */
  readonly tag: string;
  readonly calendar: Calendar;
  /** The day it is, `2026-11-21`: for what is written without a year, or with two digits of it. */
  readonly today: string;
  /** Whether names of months in every language are tried: slower the first time. */
  readonly thorough?: boolean;
  /** How many years ahead one of two digits may lie; ten where nobody says. */
  readonly ahead?: number;
};

/** A date as people write it, in any script's digits, with names of months, exactly or not. Never guesses what it can ask. */
export function readDate(text: string, reader: Reader): Reading {
  const plain = plainDigits(plainWords(text)).replace(/(\p{L})\.(?=\p{L})/gu, '$1 ');
  if (plain === '') return { is: 'empty' };
  const tokens = tokensOf(plain, reader);
  if (tokens.some(({ is }) => is === 'unknown')) return unread('words');
  const { chosen, isSaid } = calendarOf(tokens, reader.calendar);
  const has = (is: Token['is']): boolean => tokens.some((one) => one.is === is);
  const about = has('about');
  const groups = groupsOf(tokens);
  const last = groups.at(-1) ?? [];
  const whole = partsIn(last, chosen, reader);
  if (!whole.ok) return unread(whole.problem);
  if (groups.length === 2) {
    const first = partsIn(groups[0] ?? [], chosen, reader, whole.ways[0]);
    if (!first.ok) return unread(first.problem);
    const [from, to] = [first.ways[0], whole.ways[0]];
    if (from === undefined || to === undefined) return unread('words');
    return rangeOf([from, to], chosen, about);
  }
  const known = (calendar: Calendar, typed: Typed): Known | null => {
    if (has('decade')) return decadeOf(calendar, typed);
    const one = knownOf(calendar, typed, about);
    if (one === null) return null;
    if (has('before') || startsWithTo(tokens)) return openOf(one, 'to');
    return has('after') || has('between') ? openOf(one, 'from') : one;
  };
  return choose(whole, chosen, isSaid, known, reader);
}

const unread = (problem: Problem, others: readonly Other[] = []): Reading => ({
  is: 'unread',
  problem,
  others,
});

/** Takes the first way to read it that exists; the rest are offered. */
function choose(
  found: Found,
  chosen: Calendar,
  isSaid: boolean,
  known: (calendar: Calendar, typed: Typed) => Known | null,
  { today }: Reader,
): Reading {
  const wanted = isSaid
    ? [chosen]
    : [chosen, ...calendars.filter((one) => one !== chosen && hasCalendar(one))];
  const tries = (calendar: Calendar): readonly Other[] =>
    found.ways.flatMap((typed) => {
      const one = known(calendar, typed);
      return one === null ? [] : [{ known: one, calendar }];
    });
  if (found.guess !== undefined) return unread(found.guess, tries(chosen));
  const [first, ...others] = tries(chosen);
  if (first !== undefined) return { is: 'read', ...first, others };
  const typed = found.ways[0];
  if (typed === undefined) return unread('words');
  if (typed.year !== undefined && isYear(chosen, typed.year))
    return unread(typed.season === undefined ? 'no-such-day' : 'no-season');
  // What would be a year of the past or the near future in another calendar was most likely written in it.
  const near = wanted
    .slice(1)
    .flatMap(tries)
    .filter((one) => Math.abs(Number(middleYear(one.known)) - Number(today.slice(0, 4))) <= 120);
  return unread('year', near);
}

const middleYear = (known: Known): string =>
  known.kind === 'season'
    ? String(known.year)
    : (known.kind === 'point' ? known.at : (known.from ?? known.to ?? '')).slice(0, 4);

function openOf(known: Known, end: 'from' | 'to'): Known {
  const [from, to] =
    known.kind === 'between'
      ? [known.from, known.to]
      : known.kind === 'point'
        ? [known.at, known.at]
        : [String(known.year), String(known.year)];
  return end === 'from'
    ? { kind: 'between', from, to: null, about: known.about }
    : { kind: 'between', from: null, to, about: known.about };
}

function rangeOf([from, to]: readonly [Typed, Typed], calendar: Calendar, about: boolean): Reading {
  const [one, other] = [knownOf(calendar, from, false), knownOf(calendar, to, false)];
  if (one === null || other === null) {
    const isFar = [from, to].some(({ year }) => year !== undefined && !isYear(calendar, year));
    return unread(isFar ? 'year' : 'no-such-day');
  }
  const [start, end] = [openOf(one, 'from'), openOf(other, 'to')];
  const first = start.kind === 'between' ? start.from : null;
  const last = end.kind === 'between' ? end.to : null;
  if (first === null || last === null) return unread('words');
  const isTurned = first > last && !first.startsWith(last);
  const [a, b] = isTurned ? [last, first] : [first, last];
  return { is: 'read', known: { kind: 'between', from: a, to: b, about }, calendar, others: [] };
}

function decadeOf(calendar: Calendar, { year, month }: Typed): Known | null {
  if (year === undefined || month !== undefined || year % 10 !== 0) return null;
  const [one, other] = [knownOf(calendar, { year }, false), knownOf(calendar, { year: year + 9 }, false)];
  if (one === null || other === null) return null;
  const [start, end] = [openOf(one, 'from'), openOf(other, 'to')];
  if (start.kind !== 'between' || end.kind !== 'between') return null;
  return { kind: 'between', from: start.from, to: end.to, about: false };
}

function calendarOf(
  tokens: readonly Token[],
  chosen: Calendar,
): { readonly chosen: Calendar; readonly isSaid: boolean } {
  for (const token of tokens) {
    if (token.is === 'calendar' && hasCalendar(token.calendar)) {
      // "Hijri" alone is the solar one for those who count in it.
      const isOwn = chosen === 'persian' && token.calendar === 'islamic-umalqura' && !token.isSure;
      return { chosen: isOwn ? chosen : token.calendar, isSaid: true };
    }
  }
  const month = tokens.find(({ is }) => is === 'month');
  if (month?.is !== 'month') return { chosen, isSaid: false };
  const isSame = month.calendar === chosen || (hasCommonMonths(month.calendar) && hasCommonMonths(chosen));
  return isSame ? { chosen, isSaid: false } : { chosen: month.calendar, isSaid: true };
}

/** What stands on the two sides of "to", or everything. */
function groupsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const meaning = (part: readonly Token[]): boolean =>
    part.some(({ is }) => is === 'number' || is === 'month' || is === 'season');
  for (const [at, token] of tokens.entries()) {
    const [left, right] = [tokens.slice(0, at), tokens.slice(at + 1)];
    if (!meaning(left) || !meaning(right)) continue;
    if (token.is === 'to') return [left, right];
    if (token.is === 'dash' && (token.spaced || (isFullYear(left.at(-1)) && isFullYear(right[0]))))
      return [left, right];
  }
  return [tokens];
}

const isFullYear = (token: Token | undefined): boolean => token?.is === 'number' && token.length === 4;

const startsWithTo = (tokens: readonly Token[]): boolean =>
  tokens.find(({ is }) => is !== 'filler' && is !== 'about')?.is === 'to';

/** What can be meant, the likeliest first; `guess` where it must be asked because something was left out. */
type Found = {
  readonly ok: true;
  readonly ways: readonly Typed[];
  readonly guess?: 'no-year' | 'short-year';
};

function partsIn(
  tokens: readonly Token[],
  calendar: Calendar,
  reader: Reader,
  after?: Typed,
): Found | { readonly ok: false; readonly problem: Problem } {
  const season = tokens.find(({ is }) => is === 'season') as { readonly season: Season } | undefined;
  const named = tokens.find(({ is }) => is === 'month') as { readonly month: number } | undefined;
  const numbers = tokens.flatMap((token, at) => {
    const unit = tokens[at + 1];
    return token.is === 'number' ? [{ ...token, unit: unit?.is === 'unit' ? unit.unit : null }] : [];
  });
  if (numbers.some(({ length }) => length === 3 || length > 4) || numbers.length > 3) return no('words');
  const units = numbers.filter(({ unit }) => unit !== null);
  const of = (unit: 'year' | 'month' | 'day') => units.find((one) => one.unit === unit)?.value;
  if (units.length === numbers.length && units.length > 0) {
    const [year, month, day] = [of('year'), named?.month ?? of('month'), of('day')];
    return completed([typed(year, month, day, season?.season)], reader, calendar, after);
  }
  const years = numbers.filter(({ length }) => length === 4);
  const shorts = numbers.filter(({ length }) => length < 4).map(({ value }) => value);
  if (years.length > 1) return no('words');
  const year = years[0]?.value;
  const [one, two, three] = shorts;
  if (season !== undefined) {
    if (named !== undefined || shorts.length > (year === undefined ? 1 : 0)) return no('words');
    return completed([typed(year ?? one, undefined, undefined, season.season)], reader, calendar, after);
  }
  if (named !== undefined) {
    if (year !== undefined)
      return two === undefined
        ? completed([typed(year, named.month, one)], reader, calendar, after)
        : no('words');
    if (one === undefined) return completed([typed(undefined, named.month)], reader, calendar, after);
    if (two === undefined) return completed([typed(undefined, named.month, one)], reader, calendar, after);
    return completed([typed(two, named.month, one), typed(one, named.month, two)], reader, calendar, after);
  }
  if (year !== undefined) {
    if (one === undefined) return completed([typed(year)], reader, calendar, after);
    if (two === undefined) return completed([typed(year, one)], reader, calendar, after);
    if (numbers[0]?.length === 4) return completed([typed(year, one, two)], reader, calendar, after);
    return completed(ordered(year, one, two, reader), reader, calendar, after);
  }
  if (one === undefined) return no('words');
  // A day alone takes month and year from what stands behind "to".
  if (two === undefined)
    return after === undefined
      ? no('words')
      : completed([typed(undefined, after.month, one)], reader, calendar, after);
  if (three === undefined) return completed(ordered(undefined, one, two, reader), reader, calendar, after);
  // Three short numbers: the year first where the reader's calendar writes it so, else last.
  const isYearFirst = orderOf(reader)[0] === 'year' || one > 31;
  const ways = isYearFirst ? [typed(one, two, three)] : ordered(three, one, two, reader);
  return completed(ways, reader, calendar, after);
}

const no = (problem: Problem) => ({ ok: false, problem }) as const;

const typed = (year?: number, month?: number, day?: number, season?: Season): Typed => ({
  ...(year === undefined ? {} : { year }),
  ...(month === undefined ? {} : { month }),
  ...(day === undefined ? {} : { day }),
  ...(season === undefined ? {} : { season }),
});

/** Both orders of day and month where both can be, the reader's own first. */
function ordered(year: number | undefined, one: number, two: number, reader: Reader): readonly Typed[] {
  const most = reader.calendar === 'ethiopic' ? 13 : 12;
  const dayFirst = typed(year, two, one);
  const monthFirst = typed(year, one, two);
  if (one > most || one === two) return [dayFirst];
  if (two > most) return [monthFirst];
  const order = orderOf(reader);
  return order.indexOf('day') < order.indexOf('month') ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
}

function orderOf({ tag }: Reader): readonly string[] {
  return new Intl.DateTimeFormat(tag, { year: 'numeric', month: 'numeric', day: 'numeric' })
    .formatToParts(0)
    .map(({ type }): string => type)
    .filter((type) => type === 'year' || type === 'month' || type === 'day');
}

/** Fills in what was left out where it can only be asked: the year, or its first two digits. */
function completed(
  ways: readonly Typed[],
  { today, ahead = 10 }: Reader,
  calendar: Calendar,
  after: Typed | undefined,
): Found {
  const now = partsOf(calendar, today).year;
  const given = after?.year;
  if (ways.every(({ year }) => year === undefined)) {
    if (given !== undefined) return { ok: true, ways: ways.map((way) => ({ ...way, year: given })) };
    return {
      ok: true,
      guess: 'no-year',
      ways: [now, now + 1, now - 1].flatMap((year) => ways.slice(0, 1).map((way) => ({ ...way, year }))),
    };
  }
  if (ways.every(({ year }) => year !== undefined && year >= 100)) return { ok: true, ways };
  // Two digits: the last year with this end that lies no further ahead.
  const far = now + ahead;
  return {
    ok: true,
    guess: 'short-year',
    ways: ways.map((way) => {
      const end = way.year ?? 0;
      return end >= 100 ? way : { ...way, year: far - ((far - end) % 100) };
    }),
  };
}
