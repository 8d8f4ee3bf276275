import { type Row, randomBytes, toHex } from '@leeward/sealed-log/wire';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { day, minute } from '../support/engine-desk.ts';
import { altering, entriesOf, shownIn, telling } from '../support/hostile-relay.ts';
import { runs } from '../support/size.ts';
import {
  copyWorld,
  makeWorld,
  note,
  notesOf,
  opening,
  protectionLog,
  sameEverywhere,
  type World,
} from '../support/world.ts';

let made: World;
beforeAll(async () => {
  made = await makeWorld();
});

const later = 6 * minute;

describe('a relay that repeats and reorders', () => {
  it('[fault 6] an old entry, for ever: nothing changes and nobody is told anything', async () => {
    const world = copyWorld(made);
    const { hostile, relay, three, one } = world;
    await one.act(note(world.case, 'Once.'));
    hostile.does(
      'three',
      telling(relay.rows, (rows) => rows.flatMap((row) => [row, row, ...rows.slice(0, 1)])),
    );
    await three.sync();
    await three.sync();
    expect((await notesOf(three, world.case)).filter((text) => text === 'Once.')).toHaveLength(1);
    expect(three.alerts().filter((alert) => alert.kind !== 'serverWentBack')).toEqual([]);
    expect(await sameEverywhere(world.desks, world.case)).toBe(true);
  });

  it('[fault 7] everything: the end state is the same on all desks', async () => {
    const world = copyWorld(made);
    const { relay, one, two } = world;
    for (const desk of [one, two, one, two, one]) await desk.act(note(world.case, `By ${desk.name}.`));
    const log = await protectionLog(one);
    const chains = [await one.chain(world.case), await one.chain(log)];
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (numbers) => {
        const fresh = copyWorld(made);
        const order = shuffled(relay.rows(), () => numbers.next().value ?? 0);
        fresh.hostile.does(
          'three',
          telling(
            () => order,
            (rows) => rows,
          ),
        );
        const { three } = fresh;
        // Everything anew, in an order that the relay has chosen, some of it twice.
        three.engine.cursor = 0;
        three.engine.mark = '';
        await three.sync();
        await three.sync();
        expect([await three.chain(fresh.case), await three.chain(log)]).toEqual(chains);
        expect(three.alerts()).toEqual([]);
      }),
      { numRuns: runs(60, 1000) },
    );
  });

  it('[fault 7] ten thousand entries of a hundred records: the end state is the same', async () => {
    const world = copyWorld(made);
    const { relay, one } = world;
    const records: string[] = [];
    for (let count = 0; count < runs(5, 100); count += 1) {
      const id = toHex(randomBytes(32));
      records.push(id);
      await one.keep(...(await opening(one, id, `Case ${count}`)));
      for (let number = 0; number < runs(20, 98); number += 1) await one.keep(note(id, `Note ${number}.`));
      await one.sync();
    }
    const chains = await Promise.all(records.map((id) => one.chain(id)));
    for (let seed = 1; seed <= runs(1, 10); seed += 1) {
      const { three, hostile } = copyWorld(made);
      const order = shuffled(relay.rows(), numbersFrom(seed));
      hostile.does(
        'three',
        telling(
          () => order,
          (rows) => rows,
        ),
      );
      three.engine.cursor = 0;
      three.engine.mark = '';
      for (let round = 0; round < 3; round += 1) await three.sync();
      expect(await Promise.all(records.map((id) => three.chain(id)))).toEqual(chains);
      expect(three.alerts()).toEqual([]);
    }
  });
});

/** Numbers that look random and are the same for the same seed. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}

/** Rows in another order, one in eight of them twice. */
function shuffled(rows: readonly Row[], next: () => number): readonly Row[] {
  const order: Row[] = [];
  for (const row of rows) {
    const copies = next() % 8 === 0 ? 2 : 1;
    for (let count = 0; count < copies; count += 1) order.splice(next() % (order.length + 1), 0, row);
  }
  return order;
}

describe('a relay that alters bytes', () => {
  it('[fault 10][rule 5] anywhere in an entry: what comes before stays open, other records go on, and it heals', async () => {
    const prepared = copyWorld(made);
    const { relay } = prepared;
    for (const number of [1, 2, 3]) await prepared.one.act(note(prepared.case, `Number ${number}.`));
    const [, second] = (await entriesOf(relay.rows(), prepared.case)).slice(-3);
    if (second === undefined) throw new Error('three notes');
    await fc.assert(
      fc.asyncProperty(fc.nat(second.row.bytes.length - 1), async (at) => {
        const world = copyWorld(prepared);
        const { hostile, three, one, clock } = world;
        hostile.does('three', altering(second.hash, at));
        await three.sync();
        expect(await notesOf(three, world.case)).toContain('Number 1.');
        expect(await notesOf(three, world.case)).not.toContain('Number 3.');
        expect(three.alerts('notInChain').length + three.alerts('missingNotes').length).toBeGreaterThan(0);
        expect((await three.case(world.case)).stopped).not.toBeNull();
        const log = await protectionLog(one);
        expect(await three.chain(log)).toEqual(await one.chain(log));
        hostile.behaves();
        clock.now += later;
        await three.sync();
        expect(three.alerts()).toEqual([]);
        expect(await sameEverywhere(world.desks, world.case)).toBe(true);
      }),
      { numRuns: runs(60, 1000) },
    );
  });

  it('[fault 10][rule 5] in the organisation’s log: the log stands as far as it verifies, and heals', async () => {
    const world = copyWorld(made);
    const { hostile, relay, three, one, clock } = world;
    clock.now += 4 * day;
    await one.sync();
    const beat = await lastOfOrganisation(relay.rows());
    hostile.does('three', altering(beat.hash, 300));
    await three.sync();
    expect(three.engine.organisation.links).toHaveLength(one.engine.organisation.links.length - 1);
    expect(three.alerts().map((alert) => alert.kind)).toContain('notInChain');
    hostile.behaves();
    clock.now += later;
    await three.sync();
    expect(three.engine.organisation.links).toHaveLength(one.engine.organisation.links.length);
    expect(three.alerts('notInChain')).toEqual([]);
  });
});

async function lastOfOrganisation(rows: readonly Row[]) {
  for (const row of [...rows].reverse()) {
    const shown = await shownIn(row);
    if (shown?.header.log === 1) return shown;
  }
  throw new Error('no organisation');
}
