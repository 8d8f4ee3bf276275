import type { CasePart } from '../case/part.ts';
import { applyItem, conflictsOf } from '../shared/items.ts';
import { type SituationEvent, situationItems } from './events.ts';
import type { SituationState } from './state.ts';

/** Place, status and nationality as a part of a case. */
export const situationPart: CasePart<SituationState, SituationEvent> = {
  empty: new Map(),
  shapes: situationItems.shapes,
  upcasts: [],
  action: () => situationItems.action,
  gives: new Set(),
  apply: (state, event, context) => applyItem(situationItems, state, event, context),
  conflicts: (state) => [...state.values()].reduce((sum, item) => sum + conflictsOf(item).length, 0),
};
