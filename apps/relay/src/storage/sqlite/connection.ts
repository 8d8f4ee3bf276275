import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { StorageFailure, Unit, UnitOutcome, UnitRows } from '../unit.ts';

/** How a connection is opened. */
export type ConnectionOptions = {
  readonly file: string;
  readonly readOnly: boolean;
  /** The most that the database file may grow to, in bytes; null for no bound but the disk's. */
  readonly maxBytes: number | null;
};

/** One connection, used by one thread. All calls are synchronous and may throw what SQLite throws. */
export type Connection = {
  readonly database: DatabaseSync;
  readonly query: (sql: string, parameters: readonly unknown[]) => readonly Record<string, unknown>[];
  readonly execute: (sql: string, parameters: readonly unknown[]) => Executed;
};

type Executed = { readonly rows: readonly Record<string, unknown>[]; readonly touched: number };

export function openConnection({ file, readOnly, maxBytes }: ConnectionOptions): Connection {
  const database = new DatabaseSync(file, { readOnly, timeout: 10_000 });
  if (!readOnly) {
    database.exec('pragma journal_mode = wal');
    // An acknowledgement is a promise about the disk: every commit syncs the write-ahead log before it returns.
    database.exec('pragma synchronous = full');
    // A forgotten part is overwritten in the file, not merely unlinked from it (section 3a).
    database.exec('pragma secure_delete = on');
    database.exec('pragma foreign_keys = on');
    if (maxBytes !== null) {
      const page = Number(database.prepare('pragma page_size').get()?.['page_size']);
      database.exec(`pragma max_page_count = ${Math.max(1, Math.floor(maxBytes / page))}`);
    }
  }
  const prepared = new Map<string, { readonly statement: StatementSync; readonly returns: boolean }>();
  const prepare = (sql: string) => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare(sql);
    const made = { statement, returns: statement.columns().length > 0 };
    // Statements with lists differ by the length of the list: a bound keeps them from adding up.
    if (prepared.size >= 500) prepared.clear();
    prepared.set(sql, made);
    return made;
  };
  const execute = (sql: string, parameters: readonly unknown[]): Executed => {
    const { statement, returns } = prepare(sql);
    const values = parameters as SQLInputValue[];
    if (returns) {
      const rows = statement.all(...values) as Record<string, unknown>[];
      return { rows, touched: rows.length };
    }
    return { rows: [], touched: Number(statement.run(...values).changes) };
  };
  return { database, execute, query: (sql, parameters) => execute(sql, parameters).rows };
}

/** What happened inside a group, in order: for the test that no answer leaves before the sync. */
export type Trace = (event: 'begin' | 'unit' | 'commit' | 'committed' | 'failed') => void;

/**
 * Runs the units of one group in one transaction. An outcome that says `ok` is returned only after COMMIT returned,
 * which with `synchronous = full` is after the sync.
 */
export function runGroup(connection: Connection, units: readonly Unit[], trace: Trace): UnitOutcome[] {
  const { database } = connection;
  try {
    trace('begin');
    database.exec('begin immediate');
    const outcomes = units.map((unit) => {
      trace('unit');
      return runUnit(connection, unit);
    });
    trace('commit');
    database.exec('commit');
    trace('committed');
    return outcomes;
  } catch (error) {
    trace('failed');
    if (database.isTransaction) rollBack(database);
    const failure = storageFailure(error);
    if (failure === null) throw error;
    return units.map(() => ({ ok: false, error: { type: failure } }));
  }
}

function rollBack(database: DatabaseSync): void {
  try {
    database.exec('rollback');
  } catch {
    // SQLite rolls back by itself after some failures; then there is nothing left to roll back.
  }
}

/** One unit under its savepoint: a refusal undoes this unit and leaves the others of the group as they are. */
function runUnit(connection: Connection, unit: Unit): UnitOutcome {
  const { database } = connection;
  database.exec('savepoint unit');
  const rows: UnitRows[number][] = [];
  for (const step of unit) {
    try {
      const done = connection.execute(step.sql, step.parameters);
      if (step.expect !== null && done.touched !== step.expect) return undo(database, step.refusal);
      rows.push(done.rows);
    } catch (error) {
      // A failing disk ends the whole group; SQLite may have ended the transaction already.
      if (storageFailure(error) !== null || !database.isTransaction) throw error;
      if (primaryCode(error) === sqliteCodes.constraint) return undo(database, step.refusal);
      undo(database, step.refusal);
      return { ok: false, error: { type: 'broken', message: String(error) } };
    }
  }
  database.exec('release unit');
  return { ok: true, value: rows };
}

function undo(database: DatabaseSync, refusal: string): UnitOutcome {
  database.exec('rollback to unit');
  database.exec('release unit');
  return { ok: false, error: { type: 'refused', refusal } };
}

const sqliteCodes = { readOnly: 8, io: 10, full: 13, cannotOpen: 14, constraint: 19 } as const;

function primaryCode(error: unknown): number | null {
  const code = (error as { errcode?: unknown }).errcode;
  return typeof code === 'number' ? code & 0xff : null;
}

/** Which failures are the disk's: answered as such, survived, and tried again with the next write. */
export function storageFailure(error: unknown): StorageFailure | null {
  switch (primaryCode(error)) {
    case sqliteCodes.full:
      return 'no-space';
    case sqliteCodes.readOnly:
    case sqliteCodes.io:
    case sqliteCodes.cannotOpen:
      return 'unavailable';
    default:
      return null;
  }
}
