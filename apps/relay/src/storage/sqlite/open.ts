import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Kysely } from 'kysely';
import { inBatches } from '../../batches.ts';
import { groupCommit } from '../group-commit.ts';
import { type Health, openHealth } from '../health.ts';
import { migrationsFrom, schemaVersion } from '../migrations.ts';
import type { Schema } from '../schema.ts';
import type { Store } from '../store.ts';
import { openConnection } from './connection.ts';
import { type Query, sqliteDialect } from './dialect.ts';
import type { Answered, Asked, QueryAnswered, QueryAsked, Question, ThreadData } from './thread.ts';

export type SqliteOptions = {
  readonly file: string;
  /** The most that the database file may grow to, in bytes; null for no bound but the disk's. */
  readonly maxBytes: number | null;
  /** Told of each unit that waits, of each step of each group, in order, of its outcomes' arrival, and of reads: for tests. */
  readonly trace?: ((event: string) => void) | undefined;
  /** Told when the disk begins to refuse writes, and when it takes them again. */
  readonly healthChanged?: ((health: Health) => void) | undefined;
};

/**
 * Opens (or makes) the SQLite database and its two threads.
 * @throws Error when the file cannot be opened or belongs to a newer Leeward.
 */
export async function openSqlite({ file, maxBytes, trace, healthChanged }: SqliteOptions): Promise<Store> {
  const health = openHealth(healthChanged ?? (() => {}));
  migrate(file);
  const writer = startThread({ file, readOnly: false, maxBytes, trace: trace !== undefined }, trace);
  const reader = startThread({ file, readOnly: true, maxBytes: null, trace: false });

  const commits = groupCommit(async (units) => {
    const answer = await writer.ask({ type: 'group', units });
    trace?.('answered');
    if (!('outcomes' in answer)) throw new Error('the writing thread answered something else');
    health.note(answer.outcomes);
    return answer.outcomes;
  });
  return {
    dialect: 'sqlite',
    db: new Kysely<Schema>({
      dialect: sqliteDialect(queryOf(reader)),
      ...(trace === undefined ? {} : { log: ({ query }) => trace(`read ${query.sql}`) }),
    }),
    write: (unit) => {
      trace?.('queued');
      return commits.write(unit);
    },
    health: health.now,
    copyTo: (target) => copyDatabase(file, target),
    scrub: async () => {
      await writer.ask({ type: 'execute', sql: 'pragma wal_checkpoint(truncate)' });
    },
    close: async () => {
      await commits.settled();
      await reader.close();
      await writer.close();
    },
  };
}

/** Opens a database that must not change, such as the one in a backup: for reading alone. */
export function openSqliteForReading(file: string): Store {
  const reader = startThread({ file, readOnly: true, maxBytes: null, trace: false });
  const refuse = (): Promise<never> => Promise.reject(new Error('this database was opened for reading'));
  return {
    dialect: 'sqlite',
    db: new Kysely<Schema>({ dialect: sqliteDialect(queryOf(reader)) }),
    write: refuse,
    health: () => 'read-only',
    copyTo: (target) => copyDatabase(file, target),
    scrub: refuse,
    close: reader.close,
  };
}

/** More reads than this go to the reading thread in the next message. */
const mostReads = 256;

/** Reads go to the reading thread, and come back, many in one message: passing a message costs more than reading a row. */
function queryOf(reader: Thread): Query {
  const ask = inBatches<QueryAsked, QueryAnswered>(mostReads, async (queries) => {
    const answer = await reader.ask({ type: 'queries', queries });
    return 'answers' in answer ? answer.answers : [];
  });
  return async (sql, parameters) => {
    const answer = await ask({ sql, parameters });
    if ('error' in answer) throw new Error(answer.error);
    return answer.rows;
  };
}

/** A copy at one moment. A thread of its own: the copy of a large database must not keep reads waiting. */
export async function copyDatabase(file: string, target: string): Promise<void> {
  const copier = startThread({ file, readOnly: true, maxBytes: null, trace: false });
  try {
    await copier.ask({ type: 'execute', sql: `vacuum into '${target.replaceAll("'", "''")}'` });
  } finally {
    await copier.close();
  }
}

/** Brings the tables up to date before any thread uses them. */
function migrate(file: string): void {
  const { database } = openConnection({ file, readOnly: false, maxBytes: null });
  try {
    const version = Number(database.prepare('pragma user_version').get()?.['user_version']);
    if (version > schemaVersion)
      throw new Error(`${file} was written by a newer Leeward (tables ${version}, here ${schemaVersion})`);
    if (version === schemaVersion) return;
    database.exec('begin immediate');
    for (const statement of migrationsFrom(version, 'sqlite')) database.exec(statement);
    database.exec(`pragma user_version = ${schemaVersion}`);
    database.exec('commit');
  } finally {
    database.close();
  }
}

type Thread = {
  readonly ask: (question: Question) => Promise<Answered>;
  readonly close: () => Promise<void>;
};

function startThread(data: ThreadData, trace?: (event: string) => void): Thread {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: data });
  type Pending = { readonly done: (answer: Answered) => void; readonly failed: (error: Error) => void };
  const pending = new Map<number, Pending>();
  let next = 0;
  let ended: Error | null = null;
  const end = (error: Error): void => {
    ended ??= error;
    for (const one of pending.values()) one.failed(error);
    pending.clear();
  };
  worker.on('message', (answer: Answered) => {
    if ('trace' in answer) return trace?.(answer.trace);
    const one = pending.get(answer.id);
    pending.delete(answer.id);
    if ('error' in answer) one?.failed(new Error(answer.error));
    else one?.done(answer);
  });
  worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => end(new Error('the database thread has ended')));
  const ask = (question: Question): Promise<Answered> =>
    new Promise((done, failed) => {
      if (ended !== null) return failed(ended);
      next += 1;
      pending.set(next, { done, failed });
      const asked: Asked = { id: next, question };
      worker.postMessage(asked);
    });
  return {
    ask,
    close: async () => {
      if (ended !== null) return;
      const exited = once(worker, 'exit');
      await ask({ type: 'close' });
      await exited;
    },
  };
}
