import { rm } from 'node:fs/promises';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool, type PoolClient, types } from 'pg';
import { ownBytes } from '../../bytes.ts';
import { copyTables } from '../copy.ts';
import { groupCommit } from '../group-commit.ts';
import { type Health, openHealth } from '../health.ts';
import { migrationsFrom, schemaVersion } from '../migrations.ts';
import type { Schema } from '../schema.ts';
import { copyDatabase, openSqlite } from '../sqlite/open.ts';
import type { Store } from '../store.ts';
import type { Unit, UnitOutcome } from '../unit.ts';
import { lockNumber, runGroup } from './group.ts';

export type PostgresOptions = {
  /** `postgres://user@host:port/database` */
  readonly url: string;
  readonly trace?: ((event: string) => void) | undefined;
  readonly healthChanged?: ((health: Health) => void) | undefined;
};

/** Numbers of advisory locks: one says that a relay serves this database, the others are organisations. */
const serving = 'leeward relay';

/**
 * Opens a PostgreSQL database: the same program as over SQLite, with the same units in the same groups. One relay serves
 * one database: a second one is refused, because proofs and live streams are remembered in the process.
 * @throws Error when it cannot be reached, is served already, or belongs to a newer Leeward.
 */
export async function openPostgres({ url, trace, healthChanged }: PostgresOptions): Promise<Store> {
  const pool = newPool(url);
  let keeper: PoolClient;
  try {
    keeper = await pool.connect();
  } catch (error) {
    await pool.end();
    throw new Error(`the PostgreSQL database cannot be reached: ${messageOf(error)}`, { cause: error });
  }
  try {
    const { rows } = await keeper.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
      lockNumber(serving),
    ]);
    if (rows[0]?.taken !== true) throw new Error('this PostgreSQL database is in use by another relay.');
    await migrate(keeper);
  } catch (error) {
    keeper.release(true);
    await pool.end();
    throw error;
  }
  keeper.on('error', () => {});

  const health = openHealth(healthChanged ?? (() => {}));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const commits = groupCommit(async (units) => {
    const outcomes = await onConnection(pool, units, trace);
    trace?.('answered');
    health.note(outcomes);
    return outcomes;
  });
  return {
    dialect: 'postgres',
    db,
    write: (unit) => {
      trace?.('queued');
      return commits.write(unit);
    },
    health: health.now,
    copyTo: (file) => copyToSqlite(db, file),
    // What PostgreSQL keeps of deleted rows is its own affair: docs/operations.md says what to set.
    scrub: async () => {},
    close: async () => {
      await commits.settled();
      keeper.release(true);
      await pool.end();
    },
  };
}

function newPool(url: string): Pool {
  // Whatever the server's default: a commit returns only after the write-ahead log is on disk.
  const options = '-c synchronous_commit=on';
  const pool = new Pool({ connectionString: url, max: 8, options, types: { getTypeParser } });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  return pool;
}

/** Opens a database for reading alone, beside the relay that serves it: for backups. */
export function openPostgresForReading(url: string): Store {
  const pool = newPool(url);
  const refuse = (): Promise<never> => Promise.reject(new Error('this database was opened for reading'));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return {
    dialect: 'postgres',
    db,
    write: refuse,
    health: () => 'read-only',
    copyTo: (file) => copyToSqlite(db, file),
    scrub: refuse,
    close: () => pool.end(),
  };
}

/** All tables as they are at one moment, in a new SQLite file. */
async function copyToSqlite(db: Kysely<Schema>, file: string): Promise<void> {
  const unfinished = `${file}.part`;
  const target = await openSqlite({ file: unfinished, maxBytes: null });
  try {
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((moment) => copyTables(moment, target));
  } finally {
    await target.close();
  }
  await copyDatabase(unfinished, file);
  await rm(unfinished);
}

/** Runs a group on a connection of its own; a connection that failed in the middle is not used again. */
async function onConnection(
  pool: Pool,
  units: readonly Unit[],
  trace?: (event: string) => void,
): Promise<readonly UnitOutcome[]> {
  let client: PoolClient;
  try {
    client = await pool.connect();
  } catch {
    return units.map(() => ({ ok: false, error: { type: 'unavailable' } }));
  }
  const { outcomes, broken } = await runGroup(client, units, trace ?? (() => {}));
  client.release(broken);
  return outcomes;
}

async function migrate(client: PoolClient): Promise<void> {
  await client.query('create table if not exists leeward_schema (version bigint not null)');
  const { rows } = await client.query<{ version: number }>('select version from leeward_schema');
  const version = rows[0]?.version ?? 0;
  if (version > schemaVersion)
    throw new Error(`the database was written by a newer Leeward (tables ${version}, here ${schemaVersion})`);
  if (version === schemaVersion) return;
  await client.query('begin');
  try {
    for (const statement of migrationsFrom(version, 'postgres')) await client.query(statement);
    await client.query('delete from leeward_schema');
    await client.query('insert into leeward_schema values ($1)', [schemaVersion]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

const oids = { bytea: 17, int8: 20, numeric: 1700 } as const;

/** Bytes as bytes with a buffer of their own, and 64-bit numbers as numbers: what SQLite gives too. */
const getTypeParser: typeof types.getTypeParser = ((oid: number, format?: 'text' | 'binary') => {
  if (oid === oids.int8 || oid === oids.numeric) return Number;
  if (oid === oids.bytea) return (text: string) => ownBytes(Buffer.from(text.slice(2), 'hex'));
  return types.getTypeParser(oid, format as 'text');
}) as typeof types.getTypeParser;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
