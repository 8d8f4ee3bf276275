import { beforeAll, describe, expect, it } from 'vitest';
import { day, minute } from '../support/engine-desk.ts';
import {
  answers,
  appendIn,
  doubles,
  isAppend,
  offline,
  onlySigning,
  swallowsAnswers,
  swallowsRequests,
} from '../support/hostile-relay.ts';
import { problem } from '../support/memory-relay.ts';
import { StoreDied } from '../support/test-store.ts';
import { copyWorld, makeWorld, note, notesOf, settle, spokenTwice, type World } from '../support/world.ts';

let made: World;
beforeAll(async () => {
  made = await makeWorld();
});

/** Everybody reads the same, and the note stands once. */
async function expectOnce(world: World, text: string): Promise<void> {
  const read = [];
  for (const desk of world.desks) read.push(await notesOf(desk, world.case));
  expect(read[0]?.filter((one) => one === text)).toEqual([text]);
  expect(read[1]).toEqual(read[0]);
  expect(read[2]).toEqual(read[0]);
  expect(spokenTwice(world.hostile)).toEqual([]);
}

describe('an act on a bad line', () => {
  it('[fault 39][rule 3] is sent again after a lost acknowledgement, and stands once', async () => {
    const world = copyWorld(made);
    const { hostile, three } = world;
    hostile.does('three', swallowsAnswers(Number.POSITIVE_INFINITY));
    await three.act(note(world.case, 'She has left the house.'));
    expect((await three.case(world.case)).pending).toMatchObject([{ command: 'addNote', delivery: 'kept' }]);
    hostile.behaves();
    await three.sync();
    expect((await three.case(world.case)).pending).toEqual([]);
    await world.settle();
    await expectOnce(world, 'She has left the house.');
  });

  it('[rule 6] sends the very same bytes again where the request was lost', async () => {
    const world = copyWorld(made);
    world.hostile.does('three', swallowsRequests(2));
    await world.three.act(note(world.case, 'Twice lost.'));
    await world.three.sync();
    const sent = world.hostile.asked.filter((one) => one.client === 'three' && isAppend(one)).map(appendIn);
    expect(sent).toHaveLength(3);
    expect(sent[1]).toEqual(sent[0]);
    expect(sent[2]).toEqual(sent[0]);
    await world.settle();
    await expectOnce(world, 'Twice lost.');
  });

  it('[fault 6][rule 3] stands once where every request arrives twice', async () => {
    const world = copyWorld(made);
    world.hostile.does('three', doubles());
    await world.three.act(note(world.case, 'Doubled.'));
    await world.settle();
    await expectOnce(world, 'Doubled.');
  });

  it('[rule 6] writes anew only after it has verified another entry at its place', async () => {
    const world = copyWorld(made);
    const { hostile, two, three } = world;
    hostile.does('three', swallowsRequests(Number.POSITIVE_INFINITY));
    await three.act(note(world.case, 'By three, who was slower.'));
    hostile.behaves();
    await two.act(note(world.case, 'By two, who was faster.'));
    await three.sync();
    await world.settle();
    const texts = await notesOf(world.one, world.case);
    expect(texts.slice(-2)).toEqual(['By two, who was faster.', 'By three, who was slower.']);
    await expectOnce(world, 'By three, who was slower.');
  });

  it('[rule 6] does not sign anew because a relay says that the head has moved, and shows nothing', async () => {
    const world = copyWorld(made);
    world.hostile.does(
      'three',
      answers(isAppend, () => problem(409, 'head-moved')),
    );
    await world.three.act(note(world.case, 'Here all the time.'));
    await world.three.sync();
    expect(spokenTwice(world.hostile)).toEqual([]);
    world.hostile.behaves();
    await world.settle();
    await expectOnce(world, 'Here all the time.');
  });

  it('is kept through an offline day, with the work of two desks, and both end equal', async () => {
    const world = copyWorld(made);
    const { hostile, clock, two, three } = world;
    hostile.does('two', offline);
    hostile.does('three', offline);
    for (let hour = 1; hour <= 3; hour += 1) {
      clock.now += 60 * minute;
      await two.act(note(world.case, `Two, hour ${hour}.`));
      await three.act(note(world.case, `Three, hour ${hour}.`));
    }
    clock.now += day;
    await three.sync();
    expect(three.alerts('unsentWork')).toMatchObject([{ details: { count: 3 } }]);
    hostile.behaves();
    await three.sync();
    expect(three.alerts('unsentWork')).toEqual([]);
    await world.settle();
    for (let hour = 1; hour <= 3; hour += 1) {
      await expectOnce(world, `Two, hour ${hour}.`);
      await expectOnce(world, `Three, hour ${hour}.`);
    }
    const own = (await notesOf(world.one, world.case)).filter((text) => text.startsWith('Three, hour'));
    expect(own).toEqual(['Three, hour 1.', 'Three, hour 2.', 'Three, hour 3.']);
  });

  it('leaves the outbox in the order in which it was written, also after a crash', async () => {
    const world = copyWorld(made);
    world.hostile.does('three', offline);
    for (let count = 0; count < 12; count += 1) await world.three.keep(note(world.case, `Number ${count}.`));
    world.hostile.behaves();
    const again = await world.three.reopened();
    await again.sync();
    const texts = await notesOf(again, world.case);
    expect(texts.slice(-12)).toEqual(Array.from({ length: 12 }, (_, count) => `Number ${count}.`));
  });
});

