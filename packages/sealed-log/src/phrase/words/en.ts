import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { WordList } from '../wordList.ts';

/** The English list of BIP39, unchanged: a phrase can be checked with any tool that knows it. */
export const list: WordList = {
  id: 'en-1',
  language: 'en',
  words: wordlist,
  prefixLength: 4,
  readByNativeSpeaker: true,
};
