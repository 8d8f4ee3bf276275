import { describe, expect, it } from 'vitest';
import { makePhrase, wordsFor } from './phrase.ts';

describe('the words of a phrase', () => {
  it('are in the language of the page where it has a list', async () => {
    const phrase = await makePhrase();
    const arabic = await wordsFor(phrase, 'ar');
    expect([arabic?.list.id, arabic?.isForeign, arabic?.words.length]).toEqual(['ar-1', false, 12]);
  });

  it('are English for who reads a language without a list, and say so: the digits come first there', async () => {
    const phrase = await makePhrase();
    const spanish = await wordsFor(phrase, 'es');
    const english = await wordsFor(phrase, 'en');
    expect([spanish?.list.id, spanish?.isForeign, english?.isForeign]).toEqual(['en-1', true, false]);
    expect(spanish?.words).toEqual(english?.words);
    expect(phrase.digits).toHaveLength(8);
  });
});
