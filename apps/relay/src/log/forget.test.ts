import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bytes, ForgetTarget } from '@leeward/sealed-log/wire';
import {
  decode,
  encode,
  entry,
  forgetClear,
  forms,
  limits,
  randomBytes,
  readmissionClear,
  toBase64url,
} from '@leeward/sealed-log/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Founded,
  foundOrganisation,
  newRecord,
  pullAll,
  startTestRelay,
  type TestRelay,
} from '../../../../tests/support/relay.ts';
import {
  newKey,
  type RawClient,
  rawClient,
  type SigningKey,
} from '../../../../tests/support/relay-client.ts';
import {
  admission,
  appendBody,
  contentEntry,
  epochEntry,
  type Made,
  makeEntry,
  organisationEntry,
  recordPlace,
  type TestRecord,
} from '../../../../tests/support/relay-entries.ts';
import { journalFile, readJournal } from '../journal.ts';
import { defaultQuotas } from '../quotas.ts';

describe('forgetting', () => {
  let relay: TestRelay;
  let organisation: Founded;
  let record: TestRecord;
  beforeEach(async () => {
    relay = await startTestRelay({ quotas: { ...defaultQuotas, freeBytes: 0 } });
    organisation = await foundOrganisation(relay);
    record = await newRecord(organisation);
  });
  afterEach(() => relay.end());

  const send = async (made: Made, blobs: readonly Bytes[] = [], client: RawClient = organisation.client) =>
    client.ask('POST', `${organisation.path}/entries`, await appendBody(made, record.appendKey, blobs));
  const write = async (body: Bytes, blobs: readonly Bytes[] = []): Promise<Made> => {
    const made = await contentEntry(organisation, record, organisation.admin, body);
    expect((await send(made, blobs)).status).toBe(201);
    record.head = made;
    return made;
  };
  const forgetEntry = (targets: readonly ForgetTarget[], author: SigningKey = organisation.admin) =>
    makeEntry(
      author,
      recordPlace(organisation, record.record, forms.forget, record.head, record.epoch),
      encode(forgetClear, { targets }),
      new Uint8Array(0),
    );
  const stored = async (made: Made) => {
    const rows = await pullAll(organisation.client, organisation.path);
    const parts = rows.map(({ bytes }) => decode(entry, bytes)).filter((read) => read.ok);
    const whole = decode(entry, made.bytes);
    const found = parts.find(
      ({ value }) => whole.ok && Buffer.compare(value.header, whole.value.header) === 0,
    );
    return found?.value;
  };
  /** Whether the bytes stand anywhere in the relay's files. */
  const onDisk = (bytes: Bytes): boolean =>
    ['leeward.sqlite', 'leeward.sqlite-wal'].some((name) =>
      readFileSync(join(relay.folder, 'data', name)).includes(Buffer.from(bytes)),
    );
  const upload = async (): Promise<Bytes> => {
    const blob = randomBytes(32);
    const path = `${organisation.path}/blobs/${toBase64url(blob)}`;
    await organisation.client.ask('PUT', `${path}/parts/0`, randomBytes(100));
    const stated = Buffer.from(JSON.stringify({ parts: 1, totalBytes: 100 }));
    expect((await organisation.client.ask('POST', `${path}/complete`, stated)).status).toBe(200);
    return blob;
  };

  it('destroys the body of one entry on disk too, and the chain goes on', async () => {
    const secret = randomBytes(900);
    const made = await write(secret);
    expect(onDisk(secret)).toBe(true);
    const forget = await forgetEntry([{ type: 'entry', position: made.position, entry: made.hash }]);
    expect((await send(forget)).status).toBe(201);
    record.head = forget;
    expect(onDisk(secret)).toBe(false);
    expect((await stored(made))?.body).toHaveLength(0);
    await write(randomBytes(10));
    const back = await organisation.client.ask(
      'PUT',
      `${organisation.path}/bodies/${toBase64url(made.hash)}`,
      made.bytes,
    );
    expect([back.status, back.json()['code']]).toEqual([410, 'forgotten']);
    expect((await send(made)).status).toBe(200);
    expect((await stored(made))?.body).toHaveLength(0);
  });

  it('is not undone by a readmission', async () => {
    const made = await write(randomBytes(200));
    const forget = await forgetEntry([{ type: 'entry', position: made.position, entry: made.hash }]);
    await send(forget);
    record.head = forget;
    const place = recordPlace(organisation, record.record, forms.readmission, record.head, record.epoch);
    const clear = encode(readmissionClear, { displaced: made.bytes });
    const readmission = await makeEntry(organisation.admin, place, clear, randomBytes(20));
    expect((await send(readmission)).status).toBe(201);
    expect((await stored(readmission))?.clear).toHaveLength(0);
    const at = `${organisation.path}/bodies/${toBase64url(readmission.hash)}`;
    expect((await organisation.client.ask('PUT', at, readmission.bytes)).json()['code']).toBe('forgotten');
  });

  it('keeps epoch entries unless the whole record goes', async () => {
    const next = await newKey();
    const epoch = await epochEntry(organisation, organisation.admin, record.record, next, record);
    expect((await send(epoch)).status).toBe(201);
    record = { ...record, head: epoch, epoch: epoch.hash, appendKey: next };
    const forget = await forgetEntry([{ type: 'entry', position: epoch.position, entry: epoch.hash }]);
    expect((await send(forget)).status).toBe(201);
    expect((await stored(epoch))?.clear.length).toBeGreaterThan(0);
  });

  it('of a whole record takes its keys and its attachments, and nothing can follow', async () => {
    const [own, shared] = [await upload(), await upload()];
    const made = await write(randomBytes(100), [own, shared]);
    const first = record.head;
    const other = await newRecord(organisation);
    const elsewhere = await contentEntry(organisation, other);
    await organisation.client.ask(
      'POST',
      `${organisation.path}/entries`,
      await appendBody(elsewhere, other.appendKey, [shared]),
    );
    const forget = await forgetEntry([{ type: 'record' }]);
    expect((await send(forget)).status).toBe(201);
    record.head = forget;
    expect((await stored(made))?.body).toHaveLength(0);
    expect((await stored(first))?.clear).toHaveLength(0);
    expect((await stored(forget))?.clear.length).toBeGreaterThan(0);
    const part = (blob: Bytes) => `${organisation.path}/blobs/${toBase64url(blob)}/parts/0`;
    expect((await organisation.client.ask('GET', part(own))).status).toBe(410);
    expect((await organisation.client.ask('GET', part(shared))).status).toBe(200);
    expect((await organisation.client.ask('PUT', part(own), randomBytes(limits.part))).status).toBe(410);
    const after = await contentEntry(organisation, record);
    expect((await send(after)).json()['code']).toBe('forgotten');
  });

  it('is only for administrators and those with the right to it', async () => {
    const colleague = await newKey();
    const admitted = await organisationEntry(organisation, [admission(colleague, 2)]);
    await organisation.client.ask('POST', `${organisation.path}/entries`, await appendBody(admitted));
    admitted.took();
    const forget = await forgetEntry([{ type: 'record' }], colleague);
    const answer = await send(forget, [], rawClient(relay, colleague));
    expect(answer.json()).toMatchObject({ code: 'not-allowed', reason: 'may-not-forget' });
  });

  it('is written down outside of the database before it is acknowledged', async () => {
    const made = await write(randomBytes(100));
    const forget = await forgetEntry([{ type: 'entry', position: made.position, entry: made.hash }]);
    await send(forget);
    const journal = await readJournal(join(relay.folder, 'data', journalFile));
    expect(journal.map(({ id }) => toBase64url(id))).toEqual([toBase64url(made.hash)]);
  });
});
