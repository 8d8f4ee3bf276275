import type { Context } from '../shared/context.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { stampOf } from '../shared/stamp.ts';
import type { MergeEvent } from './events.ts';
import { type MergeStep, type PeopleState, rootOf } from './state.ts';

/**
 * Says that two are one, or that they are not. Whoever was merged before is taken along; where two people merged the same
 * two apart, the second changes nothing, so that parting them once parts them.
 */
export function applyMerge(
  state: PeopleState,
  event: MergeEvent,
  context: Context,
): Result<PeopleState, Refusal> {
  const { other, reason } = event;
  if (!state.persons.has(other)) return err(refusal('not_there'));
  const stamp = stampOf(context);
  if (event.type === 'PersonsParted') {
    const was = state.merged.get(other);
    if (was === undefined) return ok(state);
    const merged = new Map(state.merged);
    merged.delete(other);
    return ok(withStep({ ...state, merged }, { ...stamp, what: 'parted', into: was.into, other, reason }));
  }
  if (!state.persons.has(event.into)) return err(refusal('not_there'));
  const [into, from] = [rootOf(state, event.into), rootOf(state, other)];
  if (into === from) return ok(state);
  const step: MergeStep = { ...stamp, what: 'merged', into, other: from, reason };
  return ok(withStep({ ...state, merged: new Map(state.merged).set(from, step) }, step));
}

const withStep = (state: PeopleState, step: MergeStep): PeopleState => ({
  ...state,
  mergeHistory: [...state.mergeHistory, step],
});
