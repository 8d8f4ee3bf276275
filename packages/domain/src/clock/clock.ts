import { addDays, daysBetween } from './days.ts';

/*
 * What ends by itself when nobody acts: a permit, a passport, a consent, a verification, a promise (invariant 9). A clock
 * is read out of the file and written nowhere: who changes the date has changed the clock. Parts make their own, in a
 * function `clocksOf...` listed in `all.ts`; tasks are made from them by rules.
 */

/** What it is that ends. */
export const clockKinds = [
  'consent',
  'verification',
  'question_sheet',
  'document',
  'document_asked',
  'status',
  'visa',
  'promise',
  'her_page',
  'next_step',
  'hold',
  'risk_review',
  'measure',
  'plan_review',
  'check_in',
  'programme',
  'guardianship',
  'follow_up',
  'retention',
] as const;
export type ClockKind = (typeof clockKinds)[number];

/** One thing with a last day. */
export type Clock = {
  readonly kind: ClockKind;
  /** Id of the thing that ends; with `kind` it names the clock for ever. */
  readonly item: string;
  /** The last day on which it holds, `2026-11-21`. */
  readonly until: string;
  /** What tells it apart from others of its kind, in words that somebody typed; may be empty. Never a legal name. */
  readonly label: string;
  /** Whom it is about: id of a person of the case; null where it is about the case as a whole. */
  readonly person: string | null;
  /** Who must see to it; null for whoever is responsible for the case. */
  readonly owner: string | null;
  /** The part of the file whose screen shows it: `people`, `trust`. */
  readonly part: string | null;
  /** How many days before the last one it warns, the most first. */
  readonly warns: readonly number[];
};

/** How early each kind warns, in days (handbook 3.9: permits and documents at 180, 90 and 30). */
export const warnsOf: Readonly<Record<ClockKind, readonly number[]>> = {
  consent: [30, 7],
  verification: [60, 14],
  question_sheet: [3, 1],
  document: [180, 90, 30],
  document_asked: [7, 1],
  status: [180, 90, 30],
  visa: [90, 30, 7],
  promise: [2, 1],
  her_page: [30, 7],
  next_step: [7, 1],
  hold: [7, 1],
  risk_review: [14, 3],
  measure: [14, 3],
  plan_review: [14, 3],
  check_in: [7, 1],
  programme: [60, 30, 7],
  guardianship: [90, 30, 7],
  follow_up: [14, 3],
  retention: [30, 7],
};

/** The name of a clock, good for ever. */
export const clockKey = ({ kind, item }: Pick<Clock, 'kind' | 'item'>): string => `${kind}:${item}`;

/** A clock with the usual warnings of its kind. */
export function makeClock(
  clock: Pick<Clock, 'kind' | 'item' | 'until'> & Partial<Omit<Clock, 'kind' | 'item' | 'until'>>,
): Clock {
  return { label: '', person: null, owner: null, part: null, warns: warnsOf[clock.kind], ...clock };
}

/** Its first warning comes at least a day before it lapses, whatever it was told. */
export const firstWarning = (warns: readonly number[]): number => Math.max(1, ...warns);

/** The first day on which it warns. */
export const warnsFrom = ({ until, warns }: Pick<Clock, 'until' | 'warns'>): string =>
  addDays(until, -firstWarning(warns));

/** Whether a warning begins on this day or began less than a week ago: then it raises its hand once more. */
export function isRaised({ until, warns }: Pick<Clock, 'until' | 'warns'>, today: string): boolean {
  const left = daysBetween(today, until);
  return warns.some((warning) => left <= warning && left > warning - 7);
}
