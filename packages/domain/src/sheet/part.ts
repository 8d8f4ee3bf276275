import type { CasePart } from '../case/part.ts';
import { type SheetEvent, sheetShapes } from './events.ts';
import { applySheet, type SheetState } from './state.ts';

/**
 * Question sheets as a part of a case. Sending one tells somebody outside something: that is for those who run the case.
 * Taking an answer in, reading it and ending a sheet is for everybody who works on it.
 */
export const sheetPart: CasePart<SheetState, SheetEvent> = {
  empty: new Map(),
  shapes: sheetShapes,
  upcasts: [],
  action: ({ type }) => (type === 'SheetSent' || type === 'SheetAnswerCounted' ? 'case.edit' : 'case.note'),
  gives: new Set(),
  apply: applySheet,
  conflicts: () => 0,
};
