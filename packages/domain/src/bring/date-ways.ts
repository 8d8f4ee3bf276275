import { plainDigits } from '../shared/digits.ts';
import { addDays, type InexactDate, isDatePoint, seasons, spanOf } from '../shared/inexact-date.ts';

/*
 * How the dates of one column are written. A cell says 03/04/2021 or 1402/05/17 or 44270; which day that is, the table
 * does not say. Whoever brings it says so, for each column; what nobody has said yet is asked, and never guessed in
 * silence.
 */

/** The calendars in which tables are written, by their names in BCP 47. */
export const tableCalendars = ['gregory', 'persian', 'islamic-umalqura', 'ethiopic', 'buddhist'] as const;
export type TableCalendar = (typeof tableCalendars)[number];
/** What comes first. Years come first in silence where they have four digits; with two it is said. */
export const dateOrders = ['day-first', 'month-first', 'year-first'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** What somebody said of the dates of a column. What is missing was not said. */
export type DateWay = {
  /** In which calendar they are written. Missing: the Gregorian one, and every other is asked for. */
  readonly calendar?: TableCalendar;
  /** The calendar of those cells that cannot be of the first one. */
  readonly also?: TableCalendar;
  readonly order?: DateOrder;
  /** Which year one of two digits is: the last one that has begun, or one that may lie up to twenty years ahead. */
  readonly century?: 'past' | 'ahead';
  /** From which year a bare number counts days, as spreadsheets do. */
  readonly serial?: '1900' | '1904';
};

/** What is asked of a whole column before its dates can be read. */
export const dateQuestions = ['which-calendar', 'which-order', 'short-year', 'serial'] as const;
export type DateQuestion = (typeof dateQuestions)[number];
export type DateProblem = DateQuestion | 'no-such-day' | 'not-a-date';

export type ReadDate =
  | { readonly date: InexactDate; readonly calendar: TableCalendar }
  | { readonly problem: DateProblem };

/** Reads what is not written plainly: names of months, other calendars, two digits of a year. */
export type ReadOther = (cell: string, way: DateWay) => ReadDate;

const slashed = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;
const aboutWords = /^(~|about |ca\.? |circa |vers |حوالي )\s*/i;
/** Days of 1927 to 2119: what spreadsheets leave of a date where a column has lost its form. */
const serialPattern = /^([1-7]\d{4})(?:\.\d+)?$/;

/** Which order the cells of a column show, with the cell that shows it; null where none does, 'both' where they contradict. */
export function orderIn(
  cells: readonly string[],
): { readonly order: DateOrder; readonly cell: string } | 'both' | null {
  let [day, month]: [string | null, string | null] = [null, null];
  for (const cell of cells) {
    const found = slashedShort.exec(plainDigits(cell.trim()));
    if (found === null) continue;
    if (Number(found[1]) > 12 && Number(found[2]) <= 12) day ??= cell;
    if (Number(found[2]) > 12 && Number(found[1]) <= 12) month ??= cell;
  }
  if (day !== null && month !== null) return 'both';
  if (day !== null) return { order: 'day-first', cell: day };
  return month === null ? null : { order: 'month-first', cell: month };
}
const slashedShort = /^(\d{1,2})[./-](\d{1,2})[./-](?:\d{4}|\d{2})$/;

/** A date as a cell has it, in the way of its column: a year, a month, a day. Never made more exact, and never guessed. */
export function readDate(cell: string, way: DateWay, other: ReadOther): ReadDate {
  const text = plainDigits(cell.trim());
  const serial = serialPattern.exec(text)?.[1];
  if (serial !== undefined)
    return way.serial === undefined ? { problem: 'serial' } : dayOfSerial(Number(serial), way.serial);
  return (way.calendar ?? 'gregory') === 'gregory'
    ? (readPlain(text, way.order ?? null) ?? other(cell, way))
    : other(cell, way);
}

/** The day of a spreadsheet's number. Its first system believes in a 29 February 1900, which these numbers are long past. */
function dayOfSerial(serial: number, system: '1900' | '1904'): ReadDate {
  const at = addDays(system === '1900' ? '1899-12-30' : '1904-01-01', serial);
  return { date: { kind: 'point', at, about: false, said: '' }, calendar: 'gregory' };
}

/** What is written in numbers alone, in the Gregorian calendar; null where it is not, or in no likely year. */
function readPlain(text: string, order: DateOrder | null): ReadDate | null {
  const about = aboutWords.test(text);
  const bare = text.replace(aboutWords, '');
  const iso = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ]\d{2}:\d{2}.*)?$/.exec(bare.replaceAll('/', '-'));
  const point = (at: string): ReadDate | null => {
    // 1399 in a table is a Persian year and not one of the Middle Ages.
    if (at < '1850' || at >= '2150') return null;
    return isDatePoint(at)
      ? { date: { kind: 'point', at, about, said: '' }, calendar: 'gregory' }
      : { problem: 'no-such-day' };
  };
  if (iso?.[1] !== undefined) return point(iso[1]);
  const found = slashed.exec(bare);
  if (found === null) return null;
  const [, first = '', second = '', year = ''] = found;
  const [one, two] = [Number(first), Number(second)];
  const known =
    one > 12
      ? 'day-first'
      : two > 12
        ? 'month-first'
        : one === two
          ? 'day-first'
          : order === 'year-first'
            ? null
            : order;
  const [day, month] = known === 'month-first' ? [second, first] : [first, second];
  const read = point(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return read === null || known !== null ? read : { problem: 'which-order' };
}

/**
 * A date as questions keep it (ISO 8601-2): they know no span of days, so a month of another calendar is "about" the
 * month in which its middle lies. Null for what has no two ends.
 */
export function answerOf(date: InexactDate): string | null {
  if (date.kind === 'point') return date.about ? `${date.at}~` : date.at;
  if (date.kind === 'season') return `${date.year}-${21 + seasons.indexOf(date.season)}`;
  const { first, last } = spanOf(date);
  if (first === null || last === null) return null;
  const days = (Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000;
  if (days > 366) return null;
  return `${addDays(first, Math.floor(days / 2)).slice(0, days > 92 ? 4 : 7)}~`;
}
