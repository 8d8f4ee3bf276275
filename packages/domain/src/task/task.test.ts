import { describe, expect, it } from 'vitest';
import { emptyCase, foldCase } from '../case/state.ts';
import { baseOf, editOf, putAwayOf } from '../shared/items.ts';
import { situationItems } from '../situation/events.ts';
import { at, colleague, hash, id, tell } from '../testing/people.ts';
import { type TaskEvent, type TaskValues, taskItems } from './events.ts';
import { type OpenTask, openTasks, sectionOf, whose } from './open.ts';
import { canAssign, canDo, canReopen, canSnooze, canWake } from './rules.ts';

const officer = colleague(1, 'officer');
const second = colleague(2, 'officer');
const permit = id(70);
const opened = tell(emptyCase, foldCase, [
  [
    { type: 'CaseOpened', v: 1, pseudonym: 'Heron 12', fromConversation: null, teams: [id(101)] },
    at(1, officer),
  ],
]);
const status = (until: string, state = opened) =>
  editOf(situationItems, baseOf(state.parts.situation.get(permit), permit), {
    kind: 'status',
    until: { kind: 'point', at: until, about: false, said: '' },
    note: 'Humanitarian visa',
  });
/** She may stay until 19 February 2027. */
const withPermit = foldCase(opened, status('2027-02-19'), at(2, officer));
const [one] = openTasks(withPermit);
if (one === undefined) throw new Error('no task');
const ok = (result: { readonly ok: boolean; readonly value?: TaskEvent }): TaskEvent => {
  if (result.value === undefined) throw new Error(JSON.stringify(result));
  return result.value;
};
const task = (values: Partial<TaskValues>, number = 80) =>
  editOf(taskItems, baseOf<TaskValues>(undefined, id(number)), values);

describe('a permit that ends in 90 days', () => {
  it('makes a task by itself: at 180 days, and again at 90 and at 30 [invariant 9]', () => {
    expect(one).toMatchObject({ key: `status:${permit}`, due: '2027-02-19', owner: null, part: 'situation' });
    const on = (today: string) => sectionOf(one, today);
    expect(on('2026-08-22')).toBe('not_yet');
    expect(on('2026-08-23')).toBe('later');
    expect(on('2027-02-12')).toBe('week');
    expect(on('2027-02-19')).toBe('today');
    expect(on('2027-02-20')).toBe('late');
  });

  it('is given to a colleague, and to whoever is responsible again', () => {
    const given = foldCase(
      withPermit,
      ok(canAssign(withPermit.parts.tasks, one.key, second.member)),
      at(3, officer),
    );
    expect(openTasks(given)[0]?.owner).toBe(second.member);
    const back = foldCase(given, ok(canAssign(given.parts.tasks, one.key, null)), at(4, second));
    expect(openTasks(back)[0]?.owner).toBeNull();
    expect(back.parts.tasks.marks.get(one.key)?.steps.map(({ what }) => what)).toEqual([
      'assigned',
      'assigned',
    ]);
  });

  it('may rest with a reason, never beyond the day before it ends [invariant 9]', () => {
    const { tasks } = withPermit.parts;
    const today = '2026-11-21';
    const late = { until: '2027-02-19', reason: 'The lawyer files in January.' };
    expect(canSnooze(tasks, one, today, late)).toMatchObject({ error: { details: { path: 'until' } } });
    expect(canSnooze(tasks, one, today, { until: '2027-01-10', reason: ' ' })).toMatchObject({
      error: { details: { path: 'reason' } },
    });
    const snoozed = ok(canSnooze(tasks, one, today, { ...late, until: '2027-01-10' }));
    const state = foldCase(withPermit, snoozed, at(3, officer));
    const [resting] = openTasks(state);
    expect(sectionOf(resting as OpenTask, '2027-01-09')).toBe('resting');
    expect(sectionOf(resting as OpenTask, '2027-01-10')).toBe('later');
    const woken = foldCase(state, ok(canWake(state.parts.tasks, one, 'The office is open.')), at(4, officer));
    expect(sectionOf(openTasks(woken)[0] as OpenTask, '2026-11-22')).toBe('later');
  });

  it('stands in the lists on its last two days, whatever the log says of resting', () => {
    const forced = { type: 'TaskSnoozed', v: 1, task: one.key, due: one.due, until: '2030-01-01' };
    const state = foldCase(withPermit, { ...forced, reason: 'Later.', replaces: [] }, at(3, officer));
    expect(sectionOf(openTasks(state)[0] as OpenTask, '2027-02-17')).toBe('resting');
    expect(sectionOf(openTasks(state)[0] as OpenTask, '2027-02-18')).toBe('week');
    expect(sectionOf(openTasks(state)[0] as OpenTask, '2027-02-19')).toBe('today');
  });

  it('is done by saying what was done; a new last day is a new task, and the old word does not silence it', () => {
    expect(canDo(one, '2027-01-12', '')).toMatchObject({ ok: false });
    const done = foldCase(
      withPermit,
      ok(canDo(one, '2027-01-12', 'Renewal filed by the lawyer.')),
      at(3, officer),
    );
    expect(openTasks(done)).toEqual([]);
    const renewed = foldCase(done, status('2028-02-19', done), at(4, officer));
    expect(openTasks(renewed)).toMatchObject([{ key: one.key, due: '2028-02-19' }]);
    const again = foldCase(
      done,
      ok(canReopen(done.parts.tasks, one.key, 'They refused the form.')),
      at(4, officer),
    );
    expect(openTasks(again)).toMatchObject([{ due: '2027-02-19' }]);
  });

  it('rests until the earlier day where two officers put it off apart', () => {
    const { tasks } = withPermit.parts;
    const state = tell(withPermit, foldCase, [
      [
        ok(canSnooze(tasks, one, '2026-11-21', { until: '2027-01-20', reason: 'Waits for the lawyer.' })),
        at(3, officer),
      ],
      [
        ok(canSnooze(tasks, one, '2026-11-21', { until: '2026-12-05', reason: 'She calls in December.' })),
        at(4, second),
      ],
    ]);
    expect(openTasks(state)[0]?.restsUntil).toBe('2026-12-05');
    expect(state.parts.tasks.marks.get(one.key)?.snoozed).toHaveLength(2);
  });

  it('asks for nothing any more once the case is closed; what is left is the day for forgetting [invariant 14]', () => {
    const closed = foldCase(
      withPermit,
      {
        type: 'StateChanged',
        v: 1,
        state: 'case_closed',
        reason: 'Settled.',
        closure: 'close_support_completed',
      },
      at(3, officer),
    );
    expect(closed.phase).toBe('case_closed');
    expect(openTasks(closed)).toMatchObject([{ kind: 'retention', due: '1972-01-01' }]);
  });
});

