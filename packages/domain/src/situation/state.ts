import { type Item, type Items, standing, valueIn } from '../shared/items.ts';
import type { SituationKind, SituationValues } from './events.ts';

/** Where a person was and is, in what status, of which nationality: dated histories. */
export type SituationState = Items<SituationValues>;
export type SituationFact = Item<SituationValues>;

/** The facts of one kind, the latest beginning first; those without a first day stand at the end. */
export function historyOf(state: SituationState, kind: SituationKind): readonly SituationFact[] {
  const from = (fact: SituationFact): string => valueIn(fact, 'from') ?? '';
  return standing(state)
    .filter((fact) => valueIn(fact, 'kind') === kind)
    .toSorted((left, right) => from(right).localeCompare(from(left)));
}

/** The facts of one kind that hold on a day: begun, as far as anybody knows, and not over. */
export function holdingOn(
  state: SituationState,
  kind: SituationKind,
  today: string,
): readonly SituationFact[] {
  return historyOf(state, kind).filter((fact) => {
    const [from, until] = [valueIn(fact, 'from') ?? null, valueIn(fact, 'until') ?? null];
    return (from === null || from <= today) && (until === null || until >= today);
  });
}
