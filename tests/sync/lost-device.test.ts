import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { unwrap } from '@leeward/sealed-log/crypto/result.ts';
import { newDeviceKeys } from '@leeward/sealed-log/keys/device.ts';
import { holdsPresentKey } from '@leeward/sealed-log/keys/own-seeds.ts';
import { openOrganisationLog } from '@leeward/sealed-log/organisation/log.ts';
import { sealingKeyHash } from '@leeward/sealed-log/wire/hashes.ts';
import { capabilities } from '@leeward/sealed-log/wire/organisation.ts';
import { currentGeneration, openMembers } from '@leeward/sealed-log/wire/skeleton.ts';
import { joinAsDevice } from '@leeward/workspace/desk/device-link.ts';
import { addDevice, confirmDevice, devicesView, endDevice } from '@leeward/workspace/desk/own-devices.ts';
import { appendToOrganisation } from '@leeward/workspace/desk/rotation.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { passphrase } from '../support/desk.ts';
import {
  addOwnDevice,
  bareDevice,
  day,
  type EngineDesk,
  openDeskOver,
  teamFor,
} from '../support/engine-desk.ts';
import { testStore } from '../support/test-store.ts';
import { copyWorld, makeWorld, note, notesOf, sameEverywhere, settle, type World } from '../support/world.ts';

/*
 * One officer with a laptop and a phone, and the phone is lost.
 */

let made: World;
beforeAll(async () => {
  made = await makeWorld();
});

const idOf = ({ engine }: EngineDesk): string => toHex(engine.keys.device.signingKey);
const memberOf = ({ engine }: EngineDesk): string => toHex(engine.keys.member.id);

