import type { Bytes, ForgetClear, ForgetTarget } from '@leeward/sealed-log/wire';
import { equal, forms } from '@leeward/sealed-log/wire';
import { hexOf } from '../bytes.ts';
import { forgetDays } from '../door/reply-ends.ts';
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
export type Forgotten = Pick<ForgottenTable, 'kind' | 'id'>;

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
    case 'mailbox':
      return { kind: forgettable.mailbox, id: target.mailbox };
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
    else if (kind === forgettable.mailbox) steps.push(...dropMailbox(store, org, id));
    else steps.push(...dropParts(store, org, record, kind === forgettable.entry ? id : null, position));
    if (kind === forgettable.record) {
      const head = store.db.updateTable('heads').set({ forgotten: 1 });
      steps.push(
        step(head.where('org', '=', org).where('log', '=', lines.record).where('line', '=', record)),
      );
    }
  }
  blobs.push(...(await blobsOnlyOf(store, org, targets)));
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

/**
 * Drops what stands in a defender's in-box and out-box. Each row stays, empty, with its place and its hash: cursors do
 * not skip, heads are what they were. What waits for the door's next hour has no place yet, and goes altogether.
 */
function dropMailbox(store: Store, org: Bytes, mailbox: Bytes): readonly Step[] {
  const boxes = [lines.inBox, lines.outBox];
  const rows = store.db.updateTable('rows').set({ signed: nothing, signature: nothing, body: null, hour: 0 });
  const waiting = store.db.deleteFrom('rows').where('sequence', 'is', null);
  const heads = store.db.updateTable('heads').set({ forgotten: 1 });
  return [
    step(waiting.where('org', '=', org).where('log', '=', lines.inBox).where('line', '=', mailbox)),
    step(rows.where('org', '=', org).where('log', 'in', boxes).where('line', '=', mailbox)),
    step(heads.where('org', '=', org).where('log', 'in', boxes).where('line', '=', mailbox)),
    forgetDays(store, org, mailbox),
  ];
}

const nothing: Bytes = new Uint8Array(0);

/** Blobs that the forgotten records and mailboxes name and nothing else does. */
async function blobsOnlyOf(
  store: Store,
  org: Bytes,
  targets: readonly Forgotten[],
): Promise<readonly Bytes[]> {
  const whole = targets.filter(({ kind }) => kind === forgettable.record || kind === forgettable.mailbox);
  const isGone = (log: number, line: Bytes): boolean =>
    whole.some(({ kind, id }) => (kind === forgettable.record) === (log === lines.record) && equal(id, line));
  const blobs = new Map<string, Bytes>();
  for (const { kind, id } of whole) {
    const logs = kind === forgettable.record ? [lines.record] : [lines.inBox, lines.outBox];
    const named = await references(store, org).where('log', 'in', logs).where('line', '=', id).execute();
    for (const { blob } of named) {
      const all = await references(store, org).where('blob', '=', blob).execute();
      if (all.every((one) => isGone(one.log, one.line))) blobs.set(hexOf(blob), blob);
    }
  }
  return [...blobs.values()];
}

const references = (store: Store, org: Bytes) =>
  store.db.selectFrom('blob_references').select(['blob', 'log', 'line']).where('org', '=', org);

/** Whether everything of this mailbox was forgotten, and the place of the entry that asked for it. */
export function mailboxForgotten(
  { store }: Pick<Services, 'store'>,
  org: Bytes,
  mailbox: Bytes,
): Promise<Pick<ForgottenTable, 'record' | 'position'> | undefined> {
  return store.db
    .selectFrom('forgotten')
    .select(['record', 'position'])
    .where('org', '=', org)
    .where('kind', '=', forgettable.mailbox)
    .where('id', '=', mailbox)
    .executeTakeFirst();
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
