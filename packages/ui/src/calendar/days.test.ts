import { describe, expect, it, vi } from 'vitest';
import {
  type Calendar,
  calendarFor,
  calendars,
  hasCalendar,
  usualCalendar,
  withCalendar,
} from './calendars.ts';
import { dayOf, daysIn, isYear, middleOf, monthSpan, monthsIn, partsOf, yearSpan } from './days.ts';

const oneDay = 86_400_000;

describe('days in the calendars that people write', () => {
  for (const calendar of calendars) {
    it(`of 1920 to 2080 go to the calendar ${calendar} and back, each one`, () => {
      const wrong: string[] = [];
      let before = partsOf(calendar, '1919-12-31');
      for (let at = Date.UTC(1920, 0, 1); at <= Date.UTC(2080, 11, 31); at += oneDay) {
        const iso = new Date(at).toISOString().slice(0, 10);
        const parts = partsOf(calendar, iso);
        if (dayOf(calendar, parts) !== iso) wrong.push(iso);
        // Each day follows the one before it: the next in the month, or the first of the next month or year.
        const follows =
          (parts.month === before.month && parts.day === before.day + 1) ||
          (parts.day === 1 && parts.month === before.month + 1 && parts.year === before.year) ||
          (parts.day === 1 && parts.month === 1 && parts.year === before.year + 1);
        if (!follows) wrong.push(`${iso} after`);
        before = parts;
      }
      expect(wrong).toEqual([]);
    }, 60_000);
  }

  it('are those that almanacs give', () => {
    const almanac: readonly (readonly [Calendar, number, number, number, string])[] = [
      ['persian', 1399, 1, 1, '2020-03-20'],
      ['persian', 1399, 12, 30, '2021-03-20'],
      ['persian', 1400, 1, 1, '2021-03-21'],
      ['persian', 1357, 11, 22, '1979-02-11'],
      ['islamic-umalqura', 1445, 9, 1, '2024-03-11'],
      ['islamic-umalqura', 1446, 1, 1, '2024-07-07'],
      ['ethiopic', 2000, 1, 1, '2007-09-12'],
      ['ethiopic', 2011, 13, 6, '2019-09-11'],
      ['buddhist', 2563, 2, 29, '2020-02-29'],
    ];
    for (const [calendar, year, month, day, iso] of almanac) {
      expect(dayOf(calendar, { year, month, day }), `${calendar} ${year}-${month}-${day}`).toBe(iso);
    }
  });

  it('that a calendar does not have are none', () => {
    expect(dayOf('persian', { year: 1400, month: 12, day: 30 })).toBeNull();
    expect(dayOf('persian', { year: 1400, month: 13, day: 1 })).toBeNull();
    expect(dayOf('persian', { year: 1400, month: 0, day: 1 })).toBeNull();
    expect(dayOf('ethiopic', { year: 2012, month: 13, day: 6 })).toBeNull();
    expect(dayOf('gregory', { year: 2021, month: 2, day: 29 })).toBeNull();
    expect(dayOf('islamic-umalqura', { year: 1446, month: 1, day: 31 })).toBeNull();
  });

  it('make months and years as long as they are', () => {
    expect(monthsIn('ethiopic', 2012)).toBe(13);
    expect(monthsIn('persian', 1399)).toBe(12);
    expect([daysIn('persian', 1399, 1), daysIn('persian', 1399, 7), daysIn('persian', 1399, 12)]).toEqual([
      31, 30, 30,
    ]);
    expect([daysIn('ethiopic', 2011, 13), daysIn('ethiopic', 2012, 13)]).toEqual([6, 5]);
    expect(yearSpan('persian', 1399)).toEqual({ first: '2020-03-20', last: '2021-03-20' });
    expect(monthSpan('gregory', 2024, 2)).toEqual({ first: '2024-02-01', last: '2024-02-29' });
    expect(middleOf({ first: '2020-03-20', last: '2021-03-20' })).toBe('2020-09-18');
  });

  it('are not looked for in years that nobody here writes about: 1399 is no Gregorian year, 2021 no Persian one', () => {
    expect(isYear('gregory', 1399)).toBe(false);
    expect(isYear('persian', 1399)).toBe(true);
    expect(isYear('islamic-umalqura', 1399)).toBe(true);
    expect(isYear('persian', 2021)).toBe(false);
    expect(isYear('buddhist', 2563)).toBe(true);
    expect(dayOf('gregory', { year: 1399, month: 1, day: 1 })).toBeNull();
  });
});

describe('the calendar of a reader', () => {
  it('is the one of her language until she chooses another', () => {
    expect(usualCalendar('fa')).toBe('persian');
    expect(usualCalendar('en')).toBe('gregory');
    expect(usualCalendar('th')).toBe('buddhist');
    expect(usualCalendar('not a tag')).toBe('gregory');
    expect(calendarFor(null, 'fa')).toEqual({ calendar: 'persian', lacks: false });
    expect(calendarFor('gregory', 'fa')).toEqual({ calendar: 'gregory', lacks: false });
  });

  it('goes into the tag by which every screen writes dates, and into no tag that means it already', () => {
    expect(withCalendar('en-GB', 'persian')).toBe('en-GB-u-ca-persian');
    expect(withCalendar('fa', 'persian')).toBe('fa');
    expect(withCalendar('fa', 'gregory')).toBe('fa-u-ca-gregory');
    expect(withCalendar('ar-EG-u-nu-arab', 'islamic-umalqura')).toBe('ar-EG-u-ca-islamic-umalqura-nu-arab');
  });

  it('that a browser lacks is the Gregorian one, and the reader can be told', async () => {
    // A browser that was built without calendars answers in the Gregorian one, whatever it is asked for.
    class Poor extends Intl.DateTimeFormat {
      constructor(tag: string, options: Intl.DateTimeFormatOptions) {
        super(tag.replace(/ca-[a-z-]+?(?=-nu-|$)/, 'ca-gregory'), options);
      }
    }
    vi.resetModules();
    vi.stubGlobal('Intl', { DateTimeFormat: Poor });
    try {
      const without = await import('./calendars.ts');
      expect(without.hasCalendar('persian')).toBe(false);
      expect(without.hasCalendar('gregory')).toBe(true);
      expect(without.calendarFor('persian', 'en')).toEqual({ calendar: 'gregory', lacks: true });
    } finally {
      vi.unstubAllGlobals();
      // Nobody after us is to get the module that knows no calendars.
      vi.resetModules();
    }
    expect(hasCalendar('persian')).toBe(true);
  });
});
