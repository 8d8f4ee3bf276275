import type { CaseState } from '../case/state.ts';
import { type Clock, makeClock } from '../clock/clock.ts';
import { dayOf } from '../clock/days.ts';
import { doesCount } from './state.ts';

/**
 * A sheet that nobody has answered closes on a day, and its link with it: whoever is responsible hears of it while the
 * person who was asked can still be reminded (invariant 9). Whom it went to is not said in lists.
 */
export function clocksOfSheets({ parts }: CaseState): readonly Clock[] {
  return [...parts.sheet.values()].flatMap((sheet) => {
    if (sheet.ended !== null || sheet.answers.some(doesCount)) return [];
    const until = dayOf(sheet.until);
    return [makeClock({ kind: 'question_sheet', item: sheet.id, until, part: 'sheets' })];
  });
}
