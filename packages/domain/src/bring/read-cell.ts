import { normal } from '@leeward/names';
import type { AgeBand } from '../people/events.ts';
import { plainDigits } from '../shared/digits.ts';

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
