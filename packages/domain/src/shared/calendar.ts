/** The same day some months later or earlier; the last of the month where there is no such day. */
export function addMonths(from: string, months: number): string {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return written(Date.UTC(year, month - 1 + months, Math.min(day, last)));
}

/** A day some days later or earlier. */
export function addDays(from: string, days: number): string {
  return written(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000);
}

const written = (time: number): string => new Date(time).toISOString().slice(0, 10);
