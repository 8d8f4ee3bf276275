import type { Row } from '@leeward/sealed-log/wire';
import { beforeAll, describe, expect, it } from 'vitest';
import { day, minute } from '../support/engine-desk.ts';
import { entriesOf, showing, swallowsRequests, telling, withholding } from '../support/hostile-relay.ts';
import { copyWorld, makeWorld, note, notesOf, sameEverywhere, settle, type World } from '../support/world.ts';

let made: World;
beforeAll(async () => {
  made = await makeWorld();
});

const later = 6 * minute;

describe('a relay that keeps entries back', () => {
  it('[fault 1] and gives the next one: the desk says how many are missing, writes nothing there, and heals', async () => {
    const world = copyWorld(made);
    const { hostile, relay, one, three, clock } = world;
    for (const number of [1, 2, 3]) await one.act(note(world.case, `Withheld ${number}.`));
    const hidden = (await entriesOf(relay.rows(), world.case)).slice(-3).map((entry) => entry.row.sequence);
    hostile.does(
      'three',
      withholding(({ row }) => hidden.includes(row.sequence)),
    );
    await three.sync();
    expect(three.alerts()).toEqual([]);
    await one.act(note(world.case, 'The fourth.'));
    await three.sync();
    expect(three.alerts('missingNotes')).toMatchObject([{ record: world.case, details: { count: 3 } }]);
    expect((await three.case(world.case)).stopped).toBe('incomplete');
    await three.act(note(world.case, 'Written meanwhile.'));
    expect((await three.case(world.case)).pending).toMatchObject([
      { delivery: 'kept', failure: { code: 'writing-stopped' } },
    ]);
    const again = await three.reopened();
    expect(again.alerts('missingNotes')).toMatchObject([{ record: world.case, details: { count: 3 } }]);
    hostile.behaves();
    clock.now += later;
    await settle([one, world.two, again]);
    expect(again.alerts('missingNotes')).toEqual([]);
    expect(await sameEverywhere([one, world.two, again], world.case)).toBe(true);
    expect((await notesOf(one, world.case)).slice(-5)).toEqual([
      'Withheld 1.',
      'Withheld 2.',
      'Withheld 3.',
      'The fourth.',
      'Written meanwhile.',
    ]);
  });

  it('[fault 1][rule 7] from the end, and nobody writes there: a colleague’s checkpoint says what is missing', async () => {
    const world = copyWorld(made);
    const { hostile, relay, one, three, clock } = world;
    for (const number of [1, 2, 3]) await one.act(note(world.case, `Withheld ${number}.`));
    const before = relay.rows().length;
    const hidden = (await entriesOf(relay.rows(), world.case)).slice(-3).map((entry) => entry.row.sequence);
    // Renumbered, so that nothing but the colleague's word can tell.
    const hide = telling(relay.rows, (rows) => rows.filter((row) => !hidden.includes(row.sequence)));
    hostile.does('three', hide);
    clock.now += 2 * day;
    await one.sync();
    expect(relay.rows().length).toBeGreaterThan(before);
    await three.sync();
    expect(three.alerts('missingNotes')).toMatchObject([{ record: world.case, details: { count: 3 } }]);
    hostile.behaves();
    clock.now += later;
    await world.settle();
    expect(three.alerts('missingNotes')).toEqual([]);
    expect(await sameEverywhere(world.desks, world.case)).toBe(true);
  });

  it('[fault 1][rule 7] of the whole organisation: after seven days without a sign of life the desk says so', async () => {
    const world = copyWorld(made);
    const { hostile, relay, three, clock, one } = world;
    const until = relay.rows().length;
    hostile.does(
      'three',
      swallowsRequests(Number.POSITIVE_INFINITY),
      telling(relay.rows, (rows) => rows.slice(0, until)),
    );
    clock.now += 4 * day;
    await one.sync();
    clock.now += 4 * day;
    await one.sync();
    await three.sync();
    expect(three.alerts('noHeartbeat')).toMatchObject([{ details: { days: 8 } }]);
    hostile.behaves();
    await world.settle();
    expect(three.alerts('noHeartbeat')).toEqual([]);
  });

  it('[fault 2] from the middle: the gap is seen at once, what came later waits and is not lost', async () => {
    const world = copyWorld(made);
    const { hostile, relay, one, three, clock } = world;
    for (const number of [1, 2, 3]) await one.act(note(world.case, `Number ${number}.`));
    const [, middle] = (await entriesOf(relay.rows(), world.case)).slice(-3);
    hostile.does(
      'three',
      withholding(({ row }) => row.sequence === middle?.row.sequence),
    );
    await three.sync();
    expect(await notesOf(three, world.case)).toContain('Number 1.');
    expect(await notesOf(three, world.case)).not.toContain('Number 3.');
    expect(three.alerts('missingNotes')).toMatchObject([{ details: { count: 1 } }]);
    hostile.behaves();
    clock.now += later;
    await three.sync();
    expect(three.alerts('missingNotes')).toEqual([]);
    expect(await sameEverywhere(world.desks, world.case)).toBe(true);
  });

  it('[fault 2] the body of an entry: the place is marked, and filled when it comes', async () => {
    const world = copyWorld(made);
    const { hostile, relay, one, three, clock } = world;
    await one.act(note(world.case, 'With a body.'));
    const [last] = (await entriesOf(relay.rows(), world.case)).slice(-1);
    const cut = showing((rows) =>
      rows.map((row) => (row.sequence === last?.row.sequence ? withoutBody(row) : row)),
    );
    hostile.does('three', cut);
    await three.sync();
    expect(three.alerts('bodyMissing')).toMatchObject([{ details: { count: 1 } }]);
    expect(await three.chain(world.case)).toEqual(await one.chain(world.case));
    hostile.behaves();
    clock.now += later;
    await three.sync();
    expect(three.alerts('bodyMissing')).toEqual([]);
    expect(await sameEverywhere(world.desks, world.case)).toBe(true);
  });

  it('[fault 18] the organisation’s entries that others cite: they wait, are shown as missing, and come back', async () => {
    const world = copyWorld(made);
    const { hostile, relay, one, three, clock } = world;
    const before = relay.rows().length;
    clock.now += 4 * day;
    await one.sync(); // A heartbeat in the organisation's log.
    await one.act(note(world.case, 'Cites the heartbeat.'));
    hostile.does(
      'three',
      withholding(({ row, header }) => row.sequence > before && header.log === 1),
    );
    await three.sync();
    expect(await notesOf(three, world.case)).not.toContain('Cites the heartbeat.');
    expect(three.alerts('missingNotes').map((alert) => alert.record)).toContain(world.case);
    hostile.behaves();
    clock.now += later;
    await world.settle();
    expect(three.alerts('missingNotes')).toEqual([]);
    expect(await sameEverywhere(world.desks, world.case)).toBe(true);
  });
});

