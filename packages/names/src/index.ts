export {
  type CompareWords,
  compareNames,
  compareWith,
  type Grade,
  grades,
  type NameMatch,
  type PreparedName,
  prepareName,
} from './compare.ts';
export { compareWords, type Way, type WordMatch } from './compare-words.ts';
export { type Found, type Named, type NameFinder, nameFinder } from './finder.ts';
export { keysOfWord, nameKeys, withSlips } from './keys.ts';
export { normal } from './normal.ts';
export { type NameWord, type Script, wordOf, wordsOf } from './words.ts';
