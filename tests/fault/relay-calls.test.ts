import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeBackup } from '@leeward/relay/backup/backup.ts';
import { databaseFile } from '@leeward/relay/storage/open.ts';
import { openSqliteForReading } from '@leeward/relay/storage/sqlite/open.ts';
import { randomBytes, toBase64url, utf8 } from '@leeward/sealed-log/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import {
  type Founded,
  foundOrganisation,
  newRecord,
  relayKeyOf,
  startTestRelay,
  type TestRelay,
} from '../support/relay.ts';
import { makeItem, newMailbox, openDoor, submitItem } from '../support/relay-door.ts';
import { relayFetch } from '../support/relay-fetch.ts';

/*
 * Being called while every desk is closed, over a real mail server: what is written, to whom, when, and what it must never
 * say (fault 73).
 */

const address = 'officer-on-duty@example.org';
const from = 'notes@example.org';

let mail: MailServer;
let relay: TestRelay;
let organisation: Founded;
let door: Awaited<ReturnType<typeof openDoor>>;

beforeEach(async () => {
  mail = await startMailServer();
  relay = await startTestRelay({ mail: { url: mail.url, from, delaySeconds: [0, 0] } });
  organisation = await foundOrganisation(relay);
  door = await openDoor(organisation, await relayKeyOf(relay));
});
afterEach(async () => {
  await relay.end();
  await mail.end();
});

const body = (value: unknown): Uint8Array => utf8(JSON.stringify(value));
const wantCall = (wanted: string | null, language = 'en') =>
  organisation.client.ask('PUT', `${organisation.path}/call`, body({ address: wanted, language }));

/** Somebody writes at the door. */
async function somebodyWrites(): Promise<void> {
  const item = await makeItem(organisation, door, await newMailbox(organisation));
  expect((await submitItem(relay, door, item)).status).toBe(201);
}

const mails = (count: number) =>
  expect.poll(() => mail.received.length, { timeout: 15_000, interval: 20 }).toBe(count);
const quiet = () => new Promise((resume) => setTimeout(resume, 400));

