import { describe, expect, test } from 'vitest';
import { toHex, utf8 } from '../crypto/bytes.ts';
import { sha256 } from '../crypto/hash.ts';
import { normalise } from './normalise.ts';
import { flawsOf, listRules, withoutDots } from './testing/list-rules.ts';
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
  'es-1': '031567211b7aeff9c9a2b17a1d11c25192db5621d10cfabe50e92aa8559c7bea',
  'tr-1': '87449b14fd64e89d0eff22182188df18cd595460f306d3f83b577fbc1cb99fa9',
  'fr-1': '300ac73887f38229678088dc1f25fb3edaaf771378b93202ecb1d5b4627cf008',
  'fa-1': '2df6ffee5af0eeee759b359e8f3d5db66e34220d53ea14ec3452f25c9194c0dd',
  'pt-1': 'e48bd6d556be8567c5379d369e335dde48bd9714e0f5ec721d4b0307113f130f',
  'ru-1': 'e272a91c83ab1662a12a665e041340fd299eb26f4381c857d2ede33b243ec962',
  'uk-1': 'f1e501b9fb9911fc1b5d13dff2777e7400081525deaa5079e5d84fa34adb5e20',
  'sw-1': '83b356a77c8f9dcbda8bb2b4157191ed86423656478d212ad7b24e0a1dc6d4f9',
  'zh-1': '20f94ddfbd256bbc4e4ecf07abe150e99fcfb1c960eeb4bc2192f76012d40395',
  'my-1': 'ac50d3fa4cd377a9d1beff06b31dff82b0857ff90e26d97fe194296022f964f5',
};

function never(): never {
  throw new Error('no such rules');
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

  for (const list of lists.filter(({ id }) => id !== 'en-1')) {
    test(`${list.id} keeps the rules of its language: letters, beginnings, slips, shapes, no word of another list`, () => {
      const rules = listRules[list.language];
      if (rules === undefined) throw new Error(`no rules for ${list.language}`);
      const others = lists.filter((other) => other.id !== list.id).flatMap((other) => other.words);
      expect(flawsOf(list.words, rules, others)).toEqual([]);
      expect(list.prefixLength).toBe(rules.prefixLength);
    });
  }

  test('would be refused with a word that is one slip, one beginning or one shape away from another', () => {
    const es = (words: string) => flawsOf(words.split(' '), listRules['es'] ?? never(), ['zebra']);
    expect(es('camino camión')).toContain('camión: beginning (camino)');
    expect(es('gato pato')).toContain('pato: slip (gato)');
    expect(es('mesa zebra')).toContain('zebra: other-list (zebra)');
    expect(es('mesa no')).toContain('no: letters');
    const zh = (words: string) => flawsOf(words.split(' '), listRules['zh'] ?? never(), []);
    expect(zh('蜂蜜 蜜蜂')).toContain('蜜蜂: shape (蜂蜜)');
    expect(zh('蜂蜜 苹果').filter((flaw) => /蜜|苹/.test(flaw))).toEqual([]);
    expect(zh('饕餮')).toContain('饕餮: letters');
    const my = (words: string) => flawsOf(words.split(' '), listRules['my'] ?? never(), []);
    expect(my('ကျောင်း ကျောင်းသား')).toContain('ကျောင်းသား: run (ကျောင်း)');
  });

  test('shares no word with another, so that a phrase in two languages has one meaning', () => {
    const all = lists.flatMap((list) => list.words.map(normalise));
    expect(new Set(all).size).toBe(all.length);
  });

  test('is fetched by its version, by its language, or by the letters that were typed, and only then', async () => {
    expect(phraseLanguages).toEqual([...new Set(lists.map((list) => list.language))]);
    expect((await loadNewestList('ar'))?.id).toBe('ar-1');
    expect(await loadNewestList('xx')).toBeUndefined();
    const ids = async (typed: string, language?: string) =>
      (await loadListsFor(typed, language)).map((list) => list.id);
    expect(await ids('كتاب')).toContain('ar-1');
    expect(await ids('كتاب')).not.toContain('en-1');
    expect(await ids('1. Zoo')).toContain('en-1');
    expect(await ids('zoo كتاب')).toEqual(expect.arrayContaining(['en-1', 'ar-1']));
    expect(await ids('zoo كتاب', 'ar')).toEqual(['ar-1']);
    expect(await ids('zoo', 'ar')).toEqual([]);
    expect(await loadListsFor('123456 ١٢٣٤٥٦')).toEqual([]);
  });
});

describe('the Arabic list', () => {
  test('says that no native speaker has read it yet, so that screens show the digits first', () => {
    expect(arabic.readByNativeSpeaker).toBe(false);
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
