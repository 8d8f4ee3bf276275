import type { CaseState } from '../case/state.ts';
import { type Clock, makeClock } from '../clock/clock.ts';
import { standing, valueIn } from '../shared/items.ts';

/** Agreements about signs of life end on a day: from then on nobody waits for her, and that must be known before. */
export function clocksOfCheckIns({ parts }: CaseState): readonly Clock[] {
  return standing(parts.checkIns.agreed).flatMap((item) => {
    const until = valueIn(item, 'until') ?? null;
    if (until === null) return [];
    const day = new Date(until).toISOString().slice(0, 10);
    return [makeClock({ kind: 'check_in', item: item.id, until: day, part: 'checkins' })];
  });
}
