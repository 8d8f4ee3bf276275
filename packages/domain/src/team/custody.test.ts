import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { type SheetName, sheetKinds } from '../identity/sheet.ts';
import { emptyIdentity, foldIdentity, type IdentityState } from '../identity/state.ts';
import type { Together } from '../identity/together.ts';
import { together } from '../identity/together.ts';
import { at, colleague, hash, id, tell } from '../testing/people.ts';
import { identitiesOf, samePerson, verdictsOn } from './custody.ts';
import {
  canComparePersons,
  canNoteAccess,
  canNoteAccessOver,
  canWithdrawComparison,
} from './custody-rules.ts';
import { emptyTeam, foldTeam, foldTeamAll, type TeamState } from './state.ts';

const officer = colleague(1, 'officer');
const second = colleague(2, 'officer');
const indexed = (identity: number, caseRecord: number, person: number | null = null) => ({
  type: 'CustodyIndexed',
  v: 2,
  identity: hash(identity),
  caseRecord: hash(caseRecord),
  person: person === null ? null : id(person),
});
const compared = (comparison: number, left: number, right: number, verdict = 'same') => ({
  type: 'PersonsCompared',
  v: 1,
  comparison: id(comparison),
  left: hash(left),
  right: hash(right),
  verdict,
  grounds: ['name_in_another_script'],
  reason: 'She told us that she wrote to us before.',
});
const withdrawn = (comparison: number) => ({
  type: 'ComparisonWithdrawn',
  v: 1,
  comparison: id(comparison),
  reason: 'Two cousins.',
});
const begun = tell(emptyTeam('custody'), foldTeam, [
  [indexed(61, 1), at(1, officer)],
  [indexed(62, 2), at(2, officer)],
  [indexed(63, 3, 7), at(3, officer)],
]);

describe('identities that are of one person', () => {
  it('are read together once custody has said so, and apart again once that is taken back', () => {
    const said = tell(begun, foldTeam, [
      [compared(1, 61, 62), at(4, officer)],
      [compared(2, 63, 62), at(5, second)],
    ]);
    expect(samePerson(said.custody, hash(61))).toEqual([hash(61), hash(62), hash(63)]);
    expect(samePerson(said.custody, hash(63))).toEqual([hash(63), hash(62), hash(61)]);
    const apart = foldTeam(said, withdrawn(2), at(6, officer));
    expect(samePerson(apart.custody, hash(61))).toEqual([hash(61), hash(62)]);
    expect(samePerson(apart.custody, hash(63))).toEqual([hash(63)]);
    expect(apart.custody.comparisons.get(id(2))?.withdrawn).toMatchObject({ reason: 'Two cousins.' });
  });

  it('are found again where two officers made one for the same person apart: nothing typed in either is lost', () => {
    const twice = foldTeam(begun, indexed(64, 3, 7), at(4, second));
    expect(identitiesOf(twice.custody, { caseRecord: hash(3), person: id(7) })).toEqual([hash(63), hash(64)]);
    expect(samePerson(twice.custody, hash(64))).toEqual([hash(64), hash(63)]);
    expect(identitiesOf(twice.custody, { caseRecord: hash(3), person: null })).toEqual([]);
  });

  it('stay two where somebody looked and found two people, and that is remembered', () => {
    const two = foldTeam(begun, compared(1, 61, 62, 'different'), at(4, officer));
    expect(samePerson(two.custody, hash(61))).toEqual([hash(61)]);
    expect(verdictsOn(two.custody, hash(62), hash(61))).toMatchObject([{ verdict: 'different' }]);
    const again = { ...compared(2, 62, 61, 'different'), comparison: id(2) };
    const { type: _, v: __, ...said } = again;
    expect(canComparePersons(two, second, { ...said, verdict: 'different' })).toMatchObject({
      error: { code: 'no_change' },
    });
    // Somebody who sees it otherwise says so; both stand, and people talk.
    const other = canComparePersons(two, second, { ...said, verdict: 'same' });
    if (!other.ok) throw new Error(other.error.code);
    const both = foldTeam(two, other.value[0], at(5, second));
    expect(verdictsOn(both.custody, hash(61), hash(62)).map(({ verdict }) => verdict)).toEqual([
      'same',
      'different',
    ]);
    expect(canWithdrawComparison(both, officer, id(9), 'x')).toMatchObject({ error: { code: 'not_there' } });
  });

  it('[rule 14] are said to be one in custody’s log and in no other', () => {
    const protection = foldTeam(emptyTeam('protection'), compared(1, 61, 62), at(1, officer));
    expect(protection.custody.comparisons.size).toBe(0);
    expect(protection.kept[0]?.why).toMatchObject({ refusal: { code: 'other_team' } });
  });
});

describe('what custody notes of those whom it lets in', () => {
  const given = { grant: id(5), identity: hash(61), member: id(9), until: 1000, reason: 'Visa letter' };

  it('says who, which record, why and until when, and how it ended, once', () => {
    expect(canNoteAccess(begun, { ...officer, member: id(9) }, given)).toMatchObject({
      error: { code: 'not_oneself' },
    });
    const noted = canNoteAccess(begun, officer, given);
    if (!noted.ok) throw new Error(noted.error.code);
    const state = foldTeam(begun, noted.value[0], at(4, officer));
    expect(state.custody.given.get(id(5))).toMatchObject({ ...given, by: officer.member, over: null });
    const over = canNoteAccessOver(state, second, id(5), 'ended', 'The letter is written.');
    if (!over.ok) throw new Error(over.error.code);
    const after = foldTeam(state, over.value[0], at(5, second));
    expect(after.custody.given.get(id(5))?.over).toMatchObject({ how: 'ended', by: second.member });
    expect(canNoteAccessOver(after, second, id(5), 'date', '').ok).toBe(false);
  });
});

