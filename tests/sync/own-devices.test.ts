import { randomBytes, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { unwrap } from '@leeward/sealed-log/crypto/result.ts';
import { newDeviceKeys } from '@leeward/sealed-log/keys/device.ts';
import { decode } from '@leeward/sealed-log/wire/codec.ts';
import { leftInBox } from '@leeward/sealed-log/wire/relay.ts';
import { joinAsDevice, readDeviceLink } from '@leeward/workspace/desk/device-link.ts';
import { deviceIsKnown } from '@leeward/workspace/desk/device-notices.ts';
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
import { addOwnDevice, bareDevice, type EngineDesk, joinDesk, minute } from '../support/engine-desk.ts';
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
    left = unwrap(decode(leftInBox, exchange.body)).sealed;
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

  it('is told of on her other devices, each until she has read it there', async () => {
    const world = copyWorld(made);
    const { hostile, clock, three } = world;
    const phone = await addOwnDevice(three, hostile.of('phone'), clock);
    const tablet = await addOwnDevice(phone, hostile.of('tablet'), clock, 'Tablet');
    await settle([three, phone, tablet]);
    // Whoever let it in knows, and so does the tablet itself.
    expect([phone, tablet].flatMap((desk) => desk.alerts('deviceAdded'))).toEqual([]);
    const [said] = three.alerts('deviceAdded');
    const again = await three.reopened();
    await again.sync();
    expect(again.alerts('deviceAdded')).toMatchObject([{ id: said?.id, dismissable: true }]);
    await deviceIsKnown(again.engine, said?.id ?? '');
    const later = await again.reopened();
    await later.sync();
    expect(later.alerts('deviceAdded')).toEqual([]);
    // One that was ended is nothing to be told of any more.
    const other = await addOwnDevice(phone, hostile.of('other'), clock, 'Other');
    await later.sync();
    expect(later.alerts('deviceAdded')).toHaveLength(1);
    await endDevice(phone.engine, idOf(other), 'retired');
    await later.sync();
    expect(later.alerts('deviceAdded')).toEqual([]);
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
