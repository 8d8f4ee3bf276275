import { newDeviceKeys } from '@leeward/sealed-log/keys/device.ts';
import { sealOrganisationEntry } from '@leeward/sealed-log/organisation/entries.ts';
import { type Bytes, randomBytes, sealingKeyHash, toHex } from '@leeward/sealed-log/wire';
import { acceptLate } from '@leeward/workspace/desk/accept-late.ts';
import { openRecord } from '@leeward/workspace/desk/records.ts';
import { removeMember } from '@leeward/workspace/desk/removal.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { type EngineDesk, minute, teamFor } from '../support/engine-desk.ts';
import { isAppend, telling } from '../support/hostile-relay.ts';
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

const memberOf = ({ engine }: EngineDesk): string => toHex(engine.keys.member.id);
const deviceOf = ({ engine }: EngineDesk): string => toHex(engine.keys.device.signingKey);
const isLive = (desk: EngineDesk, device: string): boolean =>
  desk.engine.organisation.skeleton.devices.get(device)?.endedAt === null;

/** An entry that admits a device of the relay's own making, signed by whoever the relay has. */
async function invention(
  desk: EngineDesk,
  author: Parameters<typeof sealOrganisationEntry>[1],
): Promise<Bytes> {
  const device = await newDeviceKeys();
  const { skeleton } = desk.engine.organisation;
  const operation = {
    type: 'deviceAdmitted',
    member: randomBytes(16),
    memberSealing: await sealingKeyHash(device.sealingKey),
    device: device.signingKey,
    deviceSealing: await sealingKeyHash(device.sealingKey),
    capabilities: 7,
  } as const;
  return (await sealOrganisationEntry(skeleton, author, [operation], null, null)).bytes;
}

describe('a relay that invents', () => {
  it('[fault 12][rule 5][rule 11] a device that nobody signed: it is ignored, said, and nothing is ever sealed to it', async () => {
    const world = copyWorld(made);
    const { hostile, relay, one, two, three } = world;
    const invented = await invention(one, await newDeviceKeys());
    hostile.does(
      'one',
      telling(relay.rows, (rows) => [
        ...rows.slice(0, made.relay.rows().length),
        { sequence: 0, kind: 1, bytes: invented },
        ...rows.slice(made.relay.rows().length),
      ]),
    );
    const before = one.engine.organisation.skeleton.devices.size;
    await one.sync();
    expect(one.alerts('unlistedDevice')).toHaveLength(1);
    expect(one.engine.organisation.skeleton.devices.size).toBe(before);
    expect((await removeMember(one.engine, memberOf(three))).ok).toBe(true);
    const known = new Set([memberOf(one), memberOf(two), memberOf(three)]);
    for (const team of one.engine.organisation.skeleton.teams.values())
      for (const generation of team.generations)
        for (const { member } of generation.members) expect(known.has(member)).toBe(true);
    await one.act(note(world.case, 'And work goes on.'));
    expect((await one.case(world.case)).pending).toEqual([]);
  });

  it('[fault 12][rule 5] a device that an officer signed, who may not: it stands in the log and changes nothing', async () => {
    const world = copyWorld(made);
    const { hostile, relay, one, three } = world;
    const invented = await invention(one, three.engine.keys.device);
    hostile.does(
      'one',
      telling(relay.rows, (rows) => [...rows, { sequence: 0, kind: 1, bytes: invented }]),
    );
    const before = one.engine.organisation.skeleton.devices.size;
    await one.sync();
    expect(one.engine.organisation.links.at(-1)?.verdict).toBe('not-administrator');
    expect(one.engine.organisation.skeleton.devices.size).toBe(before);
  });
});

