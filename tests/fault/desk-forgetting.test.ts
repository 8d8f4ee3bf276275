import { toHex } from '@leeward/sealed-log/wire';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { minute } from '../support/engine-desk.ts';
import { forget, holds } from '../support/forgetting.ts';
import { entriesOf } from '../support/hostile-relay.ts';
import { type House, openHouse } from '../support/house.ts';
import { copyWorld, makeWorld, note, notesOf, settle, type World } from '../support/world.ts';

let made: World;
beforeAll(async () => {
  made = await makeWorld();
});
const houses: House[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.end();
});

const later = 6 * minute;

describe('a note that is to be forgotten', () => {
  it('is destroyed on every device that pulls the word of it, and the record still verifies [invariant 14]', async () => {
    const world = copyWorld(made);
    const { one, two, three, clock } = world;
    await one.act(note(world.case, 'A name that must not stay.'));
    await three.act(note(world.case, 'What was said after it.'));
    await world.settle();
    const sealed = await forget(one, world.case, 'A name that must not stay.');
    expect(holds(three, sealed)).toBe(true);
    await world.settle();
    for (const desk of world.desks) {
      expect(holds(desk, sealed)).toBe(false);
      const texts = await notesOf(desk, world.case);
      expect(texts).not.toContain('A name that must not stay.');
      expect(texts).toContain('What was said after it.');
      expect(desk.alerts()).toEqual([]);
    }
    const again = await two.reopened();
    expect(await again.chain(world.case)).toEqual(await one.chain(world.case));
    expect(again.alerts()).toEqual([]);
    await again.act(note(world.case, 'Work goes on.'));
    expect((await again.case(world.case)).pending).toEqual([]);
    // A relay that has not forgotten shows it again: nobody takes it back.
    again.engine.cursor = 0;
    again.engine.mark = '';
    clock.now += later;
    await again.sync();
    expect(holds(again, sealed)).toBe(false);
  });

  it('[rule 2] is not brought back by giving a restored server what it lost', async () => {
    const world = copyWorld(made);
    const { one, three, relay } = world;
    const backup = relay.rows().length;
    await one.act(note(world.case, 'A name that must not stay.'));
    await world.settle();
    const sealed = await forget(one, world.case, 'A name that must not stay.');
    await world.settle();
    const chain = await three.chain(world.case);
    await relay.restore(backup);
    await three.sync();
    await world.settle();
    expect(await three.chain(world.case)).toEqual(chain);
    const bodies = await entriesOf(relay.rows(), world.case);
    expect(bodies).toHaveLength(chain.length);
    expect(relay.rows().some((row) => Buffer.from(row.bytes).includes(Buffer.from(sealed)))).toBe(false);
    for (const desk of world.desks) expect(holds(desk, sealed)).toBe(false);
  });

  it('takes her message with it that it admitted: it is not admitted again, and its bytes are gone from every in-box', async () => {
    const house = await openHouse();
    houses.push(house);
    const { one, two, visitor, ask, backUp } = house;
    const record = await ask();
    await visitor.write('A name that must not stay.');
    await settle([one, two]);
    expect((await two.request(record)).state.items).toHaveLength(2);
    const item = one.engine.inbox.values().next().value?.[1];
    if (item === undefined) throw new Error('no second message');
    const hers = item.verified.item.sealed;
    const sealed = await forget(one, record, toHex(item.verified.hash));
    await settle([one, two]);
    for (const desk of [one, two]) {
      expect((await desk.request(record)).state.items).toHaveLength(1);
      expect([holds(desk, sealed), holds(desk, hers)]).toEqual([false, false]);
    }
    // The relay shows her message again, to a desk that has slept and to one that asks for everything anew.
    const restore = await backUp();
    await restore();
    const again = await two.reopened();
    again.engine.cursor = 0;
    again.engine.mark = '';
    await settle([one, again]);
    expect((await again.request(record)).state.items).toHaveLength(1);
    expect(holds(again, hers)).toBe(false);
    await visitor.write('What she wrote after it.');
    await settle([one, again]);
    expect((await again.request(record)).state.items).toHaveLength(2);
  });
});
