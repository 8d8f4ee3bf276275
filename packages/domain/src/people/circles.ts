import { compareNames, type Grade, type WordMatch, wordsOf } from '@leeward/names';
import { valueIn } from '../shared/items.ts';
import { type KeptAway, keptAway } from './contact.ts';
import { labelOf, onePerson, type PeopleState } from './state.ts';

/*
 * Whom she wants kept away is said in words: "her uncle Yusuf and his house". Whoever is about to speak with Youssef, or
 * with يوسف, must be stopped as well: names are held against such words as search holds them, over scripts and spellings,
 * and it is said which word was taken for which.
 */

/** Somebody who may be one of those who are to be kept away. */
export type NearKeptAway = {
  readonly away: KeptAway;
  /** `sure`: the words name this one. `maybe`: something is alike, and a person has to look. */
  readonly grade: 'sure' | 'maybe';
  /** The words in which it was said. */
  readonly said: string;
  /** Which word was taken for which, and how. */
  readonly words: readonly WordMatch[];
};

const sure: ReadonlySet<Grade> = new Set(['same', 'likely']);

/** Those to be kept away whom one of these names may mean, the surest first. */
export function nearKeptAway(people: PeopleState, names: readonly string[]): readonly NearKeptAway[] {
  const asked = names.map((name) => name.trim()).filter((name) => name !== '');
  const found = keptAway(people).flatMap((away): readonly NearKeptAway[] => {
    const said = away.person === null ? [away.circle] : labelsOf(people, away.person);
    const all = said.flatMap((phrase) => asked.flatMap((name) => alikeIn(phrase, name) ?? []));
    const best = all.toSorted((left, right) => order(left) - order(right))[0];
    return best === undefined ? [] : [{ away, ...best }];
  });
  return found.toSorted((left, right) => order(left) - order(right));
}

const order = ({ grade }: Pick<NearKeptAway, 'grade'>): number => (grade === 'sure' ? 0 : 1);

const labelsOf = (people: PeopleState, person: string): readonly string[] => {
  const labels = onePerson(people, person).flatMap((one) => valueIn(one, 'label') ?? []);
  const shown = labelOf(people, person);
  return [...new Set(shown === undefined ? labels : [shown, ...labels])];
};

/** The place of a phrase that is most like a name; null where nothing is alike. */
function alikeIn(phrase: string, name: string): Omit<NearKeptAway, 'away'> | null {
  const length = Math.max(1, wordsOf(name).length);
  const pieces = piecesOf(phrase, length);
  let best: { readonly score: number; readonly made: Omit<NearKeptAway, 'away'> } | null = null;
  for (const piece of pieces) {
    const { grade, score, words } = compareNames(piece, name);
    // One word that is only the beginning of another says nothing: it would stop half of all people.
    if (grade === 'different' || words.every(({ way }) => way === 'start')) continue;
    if (best !== null && best.score >= score) continue;
    best = { score, made: { grade: sure.has(grade) ? 'sure' : 'maybe', said: phrase, words } };
  }
  return best?.made ?? null;
}

/** Neighbouring words of a phrase, as many as the name has, one fewer and one more: a father's name comes and goes. */
function piecesOf(phrase: string, length: number): readonly string[] {
  const words = phrase.split(/[^\p{L}\p{M}\p{N}'’-]+/u).filter((word) => [...word].length > 1);
  const sizes = [...new Set([length - 1, length, length + 1])].filter((size) => size > 0);
  return [
    phrase,
    ...sizes.flatMap((size) =>
      words.flatMap((_, at) => (at + size <= words.length ? [words.slice(at, at + size).join(' ')] : [])),
    ),
  ];
}
