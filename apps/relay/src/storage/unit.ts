import type { Result } from '@leeward/sealed-log/wire';
import type { Compilable, Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** One statement of a unit, ready for the database. */
export type Step = {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  /** How many rows it must touch (or return); another number refuses the whole unit. Null: any. */
  readonly expect: number | null;
  /** What the refusal is called; a broken unique key is called so too. */
  readonly refusal: string;
};

/** Statements that happen together or not at all. Several units share one transaction and one sync to disk. */
export type Unit = readonly Step[];

/** The rows that each step returned; empty for steps that return none. */
export type UnitRows = readonly (readonly Readonly<Record<string, unknown>>[])[];

/** The disk is full (no-space), or it cannot be written to for another reason (unavailable). */
export type StorageFailure = 'no-space' | 'unavailable';

/**
 * What became of a unit once its transaction is on disk, or why nothing of it is. `broken` carries what the database
 * said about a statement that no data can excuse: a bug.
 */
export type UnitFailure =
  | { readonly type: 'refused'; readonly refusal: string }
  | { readonly type: StorageFailure }
  | { readonly type: 'broken'; readonly message: string };

export type UnitOutcome = Result<UnitRows, UnitFailure>;

/** A step from a query. With `expect` and `refusal` it becomes a condition of the whole unit. */
export function step(query: Compilable, expect: number | null = null, refusal = 'conflict'): Step {
  const { sql, parameters } = query.compile();
  return { sql, parameters, expect, refusal };
}

/**
 * A step that is asked for again and again: its statement is built once for each database, because building it takes
 * longer than running it. `build` is given a stand-in for each value, and must make the same statement whatever they are.
 */
export function preparedStep<Values extends Readonly<Record<string, unknown>>>(
  build: (
    db: Kysely<Schema>,
    value: <Name extends keyof Values & string>(name: Name) => Values[Name],
  ) => Compilable,
): (db: Kysely<Schema>, values: Values, expect?: number | null, refusal?: string) => Step {
  const made = new WeakMap<Kysely<Schema>, (values: Values) => Pick<Step, 'sql' | 'parameters'>>();
  const make = (db: Kysely<Schema>): ((values: Values) => Pick<Step, 'sql' | 'parameters'>) => {
    const names = new Map<unknown, keyof Values>();
    const { sql, parameters } = build(db, (name) => {
      const standIn = Object.freeze({ name });
      names.set(standIn, name);
      return standIn as never;
    }).compile();
    const fixed = parameters.map((one) => ({ one, name: names.get(one) }));
    return (values) => ({
      sql,
      parameters: fixed.map(({ one, name }) => (name === undefined ? one : values[name])),
    });
  };
  return (db, values, expect = null, refusal = 'conflict') => {
    const known = made.get(db) ?? make(db);
    made.set(db, known);
    return { ...known(values), expect, refusal };
  };
}
