/** The twelve words at the door: made, shown, typed back, read again. Word lists are fetched when they are needed. */
import type { Result } from '@leeward/sealed-log/crypto/result.ts';
import { type PhraseProblem, parsePhrase, type ReadPhrase } from '@leeward/sealed-log/phrase/phrase.ts';
import { loadListsFor } from '@leeward/sealed-log/phrase/wordList.ts';

export { newPhrase, type PhraseProblem, toDigits, toWords } from '@leeward/sealed-log/phrase/phrase.ts';
export { placesToAsk, type TypedBack, wrongPlaces } from '@leeward/sealed-log/phrase/typedBack.ts';
export {
  loadListsFor,
  loadNewestList,
  phraseLanguages,
  type WordList,
} from '@leeward/sealed-log/phrase/wordList.ts';

/**
 * Reads what was typed: first in the list of the page's language, which is the likely one, and only where that does not
 * hold it in every list of its script. @throws where a list could not be fetched.
 */
export async function readPhrase(
  typed: string,
  language: string,
): Promise<Result<ReadPhrase, readonly PhraseProblem[]>> {
  const own = await loadListsFor(typed, language);
  if (own.length > 0) {
    const read = await parsePhrase(typed, own);
    if (read.ok) return read;
  }
  return parsePhrase(typed, await loadListsFor(typed));
}
