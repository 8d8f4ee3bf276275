import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { slipsBetween } from './near.ts';
import { normalise } from './normalise.ts';
import { type PhraseProblem, parsePhrase, toWords } from './phrase.ts';
import { listRules } from './testing/list-rules.ts';
import { loadList, type WordList, wordListIds } from './wordList.ts';

/*
 * Every way in which twelve words can be mistyped, in every language. What is certain is read; what is not is pointed at,
 * with the right word among the suggestions; nothing is repaired in silence.
 */

const lists = await Promise.all(wordListIds.map(loadList));
const entropies = fc.uint8Array({ minLength: 16, maxLength: 16 });
const places = fc.nat(11);
const size = { numRuns: runs(25) };

/** How somebody wrote it down and typed it, and is still understood. */
const harmless: readonly (readonly [string, (words: readonly string[], list: WordList) => string])[] = [
  ['in capitals', (words) => words.join(' ').toUpperCase()],
  ['with a capital where a keyboard puts one', (words) => words.map(capital).join(' ')],
  ['without accents, dots and vowel signs that are not letters', (words) => words.map(normalise).join(' ')],
  ['with every accent as a sign of its own', (words) => words.join(' ').normalize('NFD')],
  ['in lines, numbered', (words) => words.map((word, at) => `${at + 1}. ${word}`).join('\n')],
  [
    'numbered in Eastern Arabic digits',
    (words) => words.map((word, at) => `${eastern(at + 1)}) ${word}`).join(' '),
  ],
  ['with commas of any script', (words) => words.join('، ').replace('، ', '、').replace('، ', ',')],
  ['in quotation marks, with a full stop', (words) => `« ${words.join(' ')} ». `],
  ['with tabs, line ends and hard spaces', (words) => words.join(' \t\r\n\u00a0')],
  ['with invisible direction marks', (words) => words.map((word) => `\u200f${word}\u200e`).join(' ')],
  ['by the beginnings of the words', (words, list) => words.map((word) => beginning(word, list)).join(' ')],
  [
    'with the last letter of a long word missing',
    (words, list) => words.map((word) => shortened(word, list)).join(' '),
  ],
];

/** One slip of the hand in one word. `at` says where. */
const slips: readonly (readonly [string, (letters: readonly string[], at: number) => readonly string[]])[] = [
  ['a letter missing', (letters, at) => letters.filter((_, index) => index !== at)],
  ['a letter doubled', (letters, at) => [...letters.slice(0, at + 1), ...letters.slice(at)]],
  [
    'another letter',
    (letters, at) => letters.map((letter, index) => (index === at ? neighbour(letter) : letter)),
  ],
  [
    'a letter too many',
    (letters, at) => [...letters.slice(0, at), neighbour(letters[at] ?? ''), ...letters.slice(at)],
  ],
  [
    'two letters exchanged',
    (letters, at) => {
      const first = Math.min(at, letters.length - 2);
      return letters.map((letter, index) =>
        index === first
          ? (letters[first + 1] ?? letter)
          : index === first + 1
            ? (letters[first] ?? letter)
            : letter,
      );
    },
  ],
];

