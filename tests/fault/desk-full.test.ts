import { relayFailure } from '@leeward/workspace/desk/failures.ts';
import { thrownFailure } from '@leeward/workspace/desk/thrown.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { answers, isAppend } from '../support/hostile-relay.ts';
import { copyWorld, makeWorld, note, notesOf, sameEverywhere, type World } from '../support/world.ts';

let made: World;
beforeAll(async () => {
  made = await makeWorld();
});

/** What a browser throws when it has no more room, which has no message. */
const full = (): Error => new DOMException('', 'QuotaExceededError');

describe('a desk whose device is full', () => {
  it('says that, shows what came all the same, and keeps all of it when there is room again', async () => {
    const world = copyWorld(made);
    const { one } = world;
    const three = await world.three.reopened();
    await three.sync();
    three.store.failAfter(0, full());
    await one.act(note(world.case, 'Written while the other device was full.'));
    await three.sync();
    expect(three.alerts('deviceFull')).toMatchObject([{ dismissable: false }]);
    expect(await notesOf(three, world.case)).toContain('Written while the other device was full.');
    three.store.failAfter(null);
    await three.sync();
    expect(three.alerts('deviceFull')).toEqual([]);
    const again = await three.reopened();
    expect(await notesOf(again, world.case)).toContain('Written while the other device was full.');
    expect(await sameEverywhere([one, again], world.case)).toBe(true);
  });

  it('takes no act of which it cannot keep anything, says why, and takes it once when there is room', async () => {
    const world = copyWorld(made);
    const { one } = world;
    const three = await world.three.reopened();
    await three.sync();
    three.store.failAfter(0, full());
    const refused = await three
      .act(note(world.case, 'Typed on a full device.'))
      .catch((error: unknown) => error);
    // Nobody is told that the page is broken, which she would then load anew and lose what she typed.
    expect(thrownFailure(refused)).toEqual({ code: 'no-space' });
    expect(three.alerts('deviceFull')).toHaveLength(1);
    expect((await three.case(world.case)).pending).toEqual([]);
    three.store.failAfter(null);
    await three.act(note(world.case, 'Typed on a full device.'));
    await one.sync();
    const texts = await notesOf(one, world.case);
    expect(texts.filter((text) => text === 'Typed on a full device.')).toHaveLength(1);
    expect(three.alerts('deviceFull')).toEqual([]);
  });
});

const noSpace = (): Response =>
  new Response(JSON.stringify({ type: 'about:blank', title: 'no space', status: 507, code: 'no-space' }), {
    status: 507,
    headers: { 'Content-Type': 'application/problem+json' },
  });

describe('a relay that is full', () => {
  it('[fault 19] is named as the reason why work waits here, and the work goes out once when it has room', async () => {
    const world = copyWorld(made);
    const { one, two, hostile } = world;
    hostile.does('one', answers(isAppend, noSpace));
    await one.act(note(world.case, 'For a relay without room.'));
    expect(one.alerts('serverFull')).toMatchObject([{ dismissable: false }]);
    expect((await one.case(world.case)).pending).toMatchObject([{ delivery: 'kept' }]);
    hostile.behaves('one');
    await one.sync();
    expect(one.alerts('serverFull')).toEqual([]);
    await two.sync();
    const texts = await notesOf(two, world.case);
    expect(texts.filter((text) => text === 'For a relay without room.')).toHaveLength(1);
  });

  it('is not taken for the device, on which nobody would find anything to delete', () => {
    expect(relayFailure({ code: 'no-space', status: 507 } as Parameters<typeof relayFailure>[0])).toEqual({
      code: 'relay',
      problem: 'no-space',
    });
  });
});
