import { openRecord } from '@leeward/workspace/desk/records.ts';
import { summaryOf } from '@leeward/workspace/desk/summary.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { type EngineDesk, minute } from '../support/engine-desk.ts';
import { forking } from '../support/hostile-relay.ts';
import { StoreDied } from '../support/test-store.ts';
import { copyWorld, makeWorld, note, type World } from '../support/world.ts';

let made: World;
beforeAll(async () => {
  made = await makeWorld();
});

/** What the lists of a desk that was just opened say, and what its logs say once they are verified. */
async function listedAndTrue({ engine }: EngineDesk) {
  const listed = [...engine.summaries];
  const verified = [];
  for (const [id] of listed)
    verified.push([id, summaryOf(await openRecord(engine, id), engine.now(), true)] as const);
  return { listed, verified };
}

/** Three's desk works on a case of which the relay shows it another history, which ends with as many entries. */
async function forked(): Promise<World> {
  const world = copyWorld(made);
  const fork = world.relay.fork();
  world.hostile.does(
    'three',
    forking(world.relay, fork, (record) => record === world.case),
  );
  world.clock.now += minute;
  await world.one.act(note(world.case, 'Written by one.'));
  world.clock.now += minute;
  await world.three.act(note(world.case, 'Written by three.'));
  world.hostile.behaves();
  world.clock.now += 6 * minute;
  return world;
}

describe('the lists of a desk that is opened', () => {
  it('[fault 28] are not believed where older ones were put back on the disk', async () => {
    const world = copyWorld(made);
    const { one, three } = world;
    const older = await three.store.values('lists:');
    expect(older.length).toBeGreaterThan(0);
    await one.act(note(world.case, 'Newer than the lists.'));
    await three.sync();
    for (const { name, value } of older) await three.store.put(name, value);
    const again = await three.reopened();
    const { listed, verified } = await listedAndTrue(again);
    expect(listed).toEqual(verified);
    expect(again.engine.summaries.get(world.case)?.position).toBe((await one.chain(world.case)).length - 1);
  });

  it('[fault 28] are not believed where somebody changed, exchanged or emptied a part of them', async () => {
    const parts = await made.three.store.values('lists:');
    const [first, second] = parts;
    // Records fall into the parts by chance: where all are in one, something else that this device sealed is put there.
    const other = second ?? (await made.three.store.values('slot:'))[0];
    if (first === undefined || other === undefined) throw new Error('nothing was kept');
    for (const value of [other.value, new Uint8Array(0), first.value.map((byte) => byte ^ 1)]) {
      const { three } = copyWorld(made);
      await three.store.put(first.name, value);
      const again = await three.reopened();
      expect([...again.engine.summaries.keys()].sort()).toEqual(
        [...made.three.engine.summaries.keys()].sort(),
      );
      const { listed, verified } = await listedAndTrue(again);
      expect(listed).toEqual(verified);
    }
  });

  it('[fault 28] say what the logs say, at whatever write the desk had died', async () => {
    const whole = await forked();
    const before = whole.three.store.writes();
    await whole.three.sync();
    const all = whole.three.store.writes() - before;
    expect(all).toBeGreaterThan(6);
    for (let writes = 0; writes <= all; writes += 1) {
      const { three } = await forked();
      three.store.failAfter(writes);
      await three.sync().catch((error: unknown) => {
        if (!(error instanceof StoreDied)) throw error;
      });
      const { listed, verified } = await listedAndTrue(await three.reopened());
      expect(listed).toEqual(verified);
    }
  });
});
