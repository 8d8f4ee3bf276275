import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { locales, speak } from '../testing/texts.ts';
import { isTaken, suggestPseudonym, wordsIn } from './pseudonym.ts';

describe('a suggested pseudonym', () => {
  for (const locale of locales) {
    const words = wordsIn(speak(locale)('openCase.words'));

    it(`comes from a list of at least fifty words in ${locale}, none of them twice`, () => {
      expect(words.length).toBeGreaterThanOrEqual(50);
      expect(new Set(words).size).toBe(words.length);
    });

    it(`is never one that a case has already, in ${locale}, however many there are`, () => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 3 * words.length }), fc.nat(), (count, seed) => {
          let state = seed;
          const below = (limit: number): number => {
            state = (state * 48271 + 11) % 2147483647;
            return limit === 0 ? 0 : state % limit;
          };
          const taken: string[] = [];
          for (let one = 0; one < count; one += 1) taken.push(suggestPseudonym(words, taken, below));
          expect(new Set(taken.map((name) => name.toLowerCase())).size).toBe(count);
        }),
        { numRuns: runs(20) },
      );
    });
  }

  it('counts as taken in other letters and with spaces around', () => {
    expect(isTaken(' kestrel', ['Kestrel'])).toBe(true);
    expect(isTaken('Kestrels', ['Kestrel'])).toBe(false);
  });
});
