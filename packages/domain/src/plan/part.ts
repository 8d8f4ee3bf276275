import type { CasePart } from '../case/part.ts';
import { conflictsOf, type Items, type Values } from '../shared/items.ts';
import { measureItems, type PlanEvent, planShapes } from './events.ts';
import { applyPlan, emptyPlan, type PlanState } from './state.ts';

/** The protection plan as a part of a case. What she agreed to is a consent: by readmission alone it counts for nothing. */
export const planPart: CasePart<PlanState, PlanEvent> = {
  empty: emptyPlan,
  shapes: planShapes,
  upcasts: [],
  action: () => measureItems.action,
  gives: new Set(['MeasureAnswered']),
  apply: applyPlan,
  conflicts: ({ measures, contacts, page }) => apart(measures) + apart(contacts) + apart(page),
};

function apart<V extends Values>(items: Items<V>): number {
  return [...items.values()].reduce((sum, item) => sum + conflictsOf(item).length, 0);
}
