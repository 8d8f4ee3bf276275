import { afterEach, describe, expect, it } from 'vitest';
import { doorTexts, foundAt, openDesk, passphrase, type TestDesk, teamOf } from '../support/desk.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';
import { visit } from '../support/visitor.ts';

/*
 * Two devices of one person over a real relay, as her screens ask for it.
 */

const open: (TestDesk | TestRelay)[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await ('end' in one ? one.end() : one.stop());
});

const other = 'another synthetic passphrase 8';

async function laptopAndPhone() {
  const relay = await startTestRelay();
  const laptop = await openDesk(relay);
  const phone = await openDesk(relay);
  open.push(relay, laptop, phone);
  const view = await foundAt(laptop, relay);
  const { link, join } = await laptop.call('addDevice', {});
  const { words } = await phone.call('joinAsDevice', { link, name: 'Phone', passphrase: other });
  const [seen] = await laptop.until('deviceLinks', {}, ([one]) => one?.opened != null);
  return { relay, laptop, phone, view, link, join, words, seen };
}

async function added() {
  const house = await laptopAndPhone();
  const { laptop, phone, join } = house;
  await laptop.call('confirmDevice', { join, passphrase });
  const hers = await phone.until('session', {}, (one) => one.type === 'open' && one.connection === 'online');
  if (hers.type !== 'open') throw new Error('not open');
  return { ...house, hers };
}

describe('a second device', () => {
  it('waits with six words that the first one shows as well, and is the same person once that one agrees', async () => {
    const { laptop, phone, join, words, seen, view } = await laptopAndPhone();
    expect(await phone.call('session', {})).toEqual({
      type: 'joining',
      as: 'device',
      words,
      state: 'waiting',
    });
    expect(seen?.opened).toEqual({ name: 'Phone', words });
    await laptop.call('confirmDevice', { join, passphrase });
    const hers = await phone.until(
      'session',
      {},
      (one) => one.type === 'open' && one.connection === 'online',
    );
    expect(hers).toMatchObject({ administrator: true, me: { member: view.me.member } });
    expect(await laptop.call('deviceLinks', {})).toEqual([]);
    // Its own passphrase opens it, and the other one’s does not.
    await phone.call('lock', {});
    expect(await phone.attempt('unlock', { passphrase })).toMatchObject({
      error: { code: 'wrong-passphrase' },
    });
    await phone.call('unlock', { passphrase: other });
    await phone.until(
      'session',
      {},
      (one) => one.type === 'open' && one.organisation.name === 'Synthetic Aid',
    );
    const { devices } = await phone.call('devices', {});
    expect(devices.map(({ name, here, kind }) => [name, here, kind])).toEqual([
      ['Phone', true, 'device'],
      ['', false, 'recovery'],
      ['1', false, 'device'],
    ]);
  });

  it('is not let in by somebody who has sat down at an open desk: the passphrase is asked, and wrong ones wait [fault 65]', async () => {
    const { laptop, phone, join } = await laptopAndPhone();
    const wrong = { join, passphrase: 'a guess that is long enough' };
    for (let count = 0; count < 5; count += 1)
      expect(await laptop.attempt('confirmDevice', wrong)).toMatchObject({
        error: { code: 'wrong-passphrase' },
      });
    expect(await laptop.attempt('confirmDevice', { join, passphrase })).toMatchObject({
      error: { code: 'wait' },
    });
    expect(await phone.call('session', {})).toMatchObject({ type: 'joining' });
    expect((await laptop.call('devices', {})).devices.filter(({ kind }) => kind === 'device')).toHaveLength(
      1,
    );
  });

  it('that was taken back on the first one hears so, and begins again', async () => {
    const { laptop, phone, join } = await laptopAndPhone();
    await laptop.call('cancelDevice', { join });
    await phone.until('session', {}, (one) => one.type === 'joining' && one.state === 'cancelled');
    await phone.call('wipe', {});
    expect(await phone.store.names('')).toEqual([]);
  });

  it('reads what came through the door before it, and answers there as the same person [rule 19]', async () => {
    const house = await laptopAndPhone();
    const { relay, laptop, phone, join } = house;
    const door = await laptop.call('publishDoor', { texts: doorTexts });
    const visitor = await visit(relay, door.link ?? '');
    await visitor.ask('Written before the phone was there.');
    await laptop.until('queue', {}, (lines) => lines.length === 1);
    await laptop.until('session', {}, (one) => one.type === 'open' && one.unsent === 0);
    await laptop.call('confirmDevice', { join, passphrase });
    const [line] = await phone.until(
      'queue',
      {},
      (lines) => lines[0]?.excerpt.startsWith('Written') === true,
    );
    const record = line?.record ?? '';
    await laptop.call('claim', { record });
    await phone.until('request', { record }, (one) => one.state.claimedBy !== null);
    await phone.call('reply', { record, text: 'Answered from the phone.', files: [] });
    const late = await visitor.readUntil((seen) => seen.replies.length > 0);
    expect(late.replies).toHaveLength(1);
    const again = await visit(relay, door.link ?? '', { entropy: visitor.entropy });
    const seen = await again.readUntil((conversation) =>
      conversation.replies.some((reply) => reply.confirmed),
    );
    expect(seen.replies[0]?.message).toMatchObject({ type: 'reply', text: 'Answered from the phone.' });
  });
});

