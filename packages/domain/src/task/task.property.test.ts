import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { type CaseState, emptyCase, foldCase } from '../case/state.ts';
import { addDays, addMonths, daysBetween } from '../clock/days.ts';
import { baseOf, editOf } from '../shared/items.ts';
import { situationItems } from '../situation/events.ts';
import { at, colleague, id } from '../testing/people.ts';
import type { TaskEvent } from './events.ts';
import { openTasks, sectionOf, whose } from './open.ts';
import { nextDue } from './repeat.ts';

const officer = colleague(1, 'officer');
const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2026-01-01', days));
const member = fc.constantFrom(id(1), id(2), id(66));
const isHere = (who: string): boolean => who !== id(66);
const visible = ['late', 'today', 'week', 'later', 'undated'];

/** A case with permits that end on these days, and whatever marks anybody or anything wrote. */
function caseWith(ends: readonly string[], marks: readonly TaskEvent[]): CaseState {
  let entry = 1;
  const told = (state: CaseState, event: unknown): CaseState => {
    entry += 1;
    return foldCase(state, event, at(entry, officer));
  };
  const opened = foldCase(
    emptyCase,
    { type: 'CaseOpened', v: 1, pseudonym: 'Heron 12', fromConversation: null, teams: [] },
    at(1, officer),
  );
  const withClocks = ends.reduce(
    (state, until, at) =>
      told(
        state,
        editOf(situationItems, baseOf(undefined, id(70 + at)), {
          kind: 'status',
          until: { kind: 'point', at: until, about: false, said: '' },
        }),
      ),
    opened,
  );
  return marks.reduce(told, withClocks);
}

const mark = (ends: readonly string[]): fc.Arbitrary<TaskEvent> => {
  const task = fc.integer({ min: 0, max: ends.length - 1 });
  return fc.oneof(
    fc.tuple(task, day, day).map(
      ([at, due, until]): TaskEvent => ({
        type: 'TaskSnoozed',
        v: 1,
        task: `status:${id(70 + at)}`,
        due: daysBetween(due, until) % 2 === 0 ? (ends[at] ?? due) : due,
        until,
        reason: 'Later.',
        replaces: [],
      }),
    ),
    fc.tuple(task, member).map(
      ([at, who]): TaskEvent => ({
        type: 'TaskAssigned',
        v: 1,
        task: `status:${id(70 + at)}`,
        member: who,
        replaces: [],
      }),
    ),
  );
};

describe('nothing expires unannounced [invariant 9]', () => {
  it('whatever is put off and given away: a day before it lapses it stands in a list of somebody who is here', () => {
    const story = fc
      .array(day, { minLength: 1, maxLength: 4 })
      .chain((ends) => fc.tuple(fc.constant(ends), fc.array(mark(ends), { maxLength: 8 })));
    fc.assert(
      fc.property(story, ([ends, marks]) => {
        const state = caseWith(ends, marks);
        for (const [at, until] of ends.entries()) {
          const task = openTasks(state).find(({ key }) => key === `status:${id(70 + at)}`);
          if (task === undefined) throw new Error('a clock without a task');
          expect(visible).toContain(sectionOf(task, addDays(until, -1)));
          expect(sectionOf(task, until)).toBe('today');
          const list = whose(task.owner, state.responsible, isHere);
          expect(list === null || isHere(list)).toBe(true);
        }
      }),
      { numRuns: runs(150) },
    );
  });

  it('and once said to be done for one day, it is asked for anew when that day changes', () => {
    fc.assert(
      fc.property(day, day, (before, after) => {
        fc.pre(before !== after);
        const done: TaskEvent = {
          type: 'TaskDone',
          v: 1,
          task: `status:${id(70)}`,
          due: before,
          on: before,
          note: 'Asked.',
        };
        expect(openTasks(caseWith([before], [done]))).toEqual([]);
        expect(openTasks(caseWith([after], [done]))).toHaveLength(1);
      }),
      { numRuns: runs(50) },
    );
  });
});

describe('a task that comes back', () => {
  const repeat = fc.record({
    every: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
    from: fc.constantFrom('due' as const, 'done' as const),
    until: fc.constant(null),
  });
  it('always comes back on a later day, and never before it was asked for', () => {
    fc.assert(
      fc.property(day, repeat, fc.array(fc.nat(40), { maxLength: 6 }), (start, rhythm, delays) => {
        const done: Parameters<typeof nextDue>[2][number][] = [];
        let due = nextDue(start, rhythm, done);
        expect(due).toBe(start);
        for (const delay of delays) {
          if (due === null) throw new Error('it has no end');
          const on = addDays(due, delay - 10);
          done.push({ due, on, note: '', entry: '', index: 0, position: 1, by: '', claimedTime: 0 });
          const next = nextDue(start, rhythm, done);
          expect(next !== null && next > due && next > on).toBe(true);
          due = next;
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it('counts months as calendars do', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 50 }), (from, months) => {
        const to = addMonths(from, months);
        const apart = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12;
        expect(apart + Number(to.slice(5, 7)) - Number(from.slice(5, 7))).toBe(months);
        expect(to.slice(8) <= from.slice(8)).toBe(true);
        expect(addDays(from, daysBetween(from, to))).toBe(to);
      }),
      { numRuns: runs(100) },
    );
  });
});
