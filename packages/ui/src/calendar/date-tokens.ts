import type { Calendar } from './calendars.ts';
import { monthBook } from './month-names.ts';
import { type Mark, smallWords } from './words.ts';

/** A part of what was written. */
export type Token =
  | { readonly is: 'number'; readonly value: number; readonly length: number }
  | { readonly is: 'month'; readonly month: number; readonly calendar: Calendar }
  | { readonly is: 'dash'; readonly spaced: boolean }
  | { readonly is: 'unknown' }
  | Mark;

type Reads = { readonly tag: string; readonly calendar: Calendar; readonly thorough?: boolean };

let small: ReadonlyMap<string, Mark> | null = null;

/** Words and numbers, the longest known word first. */
export function tokensOf(text: string, { tag, calendar, thorough = false }: Reads): readonly Token[] {
  small ??= smallWords();
  const book = monthBook(tag, calendar, thorough);
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const number = /^\d+/.exec(rest)?.[0];
    const dash = /^\s*(?:[-–—‒]|\/)\s*/.exec(rest)?.[0];
    if (number !== undefined) {
      // Eight digits together are a day as machines and some people write it.
      if (number.length === 8)
        tokens.push(...[number.slice(0, 4), number.slice(4, 6), number.slice(6)].map(numbered));
      else tokens.push(numbered(number));
      at += number.length;
      if (/^s\b/.test(text.slice(at))) {
        tokens.push({ is: 'decade' });
        at += 1;
      }
    } else if (dash !== undefined) {
      tokens.push({ is: 'dash', spaced: /\s/.test(dash) });
      at += dash.length;
    } else if (/^\s/.test(rest)) at += 1;
    else {
      const [length, token] = wordAt(rest, book, small);
      tokens.push(token);
      at += length;
    }
  }
  return tokens;
}

const numbered = (digits: string): Token => ({
  is: 'number',
  value: Number(digits),
  length: digits.length,
});

const letters = /^[\p{L}\p{M}’]+/u;
/** Scripts that put no space between words. */
const unspaced = /^[\p{Script=Han}\p{Script=Myanmar}\p{Script=Thai}]/u;
const longestWord = 28;

function wordAt(
  rest: string,
  book: ReadonlyMap<string, { readonly calendar: Calendar; readonly month: number }>,
  words: ReadonlyMap<string, Mark>,
): readonly [number, Token] {
  for (let length = Math.min(rest.length, longestWord); length > 0; length--) {
    const word = rest.slice(0, length);
    const next = rest.slice(length);
    if (/[\p{L}\p{M}’]$/u.test(word) && !unspaced.test(rest) && letters.test(next) && !next.startsWith('’'))
      continue;
    const mark = words.get(word);
    const named = mark?.is === 'season' ? undefined : book.get(word);
    if (named !== undefined) return [length, { is: 'month', ...named }];
    if (mark !== undefined) return [length, mark];
  }
  const run = letters.exec(rest)?.[0];
  return [run?.length ?? 1, { is: 'unknown' }];
}