describe('a phone that was lost', () => {
  it('is ended from the laptop and forgets everything at its next word, and the door and the desk go on [fault 61][fault 24]', async () => {
    const { laptop, phone, hers, view, relay } = await added();
    const door = await laptop.call('publishDoor', { texts: doorTexts });
    const { device } = hers.me;
    expect(
      await laptop.attempt('endDevice', {
        device,
        reason: 'lost',
        passphrase: 'a guess that is long enough',
      }),
    ).toMatchObject({ error: { code: 'wrong-passphrase' } });
    await laptop.call('endDevice', { device, reason: 'lost', passphrase });
    const after = await phone.until('session', {}, (one) => one.type === 'empty');
    expect(after).toMatchObject({ wasEnded: true });
    expect(await phone.store.names('')).toEqual([]);
    const visitor = await visit(relay, door.link ?? '');
    await visitor.ask('After the phone was lost.');
    await laptop.until('queue', {}, (lines) => lines[0]?.excerpt === 'After the phone was lost.');
    const { case: record } = await laptop.call('openCase', {
      record: `${'0'.repeat(63)}1`,
      pseudonym: 'Alder',
      teams: [teamOf(view, 'protection')],
      urgent: true,
    });
    await laptop.until('case', { record }, (one) => one.state.opened !== null && one.pending.length === 0);
    const { devices } = await laptop.call('devices', {});
    expect(devices.find((one) => one.device === device)?.live).toBe(false);
  });

  it('leaves the recovery file as good as it was: it was given the new key, too [rule 9]', async () => {
    const relay = await startTestRelay();
    const laptop = await openDesk(relay);
    const phone = await openDesk(relay);
    open.push(relay, laptop, phone);
    const kept = await laptop.call('createOrganisation', {
      token: await relay.token(),
      organisation: 'Synthetic Aid',
      name: 'Officer One',
      passphrase,
    });
    const { link, join } = await laptop.call('addDevice', {});
    await phone.call('joinAsDevice', { link, name: 'Phone', passphrase: other });
    await laptop.until('deviceLinks', {}, ([one]) => one?.opened != null);
    await laptop.call('confirmDevice', { join, passphrase });
    const hers = await phone.until(
      'session',
      {},
      (one) => one.type === 'open' && one.connection === 'online',
    );
    if (hers.type !== 'open') throw new Error('not open');
    await laptop.call('endDevice', { device: hers.me.device, reason: 'lost', passphrase });
    const door = await laptop.call('publishDoor', { texts: doorTexts });
    const visitor = await visit(relay, door.link ?? '');
    await visitor.ask('Sealed under the new keys.');
    await laptop.until('queue', {}, (lines) => lines.length === 1);
    await laptop.until('session', {}, (one) => one.type === 'open' && one.unsent === 0);
    laptop.stop();
    const next = await openDesk(relay);
    open.push(next);
    await next.call('openRecoveryFile', {
      file: kept.recoveryFile,
      code: kept.recoveryCode,
      passphrase: other,
    });
    const [line] = await next.until('queue', {}, (lines) => lines.length === 1);
    expect(line?.excerpt).toBe('Sealed under the new keys.');
    expect(await next.call('session', {})).toMatchObject({ recoveryMissing: false });
  });
});
