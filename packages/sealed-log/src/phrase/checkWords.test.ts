import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { checkDigits, checkWords } from './checkWords.ts';
import { loadList, wordListIds } from './wordList.ts';

const lists = await Promise.all(wordListIds.map(loadList));
const hashes = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('the six words that two people compare aloud', () => {
  test('[rule 7] differ as soon as one of the first 66 bits of the hash differs, and only then', async () => {
    await fc.assert(
      fc.property(hashes, fc.nat(255), fc.constantFrom(...lists), (hash, bit, list) => {
        const other = Uint8Array.from(hash);
        const byte = Math.floor(bit / 8);
        other[byte] = (other[byte] ?? 0) ^ (0x80 >> (bit % 8));
        const same = checkWords(hash, list).join(' ') === checkWords(other, list).join(' ');
        expect(same).toBe(bit >= 66);
        expect(checkDigits(hash).join(' ') === checkDigits(other).join(' ')).toBe(bit >= 66);
      }),
      { numRuns: runs(300) },
    );
  });

  test('are six of the list, the first and the last of it at both ends', async () => {
    const english = await loadList('en-1');
    expect(checkWords(new Uint8Array(32), english)).toEqual(Array(6).fill('abandon'));
    expect(checkWords(new Uint8Array(32).fill(255), english)).toEqual(Array(6).fill('zoo'));
  });

  test('can be compared as four groups of five digits by people who share no list', () => {
    expect(checkDigits(new Uint8Array(32))).toEqual(['00000', '00000', '00000', '00000']);
    // 2^66 - 1 = 73,786,976,294,838,206,463: all ones still fit into twenty digits.
    expect(checkDigits(new Uint8Array(32).fill(255))).toEqual(['73786', '97629', '48382', '06463']);
  });

  test('are made from a whole hash: any other length is a bug and throws', async () => {
    const english = await loadList('en-1');
    expect(() => checkWords(new Uint8Array(16), english)).toThrow(RangeError);
    expect(() => checkDigits(new Uint8Array(33))).toThrow(RangeError);
  });
});
