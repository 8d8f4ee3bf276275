import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import {
  ageOn,
  certainOrder,
  compareInexactDates,
  type InexactDate,
  inexactDate,
  isDatePoint,
  overlapOf,
  seasons,
  spanOf,
  widened,
  wordingOf,
} from './inexact-date.ts';

const at = (point: string, about = false): InexactDate => ({ kind: 'point', at: point, about, said: '' });
const age = (from: number, to: number, on: string): InexactDate => ({ kind: 'age', from, to, on, said: '' });

const anyDay = fc
  .integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2100, 0, 1) / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const anyPoint = fc.tuple(anyDay, fc.constantFrom(4, 7, 10)).map(([one, length]) => one.slice(0, length));
const said = fc.constantFrom('', 'when the dam was built');
const anyDate: fc.Arbitrary<InexactDate> = fc.oneof(
  fc.record({ kind: fc.constant('point' as const), at: anyPoint, about: fc.boolean(), said }),
  fc.record({
    kind: fc.constant('season' as const),
    season: fc.constantFrom(...seasons),
    year: fc.integer({ min: 1900, max: 2100 }),
    south: fc.boolean(),
    said,
  }),
  fc
    .tuple(anyPoint, anyPoint, fc.constantFrom('both', 'from', 'to'), said)
    .map(([one, other, ends, words]): InexactDate => {
      const [from, to] = one < other ? [one, other] : [other, one];
      return {
        kind: 'between',
        from: ends === 'to' ? null : from,
        to: ends === 'from' ? null : to,
        said: words,
      };
    }),
  fc.tuple(fc.nat(120), fc.nat(10), anyDay, said).map(([from, more, on, words]): InexactDate => {
    return { kind: 'age', from, to: Math.min(130, from + more), on, said: words };
  }),
);

