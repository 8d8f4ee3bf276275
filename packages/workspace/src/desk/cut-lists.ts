import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Head } from '@leeward/sealed-log/log/head-list.ts';
import { cutRootOf, headsOf } from '@leeward/sealed-log/log/head-list.ts';
import type { Engine } from './engine.ts';
import { openRecord } from './records.ts';
import { bytesOf } from './send.ts';

/*
 * The heads that a remover held, behind the root in her removal (rule 1). The device that removed keeps the list, so
 * that the next epoch of each record can state its cut with a proof; others state it without.
 */

type KeptList = readonly (readonly [record: string, position: number, head: string])[];

/** Takes the list of all heads that this device holds, and keeps it before the removal is signed. */
export async function takeCutList(
  engine: Engine,
): Promise<{ readonly cutRoot: Bytes; readonly cutCount: number }> {
  const chains = [];
  for (const id of [...engine.summaries.keys()]) chains.push((await openRecord(engine, id)).chain);
  const heads = headsOf(chains);
  const cut = await cutRootOf(heads);
  const kept: KeptList = heads.map(({ record, position, head }) => [toHex(record), position, toHex(head)]);
  await engine.store.put(`cut:${toHex(cut.cutRoot)}`, await engine.local.seal('cut', kept));
  return cut;
}

/** The lists behind removals in the organisation log that this device signed, by the removal's entry. */
export async function loadCutLists(engine: Engine): Promise<ReadonlyMap<string, readonly Head[]>> {
  const lists = new Map<string, readonly Head[]>();
  for (const { entry, cutRoot, cutCount } of engine.organisation.skeleton.removals) {
    if (cutCount === 0) continue;
    const sealed = await engine.store.get(`cut:${toHex(cutRoot)}`);
    const kept = sealed === null ? null : ((await engine.local.open('cut', sealed)) as KeptList | null);
    if (kept === null) continue;
    lists.set(
      toHex(entry),
      kept.map(([record, position, head]) => ({ record: bytesOf(record), position, head: bytesOf(head) })),
    );
  }
  return lists;
}
