import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { verifyAuthor } from '@leeward/sealed-log/log/author.ts';
import type { Chain, Given, Link, NotInRecord } from '@leeward/sealed-log/log/chain.ts';
import { extendChain, extendChainBy, headOf, restoreParts } from '@leeward/sealed-log/log/chain.ts';
import { keepAlternative } from './alternatives.ts';
import { type Begun, isStillSo, runAfter } from './begin-record.ts';
import type { Engine } from './engine.ts';
import { forgetIn } from './forgetting.ts';
import type { Incoming } from './incoming.ts';
import { byPosition, letWait, nameOf } from './incoming.ts';
import { raiseFrom } from './record-alerts.ts';
import type { RecordView } from './record-view.ts';
import { viewOf } from './record-view.ts';
import { keepLoaded, openRecord } from './records.ts';
import { dropFromSearch } from './search-notes.ts';
import { logNames } from './store/device-store.ts';
import { setTrouble } from './troubles.ts';

/** What became of one entry. */
type Placed =
  | { readonly type: 'extends'; readonly chain: Chain }
  | { readonly type: 'restores'; readonly chain: Chain }
  | { readonly type: 'known' }
  /** What it follows, or the organisation entry that it cites, has not come. */
  | { readonly type: 'waits' }
  /** A verified entry where this device holds another: a second tail (rule 2). */
  | { readonly type: 'other'; readonly instead: Link | null }
  | { readonly type: 'bad'; readonly why: NotInRecord };

/**
 * Takes entries of one record in, in whatever order and however often they come: the chain grows by what follows its
 * head, what follows nothing yet waits, and what stands against it is kept beside it (rules 2 and 5, fault 7).
 * `stored` are its rows of the store, where they were read beforehand, and `begun` what was verified of it beforehand.
 * Returns whether anything changed that a screen may show.
 */
export async function takeRecordEntries(
  engine: Engine,
  id: string,
  entries: readonly Incoming[],
  stored?: readonly Given[],
  begun?: Promise<Begun>,
): Promise<boolean> {
  const view = await openRecord(engine, id, stored);
  const pool = engine.waiting.get(id) ?? new Map<string, Incoming>();
  let { chain } = view;
  let bad: { readonly why: string; readonly position: number } | null = null;
  let forkedAt: number | null = null;
  const sorted = [...pool.values(), ...entries].sort(byPosition);
  // What follows the head without a break is verified at once: the usual case, and the only one that is ever long.
  const { run, chain: grown } = await verifyRun(engine, chain, sorted, pool.size === 0 ? begun : undefined);
  const taken = new Set(run.slice(0, grown.links.length - chain.links.length));
  if (taken.size > 0) chain = grown;
  for (const one of taken) {
    pool.delete(nameOf(one));
    keepRow(engine, id, one);
  }
  for (const one of sorted) {
    if (taken.has(one)) continue;
    const { position } = one.read.header;
    const placed = await place(engine, chain, one);
    if (placed.type !== 'waits') pool.delete(nameOf(one));
    switch (placed.type) {
      case 'extends':
      case 'restores':
        chain = placed.chain;
        keepRow(engine, id, one);
        break;
      case 'waits':
        engine.waiting.set(id, pool);
        letWait(engine.waiting.values(), pool, one);
        engine.askAgainFrom = 0;
        break;
      case 'other':
        await keepAlternative(engine, id, one, placed.instead);
        forkedAt = Math.min(forkedAt ?? position, position);
        break;
      case 'bad':
        bad ??= { why: placed.why, position };
        break;
      case 'known':
        break;
    }
  }
  if (pool.size === 0) engine.waiting.delete(id);
  if (chain.links.length === 0 && view.kind === 'unknown') {
    refuseStranger(engine, id, bad);
    return false;
  }
  await setTrouble(engine, id, {
    gap: gapBefore(chain, pool),
    // A good entry at the same place came as well: the altered copy is nothing.
    bad: badBeyond(engine, id, chain, bad),
    ...(forkedAt === null || isOpen(engine, id)
      ? {}
      : { fork: { position: forkedAt, stage: 'open' as const } }),
  });
  if (bad !== null) engine.askAgainFrom = 0;
  if (bad !== null || pool.size > 0) engine.stillWrong.add(id);
  if (chain === view.chain) return false;
  await renew(engine, view, chain);
  return true;
}

