import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal, fromHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Chain } from '@leeward/sealed-log/log/chain.ts';
import { emptyChain, extendChainBy, headOf } from '@leeward/sealed-log/log/chain.ts';
import type { OrganisationLog } from '@leeward/sealed-log/organisation/log.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import type { Incoming } from './incoming.ts';
import { byPosition } from './incoming.ts';
import { ownerOf } from './records.ts';

/*
 * The chain of a record that is new here, verified before it is its turn. To open an entry is to wait four times for the
 * platform, one after the other; when several records are at it, none of them keeps the session waiting. Nothing is
 * changed by it: it is a function of the bytes and of the organisation log, and counts only where both are still those.
 */

/** What followed the beginning of a record, as far as it verified. */
export type Begun = {
  readonly run: readonly Incoming[];
  readonly chain: Chain;
  readonly under: OrganisationLog;
  readonly owner: Bytes | null;
};

/** Verifies what came for a new record, from its beginning as far as it goes without a break. */
export async function begin(engine: Engine, id: string, entries: readonly Incoming[]): Promise<Begun> {
  const under = engine.organisation;
  const record = fromHex(id);
  if (!record.ok) throw new Error('not the id of a record');
  const owner = await ownerOf(engine, id);
  const empty = emptyChain(orgOf(engine), record.value, owner);
  const run = runAfter(empty, [...entries].sort(byPosition));
  const { chain } = await extendChainBy(empty, run, under.skeleton, under.keyring);
  return { run, chain, under, owner };
}

/** Whether what was begun can be taken for what would be found now: the record is still empty, and nothing else changed. */
export function isStillSo({ under, owner }: Begun, engine: Engine, { links, owner: now }: Chain): boolean {
  const sameOwner = owner === null || now === null ? owner === now : equal(owner, now);
  return links.length === 0 && under === engine.organisation && sameOwner;
}

/** The entries that follow the head one after the other, by their positions and predecessors. */
export function runAfter(chain: Chain, sorted: readonly Incoming[]): readonly Incoming[] {
  const run: Incoming[] = [];
  let { position, hash } = headOf(chain);
  for (const one of sorted) {
    const { header } = one.read;
    if (header.position !== position + 1 || !equal(header.prev, hash)) continue;
    run.push(one);
    position += 1;
    hash = one.read.hash;
  }
  return run;
}
