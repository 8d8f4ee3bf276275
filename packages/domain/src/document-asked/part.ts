import type { CasePart } from '../case/part.ts';
import { applyItem, conflictsOf } from '../shared/items.ts';
import { type AskedEvent, askedItems } from './events.ts';
import type { AskedState } from './state.ts';

/** The documents that are asked for, as a part of a case. */
export const askedPart: CasePart<AskedState, AskedEvent> = {
  empty: new Map(),
  shapes: askedItems.shapes,
  upcasts: [],
  action: () => askedItems.action,
  gives: new Set(),
  apply: (state, event, context) => applyItem(askedItems, state, event, context),
  conflicts: (state) => [...state.values()].reduce((sum, item) => sum + conflictsOf(item).length, 0),
};
