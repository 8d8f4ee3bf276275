import type { Bytes, Skeleton } from '@leeward/sealed-log/wire';
import { growSkeleton, readGenesis } from '@leeward/sealed-log/wire';
import { hexOf } from '../bytes.ts';
import type { Logbook } from '../logbook.ts';
import { lines } from '../storage/schema.ts';
import type { Store } from '../storage/store.ts';
import { storedEntry } from './stored.ts';

/** One organisation as the relay holds it in memory: the clear skeleton, verified from its genesis entry. */
export type Organisation = {
  readonly org: Bytes;
  /** Replaced, never changed, when its log grows: whoever reads it keeps what she read. */
  skeleton: Skeleton;
  /** True when the stored log stopped verifying: it can be read, and nothing is appended. */
  damaged: boolean;
};

export type Organisations = {
  readonly get: (org: Bytes) => Organisation | null;
  readonly add: (skeleton: Skeleton) => Organisation;
  readonly all: () => readonly Organisation[];
  /** Takes in entries that another process committed. */
  readonly refresh: (organisation: Organisation) => Promise<void>;
  /** Runs one change of an organisation's own log at a time. */
  readonly inTurn: <Value>(organisation: Organisation, change: () => Promise<Value>) => Promise<Value>;
};

/** Reads every organisation's own log from the store and verifies it (rule 12). */
export async function openOrganisations(store: Store, logbook: Logbook): Promise<Organisations> {
  const known = new Map<string, Organisation>();
  const turns = new Map<string, Promise<unknown>>();
  const add = (skeleton: Skeleton): Organisation => {
    const organisation = { org: skeleton.org, skeleton, damaged: false };
    known.set(hexOf(skeleton.org), organisation);
    return organisation;
  };

  const refresh = async (organisation: Organisation): Promise<void> => {
    // The one that these entries follow: while they are read, an append may put another in its place.
    const before = organisation.skeleton;
    const entries = await readLog(store, organisation.org, before.hashes.length);
    if (entries.length === 0 || organisation.damaged) return;
    const skeleton = structuredClone(before);
    for (const bytes of entries) {
      const grown = await growSkeleton(skeleton, bytes);
      if (grown.ok) continue;
      organisation.damaged = true;
      logbook('organisation-damaged');
      break;
    }
    if (skeleton.hashes.length > organisation.skeleton.hashes.length) organisation.skeleton = skeleton;
  };

  for (const { org } of await store.db.selectFrom('organisations').select('org').execute()) {
    const [first] = await readLog(store, org, 0, 1);
    const genesis = first === undefined ? null : await readGenesis(first, org);
    if (genesis === null || !genesis.ok) logbook('organisation-damaged');
    else await refresh(add(genesis.value.skeleton));
  }

  return {
    get: (org) => known.get(hexOf(org)) ?? null,
    add,
    all: () => [...known.values()],
    refresh,
    inTurn: (organisation, change) => {
      const id = hexOf(organisation.org);
      const before = turns.get(id) ?? Promise.resolve();
      const turn = before.then(change, change);
      turns.set(
        id,
        turn.catch(() => {}),
      );
      return turn;
    },
  };
}

/** The entries of an organisation's own log from a position on. */
export async function readLog(
  store: Store,
  org: Bytes,
  from: number,
  limit?: number,
): Promise<readonly Bytes[]> {
  let query = store.db
    .selectFrom('rows')
    .select(['signed', 'clear', 'body', 'signature'])
    .where('org', '=', org)
    .where('log', '=', lines.organisation)
    .where('position', '>=', from)
    .orderBy('position');
  if (limit !== undefined) query = query.limit(limit);
  return (await query.execute()).map(storedEntry);
}
