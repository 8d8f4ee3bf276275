import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { checkDigits, checkWords } from '@leeward/sealed-log/phrase/checkWords.ts';
import { normalise, plainDigits } from '@leeward/sealed-log/phrase/normalise.ts';
import type { WordList } from '@leeward/sealed-log/phrase/wordList.ts';
import type { Conversation } from './conversation.ts';

/*
 * Two check words of the out-box (rule 20): a phone that keeps nothing cannot know whether replies that were there last
 * time are held back today. Two words on the paper can. They stand for the last confirmed reply, and through its chain
 * for all before it.
 */

/** The two words (without a list: two groups of digits) for the newest confirmed reply; null while there is none. */
export function outboxWords(conversation: Conversation, list: WordList | null): readonly string[] | null {
  const last = confirmed(conversation).at(-1);
  return last === undefined ? null : wordsFor(last.hash, list);
}

/** Whether the two words of an earlier visit still stand for one of the replies that are there now. */
export function stillFits(conversation: Conversation, typed: string, lists: readonly WordList[]): boolean {
  const wanted = spelling(typed);
  if (wanted === '') return false;
  return confirmed(conversation).some(({ hash }) =>
    [null, ...lists].some((list) => spelling(wordsFor(hash, list).join(' ')) === wanted),
  );
}

const confirmed = ({ replies }: Conversation) => replies.filter((reply) => reply.confirmed);

function wordsFor(hash: Bytes, list: WordList | null): readonly string[] {
  return (list === null ? checkDigits(hash) : checkWords(hash, list)).slice(0, 2);
}

function spelling(typed: string): string {
  return (normalise(plainDigits(typed)).match(/[\p{L}\p{M}]+|\d+/gu) ?? []).join(' ');
}
