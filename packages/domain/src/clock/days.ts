/** Days of the calendar as `2026-11-21`. Pure: no clock and no time zone come in. */

const dayLength = 86_400_000;
const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const written = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Nobody's clock is right beyond this day, and no day after it can be counted with. */
const lastTime = Date.UTC(9000, 0, 1);

/** The day of a moment, whatever a device took its clock for. */
export const dayOf = (time: number): string => written(Math.min(time, lastTime));

/** The day so many days later, or earlier where the number is negative. */
export function addDays(day: string, days: number): string {
  return written(timeOf(day) + days * dayLength);
}

/** The same day of the month so many months later; the last of the month where there is no such day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return written(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

/** How many days lie between two days; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((timeOf(to) - timeOf(from)) / dayLength);
}
