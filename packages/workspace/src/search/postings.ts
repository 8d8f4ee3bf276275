import { dictionaryWords, tokensOf } from './tokens.ts';

/*
 * Which texts hold which words: lists of numbers in memory, so that a key pressed is answered before the next one, also
 * where a word stands in every text (docs/decisions/0034). A document that changes gets a new number and its old one is
 * let go; where too many were let go, whoever holds this makes it anew.
 */

/** A text to be looked through, by the class that it is of: one bit for each. */
export type Piece = { readonly text: string; readonly bit: number };

/** One document's place in a list: its number, the classes in which the word stands, and whether it stands there often. */
const bitsForClasses = 6;
const bitsForCount = 2;
const shift = 2 ** (bitsForClasses + bitsForCount);
const mostOften = 2 ** bitsForCount - 1;
export const allClasses = 2 ** bitsForClasses - 1;

export type Postings = {
  /** Puts a document in; gives its number. */
  readonly add: (pieces: readonly Piece[]) => number;
  /** Lets a document go. */
  readonly remove: (document: number) => void;
  /** The list of a term; undefined where no text holds it. */
  readonly of: (term: string) => readonly number[] | undefined;
  /** Terms that begin so. */
  readonly beginning: (prefix: string) => Iterable<string>;
  /** Terms that may be names and were not asked for yet. */
  readonly newNames: () => readonly string[];
  readonly isLive: (document: number) => boolean;
  /** One more than the highest number. */
  readonly size: () => number;
  readonly removed: () => number;
};

export const documentIn = (entry: number): number => Math.floor(entry / shift);
export const classesIn = (entry: number): number => Math.floor(entry / (mostOften + 1)) & allClasses;
export const countIn = (entry: number): number => (entry & mostOften) + 1;

export function createPostings(): Postings {
  const lists = new Map<string, number[]>();
  /** Terms by their first two letters, so that beginnings are found without looking at all. */
  const byBeginning = new Map<string, string[]>();
  const live: boolean[] = [];
  const names = new Set<string>();
  let fresh: string[] = [];
  let removed = 0;

  const listOf = (term: string): number[] => {
    const known = lists.get(term);
    if (known !== undefined) return known;
    const made: number[] = [];
    lists.set(term, made);
    const key = term.slice(0, 2);
    const bucket = byBeginning.get(key);
    if (bucket === undefined) byBeginning.set(key, [term]);
    else bucket.push(term);
    return made;
  };
  const noteName = (term: string): void => {
    if (names.has(term)) return;
    names.add(term);
    fresh.push(term);
  };

  return {
    add: (pieces) => {
      const document = live.length;
      live.push(true);
      const found = new Map<string, { classes: number; count: number }>();
      const note = (term: string, bit: number): void => {
        const one = found.get(term);
        if (one === undefined) found.set(term, { classes: bit, count: 1 });
        else {
          one.classes |= bit;
          one.count += 1;
        }
      };
      for (const { text, bit } of pieces) {
        for (const { term, kind, mayBeName } of tokensOf(text)) {
          note(term, bit);
          if (mayBeName && kind === 'word') noteName(term);
        }
        for (const word of dictionaryWords(text)) {
          note(word, bit);
          noteName(word);
        }
      }
      for (const [term, { classes, count }] of found)
        listOf(term).push(
          document * shift + classes * (mostOften + 1) + (Math.min(count, mostOften + 1) - 1),
        );
      return document;
    },
    remove: (document) => {
      if (live[document] !== true) return;
      live[document] = false;
      removed += 1;
    },
    of: (term) => lists.get(term),
    beginning: function* (prefix) {
      if (prefix.length >= 2) {
        for (const term of byBeginning.get(prefix.slice(0, 2)) ?? []) if (term.startsWith(prefix)) yield term;
        return;
      }
      for (const [key, terms] of byBeginning) if (key.startsWith(prefix)) yield* terms;
    },
    newNames: () => {
      const given = fresh;
      fresh = [];
      return given;
    },
    isLive: (document) => live[document] === true,
    size: () => live.length,
    removed: () => removed,
  };
}
