import type { ShownAgreement, ShownPause } from '../request/shown-plan.ts';
import { standing, valueIn } from '../shared/items.ts';
import type { CheckInState } from './state.ts';
import { watchOf } from './watch.ts';

/** The agreements by word of mouth, for her page. The words that were agreed with them never leave the file. */
export function agreedToShow(state: CheckInState): readonly ShownAgreement[] {
  const plans = new Map((watchOf(state)?.agreed ?? []).map((plan) => [plan.id, plan]));
  return standing(state.agreed).flatMap((item) => {
    const plan = plans.get(item.id);
    return plan === undefined ? [] : [{ ...plan, way: valueIn(item, 'way') ?? '' }];
  });
}

/**
 * The pauses that are not over. Where two people wrote an end apart, the shorter pause counts, as it does for whoever
 * waits for her: she must not rely on a rest that nobody keeps.
 */
export function pausesToShow(state: CheckInState, now: number): readonly ShownPause[] {
  const pauses = watchOf(state)?.pauses ?? [];
  return standing(state.pauses).flatMap((item, index) => {
    const pause = pauses[index];
    return pause === undefined || pause.until <= now ? [] : [{ id: item.id, ...pause }];
  });
}
