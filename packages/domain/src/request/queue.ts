import type { Urgency } from '@leeward/vocabulary/lists/urgency.ts';
import { checkInStanding } from './alarm.ts';
import { answerTime, usualAnswerHours } from './answer-hours.ts';
import { signOfLife, timeOf } from './come-back.ts';
import type { Details } from './message.ts';
import { type Heard, heardAt } from './otherwise.ts';
import { closedByPerson, countingItems, type GuestItem, isUnopened, type RequestState } from './state.ts';

/** Where a request stands, in the words of the queue. */
export type Phase = 'new' | 'claimed' | 'answered' | 'declined' | 'case' | 'set_aside' | 'closed';

export function phaseOf(state: RequestState): Phase {
  if (state.setAside !== null) return 'set_aside';
  // What goes on in another conversation is over in this one.
  if (closedByPerson(state) || state.comeBack.linkedTo !== null) return 'closed';
  if (state.case !== null) return 'case';
  if (state.declined !== null) return 'declined';
  if (state.contacts.length > 0 || state.sent.some((item) => item.kind === 'reply')) return 'answered';
  return state.claimedBy === null ? 'new' : 'claimed';
}

/**
 * Whether her own words ask to be read as quickly as an immediate request: she says that somebody may be harmed within
 * two days, and no person has judged the urgency since. It orders the queue and starts the clock, and never sets the
 * urgency: a person does (invariant 5).
 */
export function suggestedUrgency(state: RequestState): 'urg_immediate' | null {
  if (state.urgency === 'urg_immediate') return null;
  if (checkInStanding(state).notSafe !== null) return 'urg_immediate';
  const written = countingItems(state).findLast((item) => dangerIn(item) !== undefined);
  const told = state.heard.findLast(({ details }) => details.danger48h !== undefined);
  const spoken = written === undefined || (told !== undefined && isAfter(told, written)) ? told : written;
  if (spoken === undefined || dangerIn(spoken) !== 'yes') return null;
  return isAfter(spoken, state.urgencyHistory.at(-1)) ? 'urg_immediate' : null;
}

/** The response clock of a request that waits for an answer. */
export type Clock = {
  /** Since when she waits, milliseconds since 1970. */
  readonly since: number;
  readonly due: number;
  readonly overdue: boolean;
  /** Whether the limit comes from a person's judgement, from her own words, or from nobody having read it. */
  readonly basis: 'judged' | 'suggested' | 'untriaged';
  readonly limit: number;
};

/** Since when she waits for a human answer; null when the last word is ours, or hers was to close. */
export function waitingSince(state: RequestState): number | null {
  if (state.comeBack.linkedTo !== null) return null;
  const written = state.sent.findLast((item) => item.kind === 'reply' || item.kind === 'declined');
  const spoken = state.contacts.at(-1);
  const answered =
    written !== undefined && spoken !== undefined && isAfter(spoken, written) ? spoken : (written ?? spoken);
  const waiting = countingItems(state).filter((item) => !needsNoAnswer(item) && isAfter(item, answered));
  const heard = state.heard.filter((one) => isAfter(one, answered));
  if (waiting.length + heard.length === 0) return null;
  return Math.min(...waiting.map(timeOf), ...heard.map(heardAt));
}

/** The clock for `now` (milliseconds since 1970) by the organisation's hours; null when nobody waits. */
export function clockOf(state: RequestState, now: number, hours = usualAnswerHours): Clock | null {
  const since = waitingSince(state);
  if (since === null) return null;
  const suggested = suggestedUrgency(state);
  const limit = answerTime(hours, suggested ?? state.urgency);
  const judged = state.urgency === 'urg_unset' ? 'untriaged' : 'judged';
  return {
    since,
    due: since + limit,
    overdue: now > since + limit,
    basis: suggested === null ? judged : 'suggested',
    limit,
  };
}

/** How many of her items nobody has opened yet. */
export function unreadItems(state: RequestState): number {
  return countingItems(state).filter((item) => isUnopened(state, item)).length;
}

/** Her last item; undefined before any. */
export function lastGuestItem(state: RequestState): GuestItem | undefined {
  return countingItems(state).at(-1);
}

/** How many of our items she had seen when she last wrote, in the channel of that item (rule 20). */
export function seenReplies(state: RequestState): number {
  const last = lastGuestItem(state);
  const same = countingItems(state).filter((item) => item.mailbox === last?.mailbox);
  return Math.max(0, ...same.map((item) => item.repliesSeen));
}

/** When somebody of the team last did something about this request on purpose, by that person's clock; null for never. */
export function lastTouched(state: RequestState): number | null {
  const acts = [
    ...state.sent.filter((item) => !['opened', 'confirmed'].includes(item.kind)),
    ...state.comeBack.alarms,
    ...state.urgencyHistory,
    ...state.claims,
    ...state.contacts,
    ...state.heard,
    ...state.joins,
  ].map((act) => act.claimedTime);
  return acts.length === 0 ? null : Math.max(...acts);
}

/** What orders the queue: who waits comes first, by urgency, then by how long. Untriaged requests stand near the top. */
const ranks: Readonly<Record<Urgency, number>> = {
  urg_immediate: 0,
  urg_unset: 1,
  urg_urgent: 2,
  urg_high: 3,
  urg_standard: 4,
};

/** Compares two requests for the queue: negative when `left` comes first. Total and stable for equal states. */
export function compareInQueue(left: RequestState, right: RequestState): number {
  return rankOf(left) - rankOf(right) || timeInQueue(left) - timeInQueue(right);
}

function rankOf(state: RequestState): number {
  // A person in danger comes first, whether or not her words ask for an answer.
  if (checkInStanding(state).notSafe !== null && state.setAside === null) return -1;
  const waits = waitingSince(state) !== null && state.setAside === null;
  return (waits ? 0 : 10) + ranks[suggestedUrgency(state) ?? state.urgency];
}

function timeInQueue(state: RequestState): number {
  return waitingSince(state) ?? state.items.at(0)?.admittedTime ?? state.heard.at(0)?.claimedTime ?? 0;
}

function dangerIn(item: GuestItem | Heard): Details['danger48h'] {
  if ('way' in item) return item.details.danger48h;
  if (item.content?.kind !== 'read') return undefined;
  const { message } = item.content;
  return message.type === 'request' || message.type === 'add' ? message.danger48h : undefined;
}

/** What is read and asks for no words: that she closes, that she is safe, her yes or no to a question of ours. */
function needsNoAnswer(item: GuestItem): boolean {
  if (item.content?.kind !== 'read') return false;
  const { type } = item.content.message;
  return type === 'close' || type === 'consent' || type === 'plan' || signOfLife(item)?.safe === true;
}

type Placed = { readonly position: number; readonly index: number };

function isAfter(item: Placed, answer: Placed | undefined): boolean {
  if (answer === undefined || item.position > answer.position) return true;
  return item.position === answer.position && item.index > answer.index;
}
