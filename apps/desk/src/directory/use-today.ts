import { useNow } from '../parts/clock.tsx';

/** The day of this moment by the device's own calendar and time zone, `2026-11-21`: never that of another place. */
export function dayOf(now: number): string {
  const date = new Date(now);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** Today, as the reasoning takes it. */
export function useToday(): string {
  return dayOf(useNow());
}
