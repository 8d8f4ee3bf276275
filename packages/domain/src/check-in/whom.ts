import type { CaseState } from '../case/state.ts';
import { nearKeptAway } from '../people/circles.ts';
import { mayContact } from '../people/contact.ts';
import { standing, valueIn } from '../shared/items.ts';
import type { LadderStep } from './events.ts';

/** Somebody whom a rung of the ladder calls: a person of the case, or whoever goes by these words. */
export type Called = { readonly person: string | null; readonly names: readonly string[] };

/** Whom a rung calls: its emergency contact, and whoever is named beside. */
export function calledBy(
  { parts }: Pick<CaseState, 'parts'>,
  { contact, whom }: Pick<LadderStep, 'contact' | 'whom'>,
): readonly Called[] {
  const named = standing(parts.plan.contacts).find(({ id }) => id === contact);
  return [
    ...(named === undefined
      ? []
      : [{ person: valueIn(named, 'person') ?? null, names: [valueIn(named, 'who') ?? ''] }]),
    ...(whom.trim() === '' ? [] : [{ person: null, names: [whom] }]),
  ];
}

/**
 * Whether somebody may not be called whom a rung calls: asked when the rung is agreed and again in the hour in which it
 * is climbed, as a case goes on between the two (invariants 2 and 11). A name that may mean her counts.
 */
export function callsKeptAway(
  state: Pick<CaseState, 'parts'>,
  rung: Pick<LadderStep, 'contact' | 'whom'>,
): boolean {
  const { people } = state.parts;
  return calledBy(state, rung).some(({ person, names }) =>
    person === null ? nearKeptAway(people, names).length > 0 : mayContact(people, person).verdict === 'no',
  );
}
