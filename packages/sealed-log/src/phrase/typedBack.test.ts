import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { newPhrase, toDigits, toWords } from './phrase.ts';
import { placesToAsk, wrongPlaces } from './typedBack.ts';
import { loadList, wordListIds } from './wordList.ts';

const lists = await Promise.all(wordListIds.map(loadList));
const entropies = fc.uint8Array({ minLength: 16, maxLength: 16 });

describe('the part of a phrase that is typed back before sending', () => {
  test('is asked at three different places, in rising order, and at any place sooner or later', () => {
    for (const [form, last] of [
      ['words', 12],
      ['digits', 8],
    ] as const) {
      const seen = new Set<number>();
      for (let round = 0; round < 400; round += 1) {
        const places = placesToAsk(form);
        expect(places).toHaveLength(3);
        expect([...new Set(places)].sort((a, b) => a - b)).toEqual(places);
        for (const place of places) seen.add(place);
      }
      expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: last }, (_, index) => index + 1));
    }
  });

  test('is right in any list, in capitals, with a blank behind it or by its prefix', async () => {
    await fc.assert(
      fc.asyncProperty(entropies, fc.constantFrom(...lists), async (entropy, list) => {
        const words = await toWords(entropy, list);
        const typings = (word: string): readonly string[] => [
          word,
          ` ${word.toUpperCase()} `,
          Array.from(word).slice(0, list.prefixLength).join(''),
        ];
        const answers = words.flatMap((word, index) =>
          typings(word).map((typed) => ({ place: index + 1, typed })),
        );
        expect(await wrongPlaces(entropy, answers, lists)).toEqual([]);
      }),
      { numRuns: runs(30) },
    );
  });

  test('is right in digits of any script', async () => {
    const entropy = newPhrase();
    const groups = await toDigits(entropy);
    const arabic = groups.map((group) =>
      group.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit))),
    );
    const answers = [...groups, ...arabic].map((typed, index) => ({ place: (index % 8) + 1, typed }));
    expect(await wrongPlaces(entropy, answers, lists)).toEqual([]);
  });

  test('is wrong where the word belongs to another place, is empty, or is two words', async () => {
    const english = await loadList('en-1');
    const entropy = Uint8Array.from({ length: 16 }, (_, index) => index * 17);
    const words = await toWords(entropy, english);
    expect(new Set(words).size).toBe(12);
    const [first = '', second = ''] = words;
    expect(
      await wrongPlaces(
        entropy,
        [
          { place: 1, typed: second },
          { place: 2, typed: second },
        ],
        lists,
      ),
    ).toEqual([1]);
    expect(await wrongPlaces(entropy, [{ place: 1, typed: '' }], lists)).toEqual([1]);
    expect(await wrongPlaces(entropy, [{ place: 1, typed: `${first} ${second}` }], lists)).toEqual([1]);
    expect(await wrongPlaces(entropy, [{ place: 1, typed: first.slice(0, 2) }], lists)).toEqual([1]);
  });
});
