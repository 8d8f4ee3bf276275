import { isSafeAt, type LocalTime, type SafeHours, safeHoursShape } from '../request/safe-hours.ts';
import { type Context, memberOf } from '../shared/context.ts';
import type { EventShapes } from '../shared/event.ts';
import { flag, object, orNull } from '../shared/shape.ts';

/*
 * The hours in which a colleague is not to be disturbed. They are hers: she alone sets them, in the log that the whole
 * organisation reads, so that nobody waits for her and nobody is offended. No reason belongs to them.
 */

export type QuietEvent = {
  readonly type: 'QuietHoursSet';
  readonly v: 1;
  /** When she is quiet, by her own clock; null where she is never. */
  readonly hours: SafeHours | null;
  /** Whether immediate danger may disturb her all the same. */
  readonly exceptDanger: boolean;
};

export const quietShapes: EventShapes<QuietEvent> = {
  QuietHoursSet: { v: 1, fields: object({ hours: orNull(safeHoursShape), exceptDanger: flag }) },
};

/** What one member said last. */
export type Quiet = Omit<QuietEvent, 'type' | 'v'> & { readonly claimedTime: number };

/** What stands after she said so. Whoever is quoted, it is her own: nobody can set another's. */
export function withQuiet(
  all: ReadonlyMap<string, Quiet>,
  { hours, exceptDanger }: QuietEvent,
  context: Context,
): ReadonlyMap<string, Quiet> {
  const member = memberOf(context.author) ?? '';
  return new Map(all).set(member, { hours, exceptDanger, claimedTime: context.claimedTime });
}

/** Whether she is quiet at this time of her place. */
export const isQuietAt = (quiet: Quiet | undefined, at: LocalTime): boolean =>
  quiet?.hours != null && isSafeAt(quiet.hours, at);

/** In how many minutes her quiet ends, seen from a time within it; at most a week. Null where she is not quiet. */
export function quietFor(quiet: Quiet | undefined, at: LocalTime): number | null {
  if (!isQuietAt(quiet, at)) return null;
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
  const week = 7 * 24 * 60;
  const start = days.indexOf(at.day);
  for (let minutes = 1; minutes <= week; minutes += 1) {
    const total = at.minute + minutes;
    const day = days[(start + Math.floor(total / 1440)) % 7] ?? 'mon';
    if (!isQuietAt(quiet, { day, minute: total % 1440 })) return minutes;
  }
  return week;
}

/** Whether something may disturb her now: never while she is quiet, unless it is immediate danger and she said so. */
export function mayDisturb(quiet: Quiet | undefined, at: LocalTime, immediate: boolean): boolean {
  return !isQuietAt(quiet, at) || (immediate && quiet?.exceptDanger === true);
}
