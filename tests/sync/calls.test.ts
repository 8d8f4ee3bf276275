import { join } from 'node:path';
import { databaseFile } from '@leeward/relay/storage/open.ts';
import { openSqliteForReading } from '@leeward/relay/storage/sqlite/open.ts';
import { toHex } from '@leeward/sealed-log/wire';
import { afterEach, describe, expect, it } from 'vitest';
import { foundAt, openDesk, passphrase, type TestDesk, teamOf } from '../support/desk.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';
import { visit } from '../support/visitor.ts';

/*
 * Being called, from the desk's side: an address is given, the desk is closed, somebody writes, and a note comes that says
 * nothing. The bytes of the note are in tests/fault/relay-calls.test.ts.
 */

const open: (TestDesk | TestRelay | MailServer)[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await ('end' in one ? one.end() : one.stop());
});

const address = 'duty@example.org';
const texts = { v: 1, languages: ['en'], name: {}, retention: {}, contacts: {} } as const;

async function house() {
  const mail = await startMailServer();
  const relay = await startTestRelay({
    mail: { url: mail.url, from: 'notes@example.org', delaySeconds: [0, 0] },
  });
  const desk = await openDesk(relay);
  open.push(mail, relay, desk);
  const view = await foundAt(desk, relay);
  return { mail, relay, desk, view };
}

describe('a desk that is closed', () => {
  it('has its owner called when somebody writes, and not while it is open [fault 73]', async () => {
    const { mail, relay, desk } = await house();
    const { link } = await desk.call('publishDoor', { texts });
    expect(await desk.call('call', {})).toEqual({ available: true, address: null });
    await desk.call('setCall', { address, language: 'en' });
    expect(await desk.call('call', {})).toEqual({ available: true, address });
    await (await visit(relay, link ?? '')).ask('The first one, while the desk is open');
    await desk.until('queue', {}, (lines) => lines.length === 1);
    expect(mail.received).toEqual([]);
    await desk.call('lock', {});
    await (await visit(relay, link ?? '')).ask('Canary words of the second one');
    await expect.poll(() => mail.received.length, { timeout: 20_000 }).toBe(1);
    expect(mail.received[0]?.to).toEqual([address]);
    expect(mail.received[0]?.text).not.toMatch(/canary|synthetic|second|http|localhost/i);
    await desk.call('unlock', { passphrase });
    await desk.call('setCall', { address: null, language: 'en' });
    expect(await desk.call('call', {})).toEqual({ available: true, address: null });
  });

  it('has left times for what falls due, under random ids, and takes them back when it is done', async () => {
    const { relay, desk, view } = await house();
    await desk.call('setCall', { address, language: 'en' });
    const { case: record } = await desk.call('openCase', {
      record: '0'.repeat(63) + '1',
      pseudonym: 'Alder',
      teams: [teamOf(view, 'protection')],
      urgent: true,
    });
    const date = new Date(Date.now() + 5 * 24 * 3600_000).toISOString().slice(0, 10);
    await desk.call('setNextStep', { record, text: 'Canary: the hearing', date });
    await expect.poll(() => wakesOf(relay), { timeout: 20_000 }).toHaveLength(1);
    const [left] = await wakesOf(relay);
    expect(toHex(left?.wake ?? new Uint8Array(0))).toMatch(/^[0-9a-f]{32}$/);
    expect(new Date((left?.minute ?? 0) * 60_000).getHours()).toBe(8);
    await desk.call('setNextStep', { record, text: '', date: '' });
    await expect.poll(() => wakesOf(relay), { timeout: 20_000 }).toEqual([]);
  });
});

async function wakesOf(relay: TestRelay) {
  const store = openSqliteForReading(join(relay.folder, 'data', databaseFile));
  try {
    return await store.db.selectFrom('wakes').selectAll().execute();
  } finally {
    await store.close();
  }
}
