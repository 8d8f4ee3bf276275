import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../../tests/support/size.ts';
import { compareLikeness, type Likeness } from './known.ts';

const nobody: Likeness = { names: [], born: [], nationalities: [], reaches: [], papers: [], relatives: [] };
const named = (...names: readonly string[]): Likeness => ({
  ...nobody,
  names: names.map((name) => ({ name, use: 'call' as const })),
});
const year = (at: string, about = false) => ({ kind: 'point', at, about, said: '' }) as const;
const kinds = (found: ReturnType<typeof compareLikeness>) => found?.grounds.map(({ kind }) => kind);

describe('somebody who wrote to us before', () => {
  it('is known by the same name in another script, a year of birth that overlaps, and a sister of the same name', () => {
    const then: Likeness = {
      ...named('يوسف حداد'),
      born: [year('1984-06')],
      relatives: [{ relation: 'fam_sibling', name: 'لیلا' }],
    };
    const now: Likeness = {
      ...named('Yousef Haddad'),
      born: [year('1984', true)],
      relatives: [{ relation: 'fam_sibling', name: 'Leila' }],
    };
    const found = compareLikeness(now, then);
    expect(found?.standing).toBe('likely');
    expect(found?.grounds[0]).toMatchObject({ kind: 'name', way: 'script', mine: 'Yousef Haddad' });
    expect(kinds(found)).toEqual(['name', 'born', 'relative']);
    expect(found?.against).toEqual([]);
  });

  it('is known by a pen name, and by a number or a paper alone', () => {
    const pen: Likeness = { ...nobody, names: [{ name: 'Night Heron', use: 'pen' }] };
    expect(compareLikeness(pen, named('Somebody Else', 'Night Heron'))).toMatchObject({
      standing: 'possible',
    });
    const phone = { ...nobody, reaches: ['+254 700 000 001'] };
    expect(compareLikeness(phone, { ...nobody, reaches: ['0700000001'] })).toMatchObject({
      standing: 'likely',
      grounds: [{ kind: 'reach' }],
    });
    const paper = { ...nobody, papers: ['p1234567'] };
    expect(compareLikeness(paper, { ...paper })).toMatchObject({ grounds: [{ kind: 'paper' }] });
  });

  it('is known by relatives whom the cases know under labels alone, where their own identities are called alike', () => {
    const kin = (relation: string, label: string, ...names: readonly string[]) =>
      ({ relation, label, band: 'unknown', names }) as const;
    const then: Likeness = { ...named('يوسف حداد'), kin: [kin('fam_sibling', 'Reed', 'لیلا')] };
    const now: Likeness = { ...named('Yousef Haddad'), kin: [kin('fam_sibling', 'The sister', 'Leila')] };
    const found = compareLikeness(now, then);
    expect(found?.standing).toBe('likely');
    expect(kinds(found)).toEqual(['name', 'kin']);
    // Of her closed identity nothing is quoted.
    expect(found?.grounds[1]).toEqual({ kind: 'kin', relation: 'fam_sibling', mine: 'The sister' });
    expect(JSON.stringify(found)).not.toContain('Leila');
    // Named in the open identity as well: one relative is one ground.
    const both = { ...now, relatives: [{ relation: 'fam_sibling', name: 'Leila' }] };
    expect(kinds(compareLikeness(both, then))).toEqual(['name', 'relative']);
    // A brother is no father, and a label is no name.
    const other: Likeness = { ...named('Somebody Else'), kin: [kin('fam_parent', 'The sister', 'Leila')] };
    expect(compareLikeness({ ...nobody, kin: now.kin ?? [] }, other)).toBe(null);
  });

  it('is told of a family of the same shape beside a name, and never taken for somebody by that alone', () => {
    const child = (band: '5_11' | '12_17', label: string) =>
      ({ relation: 'fam_child', label, band, names: [] }) as const;
    const three = [child('5_11', 'A'), child('5_11', 'B'), child('12_17', 'C')];
    const there = [child('12_17', 'X'), child('5_11', 'Y'), child('5_11', 'Z')];
    expect(compareLikeness({ ...nobody, kin: three }, { ...nobody, kin: there })).toBe(null);
    const found = compareLikeness(
      { ...named('Yousef Haddad'), kin: three },
      { ...named('يوسف حداد'), kin: there },
    );
    expect(kinds(found)).toEqual(['name', 'family']);
    expect(found?.standing).toBe('possible');
    const fewer = compareLikeness(
      { ...named('Yousef Haddad'), kin: three },
      { ...named('يوسف حداد'), kin: [child('5_11', 'X')] },
    );
    expect(kinds(fewer)).toEqual(['name']);
  });

  it('is not said to be known by a name alone where it is only a little alike, nor by nothing', () => {
    expect(compareLikeness(nobody, nobody)).toBe(null);
    expect(compareLikeness({ ...nobody, nationalities: ['AF'] }, { ...nobody, nationalities: ['AF'] })).toBe(
      null,
    );
    expect(compareLikeness(named('Amina Sample'), named('Boris Other'))).toBe(null);
  });

  it('is said with what speaks against it: births that cannot be one', () => {
    const found = compareLikeness(
      { ...named('Yousef Haddad'), born: [year('1984')] },
      { ...named('Youssef Haddad'), born: [year('2001')] },
    );
    expect(found).toMatchObject({ standing: 'possible', against: [{ kind: 'born' }] });
    expect(kinds(found)).toEqual(['name']);
  });

  it('is known when a child has grown up, and by two relatives where her own name is another', () => {
    const then: Likeness = {
      ...named('Old Name'),
      relatives: [
        { relation: 'fam_child', name: 'Samira Sample' },
        { relation: 'fam_spouse', name: 'Karim Sample' },
      ],
    };
    const now: Likeness = {
      ...named('Other Person'),
      relatives: [
        { relation: 'fam_adult_child', name: 'Samira Sample' },
        { relation: 'fam_partner', name: 'Kareem Sample' },
      ],
    };
    expect(kinds(compareLikeness(now, then))).toEqual(['relative', 'relative']);
  });

  it('is found alike from both sides', () => {
    const name = fc.constantFrom('Yousef Haddad', 'يوسف حداد', 'Leila', 'Karim Sample', 'Юсуф Хаддад');
    const one: fc.Arbitrary<Likeness> = fc.record({
      names: fc.array(fc.record({ name, use: fc.constant('call' as const) }), { maxLength: 2 }),
      born: fc.array(fc.constantFrom(year('1984'), year('1985', true), year('2001')), { maxLength: 2 }),
      nationalities: fc.constantFrom([], ['AF'], ['AF', 'IR']),
      reaches: fc.constantFrom([], ['0700000001'], ['+254700000001']),
      papers: fc.constantFrom([], ['p1234567'], ['p7654321']),
      relatives: fc.array(fc.record({ relation: fc.constantFrom('fam_child', 'fam_sibling'), name }), {
        maxLength: 2,
      }),
    });
    fc.assert(
      fc.property(one, one, (left, right) => {
        const [there, back] = [compareLikeness(left, right), compareLikeness(right, left)];
        expect(back?.standing).toBe(there?.standing);
        expect(new Set(kinds(back))).toEqual(new Set(kinds(there)));
        expect(back?.against.length).toBe(there?.against.length);
      }),
      { numRuns: runs(200) },
    );
  });
});
