import type { CaseState as CaseStateCode } from '@leeward/vocabulary/lists/case-state.ts';
import type { ClosureReason } from '@leeward/vocabulary/lists/closure-reason.ts';
import type { Urgency } from '@leeward/vocabulary/lists/urgency.ts';
import type { Action } from '../organisation/permissions.ts';
import { urgencies } from '../request/judgement.ts';
import type { UrgencyJudgement } from '../request/state.ts';
import { type Context, sameEvent } from '../shared/context.ts';
import { edit, type Field, seenIn } from '../shared/field.ts';
import { type Base, emptyBase, fold, type Noun } from '../shared/fold.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type Stamp, stampOf } from '../shared/stamp.ts';
import { type CaseEvent, caseShapes, caseUpcasts, type SummaryField } from './events.ts';
import {
  actionOfPart,
  applyPart,
  emptyParts,
  givingPartEvents,
  isPartEvent,
  type PartStates,
} from './parts.ts';

export type Note = Stamp & { readonly text: string };
export type StateChange = Stamp & {
  readonly state: CaseStateCode;
  readonly reason: string;
  readonly closure: ClosureReason | `x_${string}` | null;
  /** On hold: until which day. Closed: from which day on it may be forgotten. */
  readonly date: string | null;
  /** The case was closed, and somebody opened it again. */
  readonly reopens: boolean;
};
export type Handover = Stamp & { readonly member: string };
/** A field of the case that somebody wrote, for the time line: versions that were replaced are read there. */
export type CaseEdit = Stamp & {
  readonly field: 'pseudonym' | 'nextStep' | SummaryField;
  readonly text: string;
  /** Of a next step: its day. */
  readonly date: string | null;
};
export type NextStep = { readonly text: string; readonly date: string | null };

/** What is true of one case. Never a legal name: that is the identity record's (rule 14). */
export type CaseState = Base & {
  readonly opened:
    | (Stamp & { readonly fromConversation: string | null; readonly teams: readonly string[] })
    | null;
  readonly pseudonym: Field<string>;
  /** The most urgent of the judgements that stand. */
  readonly urgency: Urgency;
  /** What was judged apart and nobody has chosen of; the same holds of the two below. */
  readonly urgencies: Field<Urgency>;
  readonly urgencyHistory: readonly UrgencyJudgement[];
  readonly phase: CaseStateCode;
  readonly phases: Field<CaseStateCode>;
  readonly phaseHistory: readonly StateChange[];
  readonly responsible: string | null;
  readonly responsibles: Field<string>;
  readonly responsibleHistory: readonly Handover[];
  readonly nextStep: Field<NextStep>;
  readonly summary: ReadonlyMap<SummaryField, Field<string>>;
  readonly notes: readonly Note[];
  readonly edits: readonly CaseEdit[];
  /** Everything else that a file holds: people, risk, plan ... Each is a folder of the domain. */
  readonly parts: PartStates;
  /** The latest time that anybody's clock gave to what was written here; 0 for nothing. */
  readonly touched: number;
};

export const emptyCase: CaseState = {
  ...emptyBase,
  opened: null,
  pseudonym: [],
  urgency: 'urg_unset',
  urgencies: [],
  urgencyHistory: [],
  phase: 'case_new',
  phases: [],
  phaseHistory: [],
  responsible: null,
  responsibles: [],
  responsibleHistory: [],
  nextStep: [],
  summary: new Map(),
  notes: [],
  edits: [],
  parts: emptyParts,
  touched: 0,
};

/** Folds one event of a case. */
export function foldCase(state: CaseState, json: unknown, context: Context): CaseState {
  return fold(caseNoun, state, json, context);
}

/** The field names in which two people's edits stand side by side: a person chooses. */
export function conflictsIn(
  state: CaseState,
): readonly ('pseudonym' | 'nextStep' | 'urgency' | 'phase' | 'responsible' | SummaryField)[] {
  const summary = [...state.summary].filter(([, field]) => field.length > 1).map(([name]) => name);
  return [
    ...(state.urgencies.length > 1 ? (['urgency'] as const) : []),
    ...(state.phases.length > 1 ? (['phase'] as const) : []),
    ...(state.responsibles.length > 1 ? (['responsible'] as const) : []),
    ...(state.pseudonym.length > 1 ? (['pseudonym'] as const) : []),
    ...(state.nextStep.length > 1 ? (['nextStep'] as const) : []),
    ...summary,
  ];
}

const actions: Readonly<Partial<Record<CaseEvent['type'], Action>>> = { NoteWritten: 'case.note' };

