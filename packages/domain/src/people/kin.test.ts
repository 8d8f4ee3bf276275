import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { at, colleague, id } from '../testing/people.ts';
import { personOf, relationOf } from '../testing/people-of-a-case.ts';
import type { PeopleEvent } from './events.ts';
import { kinIn, kinOf } from './kin.ts';
import { peoplePart } from './part.ts';
import { emptyPeople, type PeopleState } from './state.ts';

const officer = colleague(1, 'officer');
let entry = 0;
const told = (state: PeopleState, ...events: readonly PeopleEvent[]): PeopleState =>
  events.reduce((before, event) => {
    entry += 1;
    const after = peoplePart.apply(before, event, at(entry, officer));
    return after.ok ? after.value : before;
  }, state);
const merge = (into: string, other: string): PeopleEvent => ({
  type: 'PersonsMerged',
  v: 1,
  into,
  other,
  reason: 'One person.',
});
const part = (other: string): PeopleEvent => ({
  type: 'PersonsParted',
  v: 1,
  other,
  reason: 'Two after all.',
});

describe('the family of somebody in a case', () => {
  const people = told(
    emptyPeople,
    personOf(id(1), 'Heron', { roles: ['role_defender'] }),
    personOf(id(2), 'The sister', { ageBand: '25_59' }),
    personOf(id(3), 'A colleague'),
    relationOf(11, id(2), 'fam_sibling', id(1)),
    relationOf(12, id(3), 'tie_colleague', id(1)),
  );

  it('is told by labels and ages, hers whom the case is about without naming her, and says nothing of colleagues', () => {
    const kin = kinIn(people);
    if (kin === null) throw new Error('no kin');
    expect(kinOf(kin, null)).toEqual([
      { of: id(1), tie: 'fam_sibling', other: id(2), label: 'The sister', band: '25_59' },
    ]);
    expect(kinOf(kin, id(2)).map(({ other }) => other)).toEqual([id(1)]);
    expect(kinIn(told(emptyPeople, personOf(id(1), 'Heron')))).toBe(null);
  });

  it('is the same by every id under which somebody was merged, and as it was once they are parted', () => {
    const five = [1, 2, 3, 4, 5].map(id);
    const pair = fc
      .tuple(fc.constantFrom(...five), fc.constantFrom(...five))
      .filter(([one, two]) => one !== two);
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 6 }), fc.array(pair, { maxLength: 4 }), (ties, merges) => {
        const before = told(
          emptyPeople,
          ...five.map((one) => personOf(one, 'Somebody')),
          ...ties.map(([one, two], index) => relationOf(100 + index, one, 'fam_sibling', two)),
        );
        const merged = told(before, ...merges.map(([into, other]) => merge(into, other)));
        const kin = kinIn(merged);
        for (const one of five)
          if (kin !== null)
            for (const other of five)
              if (merged.merged.get(one)?.into === other) expect(kinOf(kin, one)).toEqual(kinOf(kin, other));
        const parted = told(merged, ...[...merged.merged.keys()].map(part));
        expect(kinIn(parted)).toEqual(kinIn(before));
      }),
      { numRuns: runs(100) },
    );
  });
});
