import type { Bytes, ForgetClear, ForgetTarget } from '@leeward/sealed-log/wire';
import { forms } from '@leeward/sealed-log/wire';
import type { Services } from '../services.ts';
import { type ForgottenTable, forgettable, lines } from '../storage/schema.ts';
import type { Store } from '../storage/store.ts';
import { type Step, step } from '../storage/unit.ts';
import type { NewRow } from './placing.ts';

/** What a forget entry destroys here, worked out before its unit is written (section 3a). */
export type Forgetting = {
  readonly org: Bytes;
  /** Steps of the forget entry's own unit: parts dropped, targets remembered. */
  readonly steps: readonly Step[];
  /** What the journal is told after the commit. */
  readonly remembered: readonly ForgottenTable[];
  /** Blobs whose files go after the commit. */
  readonly blobs: readonly Bytes[];
  readonly count: number;
};

/** The target of a forgetting, apart from the entry that asked for it. */
export type Forgotten = { readonly kind: 1 | 2 | 3; readonly id: Bytes };

export function targetsOf(record: Bytes, clear: ForgetClear): readonly Forgotten[] {
  return clear.targets.map((target) => targetOf(record, target));
}

function targetOf(record: Bytes, target: ForgetTarget): Forgotten {
  switch (target.type) {
    case 'record':
      return { kind: forgettable.record, id: record };
    case 'entry':
      return { kind: forgettable.entry, id: target.entry };
    case 'blob':
      return { kind: forgettable.blob, id: target.blob };
  }
}

/** Reads a forget entry (its row, its clear part) as work for the store. */
export function forgettingOf(store: Store, row: NewRow, clear: ForgetClear): Promise<Forgetting> {
  return forgettingOfTargets(store, row.org, row.line, row.position, targetsOf(row.line, clear));
}

export async function forgettingOfTargets(
  store: Store,
  org: Bytes,
  record: Bytes,
  position: number,
  targets: readonly Forgotten[],
): Promise<Forgetting> {
  const steps: Step[] = [];
  const blobs: Bytes[] = [];
  const remembered: ForgottenTable[] = [];
  const remember = (one: ForgottenTable): void => {
    remembered.push(one);
    const row = store.db.insertInto('forgotten').values(one);
    steps.push(step(row.onConflict((conflict) => conflict.doNothing())));
  };
  for (const { kind, id } of targets) {
    if (kind !== forgettable.blob) remember({ org, kind, id, record, position });
    if (kind === forgettable.blob) blobs.push(id);
    else steps.push(...dropParts(store, org, record, kind === forgettable.entry ? id : null, position));
    if (kind === forgettable.record) {
      blobs.push(...(await blobsOnlyOf(store, org, record)));
      const head = store.db.updateTable('heads').set({ forgotten: 1 });
      steps.push(
        step(head.where('org', '=', org).where('log', '=', lines.record).where('line', '=', record)),
      );
    }
  }
  for (const blob of blobs) {
    remember({ org, kind: forgettable.blob, id: blob, record, position });
    steps.push(...dropBlob(store, org, blob));
  }
  return { org, steps, remembered, blobs, count: targets.length };
}

/**
 * Drops the parts of one entry, or of all entries of the record before the forget entry. A forget entry keeps its clear
 * part, which says what is gone and why the chain has holes; an epoch entry goes only with the whole record, because
 * later epochs lead back through it.
 */
function dropParts(
  store: Store,
  org: Bytes,
  record: Bytes,
  entry: Bytes | null,
  before: number,
): readonly Step[] {
  const mine = () => {
    const rows = store.db.updateTable('rows').where('org', '=', org).where('log', '=', lines.record);
    const inRecord = rows.where('line', '=', record).where('position', '<', before);
    return entry === null ? inRecord : inRecord.where('hash', '=', entry).where('form', '!=', forms.epoch);
  };
  return [
    step(mine().set({ body: null })),
    step(mine().set({ clear: null }).where('form', '!=', forms.forget)),
  ];
}

/** Blobs that entries of this record name and nothing else does. */
async function blobsOnlyOf(store: Store, org: Bytes, record: Bytes): Promise<readonly Bytes[]> {
  const found = await store.db
    .selectFrom('blob_references as mine')
    .select('mine.blob')
    .distinct()
    .where('mine.org', '=', org)
    .where('mine.log', '=', lines.record)
    .where('mine.line', '=', record)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('blob_references as other')
            .select('other.blob')
            .whereRef('other.org', '=', 'mine.org')
            .whereRef('other.blob', '=', 'mine.blob')
            .where((other) =>
              other.or([other('other.log', '!=', lines.record), other('other.line', '!=', record)]),
            ),
        ),
      ),
    )
    .execute();
  return found.map(({ blob }) => blob);
}

function dropBlob(store: Store, org: Bytes, blob: Bytes): readonly Step[] {
  return [
    step(store.db.deleteFrom('blob_parts').where('org', '=', org).where('blob', '=', blob)),
    step(store.db.deleteFrom('blobs').where('org', '=', org).where('blob', '=', blob)),
  ];
}

/** What follows the commit: files are deleted, and what was deleted is overwritten in the write-ahead log too. */
export async function settleForgetting(
  { store, journal, disk }: Services,
  { org, blobs, remembered }: Forgetting,
): Promise<void> {
  await journal.add(remembered);
  for (const blob of blobs) await disk.drop(org, blob);
  await store.scrub();
}
