import { randomBytes, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { unwrap } from '@leeward/sealed-log/crypto/result.ts';
import { newDeviceKeys } from '@leeward/sealed-log/keys/device.ts';
import { holdsPresentKey } from '@leeward/sealed-log/keys/own-seeds.ts';
import { openOrganisationLog } from '@leeward/sealed-log/organisation/log.ts';
import { currentGeneration, openMembers } from '@leeward/sealed-log/wire/skeleton.ts';
import { joinAsDevice, readDeviceLink } from '@leeward/workspace/desk/device-link.ts';
import { boxOf, isTakenBack } from '@leeward/workspace/desk/drop-box.ts';
import { confirmInvitation, invitations, invite, join } from '@leeward/workspace/desk/invitations.ts';
import { openEngine, type Surroundings } from '@leeward/workspace/desk/open-engine.ts';
import {
  addDevice,
  cancelDevice,
  confirmDevice,
  deviceLinks,
  devicesView,
  endDevice,
  mostDevices,
} from '@leeward/workspace/desk/own-devices.ts';
import { appendToOrganisation } from '@leeward/workspace/desk/rotation.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { passphrase } from '../support/desk.ts';
import {
  addOwnDevice,
  bareDevice,
  day,
  type EngineDesk,
  joinDesk,
  minute,
  teamFor,
} from '../support/engine-desk.ts';
import { answers, type Exchange } from '../support/hostile-relay.ts';
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

/*
 * One officer with a laptop and a phone. Both are she: the same role, teams and records; each has keys of its own.
 */

let made: World;
beforeAll(async () => {
  made = await makeWorld();
});

const idOf = ({ engine }: EngineDesk): string => toHex(engine.keys.device.signingKey);
const memberOf = ({ engine }: EngineDesk): string => toHex(engine.keys.member.id);
const isBox = ({ path }: Exchange): boolean => path.includes('/joins/') && !path.endsWith('/answer');
const linkOf = async ({ engine, origin }: EngineDesk) => unwrap(await addDevice(engine, origin));

/** What somebody who has seen a link would leave in its box, as a server could show it in another's place. */
async function requestOf(
  { hostile, clock }: World,
  open: (around: Surroundings) => Promise<unknown>,
): Promise<Uint8Array<ArrayBuffer>> {
  let left = new Uint8Array(0);
  const keeps = (exchange: Exchange): Response => {
    left = exchange.body;
    return new Response(null, { status: 201 });
  };
  hostile.does('elsewhere', answers(isBox, keeps));
  await open(bareDevice(hostile.of('elsewhere'), clock).around);
  return left;
}

describe('a second device of one’s own', () => {
  it('is the same person: her role, her teams, her records, and what it writes counts as hers', async () => {
    const world = copyWorld(made);
    const { hostile, clock, three, one } = world;
    const phone = await addOwnDevice(three, hostile.of('phone'), clock);
    expect(memberOf(phone)).toBe(memberOf(three));
    expect(idOf(phone)).not.toBe(idOf(three));
    expect(await notesOf(phone, world.case)).toEqual(await notesOf(three, world.case));
    await phone.act(note(world.case, 'Written on the phone.'));
    await one.sync();
    const { notes } = (await one.case(world.case)).state;
    expect(notes.at(-1)).toMatchObject({
      text: 'Written on the phone.',
      by: memberOf(three),
    });
    expect(devicesView(three.engine).devices.map(({ name, here, kind }) => [name, here, kind])).toEqual([
      ['1', true, 'device'],
      ['Phone', false, 'device'],
    ]);
    // It opens again from its own disk, with nothing but its own passphrase and what the log gave it.
    const again = await phone.reopened();
    await again.act(note(world.case, 'And after a night.'));
    expect(await sameEverywhere([one, three, again], world.case)).toBe(true);
  });

  it('may write at the same moment as the first one: both words stay, and neither speaks twice [rule 6]', async () => {
    const world = copyWorld(made);
    const { hostile, clock, three, one } = world;
    const phone = await addOwnDevice(three, hostile.of('phone'), clock);
    await settle([one, three, phone]);
    await three.keep(note(world.case, 'From the laptop.'));
    await phone.keep(note(world.case, 'From the phone.'));
    await Promise.all([three.sync(), phone.sync()]);
    await settle([three, phone, one]);
    const all = await notesOf(one, world.case);
    expect(all).toContain('From the laptop.');
    expect(all).toContain('From the phone.');
    expect(await sameEverywhere([one, three, phone], world.case)).toBe(true);
    expect(spokenTwice(hostile)).toEqual([]);
    expect(one.alerts('equivocation')).toEqual([]);
  });

  it('lets a third one in, and an administrator’s may administrate', async () => {
    const world = copyWorld(made);
    const { hostile, clock, one } = world;
    const phone = await addOwnDevice(one, hostile.of('phone'), clock);
    const tablet = await addOwnDevice(phone, hostile.of('tablet'), clock, 'Tablet');
    await joinDesk(tablet, hostile.of('four'), clock);
    await one.sync();
    expect(one.engine.organisation.skeleton.members.size).toBe(4);
    expect(await notesOf(tablet, world.case)).toHaveLength(3);
    // The first one let the phone in itself; of the tablet it is told, until that was read.
    expect(one.alerts('deviceAdded')).toMatchObject([
      { record: idOf(tablet), details: { device: 'Tablet' } },
    ]);
  });

  it('is refused beyond eight, so that what changes with a lost one stays small', async () => {
    const world = copyWorld(made);
    const { hostile, clock, three } = world;
    for (let count = devicesView(three.engine).devices.length; count < mostDevices; count += 1)
      await addOwnDevice(three, hostile.of(`more ${count}`), clock, `More ${count}`);
    await expect(addOwnDevice(three, hostile.of('ninth'), clock)).rejects.toThrow('too-many-devices');
  });
});

describe('a server that wants to be her second device', () => {
  it('and has seen the link shows other words: the two screens differ, and nothing is let in [rule 8][fault 12]', async () => {
    const world = copyWorld(made);
    const { hostile, clock, three } = world;
    const { link, join: id } = await linkOf(three);
    const { around } = bareDevice(hostile.of('phone'), clock);
    const hers = await joinAsDevice(around, link, 'Phone', passphrase);
    const instead = await requestOf(world, (from) => joinAsDevice(from, link, 'Phone', passphrase));
    hostile.does(
      'three',
      answers(isBox, () => new Response(instead)),
    );
    const [seen] = await deviceLinks(three.engine, three.origin);
    expect(seen?.opened?.words).toHaveLength(6);
    expect(hers.ok && hers.value.words).not.toEqual(seen?.opened?.words);
    hostile.behaves();
    expect(await cancelDevice(three.engine, id)).toMatchObject({ ok: true });
    expect(devicesView(three.engine).devices).toHaveLength(1);
    if (!hers.ok) throw new Error('not joined');
    expect(
      await isTakenBack(around, hers.value.vault.org, hers.value.vault.joining ?? new Uint8Array(0)),
    ).toBe(true);
  });

  it('cannot show one request for the words and another for the confirmation [rule 8][fault 12]', async () => {
    const world = copyWorld(made);
    const { hostile, clock, three } = world;
    const { link, join: id } = await linkOf(three);
    const { around } = bareDevice(hostile.of('phone'), clock);
    const hers = await joinAsDevice(around, link, 'Phone', passphrase);
    if (!hers.ok) throw new Error('not joined');
    const [seen] = await deviceLinks(three.engine, three.origin);
    expect(seen?.opened?.words).toEqual(hers.value.words);
    const instead = await requestOf(world, (from) => joinAsDevice(from, link, 'Phone', passphrase));
    hostile.does(
      'three',
      answers(isBox, () => new Response(instead)),
    );
    expect(await confirmDevice(three.engine, id)).toMatchObject({ ok: true });
    const phone = await openEngine(around, hers.value.vault);
    expect(phone.ok).toBe(true);
    expect(devicesView(three.engine).devices).toHaveLength(2);
  });

  it('cannot do so with an invitation either [rule 8][fault 12]', async () => {
    const world = copyWorld(made);
    const { hostile, clock, one } = world;
    const { link, join: id } = unwrap(await invite(one.engine, 'officer', [], one.origin));
    const hers = await join(bareDevice(hostile.of('new'), clock).around, link, 'Officer Four', passphrase);
    if (!hers.ok) throw new Error('not joined');
    const [seen] = await invitations(one.engine, one.origin);
    expect(seen?.opened?.words).toEqual(hers.value.words);
    const instead = await requestOf(world, (from) => join(from, link, 'Officer Four', passphrase));
    hostile.does(
      'one',
      answers(isBox, () => new Response(instead)),
    );
    expect(await confirmInvitation(one.engine, id)).toMatchObject({ ok: true });
    expect(one.engine.organisation.skeleton.members.has(toHex(hers.value.vault.member))).toBe(true);
  });

  it('and knows only what passes through it can leave nothing that would be looked at', async () => {
    const { hostile, three } = copyWorld(made);
    const { link } = await linkOf(three);
    const box = await boxOf(readDeviceLink(link)?.secret ?? new Uint8Array(32));
    expect(link).not.toContain(toHex(box));
    hostile.does(
      'three',
      answers(isBox, () => new Response(randomBytes(2000))),
    );
    expect(await deviceLinks(three.engine, three.origin)).toMatchObject([{ opened: null }]);
  });

  it('cannot let a device in by itself, or make one of hers somebody else’s', async () => {
    const { hostile, clock, three, one } = copyWorld(made);
    const { link } = await linkOf(three);
    const { around } = bareDevice(hostile.of('phone'), clock);
    const hers = await joinAsDevice(around, link, 'Phone', passphrase);
    if (!hers.ok) throw new Error('not joined');
    expect(await openEngine(around, hers.value.vault)).toMatchObject({ error: 'not-a-device' });
    // Even an administrator who works with the server can only admit its key as a member of her own making.
    const keys = await newDeviceKeys();
    const stranger = randomBytes(16);
    await appendToOrganisation(one.engine, async () => ({
      operations: [
        {
          type: 'deviceAdmitted',
          member: stranger,
          memberSealing: randomBytes(32),
          device: keys.signingKey,
          deviceSealing: randomBytes(32),
          capabilities: 0,
        },
      ],
      events: [],
    }));
    const { signingSeed, sealingSeed } = keys;
    const vault = { ...hers.value.vault, signingSeed, sealingSeed };
    expect(await openEngine(around, vault)).toMatchObject({ error: 'not-verified' });
  });
});

describe('the link', () => {
  it('is good for an hour: then it is refused on both sides, and whoever waits is told', async () => {
    const { hostile, clock, three } = copyWorld(made);
    const { link, join: id } = await linkOf(three);
    const waiting = bareDevice(hostile.of('phone'), clock);
    const joined = await joinAsDevice(waiting.around, link, 'Phone', passphrase);
    if (!joined.ok) throw new Error('not joined');
    clock.now += 61 * minute;
    expect(await confirmDevice(three.engine, id)).toMatchObject({ error: { code: 'invitation-expired' } });
    expect(await deviceLinks(three.engine, three.origin)).toEqual([]);
    const { org, joining } = joined.value.vault;
    expect(await isTakenBack(waiting.around, org, joining ?? new Uint8Array(0))).toBe(true);
    const late = bareDevice(hostile.of('late'), clock);
    expect(await joinAsDevice(late.around, link, 'Late', passphrase)).toMatchObject({
      error: { code: 'invitation-expired' },
    });
    expect(await late.store.names('')).toEqual([]);
  });

  it('is used once: whoever comes second is refused, and leaves nothing on the device', async () => {
    const { hostile, clock, three } = copyWorld(made);
    const { link, join: id } = await linkOf(three);
    await joinAsDevice(bareDevice(hostile.of('phone'), clock).around, link, 'Phone', passphrase);
    const second = bareDevice(hostile.of('second'), clock);
    expect(await joinAsDevice(second.around, link, 'Second', passphrase)).toMatchObject({
      error: { code: 'invitation-used' },
    });
    expect(await second.store.names('')).toEqual([]);
    expect(await confirmDevice(three.engine, id)).toMatchObject({ ok: true });
    expect(await confirmDevice(three.engine, id)).toMatchObject({ error: { code: 'not-here' } });
  });

  it('of another kind, or cut off, is called broken', async () => {
    const { hostile, clock, three, one } = copyWorld(made);
    const { link } = await linkOf(three);
    const other = await invite(one.engine, 'officer', [], one.origin);
    const { around } = bareDevice(hostile.of('phone'), clock);
    for (const wrong of [
      link.slice(0, -9),
      other.ok ? other.value.link : '',
      '',
      'http://desk.localhost/#device=',
    ])
      expect(await joinAsDevice(around, wrong, 'Phone', passphrase)).toMatchObject({
        error: { code: 'broken-link' },
      });
  });
});

describe('a device of one’s own that was lost', () => {
  it('is ended by another one: it is served nothing more, every key that it held is changed, and the rest go on [rule 9][fault 24]', async () => {
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
