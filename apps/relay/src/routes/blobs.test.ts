import { concat, fourBytes, limits, randomBytes, toBase64url, zeros32 } from '@leeward/sealed-log/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Founded,
  foundOrganisation,
  newRecord,
  relayKeyOf,
  startTestRelay,
  type TestRelay,
} from '../../../../tests/support/relay.ts';
import { newKey, rawClient } from '../../../../tests/support/relay-client.ts';
import {
  mailboxClient,
  makeItem,
  makeReply,
  newMailbox,
  openDoor,
  submitItem,
  workFor,
} from '../../../../tests/support/relay-door.ts';
import { appendBody, contentEntry } from '../../../../tests/support/relay-entries.ts';
import { defaultQuotas } from '../quotas.ts';

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

describe('attachments', () => {
  let relay: TestRelay;
  let organisation: Founded;
  beforeEach(async () => {
    relay = await startTestRelay({ quotas: { ...defaultQuotas, freeBytes: 0 } });
    organisation = await foundOrganisation(relay);
  });
  afterEach(() => relay.end());

  const pathOf = (blob: Uint8Array) => `${organisation.path}/blobs/${toBase64url(blob)}`;

  it('are resumed at the part that is missing, and come back byte for byte [fault 52]', async () => {
    const blob = randomBytes(32);
    const parts = [randomBytes(limits.part), randomBytes(limits.part), randomBytes(777)];
    const { client } = organisation;
    expect((await client.ask('GET', pathOf(blob))).json()).toEqual({
      parts: [],
      complete: false,
      totalBytes: 0,
    });
    for (const number of [0, 2])
      expect((await client.ask('PUT', `${pathOf(blob)}/parts/${number}`, parts[number]!)).status).toBe(201);
    const half = await client.ask('GET', pathOf(blob));
    expect(half.json()['parts']).toEqual([limits.part, null, 777]);
    const stated = json({ parts: 3, totalBytes: 2 * limits.part + 777 });
    const early = await client.ask('POST', `${pathOf(blob)}/complete`, stated);
    expect([early.status, early.json()['missing']]).toEqual([409, [1]]);

    relay = await relay.again();
    const later = rawClient(relay, organisation.admin);
    expect((await later.ask('PUT', `${pathOf(blob)}/parts/1`, parts[1]!)).status).toBe(201);
    expect((await later.ask('PUT', `${pathOf(blob)}/parts/1`, parts[1]!)).status).toBe(200);
    const other = await later.ask('PUT', `${pathOf(blob)}/parts/1`, parts[0]!);
    expect([other.status, other.json()['code']]).toEqual([409, 'part-differs']);
    expect((await later.ask('POST', `${pathOf(blob)}/complete`, stated)).status).toBe(200);
    for (const [number, bytes] of parts.entries())
      expect((await later.ask('GET', `${pathOf(blob)}/parts/${number}`)).bytes).toEqual(bytes);
  });

  it('have to be complete before an entry that names them is taken [rule 23]', async () => {
    const blob = randomBytes(32);
    const record = await newRecord(organisation);
    const made = await contentEntry(organisation, record);
    const body = await appendBody(made, record.appendKey, [blob]);
    const { client, path } = organisation;
    const refused = await client.ask('POST', `${path}/entries`, body);
    expect(refused.json()).toMatchObject({ status: 409, code: 'blob-missing', blob: toBase64url(blob) });
    await client.ask('PUT', `${pathOf(blob)}/parts/0`, randomBytes(10));
    expect((await client.ask('POST', `${path}/entries`, body)).status).toBe(409);
    await client.ask('POST', `${pathOf(blob)}/complete`, json({ parts: 1, totalBytes: 10 }));
    expect((await client.ask('POST', `${path}/entries`, body)).status).toBe(201);
  });

  it('cannot be closed with sizes that are not theirs', async () => {
    const blob = randomBytes(32);
    const { client } = organisation;
    await client.ask('PUT', `${pathOf(blob)}/parts/0`, randomBytes(10));
    for (const stated of [{ parts: 1, totalBytes: 11 }, { parts: 0, totalBytes: 0 }, { parts: 1 }, []]) {
      const answer = await client.ask('POST', `${pathOf(blob)}/complete`, json(stated));
      expect([answer.status, answer.json()['code']]).toEqual([400, 'malformed']);
    }
    await client.ask('PUT', `${pathOf(blob)}/parts/1`, randomBytes(10));
    const short = await client.ask('POST', `${pathOf(blob)}/complete`, json({ parts: 2, totalBytes: 20 }));
    expect(short.json()).toMatchObject({ code: 'malformed', reason: 'sizes-differ' });
    expect((await client.ask('PUT', `${pathOf(blob)}/parts/0`, new Uint8Array(limits.part + 1))).status).toBe(
      413,
    );
  });

  it("belong to who began them: a defender sends with work and reads her own, and the team's to her", async () => {
    const door = await openDoor(organisation, await relayKeyOf(relay));
    const mailbox = await newMailbox(organisation);
    const client = mailboxClient(relay, mailbox);
    const named = { 'leeward-mailbox': toBase64url(mailbox.id) };
    const blob = randomBytes(32);
    const part = `${pathOf(blob)}/parts/0`;
    const bytes = randomBytes(500);
    expect((await client.ask('PUT', part, bytes)).status).toBe(403);
    expect((await client.ask('PUT', part, bytes, named)).json()['code']).toBe('work-missing');
    const { day, nonce } = await workFor(organisation.org, blob, door.workBits);
    const work = { 'leeward-work': toBase64url(concat(fourBytes(day), nonce)) };
    expect((await client.ask('PUT', part, bytes, { ...named, ...work })).status).toBe(201);
    expect(
      (await client.ask('POST', `${pathOf(blob)}/complete`, json({ parts: 1, totalBytes: 500 }), named))
        .status,
    ).toBe(200);
    const made = await makeItem(organisation, door, mailbox, { blobs: [blob] });
    expect((await submitItem(relay, door, made)).status).toBe(201);

    const stranger = await newMailbox(organisation);
    const elsewhere = mailboxClient(relay, stranger);
    const asStranger = { 'leeward-mailbox': toBase64url(stranger.id) };
    expect((await elsewhere.ask('GET', part, undefined, asStranger)).status).toBe(404);
    expect((await elsewhere.ask('GET', pathOf(blob), undefined, asStranger)).json()['parts']).toEqual([]);
    const theft = await makeItem(organisation, door, stranger, { blobs: [blob] });
    expect((await submitItem(relay, door, theft)).json()['code']).toBe('blob-missing');
    expect((await organisation.client.ask('GET', part)).bytes).toEqual(bytes);

    const answer = randomBytes(32);
    await organisation.client.ask('PUT', `${pathOf(answer)}/parts/0`, bytes, named);
    await organisation.client.ask('POST', `${pathOf(answer)}/complete`, json({ parts: 1, totalBytes: 500 }));
    const reply = await makeReply(organisation, organisation.admin, mailbox.id, 0, zeros32);
    const blobs = { 'leeward-blobs': toBase64url(answer) };
    expect((await organisation.client.ask('POST', `${organisation.path}/replies`, reply, blobs)).status).toBe(
      201,
    );
    expect((await client.ask('GET', `${pathOf(answer)}/parts/0`, undefined, named)).bytes).toEqual(bytes);
    expect((await client.ask('PUT', `${pathOf(answer)}/parts/1`, bytes, named)).json()['reason']).toBe(
      'not-the-owner',
    );
  });

  it('wait when strangers send more than the door takes in an hour [rule 22]', async () => {
    const door = await openDoor(organisation, await relayKeyOf(relay));
    relay = await relay.again({ quotas: { ...defaultQuotas, freeBytes: 0, newMailboxBytesPerHour: 600 } });
    const mailbox = await newMailbox(organisation);
    const client = mailboxClient(relay, mailbox);
    const send = async (size: number) => {
      const blob = randomBytes(32);
      const { day, nonce } = await workFor(organisation.org, blob, door.workBits);
      const headers = {
        'leeward-mailbox': toBase64url(mailbox.id),
        'leeward-work': toBase64url(concat(fourBytes(day), nonce)),
      };
      return client.ask('PUT', `${pathOf(blob)}/parts/0`, randomBytes(size), headers);
    };
    const refused = await send(601);
    expect([refused.status, refused.json()['code']]).toEqual([429, 'quota']);
    expect((await send(600)).status).toBe(201);
  });

  it('are refused to keys that are neither device nor mailbox', async () => {
    const stranger = rawClient(relay, await newKey());
    expect((await stranger.ask('GET', pathOf(randomBytes(32)))).json()['code']).toBe('not-a-device');
  });
});
