import type { Bytes } from '@leeward/sealed-log/wire';
import { sql } from 'kysely';
import type { RowsTable } from '../storage/schema.ts';
import type { Store } from '../storage/store.ts';
import { type Step, step, type UnitRows } from '../storage/unit.ts';

/** The steps that put one more entry or item at the end of its line. They refuse, as a whole, what no longer fits. */

/** A row on its way to the store; its sequence number is given by the unit itself. */
export type NewRow = Omit<RowsTable, 'sequence'>;

/**
 * Gives the next sequence number of the organisation. It is the first step of a unit, so that the organisation's row
 * stays locked until the commit: numbers become visible in their order, and a cursor never skips one.
 * @param orgPosition the head of the organisation's log that the unit was checked against; another one refuses it.
 */
export function takeSequence(store: Store, org: Bytes, orgPosition: number | null, advance = false): Step {
  let query = store.db
    .updateTable('organisations')
    .set((row) => ({
      sequence: row('sequence', '+', 1),
      ...(advance ? { head_position: row('head_position', '+', 1) } : {}),
    }))
    .where('org', '=', org);
  if (orgPosition !== null) query = query.where('head_position', '=', orgPosition);
  return step(query.returning('sequence'), 1, 'organisation-moved');
}

/** The sequence number that `takeSequence` gave as the first step. */
export function givenSequence(rows: UnitRows): number {
  return Number(rows[0]?.[0]?.['sequence']);
}

/** Moves the head of a line from `prev` to the new row: compare-and-swap. */
export function moveHead(store: Store, row: NewRow, prev: Bytes, orgPosition: number): Step {
  const { org, log, line, position, hash } = row;
  if (position === 0) {
    const first = { org, log, line, position, head: hash, org_position: orgPosition, forgotten: 0 } as const;
    return step(store.db.insertInto('heads').values(first), 1, 'head-moved');
  }
  const query = store.db
    .updateTable('heads')
    .set({ position, head: hash, org_position: orgPosition })
    .where('org', '=', org)
    .where('log', '=', log)
    .where('line', '=', line)
    .where('position', '=', position - 1)
    .where('head', '=', prev)
    // Rule 1: the organisation head that a record cites never goes back.
    .where('org_position', '<=', orgPosition);
  return step(query, 1, 'head-moved');
}

/** Stores the row, under the sequence number that the unit took; null keeps it waiting without one. */
export function insertRow(store: Store, row: NewRow, numbered = true): Step {
  const sequence = numbered
    ? sql<number>`(select sequence from organisations where org = ${row.org})`
    : sql<null>`null`;
  return step(
    store.db.insertInto('rows').values(() => ({ ...row, sequence })),
    1,
    'already-there',
  );
}

/** Holds the row to its blobs: all must be complete, and from now on they are kept (rule 23). */
export function referBlobs(store: Store, row: NewRow, blobs: readonly Bytes[]): readonly Step[] {
  if (blobs.length === 0) return [];
  const { org, log, line, position } = row;
  const marked = store.db
    .updateTable('blobs')
    .set({ referenced: 1 })
    .where('org', '=', org)
    .where('blob', 'in', blobs)
    .where('complete', '=', 1);
  const references = blobs.map((blob) => ({ org, blob, log, line, position }));
  return [
    step(marked, blobs.length, 'blob-missing'),
    step(store.db.insertInto('blob_references').values(references)),
  ];
}
