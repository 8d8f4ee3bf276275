import { silenceAccepted } from '@leeward/domain/shared/fold.ts';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { randomBytes, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { EpochInUse } from '@leeward/sealed-log/log/seal.ts';
import { build, seenBy } from './builders.ts';
import { afterOwn } from './carry-seen.ts';
import type { Failure } from './contract.ts';
import type { Engine } from './engine.ts';
import type { OutboxItem } from './outbox-item.ts';
import { isHeldBack } from './outbox-item.ts';
import type { RecordView } from './record-view.ts';
import { openRecord } from './records.ts';
import { bytesOf } from './send.ts';
import type { Prepared } from './write.ts';
import { appendNext, draftFits, sealDraft } from './write.ts';

export type NewItem = Pick<OutboxItem, 'record' | 'command' | 'args'> &
  Partial<Pick<OutboxItem, 'creates' | 'notBefore' | 'silent' | 'action' | 'since'>>;

/** Keeps acts on this device, all or none and in their order, before anything is sent. */
export async function keep(engine: Engine, items: readonly NewItem[]): Promise<readonly OutboxItem[]> {
  const fresh = items.filter((item) => !isRepeated(engine, item));
  const views: RecordView[] = [];
  for (const item of fresh) views.push(await openRecord(engine, item.record));
  let order = engine.outbox.at(-1)?.order ?? 0;
  const kept = fresh.map((item, index): OutboxItem => {
    const view = views[index];
    order += 1;
    return {
      order,
      action: toHex(randomBytes(16)),
      creates: null,
      notBefore: 0,
      silent: false,
      since: engine.now(),
      state: 'kept',
      seen: view === undefined ? null : seenBy(view, item.command),
      changed: [],
      failure: null,
      ...item,
    };
  });
  engine.outbox = [...engine.outbox, ...kept];
  try {
    await store(engine, kept);
  } catch (error) {
    // What could not be kept is not sent either: the person still has her words on the screen.
    const gone = new Set(kept.map((item) => item.action));
    engine.outbox = engine.outbox.filter((item) => !gone.has(item.action));
    throw error;
  }
  engine.announce('session', ...kept.map((item) => `record:${item.record}` as const));
  return kept;
}

/**
 * Whether this very act waits here already as the last one on its record: a button was pressed again where there is no
 * line, and nothing has happened that could have given it another meaning. It is one act.
 */
function isRepeated(engine: Engine, { record, command, args, silent }: NewItem): boolean {
  if (silent === true) return false;
  const last = engine.outbox.findLast((one) => one.record === record && !one.silent);
  return (
    last?.command === command && last.state === 'kept' && JSON.stringify(last.args) === JSON.stringify(args)
  );
}

const nameOf = (item: OutboxItem): string => `outbox:${String(item.order).padStart(15, '0')}:${item.action}`;

async function store(engine: Engine, items: readonly OutboxItem[]): Promise<void> {
  const values = [];
  for (const item of items)
    values.push({ name: nameOf(item), value: await engine.local.seal('outbox', item) });
  await engine.store.addRows([], values);
}

/** Changes what is kept of an act, on this device too. */
export async function change(
  engine: Engine,
  item: OutboxItem,
  changes: Partial<OutboxItem>,
): Promise<OutboxItem> {
  const next = { ...item, ...changes };
  engine.outbox = engine.outbox.map((one) => (one.action === item.action ? next : one));
  await store(engine, [next]);
  engine.announce('session', `record:${item.record}`);
  return next;
}

/** It stands. Where a colleague had changed the same field meanwhile, the person is told until she has read it. */
async function confirm(engine: Engine, item: OutboxItem): Promise<void> {
  if (item.silent || item.changed.length === 0) await remove(engine, item);
  else await change(engine, item, { state: 'confirmed', failure: null });
}

/** Takes an act out of what waits, whatever it is: the record that it was for is not made any more. */
export async function remove(engine: Engine, item: OutboxItem): Promise<void> {
  engine.outbox = engine.outbox.filter((one) => one.action !== item.action);
  await engine.store.delete(nameOf(item));
  engine.announce('session', `record:${item.record}`);
}

/** Reads back what was kept before the desk was closed, the browser fell over, or the battery died. */
export async function loadOutbox(engine: Engine): Promise<void> {
  const items: OutboxItem[] = [];
  for (const name of await engine.store.names('outbox:')) {
    const sealed = await engine.store.get(name);
    const item = sealed === null ? null : ((await engine.local.open('outbox', sealed)) as OutboxItem | null);
    if (item !== null) items.push(item);
  }
  engine.outbox = items;
}

/** Takes an act back before it was sent, or puts a refused one away after it was read. */
export async function discard(engine: Engine, action: string): Promise<void> {
  const item = engine.outbox.find((one) => one.action === action);
  // That an identity was opened is no act that one takes back.
  if (item !== undefined && item.command !== 'noteAccess') await remove(engine, item);
}

/** Lets a refused or conflicting act try again, on what stands now. */
export async function tryAgain(engine: Engine, action: string): Promise<void> {
  const item = engine.outbox.find((one) => one.action === action);
  if (item === undefined) return;
  const view = await openRecord(engine, item.record);
  await change(engine, item, { state: 'kept', failure: null, changed: [], seen: seenBy(view, item.command) });
}

/** Brings everything that waits on its way, in order; a record whose first act cannot go holds back only its own later ones. */
export async function flush(engine: Engine): Promise<void> {
  const blocked = new Set<string>();
  for (const { action } of [...engine.outbox]) {
    const item = engine.outbox.find((one) => one.action === action);
    if (item === undefined || item.state === 'confirmed') continue;
    if (isHeldBack(item)) blocked.add(item.record);
    if (blocked.has(item.record) || item.notBefore > engine.now()) continue;
    if (item.state === 'refused' || item.state === 'conflict') {
      // A person decides about her own acts first; the device's maintenance stands in nobody's way.
      if (!item.silent) blocked.add(item.record);
      continue;
    }
    const outcome = await deliver(engine, item);
    if (outcome === 'done') await carrySeen(engine, item);
    if (outcome === 'offline') return;
    if (outcome !== 'done') blocked.add(item.record);
  }
}

/** Her later acts on the same record have seen what this one did. */
async function carrySeen(engine: Engine, stood: OutboxItem): Promise<void> {
  const later = engine.outbox.filter((one) => one.record === stood.record && one.order > stood.order);
  if (later.length === 0) return;
  const view = await openRecord(engine, stood.record);
  for (const item of later) {
    const next = afterOwn(view, stood, item);
    if (next !== item) await change(engine, item, { seen: next.seen });
  }
}

/** How often one act is written anew because others were faster, in one round. */
const attempts = 12;

type Outcome = 'done' | 'waits' | 'offline';

async function deliver(engine: Engine, first: OutboxItem): Promise<Outcome> {
  let item: OutboxItem = first;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (stands(engine, await openRecord(engine, item.record), item)) {
      await confirm(engine, item);
      return 'done';
    }
    const appended = await appendNext(engine, item.record, item.creates?.teams ?? [], (view, epoch) =>
      prepare(engine, view, item, epoch),
    );
    // `prepare` may have noted what has changed meanwhile; taken back is taken back.
    const kept = engine.outbox.find((one) => one.action === item.action);
    if (kept === undefined) return 'done';
    item = kept;
    switch (appended.type) {
      case 'in-chain':
        engine.alerts.clear('serverFull');
        continue;
      case 'again':
        continue;
      case 'none':
        return leave(engine, item, appended.why);
      case 'offline':
        if (appended.stored === true) await change(engine, item, { state: 'sent', failure: null });
        // What had stopped it is gone: now it is the line alone.
        else if (item.failure?.code === 'writing-stopped') await change(engine, item, { failure: null });
        if (appended.problem === 'no-space') {
          engine.alerts.raise('serverFull');
          await change(engine, item, { failure: { code: 'relay', problem: appended.problem } });
        }
        return 'offline';
      case 'stopped':
        await change(engine, item, { failure: { code: 'writing-stopped', alert: appended.why } });
        return 'waits';
      case 'refused':
        await change(engine, item, {
          state: 'refused',
          failure: { code: 'relay', problem: appended.problem },
        });
        return 'waits';
    }
  }
  return 'waits';
}

