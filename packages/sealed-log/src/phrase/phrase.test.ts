import { entropyToMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { slipsBetween } from './near.ts';
import { normalise } from './normalise.ts';
import { newPhrase, type PhraseProblem, parsePhrase, toDigits, toWords } from './phrase.ts';
import { loadList, loadListsFor, type WordList, wordListIds } from './wordList.ts';

const lists = await Promise.all(wordListIds.map(loadList));
const entropies = fc.uint8Array({ minLength: 16, maxLength: 16 });
const anyList = fc.constantFrom(...lists);
const size = { numRuns: runs(60) };

async function read(typed: string): Promise<Uint8Array> {
  const result = await parsePhrase(typed, await loadListsFor(typed));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.entropy;
}

async function problems(typed: string): Promise<readonly PhraseProblem[]> {
  const result = await parsePhrase(typed, await loadListsFor(typed));
  return result.ok ? [] : result.error;
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
}

async function englishWords(entropy: Uint8Array): Promise<readonly string[]> {
  return toWords(entropy, await loadList('en-1'));
}

describe('a phrase that is read back', () => {
  test('is the same sixteen bytes in every language that has a word list', async () => {
    await fc.assert(
      fc.asyncProperty(entropies, anyList, async (entropy, list) => {
        const words = await toWords(entropy, list);
        expect(words).toHaveLength(12);
        expect(await read(words.join(' '))).toEqual(entropy);
      }),
      size,
    );
  });

  test('says the same twelve English words as any other BIP39 tool', async () => {
    await fc.assert(
      fc.asyncProperty(entropies, async (entropy) => {
        expect((await englishWords(entropy)).join(' ')).toBe(entropyToMnemonic(entropy, wordlist));
      }),
      size,
    );
  });

  test('may be in capitals, numbered, in lines, between commas and with blanks to spare', async () => {
    await fc.assert(
      fc.asyncProperty(entropies, anyList, async (entropy, list) => {
        const words = await toWords(entropy, list);
        const lines = words.map((word, index) => `${index + 1}. ${word.toUpperCase()}`);
        expect(await read(lines.join('\n'))).toEqual(entropy);
        expect(await read(words.map((word, index) => `${index + 1})${word}`).join('  '))).toEqual(entropy);
        expect(await read(`  "${words.join(',\t')}". `)).toEqual(entropy);
        expect(await read(words.join('،'))).toEqual(entropy);
      }),
      size,
    );
  });

  test('may be shortened to as many letters as tell the words of its list apart', async () => {
    await fc.assert(
      fc.asyncProperty(entropies, anyList, async (entropy, list) => {
        const words = await toWords(entropy, list);
        const short = words.map((word) => Array.from(word).slice(0, list.prefixLength).join(''));
        expect(await read(short.join(' '))).toEqual(entropy);
      }),
      size,
    );
  });

  test('may change its language from word to word', async () => {
    await fc.assert(
      fc.asyncProperty(
        entropies,
        fc.array(anyList, { minLength: 12, maxLength: 12 }),
        async (entropy, mix) => {
          const words = await Promise.all(
            mix.map(async (list, index) => at(await toWords(entropy, list), index)),
          );
          expect(await read(words.join(' '))).toEqual(entropy);
        },
      ),
      size,
    );
  });

  test('tells in which lists its words were found', async () => {
    const entropy = newPhrase();
    for (const list of lists) {
      const words = await toWords(entropy, list);
      const result = await parsePhrase(words.join(' '), lists);
      expect(result).toEqual({ ok: true, value: { entropy, form: 'words', lists: [list.id] } });
    }
  });

  test('is read whole in one list before it is read word by word across two that share a word', async () => {
    const english = await loadList('en-1');
    const turned: WordList = { ...english, words: english.words.toReversed() };
    const entropy = newPhrase();
    const words = await toWords(entropy, turned);
    const first = await parsePhrase(words.join(' '), [turned, english]);
    expect(first.ok && first.value.entropy).toEqual(entropy);
  });
});

describe('a phrase that was mistyped', () => {
  test('has its wrong word pointed at, with the right one among the suggestions', async () => {
    await fc.assert(
      fc.asyncProperty(entropies, anyList, fc.nat(11), fc.nat(5), async (entropy, list, place, where) => {
        const words = [...(await toWords(entropy, list))];
        const right = Array.from(at(words, place));
        const letter = where % right.length;
        words[place] = [...right.slice(0, letter), 'ж', ...right.slice(letter)].join('');
        const [problem, ...others] = await problems(words.join(' '));
        expect(others).toEqual([]);
        expect(problem).toMatchObject({ code: 'unknown-word', place: place + 1 });
        const near = problem?.code === 'unknown-word' ? problem.near : [];
        // Where more words than are shown are just as near, any of them is a fair suggestion.
        const slips = near.map((word) => slipsBetween(normalise(word), at(words, place)));
        expect(near.includes(right.join('')) || (near.length === 4 && Math.max(...slips) <= 1)).toBe(true);
      }),
      size,
    );
  });

  test('has two exchanged neighbouring letters pointed at or caught by the checksum', async () => {
    const typed =
      'abandon abandon abadnon abandon abandon abandon abandon abandon abandon abandon abandon about';
    expect(await problems(typed)).toEqual([
      { code: 'unknown-word', place: 3, typed: 'abadnon', near: ['abandon'] },
    ]);
  });

  test('has every unknown word pointed at, not only the first', async () => {
    const words = [...(await englishWords(newPhrase()))];
    words[1] = 'qqqqqq';
    words[7] = 'zzzzzz';
    expect(await problems(words.join(' '))).toEqual([
      { code: 'unknown-word', place: 2, typed: 'qqqqqq', near: [] },
      { code: 'unknown-word', place: 8, typed: 'zzzzzz', near: [] },
    ]);
  });

  test('is never read as the same phrase when two words changed places', async () => {
    await fc.assert(
      fc.asyncProperty(entropies, anyList, fc.nat(10), async (entropy, list, place) => {
        const words = [...(await toWords(entropy, list))];
        const [one, other] = [at(words, place), at(words, place + 1)];
        fc.pre(one !== other);
        words[place] = other;
        words[place + 1] = one;
        const result = await parsePhrase(words.join(' '), lists);
        if (result.ok) expect(result.value.entropy).not.toEqual(entropy);
        else expect(result.error).toEqual([{ code: 'wrong-checksum' }]);
      }),
      size,
    );
  });

  test('is told that a word is wrong or in a wrong place when the checksum does not hold', async () => {
    expect(await problems('abandon '.repeat(12))).toEqual([{ code: 'wrong-checksum' }]);
  });

  test('is told how many words are missing or too many', async () => {
    const words = await englishWords(newPhrase());
    expect(await problems(words.slice(1).join(' '))).toEqual([
      { code: 'too-few-words', found: 11, expected: 12 },
    ]);
    expect(await problems([...words, 'zoo'].join(' '))).toEqual([
      { code: 'too-many-words', found: 13, expected: 12 },
    ]);
  });

  test('is told that nothing was typed', async () => {
    for (const nothing of ['', '  \n ', '...', '\u200f']) {
      expect(await problems(nothing)).toEqual([{ code: 'empty' }]);
    }
  });

  test('gets an answer and never an exception, whatever was typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (typed) => {
        const result = await parsePhrase(typed, lists);
        expect(result.ok || result.error.length > 0).toBe(true);
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('a new phrase', () => {
  test('is sixteen bytes that were not there before', () => {
    const one = newPhrase();
    expect(one).toHaveLength(16);
    expect(newPhrase()).not.toEqual(one);
  });

  test('stands for exactly sixteen bytes: any other length is a bug and throws', async () => {
    await expect(toDigits(new Uint8Array(15))).rejects.toThrow(RangeError);
    await expect(englishWords(new Uint8Array(32))).rejects.toThrow(RangeError);
  });
});
