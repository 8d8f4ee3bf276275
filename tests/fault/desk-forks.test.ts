import { confirmFork } from '@leeward/workspace/desk/forks.ts';
import { removeMember } from '@leeward/workspace/desk/removal.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { day, joinDesk, minute } from '../support/engine-desk.ts';
import { forget } from '../support/forgetting.ts';
import { entriesOf, forking, showing } from '../support/hostile-relay.ts';
import { StoreDied } from '../support/test-store.ts';
import {
  copyWorld,
  makeWorld,
  note,
  notesOf,
  sameEverywhere,
  settle,
  spokenTwice,
  type World,
} from '../support/world.ts';

let made: World;
beforeAll(async () => {
  made = await makeWorld();
});

const later = 6 * minute;

/** Three is shown another history of the case from now on. */
function forkCase(world: World, ...clients: readonly string[]): void {
  const fork = world.relay.fork();
  for (const client of clients)
    world.hostile.does(
      client,
      forking(world.relay, fork, (record) => record === world.case),
    );
}

describe('a relay that shows two people two histories of a record', () => {
  it('[fault 3][rule 7] is found out by the first checkpoint: both are told, and nothing is chosen', async () => {
    const world = copyWorld(made);
    const { clock, one, three } = world;
    forkCase(world, 'three');
    await one.act(note(world.case, 'Seen by one.'));
    await three.act(note(world.case, 'Seen by three.'));
    expect([one.alerts(), three.alerts()]).toEqual([[], []]);
    clock.now += 2 * day;
    await world.settle();
    const position = (await one.chain(world.case)).length - 1;
    for (const desk of [one, three])
      expect(desk.alerts('fork')).toMatchObject([
        { record: world.case, dismissable: false, details: { position } },
      ]);
    expect(await notesOf(one, world.case)).toContain('Seen by one.');
    expect(await notesOf(three, world.case)).toContain('Seen by three.');
  });

  it('[fault 3][rule 2][rule 3] ordinary words: the relay’s verified tail is followed, ours are readmitted, nothing is lost', async () => {
    const world = copyWorld(made);
    const { clock, hostile, one, three } = world;
    forkCase(world, 'three');
    await one.act(note(world.case, 'One, first.'));
    await one.act(note(world.case, 'One, second.'));
    await three.act(note(world.case, 'Three, first.'));
    await three.act(note(world.case, 'Three, second.'));
    clock.now += 2 * day;
    await world.settle();
    const displaced = (await three.chain(world.case)).slice(-2);
    hostile.behaves();
    clock.now += later;
    await world.settle();
    expect(await sameEverywhere(world.desks, world.case)).toBe(true);
    expect((await notesOf(one, world.case)).slice(-4)).toEqual([
      'One, first.',
      'One, second.',
      'Three, first.',
      'Three, second.',
    ]);
    expect(three.alerts('fork')).toMatchObject([{ dismissable: true, details: { stage: 'settled' } }]);
    for (const desk of world.desks)
      expect(desk.alerts('readmitted')).toMatchObject([{ details: { count: 2 } }]);
    expect(one.alerts('fork')).toEqual([]);
    // Never deleted: the displaced entries lie beside the record, as they were signed.
    const [aside] = await three.store.logs(`d:${world.case}`);
    expect(aside).toBe(`d:${world.case}:${displaced[0]}`);
    expect(await three.store.rowsOf(aside ?? '')).toHaveLength(2);
    expect(await three.store.names(`report:${world.case}`)).toHaveLength(1);
    expect(spokenTwice(hostile)).toEqual([]);
  });

  it('[fault 3][rule 2] and changes its mind again: the end is the same everywhere', async () => {
    const world = copyWorld(made);
    const { clock, hostile, one, two, three } = world;
    forkCase(world, 'three');
    await one.act(note(world.case, 'On the one side.'));
    await three.act(note(world.case, 'On the other side.'));
    hostile.behaves();
    clock.now += later;
    await three.sync();
    forkCase(world, 'two', 'three');
    await one.act(note(world.case, 'On the one side again.'));
    await two.act(note(world.case, 'On the other side again.'));
    await three.sync();
    hostile.behaves();
    clock.now += later;
    await world.settle();
    expect(await sameEverywhere(world.desks, world.case)).toBe(true);
    expect((await notesOf(two, world.case)).slice(-4).sort()).toEqual([
      'On the one side again.',
      'On the one side.',
      'On the other side again.',
      'On the other side.',
    ]);
    expect(spokenTwice(hostile)).toEqual([]);
  });

  it('[rule 2][rule 3][rule 28] and the desk is killed at any write while it moves over: nothing is lost or doubled', async () => {
    for (let writes = 0; ; writes += 1) {
      const world = copyWorld(made);
      const { clock, hostile, one, two, three } = world;
      forkCase(world, 'three');
      await one.act(note(world.case, 'Here.'));
      await three.act(note(world.case, 'There, first.'));
      await three.act(note(world.case, 'There, second.'));
      hostile.behaves();
      clock.now += later;
      three.store.failAfter(writes);
      let died = false;
      try {
        await three.sync();
      } catch (error) {
        if (!(error instanceof StoreDied)) throw error;
        died = true;
      }
      const failed = died || three.engine.connection === 'offline';
      const again = await three.reopened();
      const desks = [one, two, again];
      await settle(desks);
      expect(await sameEverywhere(desks, world.case)).toBe(true);
      expect((await notesOf(one, world.case)).slice(-3)).toEqual([
        'Here.',
        'There, first.',
        'There, second.',
      ]);
      expect(spokenTwice(hostile)).toEqual([]);
      if (!failed) break;
      if (writes > 80) throw new Error('the desk writes without end');
    }
  });

  it('[rule 2] in a row that it does not stand by: nobody moves, and the proof is kept', async () => {
    const world = copyWorld(made);
    const { hostile, relay, one, three, clock } = world;
    const fork = relay.fork();
    hostile.sends('three', fork.fetch);
    await three.act(note(world.case, 'Only on a fork.'));
    hostile.behaves();
    const [stray] = (await entriesOf(fork.rows(), world.case)).slice(-1);
    await one.act(note(world.case, 'The true one.'));
    const before = await one.chain(world.case);
    const sequence = relay.rows().length;
    hostile.does(
      'one',
      showing((rows) =>
        rows.map((row) =>
          row.sequence > sequence && stray !== undefined ? { ...row, bytes: stray.row.bytes } : row,
        ),
      ),
    );
    await world.two.act(note(world.case, 'Hidden behind the stray one.'));
    await one.sync();
    expect((await one.chain(world.case)).slice(0, before.length)).toEqual(before);
    expect(one.alerts('fork')).toHaveLength(1);
    hostile.behaves();
    clock.now += later;
    await world.settle();
    expect(await sameEverywhere([one, world.two], world.case)).toBe(true);
    void three;
  });
});

