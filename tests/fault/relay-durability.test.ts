import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { systemCalls } from '@leeward/relay/blobs/disk.ts';
import { defaultQuotas } from '@leeward/relay/quotas.ts';
import { databaseFile } from '@leeward/relay/storage/open.ts';
import { randomBytes, toBase64url } from '@leeward/sealed-log/wire';
import { describe, expect, it } from 'vitest';
import { foundOrganisation, newRecord, pullAll, startTestRelay } from '../support/relay.ts';
import { startChild } from '../support/relay-child.ts';
import { rawClient } from '../support/relay-client.ts';
import { appendBody, contentEntry } from '../support/relay-entries.ts';
import { straceWorks } from '../support/relay-system.ts';

describe('an acknowledgement', () => {
  it('never leaves before the commit and its sync returned [fault 20] [rule 23]', async () => {
    const events: string[] = [];
    const trace = (event: string) => {
      if (!event.startsWith('read ')) events.push(event);
    };
    const relay = await startTestRelay({}, { trace });
    try {
      const organisation = await foundOrganisation(relay);
      const record = await newRecord(organisation);
      for (let count = 0; count < 10; count += 1) {
        events.length = 0;
        const made = await contentEntry(organisation, record);
        const body = await appendBody(made, record.appendKey);
        const answer = await organisation.client.ask('POST', `${organisation.path}/entries`, body);
        events.push(`client was told ${answer.status}`);
        // 2 is FULL: SQLite syncs the write-ahead log before COMMIT returns.
        const order = [
          'queued',
          'begin',
          'unit',
          'commit',
          'committed, synchronous = 2',
          'answered',
          'client was told 201',
        ];
        expect(events).toEqual(order);
        record.head = made;
      }
    } finally {
      await relay.end();
    }
  });

  it('carries many writers on one sync, and each is told only after it', async () => {
    const events: string[] = [];
    let queued = 0;
    let allQueued = (): void => {};
    const trace = (event: string) => {
      if (event.startsWith('read ')) return;
      events.push(event);
      if (event !== 'queued') return;
      queued += 1;
      if (queued === 24) allQueued();
    };
    const relay = await startTestRelay({}, { trace });
    try {
      const organisation = await foundOrganisation(relay);
      const records = await Promise.all(Array.from({ length: 24 }, () => newRecord(organisation)));
      const everybodyWaits = new Promise<void>((done) => {
        allQueued = done;
      });
      events.length = 0;
      queued = 0;
      // A sync may cost nothing on this disk: the file is held until all of them wait, as a slow sync would hold it.
      const other = new DatabaseSync(join(relay.folder, 'data', databaseFile));
      other.exec('begin immediate');
      const answers = Promise.all(
        records.map(async (record) => {
          const made = await contentEntry(organisation, record);
          const body = await appendBody(made, record.appendKey);
          const answer = await organisation.client.ask('POST', `${organisation.path}/entries`, body);
          expect(answer.status).toBe(201);
          events.push('told');
        }),
      );
      await Promise.race([everybodyWaits, answers]);
      expect(events).not.toContain('told');
      other.exec('rollback');
      other.close();
      await answers;
      let durable = 0;
      let inGroup = 0;
      let told = 0;
      for (const event of events) {
        if (event === 'unit') inGroup += 1;
        if (event.startsWith('committed')) {
          durable += inGroup;
          inGroup = 0;
        }
        if (event === 'told') told += 1;
        expect(told).toBeLessThanOrEqual(durable);
      }
      expect(told).toBe(records.length);
      // Who came first waits for the file; all who came after go with the next transaction.
      expect(events.filter((event) => event === 'begin').length).toBeLessThanOrEqual(2);
    } finally {
      await relay.end();
    }
  });

  it('of a part of an attachment follows the sync of its file and of its folder [rule 23]', async () => {
    const calls: string[] = [];
    const noted =
      <Args extends readonly unknown[]>(name: string, call: (...args: Args) => Promise<void>) =>
      async (...args: Args): Promise<void> => {
        await call(...args);
        calls.push(name);
      };
    const disk = {
      writeSynced: noted('file written and synced', systemCalls.writeSynced),
      rename: noted('renamed', systemCalls.rename),
      syncFolder: noted('folder synced', systemCalls.syncFolder),
    };
    const trace = (event: string) => {
      if (event.startsWith('committed')) calls.push('row committed');
    };
    const relay = await startTestRelay({ quotas: { ...defaultQuotas, freeBytes: 0 } }, { disk, trace });
    try {
      const organisation = await foundOrganisation(relay);
      const path = `${organisation.path}/blobs/${toBase64url(randomBytes(32))}/parts`;
      await organisation.client.ask('PUT', `${path}/0`, randomBytes(100));
      calls.length = 0;
      const answer = await organisation.client.ask('PUT', `${path}/1`, randomBytes(100));
      calls.push(`client was told ${answer.status}`);
      const order = [
        'file written and synced',
        'renamed',
        'folder synced',
        'row committed',
        'client was told 201',
      ];
      expect(calls).toEqual(order);
    } finally {
      await relay.end();
    }
  });

  if (straceWorks) {
    it('follows the sync in the order in which the kernel saw them, too [fault 20]', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'leeward-strace-'));
      const log = join(folder, 'calls');
      const calls = 'trace=pwrite64,fsync,fdatasync,write,writev';
      try {
        const relay = await startChild(join(folder, 'data'), [
          'strace',
          '-f',
          '-y',
          '-s',
          '64',
          '-e',
          calls,
          '-o',
          log,
        ]);
        const organisation = await foundOrganisation(relay);
        const record = await newRecord(organisation);
        for (let count = 0; count < 3; count += 1) {
          const made = await contentEntry(organisation, record);
          const body = await appendBody(made, record.appendKey);
          await organisation.client.ask('POST', `${organisation.path}/entries`, body);
          record.head = made;
        }
        await relay.stop();
        expect(answersWithUnsynced(readFileSync(log, 'utf8'))).toEqual({ answers: 5, unsynced: 0 });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });

    it('is not given when the sync fails; reading goes on, and a healthy start has all that was acknowledged [fault 19]', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'leeward-strace-'));
      const data = join(folder, 'data');
      try {
        const failing = [
          'strace',
          '-f',
          '-o',
          '/dev/null',
          '-e',
          'trace=fsync,fdatasync',
          '-e',
          'inject=fsync,fdatasync:error=EIO:when=15+',
        ];
        const relay = await startChild(data, failing);
        const organisation = await foundOrganisation(relay);
        const record = await newRecord(organisation);
        const path = `${organisation.path}/entries`;
        let acknowledged = 2;
        let refused = null;
        while (refused === null && acknowledged < 200) {
          const made = await contentEntry(organisation, record);
          const answer = await organisation.client.ask(
            'POST',
            path,
            await appendBody(made, record.appendKey),
          );
          if (answer.status === 201) {
            acknowledged += 1;
            record.head = made;
          } else refused = answer;
        }
        expect(refused?.json()).toMatchObject({ status: 503, code: 'unavailable' });
        expect(await pullAll(organisation.client, organisation.path)).toHaveLength(acknowledged);
        await relay.kill();
        const healthy = await startChild(data);
        const client = rawClient(healthy, organisation.admin);
        const rows = await pullAll(client, organisation.path);
        expect(rows.length).toBeGreaterThanOrEqual(acknowledged);
        await healthy.stop();
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
});

/** How many answers "created" the log of calls shows, and how many left while the write-ahead log was not synced. */
function answersWithUnsynced(log: string): { readonly answers: number; readonly unsynced: number } {
  let dirty = false;
  let answers = 0;
  let unsynced = 0;
  const syncing = new Map<string, boolean>();
  for (const line of log.split('\n')) {
    const [thread = ''] = line.split(' ');
    const isLog = line.includes('leeward.sqlite-wal');
    if (isLog && line.includes('pwrite64(')) dirty = true;
    if (isLog && /f(data)?sync\(/.test(line)) {
      if (/= 0$/.test(line)) dirty = false;
      else syncing.set(thread, true);
    }
    if (/f(data)?sync resumed>.*= 0$/.test(line) && syncing.delete(thread)) dirty = false;
    if (line.includes('HTTP/1.1 201')) {
      answers += 1;
      if (dirty) unsynced += 1;
    }
  }
  return { answers, unsynced };
}
