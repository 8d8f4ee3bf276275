import { join } from 'node:path';
import {
  decode,
  mailboxPage,
  readReply,
  replyHash,
  sentReply,
  toBase64url,
  zeros32,
} from '@leeward/sealed-log/wire';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Founded,
  foundOrganisation,
  pullAll,
  relayKeyOf,
  startTestRelay,
  type TestRelay,
} from '../../../../tests/support/relay.ts';
import { rawClient } from '../../../../tests/support/relay-client.ts';
import {
  mailboxClient,
  makeItem,
  makeReply,
  newMailbox,
  openDoor,
  submitItem,
  type TestDoor,
  type TestMailbox,
} from '../../../../tests/support/relay-door.ts';
import { verifyStore } from '../backup/verify.ts';
import { hourNow } from '../hours.ts';
import { databaseFile } from '../storage/open.ts';
import { openSqliteForReading } from '../storage/sqlite/open.ts';

describe('a mailbox that is open for a time', () => {
  let relay: TestRelay;
  let organisation: Founded;
  let door: TestDoor;
  let mailbox: TestMailbox;
  beforeEach(async () => {
    relay = await startTestRelay({});
    organisation = await foundOrganisation(relay);
    door = await openDoor(organisation, await relayKeyOf(relay));
    mailbox = await newMailbox(organisation);
  });
  afterEach(async () => {
    vi.useRealTimers();
    await relay.end();
  });

  const ask = (hours: number | string, position = 0, prev = zeros32, to = mailbox) =>
    makeReply(organisation, organisation.admin, to.id, position, prev).then((body) =>
      organisation.client.ask('POST', `${organisation.path}/replies`, body, {
        'leeward-until': typeof hours === 'number' ? String(hourNow() + hours) : hours,
      }),
    );
  const read = () =>
    mailboxClient(relay, mailbox).ask('GET', `${door.path}/mailboxes/${toBase64url(mailbox.id)}`);
  const end = (of = mailbox) =>
    organisation.client.ask('POST', `${organisation.path}/mailboxes/${toBase64url(of.id)}/end`);
  const kinds = async () => {
    const rows = await pullAll(rawClient(relay, organisation.admin), organisation.path);
    return rows.filter(({ kind }) => kind !== 1).map(({ kind }) => kind);
  };
  const verified = async () => {
    const data = join(relay.folder, 'data');
    const store = openSqliteForReading(join(data, databaseFile));
    expect(await verifyStore(store, data)).toEqual([]);
    await store.close();
  };
  const later = (hours: number) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + hours * 3_600_000);
  };

  it('is read and answered until its hour, and neither afterwards', async () => {
    expect((await ask(24)).status).toBe(201);
    const page = decode(mailboxPage, (await read()).bytes);
    expect(page.ok && page.value.replies).toHaveLength(1);
    const item = await makeItem(organisation, door, mailbox);
    later(25);
    const [reading, sending] = [await read(), await submitItem(relay, door, item)];
    expect([reading.status, reading.json()['code']]).toEqual([410, 'ended']);
    expect([sending.status, sending.json()['code']]).toEqual([410, 'ended']);
  });

  it('keeps what came back in time for the desks, and drops what the team had written', async () => {
    await ask(24);
    const item = await makeItem(organisation, door, mailbox);
    expect((await submitItem(relay, door, item)).status).toBe(201);
    later(25);
    // It keeps house as it begins.
    relay = await relay.again();
    await expect.poll(kinds).toEqual([4, 2]);
    await verified();
    // Who had sent it and lost the answer still gets the receipt for it.
    expect((await submitItem(relay, door, item)).status).toBe(200);
  });

  it('is ended at once when the team says so, and never opened again', async () => {
    await ask(24);
    expect((await end()).status).toBe(204);
    expect((await end()).status).toBe(204);
    expect((await read()).json()['code']).toBe('ended');
    expect((await ask(24)).json()['code']).toBe('ended');
    expect(await kinds()).toEqual([4]);
    await verified();
  });

  it('cannot be made of a mailbox that a defender has opened, or that was written to before', async () => {
    const item = await makeItem(organisation, door, mailbox);
    await submitItem(relay, door, item);
    expect((await ask(24)).json()).toMatchObject({ code: 'not-allowed', reason: 'not-new' });
    expect((await end()).json()['code']).toBe('nothing-there');
    const other = await newMailbox(organisation);
    const first = await makeReply(organisation, organisation.admin, other.id, 0, zeros32);
    await organisation.client.ask('POST', `${organisation.path}/replies`, first);
    const outer = decode(sentReply, first);
    if (!outer.ok || !readReply(outer.value).ok) throw new Error('not a reply');
    const second = await ask(24, 1, await replyHash(outer.value.bytes), other);
    expect(second.json()).toMatchObject({ code: 'not-allowed', reason: 'not-new' });
  });

  it('ends within a month and in the future', async () => {
    for (const wrong of [0, -3, 24 * 40, 'soon', '-1'])
      expect((await ask(wrong)).json()['code'], String(wrong)).toBe('malformed');
  });
});
