/**
 * Reading a phrase back, as generously as can be done without guessing: any list, any script's digits, capitals,
 * vowel signs, numbering, line breaks and four-letter prefixes (section 6). What is not certain is pointed at, never
 * repaired silently. Everything happens on this device: nothing of a phrase, right or wrong, is sent anywhere.
 */
import type { Bytes } from '../crypto/bytes.ts';
import { err, ok, type Result } from '../crypto/result.ts';
import { fromFigures, withoutChecksum } from './bits.ts';
import { type DigitProblem, parseDigits } from './digits.ts';
import { type ListedWord, nearWords } from './near.ts';
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
  runs: readonly string[],
  lists: readonly WordList[],
): Promise<Result<ReadPhrase, readonly PhraseProblem[]>> {
  const readings = lists.map((list) => readingIn(runs, list)).sort(byLikelihood);
  const whole = readings.filter(isWhole);
  for (const { list, found } of whole) {
    const entropy = await entropyOf(found.map((word) => word?.index ?? 0));
    if (entropy !== undefined) return ok({ entropy, form: 'words', lists: [list.id] });
  }
  const [first] = whole;
  if (first !== undefined) {
    // One of its words may be a whole word of another list, and only the beginning of one here ("norma", "normal").
    const read = await readMixed(first.words, first.found, lists);
    return read === undefined ? err(doubtfulIn(first)) : ok(read);
  }

  // No list holds all of it: a phrase may change its language from word to word, or a word is mistyped.
  const [likeliest] = readings;
  const words = likeliest?.words ?? runs;
  const mixed = words.map((word) => findInAny(word, lists));
  const found = likeliest !== undefined && leads(likeliest) ? likeliest.found : mixed;
  const pointsAt = found === mixed || likeliest === undefined ? lists : [likeliest.list];
  const problems: PhraseProblem[] = [];
  if (words.length !== PHRASE_WORDS) {
    const code = words.length < PHRASE_WORDS ? 'too-few-words' : 'too-many-words';
    problems.push({ code, found: words.length, expected: PHRASE_WORDS });
  }
  words.forEach((typed, index) => {
    if (found[index] !== undefined || mixed[index] !== undefined) return;
    const near = nearWords(typed, pointsAt.flatMap(listedWords));
    problems.push({ code: 'unknown-word', place: index + 1, typed, near });
  });
  if (problems.length > 0) return err(problems);

  const read = await readMixed(words, found, lists);
  return read === undefined ? err([{ code: 'wrong-checksum' }]) : ok(read);
}

/** Word by word: what is typed in full in any list comes before the beginning of a word in the likeliest. */
async function readMixed(
  words: readonly string[],
  found: readonly (FoundWord | undefined)[],
  lists: readonly WordList[],
): Promise<ReadPhrase | undefined> {
  const best = words.map((word, index) => {
    const own = found[index];
    if (own?.isExact === true) return own;
    const other = findInAny(word, lists);
    return other?.isExact === true ? other : (own ?? other);
  });
  const entropy = await entropyOf(best.map((word) => word?.index ?? 0));
  if (entropy === undefined) return undefined;
  const ids = [...new Set(best.flatMap((word) => (word === undefined ? [] : [word.list.id])))];
  return { entropy, form: 'words', lists: ids };
}

const entropyOf = (places: readonly number[]): Promise<Bytes | undefined> =>
  withoutChecksum(fromFigures(places, LIST_SIZE));

interface FoundWord {
  readonly list: WordList;
  readonly index: number;
  /** Typed as it stands in the list, and not only by its beginning. */
  readonly isExact: boolean;
}

/** What was typed, read in one list alone. */
interface Reading {
  readonly list: WordList;
  /** The words, after runs without spaces were parted into words of this list. */
  readonly words: readonly string[];
  readonly found: readonly (FoundWord | undefined)[];
}

function readingIn(runs: readonly string[], list: WordList): Reading {
  // Whoever put spaces between twelve words meant twelve: a slip in one of them is no second word.
  const isParted = runs.length >= PHRASE_WORDS;
  const words = isParted
    ? runs
    : runs.flatMap((run) => (indexInList(run, list) === undefined ? partRun(run, list) : [run]));
  return { list, words, found: words.map((word) => findWord(word, list)) };
}

const isWhole = ({ found }: Reading): boolean =>
  found.length === PHRASE_WORDS && found.every((word) => word !== undefined);

const countOf = ({ found }: Reading): number => found.filter((word) => word !== undefined).length;
const exactOf = ({ found }: Reading): number => found.filter((word) => word?.isExact === true).length;

/**
 * All words stand in the list and the checksum does not hold. Where she typed most words in full, one that was only
 * taken for a beginning is the likely slip ("pato" for "gato", read as "patata"): it is pointed at.
 */
