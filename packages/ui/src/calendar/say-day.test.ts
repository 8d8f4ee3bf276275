import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { calendars, hasCalendar } from './calendars.ts';
import { readDate } from './read-date.ts';
import {
  calendarChoices,
  calendarName,
  monthName,
  sayDay,
  writeDay,
  writeMonth,
  writeYear,
} from './say-day.ts';

const tags = [
  'en',
  'en-US',
  'ar',
  'ar-EG',
  'fa',
  'fa-AF',
  'es',
  'fr',
  'pt',
  'ru',
  'uk',
  'tr',
  'zh',
  'my',
  'sw',
];

describe('a day in a field', () => {
  it('is written as the reader writes it, and beside it with the day of the week', () => {
    expect(writeDay('en-GB', 'gregory', '2026-11-21')).toBe('21 November 2026');
    expect(writeDay('en-GB', 'persian', '2026-11-21')).toBe('30 Aban 1405');
    expect(writeDay('fa', 'persian', '2026-11-21')).toBe('۳۰ آبان ۱۴۰۵');
    expect(writeDay('ru', 'gregory', '2026-11-21')).toBe('21 ноября 2026 г.');
    expect(writeDay('en-US', 'gregory', '2026-11-21')).toBe('November 21, 2026');
    expect(writeDay('zh', 'gregory', '2026-11-21')).toBe('2026年11月21日');
    expect(sayDay('en-GB', 'gregory', '2026-11-21')).toMatch(/^Saturday,? 21 November 2026$/);
    expect(writeMonth('en-GB', 'gregory', '2026-11-01')).toBe('November 2026');
    expect(writeYear('fa', 'persian', '2026-11-01')).toBe('۱۴۰۵');
  });

  it('is read again as the same day, in every language and calendar', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...tags),
        fc.constantFrom(...calendars),
        fc.date({ min: new Date('1920-01-01'), max: new Date('2080-12-31'), noInvalidDate: true }),
        (tag, calendar, date) => {
          const iso = date.toISOString().slice(0, 10);
          const text = writeDay(tag, calendar, iso);
          const reader = { tag, calendar, today: '2026-11-21' };
          const read = readDate(text, reader);
          expect(read, `${text} in ${tag}`).toMatchObject({ is: 'read', known: { at: iso } });
          const month = writeMonth(tag, calendar, iso);
          expect(readDate(month, reader).is, month).toBe('read');
        },
      ),
      { numRuns: runs(400) },
    );
  });

  it('has a name for each calendar and its months', () => {
    expect(calendarName('en', 'gregory')).toBe('Gregorian Calendar');
    expect(calendarName('not a tag', 'persian')).toBe('persian');
    expect(monthName('ar', 'persian', 1399, 8)).toBe('آبان');
    expect(monthName('en', 'ethiopic', 2011, 13)).toBe('Pagumen');
    expect(calendarChoices('persian', hasCalendar)[0]).toBe('persian');
    expect(calendarChoices('gregory', (one) => one !== 'ethiopic')).toEqual([
      'gregory',
      'persian',
      'islamic-umalqura',
      'buddhist',
    ]);
  });
});
