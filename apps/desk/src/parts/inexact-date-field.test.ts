import { type InexactDate, inexactDate } from '@leeward/domain/shared/inexact-date.ts';
import { deskLanguages } from '@leeward/ui';
import { calendars, withCalendar } from '@leeward/ui/calendar/calendars.ts';
import { monthSpan, partsOf, yearSpan } from '@leeward/ui/calendar/days.ts';
import { readDate } from '@leeward/ui/calendar/read-date.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { inexactOf, keepsLess } from '../dates/inexact.ts';
import { speak } from '../testing/texts.ts';
import { isSameDate } from './inexact-date-field.tsx';
import { dateText } from './inexact-date-words.tsx';

const two = (value: number): string => String(value).padStart(2, '0');
const year = fc.integer({ min: 1900, max: 2100 });
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([at, of]) => `${at}-${two(of)}`);
const day = fc.tuple(month, fc.integer({ min: 1, max: 28 })).map(([at, of]) => `${at}-${two(of)}`);
const point = fc.oneof(year.map(String), month, day);
const season = fc.constantFrom('spring' as const, 'summer' as const, 'autumn' as const, 'winter' as const);
const dates: fc.Arbitrary<InexactDate> = fc.oneof(
  fc.record({ kind: fc.constant('point' as const), at: point, about: fc.boolean(), said: fc.constant('') }),
  fc.record({
    kind: fc.constant('season' as const),
    season,
    year,
    south: fc.constant(false),
    said: fc.constant(''),
  }),
  fc.record({
    kind: fc.constant('between' as const),
    from: point,
    to: fc.constant(null),
    said: fc.constant(''),
  }),
  fc.record({
    kind: fc.constant('between' as const),
    from: fc.constant(null),
    to: point,
    said: fc.constant(''),
  }),
  fc
    .tuple(day, day)
    .filter(([from, to]) => from < to)
    .map(([from, to]) => ({ kind: 'between' as const, from, to, said: '' })),
);

describe('the line for a date that is known inexactly', () => {
  for (const { tag } of deskLanguages) {
    it(`reads back what the desk itself writes into it, in every calendar (${tag})`, async () => {
      const t = speak(tag);
      fc.assert(
        fc.property(dates, fc.constantFrom(...calendars), (date, calendar) => {
          const numbers = withCalendar(tag, calendar);
          const text = dateText(t, numbers)(date, calendar);
          const read = readDate(text, { tag: numbers, calendar, today: '2026-11-21' });
          if (read.is !== 'read') throw new Error(`"${text}" is ${JSON.stringify(read)}`);
          const again = inexactOf(read.known, '', false);
          expect(isSameDate(again, date), `${text} was read as ${JSON.stringify(again)}`).toBe(true);
        }),
        { numRuns: runs(150) },
      );
    }, 30_000);
  }

  it('writes the year, month and season of a calendar as what they are, not as two days', () => {
    const t = speak('en');
    const write = dateText(t, withCalendar('en', 'persian'));
    const span = (from: string, to: string): InexactDate => ({ kind: 'between', from, to, said: '' });
    expect(write(span('2020-03-20', '2021-03-20'), 'persian')).toBe('1399');
    expect(write(span('2020-03-20', '2020-04-19'), 'persian')).toBe('Farvardin 1399');
    expect(write(span('2020-03-20', '2020-06-20'), 'persian')).toBe('spring of 1399');
    fc.assert(
      fc.property(fc.constantFrom(...calendars), day, fc.boolean(), (calendar, iso, whole) => {
        const parts = partsOf(calendar, iso);
        const found = whole ? yearSpan(calendar, parts.year) : monthSpan(calendar, parts.year, parts.month);
        const date = span(found?.first ?? '', found?.last ?? '');
        const text = dateText(t, withCalendar('en', calendar))(date, calendar);
        const read = readDate(text, { tag: 'en', calendar, today: '2026-11-21' });
        expect(read.is, text).toBe('read');
      }),
      { numRuns: runs(100) },
    );
  });

  it('keeps the words themselves where ISO says less than they do', () => {
    const read = (text: string, calendar: 'gregory' | 'persian') => {
      const found = readDate(text, { tag: 'en', calendar, today: '2026-11-21' });
      if (found.is !== 'read') throw new Error(found.is);
      return keepsLess(found.known, calendar);
    };
    expect(read('about 1980', 'gregory')).toBe(false);
    expect(read('about spring 1980', 'gregory')).toBe(true);
    expect(read('about 1399', 'persian')).toBe(true);
    expect(read('1399', 'persian')).toBe(false);
    expect(read('about 12 Mehr 1399', 'persian')).toBe(false);
  });

  it('makes only dates that a case takes', () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(inexactDate(date, '').ok).toBe(true);
      }),
      { numRuns: runs(50) },
    );
  });
});
