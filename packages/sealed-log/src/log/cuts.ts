import type { Bytes } from '../crypto/bytes.ts';
import { equal, toHex, u32 } from '../crypto/bytes.ts';
import { verifyInclusion } from '../crypto/merkle.ts';
import { headLeaf } from '../wire/hashes.ts';
import type { Skeleton } from '../wire/skeleton.ts';
import { deviceAt } from '../wire/skeleton.ts';
import type { Chain } from './chain.ts';

/** Up to where the entries of an ended device count in one record (rule 1). */
export type Cut = {
  readonly removal: Bytes;
  readonly position: number;
  /** False where the remover did not hold the record: the cut is then the epoch entry itself. */
  readonly proven: boolean;
  /** The remover held another entry at that position: a fork, to be shown. */
  readonly otherHead: boolean;
};

/** Reads the cuts that epoch entries state, each held against the root in the removal that it names. */
export async function findCuts(chain: Chain, skeleton: Skeleton): Promise<ReadonlyMap<string, Cut>> {
  const cuts = new Map<string, Cut>();
  for (const link of chain.links) {
    if (link.opened.type !== 'epoch' || link.opened.body === null) continue;
    if (deviceAt(skeleton, link.header.device, link.header.orgPosition) === null) continue;
    for (const { removal: named, held } of link.opened.body.cuts) {
      const removal = skeleton.removals.find((one) => equal(one.entry, named));
      // Only what the author had seen when she wrote the epoch; nobody cuts by her own removal.
      if (removal === undefined || removal.position > link.header.orgPosition) continue;
      if (removal.devices.some((device) => equal(device, link.header.device))) continue;
      let cut: Cut = { removal: named, position: link.header.position, proven: false, otherHead: false };
      if (held !== null) {
        const leaf = await headLeaf(chain.record, u32(held.position), held.head);
        if (
          !(await verifyInclusion(
            leaf,
            { index: held.index, size: removal.cutCount, path: held.path },
            removal.cutRoot,
          ))
        )
          continue;
        const here = chain.links[held.position];
        const otherHead = here !== undefined && !equal(here.hash, held.head);
        cut = { removal: named, position: held.position, proven: true, otherHead };
      }
      for (const device of removal.devices) if (!cuts.has(toHex(device))) cuts.set(toHex(device), cut);
    }
  }
  return cuts;
}
