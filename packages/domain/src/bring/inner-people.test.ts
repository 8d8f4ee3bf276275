import { describe, expect, it } from 'vitest';
import { type CaseState, emptyCase, foldCase } from '../case/state.ts';
import { emptyIdentity, foldIdentity } from '../identity/state.ts';
import { standing, valueIn } from '../shared/items.ts';
import { at, colleague, id } from '../testing/people.ts';
import { guessMapping } from './guess.ts';
import { holdsIdentities, type InnerTarget, type Mapping, type Mends } from './mapping.ts';
import { planRow } from './plan-row.ts';
import { placeOf, type Words } from './plan-tools.ts';
import { tableOfJson } from './table.ts';

/* People who stand inside of a row: members of a family in Primero, repeats in KoboToolbox. */

const officer = colleague(1, 'officer');
const words: Words = {
  urgency: {},
  state: {},
  status: {},
  countries: { KE: ['Kenya'] },
  languages: {},
  ties: { fam_child: ['child'] },
  reason: 'Brought from a table.',
  person: 'Person',
  answer: () => null,
  asksDate: () => false,
  otherDate: () => ({ problem: 'not-a-date' }),
};
const family = 'family_details_section';
const primero = (turns: readonly Record<string, unknown>[]) => {
  const table = tableOfJson([{ case_id_display: 'A-1', module_id: 'm', [family]: turns }]);
  if (table === null) throw new Error('no table');
  return table;
};
const childrenOf = [
  {
    unique_id: 'u-7',
    relation_name: 'Sample Sampledottir',
    relation: 'child',
    relation_age: 7,
    relation_national_id: 'N-1',
    relation_birth: '2019',
  },
  { unique_id: 'u-9', relation_name: '', relation: 'child', relation_age: 9 },
];
const wanted: Record<string, InnerTarget> = {
  unique_id: 'key',
  relation_name: 'identity:legalName',
  relation: 'relation',
  relation_age: 'age',
  relation_national_id: 'identity:nationalId',
  relation_birth: 'identity:born',
};
const planned = (table: ReturnType<typeof primero>, columns = wanted, mends: Mends = {}) => {
  const guessed = guessMapping(table);
  const mapping: Mapping = { ...guessed, prefix: 'Row', inner: { [family]: { as: 'persons', columns } } };
  const [row] = table.rows;
  if (row === undefined) throw new Error('no row');
  let count = 0;
  const newId = () => {
    count += 1;
    return id(count);
  };
  return { mapping, ...planRow({ ...row, digest: 'row' }, mapping, mends, words, { newId }) };
};
function brought(events: readonly unknown[]): CaseState {
  const opening = { type: 'CaseOpened', v: 1, pseudonym: 'Alder', fromConversation: null, teams: [] };
  const state = [opening, ...events].reduce<CaseState>(
    (before, event, index) => foldCase(before, event, at(1, officer, { index })),
    emptyCase,
  );
  expect(state.kept).toEqual([]);
  return state;
}

describe('people inside of a row', () => {
  it('[rule 14] have their names in identity records of their own, each tied to that person of the case, and nowhere in it', () => {
    const row = planned(primero(childrenOf));
    expect(holdsIdentities(row.mapping)).toBe(true);
    expect(row.problems).toEqual([]);
    const state = brought(row.events);
    const child = [...state.parts.people.persons.values()].find((one) => valueIn(one, 'ageBand') === '5_11');
    // Of the second child nothing is known that belongs into an identity: there is none.
    expect(row.people.map(({ person }) => person)).toEqual([child?.id]);
    expect(row.identity).toEqual([]);
    const begun = foldIdentity(emptyIdentity, { type: 'IdentityOpened', v: 1 }, at(1, officer));
    const identity = (row.people[0]?.events ?? []).reduce(
      (before, event, index) => foldIdentity(before, event, at(2, officer, { index })),
      begun,
    );
    expect(standing(identity.sheet.names).map((one) => valueIn(one, 'name'))).toEqual([
      'Sample Sampledottir',
    ]);
    expect(standing(identity.sheet.documents).map((one) => valueIn(one, 'number'))).toEqual(['N-1']);
    const [particulars] = standing(identity.sheet.particulars);
    expect(particulars === undefined ? null : valueIn(particulars, 'born')).toMatchObject({ at: '2019' });
    for (const secret of ['Sample', 'N-1', '2019']) expect(JSON.stringify(row.events)).not.toContain(secret);
  });

  it('are the same people when the table comes again with another one before them', () => {
    const first = planned(primero(childrenOf));
    const newborn = { unique_id: 'u-1', relation_name: 'Newborn', relation: 'child', relation_age: 0 };
    const again = planned(primero([newborn, ...childrenOf]));
    const called = (row: typeof first, name: string) => {
      const person = row.people.find(({ events }) => JSON.stringify(events).includes(name))?.person;
      return row.ids[person ?? ''];
    };
    expect(called(again, 'Sampledottir')).toBe(called(first, 'Sampledottir'));
    expect(called(again, 'Newborn')).not.toBe(called(first, 'Sampledottir'));
  });

  it('are guessed without their names: those go nowhere until somebody says so, also where the table becomes notes', () => {
    const table = primero(childrenOf);
    const guessed = guessMapping(table);
    expect(guessed.inner[family]).toMatchObject({
      as: 'persons',
      columns: { unique_id: 'key', relation_name: 'leaveOut', relation_national_id: 'leaveOut' },
    });
    expect(holdsIdentities(guessed)).toBe(false);
    const other = tableOfJson([{ id: '1', contacts: [{ name: 'Sampledottir', said: 'Calls on Mondays' }] }]);
    if (other === null) throw new Error('no table');
    const [row] = other.rows;
    if (row === undefined) throw new Error('no row');
    const noted = planRow(row, guessMapping(other), {}, words, { newId: () => id(1) });
    expect(JSON.stringify(noted.events)).toContain('Calls on Mondays');
    expect(JSON.stringify(noted)).not.toContain('Sampledottir');
  });

  it('are mended where they stand, one by one', () => {
    const table = primero([
      { ...childrenOf[0], relation_age: 'seven' },
      { ...childrenOf[1], relation_age: 'nine' },
    ]);
    const place = (turn: number) => placeOf(family, turn, 'relation_age');
    const broken = planned(table);
    expect(broken.problems.map(({ place: where, code, cell }) => [where, code, cell])).toEqual([
      [place(0), 'not-an-age', 'seven'],
      [place(1), 'not-an-age', 'nine'],
    ]);
    const mended = planned(table, wanted, { 1: { [place(0)]: '7', [place(1)]: '19' } });
    expect(mended.problems).toEqual([]);
    const bands = [...brought(mended.events).parts.people.persons.values()].map((one) =>
      valueIn(one, 'ageBand'),
    );
    expect(bands).toEqual(['unknown', '5_11', '18_24']);
  });

  it('with people of their own inside lose none of the words', () => {
    const table = primero([{ relation: 'child', toys: [{ kind: 'Kite' }, { kind: 'Ball' }] }]);
    const row = planned(table, { relation: 'relation' });
    for (const word of ['Kite', 'Ball']) expect(JSON.stringify(row.events)).toContain(word);
  });
});