describe('a task that somebody typed', () => {
  it('is in the list from the first day, and done once', () => {
    const state = foldCase(
      opened,
      task({ text: 'Ask the clinic', due: '2026-12-01', owner: second.member }),
      at(2, officer),
    );
    const [typed] = openTasks(state);
    expect(typed).toMatchObject({ kind: 'own', text: 'Ask the clinic', owner: second.member });
    expect(sectionOf(typed as OpenTask, '2026-06-01')).toBe('later');
    const done = ok(canDo(typed as OpenTask, '2026-11-30', ''));
    const twice = tell(state, foldCase, [
      [done, at(3, second)],
      [done, at(4, second)],
    ]);
    expect(openTasks(twice)).toEqual([]);
    expect(twice.parts.tasks.marks.get(id(80))?.done).toHaveLength(1);
  });

  it('comes back in its rhythm; what was missed is asked for once, and two who did it apart did it once', () => {
    const weekly = task({
      text: 'Call her sister',
      due: '2026-11-02',
      repeat: { every: 1, unit: 'week', from: 'due', until: '2026-12-31' },
    });
    const state = foldCase(opened, weekly, at(2, officer));
    const due = (of = state) => openTasks(of)[0]?.due;
    expect(due()).toBe('2026-11-02');
    const meant = openTasks(state)[0] as OpenTask;
    // Three weeks late, by two officers apart.
    const done = tell(state, foldCase, [
      [ok(canDo(meant, '2026-11-20', 'She is well.')), at(3, officer)],
      [ok(canDo(meant, '2026-11-19', 'Reached her.')), at(4, second)],
    ]);
    expect(due(done)).toBe('2026-11-23');
    expect(done.parts.tasks.marks.get(id(80))?.done.map(({ note }) => note)).toEqual([
      'She is well.',
      'Reached her.',
    ]);
    const last = foldCase(done, ok(canDo(openTasks(done)[0] as OpenTask, '2026-12-29', '')), at(5, officer));
    expect(openTasks(last)).toEqual([]);
  });

  it('comes back so long after it was done, and on the 31st after a short month', () => {
    const after = task({
      text: 'Look at the locks',
      due: '2026-11-01',
      repeat: { every: 10, unit: 'day', from: 'done', until: null },
    });
    const monthly = task(
      { text: 'Rent', due: '2027-01-31', repeat: { every: 1, unit: 'month', from: 'due', until: null } },
      81,
    );
    let state = tell(opened, foldCase, [
      [after, at(2, officer)],
      [monthly, at(3, officer)],
    ]);
    const find = (key: string) => openTasks(state).find((one) => one.key === key) as OpenTask;
    state = foldCase(state, ok(canDo(find(id(80)), '2026-11-05', '')), at(4, officer));
    expect(find(id(80)).due).toBe('2026-11-15');
    state = foldCase(state, ok(canDo(find(id(81)), '2027-01-31', '')), at(5, officer));
    expect(find(id(81)).due).toBe('2027-02-28');
    state = foldCase(state, ok(canDo(find(id(81)), '2027-02-28', '')), at(6, officer));
    expect(find(id(81)).due).toBe('2027-03-31');
  });

  it('is put away with a reason, and nobody can do what is not there', () => {
    const state = foldCase(opened, task({ text: 'Ask the clinic' }), at(2, officer));
    const away = foldCase(state, putAwayOf(taskItems, id(80), 'She has a doctor.'), at(3, officer));
    expect(openTasks(away)).toEqual([]);
    const lost = foldCase(
      opened,
      { type: 'TaskDone', v: 1, task: id(99), due: null, on: '2026-11-21', note: '' },
      at(2, officer),
    );
    expect(lost.kept[0]?.why).toMatchObject({ refusal: { code: 'not_there' } });
    const broken = foldCase(
      opened,
      { type: 'TaskDone', v: 1, task: 'No Clock', due: null, on: '2026-11-21', note: '' },
      at(2, officer),
    );
    expect(broken.kept[0]?.why).toMatchObject({ kind: 'unreadable' });
    expect(hash(0)).toHaveLength(64);
  });
});

describe('whose list it is', () => {
  it('is its owner’s, else that of whoever is responsible, and everybody’s where neither is here any more', () => {
    const here = (member: string) => member !== 'gone';
    expect(whose('a', 'b', here)).toBe('a');
    expect(whose('gone', 'b', here)).toBe('b');
    expect(whose(null, 'gone', here)).toBeNull();
  });
});
