import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { checkWords } from '@leeward/sealed-log/phrase/checkWords.ts';
import { loadList } from '@leeward/sealed-log/phrase/wordList.ts';

/** Six words of a hash, to be compared aloud. One list for everybody: two desks in two languages must say the same. */
export async function sixWords(hash: Bytes): Promise<readonly string[]> {
  const list = await loadList('en-1');
  if (list === undefined) throw new Error('the English word list ships with every desk');
  return checkWords(hash, list);
}
