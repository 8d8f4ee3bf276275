import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, type RelayHooks, type RunningRelay, startRelay } from '@leeward/relay';
import type { Bytes, HeadStatement, Page } from '@leeward/sealed-log/wire';
import { decode, fromBase64url, headStatement, page, signed, toBase64url } from '@leeward/sealed-log/wire';
import { noPages } from './no-pages.ts';
import { type RawClient, rawClient, type SigningKey, type Target } from './relay-client.ts';
import {
  appendBody,
  firstEntry,
  makeGenesis,
  type TestOrganisation,
  type TestRecord,
} from './relay-entries.ts';
import { type Answer, ask } from './relay-http.ts';

/** A relay of a test's own, in a folder that is thrown away, and what most tests do first with it. */

export type TestRelay = RunningRelay & {
  readonly folder: string;
  /** The lines of its logbook. */
  readonly lines: readonly string[];
  /** Stops it and starts another one on the same folder. */
  readonly again: (config?: Partial<Config>) => Promise<TestRelay>;
  /** Stops it and throws the folder away. */
  readonly end: () => Promise<void>;
};

/** Starts a relay that serves no pages, unless `config` says which. */
export async function startTestRelay(
  config: Partial<Config> = {},
  hooks: RelayHooks = {},
): Promise<TestRelay> {
  return startIn(mkdtempSync(join(tmpdir(), 'leeward-relay-')), config, hooks);
}

async function startIn(folder: string, config: Partial<Config>, hooks: RelayHooks): Promise<TestRelay> {
  const lines: string[] = [];
  const data = join(folder, 'data');
  const relay = await startRelay(
    { data, port: 0, apps: noPages, ...config },
    { log: (line) => lines.push(line), ...hooks },
  );
  return {
    ...relay,
    folder,
    lines,
    again: async (other = {}) => {
      await relay.stop();
      return startIn(folder, { ...config, ...other }, hooks);
    },
    end: async () => {
      await relay.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The relay's public key. */
export async function relayKeyOf(relay: Target): Promise<Bytes> {
  const answer = await ask(relay.address, relay.url('desk'), '/v1/relay');
  const bytes = fromBase64url(String(answer.json()['key']));
  if (!bytes.ok) throw new Error('the relay gave no key');
  return bytes.value;
}

export type Founded = TestOrganisation & {
  /** `/v1/o/<org>` */
  readonly path: string;
  /** The administrator's client. */
  readonly client: RawClient;
};

/** Founds an organisation with one administrator. */
export async function foundOrganisation(relay: Target & Pick<RunningRelay, 'token'>): Promise<Founded> {
  const organisation = await makeGenesis(await relayKeyOf(relay));
  const answer = await ask(relay.address, relay.url('desk'), '/v1/organisations', {
    method: 'POST',
    body: await appendBody(organisation.genesis),
    headers: { 'leeward-token': await relay.token() },
  });
  if (answer.status !== 201) throw new Error(`not founded: ${answer.status} ${Buffer.from(answer.bytes)}`);
  const path = `/v1/o/${toBase64url(organisation.org)}`;
  return Object.assign(organisation, { path, client: rawClient(relay, organisation.admin) });
}

/** Appends the first entry of a new record. */
export async function newRecord(organisation: Founded, author?: SigningKey): Promise<TestRecord> {
  const record = await firstEntry(organisation, author);
  const answer = await organisation.client.ask(
    'POST',
    `${organisation.path}/entries`,
    await appendBody(record.head),
  );
  if (answer.status !== 201) throw new Error(`no record: ${answer.status} ${Buffer.from(answer.bytes)}`);
  return record;
}

/** Everything that a pull gives, page by page. */
export async function pullAll(client: RawClient, path: string, limit = 512, from = 0): Promise<Page['rows']> {
  const rows: Page['rows'][number][] = [];
  for (let after = from; ; ) {
    const answer = await client.ask('GET', `${path}/rows?after=${after}&limit=${limit}`);
    const read = decode(page, answer.bytes);
    if (answer.status !== 200 || !read.ok) throw new Error(`no page: ${answer.status}`);
    rows.push(...read.value.rows);
    after = read.value.next;
    if (read.value.more === 0) return rows;
  }
}

/** The statement in an answer, and the signature over it. */
export function statementIn(answer: Answer): HeadStatement {
  const outer = decode(signed, answer.bytes);
  const inner = outer.ok ? decode(headStatement, outer.value.bytes) : outer;
  if (!inner.ok) throw new Error(`no head statement: ${answer.status} ${Buffer.from(answer.bytes)}`);
  return inner.value;
}
