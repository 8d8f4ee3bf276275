/** The day of a moment by this device's own calendar and time zone, `2026-11-21`. @param now milliseconds since 1970 */
export function dayOf(now: number): string {
  const date = new Date(now);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
