import type { CasePart } from '../case/part.ts';
import { applyItem, conflictsOf } from '../shared/items.ts';
import { type DocumentEvent, documentItems } from './events.ts';
import type { DocumentsState } from './state.ts';

/** Papers, pictures and recordings as a part of a case. */
export const documentPart: CasePart<DocumentsState, DocumentEvent> = {
  empty: new Map(),
  shapes: documentItems.shapes,
  upcasts: [],
  action: () => documentItems.action,
  gives: new Set(),
  apply: (state, event, context) => applyItem(documentItems, state, event, context),
  conflicts: (state) => [...state.values()].reduce((sum, item) => sum + conflictsOf(item).length, 0),
};
