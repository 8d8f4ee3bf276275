import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { type Calendar, calendars } from './calendars.ts';
import { partsOf } from './days.ts';
import type { Known } from './known.ts';
import { type Reader, readDate } from './read-date.ts';

const today = '2026-11-21';
const as = (tag: string, calendar: Calendar = 'gregory'): Reader => ({
  tag,
  calendar,
  today,
  thorough: true,
});
/** Short, as people would note it down. */
const note = (known: Known): string => {
  const about = known.about ? '~' : '';
  if (known.kind === 'point') return known.at + about;
  if (known.kind === 'season') return `${known.season} ${known.year}${about}`;
  return `${known.from ?? '..'}/${known.to ?? '..'}${about}`;
};
const read = (text: string, reader: Reader): string => {
  const found = readDate(text, reader);
  if (found.is === 'empty') return '';
  if (found.is === 'read') return note(found.known);
  return [found.problem, ...found.others.map((one) => `${one.calendar} ${note(one.known)}`)].join(' | ');
};
const reads = (reader: Reader, cases: Readonly<Record<string, string>>): void => {
  for (const [text, meant] of Object.entries(cases)) expect(read(text, reader), text).toBe(meant);
};

describe('a day as somebody writes it', () => {
  it('is read with numbers or names, in the order that the numbers allow', () => {
    reads(as('en-GB'), {
      '2021-03-14': '2021-03-14',
      '2021/3/14': '2021-03-14',
      '20210314': '2021-03-14',
      '14/3/2021': '2021-03-14',
      '3/14/2021': '2021-03-14',
      '14.3.2021': '2021-03-14',
      '14 March 2021': '2021-03-14',
      'March 14th, 2021': '2021-03-14',
      '14 mar 2021': '2021-03-14',
      '5/5/2021': '2021-05-05',
      '': '',
    });
  });

  it('is read in the digits and words of every language, whatever the screen speaks', () => {
    reads(as('en-GB'), {
      '١٤ مارس ٢٠٢١': '2021-03-14',
      '14 آذار 2021': '2021-03-14',
      '٢٠٢١/٠٣/١٤': '2021-03-14',
      '۱۴ مارس ۲۰۲۱': '2021-03-14',
      '14 марта 2021 г.': '2021-03-14',
      '14 березня 2021 р.': '2021-03-14',
      '14 de marzo de 2021': '2021-03-14',
      '1er août 2021': '2021-08-01',
      '14 de março de 2021': '2021-03-14',
      '14 Mart 2021': '2021-03-14',
      '2021年3月14日': '2021-03-14',
      '၂၀၂၁ မတ် ၁၄': '2021-03-14',
      '१४/३/२०२१': '2021-03-14',
      '14 Machi 2021': '2021-03-14',
    });
  });

  it('is read in the calendar that was chosen', () => {
    reads(as('fa', 'persian'), {
      '۱۳۹۹/۱۲/۳۰': '2021-03-20',
      '۳۰ اسفند ۱۳۹۹': '2021-03-20',
      '1 فروردين 1400': '2021-03-21',
      '14000101': '2021-03-21',
      '1400/12/30': 'no-such-day',
    });
    reads(as('ar-SA', 'islamic-umalqura'), { '١ رمضان ١٤٤٥': '2024-03-11', '1445/9/1': '2024-03-11' });
    reads(as('am', 'ethiopic'), { '1 መስከረም 2000': '2007-09-12', '6 Pagumen 2011': '2019-09-11' });
    reads(as('th', 'buddhist'), { '20/3/2563': '2020-03-20', '20 March 2563': '2020-03-20' });
  });

  it('may name another calendar by the name of its month or by a word', () => {
    reads(as('en-GB'), {
      '30 Esfand 1399': '2021-03-20',
      '1 Ramadan 1445': '2024-03-11',
      '1399/12/30 ه.ش': '2021-03-20',
      '1445/9/1 هـ': '2024-03-11',
      '۱۳۹۹/۱۲/۳۰ شمسی': '2021-03-20',
    });
    reads(as('fa', 'persian'), {
      '14 مارس 2021': '2021-03-14',
      '2021/3/14 میلادی': '2021-03-14',
      '۱۳۹۹/۱۲/۳۰ هجری': '2021-03-20',
    });
  });

  it('that can be two days is read as the reader’s country does, and the other is offered', () => {
    const british = readDate('3/4/2021', as('en-GB'));
    const american = readDate('3/4/2021', as('en-US'));
    expect(british).toMatchObject({ known: { at: '2021-04-03' }, others: [{ known: { at: '2021-03-04' } }] });
    expect(american).toMatchObject({
      known: { at: '2021-03-04' },
      others: [{ known: { at: '2021-04-03' } }],
    });
  });

  it('without a year, or with two digits of one, is never guessed: it is asked', () => {
    reads(as('en-GB'), {
      '14 March': 'no-year | gregory 2026-03-14 | gregory 2027-03-14 | gregory 2025-03-14',
      '14/3/99': 'short-year | gregory 1999-03-14',
      '14/3/30': 'short-year | gregory 2030-03-14',
    });
    expect(read('99/12/30', as('fa', 'persian'))).toBe('short-year | persian 2021-03-20');
  });

  it('in a year of another calendar is not taken for the year 1399: the calendars that fit are offered', () => {
    reads(as('en-GB'), {
      '1399/12/29': 'year | persian 2021-03-19 | islamic-umalqura 1979-11-19',
      '20/3/2563': 'year | buddhist 2020-03-20',
    });
    expect(read('2021-03-14', as('fa', 'persian'))).toBe('year | gregory 2021-03-14 | ethiopic 2028-11-23');
    expect(read('14 March 3012', as('en'))).toBe('year');
  });

  it('that nobody can read stays unread', () => {
    reads(as('en'), {
      'when the dam was built': 'words',
      '31 February 2021': 'no-such-day',
      '14/14/2021': 'no-such-day',
      '1/2/3/4': 'words',
      '21': 'words',
      '-': 'words',
    });
  });

  it('is read back from what every language and calendar writes', () => {
    const tags = ['en', 'en-US', 'ar', 'ar-EG', 'fa', 'es', 'fr', 'pt', 'ru', 'uk', 'tr', 'zh', 'my', 'sw'];
    fc.assert(
      fc.property(
        fc.constantFrom(...tags),
        fc.constantFrom(...calendars),
        fc.date({ min: new Date('1920-01-01'), max: new Date('2080-12-31'), noInvalidDate: true }),
        (tag, calendar, date) => {
          const iso = date.toISOString().slice(0, 10);
          const { year, month, day } = partsOf(calendar, iso);
          const number = new Intl.NumberFormat(tag, { useGrouping: false, minimumIntegerDigits: 2 });
          const slashed = [year, month, day].map((part) => number.format(part)).join('/');
          expect(read(slashed, as(tag, calendar))).toBe(iso);
          const long = new Intl.DateTimeFormat(tag, {
            dateStyle: 'long',
            calendar: 'gregory',
            timeZone: 'UTC',
          });
          expect(read(long.format(date), as(tag)), long.format(date)).toBe(iso);
        },
      ),
      { numRuns: runs(150) },
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.constantFrom(...calendars),
        (text, calendar) => {
          expect(['empty', 'read', 'unread']).toContain(readDate(text, as('en', calendar)).is);
        },
      ),
      { numRuns: runs(200) },
    );
  });
});

