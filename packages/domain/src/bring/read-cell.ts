import { normal } from '@leeward/names';
import type { AgeBand } from '../people/events.ts';
import { plainDigits } from '../shared/digits.ts';
import { type InexactDate, isDatePoint } from '../shared/inexact-date.ts';

const slashed = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;

/** What comes first in the dates of a table, where any of them says so; null where none does, or they contradict. */
export function dateOrderOf(cells: readonly string[]): 'day-first' | 'month-first' | null {
  let [day, month] = [false, false];
  for (const cell of cells) {
    const found = slashed.exec(plainDigits(cell.trim()));
    if (found === null) continue;
    if (Number(found[1]) > 12 && Number(found[2]) <= 12) day = true;
    if (Number(found[2]) > 12 && Number(found[1]) <= 12) month = true;
  }
  if (day === month) return null;
  return day ? 'day-first' : 'month-first';
}

export type ReadDate = { readonly date: InexactDate } | { readonly problem: 'not-a-date' | 'which-order' };

/** A date as a cell has it: a year, a month, a day; with a time behind it, which is left out. Never made more exact. */
export function readDate(cell: string, order: 'day-first' | 'month-first' | null): ReadDate {
  const text = plainDigits(cell.trim());
  const about = /^(~|about |ca\.? |circa |vers |حوالي )/i.test(text);
  const bare = text.replace(/^(~|about |ca\.? |circa |vers |حوالي )\s*/i, '');
  const iso = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ]\d{2}:\d{2}.*)?$/.exec(bare.replaceAll('/', '-'));
  // 1399 in a table is a Persian year and not one of the Middle Ages: it is said, and mended where it stands.
  const isLikely = (at: string): boolean => at >= '1850' && at < '2150';
  const point = (at: string): ReadDate =>
    isDatePoint(at) && isLikely(at)
      ? { date: { kind: 'point', at, about, said: '' } }
      : { problem: 'not-a-date' };
  if (iso?.[1] !== undefined) return point(iso[1]);
  const found = slashed.exec(bare);
  if (found === null) return { problem: 'not-a-date' };
  const [, first = '', second = '', year = ''] = found;
  const [one, two] = [Number(first), Number(second)];
  const known = one > 12 ? 'day-first' : two > 12 ? 'month-first' : one === two ? 'day-first' : order;
  if (known === null) return { problem: 'which-order' };
  const [day, month] = known === 'day-first' ? [first, second] : [second, first];
  return point(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** The band of an age in years, or of a band as it is written: `36`, `25-59`, `60+`. Null where it is none. */
export function readAge(cell: string): AgeBand | null {
  const text = plainDigits(cell.trim());
  const found = /^(\d{1,3})(?:\s*(?:-|–|to|\+|_).*)?(?:\s*years?)?$/i.exec(text);
  if (found === null) return null;
  const years = Number(found[1]);
  if (years > 120) return null;
  if (years < 5) return '0_4';
  if (years < 12) return '5_11';
  if (years < 18) return '12_17';
  if (years < 25) return '18_24';
  return years < 60 ? '25_59' : '60_up';
}

/** Words for codes, in whatever languages the caller knows: by code. */
export type CodeWords = Readonly<Record<string, readonly string[]>>;

const plain = (text: string): string =>
  normal(text)
    .replace(/[_\-\s]+/g, ' ')
    .trim();

/** Every list by all of its words, made once: a table of a thousand rows asks it for every cell. */
const byWords = new WeakMap<CodeWords, ReadonlyMap<string, string>>();

function indexOf(words: CodeWords): ReadonlyMap<string, string> {
  const known = byWords.get(words);
  if (known !== undefined) return known;
  const index = new Map<string, string>();
  // The first code of which a word is, as the list has them.
  for (const [code, names] of Object.entries(words))
    for (const name of [code, code.replace(/^[a-z]+_/, ''), ...names])
      if (plain(name) !== '' && !index.has(plain(name))) index.set(plain(name), code);
  byWords.set(words, index);
  return index;
}

/** The code that a cell stands for: the code itself, with or without its prefix, or its words. Null where nobody can say. */
export function readCode(cell: string, words: CodeWords): string | null {
  return indexOf(words).get(plain(cell)) ?? null;
}

/** Several values in one cell. */
export const severalIn = (cell: string): readonly string[] =>
  cell
    .split(/[;,،|\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
