import { defaultQuotas } from '@leeward/relay/quotas.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { foundAt, openDesk, passphrase, type TestDesk } from '../support/desk.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';

const open: (TestDesk | TestRelay)[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await ('end' in one ? one.end() : one.stop());
});

describe('joining an organisation', () => {
  it('says so where the relay keeps no more opened invitations, and leaves nothing on the device', async () => {
    const relay = await startTestRelay({ quotas: { ...defaultQuotas, joins: 1 } });
    const admin = await openDesk(relay);
    open.push(relay, admin);
    await foundAt(admin, relay);
    const invitation = async () => (await admin.call('invite', { role: 'officer', teams: [] })).link;
    const first = await openDesk(relay);
    open.push(first);
    await first.call('join', { link: await invitation(), name: 'Officer Two', passphrase });

    const second = await openDesk(relay);
    open.push(second);
    const link = await invitation();
    expect(await second.attempt('join', { link, name: 'Officer Three', passphrase })).toEqual({
      ok: false,
      error: { code: 'invitations-full' },
    });
    expect(await second.call('session', {})).toMatchObject({ type: 'empty' });
    expect(await second.store.names('')).toEqual([]);
  });

  it('shows the name of the organisation to nobody before the passphrase, and to the member after it', async () => {
    const relay = await startTestRelay();
    const admin = await openDesk(relay);
    open.push(relay, admin);
    await foundAt(admin, relay);
    const { link, join } = await admin.call('invite', { role: 'officer', teams: [] });
    const member = await openDesk(relay);
    open.push(member);
    await member.call('join', { link, name: 'Officer Two', passphrase });
    await admin.until('invitations', {}, ([one]) => one?.opened != null);
    await admin.call('confirmInvitation', { join });
    await member.until('session', {}, (view) => view.type === 'open');
    await member.call('lock', {});
    expect(await member.call('session', {})).toEqual({ type: 'locked' });
    await member.call('unlock', { passphrase });
    const view = await member.until(
      'session',
      {},
      (session) => session.type === 'open' && session.organisation.name !== '',
    );
    expect(view.type === 'open' && view.organisation.name).toBe('Synthetic Aid');
  });
});
