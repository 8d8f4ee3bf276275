import { type ContactVerdict, mayContact } from './contact.ts';
import { familyOf } from './relations.ts';
import { factOf, hasRole, isChild, type PeopleState, type Person, peopleIn, withRole } from './state.ts';

/** The people whom the case is about. More than one where a group is defended together. */
export const defendersIn = (people: PeopleState): readonly Person[] => withRole(people, 'role_defender');

/** Who asked for help, and whether they may be contacted about it. The applicant is often not the defender (fact 2). */
export type Applicant = {
  readonly person: string;
  readonly isDefender: boolean;
  readonly contact: ContactVerdict;
};

/** Everybody who is known to have applied; empty where nobody wrote it down. */
export function applicantsIn(people: PeopleState): readonly Applicant[] {
  return peopleIn(people)
    .map(({ id }) => id)
    .filter(
      (id) => factOf(people, id, 'applied') === true || hasRole(people, id, 'role_applicant_third_party'),
    )
    .map((person) => ({
      person,
      isDefender: hasRole(people, person, 'role_defender'),
      contact: mayContact(people, person),
    }));
}

/** The defender's family that does not go along: at home, or said not to travel. Coercion by proxy falls on them. */
export function familyLeftBehind(people: PeopleState): readonly string[] {
  const family = new Set(defendersIn(people).flatMap(({ id }) => familyOf(people, id)));
  return peopleIn(people)
    .map(({ id }) => id)
    .filter((id) => hasRole(people, id, 'role_relative_home') || family.has(id))
    .filter((id) => !hasRole(people, id, 'role_defender'))
    .filter((id) => hasRole(people, id, 'role_relative_home') || factOf(people, id, 'travelling') === 'no');
}

/**
 * Whose risk is assessed, each by itself: the defender, and everybody who is seen to be in danger or of whom nobody has
 * looked, except those from whom danger is said to come.
 */
export function peopleToAssess(people: PeopleState): readonly Person[] {
  return peopleIn(people).filter(
    ({ id }) =>
      hasRole(people, id, 'role_defender') ||
      (factOf(people, id, 'danger') !== 'not_seen' && !hasRole(people, id, 'role_alleged_perpetrator')),
  );
}

/**
 * How many people one case speaks of. People, cases, grants and relocations are counted apart, and none from another
 * (fact 1, invariant 6): this counts people, each once, however many roles they have.
 */
export type PeopleCount = {
  readonly people: number;
  readonly defenders: number;
  readonly children: number;
  readonly ageUnknown: number;
  readonly travelling: number;
  readonly leftBehind: number;
  readonly inDanger: number;
};

/** Counts the people of one case. */
export function countPeople(people: PeopleState): PeopleCount {
  const all = peopleIn(people).map(({ id }) => id);
  const where = (holds: (id: string) => boolean): number => all.filter(holds).length;
  return {
    people: all.length,
    defenders: where((id) => hasRole(people, id, 'role_defender')),
    children: where((id) => isChild(people, id) === true),
    ageUnknown: where((id) => isChild(people, id) === undefined),
    travelling: where((id) => factOf(people, id, 'travelling') === 'yes'),
    leftBehind: familyLeftBehind(people).length,
    inDanger: where((id) => factOf(people, id, 'danger') === 'yes'),
  };
}

/**
 * People over several cases. Nobody here knows whether the same person stands in two of them: that is custody's to find.
 * So the sum is named for what it is, and never shown as a number of persons.
 */
export function countOver(cases: readonly PeopleState[]): {
  readonly cases: number;
  readonly peopleInCases: number;
} {
  return {
    cases: cases.length,
    peopleInCases: cases.reduce((sum, people) => sum + countPeople(people).people, 0),
  };
}
