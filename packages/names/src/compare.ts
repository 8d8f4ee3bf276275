import { compareWords, type WordMatch } from './compare-words.ts';
import { type NameWord, wordOf, wordsOf } from './words.ts';

/**
 * How sure one may be that two names are one: `same` and `likely` are shown first, `possible` is shown as such, and
 * nothing is ever merged by it: a person decides.
 */
export type Grade = 'same' | 'likely' | 'possible' | 'different';

/** What two names have in common, and why it is said. */
export type NameMatch = {
  /** 0 to 1. */
  readonly score: number;
  readonly grade: Grade;
  /** Which word was taken for which, and how. */
  readonly words: readonly WordMatch[];
  /** Words that only one of the two has. */
  readonly onlyLeft: readonly string[];
  readonly onlyRight: readonly string[];
};

/** A name that was read once, to be compared many times. */
export type PreparedName = {
  readonly text: string;
  /** The words as written, and again with neighbours put together: "Abd al-Rahman" is also "Abdurrahman". */
  readonly readings: readonly (readonly NameWord[])[];
};

/** The least score of each grade. `grades.test.ts` measures what they find and what they mistake. */
export const grades = { same: 0.93, likely: 0.8, possible: 0.7 } as const;

/** Reads a name, so that it can be compared with many. */
export function prepareName(text: string): PreparedName {
  const words = wordsOf(text);
  const joined = words.slice(1).flatMap((next, at) => {
    const before = words[at] as NameWord;
    if (before.script !== next.script) return [];
    return [[...words.slice(0, at), wordOf(before.text + next.text), ...words.slice(at + 2)]];
  });
  const oneScript = words.every((word) => word.script === words[0]?.script);
  const whole = words.length > 2 && oneScript ? [[wordOf(words.map((word) => word.text).join(''))]] : [];
  return { text, readings: [words, ...joined, ...whole] };
}

/**
 * Compares two names in any scripts and spellings, whatever the order of their words. Symmetric: with sides exchanged it
 * says the same.
 */
export function compareNames(left: string | PreparedName, right: string | PreparedName): NameMatch {
  return compareWith(compareWords, left, right);
}

/** How two words are compared: once, or remembered where many names share their words. */
export type CompareWords = (left: NameWord, right: NameWord) => WordMatch | null;

export function compareWith(
  compare: CompareWords,
  left: string | PreparedName,
  right: string | PreparedName,
): NameMatch {
  const one = typeof left === 'string' ? prepareName(left) : left;
  const two = typeof right === 'string' ? prepareName(right) : right;
  let best = matchOf(compare, one.readings[0] ?? [], two.readings[0] ?? []);
  for (const [at, mine] of one.readings.entries())
    for (const [to, theirs] of two.readings.entries()) {
      // Two readings that were both put together find nothing that the words by themselves do not.
      if ((at === 0) === (to === 0) || best.score === 1) continue;
      const found = matchOf(compare, mine, theirs);
      if (found.score > best.score) best = found;
    }
  return best;
}

/** How much a word that only the longer name has takes away: names of fathers and families come and go. */
const extraWord = 0.06;
/** One word of several says that it may be her, and never more. */
const partAtMost = 0.79;

function matchOf(compare: CompareWords, left: readonly NameWord[], right: readonly NameWord[]): NameMatch {
  const [short, long, turned] = left.length <= right.length ? [left, right, false] : [right, left, true];
  const pairs = bestPairs(compare, short, long);
  const weights = short.map(weightOfWord);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const reached = pairs.reduce((sum, pair) => sum + pair.match.score * (weights[pair.short] ?? 0), 0);
  const extra = long.filter((word, at) => !word.particle && !pairs.some((pair) => pair.long === at)).length;
  const raw = total === 0 ? 0 : Math.max(0, reached / total - extraWord * extra);
  const whole = pairs.filter((pair) => !(short[pair.short] as NameWord).particle).length;
  const score = extra > 0 && whole < 2 ? Math.min(raw, partAtMost) : raw;
  const words = [...pairs]
    .sort((one, two) => (turned ? one.long - two.long : one.short - two.short))
    .map(({ match }) => (turned ? { ...match, left: match.right, right: match.left } : match));
  const lonely = (side: 'short' | 'long', all: readonly NameWord[]): readonly string[] =>
    all.filter((_, at) => !pairs.some((pair) => pair[side] === at)).map((word) => word.text);
  const [onlyShort, onlyLong] = [lonely('short', short), lonely('long', long)];
  return {
    score,
    grade: gradeOf(score),
    words,
    onlyLeft: turned ? onlyLong : onlyShort,
    onlyRight: turned ? onlyShort : onlyLong,
  };
}

const gradeOf = (score: number): Grade => {
  if (score >= grades.same) return 'same';
  if (score >= grades.likely) return 'likely';
  return score >= grades.possible ? 'possible' : 'different';
};

const weightOfWord = (word: NameWord): number => (word.particle ? 0.2 : 1);

type Pair = { readonly short: number; readonly long: number; readonly match: WordMatch };

/** The pairing of words with the highest sum. Names are short: all pairings are tried, over which words are taken. */
function bestPairs(
  compare: CompareWords,
  short: readonly NameWord[],
  long: readonly NameWord[],
): readonly Pair[] {
  const matches = short.map((mine) => long.map((theirs) => compare(mine, theirs)));
  type Best = { readonly sum: number; readonly pairs: readonly Pair[] };
  const known = new Map<number, Best>();
  const from = (at: number, taken: number): Best => {
    if (at === short.length) return { sum: 0, pairs: [] };
    const key = at * 2 ** long.length + taken;
    const found = known.get(key);
    if (found !== undefined) return found;
    let best = from(at + 1, taken);
    for (let to = 0; to < long.length; to += 1) {
      const match = matches[at]?.[to] ?? null;
      if (match === null || (taken & (1 << to)) !== 0) continue;
      const rest = from(at + 1, taken | (1 << to));
      const sum = rest.sum + match.score * weightOfWord(short[at] as NameWord);
      if (sum > best.sum + 1e-12) best = { sum, pairs: [{ short: at, long: to, match }, ...rest.pairs] };
    }
    known.set(key, best);
    return best;
  };
  return from(0, 0).pairs;
}