describe('a date that is not exact', () => {
  it('is read as exactly as it was written', () => {
    reads(as('en-GB'), {
      '2021': '2021',
      'March 2021': '2021-03',
      '3/2021': '2021-03',
      '2021-03': '2021-03',
      'spring 2021': 'spring 2021',
      'autumn of 2021': 'autumn 2021',
      'about 1980': '1980~',
      '~1980': '1980~',
      '1980?': '1980~',
      'c. March 1980': '1980-03~',
      'before 1990': '../1990',
      'since March 2001': '2001-03/..',
      'between 1990 and 1995': '1990/1995',
      '1990-1995': '1990/1995',
      '1995 to 1990': '1990/1995',
      '12 to 15 March 2021': '2021-03-12/2021-03-15',
      'March to May 2021': '2021-03/2021-05',
      'the 1980s': '1980/1989',
    });
  });

  it('is read in the words of every language', () => {
    reads(as('en-GB'), {
      'ربيع ٢٠٢١': 'spring 2021',
      'حوالي ١٩٨٠': '1980~',
      'قبل ١٩٩٠': '../1990',
      'بين ١٩٩٠ و ١٩٩٥': '1990/1995',
      'منذ عام ٢٠٠١': '2001/..',
      'بهار ۲۰۲۱': 'spring 2021',
      'حدود ۱۹۸۰': '1980~',
      'primavera de 2021': 'spring 2021',
      'hacia 1980': '1980~',
      'entre 1990 y 1995': '1990/1995',
      'printemps 2021': 'spring 2021',
      'vers 1980': '1980~',
      'été 2021': 'summer 2021',
      'весна 2021 года': 'spring 2021',
      'весной 2021': 'spring 2021',
      'около 1980 года': '1980~',
      'с 1990 по 1995': '1990/1995',
      'до 1990': '../1990',
      'весна 2021': 'spring 2021',
      'близько 1980': '1980~',
      '2021 ilkbahar': 'spring 2021',
      '1980 civarı': '1980~',
      '2021年春天': 'spring 2021',
      '1980年左右': '1980~',
      'karibu 1980': '1980~',
      '၁၉၈၀ ခန့်': '1980~',
    });
  });

  it('of another calendar keeps its first and last day, because ISO has no such year', () => {
    reads(as('fa', 'persian'), {
      '۱۳۹۹': '2020-03-20/2021-03-20',
      'فروردین ۱۳۹۹': '2020-03-20/2020-04-19',
      'بهار ۱۳۹۹': '2020-03-20/2020-06-20',
      'زمستان ۱۳۹۹': '2020-12-21/2021-03-20',
      'حدود ۱۳۹۹': '2020~',
      'تا ۱۳۹۵': '../2017-03-20',
      'از ۱۳۹۰ تا ۱۳۹۵': '2011-03-21/2017-03-20',
      'دهه ۱۳۶۰': '1981-03-21/1991-03-20',
    });
    reads(as('en-GB'), {
      '1399': 'year | persian 2020-03-20/2021-03-20 | islamic-umalqura 1978-12-01/1979-11-20',
    });
    expect(read('spring 1445', as('en', 'islamic-umalqura'))).toBe('no-season');
    expect(read('2563', as('th', 'buddhist'))).toBe('2020');
  });
});
