import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { verifyItem } from '@leeward/sealed-log/door/boxes.ts';
import { extendChain, reopenWaiting } from '@leeward/sealed-log/log/chain.ts';
import { extendOrganisationLog } from '@leeward/sealed-log/organisation/log.ts';
import { outItem, signed as signedCodec } from '@leeward/sealed-log/wire/box.ts';
import { decode } from '@leeward/sealed-log/wire/codec.ts';
import { logs } from '@leeward/sealed-log/wire/entry.ts';
import { replyHash } from '@leeward/sealed-log/wire/hashes.ts';
import type { Row } from '@leeward/sealed-log/wire/relay.ts';
import type { ReadEntry } from '@leeward/sealed-log/wire/verify.ts';
import { readEntry } from '@leeward/sealed-log/wire/verify.ts';
import type { Topic } from './contract.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import { takeItem } from './inbox.ts';
import { foldOrganisationLog } from './organisation-view.ts';
import type { RecordView } from './record-view.ts';
import { viewOf } from './record-view.ts';
import { keepLoaded, letGo, openRecord, refold } from './records.ts';
import type { NamedValue, StoredRow } from './store/device-store.ts';
import { logNames } from './store/device-store.ts';

/** How a pull ended. `went-back`: the relay has less than it had (rule 2); the caller compares everything. */
export type Pulled = 'up-to-date' | 'offline' | 'went-back' | 'refused';

const pageSize = 1000;

/** Pulls what the relay committed after the cursor, verifies it and folds it. */
export async function pull(engine: Engine): Promise<Pulled> {
  for (;;) {
    const page = await engine.client.rows(
      orgOf(engine),
      engine.cursor,
      pageSize,
      engine.signer,
      engine.stopping,
    );
    if (!page.ok) {
      engine.connection = 'offline';
      return page.error.code === 'unreachable' || page.error.status >= 500 ? 'offline' : 'refused';
    }
    if (page.value.next < engine.cursor) return 'went-back';
    await takeRows(engine, page.value.rows, page.value.next);
    if (page.value.more === 0) {
      engine.connection = 'online';
      return 'up-to-date';
    }
  }
}

export const cursorValue = (cursor: number): NamedValue => ({
  name: 'cursor',
  value: new TextEncoder().encode(String(cursor)),
});

type Incoming = { readonly bytes: Bytes; readonly read: ReadEntry };

/** Takes rows in: the organisation's entries first, because records cite them. */
export async function takeRows(engine: Engine, rows: readonly Row[], next: number): Promise<void> {
  const organisation: Incoming[] = [];
  const records = new Map<string, Incoming[]>();
  const stored: StoredRow[] = [];
  const topics = new Set<Topic>();
  for (const row of rows) {
    if (row.kind === 1) await sortEntry(engine, row.bytes, organisation, records);
    if (row.kind === 2 && (await takeGuestItem(engine, row.bytes, stored))) topics.add('queue');
    if (row.kind === 3) await takeReply(engine, row.bytes, stored);
  }
  const grown = await takeOrganisationEntries(engine, organisation, stored);
  if (grown) {
    await refold(engine);
    for (const topic of ['session', 'queue', 'cases', 'invitations', 'door'] as const) topics.add(topic);
  }
  let done = 0;
  for (const [id, entries] of records) {
    const view = await takeRecordEntries(engine, id, entries, stored);
    topics.add(`record:${id}`).add(view.kind === 'case' ? 'cases' : 'queue');
    done += 1;
    if (records.size > 50 && done % 25 === 0) engine.report('verify', done, records.size);
  }
  // A team's log may have said what records are that came before it.
  if ([...records.keys()].some((id) => engine.records.get(id)?.kind === 'team')) await refoldUnknown(engine);
  // Rows and cursor become durable together: a crash between them repeats a pull, and never skips one.
  await engine.store.addRows(stored, [cursorValue(next)]);
  engine.cursor = next;
  letGo(engine);
  if (topics.size > 0) engine.announce(...topics);
}

async function sortEntry(
  engine: Engine,
  bytes: Bytes,
  organisation: Incoming[],
  records: Map<string, Incoming[]>,
): Promise<void> {
  const read = await readEntry(bytes);
  // What is not even an entry names no record: it is the relay's, not a colleague's.
  if (!read.ok || !equal(read.value.header.org, orgOf(engine))) {
    if (read.ok && read.value.header.position === 0 && equal(read.value.hash, orgOf(engine))) return;
    engine.alerts.raise('notInChain', { why: read.ok ? 'wrong-organisation' : read.error, position: -1 });
    return;
  }
  if (read.value.header.log === logs.organisation) organisation.push({ bytes, read: read.value });
  else {
    const id = toHex(read.value.header.record);
    records.set(id, [...(records.get(id) ?? []), { bytes, read: read.value }]);
  }
}

