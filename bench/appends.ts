import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { randomBytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { generateSigningSeed, publicKeyOf, sign, verify } from '@leeward/sealed-log/crypto/ed25519.ts';
import { type Founded, foundOrganisation, newRecord } from '../tests/support/relay.ts';
import { newChallenge, rawClient } from '../tests/support/relay-client.ts';
import { appendBody, contentEntry, type TestRecord } from '../tests/support/relay-entries.ts';
import { ordinarySync, slowDownCommits } from './support/commits.ts';
import type { Measured } from './support/measured.ts';
import { median } from './support/measured.ts';
import { type RelayProcess, startRelayProcess } from './support/relay-process.ts';

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
  /** How much longer every commit takes, for the relay and for the floor, in milliseconds (./support/commits.ts). */
  readonly commitDelay: number;
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

export async function measureAppends(sizes: AppendSizes): Promise<readonly AppendRound[]> {
  const folder = mkdtempSync(join(tmpdir(), 'leeward-bench-'));
  try {
    return await onRelay(join(folder, 'relay'), sizes, async (relay) => {
      const organisation = await foundOrganisation(relay);
      const rounds: AppendRound[] = [];
      // The first is not counted: until then neither side has compiled what it runs.
      for (let round = 0; round <= sizes.rounds; round += 1) {
        const { count, milliseconds, entries, groups } = await appendAll(relay, organisation, sizes);
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
  { commitDelay }: AppendSizes,
  work: (relay: RelayProcess) => Promise<T>,
): Promise<T> {
  const relay = await startRelayProcess(data, commitDelay);
  try {
    return await work(relay);
  } finally {
    await relay.stop();
  }
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
  const entries = writers.flatMap((writer) => writer.entries);
  return { count, milliseconds, entries, groups: await relay.groups() };
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
  { commitDelay }: AppendSizes,
): number {
  const undo = slowDownCommits(commitDelay);
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

/** The lines of the table: on this machine's disk as it is, and where a sync takes what it takes on an ordinary one. */
export async function appendFigures(rounds: number): Promise<readonly Measured[]> {
  const sizes = { clients: 64, appendsEach: 40, rounds };
  const here = await measureAppends({ ...sizes, commitDelay: 0 });
  const ordinary = await measureAppends({ ...sizes, commitDelay: ordinarySync });
  return [
    againstFloor('durable appends through the relay / SQLite with the same groups', here),
    {
      name: 'the same / SQLite and the four signatures of each append',
      ratio: median(here.map((one) => one.appends / one.signedFloor)),
      goal: null,
      rounds,
      detail: `${rate(here, (one) => one.appends)} / ${rate(here, (one) => one.signedFloor)} per second`,
    },
    againstFloor(
      `durable appends where a sync takes ${ordinarySync} ms more / SQLite with the same groups`,
      ordinary,
    ),
  ];
}

function againstFloor(name: string, found: readonly AppendRound[]): Measured {
  const group = median(found.map((one) => one.group)).toFixed(1);
  const rates = `${rate(found, (one) => one.appends)} / ${rate(found, (one) => one.floor)} per second`;
  return {
    name,
    ratio: median(found.map((one) => one.appends / one.floor)),
    goal: { atLeast: 0.7 },
    rounds: found.length,
    detail: `${rates}, ${group} rows in a group`,
  };
}

const rate = (found: readonly AppendRound[], of: (round: AppendRound) => number): string =>
  String(Math.round(median(found.map(of))));
