import {
  type Bytes,
  decode,
  descriptor,
  doorRenewal,
  mailboxPage,
  replyHash,
  rosterLeaf,
  sentReply,
  sha256,
  signed,
  toBase64url,
  utf8,
  verifyInclusion,
  zeros32,
} from '@leeward/sealed-log/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Founded,
  foundOrganisation,
  pullAll,
  relayKeyOf,
  startTestRelay,
  statementIn,
  type TestRelay,
} from '../../../../tests/support/relay.ts';
import { newKey, rawClient } from '../../../../tests/support/relay-client.ts';
import {
  describeDoor,
  mailboxClient,
  makeItem,
  makeReply,
  newMailbox,
  newTeam,
  openDoor,
  submitItem,
} from '../../../../tests/support/relay-door.ts';
import { ask } from '../../../../tests/support/relay-http.ts';
import { defaultQuotas } from '../quotas.ts';

describe('the door', () => {
  let relay: TestRelay;
  let organisation: Founded;
  beforeEach(async () => {
    relay = await startTestRelay({});
    organisation = await foundOrganisation(relay);
  });
  afterEach(() => relay.end());

  it('is closed until a descriptor is published, and then shows it', async () => {
    const path = `/v1/d/${toBase64url(organisation.org)}`;
    const closed = await ask(relay.address, relay.url('door'), path);
    expect([closed.status, closed.json()['code']]).toEqual([404, 'no-door']);
    const door = await openDoor(organisation, await relayKeyOf(relay));
    const open = await ask(relay.address, relay.url('door'), door.path);
    expect(decode(descriptor, open.bytes).ok).toBe(true);
  });

  it('refuses a descriptor that the door would refuse', async () => {
    const key = await relayKeyOf(relay);
    const team = await newTeam(organisation);
    const now = Math.floor(Date.now() / 1000);
    const week = 7 * 24 * 3600;
    const stranger = await newKey();
    const cases = [
      [{ until: now + week + 3600 }, 'too-long'],
      [{ from: now - 2 * week, until: now - week - 1 }, 'not-valid-now'],
      [{ roster: [stranger.key] }, 'no-correspondent'],
      [{ relayKey: stranger.key }, 'wrong-relay-key'],
      [{ workBits: 13 }, 'too-much-work'],
      [{ questionnaires: [utf8('{}')], named: [] }, 'wrong-questionnaires'],
      [{ questionnaires: [utf8('{}')], named: [utf8('{"v":1}')] }, 'wrong-questionnaires'],
    ] as const;
    for (const [choices, reason] of cases) {
      const body = await describeDoor(organisation, key, team, choices);
      const answer = await organisation.client.ask('PUT', `${organisation.path}/door`, body);
      expect(answer.json()).toMatchObject({ code: 'not-allowed', reason });
    }
  });

  it('gives out the questionnaires that the published settings name, to anybody, and no others', async () => {
    const [first, second, third] = ['{"v":1}', '{"v":2}', '{"v":3}'].map(utf8);
    const key = await relayKeyOf(relay);
    const questionnaires = [first!, second!];
    const door = await openDoor(organisation, key, { questionnaires });
    const of = async (bytes: Bytes) =>
      ask(
        relay.address,
        relay.url('door'),
        `${door.path}/questionnaires/${toBase64url(await sha256(bytes))}`,
      );
    expect((await of(second!)).bytes).toEqual(second);
    expect([(await of(third!)).status, (await of(third!)).json()['code']]).toEqual([404, 'nothing-there']);
    const body = await describeDoor(organisation, key, door, { revision: 2, questionnaires: [third!] });
    expect((await organisation.client.ask('PUT', `${organisation.path}/door`, body)).status).toBe(204);
    expect([(await of(first!)).status, (await of(third!)).status]).toEqual([404, 200]);
  });

  it('never goes back to an older revision of the settings [rule 17]', async () => {
    const key = await relayKeyOf(relay);
    const team = await newTeam(organisation);
    const publish = async (revision: number) => {
      const body = await describeDoor(organisation, key, team, { revision });
      return (await organisation.client.ask('PUT', `${organisation.path}/door`, body)).status;
    };
    expect(await publish(2)).toBe(204);
    expect(await publish(1)).toBe(409);
    expect(await publish(2)).toBe(204);
  });

  it('takes a first message for work, gives a receipt, and hands it to the desks [rule 16] [rule 21] [rule 22]', async () => {
    const door = await openDoor(organisation, await relayKeyOf(relay), { workBits: 8 });
    const mailbox = await newMailbox(organisation);
    const idle = await makeItem(organisation, door, mailbox, { work: 'none' });
    expect((await submitItem(relay, door, idle)).json()).toMatchObject({ code: 'work-missing', bits: 8 });
    const made = await makeItem(organisation, door, mailbox);
    const answer = await submitItem(relay, door, made);
    expect(answer.status).toBe(201);
    expect(statementIn(answer)).toMatchObject({ log: 3, position: 0, head: made.hash, record: mailbox.id });
    const again = await submitItem(relay, door, made);
    expect([again.status, again.bytes]).toEqual([200, answer.bytes]);
    const rows = await pullAll(organisation.client, organisation.path);
    const item = decode(signed, rows.at(-1)!.bytes);
    expect(rows.at(-1)!.kind).toBe(2);
    expect(item.ok && item.value.bytes).toEqual(made.bytes);
    mailbox.head = made;
    expect((await submitItem(relay, door, await makeItem(organisation, door, mailbox))).status).toBe(201);
    mailbox.head = { ...made, position: 5 };
    const gap = await submitItem(relay, door, await makeItem(organisation, door, mailbox));
    expect([gap.status, gap.json()['code']]).toEqual([409, 'head-moved']);
  });

  it('gives the owner of a mailbox her items, receipts and the replies with their proof [rule 18]', async () => {
    const door = await openDoor(organisation, await relayKeyOf(relay));
    const mailbox = await newMailbox(organisation);
    const made = await makeItem(organisation, door, mailbox);
    await submitItem(relay, door, made);
    const first = await makeReply(organisation, organisation.admin, mailbox.id, 0, zeros32);
    const replied = await organisation.client.ask('POST', `${organisation.path}/replies`, first);
    expect(replied.status).toBe(201);
    const firstSigned = decode(sentReply, first);
    const hash = firstSigned.ok ? await replyHash(firstSigned.value.bytes) : zeros32;
    const second = await makeReply(organisation, organisation.admin, mailbox.id, 1, hash);
    expect((await organisation.client.ask('POST', `${organisation.path}/replies`, second)).status).toBe(201);

    const client = mailboxClient(relay, mailbox);
    const answer = await client.ask('GET', `${door.path}/mailboxes/${toBase64url(mailbox.id)}`);
    const page = decode(mailboxPage, answer.bytes);
    expect(page.ok).toBe(true);
    if (!page.ok) return;
    expect(page.value.items.map(({ item }) => item.bytes)).toEqual([made.bytes]);
    expect(page.value.replies).toHaveLength(2);
    const served = decode(descriptor, (await ask(relay.address, relay.url('door'), door.path)).bytes);
    const renewal = served.ok ? decode(doorRenewal, served.value.renewal) : served;
    if (!renewal.ok) throw new Error('no renewal');
    const { index, path } = page.value.replies[0]!;
    const proof = { index, size: renewal.value.rosterCount, path };
    expect(await verifyInclusion(await rosterLeaf(organisation.admin.key), proof, renewal.value.roster)).toBe(
      true,
    );

    const later = await client.ask(
      'GET',
      `${door.path}/mailboxes/${toBase64url(mailbox.id)}?items=1&replies=1`,
    );
    const rest = decode(mailboxPage, later.bytes);
    expect(rest.ok && [rest.value.items.length, rest.value.replies.length]).toEqual([0, 1]);
  });

  it('lets nobody read a mailbox without its key', async () => {
    const door = await openDoor(organisation, await relayKeyOf(relay));
    const [hers, other] = [await newMailbox(organisation), await newMailbox(organisation)];
    await submitItem(relay, door, await makeItem(organisation, door, hers));
    const path = `${door.path}/mailboxes/${toBase64url(hers.id)}`;
    const answer = await mailboxClient(relay, other).ask('GET', path);
    expect([answer.status, answer.json()['code']]).toEqual([403, 'not-the-mailbox']);
    expect((await ask(relay.address, relay.url('door'), path)).status).toBe(401);
  });

  it('lets strangers wait when the door is over its quota, and never shuts out who is known [rule 22] [fault 46]', async () => {
    const door = await openDoor(organisation, await relayKeyOf(relay));
    const known = await newMailbox(organisation);
    const first = await makeItem(organisation, door, known);
    await submitItem(relay, door, first);
    known.head = first;
    const quotas = { ...defaultQuotas, firstMessagesPerHour: 0, waitingMessages: 2 };
    relay = await relay.again({ quotas });
    const waiting = await newMailbox(organisation);
    const waits = await makeItem(organisation, door, waiting);
    expect((await submitItem(relay, door, waits)).status).toBe(201);
    waiting.head = waits;
    expect((await submitItem(relay, door, await makeItem(organisation, door, waiting))).status).toBe(201);
    const stranger = await newMailbox(organisation);
    const full = await submitItem(relay, door, await makeItem(organisation, door, stranger));
    expect([full.status, full.json()['code']]).toEqual([503, 'queue-full']);
    expect((await submitItem(relay, door, await makeItem(organisation, door, known))).status).toBe(201);
    const desk = rawClient(relay, organisation.admin);
    expect((await pullAll(desk, organisation.path)).filter(({ kind }) => kind === 2)).toHaveLength(2);
    const page = await mailboxClient(relay, waiting).ask(
      'GET',
      `${door.path}/mailboxes/${toBase64url(waiting.id)}`,
    );
    const hers = decode(mailboxPage, page.bytes);
    expect(hers.ok && hers.value.items).toHaveLength(2);

    // The next hour, here: a relay with the usual quota. What waited reaches the desks, in order.
    relay = await relay.again({ quotas: defaultQuotas });
    const later = rawClient(relay, organisation.admin);
    const items = async () => (await pullAll(later, organisation.path)).filter(({ kind }) => kind === 2);
    await expect.poll(items).toHaveLength(4);
    expect((await submitItem(relay, door, await makeItem(organisation, door, stranger))).status).toBe(201);
  });
});
