import { normalise } from './normalise.ts';

/**
 * How many slips of the hand lie between two words: a letter missing, one too many, another one, or two
 * neighbours exchanged (Damerau-Levenshtein, optimal string alignment). Counts code points.
 */
export function slipsBetween(one: string, other: string): number {
  const a = Array.from(one);
  const b = Array.from(other);
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const exchanged = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (exchanged) best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

const MOST_SUGGESTIONS = 4;
const MOST_SLIPS = 2;

/** A word as it stands in a list, and as it is compared. */
export type ListedWord = { readonly word: string; readonly plain: string };

/**
 * The words a person most likely meant, nearest first, four at most; empty where nothing is near. Words that begin
 * with what was typed count as near, because a hand that stops early is the commonest slip of all.
 */
export function nearWords(typed: string, words: readonly ListedWord[]): readonly string[] {
  const wanted = normalise(typed);
  if (wanted === '') return [];
  const length = Array.from(wanted).length;
  // In a word of three letters two slips leave one letter: anything would be near.
  const allowed = length <= 3 ? 1 : MOST_SLIPS;
  const slipsTo = (plain: string): number => {
    if (wanted.length >= 2 && plain.startsWith(wanted)) return 0.5;
    // Each slip makes a word longer or shorter by one letter at most.
    return Math.abs(Array.from(plain).length - length) > allowed ? Infinity : slipsBetween(wanted, plain);
  };
  return words
    .map(({ word, plain }) => ({ word, slips: slipsTo(plain) }))
    .filter((candidate) => candidate.slips <= allowed)
    .sort((one, other) => one.slips - other.slips)
    .slice(0, MOST_SUGGESTIONS)
    .map((candidate) => candidate.word);
}
