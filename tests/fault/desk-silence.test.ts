import { parseEvents } from '@leeward/sealed-log/log/events-json.ts';
import { randomBytes, toHex } from '@leeward/sealed-log/wire';
import { confirmHeldBack } from '@leeward/workspace/desk/held-back.ts';
import { caseItems } from '@leeward/workspace/desk/open-case.ts';
import { tryAgain } from '@leeward/workspace/desk/outbox.ts';
import { openRecord } from '@leeward/workspace/desk/records.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { day, type EngineDesk, teamFor } from '../support/engine-desk.ts';
import { type Deed, telling } from '../support/hostile-relay.ts';
import { copyWorld, makeWorld, note, notesOf, opening, type World } from '../support/world.ts';

let made: World;
beforeAll(async () => {
  made = await makeWorld();
  for (const desk of made.desks) await desk.sync();
}, 60_000);

/** A world in which the relay hides from the third desk what happens in the organisation's log, for so many days. */
async function silent(days: number): Promise<World> {
  const world = copyWorld(made);
  const { hostile, relay, clock, one } = world;
  const known = relay.rows().length;
  const hides: Deed = telling(relay.rows, (rows) =>
    rows.filter((row) => row.sequence <= known || !isOrganisation(row.bytes)),
  );
  hostile.does('three', hides);
  for (let passed = 0; passed < days; passed += 2) {
    clock.now += Math.min(2, days - passed) * day;
    await one.sync();
  }
  return world;
}

/** Byte 1 of a header is the log, and the header follows its length. */
const isOrganisation = (bytes: Uint8Array): boolean => bytes[5] === 1;

const bodies = async (desk: EngineDesk, record: string): Promise<readonly string[]> => {
  const view = await openRecord(desk.engine, record);
  return view.judgement.effects.flatMap((effect) => {
    const events = parseEvents(effect.body.events);
    return events.ok ? events.value.map((event) => String(event['type'])) : [];
  });
};

/** A case with its identity, made at once. */
async function newCase(desk: EngineDesk): Promise<{ readonly id: string; readonly identity: string }> {
  const id = toHex(randomBytes(32));
  const from = toHex(randomBytes(32));
  const items = await caseItems(desk.engine, from, id, 'Birch', [teamFor(desk, 'protection')], true);
  const wanted = items.filter((item) => item.record !== from);
  await desk.keep(...wanted);
  return { id, identity: wanted.find((item) => item.command === 'beginIdentity')?.record ?? '' };
}

const waiting = (desk: EngineDesk): readonly string[] =>
  desk.engine.outbox
    .filter((item) => item.failure?.code === 'needs-confirmation')
    .map((item) => item.command)
    .sort();

describe('after seven days without a sign of life of the organisation', () => {
  it('[rule 7] identities and new cases wait for an explicit confirmation, and nothing of them is lost or sent', async () => {
    const world = await silent(8);
    const { three, relay } = world;
    const { id, identity } = await newCase(three);
    const before = relay.rows().length;
    await three.sync();
    expect(three.alerts('noHeartbeat')).toMatchObject([{ details: { days: 8 }, dismissable: false }]);
    expect(waiting(three)).toEqual(['beginIdentity', 'indexCustody', 'listRecord', 'openCase']);
    expect(three.alerts('heldBack')).toMatchObject([{ details: { count: 4, days: 8 } }]);
    for (const record of [id, identity])
      expect((await openRecord(three.engine, record)).chain.links).toEqual([]);
    // Ordinary work goes on.
    await three.act(note(world.case, 'An ordinary note.'));
    expect(await notesOf(three, world.case)).toContain('An ordinary note.');
    expect(relay.rows().length).toBeGreaterThan(before);
    // Trying again is no confirmation, and the desk may be closed in between.
    const [first] = three.engine.outbox.filter((item) => item.command === 'openCase');
    await tryAgain(three.engine, first?.action ?? '');
    await three.sync();
    const reopened = await three.reopened();
    await reopened.sync();
    expect(waiting(reopened)).toHaveLength(4);
    expect(reopened.engine.outbox.find((item) => item.command === 'openCase')?.args['pseudonym']).toBe(
      'Birch',
    );
    reopened.stop();
  });

  it('[rule 7] are sealed when a person has confirmed, and that she did stands in the same entries', async () => {
    const world = await silent(9);
    const { three, one, hostile } = world;
    const { id, identity } = await newCase(three);
    await three.sync();
    await confirmHeldBack(three.engine);
    await three.sync();
    expect([waiting(three), three.alerts('heldBack'), three.engine.outbox]).toEqual([[], [], []]);
    expect(await bodies(three, id)).toContain('SilenceAccepted');
    expect(await bodies(three, identity)).toEqual(['IdentityOpened', 'SilenceAccepted']);
    const { state } = await three.case(id);
    expect(state.silences).toMatchObject([
      { days: 9, author: { member: expect.stringMatching(/^[0-9a-f]{32}$/) } },
    ]);
    hostile.behaves();
    await world.settle();
    expect((await one.case(id)).state.silences).toEqual(state.silences);
    // What comes later is asked for again.
    await world.settle();
    expect(three.alerts('heldBack')).toEqual([]);
  });

  it('[rule 7] what is written in a case of immediate danger waits too, and in no other', async () => {
    const world = await silent(8);
    const { three } = world;
    const id = toHex(randomBytes(32));
    await three.keep(...(await opening(three, id, 'Cedar')));
    await confirmHeldBack(three.engine);
    await three.sync();
    await three.act(note(id, 'Nothing hurries.'));
    expect(await notesOf(three, id)).toEqual(['Nothing hurries.']);
    const view = await openRecord(three.engine, id);
    if (view.folded.kind !== 'case') throw new Error('a case');
    three.engine.records.set(id, {
      ...view,
      folded: { kind: 'case', state: { ...view.folded.state, urgency: 'urg_immediate' } },
    });
    await three.act(note(id, 'They are at the door.'));
    expect(waiting(three)).toEqual(['addNote']);
    expect((await three.case(id)).pending).toMatchObject([
      { text: 'They are at the door.', failure: { code: 'needs-confirmation', days: 8 } },
    ]);
  });

  it('[rule 7] the sign that this device gives itself ends no silence; that of a colleague does', async () => {
    const world = await silent(8);
    const { three, one, hostile, clock } = world;
    await newCase(three);
    // The relay takes this device’s own sign of life gladly, on whatever it shows.
    const heartbeats = () =>
      three.engine.organisation.links.filter((link) =>
        link.clear.operations.some((operation) => operation.type === 'heartbeat'),
      ).length;
    await three.sync();
    await three.sync();
    expect(waiting(three)).toHaveLength(4);
    hostile.behaves();
    const before = heartbeats();
    await world.settle();
    expect(heartbeats()).toBeGreaterThan(before);
    expect([waiting(three), three.alerts('noHeartbeat')]).toEqual([[], []]);
    clock.now += day;
    await one.sync();
    await three.sync();
    expect(three.engine.outbox).toEqual([]);
  });

  it('[rule 7] a desk that comes back from a long absence of everybody is answered by the next colleague', async () => {
    const world = copyWorld(made);
    const { three, two, clock } = world;
    clock.now += 12 * day;
    await newCase(three);
    await three.sync();
    expect(waiting(three)).toHaveLength(4);
    await three.sync();
    expect(waiting(three)).toHaveLength(4);
    clock.now += 3600_000;
    await two.sync();
    await three.sync();
    await three.sync();
    expect([waiting(three), three.engine.outbox, three.alerts('noHeartbeat')]).toEqual([[], [], []]);
  });
});