function withoutBody(row: Row): Row {
  // The last 64 bytes are the signature; before them stands the body with its length.
  const view = new DataView(row.bytes.buffer, row.bytes.byteOffset);
  const clearAt = 4 + view.getUint32(0);
  const bodyAt = clearAt + 4 + view.getUint32(clearAt);
  const bytes = new Uint8Array(bodyAt + 4 + 64);
  bytes.set(row.bytes.subarray(0, bodyAt));
  bytes.set(row.bytes.subarray(-64), bodyAt + 4);
  return { ...row, bytes };
}

describe('a relay that goes back', () => {
  it('[fault 4][rule 2] to yesterday’s state: the desk keeps what it has, says so, and believes nothing older', async () => {
    const world = copyWorld(made);
    const { hostile, relay, one, three } = world;
    const yesterday = relay.fork();
    for (const number of [1, 2]) await one.act(note(world.case, `Today ${number}.`));
    await world.settle();
    hostile.sends('three', yesterday.fetch);
    await three.sync();
    expect(three.alerts('serverWentBack')).toHaveLength(1);
    expect((await notesOf(three, world.case)).slice(-2)).toEqual(['Today 1.', 'Today 2.']);
    hostile.behaves();
    await world.settle();
    expect(await sameEverywhere(world.desks, world.case)).toBe(true);
  });

  it('[fault 8][rule 2] to last night’s backup: every desk gives back what it holds, nothing is lost or doubled', async () => {
    const world = copyWorld(made);
    const { relay, one, two, three } = world;
    const backup = relay.rows().length;
    for (const number of [1, 2, 3]) await one.act(note(world.case, `Since the backup ${number}.`));
    await three.act(note(world.case, 'By three, since the backup.'));
    await world.settle();
    const chain = await one.chain(world.case);
    const rows = new Set(
      (await entriesOf(relay.rows(), world.case)).map((entry) =>
        Buffer.from(entry.row.bytes).toString('hex'),
      ),
    );
    await relay.restore(backup);
    await two.sync();
    expect(two.alerts('serverWentBack')).toMatchObject([
      { details: { count: relay.rows().length - backup } },
    ]);
    await world.settle();
    for (const desk of world.desks) expect(await desk.chain(world.case)).toEqual(chain);
    const restored = await entriesOf(relay.rows(), world.case);
    expect(new Set(restored.map((entry) => Buffer.from(entry.row.bytes).toString('hex')))).toEqual(rows);
    expect(restored).toHaveLength(chain.length);
  });

  it('[fault 8][rule 2] and the desk is killed while it gives things back: it goes on where it has to', async () => {
    for (let requests = 1; requests < 12; requests += 2) {
      const world = copyWorld(made);
      const { relay, hostile, one, three, two } = world;
      const backup = relay.rows().length;
      for (const number of [1, 2, 3]) await one.act(note(world.case, `Since the backup ${number}.`));
      await world.settle();
      const chain = await one.chain(world.case);
      await relay.restore(backup);
      let left = requests;
      hostile.does('three', (_exchange, next) => {
        left -= 1;
        return left >= 0 ? next() : Promise.reject(new TypeError('fetch failed'));
      });
      await three.sync();
      hostile.behaves();
      const again = await three.reopened();
      await again.sync();
      // Nobody else has come back yet: what is there was brought by this desk alone.
      expect(await entriesOf(relay.rows(), world.case)).toHaveLength(chain.length);
      await settle([one, two, again]);
      for (const desk of [one, two, again]) expect(await desk.chain(world.case)).toEqual(chain);
    }
  });

  it('[fault 8][rule 2][rule 3] and colleagues wrote on the restored one: both stay, theirs first, ours readmitted in order', async () => {
    const world = copyWorld(made);
    const { relay, hostile, one, two, three } = world;
    const backup = relay.rows().length;
    for (const number of [1, 2]) await one.act(note(world.case, `Lost by the server ${number}.`));
    await one.sync();
    await relay.restore(backup);
    // Two was away all the time and has seen nothing of what was lost.
    await two.act(note(world.case, 'Written on the restored server.'));
    hostile.behaves();
    await world.settle();
    expect(await sameEverywhere(world.desks, world.case)).toBe(true);
    expect((await notesOf(three, world.case)).slice(-3)).toEqual([
      'Written on the restored server.',
      'Lost by the server 1.',
      'Lost by the server 2.',
    ]);
    expect(three.alerts('readmitted')).toMatchObject([{ details: { count: 2 } }]);
    expect(one.alerts('fork')).toMatchObject([{ dismissable: true, details: { stage: 'settled' } }]);
  });
});
