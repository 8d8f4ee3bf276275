import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';

import { verifyAuthor } from '@leeward/sealed-log/log/author.ts';
import type { Chain, Link } from '@leeward/sealed-log/log/chain.ts';
import { openEntry } from '@leeward/sealed-log/log/open-entry.ts';
import { planReadmission, sealReadmission } from '@leeward/sealed-log/log/readmit.ts';
import { readEntry } from '@leeward/sealed-log/wire/verify.ts';
import type { Engine } from './engine.ts';
import type { RecordView } from './record-view.ts';
import { appendNext, placeAfter } from './write.ts';

/** How many entries one round puts back at most: a person's own work comes between. */
const atOnce = 64;

/**
 * Puts displaced entries back into the chain that stands, in their order and with their original bytes inside (rule 3).
 * The displaced log is the list of what is to do; the plan is made anew before each entry, so that a crash in between,
 * or a colleague who was faster, leaves nothing out and nothing doubled.
 */
export async function readmitDisplaced(engine: Engine): Promise<void> {
  for (const log of [...engine.toReadmit]) await readmit(engine, log);
}

async function readmit(engine: Engine, log: string): Promise<void> {
  const id = log.split(':')[1] ?? '';
  if (id === 'organisation') {
    // The organisation log is never readmitted (rule 4): what it said is kept and shown.
    engine.toReadmit.delete(log);
    return;
  }
  const rows = await engine.store.rowsOf(log);
  for (let count = 0; count < atOnce; count += 1) {
    const outcome = await appendNext(engine, id, [], async (view, epoch) => {
      const [next] = (await planFor(engine, view, rows)).readmit;
      if (next === undefined) return { type: 'none', why: 'nothing-left' };
      const entry = await sealReadmission(engine.keys.device, placeAfter(engine, view), epoch, next);
      return { type: 'sealed', entry, blobs: [] };
    });
    if (outcome.type === 'none') {
      engine.toReadmit.delete(log);
      return;
    }
    if (outcome.type !== 'in-chain' && outcome.type !== 'again') return;
  }
}

async function planFor(engine: Engine, view: RecordView, rows: readonly Bytes[]) {
  const mine = await displacedChain(engine, view, rows);
  return planReadmission(mine, mine.links.slice(view.chain.links.length), view.chain, view.judgement);
}

/** The displaced links behind the standing ones, opened again: they were verified when they were stored, and are once more. */
async function displacedChain(engine: Engine, view: RecordView, rows: readonly Bytes[]): Promise<Chain> {
  const { skeleton, keyring } = engine.organisation;
  let chain = view.chain;
  for (const bytes of rows) {
    const read = await readEntry(bytes);
    if (!read.ok || !(await verifyAuthor(read.value, skeleton)).ok) continue;
    const { opened, keys } = await openEntry(read.value, chain, skeleton, keyring);
    const link: Link = { bytes, read: read.value, header: read.value.header, hash: read.value.hash, opened };
    chain = { ...chain, links: [...chain.links, link], keys: new Map([...chain.keys, ...keys]) };
  }
  return chain;
}

/** Finds what an earlier session did not finish. */
export async function loadDisplaced(engine: Engine): Promise<void> {
  for (const log of await engine.store.logs('d:')) engine.toReadmit.add(log);
}
