import type { CaseEvent } from '../case/events.ts';
import { canChangeState } from '../case/rules.ts';
import { type CaseState, caseNoun } from '../case/state.ts';
import { addMonths } from '../clock/days.ts';
import { consentsOfCase, type Voices } from '../consent/voices.ts';
import type { Actor } from '../shared/context.ts';
import { propose } from '../shared/fold.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, type Result } from '../shared/result.ts';
import type { FarewellValues, OutcomeValues } from './events.ts';
import { isDecline } from './retention.ts';

/** So many months after the end she is asked how she is (handbook 3.11; Default). */
export const usualFollowUps = [3, 6, 12] as const;

/** The day of a follow-up, counted from the end. */
export const followUpDay = (end: string, months: number): string => addMonths(end, months);

/** What somebody writes down beside the state when a case ends. Ids are made when the form opens. */
export type Ending = {
  /** Null where nothing was written. */
  readonly outcome: (Pick<OutcomeValues, 'on' | 'outcomes' | 'note'> & { readonly id: string }) | null;
  readonly farewell: (FarewellValues & { readonly id: string }) | null;
  readonly followUps: readonly {
    readonly id: string;
    readonly due: string;
    readonly months: number | null;
  }[];
};

type Change = Parameters<typeof canChangeState>[2];

/** Ends a case, or its support: the state with its reason, what became of her, and when she is asked again, as one act. */
export function canEnd(
  state: CaseState,
  actor: Actor,
  change: Change,
  ending: Ending,
): Result<readonly CaseEvent[], Refusal> {
  const moved = canChangeState(state, actor, change);
  if (!moved.ok) return moved;
  // A no at the end of a case owes her what a no to a request owes: what else may help, and a way back (invariant 8).
  if (change.state === 'case_closed' && isDecline(change.closure)) {
    if ((ending.farewell?.alternatives ?? '').trim() === '') return err(refusal('alternatives_needed'));
    if ((ending.farewell?.wayBack ?? '').trim() === '')
      return err(refusal('malformed', { path: 'wayBack', problem: 'empty' }));
  }
  return propose(caseNoun, state, actor, [...moved.value, ...eventsOf(ending)]);
}

function eventsOf({ outcome, farewell, followUps }: Ending): readonly CaseEvent[] {
  const events: CaseEvent[] = [];
  if (outcome !== null) {
    const { id, ...said } = outcome;
    events.push({ type: 'OutcomeKept', v: 1, id, set: { ...said, followUp: null }, replaces: {} });
  }
  if (farewell !== null) {
    const { id, alternatives, ...agreed } = farewell;
    const set = alternatives === '' ? agreed : { ...agreed, alternatives };
    events.push({ type: 'FarewellKept', v: 1, id, set, replaces: {} });
  }
  for (const { id, ...set } of followUps) events.push({ type: 'FollowUpKept', v: 1, id, set, replaces: {} });
  return events;
}

/** Whether she agreed to be asked afterwards: the latest word that stands on this day. */
export type AskedAfter = 'given' | 'refused' | 'not_asked';

/** What she said to being asked afterwards. A refusal or a withdrawal counts until somebody agrees anew. */
export function askedAfter(voices: Voices, today: string): AskedAfter {
  const said = consentsOfCase(voices, today).filter(({ ask }) => ask.purpose === 'con_follow_up');
  if (said.some(({ standing }) => standing === 'given')) return 'given';
  return said.some(({ standing }) => standing === 'refused' || standing === 'withdrawn')
    ? 'refused'
    : 'not_asked';
}

/** Ends after which nobody is asked how she is unless somebody says so: we never knew her, or she is not to be found. */
const notFollowed = /^close_(declined_|fraud|lost_contact|died|duplicate|conduct|erasure_request)/;

/** Whether asking her afterwards is offered as the usual thing. */
export const isUsuallyFollowed = (closure: string | null): boolean =>
  closure === null || !notFollowed.test(closure);
