import { addMonths } from '../clock/days.ts';
import { valueIn } from '../shared/items.ts';
import type { Question } from './events.ts';
import type { Finding } from './state.ts';

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
