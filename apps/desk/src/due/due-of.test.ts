import { makeClock } from '@leeward/domain/clock/clock.ts';
import { addDays } from '@leeward/domain/clock/days.ts';
import type { OpenTask } from '@leeward/domain/task/open.ts';
import { calendars } from '@leeward/ui/calendar/calendars.ts';
import type { CaseLine } from '@leeward/workspace/desk/case-contract.ts';
import type { QueueLine } from '@leeward/workspace/desk/conversation-contract.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { routeOf } from '../router/route.ts';
import { addressOfDue } from './address.ts';
import { bySection, dueOf, mineOf, pressingFor, pressingOf } from './due-of.ts';
import { monthsBetween } from './months.ts';

const me = 'a'.repeat(32);
const other = 'b'.repeat(32);
const gone = 'c'.repeat(32);
const today = '2026-11-21';
const task = (more: Partial<OpenTask>): OpenTask => ({
  key: '1'.repeat(32),
  kind: 'own',
  text: 'Ask the clinic',
  due: '2026-11-25',
  warns: [],
  owner: null,
  restsUntil: null,
  part: null,
  item: null,
  repeats: false,
  ...more,
});
const file = (more: Partial<CaseLine>): CaseLine => ({
  record: 'd'.repeat(64),
  pseudonym: 'Heron 12',
  urgency: 'urg_high',
  state: 'case_supporting',
  responsible: me,
  next: null,
  conversation: null,
  updated: 0,
  second: null,
  offered: null,
  relief: false,
  ...more,
});
const request = (more: Partial<QueueLine>): QueueLine =>
  ({ record: 'e'.repeat(64), phase: 'answered', claimedBy: me, callName: 'Kestrel', ...more }) as QueueLine;
const isHere = (member: string) => member !== gone;
const lists = (cases: readonly CaseLine[], lines: readonly QueueLine[] = [], day = today) =>
  dueOf({ cases, lines, me, isHere, today: day });

