import type { Kysely } from 'kysely';
import type { Dialect } from './migrations.ts';
import type { Schema } from './schema.ts';
import type { Unit, UnitOutcome } from './unit.ts';

/**
 * The relay's database. Reads see everything that was ever acknowledged; writes are units (see ./unit.ts) that share
 * transactions (see ./group-commit.ts). Nothing else in the relay knows which database it is.
 */
export type Store = {
  readonly dialect: Dialect;
  /** For reading, and for building the statements of units. */
  readonly db: Kysely<Schema>;
  /** Resolves after the unit's transaction is on disk, or with the reason why nothing of it is. */
  readonly write: (unit: Unit) => Promise<UnitOutcome>;
  /** `read-only` after a write failed because of the disk, until one succeeds again. */
  readonly health: () => 'ok' | 'read-only';
  /** Writes what is in flight, brings the database into one file where it has several, and lets it go. */
  readonly close: () => Promise<void>;
  /** A copy of the database at this moment, as a new SQLite file, while writes go on. */
  readonly copyTo: CopyTo;
  /** Overwrites what was deleted but still stands in the write-ahead log, where the database is ours to do so. */
  readonly scrub: () => Promise<void>;
};

export type CopyTo = (file: string) => Promise<void>;
