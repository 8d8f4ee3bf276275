import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { baseOf, editOf } from '../shared/items.ts';
import { at, colleague, id } from '../testing/people.ts';
import { personOf, relationOf } from '../testing/people-of-a-case.ts';
import { mayContact } from './contact.ts';
import { contactWays, type PeopleEvent, persons } from './events.ts';
import { peoplePart } from './part.ts';
import { relationsOf } from './relations.ts';
import { emptyPeople, onePerson, type PeopleState, peopleIn, rootOf } from './state.ts';
import { otherTies } from './ties.ts';

const officer = colleague(1, 'officer');
const five = [1, 2, 3, 4, 5].map(id);

let entry = 0;
const apply = (state: PeopleState, event: PeopleEvent): PeopleState => {
  entry += 1;
  const after = peoplePart.apply(state, event, at(entry, officer));
  return after.ok ? after.value : state;
};

type Act = (state: PeopleState) => PeopleEvent | null;
const someone = fc.constantFrom(...five);

const edits: fc.Arbitrary<Act> = fc
  .record({
    who: someone,
    note: fc.string({ maxLength: 3 }),
    contact: fc.constantFrom(...contactWays),
    through: fc.option(someone),
  })
  .map(
    ({ who, note, contact, through }) =>
      (state) =>
        editOf(persons, baseOf(state.persons.get(who), who), { note, contact, through }),
  );
const relates: fc.Arbitrary<Act> = fc
  .record({
    number: fc.integer({ min: 50, max: 55 }),
    who: someone,
    whom: someone,
    tie: fc.constantFrom(...otherTies),
  })
  .map(
    ({ number, who, whom, tie }) =>
      () =>
        relationOf(number, who, tie, whom),
  );
const merges: fc.Arbitrary<Act> = fc.record({ into: someone, other: someone }).map(
  ({ into, other }) =>
    () =>
      ({ type: 'PersonsMerged', v: 1, into, other, reason: 'One.' }) as const,
);
const parts: fc.Arbitrary<Act> = someone.map(
  (other) => () => ({ type: 'PersonsParted', v: 1, other, reason: 'Two.' }) as const,
);
const acts = fc.array(fc.oneof(edits, relates, merges, parts), { maxLength: 25 });
const begun = (): PeopleState =>
  five.reduce((state, one, index) => apply(state, personOf(one, `Bird ${index}`)), emptyPeople);
const isMerge = (event: PeopleEvent): boolean =>
  event.type === 'PersonsMerged' || event.type === 'PersonsParted';

describe('merging and parting persons', () => {
  it('gives back exactly what was, with all edits made between', () => {
    fc.assert(
      fc.property(acts, (story) => {
        entry = 0;
        let withMerges = begun();
        const events: { readonly event: PeopleEvent; readonly entry: number }[] = [];
        for (const act of story) {
          const event = act(withMerges);
          if (event === null) continue;
          withMerges = apply(withMerges, event);
          events.push({ event, entry });
        }
        const parted = [...withMerges.merged.keys()].reduce(
          (state, other) => apply(state, { type: 'PersonsParted', v: 1, other, reason: 'Two.' }),
          withMerges,
        );
        // The same story as if nobody had ever been merged.
        entry = 0;
        const without = events
          .filter(({ event }) => !isMerge(event))
          .reduce((state, one) => {
            entry = one.entry - 1;
            return apply(state, one.event);
          }, begun());
        const { mergeHistory: _, ...now } = parted;
        const { mergeHistory: __, ...never } = without;
        expect(now).toEqual(never);
        for (const one of five) {
          expect(relationsOf(parted, one)).toEqual(relationsOf(without, one));
          expect(mayContact(parted, one)).toEqual(mayContact(without, one));
        }
      }),
      { numRuns: runs(150) },
    );
  });

  it('always ends: nobody is under herself, and each is shown once', () => {
    fc.assert(
      fc.property(acts, (story) => {
        const state = story.reduce((now, act) => {
          const event = act(now);
          return event === null ? now : apply(now, event);
        }, begun());
        const shown = peopleIn(state).flatMap(({ id: one }) => onePerson(state, one).map((each) => each.id));
        expect(shown.toSorted()).toEqual([...five].toSorted());
        for (const one of five) expect(rootOf(state, rootOf(state, one))).toBe(rootOf(state, one));
      }),
      { numRuns: runs(150) },
    );
  });

  it('never makes somebody reachable who was not: the strictest word of all counts', () => {
    fc.assert(
      fc.property(acts, someone, someone, (story, into, other) => {
        const state = story.reduce((now, act) => {
          const event = act(now);
          return event === null ? now : apply(now, event);
        }, begun());
        const never = onePerson(state, other).some((one) =>
          one.fields.contact?.some(({ value }) => value === 'never'),
        );
        fc.pre(never && rootOf(state, into) !== rootOf(state, other));
        const merged = apply(state, { type: 'PersonsMerged', v: 1, into, other, reason: 'One.' });
        expect(mayContact(merged, into).verdict).toBe('no');
      }),
      { numRuns: runs(100) },
    );
  });
});
