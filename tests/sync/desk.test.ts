import { newPhrase } from '@leeward/sealed-log/phrase/phrase.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { doorTexts, foundAt, openDesk, passphrase, type TestDesk, teamOf } from '../support/desk.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';

const open: (TestDesk | TestRelay)[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await ('end' in one ? one.end() : one.stop());
});

async function relayAndDesk() {
  const relay = await startTestRelay();
  const desk = await openDesk(relay);
  open.push(relay, desk);
  return { relay, desk, view: await foundAt(desk, relay) };
}

describe('a desk', () => {
  it('founds an organisation with its teams, and opens it again with the passphrase', async () => {
    const { relay, desk, view } = await relayAndDesk();
    expect(view.organisation.name).toBe('Synthetic Aid');
    expect([...view.organisation.teams.values()].map((team) => team.purpose).sort()).toEqual([
      'custody',
      'documentation',
      'everyone',
      'finance',
      'intake',
      'protection',
      'research',
    ]);
    desk.stop();
    const again = await openDesk(relay, { store: desk.store });
    open.push(again);
    expect(await again.attempt('unlock', { passphrase: 'not the passphrase at all' })).toEqual({
      ok: false,
      error: { code: 'wrong-passphrase' },
    });
    await again.call('unlock', { passphrase });
    const reopened = await again.until('session', {}, (session) => session.type === 'open');
    expect(reopened.type === 'open' && reopened.organisation.name).toBe('Synthetic Aid');
  });

  it('lets a second member in after six words were compared, and both read the same', async () => {
    const { relay, desk, view } = await relayAndDesk();
    const invitation = await desk.call('invite', {
      role: 'officer',
      teams: [teamOf(view, 'intake'), teamOf(view, 'protection')],
    });
    const second = await openDesk(relay);
    open.push(second);
    const { words } = await second.call('join', { link: invitation.link, name: 'Officer Two', passphrase });
    const [opened] = await desk.until('invitations', {}, (all) => all[0]?.opened !== null);
    expect(opened?.opened).toEqual({ name: 'Officer Two', words });
    await desk.call('confirmInvitation', { join: invitation.join });
    const joined = await second.until('session', {}, (session) => session.type === 'open');
    expect(
      joined.type === 'open' && [...joined.organisation.members.values()].map((member) => member.name),
    ).toEqual(['Officer One', 'Officer Two']);
  });

  it('publishes a door whose link leads to it', async () => {
    const { desk } = await relayAndDesk();
    const door = await desk.call('publishDoor', { texts: doorTexts });
    expect(door.link).toMatch(/#[\w-]+$/);
    expect(door.oneAdministrator).toBe(true);
    void newPhrase;
  });
});
