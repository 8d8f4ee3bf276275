import type { CaseState } from '../case/state.ts';
import { clocksOfCheckIns } from '../check-in/clocks.ts';
import { clocksOfConsents } from '../consent/clocks.ts';
import { documentsOf } from '../document/state.ts';
import { clocksOfAsked } from '../document-asked/clocks.ts';
import { clocksOfDoors } from '../eligibility/clocks.ts';
import { clocksOfOutcome } from '../outcome/clocks.ts';
import { forgettingDay } from '../outcome/retention.ts';
import { clocksOfPeople } from '../people/clocks.ts';
import { clocksOfPlan } from '../plan/clocks.ts';
import { clocksOfRisk } from '../risk/clocks.ts';
import { latest } from '../shared/field.ts';
import { spanOf } from '../shared/inexact-date.ts';
import { standing, valueIn } from '../shared/items.ts';
import { clocksOfSheets } from '../sheet/clocks.ts';
import type { SituationFact } from '../situation/state.ts';
import { clocksOfVerification } from '../verification/of-case.ts';
import { type Clock, makeClock } from './clock.ts';

/** Where the clocks of a case come from: one line for each noun. */
const sources: readonly ((state: CaseState) => readonly Clock[])[] = [
  clocksOfNextStep,
  clocksOfStatus,
  clocksOfDocuments,
  clocksOfHold,
  clocksOfPeople,
  clocksOfForgetting,
  clocksOfOutcome,
  clocksOfAsked,
  clocksOfVerification,
  clocksOfSheets,
  clocksOfDoors,
  clocksOfRisk,
  clocksOfPlan,
  clocksOfCheckIns,
  (state) => clocksOfConsents(state),
];

/** Everything in a case that ends by itself, the earliest first. */
export function clocksIn(state: CaseState): readonly Clock[] {
  if (state.opened === null || state.phase === 'case_erased') return [];
  const all = sources.flatMap((clocksOf) => clocksOf(state));
  // What is over has nothing left to lose but its own memory and the word that we would ask again.
  const still =
    state.phase === 'case_closed'
      ? all.filter(({ kind }) => kind === 'follow_up' || kind === 'retention')
      : all;
  return still.toSorted((left, right) => (left.until < right.until ? -1 : left.until > right.until ? 1 : 0));
}

/** What is next in the case, by the day that was set. */
function clocksOfNextStep(state: CaseState): readonly Clock[] {
  const next = latest(state.nextStep);
  if (next === undefined || next.text === '' || next.date === null) return [];
  return [makeClock({ kind: 'next_step', item: 'next', until: next.date, label: next.text })];
}

/** Every status of everybody in the case: a child's permit ends as well. */
function statusesOf(state: CaseState): readonly SituationFact[] {
  return standing(state.parts.situation).filter((fact) => valueIn(fact, 'kind') === 'status');
}

/** Statuses that are a visa: most are over before a permit would warn for the first time. */
const visas: ReadonlySet<string> = new Set(['imm_short_stay', 'imm_long_stay']);

/** Visas, permits and other status that end on a day (handbook 3.9). */
function clocksOfStatus(state: CaseState): readonly Clock[] {
  return statusesOf(state).flatMap((fact) => {
    const until = valueIn(fact, 'until') ?? null;
    if (until === null) return [];
    // Of an end that nobody knows exactly, the first day that it may be: a permit is never renewed too early.
    const { first, last } = spanOf(until);
    const end = first ?? last;
    if (end === null) return [];
    const [label, person] = [valueIn(fact, 'note') ?? '', valueIn(fact, 'person') ?? null];
    const kind = visas.has(valueIn(fact, 'status') ?? '') ? 'visa' : 'status';
    return [makeClock({ kind, item: fact.id, until: end, label, person, part: 'situation' })];
  });
}

/** Papers that are good for nothing after a day. */
function clocksOfDocuments(state: CaseState): readonly Clock[] {
  return documentsOf(state.parts.documents).flatMap((document) => {
    const until = valueIn(document, 'expires') ?? null;
    if (until === null) return [];
    const [label, person] = [valueIn(document, 'title') ?? '', valueIn(document, 'about') ?? null];
    return [makeClock({ kind: 'document', item: document.id, until, label, person, part: 'documents' })];
  });
}

/** The day from which on a closed case may be forgotten (invariant 14). */
function clocksOfForgetting(state: CaseState): readonly Clock[] {
  const until = forgettingDay(state);
  return until === null ? [] : [makeClock({ kind: 'retention', item: 'case', until })];
}

/** Until when a case was put on hold: a pause that nobody ends is a case that is forgotten (invariant 9). */
function clocksOfHold({ phase, phaseHistory }: CaseState): readonly Clock[] {
  const last = phaseHistory.at(-1);
  if (phase !== 'case_on_hold' || last === undefined || last.date === null) return [];
  const label = last.reason.slice(0, 200);
  return [makeClock({ kind: 'hold', item: 'case', until: last.date, label, part: 'stages' })];
}
