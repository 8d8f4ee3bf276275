import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { decode } from '@leeward/sealed-log/wire/codec.ts';
import { logs } from '@leeward/sealed-log/wire/entry.ts';
import { zeros32 } from '@leeward/sealed-log/wire/hashes.ts';
import type { Row } from '@leeward/sealed-log/wire/relay.ts';
import { tombstone } from '@leeward/sealed-log/wire/relay.ts';
import type { ReadEntry } from '@leeward/sealed-log/wire/verify.ts';
import { readEntry } from '@leeward/sealed-log/wire/verify.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import { askForRows } from './fetch-rows.ts';
import { bringGrants, giveBackGrants } from './grants.ts';
import { openRecord } from './records.ts';
import { send } from './send.ts';
import { endTold } from './sheet-post.ts';
import { bringItem } from './submit-item.ts';
import { boxHash, replyIn } from './take-boxes.ts';
import { proofFor } from './write.ts';

const pending = 'went-back';

/**
 * The relay has less than it had: it was restored from a backup, or it lies. Everything that it lacks and this device
 * holds is uploaded again, byte for byte (rule 2a), and the person is told. False where that could not be finished; it
 * is then begun anew, also after this desk was closed, because the note of it is kept until the end.
 */
export async function recoverFromRollback(engine: Engine): Promise<boolean> {
  await engine.store.put(pending, zeros32);
  let first: number | null = null;
  for (let pass = 0; pass < 3; pass += 1) {
    const there = await everythingThere(engine);
    const lacking = there === null ? null : await giveBack(engine, there);
    if (there === null || lacking === null) return false;
    first ??= lacking;
    if (first > 0) engine.alerts.raise('serverWentBack', { count: first });
    // Only what it shows is there: a signature under an acknowledgement has kept nothing yet (rule 7).
    if (lacking === 0) {
      await startAnew(engine, there);
      return true;
    }
  }
  return false;
}

/** Sends what the relay lacks. How much that was; null where it did not answer. */
async function giveBack(engine: Engine, there: There): Promise<number | null> {
  let lacking = await reuploadOrganisation(engine, there);
  if (lacking === null || !(await giveBackGrants(engine))) return null;
  for (const log of await engine.store.logs('r:')) {
    const sent = await reuploadRecord(engine, log.slice(2), there);
    if (sent === null) return null;
    lacking += sent;
  }
  return lacking + (await reuploadItems(engine, there));
}

/** What others appended meanwhile stands in the relay's rows, and is taken in by the pull that follows from the start. */
async function startAnew(engine: Engine, there: There): Promise<void> {
  engine.cursor = 0;
  engine.mark = '';
  engine.sentReplies.clear();
  for (const [mailbox, hash] of there.replies)
    engine.sentReplies.set(mailbox, (engine.sentReplies.get(mailbox) ?? new Set()).add(hash));
  // A relay that went back may have forgotten that a sheet was ended: it is told again.
  for (const name of await engine.store.names(endTold)) await engine.store.delete(name);
  await engine.store.delete('cursor');
  await engine.store.delete(pending);
}

/** Whether an earlier session did not come to the end of it. */
export const isPending = async (engine: Engine): Promise<boolean> =>
  (await engine.store.get(pending)) !== null;

type Held = { readonly hash: Bytes; readonly missing: ReadEntry['missing'] };
type There = {
  readonly organisation: Map<number, Held>;
  readonly records: Map<string, Map<number, Held>>;
  /** Hashes of her items. */
  readonly items: Set<string>;
  readonly replies: (readonly [mailbox: string, hash: string])[];
};

/** The hashes of everything that the relay shows, from its first row on. */
async function everythingThere(engine: Engine): Promise<There | null> {
  const there: There = { organisation: new Map(), records: new Map(), items: new Set(), replies: [] };
  let after = 0;
  for (;;) {
    const page = await askForRows(engine, after);
    if (typeof page === 'string') return null;
    for (const row of page.rows) await note(row.kind, row.bytes, there);
    const last = page.rows.at(-1)?.sequence;
    if (page.more === 0) return there;
    if (last === undefined) return null;
    after = last;
  }
}

