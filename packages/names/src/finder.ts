import {
  type CompareWords,
  compareWith,
  grades,
  type NameMatch,
  type PreparedName,
  prepareName,
} from './compare.ts';
import { compareWords, type WordMatch } from './compare-words.ts';
import { keysOfWord, withSlips } from './keys.ts';

/** What somebody is known by, and what is found when it is. */
export type Named<Id> = { readonly id: Id; readonly names: readonly string[] };

export type Found<Id> = {
  readonly id: Id;
  /** The name of hers that was found. */
  readonly name: string;
  readonly match: NameMatch;
};

export type NameFinder<Id> = {
  /** Who may be meant, the likeliest first; each once, by the name that fits best. */
  readonly find: (query: string, atMost?: number) => readonly Found<Id>[];
  /** Puts somebody in, or puts new names in the place of those she had. */
  readonly set: (one: Named<Id>) => void;
  readonly delete: (id: Id) => void;
};

/** Finds people by a name among many, without comparing it with every one. */
export function nameFinder<Id>(people: Iterable<Named<Id>> = []): NameFinder<Id> {
  const byKey = new Map<string, Set<Id>>();
  const known = new Map<Id, readonly PreparedName[]>();

  const remove = (id: Id): void => {
    for (const name of known.get(id) ?? [])
      for (const key of lookupKeys(name)) {
        const ids = byKey.get(key);
        ids?.delete(id);
        if (ids?.size === 0) byKey.delete(key);
      }
    known.delete(id);
  };
  const set = ({ id, names }: Named<Id>): void => {
    remove(id);
    const prepared = names.map(prepareName);
    known.set(id, prepared);
    for (const name of prepared)
      for (const key of lookupKeys(name)) {
        const ids = byKey.get(key);
        if (ids === undefined) byKey.set(key, new Set([id]));
        else ids.add(id);
      }
  };
  for (const one of people) set(one);

  return {
    set,
    delete: remove,
    find: (query, atMost = 20) => {
      const asked = prepareName(query);
      const compare = remembering();
      const candidates = new Set<Id>();
      for (const key of lookupKeys(asked)) for (const id of byKey.get(key) ?? []) candidates.add(id);
      return [...candidates]
        .flatMap((id) => bestOf(compare, id, asked, known.get(id) ?? []))
        .sort((one, two) => two.match.score - one.match.score || compareText(one.name, two.name))
        .slice(0, atMost);
    },
  };
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Many people share a name: the same two words are compared once in a search. */
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

function bestOf<Id>(
  compare: CompareWords,
  id: Id,
  asked: PreparedName,
  names: readonly PreparedName[],
): readonly Found<Id>[] {
  let best: Found<Id> | null = null;
  for (const name of names) {
    const match = compareWith(compare, asked, name);
    if (match.score >= grades.possible && match.score > (best?.match.score ?? 0))
      best = { id, name: name.text, match };
  }
  return best === null ? [] : [best];
}

function lookupKeys({ readings }: PreparedName): ReadonlySet<string> {
  return new Set(readings.flat().flatMap((word) => keysOfWord(word).flatMap(withSlips)));
}
