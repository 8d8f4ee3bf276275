import type { Excerpt, Place } from './contract.ts';
import type { Passage } from './passages.ts';
import { placeOf } from './passages.ts';
import type { Asked } from './question.ts';
import { tokensOf } from './tokens.ts';

/** How much of a passage is shown around what was found, in UTF-16 units. */
const before = 60;
const length = 220;
const excerptsAtMost = 3;

type Mark = readonly [start: number, end: number];

/** The passages in which a question is answered, each with its marks, the fullest first. */
export function excerptsOf(
  passages: readonly Passage[],
  asked: readonly Asked[],
  wanted: ReadonlySet<Place>,
): { readonly excerpts: readonly Excerpt[]; readonly more: number } {
  const weights = new Map<string, { weight: number; word: number }>();
  const signs = new Map<string, number>();
  asked.forEach((one, word) => {
    for (const { term, weight } of one.terms) weights.set(term, { weight, word });
    if (one.signs !== null) signs.set(one.signs.join(''), word);
  });
  const found = passages.flatMap((passage, index) => {
    if (!wanted.has(placeOf[passage.part])) return [];
    const marks = marksIn(passage.text, weights, signs);
    if (marks.length === 0) return [];
    const words = new Set(marks.map((mark) => mark.word)).size;
    return [{ passage, marks, index, words }];
  });
  found.sort((left, right) => right.words - left.words || left.index - right.index);
  return {
    excerpts: found.slice(0, excerptsAtMost).map(({ passage, marks }) => excerptOf(passage, marks)),
    more: Math.max(0, found.length - excerptsAtMost),
  };
}

type Found = { readonly mark: Mark; readonly word: number; readonly weight: number; readonly term: string };

function marksIn(
  text: string,
  weights: ReadonlyMap<string, { readonly weight: number; readonly word: number }>,
  stretches: ReadonlyMap<string, number>,
): readonly Found[] {
  const tokens = tokensOf(text);
  const found: Found[] = [];
  for (const [at, token] of tokens.entries()) {
    const known = weights.get(token.term);
    if (known !== undefined && token.kind === 'word')
      found.push({
        mark: [token.start, token.end],
        word: known.word,
        weight: known.weight,
        term: token.term,
      });
    if (token.kind !== 'sign') continue;
    for (const [stretch, word] of stretches) {
      const end = stretchFrom(tokens, at, stretch);
      if (end !== null) found.push({ mark: [token.start, end], word, weight: 1, term: stretch });
    }
    for (const [term, name] of weights) {
      const end = term.startsWith(token.term) ? stretchFrom(tokens, at, term) : null;
      if (end !== null) found.push({ mark: [token.start, end], word: name.word, weight: name.weight, term });
    }
  }
  return withoutOverlaps(found);
}

/** Where a stretch of signs that begins here ends; null where it does not stand here. */
function stretchFrom(
  tokens: readonly { readonly term: string; readonly end: number; readonly kind: string }[],
  from: number,
  stretch: string,
): number | null {
  let rest = stretch;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind !== 'sign') return null;
    // The last sign that was typed may not be finished.
    if (token.term.startsWith(rest)) return token.end;
    if (!rest.startsWith(token.term)) return null;
    rest = rest.slice(token.term.length);
  }
  return null;
}

function withoutOverlaps(found: readonly Found[]): readonly Found[] {
  const sorted = [...found].sort(
    (left, right) => left.mark[0] - right.mark[0] || right.mark[1] - left.mark[1],
  );
  let end = -1;
  return sorted.filter(({ mark }) => {
    if (mark[0] < end) return false;
    end = mark[1];
    return true;
  });
}

function excerptOf({ part, text, at }: Passage, found: readonly Found[]): Excerpt {
  const first = found[0]?.mark[0] ?? 0;
  const from = text.length <= length ? 0 : boundary(text, Math.max(0, first - before));
  const to = text.length <= length ? text.length : boundary(text, Math.min(text.length, from + length));
  const lead = from > 0 ? '…' : '';
  const marks = found
    .filter(({ mark }) => mark[0] >= from && mark[1] <= to)
    .map(({ mark }): Mark => [mark[0] - from + lead.length, mark[1] - from + lead.length]);
  const other = found.every(({ weight }) => weight < 0.5) ? (found[0] ?? null) : null;
  return {
    part,
    text: `${lead}${text.slice(from, to)}${to < text.length ? '…' : ''}`,
    marks,
    at,
    as: other === null ? null : text.slice(other.mark[0], other.mark[1]),
  };
}

/** Not in the middle of a word, nor of a letter that is written with two units. */
function boundary(text: string, near: number): number {
  if (near === 0 || near === text.length) return near;
  const space = text.indexOf(' ', near);
  if (space !== -1 && space - near < 24) return space + 1;
  const unit = text.charCodeAt(near);
  return unit >= 0xdc00 && unit <= 0xdfff ? near + 1 : near;
}
