import { type DateWay, readDate } from '@leeward/domain/bring/date-ways.ts';
import { describe, expect, it } from 'vitest';
import { calendarGuesses, cellDates } from './cell-dates.ts';

const today = '2026-11-22';
const other = cellDates(today);
/** What a cell becomes, with its own words where they are kept. */
const read = (cell: string, way: DateWay = {}): string => {
  const found = readDate(cell, way, other);
  if ('problem' in found) return found.problem;
  const { date } = found;
  const said = date.said === '' ? '' : ` (${date.said})`;
  if (date.kind === 'point') return `${date.about ? '~' : ''}${date.at}${said}`;
  return date.kind === 'between' ? `${date.from ?? ''}/${date.to ?? ''}${said}` : `${date.kind}${said}`;
};

describe('a date of another calendar in a table', () => {
  it('is read in the calendar that was chosen for its column, in the digits of any script, and its words stay beside it', () => {
    const persian = { calendar: 'persian' } as const;
    for (const cell of [
      '1402/05/17',
      '۱۴۰۲/۰۵/۱۷',
      '17 Mordad 1402',
      '۱۷ مرداد ۱۴۰۲',
      '1402-5-17',
      '17/05/1402',
    ])
      expect(read(cell, persian)).toBe(`2023-08-08 (${cell})`);
    expect(read('1402', persian)).toBe('2023-03-21/2024-03-19 (1402)');
    expect(read('1445/9/1', { calendar: 'islamic-umalqura' })).toBe('2024-03-11 (1445/9/1)');
    expect(read('١ رمضان ١٤٤٥', { calendar: 'islamic-umalqura' })).toBe('2024-03-11 (١ رمضان ١٤٤٥)');
    expect(read('1 መስከረም 2000', { calendar: 'ethiopic' })).toBe('2007-09-12 (1 መስከረም 2000)');
    expect(read('2012-07-11', { calendar: 'ethiopic' })).toBe('2020-03-20 (2012-07-11)');
    expect(read('20/3/2563', { calendar: 'buddhist' })).toBe('2020-03-20 (20/3/2563)');
  });

  it('is never converted before somebody has said which calendar it is, also where its words say so', () => {
    for (const cell of ['1402/05/17', '۱۴۰۲/۰۵/۱۷', '17 Mordad 1402', '1402', '1445/9/1 هـ', '20/3/2563'])
      expect(read(cell)).toBe('which-calendar');
    // In a column of Persian dates, those of our calendar are asked for, and read where somebody said so.
    const persian = { calendar: 'persian' } as const;
    expect(read('2023-08-08', persian)).toBe('which-calendar');
    expect(read('2023-08-08', { ...persian, also: 'gregory' })).toBe('2023-08-08');
    expect(read('1402/05/17', { ...persian, also: 'gregory' })).toBe('2023-08-08 (1402/05/17)');
  });

  it('that its calendar does not have is said, and not moved to the next day', () => {
    expect(read('1402/12/30', { calendar: 'persian' })).toBe('no-such-day');
    expect(read('1403/12/30', { calendar: 'persian' })).toBe('2025-03-20 (1403/12/30)');
    expect(read('1402/7/31', { calendar: 'persian' })).toBe('no-such-day');
  });

  it('in which day and month can change places is asked in every calendar', () => {
    const persian = { calendar: 'persian' } as const;
    expect(read('05/06/1402', persian)).toBe('which-order');
    expect(read('05/06/1402', { ...persian, order: 'day-first' })).toBe('2023-08-27 (05/06/1402)');
    expect(read('05/06/1402', { ...persian, order: 'month-first' })).toBe('2023-07-28 (05/06/1402)');
  });
});

describe('a date with words or two digits of a year', () => {
  it('is read where it can be one day alone', () => {
    expect(read('14 March 2021')).toBe('2021-03-14');
    expect(read('14 آذار 2021')).toBe('2021-03-14');
    expect(read('3/2027')).toBe('2027-03');
    expect(read('soon')).toBe('not-a-date');
    expect(read('14 March')).toBe('not-a-date');
  });

  it('is asked for the hundred years that are meant', () => {
    expect(read('14/3/21')).toBe('short-year');
    expect(read('14/3/85', { century: 'past' })).toBe('1985-03-14');
    expect(read('14 March 30', { century: 'past', order: 'day-first' })).toBe('1930-03-14');
    expect(read('14 March 30', { century: 'ahead', order: 'day-first' })).toBe('2030-03-14');
    expect(read('3/4/21', { century: 'past' })).toBe('which-order');
    expect(read('3/4/21', { century: 'past', order: 'month-first' })).toBe('2021-03-04');
    const persian = { calendar: 'persian', century: 'past' } as const;
    expect(read('02/05/17', persian)).toBe('which-order');
    expect(read('02/05/17', { ...persian, order: 'year-first' })).toBe('2023-08-08 (02/05/17)');
    expect(read('99/12/30', persian)).toBe('2021-03-20 (99/12/30)');
    // 14 March 2021 or 21 March 2014.
    expect(read('14/03/21', { century: 'past' })).toBe('which-order');
    expect(read('14/03/21', { century: 'past', order: 'day-first' })).toBe('2021-03-14');
    expect(read('14/03/21', { century: 'past', order: 'year-first' })).toBe('2014-03-21');
    // That years come first says nothing of day and month.
    expect(read('3/4/2021', { order: 'year-first' })).toBe('which-order');
  });
});

describe('the calendar that is offered for a column', () => {
  const guess = (cells: readonly string[], own: 'gregory' | 'persian' | 'islamic-umalqura' = 'gregory') =>
    calendarGuesses(cells, {}, { own, today }).map(({ calendar }) => calendar);

  it('is the one whose days are near, and has all of them', () => {
    expect(guess(['1402/05/17', '1399/01/01'])).toEqual(['persian', 'islamic-umalqura']);
    // In the Persian calendar these days would be still to come.
    expect(guess(['1445/05/17', '1446/01/01'])).toEqual(['islamic-umalqura']);
    // No month of the Islamic calendar has 31 days.
    expect(guess(['1402/05/31'])).toEqual(['persian']);
    expect(guess(['20/3/2563', '1/4/2564'])).toEqual(['buddhist']);
    expect(guess(['2012/13/03'])).toEqual(['ethiopic']);
    expect(guess(['17 Mordad 1402'])).toEqual(['persian']);
    expect(guess(['soon'])).toEqual([]);
    // A slip takes nothing from it.
    expect(guess(['1402/05/31', '1402/13/01', '12/30/1399'])[0]).toBe('persian');
  });

  it('is the reader’s own where it can be', () => {
    expect(guess(['1402/05/17'], 'islamic-umalqura')).toEqual(['islamic-umalqura', 'persian']);
  });

  it('comes with the days that its dates would be', () => {
    expect(calendarGuesses(['1402/05/17', '1399/01/01'], {}, { own: 'gregory', today })[0]).toEqual({
      calendar: 'persian',
      first: '2020-03-20',
      last: '2023-08-08',
    });
  });
});
