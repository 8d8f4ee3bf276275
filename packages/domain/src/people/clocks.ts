import type { CaseState } from '../case/state.ts';
import { type Clock, makeClock } from '../clock/clock.ts';
import { standing, valueIn } from '../shared/items.ts';
import { labelOf, rootOf } from './state.ts';

/** Who may say yes for a child, where that ends on a day: from then on nobody can, until somebody has asked who may. */
export function clocksOfPeople({ parts: { people } }: Pick<CaseState, 'parts'>): readonly Clock[] {
  return standing(people.guardianships).flatMap((guardianship) => {
    const until = valueIn(guardianship, 'until') ?? null;
    const child = valueIn(guardianship, 'child');
    if (until === null || child === undefined || valueIn(guardianship, 'voice') === 'no') return [];
    const person = rootOf(people, child);
    const label = labelOf(people, person) ?? '';
    return [makeClock({ kind: 'guardianship', item: guardianship.id, until, label, person, part: 'people' })];
  });
}
