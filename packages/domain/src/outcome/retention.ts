import type { CaseState } from '../case/state.ts';
import { addMonths, dayOf } from '../clock/days.ts';

/** Whether a case ends with a no of ours. */
export const isDecline = (closure: string | null | undefined): boolean =>
  closure?.startsWith('close_declined_') === true;

/** So many months after its end a case may be forgotten (handbook 5; Default): what was declined is kept the shortest. */
const usualMonths = { declined: 6, other: 24 } as const;

/** The day from which on a case that ends now may be forgotten; at once, where she asked for just that. */
export function usualForgetting(end: string, closure: string | null): string {
  if (closure === 'close_erasure_request') return end;
  return addMonths(end, isDecline(closure) ? usualMonths.declined : usualMonths.other);
}

/**
 * The day from which on a closed case may be forgotten: as somebody chose, else the usual one. There is always one, so
 * that no file is kept for ever because a field was left empty (invariant 14). Null while the case goes on.
 */
export function forgettingDay({
  phase,
  phaseHistory,
}: Pick<CaseState, 'phase' | 'phaseHistory'>): string | null {
  const last = phaseHistory.at(-1);
  if (phase !== 'case_closed' || last === undefined) return null;
  return last.date ?? usualForgetting(dayOf(last.claimedTime), last.closure);
}
