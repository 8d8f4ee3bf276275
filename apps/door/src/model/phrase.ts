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

export async function makePhrase(): Promise<Phrase> {
  const entropy = newPhrase();
  return { entropy, digits: await toDigits(entropy) };
}

/** The same in the words of one language; null where that language has no list. */
export type Words = { readonly list: WordList; readonly words: readonly string[] };

export async function wordsFor(phrase: Phrase, locale: string): Promise<Words | null> {
  const list = await loadNewestList(locale);
  return list === undefined ? null : { list, words: await toWords(phrase.entropy, list) };
}
