import type { Country, Language } from '@leeward/vocabulary';
import type { EventCode, Party, Profile, Status } from './codes.ts';
import type { Condition } from './conditions/index.ts';
import type { Need } from './needs.ts';

/** How soon help is needed. */
export const hurries = ['hours', 'week', 'month', 'later'] as const;
export type Hurry = (typeof hurries)[number];

/** What can be answered on the spot beside the short questions: a condition, or "does this describe you?". */
export type DetailCode = Condition | `is-${Profile}`;
export type YesNo = 'yes' | 'no';

/**
 * What somebody has said, and nothing else. Every answer may be missing: missing is a question, never a yes and never a
 * no. The answers live where the reasoning runs; nothing here is meant to be stored or sent.
 */
export type Answers = {
  /** Where she is now. */
  readonly present?: Country | undefined;
  /** Her nationalities; where she has none, the country that she comes from. */
  readonly origin?: readonly Country[] | undefined;
  /** Her standing where she is. */
  readonly status?: Status | undefined;
  readonly work?: readonly Profile[] | undefined;
  /** What happened because of the work. Empty: nothing so far, and that is an answer. */
  readonly happened?: readonly EventCode[] | undefined;
  /** When the newest of it happened: `2026-11-03`, or `2026-11`. */
  readonly happenedOn?: string | undefined;
  /** When she left her country. */
  readonly leftOn?: string | undefined;
  readonly party?: Party | undefined;
  readonly needs?: readonly Need[] | undefined;
  /** For how many months a place is needed, at least. */
  readonly months?: number | undefined;
  /** For how many months she can be away, at most: children, work, a trial. Weeks are parts of a month. */
  readonly atMost?: number | undefined;
  /** How much money is needed, where she named a sum; ISO 4217. */
  readonly amount?: { readonly value: number; readonly currency: string } | undefined;
  readonly soon?: Hurry | undefined;
  readonly canReturn?: 'yes' | 'no' | 'unsure' | undefined;
  readonly languages?: readonly Language[] | undefined;
  readonly age?: number | undefined;
  /** Conditions about her that she answered with yes or no. */
  readonly details?: Readonly<Partial<Record<DetailCode, YesNo>>> | undefined;
  /** What an organisation answered, by mechanism: for officers who asked, and for whoever got an answer herself. */
  readonly told?: Readonly<Record<string, Readonly<Partial<Record<Condition, YesNo>>>>> | undefined;
};

/** The short questions, in the order of the door. */
export const questions = [
  'present',
  'origin',
  'status',
  'leftOn',
  'work',
  'happened',
  'happenedOn',
  'party',
  'needs',
  'months',
  'atMost',
  'soon',
  'canReturn',
  'languages',
  'age',
] as const satisfies readonly (keyof Answers)[];
export type ShortQuestion = (typeof questions)[number];