async function note(kind: Row['kind'], bytes: Bytes, there: There): Promise<void> {
  const left = kind === 4 ? decode(tombstone, bytes) : null;
  if (left?.ok && left.value.log === 3) there.items.add(toHex(left.value.hash));
  const item = kind === 2 ? await boxHash(2, bytes) : null;
  if (item !== null) there.items.add(toHex(item));
  if (kind === 3) {
    const reply = await replyIn(bytes);
    if (reply !== null) there.replies.push([reply.mailbox, reply.hash]);
  }
  const read = kind === 1 ? await readEntry(bytes) : null;
  if (!read?.ok) return;
  const { header, hash, missing } = read.value;
  if (header.log === logs.organisation) there.organisation.set(header.position, { hash, missing });
  else {
    const id = toHex(header.record);
    const held = there.records.get(id) ?? new Map<number, Held>();
    there.records.set(id, held.set(header.position, { hash, missing }));
  }
}

/**
 * The organisation log is never readmitted: identical bytes are uploaded again, or nothing (rule 4). How many were
 * lacking; null where the relay did not answer. Another entry at one place is looked at by the pull that follows.
 */
async function reuploadOrganisation(engine: Engine, there: There): Promise<number | null> {
  let count = 0;
  for (const link of engine.organisation.links) {
    const held = there.organisation.get(link.read.header.position);
    if (held !== undefined && equal(held.hash, link.read.hash)) continue;
    const blobs = await bringGrants(engine, link.bytes);
    if (blobs === null) return null;
    const sent = await send(engine, link.bytes, null, blobs);
    if (sent.type === 'offline') return null;
    if (sent.type !== 'stored') return count;
    // As in a record: what was shown there may be an altered copy of what the relay has.
    if (held === undefined) count += 1;
  }
  return count;
}

async function reuploadRecord(engine: Engine, id: string, there: There): Promise<number | null> {
  const view = await openRecord(engine, id);
  const relays = there.records.get(id);
  let count = 0;
  for (const { header, hash, opened, bytes, read } of view.chain.links) {
    const { position, epoch, form } = header;
    const held = relays?.get(position);
    if (held !== undefined && equal(held.hash, hash)) {
      await giveBackParts(engine, read, bytes, held.missing);
      continue;
    }
    const under = opened.type === 'epoch' ? opened.clear.previous : epoch;
    const proof = form === 2 && position === 0 ? null : await proofFor(view, under, hash);
    const sent = await send(engine, bytes, proof);
    if (sent.type === 'offline') return null;
    // Others appended meanwhile: the two tails are settled where rows are taken in (rules 2b and 2c).
    if (sent.type !== 'stored') return count;
    // What it shows at this place is another entry, and it has ours all the same: it showed an altered copy. What comes
    // after it may be lacking, and is lost for everybody where this device stops here.
    if (held === undefined) count += 1;
  }
  return count;
}

/** A body that the relay has lost and this device holds: put back, as the header says that it was (rule 23). */
async function giveBackParts(
  engine: Engine,
  { missing, hash }: ReadEntry,
  bytes: Bytes,
  lost: ReadEntry['missing'],
): Promise<void> {
  if ((!lost.body || missing.body) && (!lost.clear || missing.clear)) return;
  if (missing.body || missing.clear) return;
  await engine.client.restoreBody(orgOf(engine), hash, bytes, engine.signer, engine.stopping);
}

/** Her items too: the relay verifies her signature, not who brings them. */
async function reuploadItems(engine: Engine, there: There): Promise<number> {
  let count = 0;
  for (const items of engine.inbox.values())
    for (const item of items)
      if (!there.items.has(toHex(item.verified.hash)) && (await bringItem(engine, item))) count += 1;
  return count;
}
