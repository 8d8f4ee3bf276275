import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { logs } from '@leeward/sealed-log/wire/entry.ts';
import type { ReadEntry } from '@leeward/sealed-log/wire/verify.ts';
import { readEntry } from '@leeward/sealed-log/wire/verify.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import { openRecord } from './records.ts';
import { send } from './send.ts';
import { proofFor } from './write.ts';

/**
 * The relay has less than it had: it was restored from a backup, or it lies. Everything that it lacks and this device
 * holds is uploaded again, byte for byte (rule 2a); the person is told that the server went back.
 */
export async function recoverFromRollback(engine: Engine): Promise<void> {
  engine.alerts.raise('serverWentBack', {});
  const there = await everythingThere(engine);
  if (there === null) return;
  engine.cursor = 0;
  await reuploadOrganisation(engine, there.organisation);
  for (const log of await engine.store.logs('r:')) await reuploadRecord(engine, log.slice(2), there.records);
  await reuploadItems(engine);
  // What others appended meanwhile stands in the relay's rows and is taken in by the pull that follows from the start.
}

type There = {
  readonly organisation: ReadonlyMap<number, Bytes>;
  readonly records: ReadonlyMap<string, ReadonlyMap<number, Bytes>>;
};

/** The hashes of everything that the relay shows, from its first row on. */
async function everythingThere(engine: Engine): Promise<There | null> {
  const organisation = new Map<number, Bytes>();
  const records = new Map<string, Map<number, Bytes>>();
  let after = 0;
  for (;;) {
    const page = await engine.client.rows(orgOf(engine), after, 1000, engine.signer, engine.stopping);
    if (!page.ok) return null;
    for (const row of page.value.rows) {
      const read = row.kind === 1 ? await readEntry(row.bytes) : null;
      if (read === null || !read.ok) continue;
      note(read.value, organisation, records);
    }
    after = page.value.next;
    if (page.value.more === 0) return { organisation, records };
  }
}

function note(
  { header, hash }: ReadEntry,
  organisation: Map<number, Bytes>,
  records: Map<string, Map<number, Bytes>>,
): void {
  if (header.log === logs.organisation) {
    organisation.set(header.position, hash);
    return;
  }
  const id = toHex(header.record);
  const held = records.get(id) ?? new Map<number, Bytes>();
  records.set(id, held.set(header.position, hash));
}

/** The organisation log is never readmitted: identical bytes are uploaded again, or nothing (rule 4). */
async function reuploadOrganisation(engine: Engine, there: ReadonlyMap<number, Bytes>): Promise<void> {
  for (const link of engine.organisation.links) {
    const { position } = link.read.header;
    const held = there.get(position);
    if (held === undefined) await send(engine, link.bytes, link.read.hash, null);
    else if (!equal(held, link.read.hash)) {
      engine.organisationStopped = true;
      engine.alerts.raise('organisationFork', { position });
      return;
    }
  }
}

async function reuploadRecord(
  engine: Engine,
  id: string,
  there: ReadonlyMap<string, ReadonlyMap<number, Bytes>>,
): Promise<void> {
  const view = await openRecord(engine, id);
  const relays = there.get(id);
  for (const link of view.chain.links) {
    const { position, epoch, form } = link.header;
    const held = relays?.get(position);
    if (held !== undefined && equal(held, link.hash)) continue;
    // Others appended meanwhile: the two tails are settled where rows are taken in (rule 2b, 2c).
    if (held !== undefined) return;
    const opened = link.opened.type === 'epoch' ? link.opened.clear.previous : epoch;
    const proof = form === 2 && position === 0 ? null : await proofFor(view, opened, link.hash);
    const sent = await send(engine, link.bytes, link.hash, proof);
    if (sent.type !== 'stored') return;
  }
}

/** Her items too: the relay verifies her signature, not who brings them. */
async function reuploadItems(engine: Engine): Promise<void> {
  for (const items of engine.inbox.values())
    for (const { verified } of items)
      await engine.client.submit(
        orgOf(engine),
        { item: verified.signed, work: null, blobs: [] },
        engine.stopping,
      );
  engine.sentReplies.clear();
}
