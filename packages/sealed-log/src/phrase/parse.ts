/**
 * Reading a phrase back, as generously as can be done without guessing: any list, any script's digits, capitals,
 * vowel signs, numbering, line breaks and four-letter prefixes (section 6). What is not certain is pointed at, never
 * repaired silently. Everything happens on this device: nothing of a phrase, right or wrong, is sent anywhere.
 */
import type { Bytes } from '../crypto/bytes.ts';
import { err, ok, type Result } from '../crypto/result.ts';
import { fromFigures, withoutChecksum } from './bits.ts';
import { type DigitProblem, parseDigits } from './digits.ts';
import { nearWords } from './near.ts';
import { normalise, plainDigits } from './normalise.ts';
import { LIST_SIZE, type WordList, type WordListId } from './wordList.ts';

export const PHRASE_WORDS = 12;

/** Codes only: the screens have the sentences. */
export type PhraseProblem =
  | { readonly code: 'empty' }
  /** The word at this place (1 is the first) stands in no list. `near` holds words that it may have been. */
  | {
      readonly code: 'unknown-word';
      readonly place: number;
      readonly typed: string;
      readonly near: readonly string[];
    }
  | { readonly code: 'too-few-words' | 'too-many-words'; readonly found: number; readonly expected: number }
  | DigitProblem;

export interface ReadPhrase {
  /** The 16 bytes from which the mailbox keys derive: the same whichever way they were written. */
  readonly entropy: Bytes;
  readonly form: 'words' | 'digits';
  /** The lists in which its words were found, so that the phrase can be shown again as she knows it. */
  readonly lists: readonly WordListId[];
}

/** A digit form has 48 digits, the numbering of twelve words has 15: halfway between them lies the border. */
const DIGITS_BEYOND_NUMBERING = 30;

/**
 * Reads a phrase in words or digits. `lists` are those it may be written in, the likeliest first: usually the answer
 * of `loadListsFor(typed)`. On failure all problems are given, in the order in which they stand; at least one.
 */
export async function parsePhrase(
  typed: string,
  lists: readonly WordList[],
): Promise<Result<ReadPhrase, readonly PhraseProblem[]>> {
  const words = wordsIn(typed);
  const digits = plainDigits(typed).match(/\d/g)?.length ?? 0;
  if (words.length === 0 && digits === 0) return err([{ code: 'empty' }]);
  if (words.length === 0 || digits > DIGITS_BEYOND_NUMBERING) {
    const read = await parseDigits(typed);
    if (!read.ok) return err([read.error]);
    return ok({ entropy: read.value, form: 'digits', lists: [] });
  }
  return parseWords(words, lists);
}

async function parseWords(
  words: readonly string[],
  lists: readonly WordList[],
): Promise<Result<ReadPhrase, readonly PhraseProblem[]>> {
  const { found, used } = readIn(words, lists);
  const problems: PhraseProblem[] = [];
  if (words.length !== PHRASE_WORDS) {
    const code = words.length < PHRASE_WORDS ? 'too-few-words' : 'too-many-words';
    problems.push({ code, found: words.length, expected: PHRASE_WORDS });
  }
  words.forEach((typed, index) => {
    if (found[index] !== undefined) return;
    const near = nearWords(
      typed,
      used.flatMap((list) => list.words),
    );
    problems.push({ code: 'unknown-word', place: index + 1, typed, near });
  });
  if (problems.length > 0) return err(problems);

  const places = found.map((word) => word?.index ?? 0);
  const entropy = await withoutChecksum(fromFigures(places, LIST_SIZE));
  if (entropy === undefined) return err([{ code: 'wrong-checksum' }]);
  const ids = [...new Set(found.flatMap((word) => (word === undefined ? [] : [word.list.id])))];
  return ok({ entropy, form: 'words', lists: ids });
}

interface FoundWord {
  readonly list: WordList;
  readonly index: number;
}

/** The runs of letters in a text, in order: numbering, punctuation and line breaks fall away. */
export function wordsIn(typed: string): readonly string[] {
  return normalise(typed).match(/\p{L}+/gu) ?? [];
}

/** Where a word, or a prefix long enough to mean one word only, stands in a list; `undefined` where it does not. */
export function indexInList(typed: string, list: WordList): number | undefined {
  const wanted = normalise(typed);
  const plain = plainWords(list);
  const exact = plain.indexOf(wanted);
  if (exact >= 0) return exact;
  if (Array.from(wanted).length < list.prefixLength) return undefined;
  const start = plain.findIndex((word) => word.startsWith(wanted));
  return start < 0 ? undefined : start;
}

/**
 * Two lists in one script may share a word. A list that knows every word of the phrase is therefore tried first;
 * only a phrase that is in no single list is read word by word across them.
 */
function readIn(
  words: readonly string[],
  lists: readonly WordList[],
): { readonly found: readonly (FoundWord | undefined)[]; readonly used: readonly WordList[] } {
  for (const list of lists) {
    const found = words.map((word) => findWord(word, [list]));
    if (found.every((word) => word !== undefined)) return { found, used: [list] };
  }
  return { found: words.map((word) => findWord(word, lists)), used: lists };
}

function findWord(word: string, lists: readonly WordList[]): FoundWord | undefined {
  for (const list of lists) {
    const index = indexInList(word, list);
    if (index !== undefined) return { list, index };
  }
  return undefined;
}

const plainByList = new WeakMap<WordList, readonly string[]>();

/** Normalising 2,048 words takes a moment on an old phone: once is enough. */
function plainWords(list: WordList): readonly string[] {
  const known = plainByList.get(list);
  if (known !== undefined) return known;
  const plain = list.words.map(normalise);
  plainByList.set(list, plain);
  return plain;
}
