import { onePerson, type PeopleState, rootOf, withRole } from '../people/state.ts';

/**
 * By which ids custody may have tied the identity of a person: her own and those of all whom she was merged with; and
 * none (`null`), which is hers whom the case is about, where she is its only defender.
 */
export function idsMeant(people: PeopleState, person: string | null): readonly (string | null)[] {
  const [first, ...more] = withRole(people, 'role_defender');
  const her = more.length === 0 ? first?.id : undefined;
  const of = (id: string): readonly string[] => {
    const all = onePerson(people, id).map((one) => one.id);
    return all.includes(id) ? all : [id, ...all];
  };
  if (person === null) return her === undefined ? [null] : [null, ...of(her)];
  return her !== undefined && rootOf(people, person) === rootOf(people, her)
    ? [...of(person), null]
    : of(person);
}
