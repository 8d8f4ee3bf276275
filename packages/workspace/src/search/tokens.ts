import { normal } from '@leeward/names/normal.ts';

/** A piece of a text that can be looked up, and where it stands. */
export type Token = {
  /** As it is looked up: without capitals, marks and the different shapes of a letter. */
  readonly term: string;
  readonly start: number;
  readonly end: number;
  /** A word between spaces; or one written sign of a script that writes words without spaces. */
  readonly kind: 'word' | 'sign';
  /** It may be a name: written with a capital, or in a script that has none. */
  readonly mayBeName: boolean;
};

/** Scripts that write words without spaces between them. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const run = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*/gu;
const hasUnspaced = new RegExp(`[${unspaced}]`, 'u');
const stretches = new RegExp(`[${unspaced}][${unspaced}\\p{M}\\u200c\\u200d]*|[^${unspaced}]+`, 'gu');
const caseless = /^[^\p{Lu}\p{Ll}]/u;

type Segmenter = Intl.Segmenter | null;

/** Null in Firefox of before 2024, which some still have: without this the whole session would not start there. */
const segmenter = (language: string, granularity: 'grapheme' | 'word'): Segmenter =>
  'Segmenter' in Intl ? new Intl.Segmenter(language, { granularity }) : null;
const signs = segmenter('und', 'grapheme');
const words = segmenter('my', 'word');
const signWithMarks = /[^\p{M}\u200c\u200d][\p{M}\u200c\u200d]*/gu;

/** The written signs of a text, each with where it begins; without a segmenter, a letter with the marks on it. */
export function signsOf(
  text: string,
  by: Segmenter = signs,
): readonly { readonly segment: string; readonly index: number }[] {
  if (by !== null) return [...by.segment(text)];
  return [...text.matchAll(signWithMarks)].map(({ 0: segment, index }) => ({ segment, index }));
}

/**
 * The pieces of a text. Where words stand between spaces, words; elsewhere each written sign for itself: a dictionary
 * cuts the same words differently in another sentence, and what somebody types must be found wherever it stands.
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 0: found, index } of text.matchAll(run)) {
    if (!hasUnspaced.test(found)) tokens.push(...wordTokens(found, index));
    else
      for (const { 0: part, index: at } of found.matchAll(stretches))
        tokens.push(
          ...(hasUnspaced.test(part) ? signTokens(part, index + at) : wordTokens(part, index + at)),
        );
  }
  return tokens;
}

function wordTokens(word: string, start: number): readonly Token[] {
  const term = normalWord(word);
  if (term === '') return [];
  const first = word[0] ?? '';
  const mayBeName = caseless.test(first) ? /\p{L}/u.test(first) : first !== first.toLowerCase();
  const token: Token = { term, start, end: start + word.length, kind: 'word', mayBeName };
  // The Arabic article is written together with its word: both are looked up.
  return /^ال/u.test(term) && term.length >= 5 ? [token, { ...token, term: term.slice(2) }] : [token];
}

function signTokens(text: string, start: number): readonly Token[] {
  const tokens: Token[] = [];
  for (const { segment, index } of signsOf(text)) {
    const term = normalWord(segment);
    if (term === '') continue;
    tokens.push({
      term,
      start: start + index,
      end: start + index + segment.length,
      kind: 'sign',
      mayBeName: false,
    });
  }
  return tokens;
}

/** Words of unspaced scripts as a dictionary cuts them: good enough to compare names by, not to find by. */
export function dictionaryWords(text: string): readonly string[] {
  if (words === null || !/\p{Script=Myanmar}/u.test(text)) return [];
  return [...words.segment(text)]
    .filter((one) => one.isWordLike === true)
    .map((one) => normalWord(one.segment));
}

/** Texts repeat their words: each is brought into its form once. Bounded, so that a strange text cannot fill the memory. */
const known = new Map<string, string>();
const knownAtMost = 100_000;

function normalWord(word: string): string {
  const found = known.get(word);
  if (found !== undefined) return found;
  const made = normal(word);
  if (known.size >= knownAtMost) known.clear();
  known.set(word, made);
  return made;
}

/** Forgets which words were seen: called when a desk is locked. */
export const forgetWords = (): void => known.clear();
