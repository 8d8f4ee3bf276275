import type { CasePart } from '../case/part.ts';
import { applyItem, conflictsOf } from '../shared/items.ts';
import { type StageEvent, stageItems } from './events.ts';
import type { StagesState } from './state.ts';

/** The stages that are under way beside each other, as a part of a case. */
export const stagePart: CasePart<StagesState, StageEvent> = {
  empty: new Map(),
  shapes: stageItems.shapes,
  upcasts: [],
  action: () => stageItems.action,
  gives: new Set(),
  apply: (state, event, context) => applyItem(stageItems, state, event, context),
  conflicts: (state) => [...state.values()].reduce((sum, item) => sum + conflictsOf(item).length, 0),
};
