import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { checkDigits, checkWords } from '@leeward/sealed-log/phrase/checkWords.ts';
import { loadList, wordListIds } from '@leeward/sealed-log/phrase/wordList.ts';

/** Six words of a hash, to be compared aloud. One list for everybody: two desks in two languages must say the same. */
export async function sixWords(hash: Bytes): Promise<readonly string[]> {
  return checkWords(hash, await loadList('en-1'));
}

/**
 * The check words of an out-box, as the door shows them for the last reply: two words in each language that has a list,
 * and two groups of digits (rule 20). Whichever the person wrote down is among them.
 */
export async function outBoxWords(lastReply: Bytes): Promise<readonly string[]> {
  const forms = [checkDigits(lastReply)];
  for (const name of wordListIds) forms.unshift(checkWords(lastReply, await loadList(name)));
  return forms.map((form) => form.slice(0, 2).join(' '));
}
