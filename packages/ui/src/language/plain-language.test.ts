import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/*
 * The English of the door is what all other languages are written from, and many read it as their third or fourth
 * language. docs/translations.md says what is measured here and what no machine can measure.
 */

const catalogues = ['door', 'shared', 'promise'] as const;
const texts = catalogues.flatMap((name) => {
  const path = join(import.meta.dirname, '../../locales', name, 'en.json');
  return Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>);
});

/** A text as it may stand on the screen: the longest branch of each choice, and a short name for every value. */
function spoken(text: string): string {
  const start = /\{\w+, (?:plural|select), /.exec(text);
  if (start === null) return text.replace(/\{[^{}]*\}/g, 'Anna').replace(/#/g, '5');
  const from = start.index + start[0].length;
  const branches: string[] = [];
  let depth = 1;
  let begun = 0;
  let at = from;
  for (; depth > 0 && at < text.length; at += 1) {
    if (text[at] === '{') {
      depth += 1;
      if (depth === 2) begun = at + 1;
    } else if (text[at] === '}') {
      if (depth === 2) branches.push(text.slice(begun, at));
      depth -= 1;
    }
  }
  const longest = branches.reduce((left, right) => (right.length > left.length ? right : left), '');
  return spoken(text.slice(0, start.index) + longest + text.slice(at));
}

const sentencesOf = (text: string): readonly string[] =>
  spoken(text)
    .split(/(?<=[.?!:])["”’]?\s+/)
    .filter((one) => one.trim() !== '');
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}’-]+/gu) ?? [];

function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  let count = letters.match(/[aeiouy]+/g)?.length ?? 0;
  if (count > 1 && letters.endsWith('e') && !letters.endsWith('le')) count -= 1;
  if (count > 1 && /[^td]ed$/.test(letters)) count -= 1;
  return Math.max(1, count);
}

/** The years at school that a text asks for, after Flesch and Kincaid. */
function gradeOf(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return (0.39 * words.length) / sentences.length + (11.8 * syllables) / words.length - 15.59;
}

/** Words of this trade, and figures of speech that we have used: there is always a plainer way. */
const forbidden =
  /\b(administrators?|authenticat\w*|ciphertext|compromised?|credentials?|cryptograph\w*|decrypt\w*|descriptor|metadata|passphrase|protocol|terminate\w*|utili[sz]e|valid|via|whilst|unread|called? back|keep in mind|in case of|prior to|e\.g\.|i\.e\.|etc)\b/i;

const longest = 16;

describe('the English of the door', () => {
  it(`has no sentence of more than ${longest} words, and none that joins two with a semicolon`, () => {
    const long = texts.flatMap(([key, text]) =>
      sentencesOf(text)
        .filter((sentence) => wordsOf(sentence).length > longest || sentence.includes(';'))
        .map((sentence) => `${key}: ${sentence}`),
    );
    expect(long).toEqual([]);
  });

  it('asks for six years at school at most, and nowhere for more than nine', () => {
    const prose = texts.map(([key, text]) => [key, sentencesOf(text)] as const);
    const whole = prose.filter(([, sentences]) => sentences.flatMap(wordsOf).length >= 8);
    expect(whole.length).toBeGreaterThan(200);
    expect(gradeOf(whole.flatMap(([, sentences]) => sentences))).toBeLessThan(6);
    const hard = whole.filter(([, sentences]) => gradeOf(sentences) > 9).map(([key]) => key);
    expect(hard).toEqual([]);
  });

  it('has no word of the trade and no figure of speech that was found there before', () => {
    expect(texts.filter(([, text]) => forbidden.test(spoken(text))).map(([key]) => key)).toEqual([]);
  });

  it('is measured by something that finds what is not plain', () => {
    const before =
      'Whoever has the ticket and gets hold of what lies on the server can open the part of the file that is there.';
    expect(wordsOf(before).length).toBeGreaterThan(longest);
    const office = 'Authentication credentials necessitate periodic administrative reconfirmation.';
    expect(gradeOf([office])).toBeGreaterThan(12);
    expect(forbidden.test(office)).toBe(true);
    expect(spoken('{count, plural, one {# file} other {# of the files}} for {name}.')).toBe(
      '5 of the files for Anna.',
    );
  });
});
