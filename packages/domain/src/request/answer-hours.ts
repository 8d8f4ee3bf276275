import type { Urgency } from '@leeward/vocabulary/lists/urgency.ts';
import { object, type Shape, whole } from '../shared/shape.ts';
import type { Clock } from './queue.ts';

/** Within how many hours a person answers, by urgency. */
export type AnswerHours = Readonly<Record<Urgency, number>>;

/**
 * Our default (handbook 3.2): an organisation sets others, with its reason. A request that nobody has triaged is read
 * within a day.
 */
export const usualAnswerHours: AnswerHours = {
  urg_immediate: 2,
  urg_urgent: 24,
  urg_high: 3 * 24,
  urg_standard: 7 * 24,
  urg_unset: 24,
};

/** The most that an organisation may choose, two months: beyond that nobody can say that somebody is answered. */
export const hoursAtMost = 60 * 24;

const hours: Shape<number> = (json, path) => {
  const read = whole(hoursAtMost)(json, path);
  return read.ok && read.value === 0 ? { ok: false, error: { problem: 'wrong', path } } : read;
};
export const answerHours: Shape<AnswerHours> = object({
  urg_immediate: hours,
  urg_urgent: hours,
  urg_high: hours,
  urg_standard: hours,
  urg_unset: hours,
});

const levels = Object.keys(usualAnswerHours) as readonly Urgency[];

export const isSameHours = (left: AnswerHours, right: AnswerHours): boolean =>
  levels.every((level) => left[level] === right[level]);

const hour = 60 * 60 * 1000;
/** How soon a person answers, in milliseconds. */
export const answerTime = (chosen: AnswerHours, urgency: Urgency): number => chosen[urgency] * hour;

/** A clock that was set by other hours, by these. `level`: by which it runs. `now`: milliseconds since 1970. */
export function clockBy(chosen: AnswerHours, level: Urgency, clock: Clock, now: number): Clock {
  const limit = answerTime(chosen, level);
  if (limit === clock.limit) return clock;
  return { ...clock, limit, due: clock.since + limit, overdue: now > clock.since + limit };
}