/** Whether this act stands in the record: by its id under this device, whichever of its entries made it (rule 3). */
function stands(engine: Engine, view: RecordView, item: OutboxItem): boolean {
  const device = toHex(engine.keys.device.signingKey);
  return view.judgement.effects.some(
    (effect) => toHex(effect.body.action) === item.action && toHex(effect.device) === device,
  );
}

/** Why an act is not written on what stands now. */
type Stop =
  | { readonly type: 'nothing-to-do' }
  | { readonly type: 'conflict'; readonly changed: readonly string[] }
  | { readonly type: 'refused'; readonly failure: Failure };

/** Asks the rules on what stands now, and seals what they allow. */
async function prepare(
  engine: Engine,
  view: RecordView,
  item: OutboxItem,
  epoch: EpochInUse,
): Promise<Prepared<Stop>> {
  // An earlier entry of this device may just have come back with this very act in it.
  if (stands(engine, view, item)) return { type: 'none', why: { type: 'nothing-to-do' } };
  const built = await build(engine, view, item);
  if (built.type === 'done') return { type: 'none', why: { type: 'nothing-to-do' } };
  if (built.type !== 'built') return { type: 'none', why: built };
  const { quoted, changed } = built;
  const events = withConfirmation(built.events, item);
  const draft = { action: bytesOf(item.action), claimedTime: item.since, events, quoted };
  if (!draftFits(draft)) {
    const failure: Failure = { code: 'too-long', limit: 0, length: 0 };
    return { type: 'none', why: { type: 'refused', failure } };
  }
  const entry = await sealDraft(engine, view, epoch, draft);
  if (changed.length > 0) await change(engine, item, { changed });
  return { type: 'sealed', entry, blobs: blobsOf(item) };
}

/** That a person confirmed it is said in the same entry, for whoever reads it (rule 7). */
const withConfirmation = (events: readonly unknown[], { silence }: OutboxItem): readonly unknown[] =>
  (silence ?? null) === null ? events : [...events, { type: silenceAccepted, v: 1, days: silence }];

async function leave(engine: Engine, item: OutboxItem, why: Stop): Promise<Outcome> {
  switch (why.type) {
    case 'nothing-to-do':
      await confirm(engine, item);
      return 'done';
    case 'conflict':
      await change(engine, item, { state: 'conflict', changed: why.changed });
      return 'waits';
    case 'refused':
      // What the device does by itself is thought of again when it is needed again.
      if (item.silent && madeAnew.has(item.command)) await remove(engine, item);
      else await change(engine, item, { state: 'refused', failure: why.failure });
      return 'waits';
  }
}

const madeAnew: ReadonlySet<string> = new Set([
  'admit',
  'takeSheetAnswer',
  'checkpoint',
  'confirm',
  'noteOpened',
]);

/** Blobs that must be durable before the entry is acknowledged (rule 23). */
function blobsOf(item: OutboxItem): readonly Bytes[] {
  const files = item.args['blobs'];
  return Array.isArray(files)
    ? files.filter((one): one is string => typeof one === 'string').map(bytesOf)
    : [];
}
