import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { calendars } from './calendars.ts';
import { partsOf } from './days.ts';
import { isoTextOf, knownOfText, textOf, typedOf } from './iso-text.ts';
import { seasons, wholeOf } from './known.ts';

const days = fc
  .date({ min: new Date('1920-01-01'), max: new Date('2080-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a date as a question keeps it', () => {
  it('is the same day in every calendar', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...calendars), fc.boolean(), (day, calendar, about) => {
        const parts = partsOf(calendar, day);
        const text = isoTextOf(calendar, parts, about);
        expect(text).toBe(about ? `${day}~` : day);
        expect(typedOf(calendar, text ?? '')).toEqual(parts);
      }),
      { numRuns: runs(300) },
    );
  });

  it('keeps months, years and seasons of the Persian calendar so that the same ones come back', () => {
    for (let year = 1300; year <= 1458; year++) {
      expect(typedOf('persian', isoTextOf('persian', { year }, false) ?? '')).toEqual({ year });
      for (let month = 1; month <= 12; month++)
        expect(typedOf('persian', isoTextOf('persian', { year, month }, false) ?? '')).toEqual({
          year,
          month,
        });
      for (const season of seasons)
        expect(typedOf('persian', isoTextOf('persian', { year, season }, false) ?? '')).toEqual({
          year,
          season,
        });
    }
  });

  it('says "about" where the year or month of another calendar is not one of ISO', () => {
    expect(isoTextOf('persian', { year: 1399 }, false)).toBe('2020~');
    expect(isoTextOf('persian', { year: 1399, month: 1 }, false)).toBe('2020-04~');
    expect(isoTextOf('persian', { year: 1399, season: 'winter' }, false)).toBe('2021-24');
    expect(isoTextOf('islamic-umalqura', { year: 1445, month: 9 }, false)).toBe('2024-03~');
    expect(isoTextOf('buddhist', { year: 2563, month: 3 }, false)).toBe('2020-03');
    expect(isoTextOf('gregory', { year: 2021, season: 'spring' }, true)).toBe('2021-21~');
    expect(isoTextOf('islamic-umalqura', { year: 1445, season: 'spring' }, false)).toBeNull();
    expect(typedOf('islamic-umalqura', '2021-21')).toBeNull();
  });

  it('is nothing where it is no date or has two ends', () => {
    expect(knownOfText('2021-13')).toBeNull();
    expect(knownOfText('2021-02-30')).toBeNull();
    expect(knownOfText('2021-21-03')).toBeNull();
    expect(textOf({ kind: 'between', from: '2020', to: '2021', about: false })).toBeNull();
    expect(textOf(knownOfText('1980~'))).toBe('1980~');
  });
});

describe('days that are a whole year, month or season of a calendar', () => {
  it('are known again as such', () => {
    expect(wholeOf('persian', '2020-03-20', '2021-03-20')).toEqual({ year: 1399 });
    expect(wholeOf('persian', '2020-03-20', '2020-04-19')).toEqual({ year: 1399, month: 1 });
    expect(wholeOf('persian', '2020-12-21', '2021-03-20')).toEqual({ year: 1399, season: 'winter' });
    expect(wholeOf('gregory', '2020-03-20', '2021-03-20')).toBeNull();
    expect(wholeOf('persian', '2020-03-21', '2021-03-20')).toBeNull();
    expect(wholeOf('persian', '2020', '2021')).toBeNull();
  });
});
