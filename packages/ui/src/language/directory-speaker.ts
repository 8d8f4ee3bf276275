import { isolateWithin } from '../bidi.ts';
import type { DirectoryKey } from './keys.ts';
import { type DoorLocale, direction } from './languages.ts';
import type { Messages } from './message.ts';
import { countryName, languageName } from './names.ts';
import { createTranslator } from './translator.ts';

/** What the sentences of `@leeward/directory/say/index.ts` are spoken with: its `Speaker`. */
export type DirectorySpeaker = ReturnType<typeof createDirectorySpeaker>;

/**
 * The directory's voice in one language.
 * @param messages of `load-directory.ts`
 * @param numbers tag for digits and dates, as `formatLocale` gives it
 */
export function createDirectorySpeaker(
  locale: DoorLocale,
  messages: Messages<DirectoryKey>,
  numbers: string = locale,
) {
  const spoken: Messages<string> = messages;
  const text = createTranslator<string>(locale, spoken, numbers);
  const sentence = direction(locale);
  // Hundreds of entries are spoken at once, on old phones, too: every table of the browser is opened once.
  const lists = {
    and: new Intl.ListFormat(locale, { type: 'conjunction' }),
    or: new Intl.ListFormat(locale, { type: 'disjunction' }),
  };
  const country = remembered((code) => countryName(locale, code));
  const language = remembered((code) => languageName(locale, code));
  return {
    locale,
    text,
    country,
    language,
    list: (items: readonly string[], how: 'and' | 'or'): string =>
      lists[how].format(items.map((item) => isolateWithin(sentence, item))),
    number: (value: number): string => new Intl.NumberFormat(numbers).format(value),
    date: remembered((date) => formatKnownDate(numbers, date)),
    money: (amount: number, currency: string): string => formatMoney(numbers, amount, currency),
    capital: (part: string): string => part.charAt(0).toLocaleUpperCase(locale) + part.slice(1),
  };
}

/** The same answer for the same text without asking again. */
function remembered(say: (text: string) => string): (text: string) => string {
  const said = new Map<string, string>();
  return (text) => {
    const known = said.get(text) ?? say(text);
    said.set(text, known);
    return known;
  };
}

const parts = { year: 'numeric', month: 'long', day: 'numeric' } as const;

/**
 * "2025", "June 2025" or "30 June 2025", as far as it is known. In the Gregorian calendar: a year or month that is known
 * alone has no counterpart in another, and dates of one list must be comparable. What is no date is shown as it is.
 */
function formatKnownDate(numbers: string, date: string): string {
  const [year = Number.NaN, month, day] = date.split('-').map(Number);
  const time = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  if (Number.isNaN(time)) return date;
  const shown = { year: parts.year, ...(month && { month: parts.month }), ...(day && { day: parts.day }) };
  return new Intl.DateTimeFormat(numbers, { ...shown, calendar: 'gregory', timeZone: 'UTC' }).format(time);
}

/** "USD 5,000": the code of the currency, because many countries call theirs a dollar. */
function formatMoney(numbers: string, amount: number, currency: string): string {
  return new Intl.NumberFormat(numbers, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    maximumFractionDigits: 0,
  }).format(amount);
}
