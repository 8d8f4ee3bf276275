import type { CaseState } from '../case/state.ts';
import { type Clock, makeClock } from '../clock/clock.ts';
import { standing, valueIn } from '../shared/items.ts';

/** Doors that were taken up and close on a day: until somebody has asked there, the day is a clock (invariant 9). */
export function clocksOfDoors({ parts }: CaseState): readonly Clock[] {
  return standing(parts.eligibility.doors).flatMap((door) => {
    const until = valueIn(door, 'until') ?? null;
    if (until === null || valueIn(door, 'state') !== 'to_try') return [];
    const label = valueIn(door, 'name') ?? '';
    return [makeClock({ kind: 'programme', item: door.id, until, label, part: 'eligibility' })];
  });
}
