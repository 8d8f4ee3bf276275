/**
 * Word lists, each under a version that never changes its meaning: a phrase written on paper ten years ago must
 * still open its mailbox. A better list gets a new version and the old one stays here (section 6).
 *
 * This file holds no words. Each list is fetched only when somebody needs it, so that the first load of the door
 * stays small.
 */
import { normalise } from './normalise.ts';

/** How many words a list holds: 11 bits a word. */
export const LIST_SIZE = 2048;

/** Every list that was ever given out. Add to it, take nothing away. */
export type WordListId =
  | 'en-1'
  | 'ar-1'
  | 'es-1'
  | 'tr-1'
  | 'fr-1'
  | 'fa-1'
  | 'pt-1'
  | 'ru-1'
  | 'uk-1'
  | 'sw-1'
  | 'zh-1'
  | 'my-1';

export interface WordList {
  readonly id: WordListId;
  /** BCP 47 language of the words. */
  readonly language: string;
  /** Exactly 2,048 words, as they are shown. */
  readonly words: readonly string[];
  /** So many letters, after normalisation, tell any two of its words apart. */
  readonly prefixLength: number;
  /** Where no native speaker has read a list yet, screens show the digit form first. */
  readonly readByNativeSpeaker: boolean;
}

interface KnownList {
  readonly id: WordListId;
  readonly language: string;
  /** Letters by which a typed text shows that this list is worth fetching. */
  readonly letters: RegExp;
  readonly load: () => Promise<{ readonly list: WordList }>;
}

const latin = /(?=\p{L})\p{Script=Latin}/u;
const cyrillic = /(?=\p{L})\p{Script=Cyrillic}/u;
const arabic = /(?=\p{L})\p{Script=Arabic}/u;
const han = /\p{Script=Han}/u;
const myanmar = /(?=\p{L})\p{Script=Myanmar}/u;

/** In each language the newest list comes last: it is the one that new phrases are written in. */
const KNOWN: readonly KnownList[] = [
  { id: 'en-1', language: 'en', letters: latin, load: () => import('./words/en.ts') },
  { id: 'ar-1', language: 'ar', letters: arabic, load: () => import('./words/ar.ts') },
  { id: 'es-1', language: 'es', letters: latin, load: () => import('./words/es.ts') },
  { id: 'tr-1', language: 'tr', letters: latin, load: () => import('./words/tr.ts') },
  { id: 'fr-1', language: 'fr', letters: latin, load: () => import('./words/fr.ts') },
  { id: 'fa-1', language: 'fa', letters: arabic, load: () => import('./words/fa.ts') },
  { id: 'pt-1', language: 'pt', letters: latin, load: () => import('./words/pt.ts') },
  { id: 'ru-1', language: 'ru', letters: cyrillic, load: () => import('./words/ru.ts') },
  { id: 'uk-1', language: 'uk', letters: cyrillic, load: () => import('./words/uk.ts') },
  { id: 'sw-1', language: 'sw', letters: latin, load: () => import('./words/sw.ts') },
  { id: 'zh-1', language: 'zh', letters: han, load: () => import('./words/zh.ts') },
  { id: 'my-1', language: 'my', letters: myanmar, load: () => import('./words/my.ts') },
];

/** All list versions, oldest first. */
export const wordListIds: readonly WordListId[] = KNOWN.map((known) => known.id);

/** Languages that have a word list; for any other language the digit form is the only one. */
export const phraseLanguages: readonly string[] = [...new Set(KNOWN.map((known) => known.language))];

/** Fetches one version of a list, for a phrase that was written in it. */
export async function loadList(id: WordListId): Promise<WordList> {
  const known = KNOWN.find((one) => one.id === id);
  if (known === undefined) throw new RangeError(`no word list is called ${id}`);
  return (await known.load()).list;
}

/** Fetches the list in which new phrases of this language are written; `undefined` where the language has none. */
export async function loadNewestList(language: string): Promise<WordList | undefined> {
  return (await KNOWN.findLast((known) => known.language === language)?.load())?.list;
}

/**
 * Fetches the lists whose script occurs in what was typed, no more bytes than the phrase needs. With a language, its own
 * lists alone: six lists share the Latin script, and on a bad line the likely one is tried before the other five.
 */
export async function loadListsFor(typed: string, language?: string): Promise<readonly WordList[]> {
  const text = normalise(typed);
  const wanted = KNOWN.filter(
    (known) => known.letters.test(text) && (language === undefined || known.language === language),
  );
  return Promise.all(wanted.map(async (known) => (await known.load()).list));
}