describe('an acknowledgement', () => {
  it('[rule 7] that no key of the organisation has signed is none', async () => {
    const world = copyWorld(made);
    world.hostile.does('three', async (exchange, next) => {
      const answer = await next();
      if (!isAppend(exchange)) return answer;
      const bytes = new Uint8Array(await answer.arrayBuffer());
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      return new Response(bytes, { status: 201 });
    });
    await world.three.act(note(world.case, 'Stored, and not believed.'));
    expect((await world.three.case(world.case)).pending).toMatchObject([{ delivery: 'kept' }]);
    world.hostile.behaves();
    await world.settle();
    await expectOnce(world, 'Stored, and not believed.');
  });

  it('[rule 7] of another place is none', async () => {
    const world = copyWorld(made);
    const other = await made.relay.states({
      log: 1,
      record: new Uint8Array(32),
      position: 0,
      head: world.three.engine.organisation.skeleton.org,
    });
    world.hostile.does(
      'three',
      answers(isAppend, () => new Response(other, { status: 201 })),
    );
    await world.three.act(note(world.case, 'Acknowledged elsewhere.'));
    expect((await world.three.case(world.case)).pending).toMatchObject([{ delivery: 'kept' }]);
    world.hostile.behaves();
    await world.settle();
    await expectOnce(world, 'Acknowledged elsewhere.');
  });

  it('[rule 7][fault 20] confirms nothing before the entry was pulled back: a relay that signs and keeps nothing gets it again', async () => {
    const world = copyWorld(made);
    const { three, hostile } = world;
    hostile.does('three', onlySigning(made.relay.states));
    await three.act(note(world.case, 'Signed for, and kept by nobody.'));
    expect((await three.case(world.case)).pending).toMatchObject([{ delivery: 'sent' }]);
    hostile.behaves();
    await world.settle();
    await expectOnce(world, 'Signed for, and kept by nobody.');
  });
});

describe('a desk that dies', () => {
  it('[fault 39][rule 6][rule 28] at any write loses nothing that was kept, and doubles nothing', async () => {
    let survived = 0;
    for (let writes = 0; ; writes += 1) {
      const world = copyWorld(made);
      const text = `Written before write ${writes}.`;
      world.three.store.failAfter(writes);
      let kept = false;
      let died = false;
      try {
        await world.three.keep(note(world.case, text));
        kept = true;
        await world.three.sync();
      } catch (error) {
        if (!(error instanceof StoreDied)) throw error;
        died = true;
      }
      const again = await world.three.reopened();
      const desks = [world.one, world.two, again];
      await settle(desks);
      const texts = await notesOf(world.one, world.case);
      expect(texts.filter((one) => one === text)).toHaveLength(kept ? 1 : 0);
      expect(await notesOf(again, world.case)).toEqual(texts);
      expect((await again.case(world.case)).pending).toEqual([]);
      expect(spokenTwice(world.hostile)).toEqual([]);
      if (!died && world.three.store.writes() > 0 && kept && writes > 12) break;
      survived += 1;
      if (survived > 60) throw new Error('the desk writes without end');
    }
    expect(survived).toBeGreaterThan(4);
  });

  it('[fault 39][rule 6][rule 28] at any request loses nothing that was kept, and doubles nothing', async () => {
    for (const arrives of [true, false])
      for (let requests = 0; ; requests += 1) {
        const world = copyWorld(made);
        let left = requests;
        let died = false;
        world.hostile.does('three', async (_exchange, next) => {
          if (left > 0) {
            left -= 1;
            return next();
          }
          died = true;
          if (arrives) await next();
          throw new TypeError('fetch failed');
        });
        const text = `Sent until request ${requests}.`;
        await world.three.act(note(world.case, text));
        world.hostile.behaves();
        const again = await world.three.reopened();
        const desks = [world.one, world.two, again];
        await settle(desks);
        await expectOnce({ ...world, desks }, text);
        if (!died) break;
      }
  });
});