describe('somebody who was removed', () => {
  it('[fault 23][rule 12] is refused by the relay, and her words stay with her', async () => {
    const world = copyWorld(made);
    const { one, three } = world;
    expect((await removeMember(one.engine, memberOf(three))).ok).toBe(true);
    await three.act(note(world.case, 'After the end.'));
    expect((await three.case(world.case)).pending).toMatchObject([{ delivery: 'kept' }]);
    await settle([one, world.two]);
    expect(await notesOf(world.two, world.case)).not.toContain('After the end.');
  });

  it('[fault 24][rule 9] reads nothing that is sealed afterwards, in no team and no case, though the relay gives her all of it', async () => {
    const world = copyWorld(made);
    const { hostile, relay, one, two, three } = world;
    expect((await removeMember(one.engine, memberOf(three))).ok).toBe(true);
    await one.act(note(world.case, 'Sealed after the removal.'));
    await two.act(note(world.case, 'Sealed by a colleague after the removal.'));
    await settle([one, two]);
    hostile.does(
      'three',
      telling(relay.rows, (rows) => rows),
    );
    await three.sync();
    const texts = await notesOf(three, world.case);
    expect(texts.some((text) => text.includes('after the removal'))).toBe(false);
    const view = await openRecord(three.engine, world.case);
    expect(view.judgement.judged.slice(-2).map((one) => one.verdict.type)).toEqual([
      'waiting-for-key',
      'waiting-for-key',
    ]);
    const { skeleton } = one.engine.organisation;
    for (const team of skeleton.teams.values()) {
      const last = team.generations.at(-1);
      expect(last?.staleAt).toBeNull();
      expect(last?.members.map((member) => member.member)).not.toContain(memberOf(three));
    }
    for (const [id, record] of one.engine.records) {
      const { epoch } = (await openRecord(one.engine, id)).judgement;
      expect(record.judgement.epochIsStale).toBe(false);
      expect(epoch).not.toBeNull();
    }
  });

  it('[fault 25][rule 1] and whose note arrives beyond the cut: it is set aside until an administrator lets it in', async () => {
    const world = copyWorld(made);
    const { hostile, one, two, three } = world;
    let written = false;
    hostile.does('one', async (exchange, next) => {
      // Between the remover's list and her entry the relay takes one more note.
      if (isAppend(exchange) && !written) {
        written = true;
        await three.act(note(world.case, 'Written at the last moment.'));
      }
      return next();
    });
    expect((await removeMember(one.engine, memberOf(three))).ok).toBe(true);
    await settle([one, two]);
    const view = await openRecord(two.engine, world.case);
    expect(view.judgement.cuts.get(deviceOf(three))).toMatchObject({ proven: true });
    for (const desk of [one, two]) {
      expect(await notesOf(desk, world.case)).not.toContain('Written at the last moment.');
      expect(desk.alerts('setAside')).toMatchObject([{ record: world.case, details: { count: 1 } }]);
      expect((await desk.case(world.case)).refused).toMatchObject([{ why: 'set-aside' }]);
    }
    const entry = String(two.alerts('setAside')[0]?.details['entry']);
    expect(await acceptLate(two.engine, world.case, entry)).toEqual({ ok: true, value: null });
    await settle([one, two]);
    for (const desk of [one, two]) {
      expect(await notesOf(desk, world.case)).toContain('Written at the last moment.');
      expect(desk.alerts('setAside')).toEqual([]);
    }
    expect(await sameEverywhere([one, two], world.case)).toBe(true);
  });

  it('[fault 16][rule 1] while the relay hides it from a colleague: she finds out by the first entry of others, and then refuses', async () => {
    const world = copyWorld(made);
    const { hostile, relay, clock, one, two, three } = world;
    const fork = relay.fork();
    hostile.sends('three', fork.fetch);
    hostile.sends('two', fork.fetch);
    expect((await removeMember(one.engine, memberOf(three))).ok).toBe(true);
    await three.act(note(world.case, 'Under a removal that is hidden.'));
    await two.sync();
    // So far nobody could know: the threat model says that this time is bounded.
    expect(await notesOf(two, world.case)).toContain('Under a removal that is hidden.');
    // First contact: one entry of somebody who has seen the removal, in another record.
    const behind = fork.rows().length;
    const other = relay.rows().filter((row) => row.sequence > made.relay.rows().length);
    hostile.behaves('two');
    hostile.does(
      'two',
      telling(fork.rows, (rows) => [...rows.slice(0, behind), ...other.slice(-1)]),
    );
    await two.sync();
    expect(two.alerts('missingNotes').length).toBeGreaterThan(0);
    hostile.behaves('two');
    clock.now += 6 * minute;
    await two.sync();
    expect(isLive(two, deviceOf(three))).toBe(false);
    await two.sync();
    expect(two.alerts('forkNeedsAuthority')).toHaveLength(1);
    const { confirmFork } = await import('@leeward/workspace/desk/forks.ts');
    expect((await confirmFork(two.engine, world.case)).ok).toBe(true);
    await settle([two, one]);
    for (const desk of [one, two])
      expect(await notesOf(desk, world.case)).not.toContain('Under a removal that is hidden.');
    expect(two.alerts('setAside')).toMatchObject([{ record: world.case, details: { count: 1 } }]);
  });
});

