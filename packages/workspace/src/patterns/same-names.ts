import {
  type CompareWords,
  compareWith,
  compareWords,
  grades,
  keysOfWord,
  normal,
  type PreparedName,
  prepareName,
  type WordMatch,
  withSlips,
} from '@leeward/names';
import type { SameActor } from './contract.ts';

/** Something with names in any script, of a country where that is known: an actor, a region. */
export type NamedThing = { readonly names: readonly string[]; readonly country: string | null };

/** Things that are taken for one, with every spelling and why. */
export type NameGroup = { readonly names: readonly string[]; readonly how: SameActor };

/** Which group each thing belongs to, in the order in which they were given. */
export type NameGroups = {
  readonly groupOf: readonly number[];
  readonly groups: ReadonlyMap<number, NameGroup>;
};

/** A word by itself in capitals, such as is made of first letters. */
const shortName = /^[\p{Lu}\p{Lo}]{2,6}$/u;
/** How many others one name is compared with at most, and among how many that share a word with it they are chosen. */
const mostCompared = 16;
const mostLooked = 1500;
const weaker: Readonly<Record<SameActor, number>> = { same: 0, spelling: 1, initials: 2 };

/**
 * Tells which things are one: written alike, the same by sound across spellings and scripts, or the first letters of the
 * words. Never over different countries: every country has its police. One without a country joins those of a country
 * only where no other country fits as well.
 */
export function groupNames(things: readonly NamedThing[]): NameGroups {
  // Files of one organisation name the same few bodies again and again: each spelling is compared once.
  const kinds = new Map<string, number>();
  const distinct: NamedThing[] = [];
  const kindOf = things.map((thing) => {
    const key = JSON.stringify([thing.country, ...thing.names.map(normal).toSorted()]);
    const known = kinds.get(key) ?? distinct.length;
    if (known === distinct.length) {
      kinds.set(key, known);
      distinct.push(thing);
    }
    return known;
  });
  const sets = joinedSets(distinct);
  const alike = likenessAmong(distinct);
  // Those whose country is known come first: what has none is held against groups that are whole.
  const ordered = [...distinct.keys()].toSorted(
    (one, two) => Number(distinct[one]?.country === null) - Number(distinct[two]?.country === null),
  );
  for (const at of ordered) {
    const found = alike(at);
    const own = distinct[at]?.country ?? null;
    const countries = new Set(found.flatMap(({ id }) => distinct[id]?.country ?? []));
    for (const { id, how } of found) {
      const country = distinct[id]?.country ?? null;
      if (own === null ? country === null || countries.size === 1 : country === own) sets.join(at, id, how);
    }
  }
  const groups = new Map<number, { names: Map<string, string>; how: SameActor }>();
  for (const [at, { names }] of distinct.entries()) {
    const root = sets.find(at);
    const group = groups.get(root) ?? { names: new Map<string, string>(), how: sets.reason(root) };
    for (const name of names) if (!group.names.has(normal(name))) group.names.set(normal(name), name);
    groups.set(root, group);
  }
  return {
    groupOf: kindOf.map(sets.find),
    groups: new Map([...groups].map(([root, { names, how }]) => [root, { names: [...names.values()], how }])),
  };
}

/** Sets that grow together, each with the weakest reason for which two were joined, and at most one country. */
function joinedSets(things: readonly NamedThing[]) {
  const parents = things.map((_, at) => at);
  const countries = things.map(({ country }) => country);
  const reasons = new Map<number, SameActor>();
  const find = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[at] = root;
    return root;
  };
  const reason = (root: number): SameActor => reasons.get(root) ?? 'same';
  const join = (left: number, right: number, how: SameActor): void => {
    const [one, other] = [find(left), find(right)];
    const [here, there] = [countries[one] ?? null, countries[other] ?? null];
    if (one === other || (here !== null && there !== null && here !== there)) return;
    const said = [reason(one), reason(other)].reduce(
      (weak, each) => (weaker[each] > weaker[weak] ? each : weak),
      how,
    );
    parents[other] = one;
    countries[one] = here ?? there;
    reasons.set(one, said);
  };
  return { find, join, reason };
}

