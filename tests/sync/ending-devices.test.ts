import { afterEach, describe, expect, it } from 'vitest';
import { foundAt, openDesk, passphrase, type TestDesk, teamOf } from '../support/desk.ts';
import { hostileRelay } from '../support/hostile-relay.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';
import { relayFetch } from '../support/relay-fetch.ts';

/*
 * How a device ends: by its owner at the device itself, and by an administrator where its owner cannot. Over a real relay,
 * as the screens ask for it.
 */

const open: (TestDesk | TestRelay)[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await ('end' in one ? one.end() : one.stop());
});

const online = (desk: TestDesk) =>
  desk
    .until('session', {}, (one) => one.type === 'open' && one.connection === 'online')
    .then((view) => {
      if (view.type !== 'open') throw new Error('not open');
      return view;
    });

/** An administrator, and an officer with a laptop whose line can be cut. */
async function house() {
  const relay = await startTestRelay();
  const hostile = hostileRelay(relayFetch(relay.address));
  const desk = await openDesk(relay);
  const laptop = await openDesk(relay, { fetch: hostile.of('laptop') });
  open.push(relay, desk, laptop);
  const view = await foundAt(desk, relay);
  const protection = teamOf(view, 'protection');
  const invitation = await desk.call('invite', { role: 'officer', teams: [protection] });
  await laptop.call('join', { link: invitation.link, name: 'Officer Two', passphrase });
  await desk.until('invitations', {}, (all) => all.some((one) => one.opened !== null));
  await desk.call('confirmInvitation', { join: invitation.join });
  const { me } = await online(laptop);
  return { relay, hostile, desk, laptop, me, protection };
}

/** The same, with a phone of the officer's. */
async function withPhone() {
  const house_ = await house();
  const { relay, laptop } = house_;
  const phone = await openDesk(relay);
  open.push(phone);
  await addDevice(laptop, phone, { passphrase });
  const { me } = await online(phone);
  return { ...house_, phone, phoneDevice: me.device };
}

async function addDevice(
  laptop: TestDesk,
  phone: TestDesk,
  proof: { readonly passphrase: string } | { readonly passkey: ArrayBuffer },
) {
  const { link, join } = await laptop.call('addDevice', {});
  await phone.call('joinAsDevice', { link, name: 'Phone', passphrase: 'another synthetic passphrase 8' });
  await laptop.until('deviceLinks', {}, ([one]) => one?.opened != null);
  return laptop.attempt('confirmDevice', { join, ...proof });
}

const openCase = (desk: TestDesk, team: string, pseudonym: string) =>
  desk.call('openCase', { record: `${'0'.repeat(63)}1`, pseudonym, teams: [team], urgent: true });

const sees = (desk: TestDesk, pseudonym: string) =>
  desk.until('cases', {}, (cases) => cases.some((one) => one.pseudonym === pseudonym));

describe('removing the device at which one sits', () => {
  it('sends what waits, ends the device for the relay and for everybody, and then deletes all it held [fault 61]', async () => {
    const { laptop, phone, desk, me, phoneDevice, protection } = await withPhone();
    await openCase(phone, protection, 'Alder');
    await phone.call('endThisDevice', {});
    expect(await phone.call('session', {})).toMatchObject({ type: 'empty', endedItself: true });
    expect(await phone.store.names('')).toEqual([]);
    expect(await phone.store.logs('')).toEqual([]);
    await sees(laptop, 'Alder');
    for (const other of [laptop, desk]) {
      const all = await other.until('memberDevices', {}, (found) => found.get(me.member)?.length === 1);
      expect(all.get(me.member)?.[0]?.device).toBe(me.device);
    }
    const { devices } = await laptop.call('devices', {});
    expect(devices.find((one) => one.device === phoneDevice)).toMatchObject({ live: false, name: 'Phone' });
    // It was in its owner's hand: she keeps her key, and goes on at once.
    await openCase(laptop, protection, 'Birch');
    await sees(desk, 'Birch');
  });

  it('deletes nothing where the relay cannot be told; deleted there alone it is still live, until an administrator ends it', async () => {
    const { laptop, phone, desk, hostile, me, phoneDevice } = await withPhone();
    hostile.does('laptop', async () => {
      throw new TypeError('no line');
    });
    expect(await laptop.attempt('endThisDevice', {})).toEqual({ ok: false, error: { code: 'offline' } });
    expect(await laptop.call('session', {})).toMatchObject({ type: 'open', connection: 'offline' });
    await laptop.call('wipe', {});
    const all = await desk.until('memberDevices', {}, (found) => found.get(me.member)?.length === 2);
    // She reads the signs of her laptop to the administrator, who finds it by them.
    const found = all
      .get(me.member)
      ?.find((one) => one.sign === `${me.device.slice(0, 4)} ${me.device.slice(4, 8)}`);
    expect(found?.device).toBe(me.device);
    const wanted = { member: me.member, device: me.device, reason: 'retired' as const };
    expect(
      await desk.attempt('endMemberDevice', { ...wanted, passphrase: 'not her passphrase' }),
    ).toMatchObject({
      error: { code: 'wrong-passphrase' },
    });
    await desk.call('endMemberDevice', { ...wanted, passphrase });
    const { devices } = await phone.until('devices', {}, (view) => view.devices.some((one) => !one.live));
    expect(devices.find((one) => one.live)?.device).toBe(phoneDevice);
  });

  it('is leaving, where it is her only one: her colleagues see that she has gone, and change the keys [rule 9]', async () => {
    const { laptop, desk, me, protection } = await house();
    await laptop.call('endThisDevice', {});
    expect(await laptop.call('session', {})).toMatchObject({ type: 'empty', endedItself: true });
    await desk.until(
      'session',
      {},
      (one) => one.type === 'open' && one.organisation.members.get(me.member)?.left != null,
    );
    await openCase(desk, protection, 'Cedar');
    const [line] = await sees(desk, 'Cedar');
    await desk.until('case', { record: line?.record ?? '' }, (one) => one.pending.length === 0);
    expect((await desk.call('memberDevices', {})).has(me.member)).toBe(false);
  });

  it('is refused to the last device that could let anybody in, and with a recovery file kept it is not', async () => {
    const relay = await startTestRelay();
    const desk = await openDesk(relay);
    open.push(relay, desk);
    await foundAt(desk, relay);
    const { devices } = await desk.call('devices', {});
    const file = devices.find((one) => one.kind === 'recovery')?.device ?? '';
    await desk.call('endDevice', { device: file, reason: 'retired', passphrase });
    expect(await desk.attempt('endThisDevice', {})).toMatchObject({
      error: { code: 'refused', refusal: { code: 'last_administrator' } },
    });
    expect(await desk.call('session', {})).toMatchObject({ type: 'open', recoveryMissing: true });
    const kept = await desk.call('makeRecoveryFile', {});
    await desk.call('endThisDevice', {});
    const next = await openDesk(relay);
    open.push(next);
    const opened = await next.call('openRecoveryFile', {
      file: kept.recoveryFile,
      code: kept.recoveryCode,
      passphrase,
    });
    expect(opened.wasOld).toBe(false);
    expect(await online(next)).toMatchObject({ administrator: true });
  });
});

