import { randomBytes, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { headOf } from '@leeward/sealed-log/log/chain.ts';
import { build, seenBy } from './builders.ts';
import type { Built } from './built.ts';
import type { Failure } from './contract.ts';
import type { Engine } from './engine.ts';
import type { OutboxItem } from './outbox-item.ts';
import { pull } from './pull.ts';
import type { RecordView } from './record-view.ts';
import { openRecord } from './records.ts';
import type { Written } from './send.ts';
import { bytesOf, fromText, send, toText } from './send.ts';
import { draftFits, ensureEpoch, sealDraft } from './write.ts';

export type NewItem = Pick<OutboxItem, 'record' | 'command' | 'args'> &
  Partial<Pick<OutboxItem, 'creates' | 'notBefore' | 'silent'>>;

/** Keeps acts on this device, all or none, before anything is sent. */
export async function keep(engine: Engine, items: readonly NewItem[]): Promise<readonly OutboxItem[]> {
  const kept: OutboxItem[] = [];
  for (const item of items) {
    const view = await openRecord(engine, item.record);
    kept.push({
      action: toHex(randomBytes(16)),
      creates: null,
      notBefore: 0,
      silent: false,
      since: engine.now(),
      state: 'kept',
      seen: seenBy(view, item.command),
      changed: [],
      failure: null,
      signed: null,
      ...item,
    });
  }
  engine.outbox = [...engine.outbox, ...kept];
  await store(engine, kept);
  engine.announce('session', ...kept.map((item) => `record:${item.record}` as const));
  return kept;
}

const nameOf = (item: OutboxItem): string => `outbox:${String(item.since).padStart(15, '0')}:${item.action}`;

async function store(engine: Engine, items: readonly OutboxItem[]): Promise<void> {
  const values = [];
  for (const item of items)
    values.push({ name: nameOf(item), value: await engine.local.seal('outbox', item) });
  await engine.store.addRows([], values);
}

async function change(engine: Engine, item: OutboxItem, changes: Partial<OutboxItem>): Promise<OutboxItem> {
  const next = { ...item, ...changes };
  engine.outbox = engine.outbox.map((one) => (one.action === item.action ? next : one));
  await store(engine, [next]);
  engine.announce('session', `record:${item.record}`);
  return next;
}

async function done(engine: Engine, item: OutboxItem): Promise<void> {
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
  if (item !== undefined) await done(engine, item);
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
  for (const item of [...engine.outbox]) {
    if (blocked.has(item.record) || item.notBefore > engine.now()) continue;
    if (item.state === 'refused' || item.state === 'conflict') {
      blocked.add(item.record);
      continue;
    }
    const outcome = await deliver(engine, item);
    if (outcome === 'offline') return;
    if (outcome !== 'done') blocked.add(item.record);
  }
}

const attempts = 12;

async function deliver(engine: Engine, first: OutboxItem): Promise<'done' | 'waits' | 'offline'> {
  let item = first;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const view = await openRecord(engine, item.record);
    if (stands(engine, view, item)) {
      await done(engine, item);
      return 'done';
    }
    const step = await attemptOnce(engine, view, item);
    item = step.item;
    switch (step.written.type) {
      case 'stored':
      case 'head-moved': {
        const pulled = await pull(engine);
        if (pulled !== 'up-to-date') return 'offline';
        continue;
      }
      case 'offline':
        return 'offline';
      case 'stopped':
        await change(engine, item, { failure: { code: 'writing-stopped', alert: step.written.why } });
        return 'waits';
      case 'refused':
        if (item.state !== 'refused' && item.state !== 'conflict')
          await change(engine, item, {
            state: 'refused',
            failure: { code: 'relay', problem: step.written.problem },
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

type Step = { readonly item: OutboxItem; readonly written: Written };

async function attemptOnce(engine: Engine, view: RecordView, item: OutboxItem): Promise<Step> {
  const prev = toHex(headOf(view.chain).hash);
  // Signed on this very head: the same bytes again, never another entry on the same predecessor (rule 6).
  if (item.signed !== null && item.signed.prev === prev) {
    const { bytes, hash, proof } = item.signed;
    const written = await send(
      engine,
      fromText(bytes),
      bytesOf(hash),
      proof === null ? null : fromText(proof),
      await blobsOf(item),
    );
    const sent = written.type === 'stored' ? await change(engine, item, { state: 'sent' }) : item;
    return { item: sent, written };
  }
  const ready = await ensureEpoch(engine, item.record, item.creates?.teams ?? []);
  if (ready.type !== 'ready') return { item, written: ready };
  const now = await openRecord(engine, item.record);
  const built = await build(engine, now, item);
  if (built.type === 'done') {
    await done(engine, item);
    return { item, written: { type: 'refused', problem: 'done' } };
  }
  if (built.type !== 'built')
    return { item: await refuse(engine, item, built), written: { type: 'refused', problem: built.type } };
  const draft = {
    action: bytesOf(item.action),
    claimedTime: item.since,
    events: built.events,
    quoted: built.quoted,
  };
  if (!draftFits(draft)) {
    const failure: Failure = { code: 'too-long', limit: 0, length: 0 };
    return {
      item: await change(engine, item, { state: 'refused', failure }),
      written: { type: 'refused', problem: 'too-long' },
    };
  }
  const sealed = await sealDraft(engine, now, ready.epoch, draft);
  const signed = {
    bytes: toText(sealed.bytes),
    hash: toHex(sealed.hash),
    prev: toHex(sealed.header.prev),
    proof: sealed.proof === null ? null : toText(sealed.proof),
  };
  const kept = await change(engine, item, { signed, changed: built.changed });
  const written = await send(engine, sealed.bytes, sealed.hash, sealed.proof, await blobsOf(item));
  return { item: written.type === 'stored' ? await change(engine, kept, { state: 'sent' }) : kept, written };
}

async function refuse(
  engine: Engine,
  item: OutboxItem,
  built: Exclude<Built, { type: 'built' | 'done' }>,
): Promise<OutboxItem> {
  return built.type === 'conflict'
    ? change(engine, item, { state: 'conflict', changed: built.changed })
    : change(engine, item, { state: 'refused', failure: built.failure });
}

/** Blobs that must be durable before the entry is acknowledged (rule 23). */
async function blobsOf(item: OutboxItem): Promise<readonly ReturnType<typeof bytesOf>[]> {
  const files = item.args['blobs'];
  return Array.isArray(files)
    ? files.filter((one): one is string => typeof one === 'string').map(bytesOf)
    : [];
}
