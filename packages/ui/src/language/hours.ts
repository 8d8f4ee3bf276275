/*
 * Days and hours of somebody's own clock, for the page that asks for them and the desk that keeps to them. The form is
 * that of the field: `HH:MM` in 24 hours, days as `mon` to `sun`, a zone as the time zone tables call it.
 */

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type DayName = (typeof names)[number];
export type Span = { readonly days: readonly DayName[]; readonly from: string; readonly until: string };

/** Day and minute of the day at a place; null for a zone that this device does not know. */
export function localTimeIn(
  zone: string,
  instant: number,
): { readonly day: DayName; readonly minute: number } | null {
  try {
    const parts = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      calendar: 'gregory',
      numberingSystem: 'latn',
    }).formatToParts(instant);
    const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
    const day = names.find((name) => name === part('weekday').toLowerCase().slice(0, 3));
    return day === undefined ? null : { day, minute: Number(part('hour')) * 60 + Number(part('minute')) };
  } catch {
    return null;
  }
}

/** The zone of this device's clock. */
export const zoneHere = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** All zones that this device knows; the one of its own clock where it cannot list them. */
export function zones(): readonly string[] {
  try {
    return [...new Set([zoneHere(), 'UTC', ...Intl.supportedValuesOf('timeZone')])];
  } catch {
    return [...new Set([zoneHere(), 'UTC'])];
  }
}

/** "Istanbul": the place in the name of a zone. Zones are named after places, and only in Latin letters. */
export const zonePlace = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** "Monday". The first of January 2024 was one. */
export function formatDay(locale: string, day: DayName, length: 'long' | 'short' = 'long'): string {
  const date = Date.UTC(2024, 0, 1 + names.indexOf(day));
  return new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format(date);
}

/** "20:00", in the reader's digits; `24:00` is written as the next midnight. */
export function formatHour(locale: string, time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  }).format(Date.UTC(2024, 0, 1, hour, minute));
}

/** "Mon, Fri 20:00–23:00"; without days the hours alone. */
export function formatSpan(locale: string, { days, from, until }: Span): string {
  const hours = `${formatHour(locale, from)}–${formatHour(locale, until)}`;
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'short' });
  const inOrder = names.filter((name) => days.includes(name));
  return inOrder.length === 0
    ? hours
    : `${list.format(inOrder.map((day) => formatDay(locale, day, 'short')))} ${hours}`;
}
