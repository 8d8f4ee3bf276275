import { adoptedRecord, fromHex, randomBytes, teamRecord, toHex } from '@leeward/sealed-log/wire';
import { ownerOf } from '@leeward/workspace/desk/records.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { teamFor } from '../support/engine-desk.ts';
import { type House, openHouse } from '../support/house.ts';
import { copyWorld, makeWorld, type World } from '../support/world.ts';

let made: World;
beforeAll(async () => {
  made = await makeWorld();
});

describe('the log of a team in which somebody is not', () => {
  it('[rule 12] is begun by its members: her desk signs nothing for it, and theirs goes on', async () => {
    const world = copyWorld(made);
    const { one, three, relay } = world;
    const team = teamFor(three, 'finance');
    const id = fromHex(team);
    if (!id.ok) throw new Error('a team');
    const log = toHex(await teamRecord(three.engine.organisation.skeleton.org, id.value));
    const listing = {
      record: log,
      command: 'listRecord',
      args: { listed: toHex(randomBytes(32)), kind: 'case' },
      creates: { kind: 'team', teams: [team] },
      silent: true,
    };
    const before = relay.rows().length;
    await three.act(listing);
    expect(await three.chain(log)).toEqual([]);
    expect(relay.rows()).toHaveLength(before);
    expect(three.engine.outbox.map((item) => item.failure)).toEqual([
      { code: 'writing-stopped', alert: 'not-in-team' },
    ]);
    await one.act(listing);
    expect(await one.chain(log)).toHaveLength(2);
  });
});

describe('the conversation that a first item founds', () => {
  it('[rule 12][rule 16] is known as the intake team’s from the item itself, also after the desk was closed', async () => {
    const house: House = await openHouse();
    try {
      const { one, two, ask } = house;
      const record = await ask();
      const intake = teamFor(one, 'intake');
      const [[, items = []] = []] = [...two.engine.inbox];
      const [first] = items;
      if (first === undefined) throw new Error('an item');
      const { org } = two.engine.organisation.skeleton;
      expect(toHex(await adoptedRecord(org, first.verified.hash))).toBe(record);
      const again = await two.reopened();
      for (const desk of [one, again]) {
        const owner = await ownerOf(desk.engine, record);
        expect(owner === null ? null : toHex(owner)).toBe(intake);
        expect((await desk.request(record)).state.items).toHaveLength(1);
      }
      again.stop();
    } finally {
      await house.end();
    }
  });
});
