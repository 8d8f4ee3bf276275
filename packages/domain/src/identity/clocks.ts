import { type Clock, makeClock } from '../clock/clock.ts';
import { spanOf } from '../shared/inexact-date.ts';
import { standing } from '../shared/items.ts';
import type { IdentityState } from './state.ts';

/**
 * Passports and other papers of an identity that end: custody is told before (invariant 9). A clock says which record and
 * which day, and neither a name nor a number: those stay closed until somebody opens them.
 */
export function clocksOfPapers({ sheet }: Pick<IdentityState, 'sheet'>): readonly Clock[] {
  return standing(sheet.documents).flatMap((paper) => {
    // Where two people wrote two days apart, and where nobody knows it exactly, the first that it may be.
    const days = (paper.fields.until ?? []).flatMap(({ value }) => {
      const span = value === null ? null : spanOf(value);
      return span?.first ?? span?.last ?? [];
    });
    const [until] = days.toSorted();
    return until === undefined ? [] : [makeClock({ kind: 'document', item: paper.id, until })];
  });
}
