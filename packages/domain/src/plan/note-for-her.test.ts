import { describe, expect, it } from 'vitest';
import { firstDoor } from '../testing/consents-of-a-case.ts';
import { hash } from '../testing/people.ts';
import { landDefender, personOf, tellPeople, them } from '../testing/people-of-a-case.ts';
import { mayShowNote, othersIn } from './note-for-her.ts';

const people = tellPeople(landDefender);

describe('a note on dangers that goes to a page', () => {
  it('is about the person who writes there, and goes nowhere while nobody knows who that is', () => {
    expect(mayShowNote(people, firstDoor, firstDoor)).toEqual({ ok: true, value: them.defender });
    expect(mayShowNote(people, firstDoor, hash(61))).toMatchObject({ error: { code: 'whose_door' } });
    const two = tellPeople([
      personOf(them.defender, 'Heron', { roles: ['role_defender'] }),
      personOf(them.twin, 'Egret', { roles: ['role_defender'] }),
    ]);
    expect(mayShowNote(two, firstDoor, firstDoor)).toMatchObject({ error: { code: 'whose_door' } });
    expect(mayShowNote(tellPeople([]), firstDoor, firstDoor)).toEqual({ ok: true, value: null });
  });

  it('[invariant 2] goes to nobody whom the file says never to contact', () => {
    const never = tellPeople([
      personOf(them.defender, 'Heron', { roles: ['role_defender'], contact: 'never' }),
    ]);
    expect(mayShowNote(never, firstDoor, firstDoor)).toMatchObject({ error: { code: 'must_not_contact' } });
  });

  it('names the labels of others that stand in it, as words of their own', () => {
    const file = tellPeople([
      personOf(them.defender, 'Heron', { roles: ['role_defender'] }),
      personOf(them.father, 'Ibis', {}),
      personOf(them.son, 'ابن مالك', {}),
    ]);
    expect(othersIn(file, 'Heron: men asked for ibis at night.', them.defender)).toEqual(['Ibis']);
    expect(othersIn(file, 'The ibises are gone.', them.defender)).toEqual([]);
    expect(othersIn(file, 'لا يخرج ابن مالك وحده.', them.defender)).toEqual(['ابن مالك']);
    expect(othersIn(file, 'Heron and Ibis', them.father)).toEqual(['Heron']);
  });
});
