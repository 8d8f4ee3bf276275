import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Engine } from './engine.ts';
import type { Summary } from './summary.ts';

/** What a warm start shows before anything is verified again: only lists, never what a person opens. */
type Snapshot = {
  readonly version: 1;
  readonly cursor: number;
  /** Head of the organisation log under which the summaries were made. */
  readonly organisation: string;
  readonly summaries: readonly (readonly [string, Summary])[];
};

const headOf = (engine: Engine): string =>
  toHex(engine.organisation.skeleton.hashes.at(-1) ?? new Uint8Array(0));

/** Keeps the lists, sealed under this device's own key. */
export async function keepSnapshot(engine: Engine): Promise<void> {
  const snapshot: Snapshot = {
    version: 1,
    cursor: engine.cursor,
    organisation: headOf(engine),
    summaries: [...engine.summaries],
  };
  await engine.store.put('snapshot', await engine.local.seal('snapshot', snapshot));
}

/** Takes the lists from the last time. False where there are none, or where they do not belong to what is here. */
export async function loadSnapshot(engine: Engine): Promise<boolean> {
  const sealed = await engine.store.get('snapshot');
  const snapshot =
    sealed === null ? null : ((await engine.local.open('snapshot', sealed)) as Snapshot | null);
  if (snapshot === null || snapshot.version !== 1) return false;
  if (snapshot.cursor !== engine.cursor || snapshot.organisation !== headOf(engine)) return false;
  for (const [id, summary] of snapshot.summaries)
    if (!engine.summaries.has(id)) engine.summaries.set(id, summary);
  return true;
}
