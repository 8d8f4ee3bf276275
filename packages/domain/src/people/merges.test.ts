import { describe, expect, it } from 'vitest';
import { at, colleague, id } from '../testing/people.ts';
import {
  editPerson,
  landDefender,
  personOf,
  relationOf,
  tellPeople,
  them,
} from '../testing/people-of-a-case.ts';
import { peoplePart } from './part.ts';
import { relationsOf } from './relations.ts';
import { factOf, labelOf, onePerson, peopleIn } from './state.ts';

const officer = colleague(1, 'officer');

describe('two persons who turn out to be one', () => {
  const people = tellPeople([
    ...landDefender,
    personOf(them.twin, 'Egret', { roles: ['role_witness'], languages: ['so'], needs: 'A lawyer.' }),
    relationOf(320, them.twin, 'tie_colleague', them.defender),
    relationOf(321, them.twin, 'tie_friend', them.referee),
  ]);
  const merged = tellPeople(
    [{ type: 'PersonsMerged', v: 1, into: them.referee, other: them.twin, reason: 'She said so.' }],
    people,
  );

  it('are shown once, with what both know, and with the relations of both', () => {
    expect(peopleIn(merged)).toHaveLength(7);
    expect(onePerson(merged, them.twin).map(({ id: one }) => one)).toEqual([them.referee, them.twin]);
    expect(labelOf(merged, them.twin)).toBe('Stork');
    expect(factOf(merged, them.referee, 'roles')).toEqual(['role_referee', 'role_witness']);
    expect(factOf(merged, them.referee, 'needs')).toBe('A lawyer.');
    // Her friendship with herself is not shown; it stands again once the two are parted.
    expect(relationsOf(merged, them.referee).map(({ tie }) => tie)).toEqual(['tie_colleague']);
  });

  it('are parted with everything that was written meanwhile', () => {
    const meanwhile = tellPeople(
      [
        editPerson(merged, them.twin, { needs: 'A lawyer who speaks Somali.' }),
        editPerson(merged, them.referee, { note: 'Called on Monday.' }),
        { type: 'PersonsParted', v: 1, other: them.twin, reason: 'Two women of one name.' },
      ],
      merged,
    );
    expect(peopleIn(meanwhile)).toHaveLength(8);
    expect(factOf(meanwhile, them.twin, 'needs')).toBe('A lawyer who speaks Somali.');
    expect(factOf(meanwhile, them.referee, 'needs')).toBe('');
    expect(factOf(meanwhile, them.referee, 'note')).toBe('Called on Monday.');
    expect(relationsOf(meanwhile, them.referee).map(({ tie }) => tie)).toEqual(['tie_friend']);
    expect(meanwhile.mergeHistory.map(({ what, reason }) => [what, reason])).toEqual([
      ['merged', 'She said so.'],
      ['parted', 'Two women of one name.'],
    ]);
  });

  it('merged by two officers apart are parted once, and nobody is merged who is not there', () => {
    const twice = tellPeople(
      [{ type: 'PersonsMerged', v: 1, into: them.twin, other: them.referee, reason: 'The same.' }],
      merged,
    );
    expect(twice).toBe(merged);
    const unknown = { type: 'PersonsMerged', v: 1, into: id(999), other: them.twin, reason: 'No.' } as const;
    expect(peoplePart.apply(people, unknown, at(1, officer))).toMatchObject({ error: { code: 'not_there' } });
  });
});
