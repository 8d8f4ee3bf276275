import type { Result } from '@leeward/sealed-log/wire';
import type { Compilable } from 'kysely';

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
