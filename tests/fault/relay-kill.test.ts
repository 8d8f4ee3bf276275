import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { verifyStore } from '@leeward/relay/backup/verify.ts';
import { databaseFile } from '@leeward/relay/storage/open.ts';
import { openSqliteForReading } from '@leeward/relay/storage/sqlite/open.ts';
import type { Bytes } from '@leeward/sealed-log/wire';
import { decode, entry, entryHash, header, randomBytes, toBase64url, toHex } from '@leeward/sealed-log/wire';
import { describe, expect, it } from 'vitest';
import { type Founded, foundOrganisation, newRecord, pullAll } from '../support/relay.ts';
import { type ChildRelay, startChild } from '../support/relay-child.ts';
import { rawClient } from '../support/relay-client.ts';
import { appendBody, contentEntry, type TestRecord } from '../support/relay-entries.ts';
import { runs } from '../support/size.ts';

const writers = 8;
let total = 0;

/** What the relay has said yes to, over all rounds. */
type Acknowledged = { readonly entries: Set<string>; readonly parts: { blob: Bytes; bytes: Bytes }[] };

describe('a relay that is killed while it writes', () => {
  it('has everything that it acknowledged when it starts again, round after round, without repair [fault 20] [rule 23]', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'leeward-kill-'));
    const data = join(folder, 'data');
    const acknowledged: Acknowledged = { entries: new Set(), parts: [] };
    const rounds = runs(50, 1000);
    let cursor = 0;
    let interrupted = 0;
    try {
      let relay = await startChild(data);
      const organisation = await foundOrganisation(relay);
      const records = await Promise.all(Array.from({ length: writers }, () => newRecord(organisation)));
      for (let round = 0; round < rounds; round += 1) {
        const client = rawClient(relay, organisation.admin);
        const writing = records.map((record) => writeOn(organisation, client, record, acknowledged));
        const uploading = upload(organisation, client, acknowledged);
        // After the first of its syncs or after dozens, and not at the moment of an answer; each round elsewhere.
        const enough = acknowledged.entries.size + Math.floor(Math.random() * 24);
        while (acknowledged.entries.size <= enough) await pause(1);
        await pause(Math.random() * 10);
        await relay.kill();
        interrupted += (await Promise.all([...writing, uploading])).filter((unanswered) => unanswered).length;
        relay = await startChild(data);
        cursor = await compare(relay, organisation, records, acknowledged, cursor);
      }
      await relay.kill();
      expect(total).toBeGreaterThan(rounds);
      expect(interrupted).toBeGreaterThan(rounds);
      const store = openSqliteForReading(join(data, databaseFile));
      expect(await verifyStore(store, data)).toEqual([]);
      await store.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Appends to one record, one entry after another, until the relay is gone. Whether one was left without an answer. */
async function writeOn(
  organisation: Founded,
  client: ReturnType<typeof rawClient>,
  record: TestRecord,
  acknowledged: Acknowledged,
): Promise<boolean> {
  for (;;) {
    const made = await contentEntry(organisation, record);
    try {
      const body = await appendBody(made, record.appendKey);
      const answer = await client.ask('POST', `${organisation.path}/entries`, body);
      expect(answer.status).toBe(201);
    } catch (error) {
      if ((error as { code?: unknown }).code === undefined) throw error;
      return true;
    }
    acknowledged.entries.add(toHex(made.hash));
    record.head = made;
  }
}

async function upload(
  organisation: Founded,
  client: ReturnType<typeof rawClient>,
  acknowledged: Acknowledged,
): Promise<boolean> {
  for (;;) {
    const blob = randomBytes(32);
    const bytes = randomBytes(2000);
    try {
      const answer = await client.ask(
        'PUT',
        `${organisation.path}/blobs/${toBase64url(blob)}/parts/0`,
        bytes,
      );
      expect(answer.status).toBe(201);
    } catch (error) {
      if ((error as { code?: unknown }).code === undefined) throw error;
      return true;
    }
    acknowledged.parts.push({ blob, bytes });
  }
}

/** Holds what the relay serves against what it said, and takes its heads over: it may have more than it could say. */
async function compare(
  relay: ChildRelay,
  organisation: Founded,
  records: readonly TestRecord[],
  acknowledged: Acknowledged,
  cursor: number,
): Promise<number> {
  const client = rawClient(relay, organisation.admin);
  const rows = await pullAll(client, organisation.path, 4096, cursor);
  expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, index) => cursor + index + 1));
  const served = new Set<string>();
  for (const { bytes } of rows) {
    const read = decode(entry, bytes);
    const stated = read.ok ? decode(header, read.value.header) : read;
    if (!read.ok || !stated.ok) throw new Error('a row that cannot be read');
    const hash = await entryHash(read.value.header);
    served.add(toHex(hash));
    const record = records.find((one) => toHex(one.record) === toHex(stated.value.record));
    if (record !== undefined) record.head = { bytes, hash, position: stated.value.position };
  }
  expect([...acknowledged.entries].filter((hash) => !served.has(hash))).toEqual([]);
  total += acknowledged.entries.size;
  acknowledged.entries.clear();
  for (const { blob, bytes } of acknowledged.parts.splice(0)) {
    const answer = await client.ask('GET', `${organisation.path}/blobs/${toBase64url(blob)}/parts/0`);
    expect(answer.bytes).toEqual(bytes);
  }
  return cursor + rows.length;
}
