import type { CaseState } from '../case/state.ts';
import { agreedToShow, pausesToShow } from '../check-in/to-show.ts';
import type { ShownContact, ShownMeasure, ShownPlan, ShownRounds } from '../request/shown-plan.ts';
import { valueIn } from '../shared/items.ts';
import {
  contactsFor,
  type EmergencyContact,
  gapsOf,
  type Measure,
  measuresInOrder,
  type PlanState,
  pageOf,
  timesWritten,
} from './state.ts';

/*
 * What an officer begins with when she shows her the plan: everything that is hers to know, in the words of the file.
 * What was considered about her, what others may know and what it costs stay in the file. Nothing is shown unread.
 */

/** A measure as it would be shown, in the words of the file. */
export const measureToShow = (measure: Measure): ShownMeasure => ({
  id: measure.id,
  seen: timesWritten(measure),
  aim: valueIn(measure, 'aim') ?? 'reduce_threat',
  what: valueIn(measure, 'what') ?? '',
  by: valueIn(measure, 'by') ?? null,
  who: (valueIn(measure, 'doneBy') ?? '').slice(0, 200),
  when: valueIn(measure, 'trigger') ?? '',
  fallback: valueIn(measure, 'fallback') ?? '',
});

/** A contact as it would be shown. What this person must not know is for the team. */
export const contactToShow = (contact: EmergencyContact): ShownContact => ({
  id: contact.id,
  who: valueIn(contact, 'who') ?? '',
  how: valueIn(contact, 'how') ?? '',
  occasions: valueIn(contact, 'occasions') ?? [],
  tell: valueIn(contact, 'mayTell') ?? '',
});

/** Whether a measure may be put before her: not before it is argued why moving her is the best way. */
export const mayShow = (measure: Measure): boolean =>
  gapsOf(measure).length === 0 && valueIn(measure, 'state') !== 'stopped';

/** The whole of what may be shown of a plan. */
export function planToShow(state: PlanState, language: string): Omit<ShownPlan, 'id' | 'version' | 'risks'> {
  const page = pageOf(state);
  const written = (name: 'aims' | 'arrestTell' | 'arrestDoNot'): string =>
    page === undefined ? '' : (valueIn(page, name) ?? '');
  return {
    language,
    aims: written('aims'),
    arrest: [written('arrestTell'), written('arrestDoNot')]
      .filter((one) => one.trim() !== '')
      .join('\n')
      .slice(0, 4000),
    measures: measuresInOrder(state).filter(mayShow).map(measureToShow),
    contacts: contactsFor(state, null).map(contactToShow),
  };
}

/** How the check-ins of a case stand, for her page. */
export function roundsToShow(state: CaseState, now: number): Pick<ShownRounds, 'agreed' | 'pauses'> {
  const { checkIns } = state.parts;
  return { agreed: agreedToShow(checkIns), pauses: pausesToShow(checkIns, now) };
}

/** Whether the file says of a measure what she was not shown: it is new, or was changed since, or was put away. */
export function isShownAsItStands(state: PlanState, plan: Pick<ShownPlan, 'measures'>): boolean {
  const now = new Map(
    measuresInOrder(state)
      .filter(mayShow)
      .map((measure) => [measure.id, timesWritten(measure)]),
  );
  return plan.measures.every(({ id, seen }) => now.get(id) === seen);
}