/** The case as a noun: see `Noun`. */
export const caseNoun: Noun<CaseState, CaseEvent> = {
  shapes: caseShapes,
  upcasts: caseUpcasts,
  action: (event) => (isPartEvent(event) ? actionOfPart(event) : (actions[event.type] ?? 'case.edit')),
  gives: givingPartEvents,
  apply: (state, event, context) => {
    const applied = apply(state, event, context);
    if (!applied.ok || applied.value === state || context.claimedTime <= state.touched) return applied;
    return ok({ ...applied.value, touched: context.claimedTime });
  },
};

/** How often the case was opened again after it had been closed. */
export const timesReopened = (state: CaseState): number =>
  state.phaseHistory.filter(({ reopens }) => reopens).length;

/** The most urgent of judgements that were made apart: until somebody chooses, it counts. */
function mostUrgent(judged: Field<Urgency>): Urgency {
  return urgencies.items.find(({ code }) => judged.some(({ value }) => value === code))?.code ?? 'urg_unset';
}

function apply(state: CaseState, event: CaseEvent, context: Context): Result<CaseState, Refusal> {
  const stamp = stampOf(context);
  if (event.type === 'CaseOpened') {
    if (state.opened !== null) return err(refusal('exists'));
    const { fromConversation, teams } = event;
    return ok({
      ...state,
      opened: { ...stamp, fromConversation, teams },
      pseudonym: edit(state.pseudonym, event.pseudonym, [], context),
    });
  }
  if (state.opened === null) return err(refusal('not_begun'));
  if (state.phase === 'case_erased') return err(refusal('ended'));
  if (isPartEvent(event)) {
    const parts = applyPart(state.parts, event, context);
    if (!parts.ok) return parts;
    return parts.value === state.parts ? ok(state) : ok({ ...state, parts: parts.value });
  }
  switch (event.type) {
    case 'PseudonymChanged':
      return ok({
        ...state,
        pseudonym: edit(state.pseudonym, event.pseudonym, event.replaces, context),
        edits: [...state.edits, { ...stamp, field: 'pseudonym', text: event.pseudonym, date: null }],
      });
    case 'UrgencySet': {
      const { urgency, reason } = event;
      const urgencies = edit<Urgency>(
        state.urgencies,
        urgency,
        event.replaces ?? seenIn(state.urgencies),
        context,
      );
      return ok({
        ...state,
        urgency: mostUrgent(urgencies),
        urgencies,
        urgencyHistory: [...state.urgencyHistory, { ...stamp, urgency, reason }],
      });
    }
    case 'StateChanged': {
      const { state: phase, reason, closure, date } = event;
      if (phase === 'case_closed' && closure === null) return err(refusal('closure_needed'));
      // Whoever moves a case that a colleague closed meanwhile did not mean to open it again: see `CaseReopened`.
      const settles = phase === 'case_erased' || (phase === 'case_closed' && state.phases.length > 1);
      if (state.phase === 'case_closed' && !settles) return err(refusal('ended'));
      return ok({
        ...state,
        phase,
        phases: edit<CaseStateCode>(state.phases, phase, event.replaces ?? seenIn(state.phases), context),
        phaseHistory: [
          ...state.phaseHistory,
          { ...stamp, state: phase, reason, closure, date, reopens: false },
        ],
      });
    }
    case 'CaseReopened': {
      const closing = state.phaseHistory.at(-1);
      if (state.phase !== 'case_closed' || closing === undefined || !sameEvent(closing, event.closing))
        return err(refusal('no_change'));
      const { state: phase, reason } = event;
      const change = { ...stamp, state: phase, reason, closure: null, date: null, reopens: true };
      return ok({
        ...state,
        phase,
        phases: edit<CaseStateCode>(state.phases, phase, seenIn(state.phases), context),
        phaseHistory: [...state.phaseHistory, change],
      });
    }
    case 'ResponsibleSet': {
      if (state.responsibles.length < 2 && event.member === state.responsible)
        return err(refusal('no_change'));
      const { member } = event;
      return ok({
        ...state,
        responsible: member,
        responsibles: edit(state.responsibles, member, event.replaces ?? seenIn(state.responsibles), context),
        responsibleHistory: [...state.responsibleHistory, { ...stamp, member }],
      });
    }
    case 'NoteWritten':
      return ok({ ...state, notes: [...state.notes, { ...stamp, text: event.text }] });
    case 'NextStepSet': {
      const { text, date, replaces } = event;
      return ok({
        ...state,
        nextStep: edit(state.nextStep, { text, date }, replaces, context),
        edits: [...state.edits, { ...stamp, field: 'nextStep', text, date }],
      });
    }
    case 'SummaryKept': {
      const field = edit(state.summary.get(event.field) ?? [], event.value, event.replaces, context);
      return ok({
        ...state,
        summary: new Map(state.summary).set(event.field, field),
        edits: [...state.edits, { ...stamp, field: event.field, text: event.value, date: null }],
      });
    }
  }
}
