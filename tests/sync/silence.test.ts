import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { checkInItems, ladderItems } from '@leeward/domain/check-in/events.ts';
import { rungsDue, silenceAt } from '@leeward/domain/check-in/silence.ts';
import { watchOf } from '@leeward/domain/check-in/watch.ts';
import { baseOf, editOf } from '@leeward/domain/shared/items.ts';
import { taskItems } from '@leeward/domain/task/events.ts';
import { openTasks, sectionOf } from '@leeward/domain/task/open.ts';
import { canDo } from '@leeward/domain/task/rules.ts';
import { describe, expect, it } from 'vitest';
import { type EngineDesk, minute } from '../support/engine-desk.ts';
import { makeWorld } from '../support/world.ts';

const hour = 60 * minute;
const id = (number: number): string => number.toString(16).padStart(32, '0');
const act = (record: string, ...events: readonly unknown[]) => ({
  record,
  command: 'actOnCase',
  args: { events: events as readonly CaseEvent[] },
});

/** A sign of life every evening, an hour of grace, and two rungs. */
const agreed = (first: number) => [
  editOf(checkInItems, baseOf<never>(undefined, id(1)), {
    rhythm: { every: 24 },
    from: first,
    until: null,
    grace: 60,
    way: '',
    silence: 'We ring her sister.',
    language: 'en',
    safeWord: '',
    forceWord: '',
  } as never),
  editOf(ladderItems, baseOf<never>(undefined, id(41)), { after: 0, what: 'Call her sister' } as never),
  editOf(ladderItems, baseOf<never>(undefined, id(42)), { after: 180, what: 'Call the lawyer' } as never),
];
const climbed = (step: number, round: number, on: number, note: string) => ({
  type: 'LadderStepDone',
  v: 1,
  step: id(step),
  round,
  on,
  note,
});
const silence = async (desk: EngineDesk, record: string, now: number) =>
  silenceAt(watchOf((await desk.case(record)).state.parts.checkIns), null, now);

describe('silence over several desks', () => {
  it('is told from what was agreed by every desk alone; a clock that runs ahead reads it early and changes nothing for others [invariant 10]', async () => {
    const world = await makeWorld();
    const { one, case: record, clock, hostile } = world;
    const first = clock.now + 12 * hour;
    await one.act(act(record, ...agreed(first)));
    await world.settle();
    // The second desk's clock is four hours ahead.
    const ahead = { now: clock.now + 4 * hour };
    const two = world.two.copied(hostile.of('two'), ahead);
    clock.now = first + 10 * minute;
    ahead.now = clock.now + 4 * hour;
    await two.sync();
    expect(await silence(one, record, clock.now)).toMatchObject({ stage: 'waited' });
    expect(await silence(two, record, ahead.now)).toMatchObject({ stage: 'late', round: first });
    await two.act(act(record, climbed(41, first, ahead.now, 'Rang early.')));
    await one.sync();
    const seen = await silence(one, record, clock.now);
    // What the other did is there under its name; the time here is still this desk's own.
    expect(seen).toMatchObject({ stage: 'waited', rungs: [{ done: [{ on: ahead.now }] }, { done: [] }] });
    const sign = {
      type: 'SignHeard',
      v: 1,
      at: clock.now,
      safe: true,
      word: 'none_agreed',
      way: '',
      note: '',
    };
    await one.act(act(record, sign));
    await two.sync();
    expect(await silence(two, record, ahead.now)).toBeNull();
    expect(watchOf((await two.case(record)).state.parts.checkIns)).toEqual(
      watchOf((await one.case(record)).state.parts.checkIns),
    );
  });

  it('climbs a step once where two officers do it apart without a line, keeps both names, and asks for the next', async () => {
    const { one, two, three, case: record, clock, settle } = await makeWorld();
    const first = clock.now + hour;
    await one.act(act(record, ...agreed(first)));
    await settle();
    clock.now = first + 2 * hour;
    const [late, other] = [await silence(one, record, clock.now), await silence(two, record, clock.now)];
    expect(late).toEqual(other);
    await one.keep(act(record, climbed(41, first, clock.now, 'No answer.')));
    await two.keep(act(record, climbed(41, first, clock.now + minute, 'Her neighbour answered.')));
    await settle();
    const states = await Promise.all(
      [one, two, three].map(async (desk) => (await desk.case(record)).state.parts.checkIns),
    );
    expect(states[1]).toEqual(states[0]);
    expect(states[2]).toEqual(states[0]);
    expect(states[0]?.climbed.map(({ note }) => note).toSorted()).toEqual([
      'Her neighbour answered.',
      'No answer.',
    ]);
    const after = await silence(three, record, first + 5 * hour);
    expect(after && rungsDue(after, first + 5 * hour).map(({ what }) => what)).toEqual(['Call the lawyer']);
    for (const desk of [one, two]) {
      const { pending, refused } = await desk.case(record);
      expect([pending, refused]).toEqual([[], []]);
    }
  });
});

describe('a task that two officers do apart', () => {
  it('is done once and comes back once, and repeated clicks without a line make one deed', async () => {
    const world = await makeWorld();
    const { one, two, case: record } = world;
    const typed = editOf(taskItems, baseOf<never>(undefined, id(80)), {
      text: 'Call her lawyer',
      due: '2026-01-05',
      repeat: { every: 1, unit: 'week', from: 'due', until: null },
    } as never);
    await one.act(act(record, typed));
    await world.settle();
    const [meant] = openTasks((await one.case(record)).state);
    if (meant === undefined) throw new Error('no task');
    const done = (note: string) => {
      const made = canDo(meant, '2026-01-05', note);
      if (!made.ok) throw new Error(made.error.code);
      return act(record, made.value);
    };
    await one.keep(done('Reached.'), done('Reached.'));
    await two.keep(done('He rang back.'));
    await world.settle();
    for (const desk of [one, two]) {
      const { state } = await desk.case(record);
      const [next] = openTasks(state);
      expect(next?.due).toBe('2026-01-12');
      expect(next && sectionOf(next, '2026-01-13')).toBe('late');
      expect(state.parts.tasks.marks.get(id(80))?.done).toHaveLength(2);
    }
  });
});
