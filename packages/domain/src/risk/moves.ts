import type { CaseState } from '../case/state.ts';
import { isRelocation } from '../plan/measures.ts';
import { isOpenMeasure, type Measure, measuresInOrder } from '../plan/state.ts';
import { valueIn } from '../shared/items.ts';
import type { Assessment, Setting } from './assessment.ts';

/** The settings that a move is judged in before anybody goes. */
const ofMoves = ['set_way', 'set_there'] as const satisfies readonly Setting[];

/** The moves that stand in the plan: to relocate, wherever to, and neither done nor stopped nor refused by her. */
export function plannedMoves({ parts: { plan } }: Pick<CaseState, 'parts'>): readonly Measure[] {
  return measuresInOrder(plan).filter(
    (measure) =>
      isRelocation(valueIn(measure, 'kind') ?? '') &&
      isOpenMeasure(measure) &&
      plan.said.get(measure.id)?.at(-1)?.answer !== 'refused',
  );
}

/** What was not judged since a position in the record: the road, the place, or both. */
export const unjudgedOnTheWay = (judged: readonly Assessment[], since: number): readonly Setting[] =>
  ofMoves.filter(
    (setting) =>
      !judged.some((made) => made.withdrawn === null && made.setting === setting && made.position >= since),
  );
