import { type Item, type Items, standing, valueIn } from '../shared/items.ts';
import type { StageCode, StageValues } from './events.ts';

/** The stages of a case: those that are open, and those that were. */
export type StagesState = Items<StageValues>;
export type Stage = Item<StageValues>;

/** What is under way now, in the order in which it was begun. */
export function openStages(state: StagesState): readonly Stage[] {
  return standing(state).filter((stage) => (valueIn(stage, 'until') ?? null) === null);
}

/** What has ended, the latest end first. */
export function endedStages(state: StagesState): readonly Stage[] {
  return standing(state)
    .filter((stage) => (valueIn(stage, 'until') ?? null) !== null)
    .toSorted((left, right) => (valueIn(right, 'until') ?? '').localeCompare(valueIn(left, 'until') ?? ''));
}

/** How often the case came to a stage: a new threat after a relocation is a second assessment, and is counted. */
export function timesIn(state: StagesState, stage: StageCode): number {
  return standing(state).filter((one) => valueIn(one, 'stage') === stage).length;
}
