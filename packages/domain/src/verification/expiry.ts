import { addMonths } from '../clock/days.ts';
import { valueIn } from '../shared/items.ts';
import type { Finding } from './state.ts';
import { type Term, termFor, usualTerms } from './terms.ts';

/*
 * How long a finding holds. The term lies in the finding: an organisation chooses its terms, a finding is written with the
 * one in force, and what was found before keeps its own. So a finding ends on one day on every device and for every
 * partner who was told that day, and only writing it anew gives it another.
 */

/** The term of a finding: its own, or the usual one where it was written without. */
export const termOf = (finding: Finding): Term =>
  valueIn(finding, 'term') ?? termFor(usualTerms, valueIn(finding, 'question') ?? '');

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
export function expiryOf(finding: Finding, events: readonly NewEvent[]): Expiry {
  const on = valueIn(finding, 'on') ?? '';
  const term = termOf(finding);
  const said = valueIn(finding, 'until') ?? null;
  const end: Expiry =
    said === null
      ? { until: addMonths(on, term.months), why: 'term', event: null }
      : { until: said, why: 'said', event: null };
  if (!term.opens) return end;
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
