/** The twelve words at the door: made, shown, typed back, read again. Word lists are fetched when they are needed. */
export {
  newPhrase,
  type PhraseProblem,
  parsePhrase,
  toDigits,
  toWords,
} from '@leeward/sealed-log/phrase/phrase.ts';
export { placesToAsk, type TypedBack, wrongPlaces } from '@leeward/sealed-log/phrase/typedBack.ts';
export {
  loadListsFor,
  loadNewestList,
  phraseLanguages,
  type WordList,
} from '@leeward/sealed-log/phrase/wordList.ts';