/* Any order of edits in two records, and of saying and taking back that they are of one person. */
type Step =
  | { readonly in: 0 | 1; readonly event: unknown }
  | { readonly in: 'custody'; readonly event: unknown };
const nameKept = (item: number, name: string) => ({
  type: 'IdentityNameKept',
  v: 1,
  id: id(item),
  set: { name, use: 'call' },
  replaces: {},
});
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    in: fc.constantFrom<0 | 1>(0, 1),
    event: fc.oneof(
      fc
        .tuple(fc.nat(3), fc.constantFrom('Sample', 'نمونه', 'Образец'))
        .map(([item, name]) => nameKept(item, name)),
      fc.nat(3).map((item) => ({
        type: 'IdentityScanKept',
        v: 1,
        id: id(item + 40),
        set: { file: { blob: hash(item), name: 'x', mediaType: '', size: 1, hash: hash(70 + item) } },
        replaces: {},
      })),
      fc.nat(3).map((item) => ({ type: 'IdentityNamePutAway', v: 1, id: id(item), reason: 'Not hers.' })),
      fc.nat(3).map((item) => ({ type: 'IdentityNameTakenBack', v: 1, id: id(item), reason: 'Hers.' })),
    ),
  }),
  fc.record({
    in: fc.constant('custody' as const),
    event: fc.oneof(
      fc
        .tuple(fc.nat(4), fc.boolean())
        .map(([comparison, turned]) =>
          turned ? compared(comparison, 62, 61) : compared(comparison, 61, 62),
        ),
      fc.nat(4).map(withdrawn),
    ),
  }),
);

function play(steps: readonly Step[], onlyRecords: boolean) {
  let custody: TeamState = begun;
  const records = [emptyIdentity, emptyIdentity].map((empty) =>
    foldIdentity(empty, { type: 'IdentityOpened', v: 1 }, at(1, officer)),
  ) as [IdentityState, IdentityState];
  for (const [index, one] of steps.entries()) {
    const context = at(index + 10, index % 2 === 0 ? officer : second);
    if (one.in === 'custody') {
      if (!onlyRecords) custody = foldTeam(custody, one.event, context);
    } else records[one.in] = foldIdentity(records[one.in], one.event, context);
  }
  return { custody, records };
}
const read = (custody: TeamState, records: readonly IdentityState[], from: number): readonly Together[] =>
  samePerson(custody.custody, hash(61 + from)).flatMap((identity) => {
    const state = records[identity === hash(61) ? 0 : 1];
    return state === undefined ? [] : [{ identity, state }];
  });

describe('merging and taking apart', () => {
  it('gives back exactly what was, with all edits made between, in any order of the steps', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const { custody, records } = play(steps, false);
        const alone = play(steps, true);
        // Neither record ever depends on what was said of the two.
        expect(records).toEqual(alone.records);
        const standing = [...custody.custody.comparisons.values()].filter((one) => one.withdrawn === null);
        const taken = standing.reduce(
          (state, { comparison }, index) =>
            foldTeam(state, { ...withdrawn(0), comparison }, at(1000 + index, officer)),
          custody,
        );
        for (const from of [0, 1]) {
          const apart = read(taken, records, from);
          expect(apart).toEqual([{ identity: hash(61 + from), state: alone.records[from] }]);
          for (const kind of Object.keys(sheetKinds) as readonly SheetName[])
            expect(together(apart, kind)).toEqual(together(read(begun, alone.records, from), kind));
        }
      }),
      { numRuns: runs(150) },
    );
  });

  it('shows together all that stands in either record, and nothing twice', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const { records } = play(steps, true);
        const both = foldTeam(begun, compared(1, 61, 62), at(900, officer));
        const shown = together(read(both, records, 0), 'names');
        const said = (state: IdentityState) =>
          [...state.sheet.names.values()]
            .filter(({ away }) => away === null)
            .flatMap((item) => (item.fields.name ?? []).map(({ value }) => value));
        const all = new Set(records.flatMap(said));
        expect(
          new Set(shown.flatMap(({ item }) => (item.fields.name ?? []).map(({ value }) => value))),
        ).toEqual(all);
        const once = shown.filter(({ item }) => item.fields.name?.length === 1);
        for (const one of once) {
          const inOther = said(records[one.identity === hash(61) ? 1 : 0] as IdentityState);
          if (one.alsoIn.length > 0) expect(inOther).toContain(one.item.fields.name?.[0]?.value);
        }
      }),
      { numRuns: runs(150) },
    );
  });

  it('folds alike at once and one by one', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const events = steps.flatMap((one, index) =>
          one.in === 'custody' ? [{ json: one.event, context: at(index + 10, officer) }] : [],
        );
        const before = structuredClone(begun);
        const oneByOne = events.reduce((state, { json, context }) => foldTeam(state, json, context), begun);
        expect(foldTeamAll(begun, events)).toEqual(oneByOne);
        expect(begun).toEqual(before);
      }),
      { numRuns: runs(60) },
    );
  });
});