describe('one device of a colleague', () => {
  it('is ended by an administrator: it forgets, the keys that it held are changed, and her other one goes on [rule 9][fault 61]', async () => {
    const { laptop, phone, desk, me, phoneDevice, protection } = await withPhone();
    const wanted = { member: me.member, device: phoneDevice, reason: 'lost' as const, passphrase };
    expect(await laptop.attempt('endMemberDevice', wanted)).toMatchObject({
      error: { code: 'refused', refusal: { code: 'role' } },
    });
    await desk.call('endMemberDevice', wanted);
    expect(await phone.until('session', {}, (one) => one.type === 'empty')).toMatchObject({ wasEnded: true });
    expect(await phone.store.names('')).toEqual([]);
    // Her laptop takes a new key by itself, and is let into her team again: it reads what is sealed under the new ones.
    await openCase(desk, protection, 'Dogwood');
    await sees(laptop, 'Dogwood');
    await openCase(laptop, protection, 'Elder');
    await sees(desk, 'Elder');
    const { devices } = await laptop.call('devices', {});
    expect(devices.filter((one) => one.live)).toMatchObject([{ device: me.device, keys: 'all' }]);
  });

  it('is not ended where she has no other: that is removing her, and is asked as that', async () => {
    const { desk, laptop, me } = await house();
    const wanted = { member: me.member, device: me.device, reason: 'lost' as const, passphrase };
    expect(await desk.attempt('endMemberDevice', wanted)).toEqual({
      ok: false,
      error: { code: 'only-device' },
    });
    await online(laptop);
    const own = (await online(desk)).me;
    expect(
      await desk.attempt('endMemberDevice', { ...wanted, member: own.member, device: own.device }),
    ).toMatchObject({ error: { code: 'not-here' } });
  });
});

describe('somebody at an open desk', () => {
  const passkey = (fill: number) => ({
    credential: new Uint8Array(16).fill(1).buffer,
    salt: new Uint8Array(32).fill(2).buffer,
    secret: new Uint8Array(32).fill(fill).buffer,
  });

  it('adds no passkey without the passphrase, and no device with a passkey that is not hers [fault 65]', async () => {
    const { relay, laptop } = await house();
    expect(
      await laptop.attempt('addPasskey', { ...passkey(7), passphrase: 'a guess that is long' }),
    ).toMatchObject({
      error: { code: 'wrong-passphrase' },
    });
    expect(await laptop.call('passkey', {})).toBeNull();
    await laptop.call('addPasskey', { ...passkey(7), passphrase });
    const phone = await openDesk(relay);
    open.push(phone);
    expect(await addDevice(laptop, phone, { passkey: passkey(8).secret })).toMatchObject({
      error: { code: 'wrong-passkey' },
    });
    expect(await phone.call('session', {})).toMatchObject({ type: 'joining', state: 'waiting' });
  });

  it('is told from its owner by her passkey as well as by her passphrase', async () => {
    const { relay, laptop } = await house();
    await laptop.call('addPasskey', { ...passkey(7), passphrase });
    const phone = await openDesk(relay);
    open.push(phone);
    expect(await addDevice(laptop, phone, { passkey: passkey(7).secret })).toMatchObject({ ok: true });
    const { me } = await online(phone);
    await laptop.call('endDevice', { device: me.device, reason: 'retired', passkey: passkey(7).secret });
    await phone.until('session', {}, (one) => one.type === 'empty');
  });
});
