import { type Item, type Items, standing, valueIn } from '../shared/items.ts';
import type { AskedValues } from './events.ts';

export type AskedState = Items<AskedValues>;
export type AskedDocument = Item<AskedValues>;

/** What is still missing, by the day on which it is needed; without a day last. */
export function missingIn(state: AskedState): readonly AskedDocument[] {
  // Where two people wrote apart whether it came, it is missing until somebody chooses: asking twice harms less.
  const missing = standing(state).filter(
    ({ fields }) => (fields.came ?? []).length === 0 || fields.came?.some(({ value }) => value === null),
  );
  return missing.toSorted((left, right) => {
    const [one, other] = [valueIn(left, 'due') ?? '9', valueIn(right, 'due') ?? '9'];
    return one === other ? (left.id < right.id ? -1 : 1) : one < other ? -1 : 1;
  });
}
