import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Bytes, SentReply } from '@leeward/sealed-log/wire';
import {
  decode,
  encode,
  mailboxPage,
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
  makeReply,
  newMailbox,
  openDoor,
  type TestDoor,
  type TestMailbox,
} from '../../../../tests/support/relay-door.ts';
import { verifyStore } from '../backup/verify.ts';
import { dayNow } from '../hours.ts';
import { tableKeys } from '../storage/copy.ts';
import { databaseFile } from '../storage/open.ts';
import { openSqliteForReading } from '../storage/sqlite/open.ts';

describe('what the team writes has a last day', () => {
  let relay: TestRelay;
  let organisation: Founded;
  let door: TestDoor;
  let mailbox: TestMailbox;
  let last: { sequence: number; prev: Bytes };
  beforeEach(async () => {
    relay = await startTestRelay({});
    organisation = await foundOrganisation(relay);
    door = await openDoor(organisation, await relayKeyOf(relay));
    mailbox = await newMailbox(organisation);
    last = { sequence: 0, prev: zeros32 };
  });
  afterEach(async () => {
    vi.useRealTimers();
    await relay.end();
  });

  // The relay that began again listens somewhere else.
  const desk = () => rawClient(relay, organisation.admin);
  const post = (body: Bytes) => desk().ask('POST', `${organisation.path}/replies`, body);
  const next = async (choices: Parameters<typeof makeReply>[5]): Promise<Bytes> => {
    const { sequence, prev } = last;
    const body = await makeReply(organisation, organisation.admin, mailbox.id, sequence, prev, choices);
    last = { sequence: sequence + 1, prev: await replyHash(replyIn(body).bytes) };
    return body;
  };
  const replyIn = (body: Bytes): SentReply => {
    const reply = decode(sentReply, body);
    if (!reply.ok) throw new Error('not a reply');
    return reply.value;
  };
  /** For each reply at her page and to the desks: whether its sealed part is given out. */
  const given = async (): Promise<readonly boolean[]> => {
    const path = `${door.path}/mailboxes/${toBase64url(mailbox.id)}`;
    const page = decode(mailboxPage, (await mailboxClient(relay, mailbox).ask('GET', path)).bytes);
    if (!page.ok) throw new Error('no page');
    const rows = await pullAll(desk(), organisation.path);
    const pulled = rows.filter(({ kind }) => kind === 3).map(({ bytes }) => replyIn(bytes));
    expect(pulled).toEqual(page.value.replies.map(({ reply }) => reply));
    return pulled.map(({ box }) => box !== null);
  };
  const later = (days: number): void => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + days * 86_400_000);
  };
  const stored = async (): Promise<readonly boolean[]> => {
    const data = join(relay.folder, 'data');
    const store = openSqliteForReading(join(data, databaseFile));
    expect(await verifyStore(store, data)).toEqual([]);
    const rows = await store.db.selectFrom('rows').select('body').where('log', '=', 4).execute();
    await store.close();
    return rows.map(({ body }) => body !== null);
  };

  it('until which it is given out, and after which its signed header alone is left [fault 50]', async () => {
    expect((await post(await next({ until: dayNow() + 1 }))).status).toBe(201);
    expect((await post(await next({ until: dayNow() + 90 }))).status).toBe(201);
    expect(await given()).toEqual([true, true]);
    later(1);
    expect(await given()).toEqual([true, true]);
    later(1);
    // Nothing waits for the next round of housekeeping.
    expect(await given()).toEqual([false, true]);
    expect(await stored()).toEqual([true, true]);
    relay = await relay.again();
    await expect.poll(stored).toEqual([false, true]);
    expect(await given()).toEqual([false, true]);
    // The line goes on as if nothing had been dropped.
    expect((await post(await next({}))).status).toBe(201);
  });

  it('or is taken away before it, by a later one that says so under its signature [fault 50]', async () => {
    for (let count = 0; count < 3; count += 1) await post(await next({}));
    expect((await post(await next({ below: 2 }))).status).toBe(201);
    expect(await given()).toEqual([false, false, true, true]);
    expect(await stored()).toEqual([false, false, true, true]);
  });

  it('and is taken without its sealed part once that is over, and never before', async () => {
    const early = await next({ until: dayNow() + 1, box: 'left out' });
    expect((await post(early)).json()['code']).toBe('malformed');
    later(3);
    expect((await post(early)).status).toBe(201);
    // A desk that brings what a restored relay lacks has the sealed part still: it is not kept here.
    expect((await post(await next({ until: dayNow() - 1 }))).status).toBe(201);
    expect(await given()).toEqual([false, false]);
    expect(await stored()).toEqual([false, false]);
  });

  it('under a sealed part that is the one that was signed, or it is not taken at all', async () => {
    const mine = replyIn(await next({}));
    const other = replyIn(await next({}));
    const changed = encode(sentReply, { ...mine, box: other.box });
    expect((await post(changed)).json()['code']).toBe('malformed');
    expect((await post(encode(sentReply, mine))).status).toBe(201);
  });

  it('and a copy of the store from which one is missing too early is told apart', async () => {
    await post(await next({}));
    const data = join(relay.folder, 'data');
    await relay.stop();
    const database = new DatabaseSync(join(data, databaseFile));
    database.exec('update rows set body = null where log = 4');
    database.close();
    const store = openSqliteForReading(join(data, databaseFile));
    const told = await verifyStore(store, data);
    await store.close();
    expect(told).toEqual([expect.stringContaining('its sealed part is missing')]);
    relay = await relay.again();
  });
});

describe('whoever looks into a mailbox', () => {
  it('leaves nothing behind: neither on the disk, nor in the logbook, nor for the desks [fault 50]', async () => {
    const relay = await startTestRelay({});
    try {
      const organisation = await foundOrganisation(relay);
      const door = await openDoor(organisation, await relayKeyOf(relay));
      const mailbox = await newMailbox(organisation);
      const reply = await makeReply(organisation, organisation.admin, mailbox.id, 0, zeros32);
      await organisation.client.ask('POST', `${organisation.path}/replies`, reply);
      const seen = async () => {
        const store = openSqliteForReading(join(relay.folder, 'data', databaseFile));
        const tables = Object.keys(tableKeys) as (keyof typeof tableKeys)[];
        const rows = await Promise.all(
          tables.map((table) => store.db.selectFrom(table).selectAll().execute()),
        );
        await store.close();
        const pulled = await pullAll(organisation.client, organisation.path);
        return { rows, pulled, lines: [...relay.lines] };
      };
      const before = await seen();
      expect(before.rows.flat().length).toBeGreaterThan(5);
      const path = `${door.path}/mailboxes/${toBase64url(mailbox.id)}`;
      for (let look = 0; look < 3; look += 1)
        expect((await mailboxClient(relay, mailbox).ask('GET', path)).status).toBe(200);
      expect(await seen()).toEqual(before);
    } finally {
      await relay.end();
    }
  });
});
