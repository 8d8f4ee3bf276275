import { toHex } from '@leeward/sealed-log/wire';
import { beforeAll, describe, expect, it } from 'vitest';
import { day, type EngineDesk, minute } from '../support/engine-desk.ts';
import { copyWorld, makeWorld, note, sameEverywhere, settle, type World } from '../support/world.ts';

let made: World;
beforeAll(async () => {
  made = await makeWorld();
});

const memberOf = ({ engine }: EngineDesk): string => toHex(engine.keys.member.id);

describe('a device that lies', () => {
  it('[fault 30][rule 6] and says two things at once is found out, and both are flagged', async () => {
    const world = copyWorld(made);
    const { hostile, relay, clock, one, three } = world;
    // The device was copied, and the relay shows its two halves two histories.
    const fork = relay.fork();
    const clone = three.copied(fork.fetch, clock);
    await three.act(note(world.case, 'Said here.'));
    await clone.act(note(world.case, 'Said there.'));
    await one.sync();
    hostile.sends('one', fork.fetch);
    await one.sync();
    expect(one.alerts('equivocation')).toMatchObject([
      { record: world.case, dismissable: false, details: { member: memberOf(three) } },
    ]);
    hostile.behaves();
    clock.now += 6 * minute;
    await settle([one, world.two]);
    expect(await sameEverywhere([one, world.two], world.case)).toBe(true);
    expect(one.alerts('equivocation')).toHaveLength(1);
  });

  it('[fault 32] about the time: it is shown as claimed, the order is the chain’s, and the difference is marked', async () => {
    const world = copyWorld(made);
    const { clock, one, two, three } = world;
    const now = clock.now;
    clock.now = now - 365 * day;
    await three.keep(note(world.case, 'Dated a year back.'));
    clock.now = now + 60 * minute;
    await three.sync();
    await two.act(note(world.case, 'Today.'));
    await one.sync();
    const { notes } = (await one.case(world.case)).state;
    expect(notes.slice(-2).map((each) => [each.text, each.claimedTime])).toEqual([
      ['Dated a year back.', now - 365 * day],
      ['Today.', now + 60 * minute],
    ]);
    const position = (await one.chain(world.case)).length - 2;
    expect(one.alerts('clockDiffers')).toMatchObject([
      { record: world.case, details: { count: 1, position } },
    ]);
  });
});