function doubtfulIn(reading: Reading): readonly PhraseProblem[] {
  const { found, words, list } = reading;
  if (exactOf(reading) * 2 <= words.length) return [{ code: 'wrong-checksum' }];
  const doubtful = words.flatMap((typed, index): readonly PhraseProblem[] =>
    found[index]?.isExact === true
      ? []
      : [{ code: 'unknown-word', place: index + 1, typed, near: nearWords(typed, listedWords(list)) }],
  );
  return doubtful.length === 0 ? [{ code: 'wrong-checksum' }] : doubtful;
}

/** A word typed in full says more than one of its beginnings: no two lists share a whole word, beginnings they do. */
function byLikelihood(one: Reading, other: Reading): number {
  return exactOf(other) - exactOf(one) || countOf(other) - countOf(one);
}

/** More than half of the words: then the others are slips of the same language, not words of another one. */
const leads = (reading: Reading): boolean => countOf(reading) * 2 > reading.words.length;

/** The runs of letters in a text, in order: numbering, punctuation and line breaks fall away. */
export function wordsIn(typed: string): readonly string[] {
  return normalise(typed).match(/[\p{L}\p{M}]+/gu) ?? [];
}

/** Scripts whose readers put no space between words. */
const RUNNING = [/^\p{Script=Han}+$/u, /^\p{Script=Myanmar}+$/u];

/**
 * Parts a run without spaces into words of the list. No word of such a list begins with another one, so there is one way
 * at most; what cannot be parted to its end stays as it was typed, to be pointed at.
 */
function partRun(run: string, list: WordList): readonly string[] {
  // A Burmese word among Chinese ones stays whole: only runs in the list's own script are parted.
  const script = RUNNING.find((letters) => letters.test(run));
  if (script === undefined || !script.test(list.words[0] ?? '')) return [run];
  // Three characters between spaces are one word of two with a slip, not a word and a half.
  if (list.prefixLength === 2 && Array.from(run).length === 3) return [run];
  const { places } = indexOf(list);
  const parts: string[] = [];
  for (let rest = run; rest !== ''; ) {
    const letters = Array.from(rest);
    const length = letters.findIndex((_, at) => places.has(letters.slice(0, at + 1).join('')));
    // Where every word has two characters, a wrong one does not hide where the next begins.
    const next = letters.slice(0, length >= 0 ? length + 1 : list.prefixLength === 2 ? 2 : letters.length);
    parts.push(next.join(''));
    rest = letters.slice(next.length).join('');
  }
  return parts;
}

/** Where a word, or a prefix long enough to mean one word only, stands in a list; `undefined` where it does not. */
export function indexInList(typed: string, list: WordList): number | undefined {
  return findWord(typed, list)?.index;
}

function findWord(typed: string, list: WordList): FoundWord | undefined {
  const wanted = normalise(typed);
  const { listed, places, beginnings } = indexOf(list);
  const exact = places.get(wanted);
  if (exact !== undefined) return { list, index: exact, isExact: true };
  const beginning = beginningOf(wanted, list);
  if (beginning === undefined) return undefined;
  const start = beginnings.get(beginning)?.find((place) => listed[place]?.plain.startsWith(wanted));
  return start === undefined ? undefined : { list, index: start, isExact: false };
}

/** The letters by which a word of this list is known; `undefined` where there are fewer. */
function beginningOf(plain: string, { prefixLength }: WordList): string | undefined {
  const letters = Array.from(plain);
  return letters.length < prefixLength ? undefined : letters.slice(0, prefixLength).join('');
}

/** The word in whichever list has it; of two lists that only know it as a beginning, neither. */
function findInAny(word: string, lists: readonly WordList[]): FoundWord | undefined {
  const found = lists.flatMap((list) => findWord(word, list) ?? []);
  const exact = found.find((one) => one.isExact);
  return exact ?? (found.length === 1 ? found[0] : undefined);
}

/** A list as it is searched: places of whole words, and of words by their beginnings. */
type ListIndex = {
  readonly listed: readonly ListedWord[];
  readonly places: ReadonlyMap<string, number>;
  readonly beginnings: ReadonlyMap<string, readonly number[]>;
};

const indexes = new WeakMap<WordList, ListIndex>();

/** Normalising 2,048 words takes a moment on an old phone: once is enough. */
function indexOf(list: WordList): ListIndex {
  const known = indexes.get(list);
  if (known !== undefined) return known;
  const listed = list.words.map((word) => ({ word, plain: normalise(word) }));
  const places = new Map<string, number>();
  const beginnings = new Map<string, number[]>();
  for (const [place, { plain }] of listed.entries()) {
    if (!places.has(plain)) places.set(plain, place);
    const beginning = beginningOf(plain, list);
    if (beginning === undefined) continue;
    const others = beginnings.get(beginning);
    if (others === undefined) beginnings.set(beginning, [place]);
    else others.push(place);
  }
  const index = { listed, places, beginnings };
  indexes.set(list, index);
  return index;
}

const listedWords = (list: WordList): readonly ListedWord[] => indexOf(list).listed;
