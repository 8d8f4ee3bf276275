/**
 * The defender's code phrase: 128 random bits, written as twelve words or as eight groups of digits. Keys derive from
 * the 16 bytes and never from the words, so that a phrase may be read back in another language or in digits (section 6).
 */
import { type Bytes, randomBytes } from '../crypto/bytes.ts';
import { PHRASE_BYTES, toFigures, withChecksum } from './bits.ts';
import { PHRASE_WORDS } from './parse.ts';
import { LIST_SIZE, type WordList } from './wordList.ts';

export { toDigits } from './digits.ts';
export { type PhraseProblem, parsePhrase, type ReadPhrase } from './parse.ts';

/** Sixteen bytes from the browser's generator: made here, known to nobody else. */
export function newPhrase(): Bytes {
  return randomBytes(PHRASE_BYTES);
}

/** The twelve words for these 16 bytes in one list. */
export async function toWords(entropy: Uint8Array, list: WordList): Promise<readonly string[]> {
  const places = toFigures(await withChecksum(entropy), LIST_SIZE, PHRASE_WORDS);
  return places.map((place) => {
    const word = list.words[place];
    if (word === undefined) throw new RangeError(`the list ${list.id} has no word number ${place}`);
    return word;
  });
}
