import { isolateWithin } from '../bidi.ts';
import { dateFormat } from './date-format.ts';
import { direction } from './languages.ts';
import { remembered } from './remembered.ts';

/**
 * Dates, durations, sizes and lists in the reader's own digits and calendar. `locale` is any BCP 47 tag, best the
 * one that `formatLocale` gives. Nothing here is ever stored: what is stored is ISO 8601.
 */

/** An instant: ISO 8601 text or milliseconds since 1970-01-01 UTC. */
export type Instant = string | number;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export function formatNumber(locale: string, value: number): string {
  return remembered(`number ${locale}`, () => new Intl.NumberFormat(locale)).format(value);
}

/** "21 November 2026". A value that is no date is returned as it is: another person's mistake must not stop a page. */
export function formatDate(locale: string, instant: Instant, timeZone?: string): string {
  return formatInstant(locale, instant, { dateStyle: 'long', ...(timeZone ? { timeZone } : {}) });
}

/** "21 November 2026 at 08:53", in the time zone of the device unless one is given. */
export function formatDateTime(locale: string, instant: Instant, timeZone?: string): string {
  return formatInstant(locale, instant, {
    dateStyle: 'long',
    timeStyle: 'short',
    ...(timeZone ? { timeZone } : {}),
  });
}

/** "08:53" */
export function formatTime(locale: string, instant: Instant, timeZone?: string): string {
  return formatInstant(locale, instant, { timeStyle: 'short', ...(timeZone ? { timeZone } : {}) });
}

/** "3 hours ago", "in 20 minutes", "this minute". Never seconds: nobody should sit and watch them. */
export function formatAgo(locale: string, instant: Instant, now: number): string {
  const time = new Date(instant).getTime();
  if (Number.isNaN(time)) return String(instant);
  const [unit, size] = largestUnit(Math.abs(time - now));
  const count = Math.trunc((time - now) / size);
  const numeric = count === 0 ? 'auto' : 'always';
  const format = remembered(
    `ago ${locale} ${numeric}`,
    () => new Intl.RelativeTimeFormat(locale, { numeric }),
  );
  return format.format(count, unit);
}

/** "3 hours". Rounded down to its largest unit; less than a minute counts as 0 minutes. */
export function formatDuration(locale: string, milliseconds: number): string {
  const [unit, size] = largestUnit(milliseconds);
  return formatUnit(locale, Math.floor(Math.max(0, milliseconds) / size), unit, 'long');
}

/** "1h 12m", for the clocks of the queue. Rounded down to minutes. */
export function formatClock(locale: string, milliseconds: number): string {
  const minutes = Math.floor(Math.max(0, milliseconds) / minute);
  const hours = formatUnit(locale, Math.floor(minutes / 60), 'hour', 'narrow');
  return minutes % 60 === 0 && minutes > 0
    ? hours
    : `${minutes >= 60 ? `${hours} ` : ''}${formatUnit(locale, minutes % 60, 'minute', 'narrow')}`;
}

/** "4.2 MB". Steps of a thousand, as phones and shops count. */
export function formatFileSize(locale: string, bytes: number): string {
  const step = bytes < 1e3 ? 0 : bytes < 1e6 ? 1 : bytes < 1e9 ? 2 : 3;
  const unit = (['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const)[step] ?? 'gigabyte';
  // Short, English says "844 byte".
  return formatUnit(locale, bytes / 1000 ** step, unit, step === 0 ? 'long' : 'short');
}

/** "Arabic, English and Farsi". Items are isolated where their direction could disturb the list. */
export function formatList(locale: string, items: readonly string[]): string {
  const sentence = direction(locale);
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(
    items.map((item) => isolateWithin(sentence, item)),
  );
}

function largestUnit(milliseconds: number): readonly [Intl.RelativeTimeFormatUnit, number] {
  if (milliseconds < hour) return ['minute', minute];
  if (milliseconds < day) return ['hour', hour];
  if (milliseconds < 60 * day) return ['day', day];
  if (milliseconds < 730 * day) return ['month', 30.44 * day];
  return ['year', 365.25 * day];
}

function formatUnit(
  locale: string,
  value: number,
  unit: string,
  unitDisplay: 'long' | 'short' | 'narrow',
): string {
  const options = { style: 'unit', unit, unitDisplay, maximumFractionDigits: value < 10 ? 1 : 0 } as const;
  const key = `unit ${locale} ${JSON.stringify(options)}`;
  return remembered(key, () => new Intl.NumberFormat(locale, options)).format(value);
}

function formatInstant(locale: string, instant: Instant, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return String(instant);
  // By the device's own zone as well, which may be another one after a journey.
  const key = `instant ${locale} ${JSON.stringify(options)} ${new Date().getTimezoneOffset()}`;
  return remembered(key, () => dateFormat(locale, options)).format(date);
}
