import type { CasePart } from '../case/part.ts';
import type { Context } from '../shared/context.ts';
import {
  applyItem,
  conflictsOf,
  type ItemEvent,
  type ItemKind,
  type Items,
  type Values,
} from '../shared/items.ts';
import type { Refusal } from '../shared/refusal.ts';
import { ok, type Result } from '../shared/result.ts';
import { type AssessmentEvent, applyAssessment, assessmentShapes, cellsOf } from './assessment.ts';
import { actorItems, changeItems, factorItems, type RiskItemEvent, threatItems } from './items.ts';
import { emptyRisk, type RiskState } from './state.ts';

export type RiskEvent = RiskItemEvent | AssessmentEvent;

const apart = <V extends Values>(items: Items<V>): number =>
  [...items.values()].reduce((sum, item) => sum + conflictsOf(item).length, 0);

/** Danger as a part of a case: actors, threats, what exposes and what protects, and every dated judgement. */
export const riskPart: CasePart<RiskState, RiskEvent> = {
  empty: emptyRisk,
  shapes: {
    ...actorItems.shapes,
    ...threatItems.shapes,
    ...factorItems.shapes,
    ...changeItems.shapes,
    ...assessmentShapes,
  },
  upcasts: [],
  action: () => 'case.edit',
  gives: new Set(),
  apply: (state, event, context) => {
    switch (event.type) {
      case 'RiskAssessed':
      case 'RiskAssessmentWithdrawn': {
        const applied = applyAssessment(state.assessments, event, context);
        if (!applied.ok) return applied;
        return ok(applied.value === state.assessments ? state : { ...state, assessments: applied.value });
      }
      case 'RiskActorKept':
      case 'RiskActorPutAway':
      case 'RiskActorTakenBack':
        return inItems(state, 'actors', actorItems, state.actors, event, context);
      case 'ThreatKept':
      case 'ThreatPutAway':
      case 'ThreatTakenBack':
        return inItems(state, 'threats', threatItems, state.threats, event, context);
      case 'RiskFactorKept':
      case 'RiskFactorPutAway':
      case 'RiskFactorTakenBack':
        return inItems(state, 'factors', factorItems, state.factors, event, context);
      default:
        return inItems(state, 'changes', changeItems, state.changes, event, context);
    }
  },
  conflicts: ({ actors, threats, factors, changes, assessments }) =>
    apart(actors) +
    apart(threats) +
    apart(factors) +
    apart(changes) +
    cellsOf(assessments).filter(({ standing }) => standing.length > 1).length,
};

function inItems<Noun extends string, V extends Values>(
  state: RiskState,
  name: keyof RiskState,
  kind: ItemKind<Noun, V>,
  items: Items<V>,
  event: ItemEvent<Noun, V>,
  context: Context,
): Result<RiskState, Refusal> {
  const applied = applyItem(kind, items, event, context);
  if (!applied.ok) return applied;
  return ok(applied.value === items ? state : { ...state, [name]: applied.value });
}