describe('two administrators at one moment', () => {
  it('[fault 26][rule 4] remove each other: one stands, the other is told, and the organisation goes on', async () => {
    for (const first of ['one', 'two'] as const) {
      const world = copyWorld(made);
      const { hostile, one, two, three } = world;
      const [fast, slow] = first === 'one' ? [one, two] : [two, one];
      let crossed = false;
      // Both have signed before either has arrived.
      hostile.does(first === 'one' ? 'two' : 'one', async (exchange, next) => {
        if (isAppend(exchange) && !crossed) {
          crossed = true;
          expect((await removeMember(fast.engine, memberOf(slow))).ok).toBe(true);
        }
        return next();
      });
      expect((await removeMember(slow.engine, memberOf(fast))).ok).toBe(false);
      await settle([fast, three]);
      expect(isLive(three, deviceOf(fast))).toBe(true);
      expect(isLive(three, deviceOf(slow))).toBe(false);
      await fast.act(note(world.case, 'Still at work.'));
      await three.act(note(world.case, 'So am I.'));
      expect(await sameEverywhere([fast, three], world.case)).toBe(true);
      expect(spokenTwice(hostile)).toEqual([]);
    }
  });

  it('[rule 9] rotate the same team: one generation stands, the other is thrown away', async () => {
    const world = copyWorld(made);
    const { hostile, one, two, three } = world;
    let crossed = false;
    // One falls silent after the removal; both then rotate at the same moment.
    let left = 1;
    hostile.does('one', (exchange, next) => {
      if (!isAppend(exchange)) return next();
      left -= 1;
      return left >= 0 ? next() : Promise.reject(new TypeError('fetch failed'));
    });
    await removeMember(one.engine, memberOf(three));
    hostile.does('one', async (exchange, next) => {
      if (isAppend(exchange) && !crossed) {
        crossed = true;
        await two.sync();
      }
      return next();
    });
    await one.sync();
    hostile.behaves();
    await settle([one, two]);
    for (const purpose of ['everyone', 'intake', 'protection', 'custody']) {
      const team = teamFor(one, purpose);
      const generations = one.engine.organisation.skeleton.teams.get(team)?.generations ?? [];
      expect(generations.map((each) => each.generation)).toEqual([1, 2]);
      expect(two.engine.organisation.keyring.teams.get(team)?.size).toBe(2);
    }
    expect(spokenTwice(hostile)).toEqual([]);
  });
});

describe('a removal that is interrupted', () => {
  it('[rule 9][rule 28] at any write: whoever comes next finishes it, and nothing is signed twice', async () => {
    let finished = false;
    for (let writes = 0; !finished; writes += 3) {
      const world = copyWorld(made);
      const { hostile, one, two, three } = world;
      one.store.failAfter(writes);
      try {
        finished = (await removeMember(one.engine, memberOf(three))).ok;
      } catch (error) {
        if (!(error instanceof StoreDied)) throw error;
      }
      const again = await one.reopened();
      await settle([again, two]);
      if (isLive(again, deviceOf(three))) {
        // The entry was never kept: nothing has happened, and it is asked for anew.
        expect((await removeMember(again.engine, memberOf(three))).ok).toBe(true);
        await settle([again, two]);
      }
      await two.act(note(world.case, 'Under a new epoch.'));
      await settle([again, two]);
      expect(await sameEverywhere([again, two], world.case)).toBe(true);
      const view = await openRecord(two.engine, world.case);
      expect(view.judgement.epochIsStale).toBe(false);
      expect(await notesOf(again, world.case)).toContain('Under a new epoch.');
      for (const team of two.engine.organisation.skeleton.teams.values())
        if (team.generations.at(-1)?.members.some((member) => member.member === memberOf(two)))
          expect(team.generations.at(-1)?.staleAt).toBeNull();
      expect(spokenTwice(hostile)).toEqual([]);
      if (writes > 150) throw new Error('a removal writes without end');
    }
  });
});
