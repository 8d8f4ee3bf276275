import type { CaseState } from '../case/state.ts';
import { type Clock, makeClock } from '../clock/clock.ts';
import { valueIn } from '../shared/items.ts';
import { isOpenMeasure, measuresInOrder, pageOf } from './state.ts';

/** Measures by their day, and the day on which the plan is looked at again. */
export function clocksOfPlan({ parts }: CaseState): readonly Clock[] {
  const measures = measuresInOrder(parts.plan)
    .filter(isOpenMeasure)
    .flatMap((measure) => {
      const until = valueIn(measure, 'by') ?? null;
      if (until === null) return [];
      const label = (valueIn(measure, 'what') ?? '').slice(0, 200);
      const owner = valueIn(measure, 'owner') ?? null;
      return [makeClock({ kind: 'measure', item: measure.id, until, label, owner, part: 'plan' })];
    });
  const page = pageOf(parts.plan);
  const review = page === undefined ? null : (valueIn(page, 'reviewBy') ?? null);
  if (review === null) return measures;
  return [...measures, makeClock({ kind: 'plan_review', item: 'plan', until: review, part: 'plan' })];
}
