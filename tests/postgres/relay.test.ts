import { join } from 'node:path';
import { makeBackup } from '@leeward/relay/backup/backup.ts';
import { restoreBackup } from '@leeward/relay/backup/restore.ts';
import { verifyStore } from '@leeward/relay/backup/verify.ts';
import { defaultQuotas } from '@leeward/relay/quotas.ts';
import { openStore, openStoreForReading } from '@leeward/relay/storage/open.ts';
import { randomBytes } from '@leeward/sealed-log/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newDatabase, type TestDatabase } from '../support/postgres.ts';
import { foundOrganisation, newRecord, pullAll, startTestRelay, type TestRelay } from '../support/relay.ts';
import { rawClient } from '../support/relay-client.ts';
import { appendBody, contentEntry } from '../support/relay-entries.ts';
import {
  cursorsNeverSkip,
  membersComeWhileOthersWrite,
  oneWinsEachPlace,
  thereAndBack,
} from '../support/relay-journeys.ts';
import { runs } from '../support/size.ts';

describe('a relay over PostgreSQL', () => {
  let database: TestDatabase;
  let relay: TestRelay;
  let events: string[];
  beforeEach(async () => {
    events = [];
    database = await newDatabase();
    const trace = (event: string) => events.push(event);
    relay = await startTestRelay(
      { database: database.url, quotas: { ...defaultQuotas, freeBytes: 0 } },
      { trace },
    );
  });
  afterEach(async () => {
    await relay.end();
    await database.stop();
  });

  it('gives cursors that never skip a row [fault 7]', () => cursorsNeverSkip(relay, 6, runs(12, 200)));
  it('lets one append win each place, and takes each entry once', () => oneWinsEachPlace(relay));
  it('judges every entry by the members of its moment [rule 12]', () => membersComeWhileOthersWrite(relay));

  it('carries a request to the desk and an answer back, and everything verifies', async () => {
    await thereAndBack(relay);
    await relay.stop();
    const store = await openStore({ data: relay.folder, database: database.url, databaseMaxBytes: null });
    expect(await verifyStore(store, join(relay.folder, 'data'))).toEqual([]);
    await store.close();
  });

  it('is backed up while it runs, and the backup is restored into either database [rule 23]', async () => {
    const organisation = await thereAndBack(relay);
    const before = await pullAll(organisation.client, organisation.path);
    const at = (name: string) => join(relay.folder, name);
    const from = await openStoreForReading({ data: at('data'), database: database.url });
    expect(await makeBackup(at('data'), at('backup'), from.copyTo)).toMatchObject({
      ok: true,
      value: { missing: [] },
    });
    await from.close();
    const other = await newDatabase();
    const embedded = await restoreBackup(at('backup'), at('embedded'), null);
    const server = await restoreBackup(at('backup'), at('server'), null, other.url);
    for (const done of [embedded, server]) expect(done).toMatchObject({ ok: true, value: { findings: [] } });
    for (const config of [
      { data: at('embedded'), database: 'sqlite' },
      { data: at('server'), database: other.url },
    ]) {
      const restored = await startTestRelay(config);
      const client = rawClient(restored, organisation.admin);
      expect(await pullAll(client, organisation.path)).toEqual(before);
      await restored.end();
    }
    await expect(restoreBackup(at('backup'), at('again'), null, other.url)).rejects.toThrow('not empty');
    await other.stop();
  });

  it('has everything again after a restart, and knows its organisations', async () => {
    const organisation = await foundOrganisation(relay);
    const record = await newRecord(organisation);
    relay = await relay.again();
    expect(relay.organisations()).toBe(1);
    const client = rawClient(relay, organisation.admin);
    const made = await contentEntry(organisation, record, organisation.admin, randomBytes(60_000));
    const answer = await client.ask(
      'POST',
      `${organisation.path}/entries`,
      await appendBody(made, record.appendKey),
    );
    expect(answer.status).toBe(201);
    expect((await pullAll(client, organisation.path)).at(-1)!.bytes).toEqual(made.bytes);
  });

  it('acknowledges only after the commit returned [rule 23]', async () => {
    const organisation = await foundOrganisation(relay);
    const record = await newRecord(organisation);
    const made = await contentEntry(organisation, record);
    const body = await appendBody(made, record.appendKey);
    events.length = 0;
    await organisation.client.ask('POST', `${organisation.path}/entries`, body);
    events.push('told');
    expect(events.filter((event) => !event.startsWith('read '))).toEqual([
      'queued',
      'begin',
      'unit',
      'commit',
      'committed',
      'answered',
      'told',
    ]);
  });

  it('is refused to a second relay on the same database', async () => {
    await expect(startTestRelay({ database: database.url })).rejects.toThrow('in use by another relay');
  });
});