/** The run that follows a chain, and the chain with as much of it as verifies: found here, or found beforehand. */
async function verifyRun(
  engine: Engine,
  chain: Chain,
  sorted: readonly Incoming[],
  begun: Promise<Begun> | undefined,
): Promise<Pick<Begun, 'run' | 'chain'>> {
  const found = await begun;
  if (found !== undefined && isStillSo(found, engine, chain)) return found;
  const { skeleton, keyring } = engine.organisation;
  const run = runAfter(chain, sorted);
  return { run, chain: (await extendChainBy(chain, run, skeleton, keyring)).chain };
}

function keepRow(engine: Engine, id: string, { bytes, read }: Incoming): void {
  engine.unsaved.push({ log: logNames.record(id), position: read.header.position, bytes });
}

/** Whether a fork of this record is known and not settled: another entry of it says nothing new. */
function isOpen(engine: Engine, id: string): boolean {
  const stage = engine.troubles.get(id)?.fork?.stage;
  return stage !== undefined && stage !== 'settled';
}

/** Judges and folds a record with its new chain. */
export async function renew(engine: Engine, view: RecordView, chain: Chain): Promise<RecordView> {
  let fresh = await viewOf(engine, chain, view.kind, view.purpose);
  const without = await forgetIn(engine, fresh);
  if (without !== null) fresh = await viewOf(engine, without, view.kind, view.purpose);
  keepLoaded(engine, fresh);
  raiseFrom(engine, fresh);
  return fresh;
}

async function place(engine: Engine, chain: Chain, one: Incoming): Promise<Placed> {
  const { skeleton, keyring } = engine.organisation;
  const { header, hash, missing } = one.read;
  const held = chain.links[header.position];
  if (held !== undefined && equal(held.hash, hash)) {
    const lacks = (held.read.missing.body && !missing.body) || (held.read.missing.clear && !missing.clear);
    if (!lacks || wasForgotten(engine, held)) return { type: 'known' };
    const restored = await restoreParts(chain, one.bytes, skeleton, keyring);
    return restored.ok ? { type: 'restores', chain: restored.value } : { type: 'known' };
  }
  const next = headOf(chain).position + 1;
  if (held === undefined && header.position === next) {
    const grown = await extendChain(chain, one, skeleton, keyring);
    if (grown.ok) return { type: 'extends', chain: grown.value };
    if (grown.error === 'organisation-behind') return { type: 'waits' };
    if (grown.error !== 'wrong-prev') return { type: 'bad', why: grown.error };
  }
  // Whoever would show another tail, or what comes later, must show that somebody admitted signed it.
  const authored = await verifyAuthor(one.read, skeleton, one.signed);
  if (!authored.ok)
    return authored.error === 'organisation-behind'
      ? { type: 'waits' }
      : { type: 'bad', why: authored.error };
  if (header.position > next) return { type: 'waits' };
  return { type: 'other', instead: held ?? null };
}

/** Parts that are gone for good do not come back by a pull (section 3a). */
function wasForgotten(engine: Engine, link: Link): boolean {
  const view = engine.records.get(toHex(link.header.record));
  return (
    view?.judgement.judged.some(
      (one) =>
        equal(one.link.hash, link.hash) &&
        (one.verdict.type === 'forgotten' || one.inner?.type === 'forgotten'),
    ) ?? false
  );
}

/** How many entries are missing before the first that waits for them; null where none does. */
function gapBefore(chain: Chain, pool: ReadonlyMap<string, Incoming>): number | null {
  const first = [...pool.values()].sort(byPosition)[0];
  if (first === undefined) return null;
  // At least one: what waits at the next place waits for an entry of the organisation log.
  return Math.max(1, first.read.header.position - chain.links.length);
}

function badBeyond(
  engine: Engine,
  id: string,
  chain: Chain,
  bad: { readonly why: string; readonly position: number } | null,
): { readonly why: string; readonly position: number } | null {
  const known = bad ?? engine.troubles.get(id)?.bad ?? null;
  return known === null || known.position < chain.links.length ? null : known;
}

/** A record that exists in nothing but bytes that do not verify is the relay's invention: one line for all of them. */
function refuseStranger(
  engine: Engine,
  id: string,
  bad: { readonly why: string; readonly position: number } | null,
): void {
  engine.records.delete(id);
  engine.summaries.delete(id);
  dropFromSearch(engine, id);
  if (bad === null) return;
  engine.askAgainFrom = 0;
  engine.alerts.raise('notInChain', bad);
}
