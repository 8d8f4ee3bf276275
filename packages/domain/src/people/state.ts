import { type Item, type Items, standing, valueIn } from '../shared/items.ts';
import type { Stamp } from '../shared/stamp.ts';
import type { BarValues, GuardianValues, PersonValues, RelationValues } from './events.ts';

export type Person = Item<PersonValues>;
export type Relation = Item<RelationValues>;
export type Bar = Item<BarValues>;
export type Guardianship = Item<GuardianValues>;

/** Said by a person: these two are one, or they are not after all. */
export type MergeStep = Stamp & {
  readonly what: 'merged' | 'parted';
  readonly into: string;
  readonly other: string;
  readonly reason: string;
};

/**
 * The people of one case. A merge writes nothing into anybody: it only says that two are one. So a part of two that were
 * wrongly merged gives back exactly what was, with whatever was written meanwhile.
 */
export type PeopleState = {
  readonly persons: Items<PersonValues>;
  readonly relations: Items<RelationValues>;
  readonly bars: Items<BarValues>;
  readonly guardianships: Items<GuardianValues>;
  /** By the person who is shown under another: under whom. Never a circle. */
  readonly merged: ReadonlyMap<string, MergeStep>;
  readonly mergeHistory: readonly MergeStep[];
};

export const emptyPeople: PeopleState = {
  persons: new Map(),
  relations: new Map(),
  bars: new Map(),
  guardianships: new Map(),
  merged: new Map(),
  mergeHistory: [],
};

/** The id under which a person is shown: her own, unless she was merged into another. */
export function rootOf(people: Pick<PeopleState, 'merged'>, id: string): string {
  let root = id;
  for (let step = people.merged.get(root); step !== undefined; step = people.merged.get(root))
    root = step.into;
  return root;
}

/** Whether two ids mean one person. */
export const isSamePerson = (people: Pick<PeopleState, 'merged'>, left: string, right: string): boolean =>
  rootOf(people, left) === rootOf(people, right);

/** The people of a case, each once, in the order in which they were begun; whoever was put away or merged is not among them. */
export function peopleIn(people: PeopleState): readonly Person[] {
  return standing(people.persons).filter(({ id }) => !people.merged.has(id));
}

/** A person and all whom she was merged with, the one who is shown first. Empty where nobody is known by this id. */
export function onePerson(people: PeopleState, id: string): readonly Person[] {
  const root = rootOf(people, id);
  const first = people.persons.get(root);
  const others = [...people.merged.keys()]
    .filter((other) => rootOf(people, other) === root)
    .flatMap((other) => people.persons.get(other) ?? []);
  return first === undefined ? others : [first, ...others];
}

/** What a person is called in this case; undefined for somebody who is not in it. */
export function labelOf(people: PeopleState, id: string): string | undefined {
  const [first] = onePerson(people, id);
  return first === undefined ? undefined : valueIn(first, 'label');
}

const blank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === 'unknown' ||
  value === false ||
  (Array.isArray(value) && value.length === 0);

/**
 * What is known of a person, over all that was merged into her: the one who is shown speaks first, the others fill in
 * what she leaves open. Roles, languages and conversations are taken together.
 */
export function factOf<Name extends keyof PersonValues & string>(
  people: PeopleState,
  id: string,
  name: Name,
): PersonValues[Name] | undefined {
  const values = onePerson(people, id).map((person) => valueIn(person, name));
  const filled = values.filter((value) => !blank(value));
  if (name === 'roles' || name === 'languages' || name === 'doors') {
    const all = new Set((filled as (readonly string[])[]).flat());
    return values.every((value) => value === undefined)
      ? undefined
      : ([...all] as unknown as PersonValues[Name]);
  }
  return filled[0] ?? values.find((value) => value !== undefined);
}

/** Whether this person has a role. */
export const hasRole = (people: PeopleState, id: string, role: PersonValues['roles'][number]): boolean =>
  factOf(people, id, 'roles')?.includes(role) === true;

/** The people with a role, each once. */
export const withRole = (people: PeopleState, role: PersonValues['roles'][number]): readonly Person[] =>
  peopleIn(people).filter(({ id }) => hasRole(people, id, role));

/** Whether a person is a child, as far as her age band says; undefined where nobody knows. */
export function isChild(people: PeopleState, id: string): boolean | undefined {
  const band = factOf(people, id, 'ageBand') ?? 'unknown';
  if (band === 'unknown') return undefined;
  return band === '0_4' || band === '5_11' || band === '12_17';
}
