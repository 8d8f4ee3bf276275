import { afterEach, describe, expect, it } from 'vitest';
import { foundAt, openDesk, passphrase, type TestDesk, teamOf } from '../support/desk.ts';
import { answers, type Exchange, hostileRelay, isPull } from '../support/hostile-relay.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';
import { relayFetch } from '../support/relay-fetch.ts';

/*
 * A laptop is taken while it is unlocked. A colleague ends it from her phone: at its next word with the relay it forgets
 * everything. A relay that only says so is not believed.
 */

const open: (TestDesk | TestRelay)[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await ('end' in one ? one.end() : one.stop());
});

async function house() {
  const relay = await startTestRelay();
  const hostile = hostileRelay(relayFetch(relay.address));
  const desk = await openDesk(relay);
  open.push(relay, desk);
  const view = await foundAt(desk, relay);
  const invitation = await desk.call('invite', { role: 'officer', teams: [teamOf(view, 'protection')] });
  const laptop = await openDesk(relay, { fetch: hostile.of('laptop') });
  open.push(laptop);
  await laptop.call('join', { link: invitation.link, name: 'Officer Two', passphrase });
  await desk.until('invitations', {}, (all) => all.some((one) => one.opened !== null));
  await desk.call('confirmInvitation', { join: invitation.join });
  const hers = await laptop.until('session', {}, (one) => one.type === 'open' && one.connection === 'online');
  if (hers.type !== 'open') throw new Error('not open');
  const { case: record } = await desk.call('openCase', {
    record: `${'0'.repeat(63)}1`,
    pseudonym: 'Alder',
    teams: [teamOf(view, 'protection')],
    urgent: true,
  });
  await laptop.until('cases', {}, (cases) => cases.some((one) => one.pseudonym === 'Alder'));
  return { relay, hostile, desk, laptop, member: hers.me.member, record };
}

describe('a device that its organisation has ended', () => {
  it('forgets everything at its next word with the relay, and cannot read what comes after [fault 61]', async () => {
    const { desk, laptop, member } = await house();
    await desk.call('removeMember', { member });
    const after = await laptop.until('session', {}, (one) => one.type === 'empty');
    expect(after).toMatchObject({ type: 'empty', wasEnded: true });
    expect(await laptop.store.logs('')).toEqual([]);
    expect(await laptop.store.names('')).toEqual([]);
    expect(await laptop.attempt('unlock', { passphrase })).toMatchObject({ ok: false });
  });

  it('is not made to forget by a relay that merely says so [fault 61]', async () => {
    const { hostile, laptop, record } = await house();
    const refusal = JSON.stringify({
      type: 'urn:leeward:problem:not-a-device',
      status: 403,
      code: 'not-a-device',
    });
    const isOrdinary = (one: Exchange): boolean => isPull(one) && one.query.get('log') === null;
    hostile.does(
      'laptop',
      answers(isOrdinary, () => new Response(refusal, { status: 403 })),
    );
    await laptop.call('retry', { action: '0'.repeat(32) });
    await laptop.until('session', {}, (one) => one.type === 'open' && one.connection === 'offline');
    expect(await laptop.call('cases', {})).toMatchObject([{ record, pseudonym: 'Alder' }]);
    hostile.behaves();
    // Nobody does anything: it tries again by itself.
    await laptop.until('session', {}, (one) => one.type === 'open' && one.connection === 'online');
  });
});
