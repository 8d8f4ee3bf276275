import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { partPath } from '@leeward/relay/blobs/disk.ts';
import { journalFile } from '@leeward/relay/journal.ts';
import { defaultQuotas } from '@leeward/relay/quotas.ts';
import type { Bytes } from '@leeward/sealed-log/wire';
import { encode, forgetClear, forms, randomBytes, toBase64url } from '@leeward/sealed-log/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Founded,
  foundOrganisation,
  newRecord,
  pullAll,
  startTestRelay,
  type TestRelay,
} from '../../../tests/support/relay.ts';
import { rawClient } from '../../../tests/support/relay-client.ts';
import {
  appendBody,
  contentEntry,
  type Made,
  makeEntry,
  recordPlace,
  type TestRecord,
} from '../../../tests/support/relay-entries.ts';
import { main } from './main.ts';

const quotas = { ...defaultQuotas, freeBytes: 0 };

/** Runs a command as from a shell: exit code, and what it said. */
async function leeward(
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly said: string }> {
  const said: string[] = [];
  const code = await main(args, (text) => said.push(text));
  return { code, said: said.join('\n') };
}

describe('the command line', () => {
  let relay: TestRelay;
  let organisation: Founded;
  let record: TestRecord;
  let blob: Bytes;
  let data: string;
  beforeEach(async () => {
    relay = await startTestRelay({ quotas });
    data = join(relay.folder, 'data');
    organisation = await foundOrganisation(relay);
    record = await newRecord(organisation);
    blob = randomBytes(32);
    const path = `${organisation.path}/blobs/${toBase64url(blob)}`;
    await organisation.client.ask('PUT', `${path}/parts/0`, randomBytes(5000));
    const stated = Buffer.from(JSON.stringify({ parts: 1, totalBytes: 5000 }));
    await organisation.client.ask('POST', `${path}/complete`, stated);
    await write(randomBytes(300), [blob]);
  });
  afterEach(() => relay.end());

  const send = async (made: Made, blobs: readonly Bytes[] = []) => {
    const body = await appendBody(made, record.appendKey, blobs);
    const answer = await organisation.client.ask('POST', `${organisation.path}/entries`, body);
    expect(answer.status).toBe(201);
    record.head = made;
  };
  const write = async (body: Bytes, blobs: readonly Bytes[] = []): Promise<Made> => {
    const made = await contentEntry(organisation, record, organisation.admin, body);
    await send(made, blobs);
    return made;
  };
  const forget = async (made: Made) => {
    const targets = [
      { type: 'entry', position: made.position, entry: made.hash },
      { type: 'blob', blob },
    ] as const;
    const place = recordPlace(organisation, record.record, forms.forget, record.head, record.epoch);
    await send(
      await makeEntry(organisation.admin, place, encode(forgetClear, { targets }), new Uint8Array(0)),
    );
  };

  it('backs up a running relay, and a restored one serves the same, verified [rule 23] [fault 8]', async () => {
    const to = join(relay.folder, 'backup');
    expect(await leeward('backup', '--data', data, '--to', to)).toMatchObject({ code: 0 });
    const before = await pullAll(organisation.client, organisation.path);
    expect(await leeward('verify', '--backup', to)).toMatchObject({ code: 0 });
    await relay.stop();
    const other = join(relay.folder, 'other');
    const restored = await leeward('restore', '--from', to, '--data', other);
    expect(restored).toMatchObject({ code: 0 });
    expect(await leeward('verify', '--data', other)).toMatchObject({ code: 0 });
    relay = await relay.again({ data: other });
    const client = rawClient(relay, organisation.admin);
    expect(await pullAll(client, organisation.path)).toEqual(before);
    const part = await client.ask('GET', `${organisation.path}/blobs/${toBase64url(blob)}/parts/0`);
    expect(part.bytes).toHaveLength(5000);
  });

  it('forgets again, before it serves, what was forgotten after the backup', async () => {
    const secret = randomBytes(900);
    const made = await write(secret);
    const to = join(relay.folder, 'backup');
    await leeward('backup', '--data', data, '--to', to);
    expect(readFileSync(join(to, 'leeward.sqlite')).includes(Buffer.from(secret))).toBe(true);
    await forget(made);
    await relay.stop();
    const other = join(relay.folder, 'other');
    const restored = await leeward(
      'restore',
      '--from',
      to,
      '--data',
      other,
      '--forgets',
      join(data, journalFile),
    );
    expect(restored.said).toContain('2 things forgotten again');
    expect(restored.code).toBe(0);
    expect(readFileSync(join(other, 'leeward.sqlite')).includes(Buffer.from(secret))).toBe(false);
    relay = await relay.again({ data: other });
    const client = rawClient(relay, organisation.admin);
    const rows = await pullAll(client, organisation.path);
    expect(rows.at(-1)!.bytes.length).toBeLessThan(900);
    // The devices bring the chain's tail again, the forget entry with it, and the part does not come back.
    const back = await client.ask('PUT', `${organisation.path}/bodies/${toBase64url(made.hash)}`, made.bytes);
    expect(back.json()['code']).toBe('forgotten');
    const again = await client.ask(
      'POST',
      `${organisation.path}/entries`,
      await appendBody(record.head, record.appendKey),
    );
    expect(again.status).toBe(201);
    const gone = await client.ask('GET', `${organisation.path}/blobs/${toBase64url(blob)}/parts/0`);
    expect(gone.status).toBe(410);
  });

  it('restores nothing from a backup in which a byte was changed', async () => {
    const to = join(relay.folder, 'backup');
    await leeward('backup', '--data', data, '--to', to);
    const file = join(to, partPath(organisation.org, blob, 0));
    const bytes = readFileSync(file);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const other = join(relay.folder, 'other');
    const restored = await leeward('restore', '--from', to, '--data', other);
    expect(restored).toMatchObject({ code: 1 });
    expect(restored.said).toContain('was altered');
    expect((await leeward('verify', '--backup', to)).code).toBe(1);
  });

  it('never restores over a database, and takes no folder that is not a backup', async () => {
    const to = join(relay.folder, 'backup');
    await leeward('backup', '--data', data, '--to', to);
    expect((await leeward('restore', '--from', to, '--data', data)).said).toContain('never overwrites');
    expect((await leeward('restore', '--from', data, '--data', join(relay.folder, 'x'))).code).toBe(1);
    expect((await leeward('backup', '--data', data, '--to', to)).said).toContain('not empty');
  });

  it('names what is missing or altered in a data folder [rule 23]', async () => {
    const made = await write(randomBytes(400));
    await relay.stop();
    expect((await leeward('verify', '--data', data)).code).toBe(0);
    const cases: readonly (readonly [sql: string | null, finding: string])[] = [
      [null, `attachment ${toBase64url(blob)}: part 0 is missing`],
      [
        `update rows set body = zeroblob(400) where hash = x'${Buffer.from(made.hash).toString('hex')}'`,
        'its body was altered',
      ],
      [
        `update rows set body = null where hash = x'${Buffer.from(made.hash).toString('hex')}'`,
        'its body is missing',
      ],
      [
        `update rows set signature = zeroblob(64) where position = 1 and log = 2`,
        'its signature does not hold',
      ],
      [`delete from rows where position = 1 and log = 2`, 'does not continue'],
      [`delete from rows where log = 1`, 'its first entry is missing'],
      [`delete from rows where sequence = 4`, '4 rows were numbered, and 3 are there'],
      [`update heads set position = 7 where log = 2`, 'should end at 7'],
    ];
    for (const [index, [sql, finding]] of cases.entries()) {
      const copy = join(relay.folder, `copy${index}`);
      cpSync(data, copy, { recursive: true });
      if (sql === null) rmSync(join(copy, partPath(organisation.org, blob, 0)));
      else {
        const database = new DatabaseSync(join(copy, 'leeward.sqlite'));
        database.exec(sql);
        database.close();
      }
      const verified = await leeward('verify', '--data', copy);
      expect(verified.said).toContain(finding);
      expect(verified.code).toBe(1);
    }
  });

  it('makes a token while the relay runs', async () => {
    const { code, said } = await leeward('token', '--data', data);
    expect(code).toBe(0);
    await expect(foundOrganisation({ ...relay, token: async () => said })).resolves.toBeDefined();
    await expect(foundOrganisation({ ...relay, token: async () => said })).rejects.toThrow('bad-token');
  });

  it('says what it did not understand', async () => {
    expect(await leeward('bake')).toMatchObject({
      code: 2,
      said: expect.stringContaining('no command "bake"'),
    });
    expect(await leeward('verify', '--dta', 'x')).toMatchObject({
      code: 2,
      said: expect.stringContaining('--data'),
    });
    expect(await leeward('backup', '--data', data)).toMatchObject({
      code: 2,
      said: expect.stringContaining('--to'),
    });
    expect((await leeward('help')).said).toContain('restore');
    expect((await leeward('serve', '--config', '/nowhere')).code).toBe(2);
  });
});
