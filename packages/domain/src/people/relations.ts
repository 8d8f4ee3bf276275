import type { InexactDate } from '../shared/inexact-date.ts';
import { standing, valueIn } from '../shared/items.ts';
import { type Guardianship, isChild, type PeopleState, peopleIn, type Relation, rootOf } from './state.ts';
import { isFamily, otherEnd, type Tie } from './ties.ts';

/** A relation as one of its two people sees it: `other` is her `tie`. */
export type Reading = {
  readonly relation: Relation;
  readonly other: string;
  readonly tie: Tie;
  /** The same relation as the other one sees it: she is the other's `back`. */
  readonly back: Tie;
  readonly since: InexactDate | null;
  readonly until: InexactDate | null;
};

/**
 * What everybody is to one person, whichever way round it was written down. Relations with herself, which a merge can
 * make, are left out here and stand again when the two are parted. The same tie written twice is shown twice: its dates
 * and notes may differ.
 */
export function relationsOf(people: PeopleState, id: string): readonly Reading[] {
  const root = rootOf(people, id);
  return standing(people.relations).flatMap((relation): readonly Reading[] => {
    const [who, tie, whom] = [valueIn(relation, 'who'), valueIn(relation, 'tie'), valueIn(relation, 'whom')];
    if (who === undefined || tie === undefined || whom === undefined) return [];
    const [one, two] = [rootOf(people, who), rootOf(people, whom)];
    if (one === two || (one !== root && two !== root)) return [];
    const since = valueIn(relation, 'since') ?? null;
    const until = valueIn(relation, 'until') ?? null;
    const back = otherEnd(tie, isChild(people, two) === false);
    return two === root
      ? [{ relation, other: one, tie, back, since, until }]
      : [{ relation, other: two, tie: back, back: tie, since, until }];
  });
}

/** The family of a person, by law, custom or choice, each once. A relation that has ended still counts: so does its danger. */
export function familyOf(people: PeopleState, id: string): readonly string[] {
  const family = relationsOf(people, id).filter(({ tie }) => isFamily(tie));
  return [...new Set(family.map(({ other }) => other))];
}

/** Who may say yes or no for a child on a day. */
export type VoicesFor = {
  /** Each of these may consent alone. */
  readonly alone: readonly string[];
  /** All of these must consent. */
  readonly together: readonly string[];
  /** Somebody says otherwise: nobody's yes counts until it is settled. */
  readonly disputed: readonly Guardianship[];
};

/**
 * Who may consent for a child on a day. Where one guardian may alone, one is enough; where they may only together, all
 * must; where it is disputed, nobody can. Nobody is taken for a guardian because of a relation alone.
 */
export function voicesFor(people: PeopleState, child: string, today: string): VoicesFor {
  const root = rootOf(people, child);
  const now = standing(people.guardianships).filter((guardianship) => {
    const [from, until] = [valueIn(guardianship, 'from') ?? null, valueIn(guardianship, 'until') ?? null];
    return (
      rootOf(people, valueIn(guardianship, 'child') ?? '') === root &&
      (from === null || from <= today) &&
      (until === null || until >= today)
    );
  });
  const who = (voice: string): readonly string[] => [
    ...new Set(
      now
        .filter((one) => valueIn(one, 'voice') === voice)
        .map((one) => rootOf(people, valueIn(one, 'guardian') ?? '')),
    ),
  ];
  return {
    alone: who('alone'),
    together: who('together'),
    disputed: now.filter((one) => valueIn(one, 'voice') === 'disputed'),
  };
}

/** The children of a case for whom nobody is known who may consent on a day. */
export function childrenWithoutVoice(people: PeopleState, today: string): readonly string[] {
  return peopleIn(people)
    .map(({ id }) => id)
    .filter((id) => isChild(people, id) === true)
    .filter((id) => {
      const { alone, together, disputed } = voicesFor(people, id, today);
      return disputed.length > 0 || (alone.length === 0 && together.length === 0);
    });
}
