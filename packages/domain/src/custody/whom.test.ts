import { describe, expect, it } from 'vitest';
import { emptyCase, foldCase } from '../case/state.ts';
import { at, colleague, id, tell } from '../testing/people.ts';
import { idsMeant } from './whom.ts';

const officer = colleague(1, 'officer');
const person = (number: number, roles: readonly string[]) => ({
  type: 'PersonKept',
  v: 1,
  id: id(number),
  set: { label: `Person ${number}`, roles },
  replaces: {},
});
const opened = { type: 'CaseOpened', v: 1, pseudonym: 'Heron', fromConversation: null, teams: [] };
const people = (...events: readonly unknown[]) =>
  tell(
    emptyCase,
    foldCase,
    [opened, ...events].map((event, index) => [event, at(index + 1, officer)] as const),
  ).parts.people;

describe('whose identity is meant', () => {
  it('is hers whom the case is about, also where she was written down as its defender', () => {
    expect(idsMeant(people(), null)).toEqual([null]);
    const one = people(person(1, ['role_defender']), person(2, ['role_dependant']));
    expect(idsMeant(one, null)).toEqual([null, id(1)]);
    expect(idsMeant(one, id(1))).toEqual([id(1), null]);
    expect(idsMeant(one, id(2))).toEqual([id(2)]);
  });

  it('is nobody’s by the case alone where it has two defenders', () => {
    const two = people(person(1, ['role_defender']), person(2, ['role_defender']));
    expect(idsMeant(two, null)).toEqual([null]);
    expect(idsMeant(two, id(1))).toEqual([id(1)]);
  });

  it('is that of both where two persons of a case turned out to be one, and each again once they are parted', () => {
    const merged = { type: 'PersonsMerged', v: 1, into: id(2), other: id(3), reason: 'One sister.' };
    const one = people(person(2, []), person(3, []), merged);
    expect(idsMeant(one, id(3)).toSorted()).toEqual([id(2), id(3)]);
    const parted = people(person(2, []), person(3, []), merged, {
      type: 'PersonsParted',
      v: 1,
      other: id(3),
      reason: 'Two.',
    });
    expect(idsMeant(parted, id(3))).toEqual([id(3)]);
  });
});
