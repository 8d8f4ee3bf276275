import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { emptyCase, foldCase } from '../case/state.ts';
import { openTasks } from '../task/open.ts';
import { at, colleague, id } from '../testing/people.ts';
import { openFollowUps } from './state.ts';

const [one, two] = [colleague(1, 'officer'), colleague(2, 'officer')];
const day = fc.integer({ min: 1, max: 28 }).map((number) => `2027-02-${String(number).padStart(2, '0')}`);
const anEvent = fc.oneof(
  fc.record({
    type: fc.constant('FollowUpKept'),
    v: fc.constant(1),
    id: fc.constantFrom(id(20), id(21)),
    set: fc.record({ due: day }),
    replaces: fc.constant({}),
  }),
  fc.record({
    type: fc.constant('OutcomeKept'),
    v: fc.constant(1),
    id: fc.constantFrom(id(30), id(31)),
    set: fc.record({
      on: day,
      followUp: fc.constantFrom(null, id(20), id(21)),
      outcomes: fc.subarray(['out_died', 'out_unknown', 'out_feels_safer']),
    }),
    replaces: fc.constant({}),
  }),
  fc.record({
    type: fc.constantFrom('OutcomePutAway', 'OutcomeTakenBack', 'FollowUpPutAway'),
    v: fc.constant(1),
    id: fc.constantFrom(id(20), id(30)),
    reason: fc.constant('A reason.'),
  }),
);

const begun = [
  { type: 'CaseOpened', v: 1, pseudonym: 'Heron', fromConversation: null, teams: [] },
  {
    type: 'StateChanged',
    v: 2,
    state: 'case_closed',
    reason: 'Done.',
    closure: 'close_support_completed',
    date: null,
    replaces: null,
  },
].reduce((state, event, index) => foldCase(state, event, at(1 + index, one)), emptyCase);

describe('follow-ups, whatever anybody writes in whatever order', () => {
  it('never open the case, lose no version, and each that nobody answered is a task', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anEvent, fc.boolean()), { maxLength: 12 }), (told) => {
        const state = told.reduce(
          (before, [event, first], index) => foldCase(before, event, at(10 + index, first ? one : two)),
          begun,
        );
        expect(state.phase).toBe('case_closed');
        const { outcome } = state.parts;
        const open = openFollowUps(outcome).map((followUp) => followUp.id);
        const tasks = openTasks(state).filter(({ kind }) => kind === 'follow_up');
        expect(tasks.map(({ item }) => item).toSorted()).toEqual(open.toSorted());
        // Edits that name nothing replace nothing: every other day that was ever written still stands.
        for (const followUp of outcome.followUps.values()) {
          const written = told.flatMap(([event]) =>
            event.type === 'FollowUpKept' && event.id === followUp.id ? [event.set.due] : [],
          );
          expect(new Set(followUp.fields.due?.map(({ value }) => value))).toEqual(new Set(written));
        }
      }),
      { numRuns: runs(60) },
    );
  });
});