describe('a call', () => {
  it('goes to whoever asked for it, once, until her desk is opened again [fault 73]', async () => {
    expect((await wantCall(address)).status).toBe(204);
    await somebodyWrites();
    await mails(1);
    await somebodyWrites();
    await quiet();
    expect(mail.received).toHaveLength(1);
    // She opens her desk, and closes it.
    await organisation.client.ask('GET', `${organisation.path}/rows?after=0`);
    await quiet();
    await somebodyWrites();
    await mails(2);
    expect(mail.received.map(({ to }) => to)).toEqual([[address], [address]]);
  });

  it('says only that something changed: every call is the same, whatever has happened [fault 73] [invariant 2]', async () => {
    await wantCall(address);
    await somebodyWrites();
    await mails(1);
    await organisation.client.ask('GET', `${organisation.path}/rows?after=0`);
    // What she writes herself is no news to her.
    await newRecord(organisation);
    await quiet();
    expect(mail.received).toHaveLength(1);
    expect((await organisation.client.ask('POST', `${organisation.path}/call/test`)).status).toBe(204);
    await mails(2);
    const [first, second] = mail.received;
    const withoutTime = (text = ''): string =>
      text.replace(/^Message-ID: <[0-9a-f-]{36}@example\.org>\r$/m, '').replace(/^Date: .*\r$/m, '');
    expect(withoutTime(first?.text)).toBe(withoutTime(second?.text));
    expect(
      withoutTime(first?.text)
        .split(/\r?\n/)
        .filter((line) => line !== '')
        .sort(),
    ).toEqual(
      [
        `From: ${from}`,
        `To: ${address}`,
        'Subject: Note',
        'MIME-Version: 1.0',
        'Auto-Submitted: auto-generated',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: 7bit',
        'Something has changed. Open the page that you know.',
      ].sort(),
    );
    expect(first?.greeting).toBe('localhost');
    expect(first?.from).toBe(from);
  });

  it('is written in the language of its reader', async () => {
    await wantCall(address, 'ar');
    expect((await organisation.client.ask('POST', `${organisation.path}/call/test`)).status).toBe(204);
    await mails(1);
    const [, encoded = ''] = (mail.received[0]?.text ?? '').split('\r\n\r\n');
    expect(Buffer.from(encoded, 'base64').toString('utf8').trim()).toContain('حدث تغيير');
  });

  it('is not made while a desk listens', async () => {
    await wantCall(address);
    const path = `${organisation.path}/live?after=0`;
    const proof = await organisation.client.proofFor('GET', path, new Uint8Array(0));
    const stop = new AbortController();
    const listen = relayFetch(relay.address);
    const headers = { 'leeward-proof': proof };
    const stream = await listen(`${relay.url('desk')}${path}`, { headers, signal: stop.signal });
    expect(stream.status).toBe(200);
    await somebodyWrites();
    await quiet();
    expect(mail.received).toEqual([]);
    stop.abort();
  });

  it('is made at a time that a desk has left, of which the relay knows a random id and the minute', async () => {
    await wantCall(address);
    const now = Math.floor(Date.now() / 60_000);
    const wake = (minute: number) => ({ id: toBase64url(randomBytes(16)), minute });
    const path = `${organisation.path}/wakes`;
    const left = await organisation.client.ask('PUT', path, body({ wakes: [wake(now), wake(now + 60)] }));
    expect(left.status).toBe(204);
    await mails(1);
    await quiet();
    expect(mail.received).toHaveLength(1);
    for (const bad of [
      { wakes: [{ id: 'short', minute: now }] },
      {
        wakes: [
          { ...wake(now), what: 'a hearing' },
          { ...wake(now), minute: 1.5 },
        ],
      },
      { wakes: Array.from({ length: 65 }, () => wake(now)) },
      { wakes: [wake(now + 100 * 24 * 60)] },
      { wakes: 'all' },
    ])
      expect((await organisation.client.ask('PUT', path, body(bad))).status).toBe(400);
  });

  it('is tried again when the mail server refuses, and its words are in no log', async () => {
    await wantCall(address);
    mail.refuse(true);
    expect((await organisation.client.ask('POST', `${organisation.path}/call/test`)).status).toBe(503);
    await somebodyWrites();
    await expect.poll(() => relay.lines.join('\n'), { timeout: 10_000 }).toContain('call-failed');
    expect(relay.lines.join('\n')).not.toContain('officer-on-duty');
    expect(mail.received).toEqual([]);
  });

  it('is ended at a word, and the address is gone from the disk', async () => {
    await wantCall(address);
    expect((await organisation.client.ask('GET', `${organisation.path}/call`)).json()).toEqual({
      available: true,
      address,
    });
    expect((await wantCall(null)).status).toBe(204);
    await somebodyWrites();
    await quiet();
    expect(mail.received).toEqual([]);
    await relay.again();
    expect(diskHolds(join(relay.folder, 'data'), address)).toBe(false);
  });

  it('leaves no address in a backup: a desk says it again when it is opened', async () => {
    await wantCall(address);
    const data = join(relay.folder, 'data');
    const store = openSqliteForReading(join(data, databaseFile));
    expect(await makeBackup(data, join(relay.folder, 'backup'), store.copyTo)).toMatchObject({ ok: true });
    await store.close();
    expect(diskHolds(join(relay.folder, 'backup'), address)).toBe(false);
  });

  it('is not offered where there is no mail server, and no address is taken that mail does not know', async () => {
    for (const wrong of [
      'nobody',
      'a@b@c',
      'two, addresses@example.org',
      `x\r\nBcc: y@example.org`,
      'a@ex\u202eample',
    ])
      expect((await wantCall(wrong)).status, wrong).toBe(400);
    expect((await wantCall(address, 'tlh')).status).toBe(400);
    const without = await startTestRelay();
    try {
      const other = await foundOrganisation(without);
      const answer = await other.client.ask('GET', `${other.path}/call`);
      expect(answer.json()).toEqual({ available: false, address: null });
      const wanted = await other.client.ask('PUT', `${other.path}/call`, body({ address, language: 'en' }));
      expect(wanted.status).toBe(404);
    } finally {
      await without.end();
    }
  });

  it('waits for a time drawn by lot between the two that are set', async () => {
    const [soonest, latest] = [1, 3];
    const slow = await startTestRelay({ mail: { url: mail.url, from, delaySeconds: [soonest, latest] } });
    try {
      const other = await foundOrganisation(slow);
      await other.client.ask('PUT', `${other.path}/call`, body({ address, language: 'en' }));
      const begun = Date.now();
      const theirs = await openDoor(other, await relayKeyOf(slow));
      const item = await makeItem(other, theirs, await newMailbox(other));
      expect((await submitItem(slow, theirs, item)).status).toBe(201);
      await mails(1);
      expect((mail.received[0]?.at ?? 0) - begun).toBeGreaterThanOrEqual(soonest * 1000 - 50);
    } finally {
      await slow.end();
    }
  });
});

function diskHolds(folder: string, text: string): boolean {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).some(
    (found) => found.isFile() && readFileSync(join(found.parentPath, found.name)).includes(text),
  );
}