describe('a fork that touches authority', () => {
  it('[fault 3][rule 2] stops the writing until a person with the right confirms; others cannot, and go on after her', async () => {
    const world = copyWorld(made);
    const { clock, hostile, one, two, three } = world;
    forkCase(world, 'two', 'three');
    // On one side something is to be forgotten: not everybody may say so.
    await forget(one, world.case, 'A first note of Officer 1.');
    await one.act(note(world.case, 'After the forgetting.'));
    await two.act(note(world.case, 'By two, on the other side.'));
    await three.act(note(world.case, 'By three, on the other side.'));
    await two.sync();
    hostile.behaves();
    clock.now += later;
    for (const desk of [two, three]) {
      await desk.sync();
      expect(desk.alerts('forkNeedsAuthority')).toMatchObject([{ record: world.case, dismissable: false }]);
      expect((await desk.case(world.case)).stopped).toBe('fork');
    }
    await three.act(note(world.case, 'Held back.'));
    expect((await three.case(world.case)).pending).toMatchObject([
      { failure: { code: 'writing-stopped', alert: 'fork' } },
    ]);
    expect(await confirmFork(three.engine, world.case)).toMatchObject({
      ok: false,
      error: { alert: 'forkNeedsAuthority' },
    });
    await three.sync();
    expect((await three.case(world.case)).stopped).toBe('fork');
    // What was waiting for a person waits for her after a night as well.
    const again = await two.reopened();
    expect(again.alerts('forkNeedsAuthority')).toHaveLength(1);
    expect((await confirmFork(again.engine, world.case)).ok).toBe(true);
    await settle([one, again]);
    // The officer's desk finds that nothing of its own is lacking any more, and goes on.
    await settle([one, again, three]);
    expect(three.alerts('forkNeedsAuthority')).toEqual([]);
    expect(await sameEverywhere([one, again, three], world.case)).toBe(true);
    expect((await notesOf(one, world.case)).slice(-4)).toEqual([
      'After the forgetting.',
      'By two, on the other side.',
      'By three, on the other side.',
      'Held back.',
    ]);
    expect(await notesOf(three, world.case)).not.toContain('A first note of Officer 1.');
    expect(spokenTwice(hostile)).toEqual([]);
  });

  it('[rule 2][rule 9] about a new epoch is for whoever reads the record: she may post one herself', async () => {
    const world = copyWorld(made);
    const { clock, hostile, one, two, three } = world;
    const four = await joinDesk(one, hostile.of('four'), clock);
    await settle([one, two, three, four]);
    forkCase(world, 'three');
    expect((await removeMember(one.engine, memberOf(four))).ok).toBe(true);
    await three.act(note(world.case, 'By an officer, on the other side.'));
    hostile.behaves();
    clock.now += later;
    await three.sync();
    expect((await three.case(world.case)).stopped).toBe('fork');
    expect((await confirmFork(three.engine, world.case)).ok).toBe(true);
    await settle([one, two, three]);
    expect(await sameEverywhere([one, two, three], world.case)).toBe(true);
    expect(await notesOf(one, world.case)).toContain('By an officer, on the other side.');
  });

  it('[rule 3][rule 10] brings back words under an epoch that was displaced, readable for all', async () => {
    const world = copyWorld(made);
    const { clock, hostile, one, two, three } = world;
    const four = await joinDesk(one, hostile.of('four'), clock);
    await settle([one, two, three, four]);
    forkCase(world, 'two');
    // Both sides rotate the record by themselves.
    expect((await removeMember(one.engine, memberOf(four))).ok).toBe(true);
    await two.act(note(world.case, 'Under the displaced epoch.'));
    await one.act(note(world.case, 'Under the epoch that stands.'));
    hostile.behaves();
    clock.now += later;
    await two.sync();
    expect((await confirmFork(two.engine, world.case)).ok).toBe(true);
    await settle([one, two, three]);
    expect(await sameEverywhere([one, two, three], world.case)).toBe(true);
    expect(await notesOf(three, world.case)).toContain('Under the displaced epoch.');
  });
});

const memberOf = (desk: {
  readonly engine: { readonly keys: { readonly member: { readonly id: Uint8Array } } };
}) => Buffer.from(desk.engine.keys.member.id).toString('hex');
