import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { type CaseState, emptyCase, foldCase } from '../case/state.ts';
import { emptyIdentity, foldIdentity } from '../identity/state.ts';
import { standing, valueIn } from '../shared/items.ts';
import { at, colleague, id } from '../testing/people.ts';
import { guessMapping } from './guess.ts';
import { additionsTo } from './join-row.ts';
import { holdsIdentities, identityTargets, type Mapping, type Target } from './mapping.ts';
import { planRow, type Words } from './plan-row.ts';
import { tableOfRows } from './table.ts';

const officer = colleague(1, 'officer');
const words: Words = {
  urgency: { urg_high: ['high'], urg_standard: ['standard'] },
  state: {},
  status: {},
  countries: { KE: ['Kenya'], UG: ['Uganda'] },
  languages: { sw: ['Swahili'] },
  ties: {},
  reason: 'Brought from a table.',
  person: 'Person',
  answer: () => null,
  asksDate: () => false,
  otherDate: () => ({ problem: 'not-a-date' }),
};
let count = 0;
const newId = () => {
  count += 1;
  return id(count);
};
const planned = (cells: Readonly<Record<string, string>>, columns: Mapping['columns']) => {
  const table = tableOfRows([Object.keys(cells), Object.values(cells)]);
  const [row] = table.rows;
  if (row === undefined) throw new Error('no row');
  const mapping = { ...guessMapping(table), columns };
  return planRow({ ...row, digest: 'row' }, mapping, {}, words, { newId });
};
const begun = foldIdentity(emptyIdentity, { type: 'IdentityOpened', v: 1 }, at(1, officer));

describe('columns that say who somebody is', () => {
  it('go into her identity and nowhere else, as exactly as the table knows', () => {
    const row = planned(
      {
        No: 'A-1',
        First: 'Sample',
        Last: 'Sampledottir',
        Pen: 'Night Heron',
        Born: '1984',
        From: 'Kenya; Uganda',
        Pass: 'P1',
        Ends: '3/2027',
        Mail: 'a@example.org',
        Home: 'Sampleville',
        More: 'Limps',
      },
      {
        No: 'key',
        First: 'identity:givenName',
        Last: 'identity:familyName',
        Pen: 'identity:penName',
        Born: 'identity:born',
        From: 'identity:identityNationality',
        Pass: 'identity:passport',
        Ends: 'identity:passportUntil',
        Mail: 'identity:mail',
        Home: 'identity:address',
        More: 'identity:identityNote',
      },
    );
    // A date that is none is mended in place, like any other.
    expect(row.problems.map(({ column, code }) => [column, code])).toEqual([['Ends', 'not-a-date']]);
    const { sheet, kept } = row.identity.reduce(
      (state, event, index) => foldIdentity(state, event, at(2, officer, { index })),
      begun,
    );
    expect(kept).toEqual([]);
    expect(standing(sheet.names).map((one) => [valueIn(one, 'name'), valueIn(one, 'use')])).toEqual([
      ['Sample Sampledottir', 'documents'],
      ['Night Heron', 'pen'],
    ]);
    const [particulars] = standing(sheet.particulars);
    expect(particulars?.fields).toMatchObject({
      born: [{ value: { at: '1984' } }],
      nationalities: [{ value: ['KE', 'UG'] }],
      address: [{ value: 'Sampleville' }],
      note: [{ value: 'More: Limps' }],
    });
    expect(standing(sheet.documents).map((one) => valueIn(one, 'number'))).toEqual(['P1']);
    // Nobody has called it safe.
    expect(standing(sheet.reaches).map((one) => valueIn(one, 'safe'))).toEqual([false]);
    expect(row.events).toEqual([]);
  });

  it('are never guessed: a name goes nowhere until somebody says where [invariant 1]', () => {
    const table = tableOfRows([
      ['Full name', 'Date of birth', 'Passport no', 'Phone'],
      ['a', '1990', 'b', 'c'],
    ]);
    expect(holdsIdentities(guessMapping(table))).toBe(false);
    expect(holdsIdentities({ ...guessMapping(table), columns: { 'Full name': 'identity:legalName' } })).toBe(
      true,
    );
  });

  it('[rule 14] leave no word of theirs in the case, whatever stands in them', () => {
    const secret = fc.stringMatching(/^[A-Z]{6}[0-9]{4}$/);
    fc.assert(
      fc.property(
        fc.constantFrom(...identityTargets),
        secret,
        fc.constantFrom('', 'high'),
        (target, said, urgency) => {
          const columns: Mapping['columns'] = {
            Who: `identity:${target}` as Target,
            Urgency: 'urgency',
            Code: 'pseudonym',
          };
          const row = planned({ Who: said, Urgency: urgency, Code: 'Alder' }, columns);
          const { identity: _identity, problems: _problems, ...inCase } = row;
          expect(JSON.stringify(inCase)).not.toContain(said);
          // It stands in the identity, or a person is asked about it: never nowhere.
          const isThere = JSON.stringify(row.identity).includes(said);
          const isAsked = row.problems.some(({ cell }) => cell === said);
          expect(isThere || isAsked).toBe(true);
        },
      ),
      { numRuns: runs(150) },
    );
  });
});

