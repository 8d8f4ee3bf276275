import { compareWords } from '@leeward/names/compare-words.ts';
import { keysOfWord } from '@leeward/names/keys.ts';
import { type NameWord, wordOf } from '@leeward/names/words.ts';
import type { Postings } from './postings.ts';
import { tokensOf } from './tokens.ts';

/** A term that answers a word of the question, and how well: 1 is the word itself. */
export type Answering = { readonly term: string; readonly weight: number };

/**
 * One word of a question. Every word must be answered: by any of its terms, or, where words stand without spaces, by all
 * of its signs one after another.
 */
export type Asked = {
  readonly typed: string;
  readonly terms: readonly Answering[];
  /** Set for a stretch without spaces: its signs, and the stretch as it must stand in the text. */
  readonly signs: readonly string[] | null;
};

/** Names that sound alike, by what they sound like. Filled little by little, because every name has to be read once. */
export type NameBook = {
  readonly add: (terms: readonly string[]) => void;
  /** Terms that are the same name in another spelling or script. */
  readonly like: (word: string) => readonly Answering[];
};

/** What is compared for one word at most: a question is answered while somebody types. */
const comparedAtMost = 300;
const namesAtMost = 24;
const likelyName = 0.8;
/** Two letters are as often an article as a name, and sound like everything. */
const shortestName = 3;

export function createNameBook(): NameBook {
  const byKey = new Map<string, NameWord[]>();
  return {
    add: (terms) => {
      for (const term of terms) {
        const word = wordOf(term);
        for (const key of keysOfWord(word)) {
          const list = byKey.get(key);
          if (list === undefined) byKey.set(key, [word]);
          else list.push(word);
        }
      }
    },
    like: (typed) => {
      const word = wordOf(typed);
      if (word.phones === null || word.normal.length < shortestName) return [];
      const candidates = new Set<NameWord>();
      for (const key of keysOfWord(word))
        for (const other of byKey.get(key) ?? []) if (candidates.size < comparedAtMost) candidates.add(other);
      return [...candidates]
        .flatMap((other) => {
          const compared = other.normal !== word.normal && other.normal.length >= shortestName;
          const match = compared ? compareWords(word, other) : null;
          if (match === null || match.score < likelyName) return [];
          return [{ term: other.normal, weight: match.score * 0.45 }];
        })
        .sort((left, right) => right.weight - left.weight)
        .slice(0, namesAtMost);
    },
  };
}

/** How many terms a beginning may stand for. One letter of an alphabet stands for itself alone. */
const beginningsAtMost = 400;

/** What is asked: every word also as a beginning, since somebody may still be typing it. */
export function askedIn(text: string, postings: Postings, names: NameBook): readonly Asked[] {
  const tokens = tokensOf(text);
  const asked: Asked[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) continue;
    if (token.kind === 'sign') {
      const signs = [token.term];
      let end = token.end;
      for (let next = tokens[at + 1]; next?.kind === 'sign' && next.start === end; next = tokens[at + 1]) {
        signs.push(next.term);
        end = next.end;
        at += 1;
      }
      const typed = text.slice(token.start, end);
      asked.push({ typed, terms: names.like(typed), signs });
      continue;
    }
    // The same word without its article stands beside it: one of the two is enough.
    const sameWord = tokens[at + 1]?.start === token.start ? tokens[at + 1] : undefined;
    if (sameWord !== undefined) at += 1;
    const typed = text.slice(token.start, token.end);
    const terms = [token.term, ...(sameWord === undefined ? [] : [sameWord.term])].flatMap((term) =>
      answersTo(term, postings),
    );
    asked.push({ typed, terms: unique([...terms, ...names.like(typed)]), signs: null });
  }
  return asked;
}

function answersTo(term: string, postings: Postings): readonly Answering[] {
  const found: Answering[] = postings.of(term) === undefined ? [] : [{ term, weight: 1 }];
  if (term.length < 2) return found;
  for (const longer of postings.beginning(term)) {
    if (found.length >= beginningsAtMost) break;
    if (longer !== term) found.push({ term: longer, weight: 0.5 + 0.4 * (term.length / longer.length) });
  }
  return found;
}

const unique = (terms: readonly Answering[]): readonly Answering[] => {
  const best = new Map<string, number>();
  for (const { term, weight } of terms) best.set(term, Math.max(weight, best.get(term) ?? 0));
  return [...best].map(([term, weight]) => ({ term, weight }));
};

/** Words nearly like one that nothing answers: a letter missing, doubled, exchanged or another one. */
export function withSlips(one: Asked, postings: Postings): Asked {
  const [token] = tokensOf(one.typed);
  if (token === undefined || token.kind !== 'word' || token.term.length < 4) return one;
  const allowed = token.term.length >= 8 ? 2 : 1;
  const terms: Answering[] = [];
  for (const term of postings.beginning(token.term.slice(0, 1)))
    if (differsBy(token.term, term, allowed)) terms.push({ term, weight: 0.3 });
  return { ...one, terms: terms.slice(0, beginningsAtMost) };
}

/** Whether one word becomes the other by so many changes at most. */
function differsBy(left: string, right: string, allowed: number): boolean {
  if (Math.abs(left.length - right.length) > allowed) return false;
  let before = Array.from({ length: right.length + 1 }, (_, at) => at);
  let twoBefore: number[] = [];
  for (let row = 1; row <= left.length; row += 1) {
    const now = [row];
    let least = row;
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1] ? 0 : 1;
      let cost = Math.min(
        (before[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (before[column - 1] ?? 0) + same,
      );
      const swapped = row > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) cost = Math.min(cost, (twoBefore[column - 2] ?? 0) + 1);
      now.push(cost);
      least = Math.min(least, cost);
    }
    if (least > allowed) return false;
    twoBefore = before;
    before = now;
  }
  return (before[right.length] ?? 0) <= allowed;
}
