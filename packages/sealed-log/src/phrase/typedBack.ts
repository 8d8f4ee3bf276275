/**
 * Before anything is sent she types a part of the phrase back: who has not written it down finds out now, and not
 * when the mailbox must be opened again (section 6).
 */
import { DIGIT_GROUPS, toDigits } from './digits.ts';
import { plainDigits } from './normalise.ts';
import { indexInList, PHRASE_WORDS, wordsIn } from './parse.ts';
import { toWords } from './phrase.ts';
import type { WordList } from './wordList.ts';

/** One answer to "what is word (or group) number `place`?", as it was typed. */
export interface TypedBack {
  /** 1 is the first. */
  readonly place: number;
  readonly typed: string;
}

/** Three different places to ask for, in rising order: of twelve words, or of eight groups of digits. */
export function placesToAsk(form: 'words' | 'digits', count = 3): readonly number[] {
  const places = Array.from(
    { length: form === 'words' ? PHRASE_WORDS : DIGIT_GROUPS },
    (_, index) => index + 1,
  );
  const chosen: number[] = [];
  while (chosen.length < count && places.length > 0) {
    const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
    chosen.push(...places.splice(random % places.length, 1));
  }
  return chosen.sort((one, other) => one - other);
}

/**
 * The places (of those asked) at which what was typed is not what the phrase says; empty where all is well. As
 * tolerant as `parsePhrase`: any of the lists, prefixes, other digits.
 */
export async function wrongPlaces(
  entropy: Uint8Array,
  answers: readonly TypedBack[],
  lists: readonly WordList[],
): Promise<readonly number[]> {
  const groups = await toDigits(entropy);
  const phrases = await Promise.all(
    lists.map(async (list) => ({ list, words: await toWords(entropy, list) })),
  );
  const isRight = ({ place, typed }: TypedBack): boolean => {
    const letters = wordsIn(typed);
    if (letters.length === 0) {
      const digits = plainDigits(typed.normalize('NFKC')).replace(/\D/g, '');
      return digits !== '' && digits === groups[place - 1];
    }
    const [word, ...others] = letters;
    if (word === undefined || others.length > 0) return false;
    return phrases.some(({ list, words }) => {
      const index = indexInList(word, list);
      return index !== undefined && list.words[index] === words[place - 1];
    });
  };
  return answers.filter((answer) => !isRight(answer)).map((answer) => answer.place);
}
