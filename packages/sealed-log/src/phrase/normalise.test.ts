import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { nearWords, slipsBetween } from './near.ts';
import { normalise, plainDigits } from './normalise.ts';
import { loadList } from './wordList.ts';

describe('what a hand typed', () => {
  test('loses vowel signs, the stretching stroke and invisible direction marks', () => {
    expect(normalise('كِتَابٌ')).toBe('كتاب');
    expect(normalise('كتـــاب')).toBe('كتاب');
    expect(normalise('\u200fكتاب\u200e')).toBe('كتاب');
  });

  test('has the forms of one Arabic letter read as one, from any keyboard', () => {
    expect(normalise('أحمر إبرة آخر ٱسم')).toBe('احمر ابره اخر اسم');
    expect(normalise('مستشفى رؤية بئر')).toBe('مستشفي رويه بير');
    expect(normalise('کبیر')).toBe('كبير');
    expect(normalise('ﻛﺘﺎﺏ')).toBe('كتاب');
  });

  test('loses capitals, accents and the width of its letters, on Turkish keyboards too', () => {
    expect(normalise('ÉCOLE')).toBe('ecole');
    expect(normalise('ＺＯＯ')).toBe('zoo');
    expect(normalise('İNDEX ındex')).toBe('index index');
  });

  test('does not change any more when it is read a second time', async () => {
    await fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
      { numRuns: runs(300) },
    );
  });

  test('is read alike whether it holds nothing to fold or a sign that vanishes', async () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcixyzIZé ı'), maxLength: 9 });
    await fc.assert(
      fc.property(letters, (text) => {
        expect(normalise(`\u200f${text}`)).toBe(normalise(text));
      }),
      { numRuns: runs(300) },
    );
  });

  test('has the digits of every script that Unicode knows read as 0 to 9', () => {
    const all: string[] = [];
    for (let point = 0; point <= 0x1ffff; point += 1) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const character = String.fromCodePoint(point);
      if (/^\p{Nd}$/u.test(character)) all.push(character);
    }
    expect(all.length).toBeGreaterThan(600);
    expect(plainDigits(all.join(''))).toBe('0123456789'.repeat(all.length / 10));
  });
});

describe('slips of the hand', () => {
  test('are counted as missing, additional, other and exchanged letters', () => {
    expect(slipsBetween('about', 'about')).toBe(0);
    expect(slipsBetween('about', 'abot')).toBe(1);
    expect(slipsBetween('about', 'abbout')).toBe(1);
    expect(slipsBetween('about', 'abput')).toBe(1);
    expect(slipsBetween('about', 'abuot')).toBe(1);
    expect(slipsBetween('about', '')).toBe(5);
    expect(slipsBetween('كتاب', 'كباب')).toBe(1);
  });

  test('count the same in both directions, and none only between equal words', async () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ا', 'ب'), maxLength: 7 });
    await fc.assert(
      fc.property(word, word, (one, other) => {
        expect(slipsBetween(one, other)).toBe(slipsBetween(other, one));
        expect(slipsBetween(one, other) === 0).toBe(one === other);
      }),
      { numRuns: runs(300) },
    );
  });

  test('lead to four suggestions at most, the nearest first, and to none where nothing is near', () => {
    const words = ['about', 'above', 'abuse', 'zebra', 'zoo'].map((word) => ({ word, plain: word }));
    expect(nearWords('abouts', words)).toEqual(['about']);
    expect(nearWords('abo', words)).toEqual(['about', 'above']);
    expect(nearWords('qqqq', words)).toEqual([]);
    expect(nearWords('...', words)).toEqual([]);
  });

  test('lead to the same suggestions as if every word were compared letter by letter', async () => {
    const words = (await loadList('en-1')).words.slice(0, 300);
    const listed = words.map((word) => ({ word, plain: normalise(word) }));
    const typed = fc
      .tuple(
        fc.constantFrom(...words),
        fc.nat(6),
        fc.string({ unit: fc.constantFrom('a', 'e', 's'), maxLength: 3 }),
      )
      .map(([word, at, more]) => word.slice(0, at) + more + word.slice(at + more.length));
    await fc.assert(
      fc.property(typed, (wanted) => {
        const allowed = wanted.length <= 3 ? 1 : 2;
        const slips = (word: string): number =>
          wanted.length >= 2 && word.startsWith(wanted) ? 0.5 : slipsBetween(wanted, word);
        const near = wanted === '' ? [] : words.filter((word) => slips(word) <= allowed);
        near.sort((one, other) => slips(one) - slips(other));
        expect(nearWords(wanted, listed)).toEqual(near.slice(0, 4));
      }),
      { numRuns: runs(100) },
    );
  });
});
