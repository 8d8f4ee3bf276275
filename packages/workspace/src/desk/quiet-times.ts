import type { LocalTime } from '@leeward/domain/request/safe-hours.ts';
import { mayDisturb, type Quiet, quietFor } from '@leeward/domain/team/quiet.ts';

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Day and minute at a place; null where this device does not know its zone. */
export function timeAt(zone: string, instant: number): LocalTime | null {
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
    const day = days.find((name) => name === part('weekday').toLowerCase().slice(0, 3));
    return day === undefined ? null : { day, minute: Number(part('hour')) * 60 + Number(part('minute')) };
  } catch {
    return null;
  }
}

/** When something that would come at a time comes to somebody with these hours: then, or when they are over. */
export function disturbing(quiet: Quiet | undefined): (time: number, immediate: boolean) => number {
  return (time, immediate) => {
    const zone = quiet?.hours?.zone;
    const at = zone === undefined ? null : timeAt(zone, time);
    if (at === null || mayDisturb(quiet, at, immediate)) return time;
    return time + (quietFor(quiet, at) ?? 0) * 60_000;
  };
}
