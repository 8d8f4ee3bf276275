import type { DateWay, ReadDate, ReadOther, TableCalendar } from '@leeward/domain/bring/date-ways.ts';
import { plainDigits } from '@leeward/domain/shared/digits.ts';
import { type Calendar, calendars, hasCalendar } from '@leeward/ui/calendar/calendars.ts';
import { hasCommonMonths } from '@leeward/ui/calendar/days.ts';
import type { Known } from '@leeward/ui/calendar/known.ts';
import { type Reading, readDate } from '@leeward/ui/calendar/read-date.ts';
import { inexactOf, keepsLess } from '../dates/inexact.ts';

/*
 * Dates of tables that are not plain numbers of our calendar: other calendars, names of months, years of two digits. A
 * cell is read in those calendars alone that somebody chose for its column.
 */

/** Her own words stay beside a date, as far as they fit. */
const longest = 200;

/** Readers who write dates in each order. */
const tags = { 'day-first': 'en-GB', 'month-first': 'en-US', 'year-first': 'fa' } as const;

/** How a cell is read: the same on every desk, whatever its language, so that the same table becomes the same cases. */
function readIn(cell: string, calendar: Calendar, way: DateWay, today: string): Reading {
  return readDate(cell, {
    tag: tags[way.order ?? 'day-first'],
    calendar,
    today,
    thorough: true,
    ahead: way.century === 'ahead' ? 20 : 0,
  });
}

/** Reads dates of cells on this day: two digits of a year are counted from it. */
export function cellDates(today: string): ReadOther {
  return (cell, way) => {
    const first = way.calendar ?? 'gregory';
    const read = readCellIn(cell, first, way, today);
    return 'problem' in read && read.problem === 'which-calendar' && way.also !== undefined
      ? readCellIn(cell, way.also, way, today)
      : read;
  };
}

function readCellIn(cell: string, calendar: TableCalendar, way: DateWay, today: string): ReadDate {
  if (!hasCalendar(calendar)) return { problem: 'which-calendar' };
  const reading = readIn(cell, calendar, way, today);
  if (reading.is === 'empty') return { problem: 'not-a-date' };
  if (reading.is === 'read') {
    const { known, others } = reading;
    if (!isSame(reading.calendar, calendar)) return { problem: 'which-calendar' };
    if (others.length > 0 && !saysOrder(way)) return { problem: 'which-order' };
    return dateOf(known, calendar, cell);
  }
  const near = reading.others;
  switch (reading.problem) {
    case 'short-year': {
      const [one, other] = near;
      if (one === undefined) return { problem: 'no-such-day' };
      if (way.century === undefined) return { problem: 'short-year' };
      const isOpen = hasThreeShort(cell) ? way.order === undefined : other !== undefined && !saysOrder(way);
      return isOpen ? { problem: 'which-order' } : dateOf(one.known, calendar, cell);
    }
    case 'year':
      return { problem: 'which-calendar' };
    case 'no-such-day':
      return { problem: 'no-such-day' };
    default:
      return { problem: 'not-a-date' };
  }
}

/** Whether somebody said which of day and month comes first: that a year does says nothing about them. */
const saysOrder = ({ order }: DateWay): boolean => order !== undefined && order !== 'year-first';

/** 02/05/17: a day, a month and a year of two digits, each of which may be any of them. */
export function hasThreeShort(cell: string): boolean {
  const found = /^(\d{1,2})\D+(\d{1,2})\D+(\d{1,2})$/.exec(plainDigits(cell.trim()));
  return found !== null && Number(found[1]) <= 31 && Number(found[3]) <= 31;
}

/** The months of the Buddhist calendar are ours; every other name of a month belongs to one calendar. */
const isSame = (left: Calendar, right: Calendar): boolean =>
  left === right || (hasCommonMonths(left) && hasCommonMonths(right));

/** What is kept. Words of another calendar stay beside what they became, so that anybody can look again. */
function dateOf(known: Known, calendar: TableCalendar, cell: string): ReadDate {
  const isOther = calendar !== 'gregory' || keepsLess(known, calendar);
  return {
    date: inexactOf(known, isOther ? cell.trim().slice(0, longest) : '', false),
    calendar,
  };
}

/** A calendar that a column may be written in: what speaks for it is shown, and nobody but a person decides. */
export type CalendarGuess = {
  readonly calendar: TableCalendar;
  /** The first and last day that its dates would be. */
  readonly first: string;
  readonly last: string;
};

/** How many different cells are looked at: enough to tell calendars apart. */
const looked = 300;
/** How far ahead of today a date of a case may be expected: what lies further speaks against a calendar. */
const yearsAhead = 12;

/**
 * The calendars in which most of these cells are dates, the likeliest first: the one that has most of them, then the
 * reader's own, then the one whose dates lie nearest. A few slips take nothing from it; what would lie far ahead is of
 * another calendar, and so is a month of 31 days where there is none.
 */
export function calendarGuesses(
  cells: readonly string[],
  way: DateWay,
  { own, today }: { readonly own: Calendar; readonly today: string },
): readonly CalendarGuess[] {
  const some = [...new Set(cells)].slice(0, looked);
  const guesses = calendars.flatMap(
    (calendar): readonly (CalendarGuess & { readonly count: number; readonly distance: number })[] => {
      const days = some.map((cell) =>
        dayIn(readCellIn(cell, calendar, { order: 'day-first', century: 'past', ...way }, today)),
      );
      const known = days.filter((day) => day !== null).toSorted();
      const [first, last] = [known[0], known.at(-1)];
      if (known.length * 2 < some.length || first === undefined || last === undefined) return [];
      const farthest = Number(today.slice(0, 4)) + yearsAhead;
      if (Number(last.slice(0, 4)) > farthest) return [];
      const middle = known[Math.floor(known.length / 2)] ?? first;
      const distance = Math.abs(Date.parse(middle.slice(0, 10).padEnd(10, '-01')) - Date.parse(today));
      const count = known.length;
      return [{ calendar, first, last, count, distance: calendar === own ? -1 : distance }];
    },
  );
  return guesses
    .toSorted((left, right) => right.count - left.count || left.distance - right.distance)
    .map(({ calendar, first, last }) => ({ calendar, first, last }));
}

/** The first day of a date that was read; null where it was not. */
function dayIn(read: ReadDate): string | null {
  if ('problem' in read) return null;
  const { date } = read;
  if (date.kind === 'point') return `${date.at}-01-01`.slice(0, 10);
  return date.kind === 'between'
    ? (date.from ?? date.to)
    : date.kind === 'season'
      ? `${date.year}-01-01`
      : null;
}
