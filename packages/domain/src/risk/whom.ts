import type { CaseState } from '../case/state.ts';
import { defendersIn, peopleToAssess } from '../people/group.ts';
import { rootOf } from '../people/state.ts';
import { type Affected, isAffectedGroup } from '../shared/affected.ts';
import { standing, valueIn } from '../shared/items.ts';
import type { Assessment } from './assessment.ts';

/**
 * Under whom somebody is shown: persons who turned out to be one are one, and "the defender" is the one defender of the
 * file as soon as she stands in it.
 */
export function shownAs(state: CaseState, who: Affected): Affected {
  const { people } = state.parts;
  if (who === 'who_defender') {
    const [defender, another] = defendersIn(people);
    return defender === undefined || another !== undefined ? who : defender.id;
  }
  return isAffectedGroup(who) ? who : rootOf(people, who);
}

/** The judgements of a file, each under the person who is shown. */
export function assessmentsIn(state: CaseState): readonly Assessment[] {
  return state.parts.risk.assessments.map((one) => {
    const who = shownAs(state, one.who);
    return who === one.who ? one : { ...one, who };
  });
}

/** Everybody of whom the file says that she is threatened, was harmed, or was judged: each once. */
export function namedAsAffected(state: CaseState): readonly Affected[] {
  const { risk, incident } = state.parts;
  const named = [
    ...standing(risk.threats).flatMap((one) => valueIn(one, 'whom') ?? []),
    ...standing(incident.acts).flatMap((one) => valueIn(one, 'victims') ?? []),
    ...risk.assessments.filter(({ withdrawn }) => withdrawn === null).map(({ who }) => who),
  ];
  return [...new Set(named.map((who) => shownAs(state, who)))];
}

/** Everybody whose risk is to be judged: the people of the file whom danger may reach, and whoever else is named. */
export function toBeJudged(state: CaseState): readonly Affected[] {
  const people = peopleToAssess(state.parts.people).map(({ id }) => id);
  const defender = defendersIn(state.parts.people).length === 0 ? ['who_defender'] : [];
  return [...new Set([...defender, ...people, ...namedAsAffected(state)])];
}