type Alike = { readonly id: number; readonly how: SameActor };

/** Which others may be the same as each, by sound or by first letters, without comparing each with every one. */
function likenessAmong(things: readonly NamedThing[]): (at: number) => readonly Alike[] {
  const prepared = things.map(({ names }) => names.map(prepareName));
  const byKey = new Map<string, number[]>();
  const byInitials = new Map<string, number[]>();
  const compare = remembering();
  const put = (index: Map<string, number[]>, key: string, at: number): void => {
    const known = index.get(key);
    if (known === undefined) index.set(key, [at]);
    else known.push(at);
  };
  for (const [at, names] of prepared.entries())
    for (const name of names) {
      for (const key of new Set(wordKeys(name).flat())) put(byKey, key, at);
      const initials = initialsOf(name.text);
      if (initials !== null) put(byInitials, initials, at);
    }
  const rarity = (keys: readonly string[]): number =>
    keys.reduce((sum, key) => sum + (byKey.get(key)?.length ?? 0), 0);
  /** Those that share the most of its rare words: two names that are one share more than "police" and "service". */
  const nearest = (name: PreparedName, own: number): readonly number[] => {
    const rarest = wordKeys(name).toSorted((one, two) => rarity(one) - rarity(two));
    const shared = new Map<number, number>();
    for (const keys of rarest.slice(0, 3)) {
      const having = new Set<number>();
      for (const key of keys)
        for (const other of byKey.get(key) ?? [])
          if (having.size < mostLooked && other !== own) having.add(other);
      for (const other of having) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    const isOneWord = (one: PreparedName): boolean => (one.readings[0]?.length ?? 0) < 2;
    return [...shared]
      .filter(([id, count]) => count > 1 || isOneWord(name) || prepared[id]?.some(isOneWord) === true)
      .toSorted((one, two) => two[1] - one[1])
      .slice(0, mostCompared)
      .map(([id]) => id);
  };
  return (at) => {
    const found: Alike[] = [];
    for (const name of prepared[at] ?? []) {
      for (const id of nearest(name, at)) {
        const how = bestOf(compare, name, prepared[id] ?? []);
        if (how !== null) found.push({ id, how });
      }
      if (!shortName.test(name.text.trim())) continue;
      const own = things[at]?.country ?? null;
      // Three letters stand for many things: only where both files name the same country.
      for (const id of byInitials.get(normal(name.text)) ?? [])
        if (own !== null && things[id]?.country === own) found.push({ id, how: 'initials' });
    }
    return found;
  };
}

function bestOf(
  compare: CompareWords,
  name: PreparedName,
  others: readonly PreparedName[],
): SameActor | null {
  if (others.some((other) => normal(other.text) === normal(name.text))) return 'same';
  return others.some((other) => compareWith(compare, name, other).score >= grades.likely) ? 'spelling' : null;
}

/** The same words stand in many names: each pair is compared once. */
function remembering(): CompareWords {
  const known = new Map<string, WordMatch | null>();
  return (left, right) => {
    const pair = `${left.text} ${right.text}`;
    const found = known.get(pair);
    if (found !== undefined) return found;
    const made = compareWords(left, right);
    known.set(pair, made);
    return made;
  };
}

/** The keys of each word of a name, as written and with neighbours put together. */
const wordKeys = ({ readings }: PreparedName): readonly (readonly string[])[] =>
  readings.flatMap((words) => words.map((word) => [...new Set(keysOfWord(word).flatMap(withSlips))]));

/** The first letters of a name of three words or more; null for a shorter one. */
function initialsOf(name: string): string | null {
  const words = name.split(/[\s\-‐]+/u).filter((word) => /^\p{L}/u.test(word) && word.length > 2);
  return words.length < 3 ? null : normal(words.map((word) => [...word][0] ?? '').join(''));
}
