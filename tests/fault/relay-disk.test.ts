import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemCalls } from '@leeward/relay/blobs/disk.ts';
import { defaultQuotas } from '@leeward/relay/quotas.ts';
import { randomBytes, toBase64url } from '@leeward/sealed-log/wire';
import { describe, expect, it } from 'vitest';
import { type Founded, foundOrganisation, newRecord, pullAll, startTestRelay } from '../support/relay.ts';
import { startChild } from '../support/relay-child.ts';
import { type RawClient, rawClient, type Target } from '../support/relay-client.ts';
import { appendBody, contentEntry, type TestRecord } from '../support/relay-entries.ts';
import { type Answer, ask } from '../support/relay-http.ts';
import { mountSmallDisk, mountWorks, unmount } from '../support/relay-system.ts';

const quotas = { ...defaultQuotas, freeBytes: 0 };

/** Appends until the relay refuses. Gives the refusal, and how many it took. */
async function fillUp(
  organisation: Founded,
  client: RawClient,
  record: TestRecord,
): Promise<{ readonly refused: Answer; readonly taken: number }> {
  for (let taken = 0; taken < 1000; taken += 1) {
    const answer = await appendOne(organisation, client, record);
    if (answer.status !== 201) return { refused: answer, taken };
  }
  throw new Error('the disk never got full');
}

async function appendOne(organisation: Founded, client: RawClient, record: TestRecord): Promise<Answer> {
  const made = await contentEntry(organisation, record, organisation.admin, randomBytes(30_000));
  const answer = await client.ask(
    'POST',
    `${organisation.path}/entries`,
    await appendBody(made, record.appendKey),
  );
  if (answer.status === 201) record.head = made;
  return answer;
}

/** Reading goes on, nothing that was refused is there, and the relay says what state it is in. */
async function expectReadable(
  relay: Target,
  organisation: Founded,
  client: RawClient,
  record: TestRecord,
  taken: number,
) {
  const rows = await pullAll(client, organisation.path);
  expect(rows).toHaveLength(2 + taken);
  const head = await client.ask('GET', `${organisation.path}/heads?record=${toBase64url(record.record)}`);
  expect(Buffer.from(head.bytes).includes(Buffer.from(record.head.hash))).toBe(true);
  const health = await ask(relay.address, relay.url('desk'), '/v1/health');
  expect(health.json()).toMatchObject({ status: 'ok', storage: 'read-only' });
}

describe('a relay whose disk fails', () => {
  it('refuses what does not fit, acknowledges nothing of it, and goes on reading [fault 19]', async () => {
    const relay = await startTestRelay({ quotas, databaseMaxBytes: 512 * 1024 });
    try {
      const organisation = await foundOrganisation(relay);
      const record = await newRecord(organisation);
      const { refused, taken } = await fillUp(organisation, organisation.client, record);
      expect(refused.json()).toMatchObject({ status: 507, code: 'no-space' });
      expect(taken).toBeGreaterThan(2);
      await expectReadable(relay, organisation, organisation.client, record, taken);
      const roomier = await relay.again({ databaseMaxBytes: 8 * 1024 * 1024 });
      const client = rawClient(roomier, organisation.admin);
      expect((await appendOne(organisation, client, record)).status).toBe(201);
      await roomier.stop();
    } finally {
      await relay.end();
    }
  });

  it('refuses in the same way at a limit of the operating system [fault 19]', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'leeward-limit-'));
    const data = join(folder, 'data');
    try {
      // 1,200 blocks of 512 bytes for any one file: the write-ahead log meets it first.
      const relay = await startChild(data, ['sh', '-c', 'ulimit -f 1200; exec "$@"', 'limited']);
      const organisation = await foundOrganisation(relay);
      const record = await newRecord(organisation);
      const { refused, taken } = await fillUp(organisation, organisation.client, record);
      expect([503, 507]).toContain(refused.status);
      await expectReadable(relay, organisation, organisation.client, record, taken);
      const path = `${organisation.path}/blobs/${toBase64url(randomBytes(32))}/parts/0`;
      const part = await organisation.client.ask('PUT', path, randomBytes(700_000));
      expect(part.json()).toMatchObject({ status: 507, code: 'no-space' });
      await relay.kill();
      const unlimited = await startChild(data);
      const client = rawClient(unlimited, organisation.admin);
      expect(await pullAll(client, organisation.path)).toHaveLength(2 + taken);
      expect((await appendOne(organisation, client, record)).status).toBe(201);
      await unlimited.stop();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('acknowledges no part of an attachment whose sync failed, and takes it when the disk is well again [fault 19]', async () => {
    let failing = true;
    const disk = {
      ...systemCalls,
      syncFolder: async (folder: string): Promise<void> => {
        if (failing) throw Object.assign(new Error('input/output error'), { code: 'EIO' });
        await systemCalls.syncFolder(folder);
      },
    };
    const relay = await startTestRelay({ quotas }, { disk });
    try {
      const organisation = await foundOrganisation(relay);
      const path = `${organisation.path}/blobs/${toBase64url(randomBytes(32))}`;
      const bytes = randomBytes(1000);
      const refused = await organisation.client.ask('PUT', `${path}/parts/0`, bytes);
      expect(refused.json()).toMatchObject({ status: 503, code: 'unavailable' });
      expect((await organisation.client.ask('GET', path)).json()['parts']).toEqual([]);
      failing = false;
      expect((await organisation.client.ask('PUT', `${path}/parts/0`, bytes)).status).toBe(201);
      expect((await organisation.client.ask('GET', `${path}/parts/0`)).bytes).toEqual(bytes);
    } finally {
      await relay.end();
    }
  });

  if (mountWorks) {
    it('writes again, without a restart, as soon as a full disk has room or a read-only one is writable [fault 19]', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'leeward-mount-'));
      const data = join(folder, 'data');
      mountSmallDisk(data, 4096);
      try {
        const filler = join(data, 'filler');
        const { bavail, bsize } = statfsSync(data);
        writeFileSync(filler, randomBytes(bavail * bsize - 1_500_000));
        const relay = await startTestRelay({ quotas, data });
        const organisation = await foundOrganisation(relay);
        const record = await newRecord(organisation);
        const { refused, taken } = await fillUp(organisation, organisation.client, record);
        expect(refused.json()).toMatchObject({ status: 507, code: 'no-space' });
        await expectReadable(relay, organisation, organisation.client, record, taken);
        rmSync(filler);
        expect((await appendOne(organisation, organisation.client, record)).status).toBe(201);
        const health = await ask(relay.address, relay.url('desk'), '/v1/health');
        expect(health.json()).toMatchObject({ storage: 'ok' });

        await relay.stop();
        rmSync(join(relay.folder), { recursive: true, force: true });
      } finally {
        unmount(data);
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
});
