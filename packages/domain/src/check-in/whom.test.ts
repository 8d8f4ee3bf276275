import { describe, expect, it } from 'vitest';
import { type CaseState, emptyCase, foldCase } from '../case/state.ts';
import { bars, persons } from '../people/events.ts';
import { contactItems } from '../plan/events.ts';
import { baseOf, editOf, type ItemKind, type Values } from '../shared/items.ts';
import { at, colleague, id } from '../testing/people.ts';
import { calledBy, callsKeptAway } from './whom.ts';

const officer = colleague(1, 'officer');
const uncle = id(9);
const kept = <V extends Values>(kind: ItemKind<string, V>, number: number, values: Partial<V>): unknown =>
  editOf(kind, baseOf<V>(undefined, id(number)), values);

function told(...events: readonly unknown[]): CaseState {
  const opening = { type: 'CaseOpened', v: 1, pseudonym: 'Tern 4', fromConversation: null, teams: [] };
  const state = [opening, ...events].reduce<CaseState>(
    (before, event, index) => foldCase(before, event, at(index + 1, officer)),
    emptyCase,
  );
  expect(state.kept).toEqual([]);
  return state;
}
const family = [
  kept(persons, 9, { label: 'Rook', contact: 'self' }),
  kept(contactItems, 20, { who: 'Her uncle', person: uncle }),
];
const toUncle = { contact: id(20), whom: '' };

describe('whom the ladder of a silence calls [invariants 2, 11]', () => {
  it('is the contact of the plan, and whoever is named beside', () => {
    const state = told(...family);
    expect(calledBy(state, toUncle)).toEqual([{ person: uncle, names: ['Her uncle'] }]);
    expect(calledBy(state, { contact: id(20), whom: 'The lawyer' })).toHaveLength(2);
    expect(calledBy(state, { contact: id(99), whom: ' ' })).toEqual([]);
    expect(callsKeptAway(state, toUncle)).toBe(false);
  });

  it('is asked again in the hour of the call: who may not be contacted any more is not called', () => {
    const never = told(...family, kept(bars, 30, { kind: 'never_contact', person: uncle, why: 'He told.' }));
    expect(callsKeptAway(never, toUncle)).toBe(true);
    const [person, contact] = family;
    const said = told(person, contact, {
      type: 'PersonKept',
      v: 1,
      id: uncle,
      set: { contact: 'never' },
      replaces: {},
    });
    expect(callsKeptAway(said, toUncle)).toBe(true);
  });

  it('is known also by words that may mean somebody who must not learn of it', () => {
    const circle = kept(bars, 31, {
      kind: 'must_not_learn',
      circle: 'Mohammed Karimi',
      why: 'He works for them.',
    });
    const state = told(...family, circle);
    expect(callsKeptAway(state, { contact: null, whom: 'محمد کریمی' })).toBe(true);
    expect(callsKeptAway(state, { contact: null, whom: 'The lawyer' })).toBe(false);
  });
});
