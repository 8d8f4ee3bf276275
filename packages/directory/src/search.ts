/**
 * Search as she types, in any script, on her own phone. What is typed and what is searched are folded the same way:
 * case, accents, Arabic vowel signs and letter forms, digits of any script. Every word that was typed must begin some
 * word of the entry; nothing is guessed beyond that, so that a result can always be explained.
 */

/** A text as it is compared. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u0640\u200c\u200d]/g, '')
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replace(/[\u0649\u06cc\u0626]/g, '\u064a')
    .replace(/\u0624/g, '\u0648')
    .replace(/\u0629/g, '\u0647')
    .replace(/\u06a9/g, '\u0643')
    .replace(/\u0451/g, '\u0435')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}

/** The words of a text, folded. Scripts without spaces give one long word, which is why those match within it, too. */
export function wordsOf(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A part of an entry and how much a hit in it says: its name more than a remark. */
export type Field = { readonly text: string; readonly weight: number };

type Indexed = {
  readonly id: string;
  readonly words: ReadonlyMap<string, number>;
  readonly unspaced: string;
};
export type SearchIndex = readonly Indexed[];

/** Scripts that write without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** @param fieldsOf the texts of an entry, names of countries and services in the reader's language among them */
export function indexOf<One extends { readonly id: string }>(
  entries: readonly One[],
  fieldsOf: (entry: One) => readonly Field[],
): SearchIndex {
  return entries.map((entry) => {
    const words = new Map<string, number>();
    let unspaced = '';
    for (const { text, weight } of fieldsOf(entry)) {
      for (const word of wordsOf(text)) {
        words.set(word, Math.max(words.get(word) ?? 0, weight));
        // An Arabic word is looked up with and without its article.
        if (word.length > 4 && word.startsWith('\u0627\u0644'))
          words.set(word.slice(2), Math.max(words.get(word.slice(2)) ?? 0, weight));
        if (UNSPACED.test(word)) unspaced += ` ${word}`;
      }
    }
    return { id: entry.id, words, unspaced };
  });
}

/** A whole word counts double: who types "art" means art before "Artemis". */
const WHOLE = 2;

/**
 * The ids of the entries that hold every word of the query, best first; ids of equal weight in their own order.
 * An empty query finds everything, in the order of the index.
 */
export function search(index: SearchIndex, query: string): readonly string[] {
  const asked = wordsOf(query);
  if (asked.length === 0) return index.map((entry) => entry.id);
  const hits: { readonly id: string; readonly weight: number }[] = [];
  for (const entry of index) {
    let total = 0;
    const isHit = asked.every((word) => {
      const weight = weightOf(entry, word);
      total += weight;
      return weight > 0;
    });
    if (isHit) hits.push({ id: entry.id, weight: total });
  }
  return hits.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1)).map((hit) => hit.id);
}

function weightOf({ words, unspaced }: Indexed, asked: string): number {
  const whole = words.get(asked);
  if (whole !== undefined) return whole * WHOLE;
  let best = 0;
  for (const [word, weight] of words) if (weight > best && word.startsWith(asked)) best = weight;
  if (best > 0) return best;
  if (asked.length > 4 && asked.startsWith('\u0627\u0644') && words.has(asked.slice(2)))
    return words.get(asked.slice(2)) ?? 0;
  return UNSPACED.test(asked) && unspaced.includes(asked) ? 1 : 0;
}