describe('a row that is brought a second time', () => {
  const columns: Mapping['columns'] = {
    No: 'key',
    Code: 'pseudonym',
    Urgency: 'urgency',
    Where: 'place',
    Said: 'note',
    Danger: 'summary:danger',
    Next: 'nextStep',
  };
  const cells = fc.record({
    No: fc.constant('A-1'),
    Code: fc.constant('Alder'),
    Urgency: fc.constantFrom('', 'high', 'standard'),
    Where: fc.constantFrom('', 'Kenya', 'Uganda'),
    Said: fc.constantFrom('', 'One', 'Two'),
    Danger: fc.constantFrom('', 'Followed', 'Summoned'),
    Next: fc.constantFrom('', 'Call', 'Write'),
  });
  /** With ids that follow from what each thing is, as the session gives them. */
  const withIds = (row: ReturnType<typeof planned>) => {
    const names = new Map(
      Object.entries(row.ids).map(([one, what]) => [
        one,
        id(1000 + what.length * 7 + (what.codePointAt(0) ?? 0)),
      ]),
    );
    const text = JSON.stringify(row.events);
    return JSON.parse([...names].reduce((said, [one, other]) => said.replaceAll(one, other), text));
  };
  let entry = 10;
  const tell = (state: CaseState, events: readonly unknown[]): CaseState => {
    entry += 1;
    return events.reduce<CaseState>(
      (before, event, index) => foldCase(before, event, at(entry, officer, { index })),
      state,
    );
  };
  const batch = (number: number) => ({
    type: 'CaseBrought' as const,
    v: 1 as const,
    batch: id(number),
    source: 'Sample',
    key: 'A-1',
    row: 1,
  });

  it('adds what is not there, replaces nothing, and brought once more adds nothing at all', () => {
    fc.assert(
      fc.property(cells, cells, (left, right) => {
        const opening = { type: 'CaseOpened', v: 1, pseudonym: 'Alder', fromConversation: null, teams: [] };
        const first = tell(emptyCase, [opening, batch(1), ...withIds(planned(left, columns))]);
        const second = [batch(2), ...withIds(planned(right, columns))];
        const after = tell(first, additionsTo(first, second));
        expect(after.kept).toEqual([]);
        const valuesIn = (state: CaseState) => [
          ...state.urgencies.map(({ value }) => value),
          ...state.notes.map(({ text }) => text),
          ...[...state.summary.values()].flat().map(({ value }) => value),
          ...state.nextStep.map(({ value }) => value.text),
          ...[...state.parts.situation.values()].flatMap(({ fields }) =>
            (fields.country ?? []).map(({ value }) => value),
          ),
        ];
        for (const one of valuesIn(first)) expect(valuesIn(after)).toContain(one);
        for (const one of valuesIn(tell(emptyCase, [opening, ...withIds(planned(right, columns))])))
          expect(valuesIn(after)).toContain(one);
        expect(after.parts.bring.again.map((one) => one.batch)).toEqual([id(2)]);
        const third = tell(after, additionsTo(after, second));
        expect(valuesIn(third)).toEqual(valuesIn(after));
        expect(third.parts.bring).toEqual(after.parts.bring);
      }),
      { numRuns: runs(150) },
    );
  });

  it('does not open a closed case: what it says otherwise becomes a note', () => {
    const opening = { type: 'CaseOpened', v: 1, pseudonym: 'Alder', fromConversation: null, teams: [] };
    const closed = {
      type: 'StateChanged',
      v: 2,
      state: 'case_closed',
      reason: 'Over.',
      closure: 'x_brought',
      date: null,
      replaces: null,
    };
    const state = tell(emptyCase, [opening, batch(1), closed]);
    const more = additionsTo(state, [
      { ...closed, type: 'StateChanged', v: 2, state: 'case_supporting', closure: null, reason: 'Sample' },
    ]);
    const after = tell(state, more);
    expect(after.phase).toBe('case_closed');
    expect(after.notes.map(({ text }) => text)).toEqual(['Sample case_supporting']);
    expect(after.kept).toEqual([]);
  });
});
