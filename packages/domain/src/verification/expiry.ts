import { addMonths } from '../shared/calendar.ts';
import { standing, valueIn } from '../shared/items.ts';
import type { Question } from './events.ts';
import type { Finding, VerificationState } from './state.ts';

/** How long a finding holds, and what opens it again before that. A choice of the organisation. */
export type VerificationTerms = {
  readonly months: number;
  /**
   * The questions that a new event opens again. A new attack does not make her somebody else, and does not undo her
   * work; whether it happened, why, what is needed now and what is safe now must be asked anew.
   */
  readonly reopened: readonly Question[];
};

export const usualTerms: VerificationTerms = {
  months: 12,
  reopened: ['vq_events', 'vq_causal_link', 'vq_need', 'vq_safe_to_help'],
};

/** Something new in the case: an incident, another country. */
export type NewEvent = {
  readonly on: string;
  readonly kind: 'incident' | 'moved' | 'status' | 'other';
};

export type Expiry = {
  /** The last day on which the finding holds. */
  readonly until: string;
  readonly why: 'said' | 'term' | 'new_event';
  readonly event: NewEvent | null;
};

/**
 * The last day of a finding: the one that was said, the end of the usual term, or the day of the first new event after
 * it, whichever comes first. An event on the very day may have been known: it opens nothing.
 */
export function expiryOf(
  finding: Finding,
  events: readonly NewEvent[],
  terms: VerificationTerms = usualTerms,
): Expiry {
  const on = valueIn(finding, 'on') ?? '';
  const question = valueIn(finding, 'question');
  const said = valueIn(finding, 'until') ?? null;
  const end: Expiry =
    said === null
      ? { until: addMonths(on, terms.months), why: 'term', event: null }
      : { until: said, why: 'said', event: null };
  if (question === undefined || !terms.reopened.includes(question)) return end;
  const first = events
    .filter((event) => event.on > on)
    .toSorted((left, right) => left.on.localeCompare(right.on))[0];
  if (first === undefined || first.on >= end.until) return end;
  return { until: first.on, why: 'new_event', event: first };
}

/** Whether a finding no longer holds on a day. */
export function isOver(expiry: Expiry, today: string): boolean {
  // An event ends it at once; a term ends with its last day.
  return expiry.why === 'new_event' ? expiry.until <= today : expiry.until < today;
}

/** A day on which a finding ends, for the lists of what is due. Only the newest finding of each question has one. */
export type VerificationClock = {
  readonly finding: string;
  readonly question: Question;
  readonly due: string;
  readonly why: Expiry['why'];
};

/** The clocks of a verification, the earliest first: nothing lapses unannounced (invariant 9). */
export function clocksOfVerification(
  state: VerificationState,
  events: readonly NewEvent[],
  terms: VerificationTerms = usualTerms,
): readonly VerificationClock[] {
  const newest = new Map<Question, Finding>();
  for (const finding of standing(state.findings)) {
    const question = valueIn(finding, 'question');
    if (question === undefined || !holdsSomething(finding)) continue;
    const before = newest.get(question);
    if (before === undefined || (valueIn(before, 'on') ?? '') <= (valueIn(finding, 'on') ?? ''))
      newest.set(question, finding);
  }
  return [...newest]
    .map(([question, finding]): VerificationClock => {
      const { until, why } = expiryOf(finding, events, terms);
      return { finding: finding.id, question, due: until, why };
    })
    .toSorted((left, right) => left.due.localeCompare(right.due) || compare(left.finding, right.finding));
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** "Not started" has nothing that could lapse. */
const holdsSomething = (finding: Finding): boolean => valueIn(finding, 'level') !== 'ver_0_none';