describe('a date as exactly as somebody knows it', () => {
  it('spans the days that it may be: a year, a month, a day, a season, the years of an age', () => {
    expect(spanOf(at('1984'))).toEqual({ first: '1984-01-01', last: '1984-12-31' });
    expect(spanOf(at('2024-02'))).toEqual({ first: '2024-02-01', last: '2024-02-29' });
    expect(spanOf(at('2001-04-17'))).toEqual({ first: '2001-04-17', last: '2001-04-17' });
    const spring = { kind: 'season', season: 'spring', year: 2001, said: '' } as const;
    expect(spanOf({ ...spring, south: false })).toEqual({ first: '2001-03-01', last: '2001-05-31' });
    expect(spanOf({ ...spring, south: true })).toEqual({ first: '2001-09-01', last: '2001-11-30' });
    expect(spanOf(age(41, 41, '2026-11-21'))).toEqual({ first: '1984-11-22', last: '1985-11-21' });
    expect(spanOf(age(26, 35, '2024-02-29'))).toEqual({ first: '1988-03-01', last: '1998-02-28' });
  });

  it('takes a winter for the one that ends in its year or the one that begins in it', () => {
    const winter = { kind: 'season', season: 'winter', year: 2001, south: false, said: '' } as const;
    expect(spanOf(winter)).toEqual({ first: '2000-12-01', last: '2002-02-28' });
    expect(spanOf({ ...winter, south: true })).toEqual({ first: '2001-06-01', last: '2001-08-31' });
    expect(spanOf({ ...winter, season: 'summer', south: true })).toEqual({
      first: '2000-12-01',
      last: '2002-02-28',
    });
  });

  it('tells dates that may be one from those that may be one if people remember loosely', () => {
    expect(overlapOf(at('1984'), at('1984-06-02'))).toBe('overlap');
    expect(overlapOf(at('1984', true), at('1986-03'))).toBe('near');
    expect(overlapOf(at('1984'), at('1986-03'))).toBe('apart');
    expect(overlapOf(age(40, 44, '2026-11-21'), at('1984'))).toBe('overlap');
    expect(overlapOf({ kind: 'between', from: null, to: '1990', said: '' }, at('1984'))).toBe('overlap');
    expect(overlapOf({ kind: 'between', from: '1991', to: null, said: '' }, at('1984'))).toBe('apart');
  });

  it('says who was first only where that is certain', () => {
    expect(certainOrder(at('1984'), at('1985'))).toBe('before');
    expect(certainOrder(at('1985'), at('1984'))).toBe('after');
    expect(certainOrder(at('1984', true), at('1985'))).toBe('unclear');
    expect(certainOrder(at('1984'), at('1984-06'))).toBe('unclear');
  });

  it('gives the age of somebody as narrowly as her birth is known', () => {
    expect(ageOn(at('2001-04-17'), '2026-04-16')).toEqual({ least: 24, most: 24 });
    expect(ageOn(at('2001-04-17'), '2026-04-17')).toEqual({ least: 25, most: 25 });
    expect(ageOn(at('1984'), '2026-11-21')).toEqual({ least: 41, most: 42 });
    expect(ageOn(age(30, 34, '2020-01-01'), '2020-01-01')).toEqual({ least: 30, most: 34 });
    expect(ageOn({ kind: 'between', from: null, to: '1990', said: '' }, '2026-11-21')).toBe(null);
    expect(ageOn(at('2030'), '2026-11-21')).toBe(null);
    expect(ageOn(at('2026'), '2026-11-21')).toEqual({ least: 0, most: 0 });
  });

  it('says which sentence it is and what fills it', () => {
    expect(wordingOf(at('1984', true))).toEqual({ words: 'year', at: '1984', about: true });
    expect(wordingOf(at('2001-04'))).toMatchObject({ words: 'month' });
    expect(wordingOf(at('2001-04-17'))).toMatchObject({ words: 'day' });
    expect(wordingOf({ kind: 'between', from: '1980', to: null, said: '' })).toEqual({
      words: 'since',
      at: '1980',
    });
    expect(wordingOf({ kind: 'between', from: null, to: '1980', said: '' })).toEqual({
      words: 'until',
      at: '1980',
    });
    expect(wordingOf(age(30, 34, '2020-01-01'))).toMatchObject({ words: 'age', from: 30 });
  });

  it('is never read from what is no date', () => {
    for (const point of ['', '84', '0984', '1984-13', '1984-02-30', '1984-2', '1984-', '1984-02-1', '3000'])
      expect([point, isDatePoint(point), inexactDate(at(point), '').ok]).toEqual([point, false, false]);
    const wrong: readonly unknown[] = [
      null,
      '1984',
      { kind: 'between', from: null, to: null, said: '' },
      { kind: 'between', from: '1990', to: '1989', said: '' },
      { kind: 'age', from: 40, to: 30, on: '2020-01-01', said: '' },
      { kind: 'season', season: 'spring', year: 84, south: false, said: '' },
      { ...at('1984'), more: 1 },
    ];
    for (const json of wrong) expect([json, inexactDate(json, 'born').ok]).toEqual([json, false]);
    const newer = inexactDate({ kind: 'reign', of: 'x' }, 'born');
    expect(newer).toMatchObject({ error: { problem: 'unknown_code', path: 'born.kind' } });
  });
});

describe('any two dates', () => {
  it('are read back as they were written, and span at least one day', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(inexactDate(JSON.parse(JSON.stringify(date)), '')).toEqual({ ok: true, value: date });
        const { first, last } = spanOf(date);
        if (first !== null && last !== null) expect(first <= last).toBe(true);
        const wide = widened(date);
        if (first !== null) expect((wide.first ?? '') <= first).toBe(true);
        if (last !== null) expect((wide.last ?? '') >= last).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });

  it('overlap alike from both sides, overlap themselves, and are in certain order only where they are apart', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (left, right) => {
        expect(overlapOf(left, left)).toBe('overlap');
        expect(overlapOf(left, right)).toBe(overlapOf(right, left));
        const order = certainOrder(left, right);
        expect(order === 'unclear').toBe(overlapOf(left, right) !== 'apart');
        const turned = { before: 'after', after: 'before', unclear: 'unclear' } as const;
        expect(certainOrder(right, left)).toBe(turned[order]);
      }),
      { numRuns: runs(300) },
    );
  });

  it('stand in one order in every list, however the list was before', () => {
    fc.assert(
      fc.property(fc.array(anyDate, { maxLength: 8 }), (dates) => {
        const sorted = [...dates].sort(compareInexactDates).map(spanOf);
        const turned = [...dates].reverse().sort(compareInexactDates).map(spanOf);
        expect(turned).toEqual(sorted);
      }),
      { numRuns: runs(200) },
    );
  });

  it('give an age that was said back on the day it was said', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(20), anyDay, (from, more, on) => {
        const said = age(from, from + more, on);
        expect(ageOn(said, on)).toEqual({ least: from, most: from + more });
      }),
      { numRuns: runs(300) },
    );
  });
});
