/**
 * Six words by which two people make sure, aloud, that their devices hold the same key or head (section 5, rule 7).
 * They stand for the first 66 bits of a hash: too many to search for a second key that says the same words.
 * People who share no word list compare digits.
 */
import { bytesToNumber, toFigures } from './bits.ts';
import { LIST_SIZE, type WordList } from './wordList.ts';

const CHECK_WORDS = 6;
const CHECK_BITS = 66n;
const HASH_BYTES = 32;
const DIGIT_GROUPS = 4;
/** Four figures below 100,000 hold 66 bits: 10^20 is a little more than 2^66. */
const VALUES_OF_GROUP = 100_000;

function checkBits(hash: Uint8Array): bigint {
  if (hash.length !== HASH_BYTES) throw new RangeError('check words are made from a 32-byte hash');
  return bytesToNumber(hash) >> (BigInt(HASH_BYTES * 8) - CHECK_BITS);
}

/** The six words of a 32-byte hash in one list. Two people compare in the same list. @throws RangeError for other lengths. */
export function checkWords(hash: Uint8Array, list: WordList): readonly string[] {
  return toFigures(checkBits(hash), LIST_SIZE, CHECK_WORDS).map((place) => {
    const word = list.words[place];
    if (word === undefined) throw new RangeError(`the list ${list.id} has no word number ${place}`);
    return word;
  });
}

/** The same 66 bits as four groups of five digits, for any two languages. @throws RangeError for other lengths. */
export function checkDigits(hash: Uint8Array): readonly string[] {
  return toFigures(checkBits(hash), VALUES_OF_GROUP, DIGIT_GROUPS).map((group) =>
    String(group).padStart(5, '0'),
  );
}
