import { describe, expect, test } from 'vitest';
import { toHex, utf8 } from '../crypto/bytes.ts';
import { sha256 } from '../crypto/hash.ts';
import { slipsBetween } from './near.ts';
import { normalise } from './normalise.ts';
import {
  LIST_SIZE,
  loadList,
  loadListsFor,
  loadNewestList,
  phraseLanguages,
  type WordListId,
  wordListIds,
} from './wordList.ts';

const lists = await Promise.all(wordListIds.map(loadList));
const arabic = await loadList('ar-1');

/** SHA-256 over the words, one a line. A list that was given out must never change; a new list adds a line here. */
const FROZEN: Readonly<Record<WordListId, string>> = {
  'en-1': '187db04a869dd9bc7be80d21a86497d692c0db6abd3aa8cb6be5d618ff757fae',
  'ar-1': 'e930e68a6f2999b98f1646c751706396d530050383ae48ff9ef148d06ed9e388',
};

/** Letters of one shape that only dots tell apart; in the middle of a word ن and ي stand on the same tooth as ب. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/[تث]/g, 'ب'],
  [/[حخ]/g, 'ج'],
  [/ذ/g, 'د'],
  [/ز/g, 'ر'],
  [/ش/g, 'س'],
  [/ض/g, 'ص'],
  [/ظ/g, 'ط'],
  [/غ/g, 'ع'],
  [/[نئي](?=.)/g, 'ب'],
  [/ق(?=.)/g, 'ف'],
];

function withoutDots(word: string): string {
  return SHAPES.reduce((shape, [letters, one]) => shape.replace(letters, one), word);
}

/** Words that share a letter pattern once a letter is left out are the only ones that can be one slip apart. */
function pairsOneSlipApart(words: readonly string[]): readonly string[] {
  const byRest = new Map<string, Set<string>>();
  for (const word of words) {
    const letters = Array.from(word);
    const rests = letters.map((_, left) => letters.filter((_letter, at) => at !== left).join(''));
    for (const rest of [word, ...rests]) byRest.set(rest, (byRest.get(rest) ?? new Set()).add(word));
  }
  const pairs = new Set<string>();
  for (const near of byRest.values()) {
    for (const one of near) {
      for (const other of near) if (one < other && slipsBetween(one, other) < 2) pairs.add(`${one} ${other}`);
    }
  }
  return [...pairs];
}

describe('every word list', () => {
  for (const list of lists) {
    test(`${list.id} has 2,048 different words, as they are shown and as they are compared`, () => {
      expect(list.words).toHaveLength(LIST_SIZE);
      expect(new Set(list.words).size).toBe(LIST_SIZE);
      expect(new Set(list.words.map(normalise)).size).toBe(LIST_SIZE);
    });

    test(`${list.id} has no two words that begin with the same letters, as many as it promises`, () => {
      const beginnings = list.words.map((word) =>
        Array.from(normalise(word)).slice(0, list.prefixLength).join(''),
      );
      expect(new Set(beginnings).size).toBe(LIST_SIZE);
    });

    test(`${list.id} is sorted as it is compared, so that a person finds a word in a printed list`, () => {
      const plain = list.words.map(normalise);
      expect([...plain].sort()).toEqual(plain);
    });

    test(`${list.id} is accepted for ever: not one word of it has changed since it was given out`, async () => {
      expect(toHex(await sha256(utf8(list.words.join('\n'))))).toBe(FROZEN[list.id]);
    });
  }

  test('shares no word with another, so that a phrase in two languages has one meaning', () => {
    const all = lists.flatMap((list) => list.words.map(normalise));
    expect(new Set(all).size).toBe(all.length);
  });

  test('is fetched by its version, by its language, or by the letters that were typed, and only then', async () => {
    expect(phraseLanguages).toEqual(['en', 'ar']);
    expect((await loadNewestList('ar'))?.id).toBe('ar-1');
    expect(await loadNewestList('my')).toBeUndefined();
    expect((await loadListsFor('كتاب')).map((list) => list.id)).toEqual(['ar-1']);
    expect((await loadListsFor('1. Zoo')).map((list) => list.id)).toEqual(['en-1']);
    expect((await loadListsFor('zoo كتاب')).map((list) => list.id)).toEqual(['en-1', 'ar-1']);
    expect(await loadListsFor('123456 ١٢٣٤٥٦')).toEqual([]);
  });
});

describe('the Arabic list', () => {
  test('says that no native speaker has read it yet, so that screens show the digits first', () => {
    expect(arabic.readByNativeSpeaker).toBe(false);
  });

  test('has words of three to seven Arabic letters, without vowel signs or stretching', () => {
    expect(arabic.words.filter((word) => !/^[\u0621-\u063a\u0641-\u064a]{3,7}$/.test(word))).toEqual([]);
  });

  test('has no two words that are one slip of the hand apart', () => {
    expect(pairsOneSlipApart(['كتاب', 'كباب', 'عصفور'])).toEqual(['كباب كتاب']);
    expect(pairsOneSlipApart(arabic.words.map(normalise))).toEqual([]);
  });

  test('has no two words of one shape, so that dots lost on paper do not matter', () => {
    expect(withoutDots('بيت')).toBe(withoutDots('بنت'));
    const shapes = arabic.words.map((word) => withoutDots(normalise(word)));
    expect(shapes.filter((shape, at) => shapes.indexOf(shape) !== at)).toEqual([]);
  });

  test('has no word that would frighten, insult, divide, or look suspicious on a slip of paper', () => {
    const never = `
      سلاح رصاص رصاصة بندقية مسدس قنبلة لغم صاروخ مدفع دبابة سيف سكين ذخيرة متفجر انفجار خندق كمين
      شرطة سجن سجين معتقل زنزانة محكمة قاض تهمة تحقيق مخبر جاسوس عميل حاجز دورية حدود تفتيش هوية جواز
      حزب ثورة انقلاب رئيس وزير ملك حكومة نظام معارض ناشط ناشطة صحفي منظمة حقوق احتجاج مظاهرة إضراب علم راية
      قتل موت دم جثة قبر شهيد خطف تعذيب ضرب حرب جيش جندي ضابط عدو هجوم حريق
      سني شيعي درزي علوي قبطي كردي أمازيغي يهودي مسيحي مسلم كافر إمام شيخ كاهن مسجد كنيسة صليب حجاب نقاب
      خمر نبيذ حشيش خنزير كلب حمار قرد قبلة جنس عارية شهوة ثدي
      محمد أحمد علي حسين حسن عمر فاطمة مريم خالد مصر سوريا العراق المغرب لبنان فلسطين قدس حلب بغداد
    `;
    const listed = new Set(arabic.words.map(normalise));
    expect(
      never
        .trim()
        .split(/\s+/)
        .map(normalise)
        .filter((word) => listed.has(word)),
    ).toEqual([]);
  });
});
