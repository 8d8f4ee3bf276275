import type { AgeBand } from './events.ts';
import { relationsOf } from './relations.ts';
import { factOf, labelOf, type PeopleState, peopleIn, rootOf, withRole } from './state.ts';
import { isFamily, type Tie } from './ties.ts';

/** Somebody's relative in a case, as the case knows them: by ids and an age band, never by a name. */
export type Kin = {
  readonly of: string;
  /** What the other one is to her. */
  readonly tie: Tie;
  readonly other: string;
  readonly label: string;
  readonly band: AgeBand;
};

/** The families of a case, for whoever looks whether somebody is known from another one. */
export type CaseKin = {
  readonly kin: readonly Kin[];
  /** She whom the case is about, where it has one defender alone. */
  readonly her: string | null;
  /** Ids under which people of the case were known before they were merged, each with the one that stands. */
  readonly roots: readonly (readonly [string, string])[];
};

/** What a case says of who is family of whom; null where it says nothing. */
export function kinIn(people: PeopleState): CaseKin | null {
  const kin = peopleIn(people).flatMap(({ id }) =>
    relationsOf(people, id)
      .filter(({ tie }) => isFamily(tie))
      .map(
        ({ other, tie }): Kin => ({
          of: id,
          tie,
          other,
          label: labelOf(people, other) ?? '',
          band: factOf(people, other, 'ageBand') ?? 'unknown',
        }),
      ),
  );
  if (kin.length === 0) return null;
  const [first, ...more] = withRole(people, 'role_defender');
  return {
    kin,
    her: more.length === 0 ? (first?.id ?? null) : null,
    roots: [...people.merged.keys()].map((id) => [id, rootOf(people, id)] as const),
  };
}

/** The relatives of one person of a case, by any id under which she was known; null: her whom the case is about. */
export function kinOf({ kin, her, roots }: CaseKin, person: string | null): readonly Kin[] {
  const id = person ?? her;
  if (id === null) return [];
  const root = new Map(roots).get(id) ?? id;
  return kin.filter(({ of }) => of === root);
}
