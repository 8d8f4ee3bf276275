import type { CasePart } from '../case/part.ts';
import { applyItem, conflictsOf } from '../shared/items.ts';
import { refusal } from '../shared/refusal.ts';
import { err } from '../shared/result.ts';
import { type DocumentEvent, documentItems } from './events.ts';
import type { DocumentsState } from './state.ts';

/** Papers, pictures and recordings as a part of a case. */
export const documentPart: CasePart<DocumentsState, DocumentEvent> = {
  empty: new Map(),
  shapes: documentItems.shapes,
  upcasts: [],
  action: () => documentItems.action,
  gives: new Set(),
  apply: (state, event, context) =>
    changesOrigin(state, event) ? err(refusal('exists')) : applyItem(documentItems, state, event, context),
  conflicts: (state) => [...state.values()].reduce((sum, item) => sum + conflictsOf(item).length, 0),
};

/** What a copy was made from is said as it is kept, and never otherwise (fault 58). */
const changesOrigin = (state: DocumentsState, event: DocumentEvent): boolean =>
  'set' in event && event.set.madeFrom !== undefined && state.has(event.id);
