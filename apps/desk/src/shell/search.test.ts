import { describe, expect, it } from 'vitest';
import { matches } from './search.ts';

describe('searching the lists', () => {
  it('finds words in any order, without regard to capitals and accents', () => {
    expect(matches('KESTREL', ['Kestrel'])).toBe(true);
    expect(matches('forest three', ['We are three people who defend a forest.'])).toBe(true);
    expect(matches('cafe', ['Café'])).toBe(true);
    expect(matches('forest sea', ['We defend a forest.'])).toBe(false);
  });

  it('finds Arabic whether or not vowel signs, stretched letters and the forms of alef are typed', () => {
    expect(matches('احمد', ['أحمد'])).toBe(true);
    expect(matches('محمد', ['مُحَمَّد'])).toBe(true);
    expect(matches('مدرسه', ['مدرسة'])).toBe(true);
    expect(matches('سلام', ['ســلام'])).toBe(true);
  });

  it('finds nothing for nothing, and takes no sign as a pattern', () => {
    expect(matches('  ', ['anything'])).toBe(false);
    expect(matches('.*', ['anything'])).toBe(false);
    expect(matches('(', ['anything', null, undefined])).toBe(false);
  });
});
