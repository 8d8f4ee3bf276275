import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../tests/support/size.ts';
import { compareNames, nameFinder, nameKeys, normal, wordsOf } from './index.ts';
import { heldDifferent, heldSame, tunedDifferent, tunedSame } from './testing/pairs.ts';

/** Names as people write them, pieces of them, and everything else that a keyboard gives. */
const anyName = fc.oneof(
  fc.constantFrom(...[heldSame, tunedSame, heldDifferent, tunedDifferent].flat(2)),
  fc.string({ unit: 'grapheme', maxLength: 24 }),
  fc
    .tuple(fc.constantFrom(...heldSame.flat()), fc.constantFrom(...tunedSame.flat()))
    .map(([one, two]) => `${one} ${two}`),
);

describe('comparing names', () => {
  it('says the same whichever of the two comes first', () => {
    fc.assert(
      fc.property(anyName, anyName, (left, right) => {
        const [one, two] = [compareNames(left, right), compareNames(right, left)];
        expect(two.score).toBeCloseTo(one.score, 9);
        expect(two.grade).toBe(one.grade);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('finds a name the same as itself, and keeps every score between nothing and one', () => {
    fc.assert(
      fc.property(anyName, anyName, (left, right) => {
        if (wordsOf(left).length > 0) expect(compareNames(left, left).score).toBe(1);
        const { score, words } = compareNames(left, right);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        for (const word of words) expect(word.score).toBeGreaterThan(0);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('brings letters into one form, and changes nothing when it is done again', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        expect(normal(normal(name))).toBe(normal(name));
      }),
      { numRuns: runs(3000) },
    );
    expect(normal('  ÉLODIE ')).toBe('elodie');
    expect(normal('مُحَمَّـد')).toBe('محمد');
    expect(normal('أحمد')).toBe(normal('احمد'));
    expect(normal('كريم')).toBe(normal('کریم'));
  });

  it('does not mind the order of words, an article, or words that were put together', () => {
    expect(compareNames('Karim Hassan', 'Hassan Karim').grade).toBe('same');
    expect(compareNames('Hassan al-Masri', 'حسن المصري').grade).toBe('same');
    expect(compareNames('Abd al-Rahman', 'Abdalrahman').grade).not.toBe('different');
    expect(compareNames('Omar bin Said', 'Omar Said').grade).toBe('same');
  });

  it('says of one word among several that it is possible, and never more', () => {
    expect(compareNames('Yusuf', 'Yusuf Karim Hassan').grade).toBe('possible');
    expect(compareNames('Yusuf Omar', 'Yusuf Karim').grade).toBe('different');
  });

  it('takes a slip of the finger in a long name, and less of it in a short one', () => {
    expect(compareNames('Shevchenko', 'Shevhcenko').words[0]?.way).toBe('slip');
    expect(compareNames('Shevchenko', 'Shevchneko').grade).toBe('likely');
    expect(compareNames('Yusuf', 'Yusuk').grade).toBe('possible');
    expect(compareNames('Ali', 'Avi').grade).toBe('different');
  });

  it('says what was taken for what, and why, and what only one of the two has', () => {
    const found = compareNames('Youssef Haddad', 'يوسف');
    expect(found.words).toEqual([
      { left: 'youssef', right: 'يوسف', way: 'script', score: expect.any(Number) as number },
    ]);
    expect(found.onlyLeft).toEqual(['haddad']);
    expect(found.onlyRight).toEqual([]);
    expect(compareNames('José', 'Jose').words[0]?.way).toBe('marks');
    expect(compareNames('Katherine', 'Catherine').words[0]?.way).toBe('sound');
    expect(compareNames('M. Haddad', 'Maryam Haddad').words[0]?.way).toBe('start');
  });

  it('compares Chinese characters as they stand, and claims nothing of how they are read', () => {
    expect(compareNames('王小明', '王小明').grade).toBe('same');
    expect(compareNames('小明', '王小明').grade).toBe('possible');
    expect(compareNames('王小明', '王大明').grade).toBe('different');
    expect(compareNames('王小明', 'Wang Xiaoming').grade).toBe('different');
  });

  it('compares a script that it cannot read letter by letter', () => {
    expect(compareNames('Γιώργος', 'Γιωργος').grade).toBe('same');
    expect(compareNames('გიორგი', 'გიოგი').words[0]?.way).toBe('slip');
  });

  it('gives names that sound alike a key in common', () => {
    for (const other of ['يوسف', 'Youssef', 'Yousif', 'Юсуф'])
      expect(nameKeys('Yusuf').some((key) => nameKeys(other).includes(key))).toBe(true);
  });

  it('is not kept busy by a name without end', () => {
    expect(wordsOf('a '.repeat(10_000)).length).toBeLessThan(10);
    expect(compareNames('x'.repeat(100_000), 'y'.repeat(100_000)).grade).toBe('different');
  });
});

describe('finding people by a name', () => {
  const people = [
    { id: 1, names: ['Yusuf Karim'] },
    { id: 2, names: ['Maryam', 'مریم'] },
    { id: 3, names: ['Юсуф'] },
  ];

  it('finds them in any script, the likeliest first, each once', () => {
    const finder = nameFinder(people);
    expect(finder.find('يوسف').map((one) => one.id)).toEqual([3, 1]);
    expect(finder.find('Miriam').map((one) => one.id)).toEqual([2]);
    expect(finder.find('Shevchenko')).toEqual([]);
    expect(finder.find('')).toEqual([]);
  });

  it('follows when somebody is put in, renamed or taken out', () => {
    const finder = nameFinder(people);
    finder.set({ id: 3, names: ['Oksana'] });
    finder.delete(1);
    expect(finder.find('Yusuf')).toEqual([]);
    expect(finder.find('Оксана').map((one) => one.id)).toEqual([3]);
  });
});
