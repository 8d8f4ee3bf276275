import { decode, equal, headStatement, page, signed, signedBytes, verify } from '@leeward/sealed-log/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  foundOrganisation,
  newRecord,
  pullAll,
  relayKeyOf,
  startTestRelay,
  statementIn,
  type TestRelay,
} from '../../../../tests/support/relay.ts';
import { newKey, rawClient } from '../../../../tests/support/relay-client.ts';
import {
  admission,
  appendBody,
  contentEntry,
  ending,
  epochEntry,
  organisationEntry,
} from '../../../../tests/support/relay-entries.ts';

describe('appending entries', () => {
  let relay: TestRelay;
  beforeEach(async () => {
    relay = await startTestRelay();
  });
  afterEach(() => relay.end());

  it('founds an organisation with the token, once', async () => {
    const organisation = await foundOrganisation(relay);
    expect(relay.organisations()).toBe(1);
    const rows = await pullAll(organisation.client, organisation.path);
    expect(rows).toHaveLength(1);
    expect(equal(rows[0]!.bytes, organisation.genesis.bytes)).toBe(true);
  });

  it('appends to a record, signs what it holds and gives it back', async () => {
    const organisation = await foundOrganisation(relay);
    const record = await newRecord(organisation);
    const made = await contentEntry(organisation, record);
    const body = await appendBody(made, record.appendKey);
    const answer = await organisation.client.ask('POST', `${organisation.path}/entries`, body);
    expect(answer.status).toBe(201);
    const outer = decode(signed, answer.bytes);
    expect(outer.ok).toBe(true);
    if (!outer.ok) return;
    expect(
      await verify(await relayKeyOf(relay), signedBytes.head(outer.value.bytes), outer.value.signature),
    ).toBe(true);
    const inner = decode(headStatement, outer.value.bytes);
    expect(inner.ok && inner.value.position).toBe(1);
    const repeated = await organisation.client.ask('POST', `${organisation.path}/entries`, body);
    expect(repeated.status).toBe(200);
    expect(repeated.bytes).toEqual(answer.bytes);
    expect(await pullAll(organisation.client, organisation.path)).toHaveLength(3);
  });

  it("gives the organisation's own log alone to who asks for it, page by page", async () => {
    const organisation = await foundOrganisation(relay);
    const record = await newRecord(organisation);
    const admitted = await organisationEntry(organisation, [admission(await newKey())]);
    const { client, path } = organisation;
    await client.ask('POST', `${path}/entries`, await appendBody(admitted));
    const ownLog = async (after: number, limit: number) => {
      const answer = await client.ask('GET', `${path}/rows?after=${after}&limit=${limit}&log=organisation`);
      const read = decode(page, answer.bytes);
      if (!read.ok) throw new Error(`no page: ${answer.status}`);
      return read.value;
    };
    const both = await ownLog(0, 10);
    expect(both.rows.map((row) => row.bytes)).toEqual([organisation.genesis.bytes, admitted.bytes]);
    expect(both.more).toBe(0);
    const first = await ownLog(0, 1);
    expect([first.rows.length, first.more]).toEqual([1, 1]);
    expect((await ownLog(first.next, 1)).rows.map((row) => row.bytes)).toEqual([admitted.bytes]);
    expect((await pullAll(client, path)).map((row) => row.bytes)).toContainEqual(record.head.bytes);
    expect((await client.ask('GET', `${path}/rows?log=everything`)).status).toBe(400);
  });

  it('refuses what does not continue the record, and names the head', async () => {
    const organisation = await foundOrganisation(relay);
    const record = await newRecord(organisation);
    const one = await contentEntry(organisation, record);
    const other = await contentEntry(organisation, record);
    const path = `${organisation.path}/entries`;
    expect(
      (await organisation.client.ask('POST', path, await appendBody(one, record.appendKey))).status,
    ).toBe(201);
    const late = await organisation.client.ask('POST', path, await appendBody(other, record.appendKey));
    expect(late.status).toBe(409);
    expect(late.json()).toMatchObject({ code: 'head-moved', head: { position: 1 } });
  });

  it('takes members in and lets nobody in after she was removed [rule 12] [fault 23]', async () => {
    const organisation = await foundOrganisation(relay);
    const path = `${organisation.path}/entries`;
    const colleague = await newKey();
    const admitted = await organisationEntry(organisation, [admission(colleague)]);
    expect((await organisation.client.ask('POST', path, await appendBody(admitted))).status).toBe(201);
    admitted.took();
    const record = await newRecord(organisation);
    const client = rawClient(relay, colleague);
    const first = await contentEntry(organisation, record, colleague);
    const done = await client.ask('POST', path, await appendBody(first, record.appendKey));
    expect(statementIn(done).position).toBe(1);
    record.head = first;

    const ended = await organisationEntry(organisation, [ending(colleague)]);
    expect((await organisation.client.ask('POST', path, await appendBody(ended))).status).toBe(201);
    const second = await contentEntry(organisation, record, colleague);
    const refused = await client.ask('POST', path, await appendBody(second, record.appendKey));
    expect([refused.status, refused.json()['code']]).toEqual([403, 'not-a-device']);
  });

  it('lets a new epoch be proven by any past append key, and content only by its own [rule 12]', async () => {
    const organisation = await foundOrganisation(relay);
    const path = `${organisation.path}/entries`;
    const record = await newRecord(organisation);
    const stranger = await newKey();
    const next = await newKey();
    const takeover = await epochEntry(organisation, organisation.admin, record.record, next, record);
    const refused = await organisation.client.ask('POST', path, await appendBody(takeover, stranger));
    expect(refused.json()).toMatchObject({ code: 'not-allowed', reason: 'bad-append-proof' });
    const taken = await organisation.client.ask('POST', path, await appendBody(takeover, record.appendKey));
    expect(taken.status).toBe(201);
    const renewed = { ...record, epoch: takeover.hash, head: takeover };
    const content = await contentEntry(organisation, renewed);
    const old = await organisation.client.ask('POST', path, await appendBody(content, record.appendKey));
    expect(old.json()).toMatchObject({ reason: 'bad-append-proof' });
    expect((await organisation.client.ask('POST', path, await appendBody(content, next))).status).toBe(201);
    const again = await epochEntry(organisation, organisation.admin, record.record, stranger, {
      ...renewed,
      head: content,
    });
    const back = await organisation.client.ask('POST', path, await appendBody(again, record.appendKey));
    expect(back.status).toBe(201);
  });
});
