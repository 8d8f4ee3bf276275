/** Whether two pseudonyms would be mistaken for one another. */
function same(left: string, right: string): boolean {
  return left.normalize('NFC').trim().toLowerCase() === right.normalize('NFC').trim().toLowerCase();
}

/** Whether a case has this pseudonym already. */
export function isTaken(pseudonym: string, taken: readonly string[]): boolean {
  return taken.some((other) => same(other, pseudonym));
}

/**
 * A pseudonym out of neutral words, none of them a name of people, that no case has yet; two words together once all
 * single ones are taken. `words` come from the catalogue, so that each language offers its own.
 *
 * @param below a random whole number from 0, below what it is given.
 */
export function suggestPseudonym(
  words: readonly string[],
  taken: readonly string[],
  below: (limit: number) => number = randomBelow,
): string {
  const free = words.filter((word) => !isTaken(word, taken));
  const pick = (from: readonly string[]): string => from[below(from.length)] ?? '';
  if (free.length > 0) return pick(free);
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const pair = `${pick(words)} ${pick(words)}`;
    if (!isTaken(pair, taken)) return pair;
  }
  return `${pick(words)} ${taken.length + 1}`;
}

/** The words of the catalogue's list, which translators keep as one text. */
export function wordsIn(list: string): readonly string[] {
  return list
    .split(/[,،]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function randomBelow(limit: number): number {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
  return limit === 0 ? 0 : value % limit;
}