describe('what is due over all files', () => {
  it('is mine where it is given to me, where I am responsible, and where nobody has it', () => {
    const { all } = lists([
      file({
        tasks: [
          task({ key: 'mine' }),
          task({ key: 'theirs', owner: other }),
          task({ key: 'left', owner: gone }),
        ],
      }),
      file({ record: 'f', responsible: gone, tasks: [task({ key: 'nobody' })] }),
    ]);
    expect(
      mineOf(all, me)
        .map((due) => due.task.key)
        .toSorted(),
    ).toEqual(['left', 'mine', 'nobody']);
    expect(all).toHaveLength(4);
  });

  it('knows what she was promised and what she allowed in her conversation, until long after it is over [invariant 9]', () => {
    const clocks = [
      {
        kind: 'promise',
        item: '7'.repeat(32),
        until: '2026-11-20',
        label: 'We call.',
        person: null,
        owner: null,
        part: null,
        warns: [2, 1],
      },
    ] as const;
    const late = lists([], [request({ clocks })]).all;
    expect(late).toMatchObject([{ section: 'late', name: 'Kestrel', who: me, file: null }]);
    expect(lists([], [request({ clocks, phase: 'closed' })]).all).toEqual([]);
    expect(lists([], [request({ clocks })], '2027-03-01').all).toEqual([]);
    expect(routeOf(addressOfDue(late[0] as never))).toMatchObject({ name: 'request' });
  });

  it('[invariant 14] is her wish that all be destroyed, of a conversation that she closed, for as long as it stands', () => {
    const clocks = [makeClock({ kind: 'retention', item: 'conversation', until: '2026-11-20' })];
    const closed = request({ clocks, phase: 'closed' });
    for (const day of [today, '2027-11-21'])
      expect(lists([], [closed], day).all).toMatchObject([{ section: 'late', name: 'Kestrel', who: me }]);
  });

  it('[invariant 9] is everybody’s of custody where a passport ends, and leads to the identity in which it stands', () => {
    const clock = makeClock({ kind: 'document', item: '9'.repeat(32), until: '2026-12-21' });
    const of = { caseRecord: 'd'.repeat(64), person: '4'.repeat(32), pseudonym: 'Heron 12' };
    const inputs = { cases: [], lines: [], me, isHere, papers: [{ of, clock }] };
    const { all } = dueOf({ ...inputs, today });
    expect(all).toMatchObject([{ name: 'Heron 12', who: null, section: 'later', file: null }]);
    expect(routeOf(addressOfDue(all[0] as never))).toMatchObject({
      record: of.caseRecord,
      part: 'identity',
      item: of.person,
    });
    // It raises its hand when a warning begins, and again each day of the last week.
    const days = ['2026-06-01', '2026-06-24', '2026-11-21', '2026-12-10', '2026-12-20', '2026-12-25'];
    expect(days.map((day) => pressingFor({ ...inputs, today: day }, me).length)).toEqual([0, 1, 1, 0, 1, 1]);
    expect(dueOf({ ...inputs, today: '2027-03-01' }).all).toEqual([]);
  });

  it('is told once where the file knows the same consent as the conversation', () => {
    const consent = { kind: 'consent', item: '8'.repeat(32), until: '2026-11-30', label: 'Partner' } as const;
    const line = request({ clocks: [{ ...consent, person: null, owner: null, part: null, warns: [30, 7] }] });
    const known = file({
      conversation: line.record,
      tasks: [task({ key: `consent:${consent.item}`, kind: 'consent', due: consent.until, warns: [30, 7] })],
    });
    expect(lists([known], [line]).all).toHaveLength(1);
    expect(lists([file({ conversation: line.record })], [line]).all).toMatchObject([{ name: 'Heron 12' }]);
  });

  it('presses for one person with the very things, in the very order, that the whole list has', () => {
    const days = fc.integer({ min: -40, max: 200 }).map((after) => addDays(today, after));
    const any = fc.record({
      key: fc.stringMatching(/^[0-9a-f]{4}$/),
      kind: fc.constantFrom('own', 'status', 'measure'),
      due: fc.option(days),
      restsUntil: fc.option(days),
      warns: fc.subarray([180, 90, 30, 7]),
      owner: fc.option(fc.constantFrom(me, other, gone)),
    }) as fc.Arbitrary<Partial<OpenTask>>;
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(any, { selector: ({ key }) => key })), (each) => {
        const cases = each.map((tasks, at) => file({ record: String(at), tasks: tasks.map(task) }));
        const inputs = { cases, lines: [request({})], me, isHere, today };
        expect(pressingFor(inputs, me)).toEqual(pressingOf(mineOf(dueOf(inputs).all, me), today));
      }),
      { numRuns: runs(100) },
    );
  });

  it('leads to where it is seen to', () => {
    const at = (one: OpenTask) => routeOf(addressOfDue({ task: one, file: file({}), request: null }));
    expect(at(task({}))).toMatchObject({ part: 'tasks', item: '1'.repeat(32) });
    expect(at(task({ kind: 'measure', key: 'measure:x', part: 'plan', item: '2'.repeat(32) }))).toMatchObject(
      {
        part: 'plan',
        item: '2'.repeat(32),
      },
    );
    expect(at(task({ kind: 'next_step', key: 'next_step:next' }))).toMatchObject({ name: 'case' });
  });

  it('says where a file holds more than its line has room for, from the day on which it must be seen', () => {
    const full = file({ moreTasks: { count: 3, from: '2026-11-22' } });
    expect(lists([full]).more).toEqual([]);
    expect(lists([full], [], '2026-11-22').more).toMatchObject([{ count: 3 }]);
  });

  it('presses on the day a warning begins, rests again, and presses through the last week', () => {
    const permit = task({ key: 'status:x', kind: 'status', due: '2027-02-19', warns: [180, 90, 30] });
    const presses = (day: string) =>
      pressingOf(lists([file({ tasks: [permit] })], [], day).all, day).length > 0;
    expect([presses(addDays(permit.due ?? '', -181)), presses(addDays(permit.due ?? '', -180))]).toEqual([
      false,
      true,
    ]);
    expect([presses(addDays(permit.due ?? '', -120)), presses(addDays(permit.due ?? '', -88))]).toEqual([
      false,
      true,
    ]);
    for (let left = 7; left >= -30; left -= 1) expect(presses(addDays(permit.due ?? '', -left))).toBe(true);
  });

  it('leaves out of the sections only what does not warn yet', () => {
    const { all } = lists([
      file({
        tasks: [
          task({ key: 'a', due: '2026-11-20' }),
          task({ key: 'b', due: null }),
          task({ key: 'c', restsUntil: '2026-12-01' }),
          task({ key: 'd', kind: 'status', due: '2028-01-01', warns: [180] }),
        ],
      }),
    ]);
    const sections = bySection(all);
    expect([...sections].map(([name, due]) => [name, due.length])).toEqual([
      ['late', 1],
      ['today', 0],
      ['week', 0],
      ['later', 0],
      ['undated', 1],
      ['resting', 1],
    ]);
  });
});

describe('months on paper', () => {
  it('hold every day once, in weeks of seven, from whichever day weeks begin on', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom(...calendars),
        (begin, length, firstDay, calendar) => {
          const from = addDays('2024-01-01', begin);
          const to = addDays(from, length);
          const months = monthsBetween(from, to, firstDay, calendar);
          const within = months.flatMap(({ first, last, weeks }) =>
            weeks.flat().filter((day) => day >= first && day <= last),
          );
          expect(new Set(within).size).toBe(within.length);
          expect(within).toContain(from);
          expect(within).toContain(to);
          for (const { weeks } of months)
            for (const week of weeks) {
              expect(week).toHaveLength(7);
              expect(new Date(`${week[0]}T00:00:00Z`).getUTCDay() || 7).toBe(firstDay);
            }
        },
      ),
      { numRuns: runs(60) },
    );
  });
});
