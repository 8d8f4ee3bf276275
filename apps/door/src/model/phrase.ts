import {
  loadNewestList,
  newPhrase,
  toDigits,
  toWords,
  type WordList,
} from '@leeward/workspace/door/phrase.ts';

/** The key of one mailbox, as she sees it. */
export type Phrase = {
  readonly entropy: Uint8Array<ArrayBuffer>;
  readonly digits: readonly string[];
};

export const makePhrase = (): Promise<Phrase> => phraseOf(newPhrase());

export async function phraseOf(entropy: Phrase['entropy']): Promise<Phrase> {
  return { entropy, digits: await toDigits(entropy) };
}

/** The same in words. `isForeign`: the language of the page has no list of its own, so the words are English. */
export type Words = {
  readonly list: WordList;
  readonly words: readonly string[];
  readonly isForeign: boolean;
};

/** The words in the list of a language, else in the English one; null where there is neither. */
export async function wordsFor(phrase: Phrase, locale: string): Promise<Words | null> {
  const own = await loadNewestList(locale);
  const list = own ?? (await loadNewestList('en'));
  if (list === undefined) return null;
  return { list, words: await toWords(phrase.entropy, list), isForeign: own === undefined };
}
