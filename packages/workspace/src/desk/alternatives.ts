import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Link } from '@leeward/sealed-log/log/chain.ts';
import { proveEquivocation } from '@leeward/sealed-log/log/equivocation.ts';
import { readEntry } from '@leeward/sealed-log/wire/verify.ts';
import type { Engine } from './engine.ts';
import type { Incoming } from './incoming.ts';
import { nameOf } from './incoming.ts';
import { logNames } from './store/device-store.ts';

/*
 * Entries with a good signature that stand where this device holds others. They are kept, because they are the proof
 * and perhaps the tail that has to be followed (rule 2); what they lead to is settled when the pull has come to its end.
 */

/** Keeps one, durable before anything is decided by it. `instead` is what this device holds at its place. */
export async function keepAlternative(
  engine: Engine,
  record: string,
  one: Incoming,
  instead: Link | null,
): Promise<void> {
  const known = engine.alternatives.get(record) ?? new Map<string, Incoming>();
  if (known.has(nameOf(one))) return;
  await engine.store.addRows([
    { log: logNames.alternatives(record), position: known.size, bytes: one.bytes },
  ]);
  engine.alternatives.set(record, known.set(nameOf(one), one));
  await lookForTwoTongues(engine, record, one, instead);
}

/** One device that signed two entries on one predecessor: both are flagged, and the proof is kept (rule 6, fault 30). */
async function lookForTwoTongues(
  engine: Engine,
  record: string,
  one: Incoming,
  instead: Link | null,
): Promise<void> {
  if (instead === null || !equal(instead.header.device, one.read.header.device)) return;
  const proof = await proveEquivocation(instead.bytes, one.bytes, engine.organisation.skeleton);
  if (!proof.ok) return;
  const member = engine.organisation.skeleton.devices.get(toHex(one.read.header.device))?.member ?? '';
  engine.alerts.raise('equivocation', { position: one.read.header.position, member }, record);
}

/** Those of a record that are settled: they stand in its chain now, or beside it for good. */
export async function dropAlternatives(engine: Engine, record: string): Promise<void> {
  engine.alternatives.delete(record);
  await engine.store.dropRows(logNames.alternatives(record), 0);
}

/** What was not settled when the desk was closed. */
export async function loadAlternatives(engine: Engine): Promise<void> {
  const prefix = logNames.alternatives('');
  for (const log of await engine.store.logs(prefix)) {
    const found = new Map<string, Incoming>();
    for (const bytes of await engine.store.rowsOf(log)) {
      const read = await readEntry(bytes);
      if (read.ok) found.set(nameOf({ bytes, read: read.value }), { bytes, read: read.value });
    }
    if (found.size > 0) engine.alternatives.set(log.slice(prefix.length), found);
  }
}
