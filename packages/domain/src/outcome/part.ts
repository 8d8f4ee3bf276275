import type { CasePart } from '../case/part.ts';
import { conflictsOf, type Items, type Values } from '../shared/items.ts';
import { type OutcomeEvent, outcomeItems, outcomeShapes } from './events.ts';
import { applyOutcome, noOutcomes, type OutcomeState } from './state.ts';

/** What became of her, as a part of a case. */
export const outcomePart: CasePart<OutcomeState, OutcomeEvent> = {
  empty: noOutcomes,
  shapes: outcomeShapes,
  upcasts: [],
  action: () => outcomeItems.action,
  gives: new Set(),
  apply: applyOutcome,
  conflicts: ({ outcomes, followUps, farewells }) => apart(outcomes) + apart(followUps) + apart(farewells),
};

function apart<V extends Values>(items: Items<V>): number {
  return [...items.values()].reduce((sum, item) => sum + conflictsOf(item).length, 0);
}
