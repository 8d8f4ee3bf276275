import type { CaseEvent } from '../case/events.ts';
import { canSetResponsible } from '../case/rules.ts';
import { type CaseState, caseNoun } from '../case/state.ts';
import type { Actor } from '../shared/context.ts';
import { latest, seenIn } from '../shared/field.ts';
import { propose } from '../shared/fold.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { openTransfers, type ReliefStep, type Transfer } from './state.ts';

type Allowed = Result<readonly CaseEvent[], Refusal>;

/** Who knows the case well enough to go on with it; null where there is nobody. */
export const secondOf = (state: CaseState): string | null =>
  latest(state.parts.responsibility.second) ?? null;

/** Says who is second. */
export function canSetSecond(state: CaseState, actor: Actor, member: string | null): Allowed {
  if (member !== null && member === state.responsible) return err(refusal('no_change'));
  const { second } = state.parts.responsibility;
  return ask(state, actor, { type: 'SecondSet', v: 1, member, replaces: seenIn(second) });
}

/** Offers the case to a colleague, with a note made from the file or without. One offer stands at a time. */
export function canOffer(
  state: CaseState,
  actor: Actor,
  offer: {
    readonly transfer: string;
    readonly to: string;
    readonly note: { readonly id: string; readonly text: string } | null;
  },
): Allowed {
  const { transfer, to, note } = offer;
  if (to === state.responsible) return err(refusal('no_change'));
  const given: readonly CaseEvent[] =
    note === null ? [] : [{ type: 'HandOverNoteGiven', v: 1, note: note.id, text: note.text }];
  const before = standingOffers(state)
    .filter((one) => one.transfer !== transfer)
    .map((one): CaseEvent => ({ type: 'TransferWithdrawn', v: 1, transfer: one.transfer }));
  const offered: CaseEvent = { type: 'TransferOffered', v: 1, transfer, to, note: note?.id ?? null };
  return ask(state, actor, ...given, ...before, offered);
}

/** The one to whom it was offered accepts: from then on she is responsible. */
export function canAccept(state: CaseState, actor: Actor, transfer: string): Allowed {
  const answered: CaseEvent = { type: 'TransferAnswered', v: 1, transfer, accepts: true };
  const takes = canSetResponsible(state, actor, actor.member);
  if (!takes.ok) return takes.error.code === 'no_change' ? ask(state, actor, answered) : takes;
  return ask(state, actor, answered, ...takes.value, ...leavesSecond(state, actor));
}

/** She says no. She need not say why. */
export function canRefuse(state: CaseState, actor: Actor, transfer: string): Allowed {
  return ask(state, actor, { type: 'TransferAnswered', v: 1, transfer, accepts: false });
}

/** Takes an offer back. */
export function canWithdraw(state: CaseState, actor: Actor, transfer: string): Allowed {
  return ask(state, actor, { type: 'TransferWithdrawn', v: 1, transfer });
}

/** Takes the case over: nobody needs to be asked when a colleague is ill, gone, or asked to be relieved. */
export function canTakeOver(state: CaseState, actor: Actor): Allowed {
  const takes = canSetResponsible(state, actor, actor.member);
  if (!takes.ok) return takes;
  const withdrawn = standingOffers(state).map(
    ({ transfer }): CaseEvent => ({ type: 'TransferWithdrawn', v: 1, transfer }),
  );
  return ask(state, actor, ...withdrawn, ...takes.value, ...leavesSecond(state, actor));
}

/** Whoever becomes responsible is second no more. */
function leavesSecond(state: CaseState, actor: Actor): readonly CaseEvent[] {
  if (secondOf(state) !== actor.member) return [];
  const { second } = state.parts.responsibility;
  return [{ type: 'SecondSet', v: 1, member: null, replaces: seenIn(second) }];
}

/** Asks to be relieved of a case that one carries. There is nowhere to say why. */
export function canAskRelief(state: CaseState, actor: Actor): Allowed {
  if (state.responsible !== actor.member && secondOf(state) !== actor.member)
    return err(refusal('only_oneself'));
  return ask(state, actor, { type: 'ReliefAsked', v: 1 });
}

/** She goes on after all. */
export function canTakeReliefBack(state: CaseState, actor: Actor): Allowed {
  return ask(state, actor, { type: 'ReliefTakenBack', v: 1 });
}

/** Keeps a hand-over note that goes to whoever reads the case. */
export function canGiveNote(state: CaseState, actor: Actor, note: string, text: string): Allowed {
  return ask(state, actor, { type: 'HandOverNoteGiven', v: 1, note, text });
}

/** What still waits for an answer: an offer is over once whoever it was made by carries the case no longer, or she does. */
export function standingOffers(state: CaseState): readonly Transfer[] {
  const since = state.responsibleHistory.at(-1);
  return openTransfers(state.parts.responsibility).filter(
    (offer) => offer.to !== state.responsible && (since === undefined || isAfter(offer, since)),
  );
}

/** Those who asked to be relieved and still carry the case: the one who is responsible, the second. */
export function reliefAskedBy(state: CaseState): readonly string[] {
  const carriers = [state.responsible, secondOf(state)].filter((member) => member !== null);
  return [...new Set(carriers)].filter((member) => {
    const last = state.parts.responsibility.relief.findLast(({ by }) => by === member);
    return last?.asks === true && !tookOnSince(state, member, last);
  });
}

/** Whether she took it on again after she had asked: then she carries it willingly. */
function tookOnSince(state: CaseState, member: string, asked: ReliefStep): boolean {
  return state.responsibleHistory.some((step) => step.member === member && isAfter(step, asked));
}

type Place = { readonly position: number; readonly index: number };
const isAfter = (one: Place, other: Place): boolean =>
  one.position > other.position || (one.position === other.position && one.index > other.index);

function ask(state: CaseState, actor: Actor, ...events: readonly CaseEvent[]): Allowed {
  if (events.length === 0) return ok([]);
  return propose(caseNoun, state, actor, events);
}
