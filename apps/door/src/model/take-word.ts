/** A run of letters with the marks and joiners that belong to it, in any script. */
const word = /[\p{M}\p{Cf}]*\p{L}[\p{L}\p{M}\p{Cf}]*/gu;

/**
 * What was typed with another word at one place (1 is the first), and everything else as it stands: numbering, lines,
 * capitals. Null where that place cannot be told for sure, as where words are written without spaces: nothing is guessed.
 */
export function takeWord(typed: string, place: number, count: number, taken: string): string | null {
  const runs = [...typed.matchAll(word)];
  const run = runs[place - 1];
  if (run === undefined || runs.length !== count) return null;
  return typed.slice(0, run.index) + taken + typed.slice(run.index + run[0].length);
}