/** Returns whether the organisation log grew. */
async function takeOrganisationEntries(
  engine: Engine,
  entries: readonly Incoming[],
  stored: StoredRow[],
): Promise<boolean> {
  const { hashes } = engine.organisation.skeleton;
  const fresh: Incoming[] = [];
  for (const one of entries) {
    const { position } = one.read.header;
    const held = hashes[position];
    if (held === undefined) fresh.push(one);
    else if (!equal(held, one.read.hash)) {
      // Rule 4: two histories of who may do what. Each device stays on its own, stops sealing, and shows the proof.
      engine.organisationStopped = true;
      await engine.store.put(`proof:organisation:${toHex(one.read.hash)}`, one.bytes);
      engine.alerts.raise('organisationFork', { position });
    }
  }
  if (fresh.length === 0) return false;
  const before = engine.organisation.links.length;
  const { log, stopped } = await extendOrganisationLog(
    engine.organisation,
    fresh.map((one) => one.bytes),
  );
  engine.organisation = log;
  if (stopped !== null) engine.alerts.raise('notInChain', { why: stopped.why, position: log.links.length });
  for (const link of log.links.slice(before))
    stored.push({ log: logNames.organisation, position: link.read.header.position, bytes: link.bytes });
  engine.organisationStates = foldOrganisationLog(log);
  if (log.keyring.problems.length > 0)
    engine.alerts.raise('badGrant', { count: log.keyring.problems.length });
  return log.links.length > before;
}

/** Extends one record by what came, and stores what is in the chain. */
export async function takeRecordEntries(
  engine: Engine,
  id: string,
  entries: readonly Incoming[],
  stored: StoredRow[],
): Promise<RecordView> {
  const view = await openRecord(engine, id);
  let { chain, stopped, held } = view;
  const { skeleton, keyring } = engine.organisation;
  for (const { bytes, read } of [...entries].sort(
    (left, right) => left.read.header.position - right.read.header.position,
  )) {
    const own = chain.links[read.header.position];
    if (own !== undefined) {
      if (equal(own.hash, read.hash)) continue;
      // The same position with another entry: a fork, with both signatures as its proof (rule 2).
      held = 'fork';
      await engine.store.put(`proof:${id}:${toHex(read.hash)}`, bytes);
      engine.alerts.raise('fork', { position: read.header.position }, id);
      continue;
    }
    const next = await extendChain(chain, bytes, skeleton, keyring);
    if (next.ok) {
      chain = next.value;
      stored.push({ log: logNames.record(id), position: read.header.position, bytes });
      if (stopped?.why === 'organisation-behind') stopped = null;
    } else if (next.error === 'wrong-position') {
      engine.alerts.raise('missingNotes', { count: read.header.position - chain.links.length }, id);
      stopped = { why: next.error, bytes };
    } else {
      stopped = { why: next.error, bytes };
      // It waits in the store for the organisation entry that it cites.
      if (next.error === 'organisation-behind')
        stored.push({ log: logNames.record(id), position: read.header.position, bytes });
      else {
        held = 'not-in-chain';
        engine.alerts.raise('notInChain', { why: next.error, position: read.header.position }, id);
      }
    }
  }
  const fresh = await viewOf(engine, chain, view.kind, view.purpose, stopped, held);
  keepLoaded(engine, fresh);
  raiseFrom(engine, fresh);
  return fresh;
}

/** What a judged record has to tell. */
function raiseFrom(engine: Engine, view: RecordView): void {
  const count = (type: string): number =>
    view.judgement.judged.filter((one) => one.verdict.type === type).length;
  if (count('set-aside') > 0) engine.alerts.raise('setAside', { count: count('set-aside') }, view.id);
  if (count('missing') > 0) engine.alerts.raise('bodyMissing', { count: count('missing') }, view.id);
  const extra = view.judgement.judged.some(
    (one) => one.verdict.type === 'void' && one.verdict.why === 'extra-recipient',
  );
  if (extra) engine.alerts.raise('extraRecipient', {}, view.id);
  if (view.folded.kind !== 'unknown' && view.folded.state.needsNewer)
    engine.alerts.raise('needsNewer', {}, view.id);
  const readmitted = view.judgement.effects.filter((effect) => effect.readmitted).length;
  if (readmitted > 0) engine.alerts.raise('readmitted', { count: readmitted }, view.id);
}

async function refoldUnknown(engine: Engine): Promise<void> {
  for (const view of [...engine.records.values()]) {
    if (view.kind !== 'unknown') continue;
    const chain = await reopenWaiting(view.chain, engine.organisation.skeleton, engine.organisation.keyring);
    engine.records.delete(view.id);
    const again = await openRecord(engine, view.id);
    // Not stored yet in this very pull: keep the longer chain that is in memory.
    if (again.chain.links.length < chain.links.length)
      keepLoaded(engine, await viewOf(engine, chain, again.kind, again.purpose, view.stopped, view.held));
  }
}

async function takeGuestItem(engine: Engine, bytes: Bytes, stored: StoredRow[]): Promise<boolean> {
  const signed = decode(signedCodec, bytes);
  if (!signed.ok) return false;
  const verified = await verifyItem(signed.value, orgOf(engine));
  if (!verified.ok) return false;
  if (!takeItem(engine, { verified: verified.value, bytes })) return false;
  const { mailbox, item } = verified.value;
  stored.push({ log: logNames.items(toHex(mailbox)), position: item.sequence, bytes });
  return true;
}

async function takeReply(engine: Engine, bytes: Bytes, stored: StoredRow[]): Promise<void> {
  const signed = decode(signedCodec, bytes);
  const item = signed.ok ? decode(outItem, signed.value.bytes) : null;
  if (!signed.ok || item === null || !item.ok) return;
  const mailbox = toHex(item.value.mailbox);
  const known = engine.sentReplies.get(mailbox) ?? new Set();
  known.add(toHex(await replyHash(signed.value.bytes)));
  engine.sentReplies.set(mailbox, known);
  stored.push({ log: logNames.replies(mailbox), position: item.value.sequence, bytes });
}
