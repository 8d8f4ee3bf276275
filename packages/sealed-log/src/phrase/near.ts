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

/**
 * The words a person most likely meant, nearest first, four at most; empty where nothing is near. Words that begin
 * with what was typed count as near, because a hand that stops early is the commonest slip of all.
 */
export function nearWords(typed: string, words: readonly string[]): readonly string[] {
  const wanted = normalise(typed);
  if (wanted === '') return [];
  // In a word of three letters two slips leave one letter: anything would be near.
  const allowed = Array.from(wanted).length <= 3 ? 1 : MOST_SLIPS;
  return words
    .map((word) => {
      const plain = normalise(word);
      const begins = wanted.length >= 2 && plain.startsWith(wanted);
      return { word, slips: begins ? 0.5 : slipsBetween(wanted, plain) };
    })
    .filter((candidate) => candidate.slips <= allowed)
    .sort((one, other) => one.slips - other.slips)
    .slice(0, MOST_SUGGESTIONS)
    .map((candidate) => candidate.word);
}
