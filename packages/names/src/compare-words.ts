import { distanceOf, isConsonant, isOpen, type Phone, weightOf } from './phones.ts';
import type { NameWord } from './words.ts';

/** How two words are alike, from the plainest reason to the loosest. */
export type Way =
  /** Letter for letter. */
  | 'same'
  /** But for marks, vowel signs, or the shape of a letter. */
  | 'marks'
  /** Written in two scripts, and sounding alike. */
  | 'script'
  /** Spelled differently, and sounding alike. */
  | 'sound'
  /** A letter is missing, doubled, exchanged or another one. */
  | 'slip'
  /** One is the beginning of the other. */
  | 'start';

export type WordMatch = {
  readonly left: string;
  readonly right: string;
  readonly way: Way;
  /** 0 to 1. */
  readonly score: number;
};

/** Below this, two words are not called alike at all. */
export const leastScore = 0.6;

/** How two words are alike; null where they are not. The same, with sides exchanged, whichever comes first. */
export function compareWords(left: NameWord, right: NameWord): WordMatch | null {
  const made = (way: Way, score: number): WordMatch | null =>
    score < leastScore ? null : { left: left.text, right: right.text, way, score };
  if (left.text === right.text) return made('same', 1);
  if (left.normal === right.normal) return made('marks', 0.98);
  if (isInitial(left, right) || isInitial(right, left)) return made('start', 0.7);
  if (left.phones !== null && right.phones !== null) {
    if (left.phones.length === 0 || right.phones.length === 0) return null;
    const { score, slip } = likenessOf(left, right);
    if (left.script !== right.script) return made('script', Math.min(score, 0.97));
    return made(slip ? 'slip' : 'sound', Math.min(score, 0.97));
  }
  if (left.script !== right.script) return null;
  return left.script === 'han' ? compareHan(left, right, made) : made('slip', likeLetters(left, right));
}

/** Whether a word is one letter that stands for the other word. */
const isInitial = (short: NameWord, long: NameWord): boolean =>
  short.script !== 'han' && [...short.normal].length === 1 && long.normal.startsWith(short.normal);

/** Without a dictionary of readings, Chinese characters are compared as they stand: whole, or one as a part of the other. */
function compareHan(
  left: NameWord,
  right: NameWord,
  made: (way: Way, score: number) => WordMatch | null,
): WordMatch | null {
  const [short, long] = left.normal.length < right.normal.length ? [left, right] : [right, left];
  const part = long.normal.startsWith(short.normal) || long.normal.endsWith(short.normal);
  return [...short.normal].length >= 2 && part ? made('start', 0.75) : null;
}

/** Letters of a script that is not read here: how many have to be changed, of how many. */
function likeLetters(left: NameWord, right: NameWord): number {
  const [one, two] = [[...left.normal], [...right.normal]];
  const cost = align(one.length, two.length, {
    gapLeft: () => 1,
    gapRight: () => 1,
    change: (at, to) => (one[at] === two[to] ? 0 : 1),
    swapped: (at, to) => one[at - 1] === two[to] && one[at] === two[to - 1],
  });
  return 1 - cost / Math.max(one.length, two.length);
}

function likenessOf(left: NameWord, right: NameWord): { readonly score: number; readonly slip: boolean } {
  const one = left.phones ?? [];
  const two = right.phones ?? [];
  const total = Math.max(sum(one), sum(two));
  const cost = align(one.length, two.length, {
    gapLeft: (at) => gapCost(one, at, right, total),
    gapRight: (at) => gapCost(two, at, left, total),
    change: (at, to) => changeCost(one, at, two, to),
    swapped: (at, to) => one[at - 1] === two[to] && one[at] === two[to - 1],
  });
  return { score: Math.max(0, 1 - cost / total), slip: cost >= 0.69 };
}

const sum = (phones: readonly Phone[]): number => phones.reduce((total, phone) => total + weightOf(phone), 0);

/** In many languages a last a makes a woman's name: whoever has one and whoever has none are never called likely one. */
const endsApart = 0.21;
/** And a last o makes a man's. */
const oForA = 0.8;

function changeCost(left: readonly Phone[], at: number, right: readonly Phone[], to: number): number {
  const [mine, theirs] = [left[at] as Phone, right[to] as Phone];
  const ends = at === left.length - 1 && to === right.length - 1;
  if (ends && ((mine === 'a' && theirs === 'o') || (mine === 'o' && theirs === 'a'))) return oForA;
  return distanceOf(mine, theirs);
}

/** What it costs that a sound has nothing on the other side. */
function gapCost(phones: readonly Phone[], at: number, other: NameWord, total: number): number {
  const phone = phones[at] as Phone;
  const first = at === 0;
  const last = at === phones.length - 1;
  if (phone === "'") return first ? 0.4 : 0.05;
  if (isConsonant(phone)) return phone === 'h' || phone === 'y' || phone === 'w' ? 0.5 : 1;
  // The last vowel says whether it is a man's or a woman's name, however long it is otherwise.
  if (last && phones.length > 1) return phone === 'e' ? 0.5 : Math.max(0.9, endsApart * total);
  if (phone === 'E' || phone === 'O') return 0.8;
  if (first) return 0.8;
  if (isOpen(phone) || phone === 'A') return 0.8;
  // Short vowels within a word are not written in Arabic at all.
  return other.script === 'arabic' ? 0.05 : 0.4;
}

type Costs = {
  readonly gapLeft: (at: number) => number;
  readonly gapRight: (at: number) => number;
  readonly change: (at: number, to: number) => number;
  /** Whether the two before and at these places are each other's, exchanged. */
  readonly swapped: (at: number, to: number) => boolean;
};

const swapCost = 0.7;

/** The least cost of turning one row into another (Damerau's distance, with costs). */
function align(left: number, right: number, costs: Costs): number {
  const width = right + 1;
  const table = new Float64Array((left + 1) * width);
  const at = (row: number, column: number): number => table[row * width + column] as number;
  for (let row = 0; row <= left; row += 1)
    for (let column = 0; column <= right; column += 1) {
      if (row === 0 && column === 0) continue;
      let best = Number.POSITIVE_INFINITY;
      if (row > 0) best = Math.min(best, at(row - 1, column) + costs.gapLeft(row - 1));
      if (column > 0) best = Math.min(best, at(row, column - 1) + costs.gapRight(column - 1));
      if (row > 0 && column > 0)
        best = Math.min(best, at(row - 1, column - 1) + costs.change(row - 1, column - 1));
      if (row > 1 && column > 1 && costs.swapped(row - 1, column - 1))
        best = Math.min(best, at(row - 2, column - 2) + swapCost);
      table[row * width + column] = best;
    }
  return at(left, right);
}
