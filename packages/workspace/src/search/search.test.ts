import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { createBook, type Entry, type SearchBook } from './book.ts';
import type { Place, SearchKind } from './contract.ts';
import { tokensOf } from './tokens.ts';

const note = (text: string, ...more: readonly string[]): Entry => ({
  kind: 'case',
  passages: [text, ...more].map((one) => ({ part: 'note', text: one, at: null })),
});

function bookOf(texts: Readonly<Record<string, Entry | string>>): SearchBook {
  const book = createBook();
  for (const [id, entry] of Object.entries(texts))
    book.put(id, typeof entry === 'string' ? note(entry) : entry);
  while (book.work(1000, () => 0));
  return book;
}

const ask = (
  book: SearchBook,
  text: string,
  more: {
    readonly places?: readonly Place[];
    readonly kinds?: readonly SearchKind[];
    readonly limit?: number;
  } = {},
) => book.ask({ text, places: [], kinds: [], limit: 50, ...more });
const ids = (book: SearchBook, text: string): readonly string[] => ask(book, text).found.map((one) => one.id);

describe('searching everything', () => {
  it('finds words in any order, as they are typed, without regard to capitals and marks', () => {
    const book = bookOf({ one: 'We defend a forest, near the Café Élan.', two: 'The forest burned.' });
    expect(ids(book, 'FOREST')).toEqual(expect.arrayContaining(['one', 'two']));
    expect(ids(book, 'elan cafe')).toEqual(['one']);
    expect(ids(book, 'defend fores')).toEqual(['one']);
    expect(ids(book, 'forest sea')).toEqual([]);
  });

  it('finds what is written without spaces, wherever it stands: Chinese, Burmese, Thai, Japanese, Khmer', () => {
    const book = bookOf({
      zh: '她昨天在张伟的办公室见到了律师。',
      my: 'သူမသည်ရန်ကုန်မှထွက်ခွာခဲ့သည်။',
      th: 'เธอต้องการที่พักปลอดภัยในกรุงเทพ',
      ja: '彼女は東京へ行きます',
      km: 'នាងត្រូវការជំនួយផ្លូវច្បាប់',
    });
    expect(ids(book, '张伟')).toEqual(['zh']);
    expect(ids(book, '律师')).toEqual(['zh']);
    expect(ids(book, '伟张')).toEqual([]);
    expect(ids(book, 'ရန်ကုန်')).toEqual(['my']);
    expect(ids(book, 'ปลอดภัย')).toEqual(['th']);
    expect(ids(book, '東京')).toEqual(['ja']);
    expect(ids(book, 'ជំនួយ')).toEqual(['km']);
  });

  it('finds Arabic with and without its article, vowel signs and the shapes of its letters', () => {
    const book = bookOf({ one: 'قابلت المُحامي أحمد في المدرسة', two: 'وصلت رسالة' });
    for (const typed of ['محامي', 'المحامي', 'احمد', 'مدرسه', 'المحا'])
      expect(ids(book, typed)).toEqual(['one']);
  });

  it('finds a name in another script or spelling, and says how it is written there', () => {
    const book = bookOf({
      one: 'Spoke with Youssef today.',
      two: 'تحدثت مع يوسف',
      three: 'Юсуф написал',
      four: 'Nobody.',
    });
    expect(ids(book, 'Yusuf')).toEqual(expect.arrayContaining(['one', 'two', 'three']));
    expect(ids(book, 'Yusuf')).not.toContain('four');
    const arabic = ask(book, 'Yusuf').found.find((one) => one.id === 'two');
    expect(arabic?.excerpts[0]?.as).toBe('يوسف');
  });

  it('finds a word with a slip in it where nothing else is found, and only there', () => {
    const book = bookOf({ one: 'The residence permit expires.', two: 'A permission was given.' });
    expect(ids(book, 'residance')).toEqual(['one']);
    expect(ids(book, 'permit')).toEqual(['one']);
  });

  it('marks exactly what was found, in a piece of the passage around it', () => {
    const long = `${'Nothing of note happened here today. '.repeat(20)}Then the lawyer called. ${'And so on. '.repeat(40)}`;
    const excerpt = ask(bookOf({ one: long }), 'lawyer').found[0]?.excerpts[0];
    expect(excerpt?.text.length).toBeLessThan(260);
    expect(excerpt?.marks.map(([start, end]) => excerpt.text.slice(start, end))).toEqual(['lawyer']);
  });

  it('puts what bears the name before what mentions it', () => {
    const named: Entry = { kind: 'case', passages: [{ part: 'pseudonym', text: 'Kestrel', at: null }] };
    const book = bookOf({ mention: 'Kestrel, Kestrel and Kestrel again, said the note on Kestrel.', named });
    expect(ids(book, 'kestrel')[0]).toBe('named');
  });

  it('counts with each filter exactly what the filter leaves', () => {
    const entry = (kind: SearchKind, part: 'what' | 'reply' | 'file', text: string): Entry => ({
      kind,
      passages: [{ part, text, at: null }],
    });
    const book = bookOf({
      a: entry('request', 'what', 'a passport was taken'),
      b: entry('request', 'reply', 'your passport'),
      c: entry('case', 'file', 'passport.pdf'),
    });
    const all = ask(book, 'passport');
    expect(all.kinds).toEqual({ request: 2, case: 1, directory: 0 });
    for (const kind of ['request', 'case', 'directory'] as const)
      expect(ask(book, 'passport', { kinds: [kind] }).total).toBe(all.kinds[kind]);
    for (const place of ['name', 'hers', 'ours', 'notes', 'files', 'directory'] as const)
      expect(ask(book, 'passport', { places: [place] }).total).toBe(all.places[place]);
  });

  it('follows when a record changes or goes, also after many changes', () => {
    const book = bookOf({ one: 'first words', two: 'second words' });
    for (let round = 0; round < 1200; round += 1) {
      book.put('one', note(`round ${round}`));
      while (book.work(1000, () => 0));
    }
    book.remove('two');
    expect(ids(book, 'words')).toEqual([]);
    expect(ids(book, 'round 1199')).toEqual(['one']);
    expect(ids(book, 'first')).toEqual([]);
  });

  it('answers with what it has read, and says how much that is', () => {
    const book = createBook();
    book.put('one', note('apple'));
    book.put('two', note('apple'));
    expect(book.read()).toEqual({ done: 0, total: 2 });
    let clock = 0;
    book.work(1, () => (clock += 1));
    expect(book.read()).toEqual({ done: 1, total: 2 });
    expect(ask(book, 'apple').total).toBe(1);
  });

  it('finds every word of every text by itself, by its beginning, and with its neighbour', () => {
    const word = fc.constantFrom(
      'alder',
      'Basalt',
      'кестрел',
      'يوسف',
      '张伟',
      'ရန်ကုန်',
      'forest',
      'Şahin',
      'x1',
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
        (texts) => {
          const book = bookOf(Object.fromEntries(texts.map((words, at) => [`t${at}`, words.join(' ')])));
          for (const [at, words] of texts.entries())
            for (const [index, one] of words.entries()) {
              expect(ids(book, one)).toContain(`t${at}`);
              if ([...one].length > 2) expect(ids(book, one.slice(0, -1))).toContain(`t${at}`);
              expect(ids(book, `${one} ${words[index + 1] ?? one}`)).toContain(`t${at}`);
            }
        },
      ),
      { numRuns: runs(60) },
    );
  });

  it('takes nothing that is typed as anything but text', () => {
    const book = bookOf({ one: 'plain' });
    for (const typed of [
      '',
      '   ',
      '.*',
      '(',
      '\\',
      '~SF',
      '__proto__',
      'constructor',
      '\u202e',
      'a'.repeat(5000),
    ])
      expect(ids(book, typed)).toEqual([]);
  });

  it('says of every piece of a text where it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        for (const { start, end } of tokensOf(text)) {
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: runs(500) },
    );
  });
});
