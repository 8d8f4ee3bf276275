import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Step, StorageFailure, Unit, UnitFailure, UnitOutcome, UnitRows } from '../unit.ts';

export type GroupDone = {
  readonly outcomes: readonly UnitOutcome[];
  /** Whether the connection must not be used again. */
  readonly broken: boolean;
};

/**
 * Runs the units of one group in one transaction, under an advisory lock for every organisation that they number rows
 * of, so that sequences are given under the lock that commits. Says `ok` only after COMMIT returned.
 */
export async function runGroup(
  client: PoolClient,
  units: readonly Unit[],
  trace: (event: string) => void,
): Promise<GroupDone> {
  try {
    trace('begin');
    await client.query('begin');
    // In one order for everybody, so that no two groups wait for each other.
    for (const lock of [...new Set(units.flatMap(organisationsOf))].sort())
      await client.query('select pg_advisory_xact_lock($1)', [lock]);
    const outcomes: UnitOutcome[] = [];
    for (const unit of units) {
      trace('unit');
      outcomes.push(await runUnit(client, unit));
    }
    trace('commit');
    await client.query('commit');
    trace('committed');
    return { outcomes, broken: false };
  } catch (error) {
    trace('failed');
    // Whether a commit whose answer was lost took place is unknown: nothing is acknowledged, and asking again is harmless.
    const failure = failureOf(error);
    return { outcomes: units.map(() => ({ ok: false, error: failure })), broken: true };
  }
}

/** Organisations whose sequence a unit moves: their ids stand in its first statement. */
function organisationsOf(unit: Unit): readonly string[] {
  return unit
    .filter(({ sql }) => sql.startsWith('update "organisations"'))
    .flatMap(({ parameters }) => parameters.filter((one) => one instanceof Uint8Array && one.length === 32))
    .map((org) => lockNumber(org as Uint8Array));
}

/** Eight bytes of a hash as the signed number that PostgreSQL's advisory locks take. */
export function lockNumber(name: string | Uint8Array): string {
  return createHash('sha256').update(name).digest().readBigInt64BE().toString();
}

async function runUnit(client: PoolClient, unit: Unit): Promise<UnitOutcome> {
  await client.query('savepoint unit');
  const rows: UnitRows[number][] = [];
  for (const step of unit) {
    const done = await runStep(client, step);
    if (!done.ok) {
      await client.query('rollback to savepoint unit');
      await client.query('release savepoint unit');
      return done;
    }
    rows.push(done.value);
  }
  await client.query('release savepoint unit');
  return { ok: true, value: rows };
}

type StepDone =
  | { readonly ok: true; readonly value: UnitRows[number] }
  | { readonly ok: false; readonly error: UnitFailure };

async function runStep(client: PoolClient, { sql, parameters, expect, refusal }: Step): Promise<StepDone> {
  try {
    const done = await client.query<Record<string, unknown>>(sql, [...parameters]);
    if (expect !== null && done.rowCount !== expect)
      return { ok: false, error: { type: 'refused', refusal } };
    return { ok: true, value: done.rows };
  } catch (error) {
    const failure = failureOf(error);
    if (failure.type === 'no-space' || failure.type === 'unavailable') throw error;
    return { ok: false, error: failure.type === 'refused' ? { type: 'refused', refusal } : failure };
  }
}

/** SQLSTATE classes: 23 integrity, 53 resources, 54 limits, 57 and 58 the server and its system, 08 the connection. */
function failureOf(error: unknown): UnitFailure {
  const code = (error as { code?: unknown }).code;
  const state = typeof code === 'string' ? code : '';
  if (state.startsWith('23')) return { type: 'refused', refusal: 'conflict' };
  if (state === '53100') return { type: 'no-space' };
  const away: StorageFailure | null =
    state === '' || /^(08|25006|53|57|58|E[A-Z]+)/.test(state) ? 'unavailable' : null;
  if (away !== null) return { type: away };
  return { type: 'broken', message: error instanceof Error ? error.message : String(error) };
}
