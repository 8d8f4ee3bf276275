import type { Actor } from '../shared/context.ts';
import { latest, seenIn } from '../shared/field.ts';
import { propose } from '../shared/fold.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, type Result } from '../shared/result.ts';
import type { CaseEvent, SummaryField } from './events.ts';
import { type CaseState, caseNoun, emptyCase, type NextStep } from './state.ts';

type Allowed = Result<readonly CaseEvent[], Refusal>;
type Of<Type extends CaseEvent['type']> = Omit<Extract<CaseEvent, { readonly type: Type }>, 'type' | 'v'>;
type Judged = Omit<Of<'UrgencySet'>, 'replaces'>;
type Moved = Omit<Of<'StateChanged'>, 'replaces' | 'date'> & { readonly date?: string | null };

/** Open a case, under a pseudonym that no other case has, with somebody responsible and the urgency that was judged. */
export function canOpenCase(
  actor: Actor,
  opening: Of<'CaseOpened'> & {
    readonly responsible: string | null;
    readonly urgency: Judged | null;
  },
  isTaken: (pseudonym: string) => boolean,
): Allowed {
  const { responsible, urgency, ...opened } = opening;
  if (isTaken(opened.pseudonym)) return err(refusal('exists', { pseudonym: opened.pseudonym }));
  const events: CaseEvent[] = [{ type: 'CaseOpened', v: 1, ...opened }];
  if (responsible !== null) events.push({ type: 'ResponsibleSet', v: 2, member: responsible, replaces: [] });
  if (urgency !== null) events.push({ type: 'UrgencySet', v: 2, ...urgency, replaces: [] });
  return ask(emptyCase, actor, ...events);
}

/** Give a case another pseudonym. */
export function canChangePseudonym(
  state: CaseState,
  actor: Actor,
  pseudonym: string,
  isTaken: (pseudonym: string) => boolean,
): Allowed {
  if (isTaken(pseudonym)) return err(refusal('exists', { pseudonym }));
  return ask(state, actor, { type: 'PseudonymChanged', v: 1, pseudonym, replaces: seenIn(state.pseudonym) });
}

/** Set the urgency, with its reason. */
export function canSetCaseUrgency(state: CaseState, actor: Actor, judged: Judged): Allowed {
  return ask(state, actor, { type: 'UrgencySet', v: 2, ...judged, replaces: seenIn(state.urgencies) });
}

/**
 * Move a case to another state, with a reason; a case may move back. Closing needs a closure reason as well; a closed
 * case is moved by opening it again, and by nothing else.
 */
export function canChangeState(state: CaseState, actor: Actor, change: Moved): Allowed {
  const { state: wanted, reason, closure, date } = change;
  const closing = state.phaseHistory.at(-1);
  const settles = wanted === 'case_closed' && state.phases.length > 1;
  if (state.phase === 'case_closed' && closing !== undefined && wanted !== 'case_erased' && !settles) {
    if (wanted === 'case_closed') return err(refusal('no_change'));
    const { entry, index } = closing;
    return ask(state, actor, {
      type: 'CaseReopened',
      v: 1,
      state: wanted,
      reason,
      closing: { entry, index },
    });
  }
  const replaces = seenIn(state.phases);
  return ask(state, actor, {
    type: 'StateChanged',
    v: 2,
    state: wanted,
    reason,
    closure,
    date: date ?? null,
    replaces,
  });
}

/** Say who is responsible. */
export function canSetResponsible(state: CaseState, actor: Actor, member: string): Allowed {
  const replaces = seenIn(state.responsibles);
  return ask(state, actor, { type: 'ResponsibleSet', v: 2, member, replaces });
}

/** Write a note. */
export function canWriteNote(state: CaseState, actor: Actor, text: string): Allowed {
  return ask(state, actor, { type: 'NoteWritten', v: 1, text });
}

/** Say what is next, and by when. */
export function canSetNextStep(state: CaseState, actor: Actor, step: NextStep): Allowed {
  const now = latest(state.nextStep);
  if (state.nextStep.length === 1 && now?.text === step.text && now.date === step.date) {
    return err(refusal('no_change'));
  }
  return ask(state, actor, { type: 'NextStepSet', v: 1, ...step, replaces: seenIn(state.nextStep) });
}

/** Keep one field of the summary. It replaces what the author sees, so an edit made apart stays beside it. */
export function canKeepSummary(state: CaseState, actor: Actor, field: SummaryField, value: string): Allowed {
  const now = state.summary.get(field) ?? [];
  if (now.length === 1 && latest(now) === value) return err(refusal('no_change'));
  return ask(state, actor, { type: 'SummaryKept', v: 1, field, value, replaces: seenIn(now) });
}

function ask(state: CaseState, actor: Actor, ...events: readonly CaseEvent[]): Allowed {
  return propose(caseNoun, state, actor, events);
}
