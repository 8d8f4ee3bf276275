/** How long a guessing machine would need, in four plain steps; `short` is below what is accepted at all. */
export type Strength = 'short' | 'weak' | 'fair' | 'good' | 'strong';

/** The shortest passphrase that is accepted, in characters: what the session asks for. */
export const shortest = 12;

/**
 * A hint, and no more than that: it counts what a machine would have to try, and counts repeated letters, runs such as
 * `1234` and repeated words only once. Whether a passphrase is accepted is the session's to say.
 */
export function strengthOf(passphrase: string): Strength {
  const text = passphrase.normalize('NFKC').trim();
  const letters = Array.from(text);
  if (letters.length < shortest) return 'short';
  const bits = Math.min(bitsByLetters(letters), bitsByWords(text));
  if (bits < 45) return 'weak';
  if (bits < 60) return 'fair';
  return bits < 75 ? 'good' : 'strong';
}

function bitsByLetters(letters: readonly string[]): number {
  const text = letters.join('');
  const kinds = [
    [/\p{Ll}/u, 26],
    [/\p{Lu}/u, 26],
    [/\p{Nd}/u, 10],
    [/[^\p{L}\p{Nd}\s]/u, 20],
    [/[^\p{ASCII}]/u, 40],
  ] as const;
  const size = kinds.reduce((sum, [kind, more]) => (kind.test(text) ? sum + more : sum), 1);
  const counted = letters.filter((letter, index) => {
    const before = letters[index - 1];
    const step = (letter.codePointAt(0) ?? 0) - (before?.codePointAt(0) ?? -9);
    return before === undefined || (step !== 0 && Math.abs(step) !== 1);
  });
  return Math.log2(size) * Math.min(counted.length, 2 * new Set(letters).size);
}

/** Words out of a list of some thousands, when it looks like words; otherwise no limit. */
function bitsByWords(text: string): number {
  const words = text.split(/[\s.,_-]+/u).filter((word) => word !== '');
  const plain = words.every((word) => /^\p{L}+\p{Nd}{0,4}$/u.test(word));
  const different = new Set(words.map((word) => word.toLowerCase())).size;
  return plain ? different * 12.9 + (/\p{Nd}/u.test(text) ? 6 : 0) : Number.POSITIVE_INFINITY;
}
