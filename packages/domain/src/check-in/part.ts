import type { CasePart } from '../case/part.ts';
import { conflictsOf, type Items, type Values } from '../shared/items.ts';
import { type CheckInEvent, checkInItems, checkInShapes } from './events.ts';
import { applyCheckIn, type CheckInState, noCheckIns } from './state.ts';

/** Check-ins and the ladder of silence as a part of a case. */
export const checkInPart: CasePart<CheckInState, CheckInEvent> = {
  empty: noCheckIns,
  shapes: checkInShapes,
  upcasts: [],
  action: () => checkInItems.action,
  gives: new Set(),
  apply: applyCheckIn,
  conflicts: ({ agreed, ladder, pauses, covers }) =>
    apart(agreed) + apart(ladder) + apart(pauses) + apart(covers),
};

function apart<V extends Values>(items: Items<V>): number {
  return [...items.values()].reduce((sum, item) => sum + conflictsOf(item).length, 0);
}