for (const list of lists) {
  describe(`twelve words of ${list.id}`, () => {
    for (const [how, typed] of harmless) {
      test(`are read ${how}`, async () => {
        await fc.assert(
          fc.asyncProperty(entropies, async (entropy) => {
            const read = await parsePhrase(typed(await toWords(entropy, list), list), lists);
            expect(read.ok && read.value.entropy).toEqual(entropy);
          }),
          size,
        );
      });
    }

    if (listRules[list.language]?.isRun === true)
      test('are read without a space between them, as they are written', async () => {
        await fc.assert(
          fc.asyncProperty(entropies, async (entropy) => {
            const words = await toWords(entropy, list);
            for (const typed of [
              words.join(''),
              `${words.slice(0, 6).join('')}\n${words.slice(6).join('')}`,
            ]) {
              const read = await parsePhrase(typed, lists);
              expect(read.ok && read.value.entropy).toEqual(entropy);
            }
          }),
          size,
        );
      });

    for (const [what, slip] of slips) {
      test(`with ${what} are read, or the word is pointed at with the right one beside it`, async () => {
        await fc.assert(
          fc.asyncProperty(entropies, places, fc.nat(20), async (entropy, place, at) => {
            const words = [...(await toWords(entropy, list))];
            const right = words[place] ?? '';
            const letters = Array.from(right);
            const wrong = slip(letters, at % letters.length).join('');
            fc.pre(normalise(wrong) !== '');
            words[place] = wrong;
            const read = await parsePhrase(words.join(' '), lists);
            if (read.ok) {
              // Certain, or the beginning of another word, which one checksum in sixteen lets through.
              if (!isEqual(read.value.entropy, entropy)) expect(isAnother(wrong, right, list)).toBe(true);
              return;
            }
            expect(read.error.map((problem) => problem.code)).toEqual(read.error.map((one) => kindOf(one)));
            for (const problem of read.error) {
              if (problem.code !== 'unknown-word') continue;
              expect(problem.place).toBe(place + 1);
              // Where more words than are shown are just as near, any of them is a fair suggestion.
              // A word that begins with what was typed is near, however long it is.
              const far = Math.max(
                0,
                ...problem.near
                  .map(normalise)
                  .filter((word) => !word.startsWith(normalise(wrong)))
                  .map((word) => slipsBetween(word, normalise(wrong))),
              );
              const slipsMade = slipsBetween(normalise(right), normalise(wrong));
              const isTooShort = Array.from(normalise(wrong)).length <= 3 && slipsMade > 1;
              expect(
                problem.near.includes(right) || isTooShort || (problem.near.length === 4 && far <= slipsMade),
              ).toBe(true);
            }
          }),
          size,
        );
      });
    }

    test('with two words exchanged, a word twice or a word of another place are never read as the same phrase', async () => {
      await fc.assert(
        fc.asyncProperty(entropies, places, places, async (entropy, one, other) => {
          const words = [...(await toWords(entropy, list))];
          const [first = '', second = ''] = [words[one], words[other]];
          fc.pre(first !== second);
          const exchanged = words.map((word, at) => (at === one ? second : at === other ? first : word));
          const repeated = words.map((word, at) => (at === other ? first : word));
          for (const typed of [exchanged, repeated]) {
            const read = await parsePhrase(typed.join(' '), lists);
            if (read.ok) expect(read.value.entropy).not.toEqual(entropy);
            else expect(read.error).toEqual([{ code: 'wrong-checksum' }]);
          }
        }),
        size,
      );
    });

    test('with one missing or one too many are counted', async () => {
      await fc.assert(
        fc.asyncProperty(entropies, places, async (entropy, place) => {
          const words = await toWords(entropy, list);
          const eleven = await parsePhrase(words.filter((_, at) => at !== place).join(' '), lists);
          expect(eleven).toMatchObject({ ok: false, error: [{ code: 'too-few-words', found: 11 }] });
          const thirteen = await parsePhrase([...words, words[place]].join(' '), lists);
          expect(thirteen).toMatchObject({ ok: false, error: [{ code: 'too-many-words', found: 13 }] });
        }),
        size,
      );
    });
  });
}

describe('twelve words in two languages', () => {
  test('are read whichever list each word comes from', async () => {
    const mixes = fc.array(fc.constantFrom(...lists), { minLength: 12, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(entropies, mixes, async (entropy, mix) => {
        const all = new Map(
          await Promise.all(lists.map(async (list) => [list.id, await toWords(entropy, list)] as const)),
        );
        const read = await parsePhrase(mix.map((list, at) => all.get(list.id)?.[at]).join(' '), lists);
        expect(read.ok && read.value.entropy).toEqual(entropy);
      }),
      size,
    );
  });
});

const capital = (word: string): string => {
  const [first = '', ...rest] = Array.from(word);
  return `${first.toUpperCase()}${rest.join('')}`;
};

const eastern = (number: number): string =>
  String(number).replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));

const beginning = (word: string, list: WordList): string =>
  Array.from(normalise(word)).slice(0, list.prefixLength).join('');

/** A hand that stopped one letter early, where enough letters are left. */
const shortened = (word: string, list: WordList): string => {
  const letters = Array.from(normalise(word));
  return letters.length > list.prefixLength ? letters.slice(0, -1).join('') : word;
};

/** Another letter of the same script. */
const neighbour = (letter: string): string => {
  const next = String.fromCodePoint((letter.codePointAt(0) ?? 0) + 1);
  return /^\p{L}$/u.test(next) ? next : String.fromCodePoint((letter.codePointAt(0) ?? 1) - 1);
};

const isEqual = (one: Uint8Array, other: Uint8Array): boolean => one.every((byte, at) => byte === other[at]);

/** Whether a wrong word stands in a list of its own right, as a word or as the beginning of one. */
const isAnother = (wrong: string, right: string, own: WordList): boolean =>
  [own, ...lists].some((list) =>
    list.words.some((word) => word !== right && normalise(word).startsWith(normalise(wrong))),
  );

const kindOf = ({ code }: PhraseProblem): string =>
  ['unknown-word', 'wrong-checksum', 'too-few-words', 'too-many-words'].includes(code)
    ? code
    : 'none of these';
