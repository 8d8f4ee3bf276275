import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { toHex } from '../crypto/bytes.ts';
import { mailboxKeys } from './keys.ts';
import { newPhrase, parsePhrase, toDigits, toWords } from './phrase.ts';
import { loadList, wordListIds } from './wordList.ts';

const organisations = fc.uint8Array({ minLength: 32, maxLength: 32 });
const entropies = fc.uint8Array({ minLength: 16, maxLength: 16 });

/** How many bits two byte strings have in common, of all they have. */
function sameBits(one: Uint8Array, other: Uint8Array): number {
  const differing = one.reduce(
    (sum, byte, at) => sum + (byte ^ (other[at] ?? 0)).toString(2).replaceAll('0', '').length,
    0,
  );
  return 1 - differing / (one.length * 8);
}

describe('the keys of a mailbox', () => {
  test('[fault 38] [rule 16] the same phrase at two organisations gives keys that share no more than chance', async () => {
    await fc.assert(
      fc.asyncProperty(entropies, organisations, organisations, async (entropy, one, other) => {
        fc.pre(toHex(one) !== toHex(other));
        const here = await mailboxKeys(entropy, one);
        const there = await mailboxKeys(entropy, other);
        const seeds = [here.signingSeed, here.sealingSeed, there.signingSeed, there.sealingSeed];
        expect(new Set(seeds.map(toHex)).size).toBe(4);
        // 256 fair coins fall on one side between 64 and 192 times but for a chance below 2^-50.
        expect(sameBits(here.signingSeed, there.signingSeed)).toBeGreaterThan(0.25);
        expect(sameBits(here.signingSeed, there.signingSeed)).toBeLessThan(0.75);
      }),
      { numRuns: runs(40) },
    );
  });

  test('[fault 38] two ids of organisations that differ in one bit already give unrelated keys', async () => {
    const entropy = newPhrase();
    const one = new Uint8Array(32);
    const other = new Uint8Array(32);
    other[31] = 1;
    const here = await mailboxKeys(entropy, one);
    const there = await mailboxKeys(entropy, other);
    expect(toHex(here.signingSeed)).not.toBe(toHex(there.signingSeed));
    expect(toHex(here.sealingSeed)).not.toBe(toHex(there.sealingSeed));
  });

  test('come from the bytes and not from the words: every language and the digits open the same mailbox', async () => {
    const entropy = newPhrase();
    const organisation = crypto.getRandomValues(new Uint8Array(32));
    const expected = await mailboxKeys(entropy, organisation);
    const lists = await Promise.all(wordListIds.map(loadList));
    const spellings = [
      ...(await Promise.all(lists.map(async (list) => (await toWords(entropy, list)).join(' ')))),
      (await toDigits(entropy)).join(' '),
    ];
    for (const spelling of spellings) {
      const read = await parsePhrase(spelling, lists);
      expect(read.ok && (await mailboxKeys(read.value.entropy, organisation))).toEqual(expected);
    }
  });

  test('are frozen: a phrase of today opens its mailbox with any later version', async () => {
    const keys = await mailboxKeys(new Uint8Array(16).fill(1), new Uint8Array(32).fill(2));
    expect({ signing: toHex(keys.signingSeed), sealing: toHex(keys.sealingSeed) }).toEqual({
      signing: '5a14f9bcb8cab1ed45691f8abd2b415a383bab08880a40e2f9e56f535486c671',
      sealing: '6989a4847ae942e94aca25420bf6450493e977803dde1b4ba051cb29ed6f94da',
    });
  });

  test('are not derived from anything but 16 bytes and a 32-byte id', async () => {
    await expect(mailboxKeys(new Uint8Array(15), new Uint8Array(32))).rejects.toThrow(RangeError);
    await expect(mailboxKeys(new Uint8Array(16), new Uint8Array(31))).rejects.toThrow(RangeError);
  });
});
