import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeBackup } from '@leeward/relay/backup/backup.ts';
import { defaultQuotas } from '@leeward/relay/quotas.ts';
import { databaseFile } from '@leeward/relay/storage/open.ts';
import { openSqliteForReading } from '@leeward/relay/storage/sqlite/open.ts';
import { randomBytes, toBase64url } from '@leeward/sealed-log/wire';
import { describe, expect, it } from 'vitest';
import { foundOrganisation, newRecord, pullAll, relayKeyOf, startTestRelay } from '../support/relay.ts';
import { mailboxClient, makeItem, newMailbox, openDoor, submitItem } from '../support/relay-door.ts';
import { ask } from '../support/relay-http.ts';

/** Everything by which a visitor could be told from another, or that she might have typed in the wrong place. */
const canaries = {
  'user-agent': 'CanaryBrowser/7.31 (plainly synthetic)',
  'x-forwarded-for': '203.0.113.77',
  'x-real-ip': '198.51.100.23',
  forwarded: 'for=192.0.2.60;proto=https',
  referer: 'https://search.example/?q=canary-how-to-hide',
  cookie: 'canary-session=4f5e6d',
  'accept-language': 'xx-canary',
  authorization: 'Bearer canary-bearer',
} as const;
const typed = ['canary-file-name.jpg', 'canary abandon ability able', 'Canary Surname'];

function* filesBelow(folder: string): Generator<{ readonly name: string; readonly bytes: Buffer }> {
  for (const found of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (found.isFile()) {
      const name = join(found.parentPath, found.name);
      yield { name, bytes: readFileSync(name) };
    }
}

describe('what a relay keeps', () => {
  it('holds no address, browser, phrase, file name or exact time: not on disk, not in its log, not in a backup [fault 22]', async () => {
    const relay = await startTestRelay({ quotas: { ...defaultQuotas, freeBytes: 0 } });
    try {
      const organisation = await foundOrganisation(relay);
      const door = await openDoor(organisation, await relayKeyOf(relay));
      const before = Date.now();
      const mailbox = await newMailbox(organisation);
      const send = (path: string, method = 'GET', body?: Uint8Array) =>
        ask(relay.address, relay.url('door'), path, {
          method,
          headers: canaries,
          ...(body === undefined ? {} : { body }),
        });
      await submitItem(relay, door, await makeItem(organisation, door, mailbox));
      await send(
        `${door.path}/items`,
        'POST',
        (await makeItem(organisation, door, await newMailbox(organisation))).body,
      );
      for (const text of typed) {
        await send(`/${encodeURIComponent(text)}?q=${encodeURIComponent(text)}`);
        await send(`${door.path}/items`, 'POST', Buffer.from(text));
        await send(`${organisation.path}/joins/${encodeURIComponent(text)}`, 'PUT', Buffer.from(text));
        await mailboxClient(relay, mailbox).ask(
          'GET',
          `${door.path}/mailboxes/x?${encodeURIComponent(text)}`,
          undefined,
          canaries,
        );
      }
      await newRecord(organisation);
      const blob = `${organisation.path}/blobs/${toBase64url(randomBytes(32))}`;
      await organisation.client.ask('PUT', `${blob}/parts/0`, randomBytes(5000), canaries);
      await pullAll(organisation.client, organisation.path);

      const data = join(relay.folder, 'data');
      const store = openSqliteForReading(join(data, databaseFile));
      await makeBackup(data, join(relay.folder, 'backup'), store.copyTo);
      await store.close();

      const needles = [
        ...Object.values(canaries),
        ...typed,
        ...typed.map(encodeURIComponent),
        '127.0.0.1',
        'canary',
      ];
      const files = [...filesBelow(relay.folder)];
      expect(files.length).toBeGreaterThan(5);
      for (const { name, bytes } of files)
        for (const needle of needles)
          expect({ name, needle, found: bytes.includes(needle) }).toMatchObject({ found: false });
      for (const line of relay.lines) {
        expect(
          Object.keys(JSON.parse(line) as object).every((key) =>
            ['hour', 'event', 'count', 'at'].includes(key),
          ),
        ).toBe(true);
        for (const needle of needles) expect(line).not.toContain(needle);
      }
      expect(relay.lines.length).toBeGreaterThan(1);
      expect(exactTimes(files, before, Date.now())).toEqual([]);
    } finally {
      await relay.end();
    }
  });
});

/** Integers in database cells that could be the second or millisecond of something that happened in this test. */
function exactTimes(
  files: readonly { readonly name: string; readonly bytes: Buffer }[],
  from: number,
  until: number,
): readonly string[] {
  const found: string[] = [];
  for (const { name, bytes } of files.filter((file) => /sqlite/.test(file.name)))
    for (let second = Math.floor(from / 1000); second <= Math.ceil(until / 1000); second += 1) {
      const four = Buffer.alloc(4);
      four.writeUInt32BE(second);
      // The descriptor states its own dates, signed by a desk: they are the desk's to publish, and begin a minute earlier.
      if (bytes.includes(four)) found.push(`${name}: ${second}`);
    }
  return found;
}