describe('a device of one’s own that was lost', () => {
  it('is ended by another one: it is served nothing more, every key that it held is changed, and the rest go on [rule 9][fault 24][fault 61]', async () => {
    const world = copyWorld(made);
    const { hostile, clock, three, one } = world;
    const phone = await addOwnDevice(three, hostile.of('phone'), clock);
    await settle([one, world.two, three, phone]);
    const before = three.engine.organisation.keyring.member;
    expect(await endDevice(three.engine, idOf(phone), 'lost')).toMatchObject({ ok: true });
    const { skeleton, keyring } = three.engine.organisation;
    const facts = skeleton.members.get(memberOf(three));
    expect(facts?.exposedSince).toBeNull();
    expect(await holdsPresentKey(skeleton, keyring.member)).toBe(true);
    expect(toHex(keyring.member.seed)).not.toBe(toHex(before.seed));
    for (const purpose of ['intake', 'protection', 'custody']) {
      const team = skeleton.teams.get(teamFor(three, purpose));
      if (team === undefined) throw new Error('no team');
      expect(currentGeneration(team)).toMatchObject({ generation: 2, staleAt: null });
      expect(openMembers(team)).toContain(memberOf(three));
    }
    await three.act(note(world.case, 'After the phone was lost.'));
    await settle([one, world.two, three]);
    expect(await notesOf(one, world.case)).toContain('After the phone was lost.');
    // With all that the phone still holds, and a server that shows it everything: none of the new keys opens.
    const { member, device } = phone.engine.keys;
    const entries = one.engine.organisation.links.map(({ bytes }) => bytes);
    const { log } = unwrap(await openOrganisationLog(entries, skeleton.org, member, device));
    for (const [team, generations] of keyring.teams) {
      const newest = Math.max(...generations.keys());
      expect(newest).toBe(2);
      expect([...(log.keyring.teams.get(team)?.keys() ?? [])], team).toEqual([1]);
    }
    expect(devicesView(three.engine).devices.filter(({ live }) => !live)).toMatchObject([{ name: 'Phone' }]);
    // The laptop opens from its own disk as before: its new key came through the log.
    const again = await three.reopened();
    await again.act(note(world.case, 'The next morning.'));
    await one.sync();
    expect(await notesOf(one, world.case)).toContain('The next morning.');
  });

  it('leaves a device that could not be given the new key, and that device says so [rule 8]', async () => {
    const world = copyWorld(made);
    const { hostile, clock, three } = world;
    const phone = await addOwnDevice(three, hostile.of('phone'), clock);
    // As an older version let devices in: without its whole sealing key, so that nothing can be sealed to it. It was
    // switched off since, or it would have shown the key itself.
    const keys = await newDeviceKeys();
    const { member } = three.engine.organisation.keyring;
    await appendToOrganisation(three.engine, async () => ({
      operations: [
        {
          type: 'deviceAdmitted',
          member: member.id,
          memberSealing: await sealingKeyHash(member.sealingKey),
          device: keys.signingKey,
          deviceSealing: await sealingKeyHash(keys.sealingKey),
          capabilities: capabilities.correspondent,
        },
      ],
      events: [],
    }));
    const { signingSeed, sealingSeed } = keys;
    const vault = { ...three.engine.vault, signingSeed, sealingSeed };
    const old = await openDeskOver('old', testStore(), vault, hostile.of('old'), clock);
    expect(await endDevice(three.engine, idOf(phone), 'lost')).toMatchObject({ ok: true });
    await settle([three, old]);
    expect(old.alerts('ownKeyMissing')).toMatchObject([{ dismissable: false }]);
    // What it could read it reads; nobody takes the old key for hers any more.
    expect(await notesOf(old, world.case)).toHaveLength(3);
    const { link, join } = unwrap(await addDevice(old.engine, old.origin));
    await joinAsDevice(bareDevice(hostile.of('next'), clock).around, link, 'Next', passphrase);
    expect(await confirmDevice(old.engine, join)).toMatchObject({ error: { code: 'writing-stopped' } });
  });

  it('that was only put away is ended without a change of keys', async () => {
    const { hostile, clock, three } = copyWorld(made);
    const phone = await addOwnDevice(three, hostile.of('phone'), clock);
    const before = three.engine.organisation.keyring.member;
    expect(await endDevice(three.engine, idOf(phone), 'retired')).toMatchObject({ ok: true });
    const { skeleton, keyring } = three.engine.organisation;
    expect(toHex(keyring.member.seed)).toBe(toHex(before.seed));
    const team = skeleton.teams.get(teamFor(three, 'protection'));
    expect(team === undefined ? null : currentGeneration(team)?.generation).toBe(1);
    expect(await endDevice(three.engine, idOf(phone), 'retired')).toMatchObject({
      error: { code: 'not-here' },
    });
    expect(await endDevice(three.engine, idOf(three), 'lost')).toMatchObject({ error: { code: 'not-here' } });
  });

  it('and ended by a colleague: the teams do not wait for her, and her other device gets her back in by itself [rule 9]', async () => {
    const world = copyWorld(made);
    const { hostile, clock, one, two, three } = world;
    const phone = await addOwnDevice(three, hostile.of('phone'), clock);
    await settle([one, two, three, phone]);
    three.stop();
    const protection = teamFor(one, 'protection');
    const member = memberOf(three);
    await appendToOrganisation(one.engine, async () => ({
      operations: [
        {
          type: 'devicesEnded',
          devices: [phone.engine.keys.device.signingKey],
          reason: 2,
          cutRoot: new Uint8Array(32),
          cutCount: 0,
        },
      ],
      events: [],
    }));
    await one.act(note(world.case, 'Written while she was out.'));
    await two.sync();
    const membersOf = (desk: EngineDesk): readonly string[] => {
      const team = desk.engine.organisation.skeleton.teams.get(protection);
      return team === undefined ? [] : openMembers(team);
    };
    expect(membersOf(two)).not.toContain(member);
    const laptop = await three.reopened();
    await laptop.sync();
    await settle([one, two, laptop]);
    expect(membersOf(two)).toContain(member);
    await one.act(note(world.case, 'And after she was back.'));
    await laptop.act(note(world.case, 'I read both.'));
    await settle([one, two, laptop]);
    expect(await sameEverywhere([one, two, laptop], world.case)).toBe(true);
    expect(await notesOf(two, world.case)).toContain('I read both.');
  });

  it('one each, of everybody in a team: nobody can take the next key until somebody has a new one, and then all do [rule 9]', async () => {
    const world = copyWorld(made);
    const { hostile, clock, one, two, three, desks } = world;
    const phones: EngineDesk[] = [];
    for (const [index, desk] of desks.entries())
      phones.push(await addOwnDevice(desk, hostile.of(`p${index}`), clock));
    await settle([...desks, ...phones]);
    await appendToOrganisation(one.engine, async () => ({
      operations: [
        {
          type: 'devicesEnded',
          devices: phones.map((phone) => phone.engine.keys.device.signingKey),
          reason: 2,
          cutRoot: new Uint8Array(32),
          cutCount: 0,
        },
      ],
      events: [],
    }));
    clock.now += day;
    await settle(desks);
    for (const [id, team] of one.engine.organisation.skeleton.teams)
      expect(currentGeneration(team)?.staleAt, id).toBeNull();
    for (const desk of desks) {
      const { skeleton, keyring } = desk.engine.organisation;
      expect(await holdsPresentKey(skeleton, keyring.member)).toBe(true);
      expect(desk.alerts('staleTeam')).toEqual([]);
      await desk.act(note(world.case, `Still here: ${desk.name}.`));
    }
    await settle(desks);
    expect(await sameEverywhere([one, two, three], world.case)).toBe(true);
    expect((await notesOf(three, world.case)).filter((text) => text.startsWith('Still here'))).toHaveLength(
      3,
    );
  });
});
