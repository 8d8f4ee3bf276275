import type { DoorLocale } from '@leeward/ui/language/languages.ts';
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
    // In time every language of the door has a list; this one never will.
    const unknown = await wordsFor(phrase, 'xx' as DoorLocale);
    const english = await wordsFor(phrase, 'en');
    expect([unknown?.list.id, unknown?.isForeign, english?.isForeign]).toEqual(['en-1', true, false]);
    expect(unknown?.words).toEqual(english?.words);
    expect(phrase.digits).toHaveLength(8);
  });
});
