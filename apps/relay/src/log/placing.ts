import type { Bytes } from '@leeward/sealed-log/wire';
import { type ExpressionBuilder, sql } from 'kysely';
import type { HeadsTable, RowsTable, Schema } from '../storage/schema.ts';
import type { Store } from '../storage/store.ts';
import { preparedStep, type Step, step, type UnitRows } from '../storage/unit.ts';

/** The steps that put one more entry or item at the end of its line. They refuse, as a whole, what no longer fits. */

/** A row on its way to the store; its sequence number is given by the unit itself. */
export type NewRow = Omit<RowsTable, 'sequence'>;

/**
 * Gives the next sequence number of the organisation. It is the first step of a unit, so that the organisation's row
 * stays locked until the commit: numbers become visible in their order, and a cursor never skips one.
 * @param orgPosition the head of the organisation's log that the unit was checked against; another one refuses it.
 */
export function takeSequence(store: Store, org: Bytes, orgPosition: number | null, advance = false): Step {
  if (orgPosition === null) return nextNumber(store.db, { org }, 1, 'organisation-moved');
  const next = advance ? nextPosition : nextNumberAt;
  return next(store.db, { org, orgPosition }, 1, 'organisation-moved');
}

const oneMore = (row: ExpressionBuilder<Schema, 'organisations'>) => ({ sequence: row('sequence', '+', 1) });
type AtPosition = { readonly org: Bytes; readonly orgPosition: number };

const nextNumber = preparedStep<{ readonly org: Bytes }>((db, value) =>
  db.updateTable('organisations').set(oneMore).where('org', '=', value('org')).returning('sequence'),
);
const nextNumberAt = preparedStep<AtPosition>((db, value) =>
  db
    .updateTable('organisations')
    .set(oneMore)
    .where('org', '=', value('org'))
    .where('head_position', '=', value('orgPosition'))
    .returning('sequence'),
);
const nextPosition = preparedStep<AtPosition>((db, value) =>
  db
    .updateTable('organisations')
    .set((row) => ({ ...oneMore(row), head_position: row('head_position', '+', 1) }))
    .where('org', '=', value('org'))
    .where('head_position', '=', value('orgPosition'))
    .returning('sequence'),
);

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
  const before = position - 1;
  return nextHead(
    store.db,
    { org, log, line, position, head: hash, orgPosition, before, prev },
    1,
    'head-moved',
  );
}

type NextHead = Pick<HeadsTable, 'org' | 'log' | 'line' | 'position' | 'head'> & {
  readonly orgPosition: number;
  readonly before: number;
  readonly prev: Bytes;
};

const nextHead = preparedStep<NextHead>((db, value) =>
  db
    .updateTable('heads')
    .set({ position: value('position'), head: value('head'), org_position: value('orgPosition') })
    .where('org', '=', value('org'))
    .where('log', '=', value('log'))
    .where('line', '=', value('line'))
    .where('position', '=', value('before'))
    .where('head', '=', value('prev'))
    // Rule 1: the organisation head that a record cites never goes back.
    .where('org_position', '<=', value('orgPosition')),
);

/** Stores the row, under the sequence number that the unit took; null keeps it waiting without one. */
export function insertRow(store: Store, row: NewRow, numbered = true): Step {
  return (numbered ? numberedRow : waitingRow)(store.db, row, 1, 'already-there');
}

type ValueOf = <Name extends keyof NewRow>(name: Name) => NewRow[Name];
const columnsOf = (value: ValueOf): NewRow => ({
  org: value('org'),
  log: value('log'),
  line: value('line'),
  position: value('position'),
  hash: value('hash'),
  hour: value('hour'),
  form: value('form'),
  signed: value('signed'),
  signature: value('signature'),
  clear: value('clear'),
  body: value('body'),
});

const numberedRow = preparedStep<NewRow>((db, value) => {
  const sequence = sql<number>`(select sequence from organisations where org = ${value('org')})`;
  return db.insertInto('rows').values(() => ({ ...columnsOf(value), sequence }));
});
const waitingRow = preparedStep<NewRow>((db, value) =>
  db.insertInto('rows').values(() => ({ ...columnsOf(value), sequence: sql<null>`null` })),
);

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
