import type { CasePart } from '../case/part.ts';
import { conflictsOf, type Items, type Values } from '../shared/items.ts';
import { type VerificationEvent, verificationShapes } from './events.ts';
import { applyVerification, emptyVerification, type VerificationState } from './state.ts';

/** Verification as a part of a case: for whoever runs it, and for verifiers. */
export const verificationPart: CasePart<VerificationState, VerificationEvent> = {
  empty: emptyVerification,
  shapes: verificationShapes,
  upcasts: [],
  action: () => 'case.verify',
  gives: new Set(),
  apply: applyVerification,
  conflicts: ({ sources, askings, answers, findings }) =>
    apart(sources) + apart(askings) + apart(answers) + apart(findings),
};

function apart<V extends Values>(items: Items<V>): number {
  return [...items.values()].reduce((sum, item) => sum + conflictsOf(item).length, 0);
}
