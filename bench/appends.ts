import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { defaultConfig } from '@leeward/relay';
import { insertRow, moveHead, type NewRow, takeSequence } from '@leeward/relay/log/placing.ts';
import { openStore } from '@leeward/relay/storage/open.ts';
import type { Store } from '@leeward/relay/storage/store.ts';
import { step, type Unit } from '@leeward/relay/storage/unit.ts';
import { type Bytes, concat, randomBytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { generateSigningSeed, publicKeyOf, sign, verify } from '@leeward/sealed-log/crypto/ed25519.ts';
import { unwrap } from '@leeward/sealed-log/crypto/result.ts';
import { zeros32 } from '@leeward/sealed-log/wire/hashes.ts';
import { type Founded, foundOrganisation, newRecord } from '../tests/support/relay.ts';
import { newChallenge, rawClient } from '../tests/support/relay-client.ts';
import { appendBody, contentEntry, type TestRecord } from '../tests/support/relay-entries.ts';
import type { Measured } from './support/measured.ts';
import { median } from './support/measured.ts';
import { type RelayKind, type RelayProcess, startRelayProcess } from './support/relay-process.ts';
import { slowDownCommits, syncMilliseconds } from './support/slow-sync.ts';

/*
 * Durable appends: through the relay, with everything that an append is (HTTP, the proof of possession, the signature,
 * the proof of the append key, compare-and-swap, the relay's signed answer), against SQLite itself with the same
 * durability, the same bytes and the same number of rows in each transaction as the relay's groups had.
 */

export type AppendSizes = {
  /** Clients that write at the same time, each its own record, each waiting for its answer before the next. */
  readonly clients: number;
  readonly appendsEach: number;
  readonly rounds: number;
  /** Whether a sync to disk takes as long as on an ordinary disk, for the relay and for the floor (./support/slow-sync.ts). */
  readonly slowDisk: boolean;
};

/** In appends per second, but for `group`: rows in a transaction, on average. */
export type AppendRound = {
  readonly acknowledged: number;
  readonly appends: number;
  /** SQLite alone. */
  readonly floor: number;
  /** SQLite, after the signatures that an append cannot do without were judged and the answer was signed. */
  readonly signedFloor: number;
  readonly group: number;
};

/** The sealed part of an entry of the smallest size, in bytes. */
const bodyBytes = 1096;
/** The header of an entry, in bytes. */
const headerBytes = 279;

export async function measureAppends(sizes: AppendSizes): Promise<readonly AppendRound[]> {
  const folder = mkdtempSync(join(tmpdir(), 'leeward-bench-'));
  try {
    const groups = await watchGroups(join(folder, 'watched'), sizes);
    const kind = { watch: false, slowDisk: sizes.slowDisk };
    return await onRelay(join(folder, 'relay'), kind, async (relay) => {
      const organisation = await foundOrganisation(relay);
      const rounds: AppendRound[] = [];
      // The first is not counted: until then neither side has compiled what it runs.
      for (let round = 0; round <= sizes.rounds; round += 1) {
        const { count, milliseconds, entries } = await appendAll(relay, organisation, sizes);
        const floor = writeFloor(join(folder, `floor-${round}.sqlite`), entries, groups, sizes);
        const signing = await signAll(count);
        const one = {
          acknowledged: count,
          appends: (count / milliseconds) * 1000,
          floor: (count / floor) * 1000,
          signedFloor: (count / (floor + signing)) * 1000,
          group: count / groups.length,
        };
        if (round > 0) rounds.push(one);
      }
      return rounds;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onRelay<T>(
  data: string,
  kind: RelayKind,
  work: (relay: RelayProcess) => Promise<T>,
): Promise<T> {
  const relay = await startRelayProcess(data, kind);
  try {
    return await work(relay);
  } finally {
    await relay.stop();
  }
}

/** How many rows each commit carries under this very load. */
function watchGroups(data: string, sizes: AppendSizes): Promise<readonly number[]> {
  return onRelay(data, { watch: true, slowDisk: sizes.slowDisk }, async (relay) => {
    const organisation = await foundOrganisation(relay);
    await appendAll(relay, organisation, sizes);
    await appendAll(relay, organisation, sizes);
    return relay.groups();
  });
}

/** All clients at once, until the last of their appends was acknowledged. */
async function appendAll(relay: RelayProcess, organisation: Founded, sizes: AppendSizes) {
  const writers = await Promise.all(
    Array.from({ length: sizes.clients }, () => prepare(relay, organisation, sizes.appendsEach)),
  );
  await relay.groups();
  const started = performance.now();
  const acknowledged = await Promise.all(writers.map((writer) => sendAll(writer)));
  const milliseconds = performance.now() - started;
  for (const { socket } of writers) socket.destroy();
  const count = acknowledged.reduce((sum, one) => sum + one, 0);
  return { count, milliseconds, entries: writers.flatMap((writer) => writer.entries) };
}

/**
 * Three signatures judged (who asks, who wrote it, who holds the record's key) and one made, as often as there were
 * appends, with as many at once as the platform takes. In milliseconds.
 */
async function signAll(count: number): Promise<number> {
  const seed = generateSigningSeed();
  const key = await publicKeyOf(seed);
  const message = randomBytes(400);
  const signature = await sign(seed, message);
  const started = performance.now();
  const each = 64;
  for (let done = 0; done < count; done += each)
    await Promise.all(
      Array.from({ length: Math.min(each, count - done) }, async () => {
        for (let time = 0; time < 3; time += 1)
          if (!(await verify(key, message, signature))) throw new Error('a good signature was refused');
        await sign(seed, message);
      }),
    );
  return performance.now() - started;
}

type Writer = {
  readonly socket: Socket;
  readonly requests: readonly Buffer[];
  readonly entries: readonly Uint8Array[];
};

/** Makes all requests of one client beforehand, so that its signing is not measured as the relay's work. */
async function prepare(relay: RelayProcess, organisation: Founded, appends: number): Promise<Writer> {
  const record: TestRecord = await newRecord(organisation);
  const client = rawClient(relay, organisation.admin);
  const challenge = await newChallenge(relay, relay.url());
  const path = `${organisation.path}/entries`;
  const requests: Buffer[] = [];
  const entries: Uint8Array[] = [];
  for (let counter = 1; counter <= appends; counter += 1) {
    const made = await contentEntry(organisation, record, organisation.admin, randomBytes(bodyBytes));
    const body = await appendBody(made, record.appendKey);
    const proof = await client.proofFor('POST', path, body, { challenge, counter });
    const head = [
      `POST ${path} HTTP/1.1`,
      `host: ${new URL(relay.url()).host}`,
      'content-type: application/octet-stream',
      `content-length: ${body.length}`,
      `leeward-proof: ${proof}`,
    ];
    requests.push(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]));
    entries.push(made.bytes);
    record.head = made;
  }
  const socket = connect(relay.address.port, relay.address.host).setNoDelay(true);
  return { socket, requests, entries };
}

/** Sends one request after the other and counts those that were answered with 201. */
async function sendAll({ socket, requests }: Writer): Promise<number> {
  let acknowledged = 0;
  const answers = answersOf(socket);
  for (const request of requests) {
    socket.write(request);
    const { value: status } = await answers.next();
    if (status !== 201) throw new Error(`an append was answered with ${status}`);
    acknowledged += 1;
  }
  return acknowledged;
}

/** The status of each answer, once its body has come. */
async function* answersOf(socket: Socket): AsyncGenerator<number> {
  let pending = Buffer.alloc(0);
  for await (const chunk of socket) {
    pending = Buffer.concat([pending, chunk as Buffer]);
    for (;;) {
      const end = pending.indexOf('\r\n\r\n');
      if (end < 0) break;
      const head = pending.subarray(0, end).toString('latin1');
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
      if (pending.length < end + 4 + length) break;
      pending = pending.subarray(end + 4 + length);
      yield Number(head.slice(9, 12));
    }
  }
}

/** The floor, on the same disk as the relay had. In milliseconds. */
function writeFloor(
  file: string,
  entries: readonly Uint8Array[],
  groups: readonly number[],
  { slowDisk }: AppendSizes,
): number {
  const undo = slowDisk ? slowDownCommits(syncMilliseconds) : () => undefined;
  try {
    return writeRaw(file, entries, groups);
  } finally {
    undo();
  }
}

/** The same bytes into one table, with a commit after as many rows as the relay's commits had. In milliseconds. */
function writeRaw(file: string, entries: readonly Uint8Array[], groups: readonly number[]): number {
  const database = new DatabaseSync(file);
  try {
    database.exec('pragma journal_mode = wal');
    database.exec('pragma synchronous = full');
    database.exec('create table rows (sequence integer primary key, bytes blob not null) strict');
    const insert = database.prepare('insert into rows (bytes) values (?)');
    const started = performance.now();
    let next = 0;
    for (const size of groups) {
      database.exec('begin immediate');
      for (const bytes of entries.slice(next, next + size)) insert.run(bytes);
      database.exec('commit');
      next += size;
    }
    const milliseconds = performance.now() - started;
    if (next < entries.length) throw new Error('fewer rows were committed than acknowledged');
    return milliseconds;
  } finally {
    database.close();
  }
}

/**
 * The relay's store without the relay: units as an append makes them, from as many writers at once, against the same
 * floor.
 */
export async function measureStore(sizes: AppendSizes): Promise<readonly AppendRound[]> {
  const folder = mkdtempSync(join(tmpdir(), 'leeward-bench-'));
  const groups: number[] = [];
  const trace = (event: string): void => {
    if (event.startsWith('begin')) groups.push(0);
    if (event.startsWith('unit')) groups.push((groups.pop() ?? 0) + 1);
  };
  const store = await openStore({ ...defaultConfig(), data: folder }, trace);
  try {
    const org = randomBytes(32);
    const first = { org, sequence: 0, head_position: 0 };
    unwrap(await store.write([step(store.db.insertInto('organisations').values(first))]));
    const rounds: AppendRound[] = [];
    for (let round = 0; round <= sizes.rounds; round += 1) {
      const writers = await Promise.all(
        Array.from({ length: sizes.clients }, () => unitsFor(store, org, sizes.appendsEach)),
      );
      groups.length = 0;
      const started = performance.now();
      await Promise.all(
        writers.map(async ({ units }) => {
          for (const unit of units) unwrap(await store.write(unit));
        }),
      );
      const milliseconds = performance.now() - started;
      const entries = writers.flatMap((writer) => writer.entries);
      const count = entries.length;
      const floor = writeFloor(join(folder, `floor-${round}.sqlite`), entries, groups, sizes);
      const rates = { appends: (count / milliseconds) * 1000, floor: (count / floor) * 1000 };
      if (round > 0)
        rounds.push({ acknowledged: count, ...rates, signedFloor: 0, group: count / groups.length });
    }
    return rounds;
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The units of one writer: a record's entries, one after the other, as ./generate.ts and the relay write them. */
async function unitsFor(
  store: Store,
  org: Bytes,
  appends: number,
): Promise<{ readonly units: readonly Unit[]; readonly entries: readonly Uint8Array[] }> {
  const line = randomBytes(32);
  const units: Unit[] = [];
  const entries: Uint8Array[] = [];
  let prev = zeros32;
  for (let position = 0; position < appends; position += 1) {
    const row: NewRow = {
      org,
      log: 2,
      line,
      position,
      hash: randomBytes(32),
      hour: 1,
      form: 1,
      signed: randomBytes(headerBytes),
      signature: randomBytes(64),
      clear: new Uint8Array(0),
      body: randomBytes(bodyBytes),
    };
    units.push([takeSequence(store, org, 0), moveHead(store, row, prev, 0), insertRow(store, row)]);
    entries.push(concat(row.signed, row.signature, row.body ?? zeros32));
    prev = row.hash;
  }
  return { units, entries };
}

const perSecond = (rounds: readonly AppendRound[], of: (round: AppendRound) => number): string =>
  `${median(rounds.map(of)).toFixed(0)}/s`;

/** The lines of the table. */
export function appendsMeasured(
  relay: readonly AppendRound[],
  store: readonly AppendRound[],
): readonly Measured[] {
  const group = (rounds: readonly AppendRound[]): string =>
    `${median(rounds.map((one) => one.group)).toFixed(1)} rows in a commit`;
  const rate = (rounds: readonly AppendRound[]): string => perSecond(rounds, (one) => one.appends);
  return [
    {
      name: 'Durable appends through the relay / SQLite with the same groups',
      ratio: median(relay.map((one) => one.appends / one.floor)),
      goal: { atLeast: 0.7 },
      rounds: relay.length,
      detail: `${rate(relay)} / ${perSecond(relay, (one) => one.floor)}, ${group(relay)}`,
    },
    {
      name: 'The same / SQLite and the four signatures that an append needs',
      ratio: median(relay.map((one) => one.appends / one.signedFloor)),
      goal: null,
      rounds: relay.length,
      detail: `${rate(relay)} / ${perSecond(relay, (one) => one.signedFloor)}`,
    },
    {
      name: "The relay's store alone / SQLite with the same groups",
      ratio: median(store.map((one) => one.appends / one.floor)),
      goal: { atLeast: 0.7 },
      rounds: store.length,
      detail: `${rate(store)} / ${perSecond(store, (one) => one.floor)}, ${group(store)}`,
    },
  ];
}
