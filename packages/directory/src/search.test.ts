import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../tests/support/size.ts';
import { fold, indexOf, search, wordsOf } from './search.ts';

const fields = (...texts: readonly string[]) =>
  texts.map((text, at) => ({ text, weight: texts.length - at }));
const index = indexOf(
  [
    { id: 'artist', texts: ['Artists at Risk', 'residency'] },
    { id: 'artemis', texts: ['Artemis Fund', 'women artists'] },
    { id: 'asturias', texts: ['Programa Asturiano', 'España'] },
    { id: 'arabic', texts: ['صندوق الطوارئ', 'إيواءُ المدافعين'] },
    { id: 'chinese', texts: ['人权捍卫者基金', '紧急'] },
    { id: 'russian', texts: ['Тихое место', 'приём'] },
  ],
  (entry) => fields(...entry.texts),
);

describe('searching in any script', () => {
  it('finds beginnings of words, all of them, with or without accents', () => {
    expect(search(index, 'espana prog')).toEqual(['asturias']);
    expect(search(index, 'art res')).toEqual(['artist']);
  });
  it('puts a whole word before the beginning of another', () => {
    expect(search(index, 'artists')[0]).toBe('artist');
  });
  it('reads Arabic without its vowel signs, with and without the article, and with Persian letters', () => {
    expect(search(index, 'طوارئ')).toEqual(['arabic']);
    expect(search(index, 'ايواء المدافعين')).toEqual(['arabic']);
    expect(fold('کتابی')).toBe(fold('كتابي'));
  });
  it('finds within Chinese, which writes no spaces, and Russian with or without the dots', () => {
    expect(search(index, '捍卫者')).toEqual(['chinese']);
    expect(search(index, 'прием')).toEqual(['russian']);
  });
  it('finds everything when nothing is asked, and nothing rather than something else', () => {
    expect(search(index, '  ')).toHaveLength(6);
    expect(search(index, 'zzz art')).toEqual([]);
  });
  it('finds every entry by every word of it, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const one = indexOf([{ id: 'one' }], () => [{ text, weight: 1 }]);
        for (const word of wordsOf(text)) expect(search(one, word)).toEqual(['one']);
      }),
      { numRuns: runs(300) },
    );
  });
});
