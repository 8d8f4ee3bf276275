import { plainDigits } from '../language/digits.ts';
import { type Calendar, calendars, hasCalendar } from './calendars.ts';
import { dayOf } from './days.ts';
import { formatFor, sampleYears } from './say-day.ts';
import { monthLanguages, otherMonths, plainWords } from './words.ts';

type Names = ReadonlyMap<string, number>;
const made = new Map<string, Names>();

/** The months of a calendar by every name that this language has for them: alone, within a date, and short. */
function namesIn(tag: string, calendar: Calendar): Names {
  const key = `${tag} ${calendar}`;
  const kept = made.get(key);
  if (kept !== undefined) return kept;
  const names = new Map<string, number>();
  const ways: readonly Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'short' },
    { month: 'long', day: 'numeric', year: 'numeric' },
  ];
  for (const way of ways) {
    const format = formatFor(tag, calendar, way);
    for (let month = 1; month <= 13; month++) {
      const day = dayOf(calendar, { year: sampleYears[calendar], month, day: 1 });
      if (day === null) continue;
      const parts = format.formatToParts(Date.parse(`${day}T12:00:00Z`));
      const name = plainWords(parts.find(({ type }) => type === 'month')?.value ?? '').replace(/\.$/, '');
      // A name without letters is a number, which is read as one.
      if (/\p{L}/u.test(plainDigits(name)) && !/\d/.test(plainDigits(name)) && !names.has(name))
        names.set(name, month);
    }
  }
  made.set(key, names);
  return names;
}

/** A month by its name; the name often says which calendar it belongs to. */
export type NamedMonth = { readonly calendar: Calendar; readonly month: number };

const books = new Map<string, ReadonlyMap<string, NamedMonth>>();

/**
 * Every name of a month that is read: those of the chosen calendar before those of others, those of the reader's language
 * before those of others, so that a name which means two months means the nearer one. The names of all languages take a
 * moment to gather, once: without `thorough` there are those of the reader's language, and whatever was gathered before.
 */
export function monthBook(
  tag: string,
  calendar: Calendar,
  thorough: boolean,
): ReadonlyMap<string, NamedMonth> {
  const key = `${tag} ${calendar}`;
  const whole = books.get(`${key} whole`);
  const kept = whole ?? (thorough ? undefined : books.get(key));
  if (kept !== undefined) return kept;
  const book = new Map<string, NamedMonth>();
  const put = (name: string, named: NamedMonth): void => {
    if (name !== '' && !book.has(name)) book.set(name, named);
  };
  const others = calendars.filter((one) => one !== calendar && one !== 'buddhist' && hasCalendar(one));
  for (const one of [calendar, ...others]) {
    // The months of the Buddhist calendar are the Gregorian ones, by the same names.
    const common = one === 'buddhist' ? 'gregory' : one;
    const isNear = one === calendar || one === 'gregory';
    const languages = [...(isNear ? [tag, 'en'] : []), ...(thorough ? [tag, ...monthLanguages] : [])];
    for (const language of new Set(languages))
      for (const [name, month] of namesIn(language, common)) put(name, { calendar: one, month });
    for (const [index, names] of (otherMonths[common] ?? []).entries())
      for (const name of names.split('|')) put(plainWords(name), { calendar: one, month: index + 1 });
  }
  books.set(thorough ? `${key} whole` : key, book);
  return book;
}
