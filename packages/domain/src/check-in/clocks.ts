import type { CaseState } from '../case/state.ts';
import { type Clock, makeClock } from '../clock/clock.ts';
import { dayOf } from '../clock/days.ts';
import { standing, valueIn } from '../shared/items.ts';

/** Agreements about signs of life end on a day: from then on nobody waits for her, and that must be known before. */
export function clocksOfCheckIns({ parts }: CaseState): readonly Clock[] {
  return standing(parts.checkIns.agreed).flatMap((item) => {
    const until = valueIn(item, 'until') ?? null;
    if (until === null) return [];
    return [makeClock({ kind: 'check_in', item: item.id, until: dayOf(until), part: 'checkins' })];
  });
}
