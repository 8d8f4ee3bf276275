import type { Bytes } from '../crypto/bytes.ts';
import { equal, toHex, u32 } from '../crypto/bytes.ts';
import { verifyInclusion } from '../crypto/merkle.ts';
import type { CutStatement } from '../wire/body.ts';
import { headLeaf } from '../wire/hashes.ts';
import type { Removal, Skeleton } from '../wire/skeleton.ts';
import { deviceAt } from '../wire/skeleton.ts';
import type { Chain, Link } from './chain.ts';

/** Up to where the entries of an ended device count in one record (rule 1). */
export type Cut = {
  readonly removal: Bytes;
  readonly position: number;
  /** False where the remover did not hold the record: the cut is then the epoch entry itself. */
  readonly proven: boolean;
  /** The remover held another entry at that position: a fork, to be shown. */
  readonly otherHead: boolean;
};

/**
 * Reads the cuts that epoch entries state, each held against the root in the removal that it names. A proven cut
 * wins over one without proof, wherever it stands: nobody who keeps the proof back can let more in.
 */
export async function findCuts(chain: Chain, skeleton: Skeleton): Promise<ReadonlyMap<string, Cut>> {
  const cuts = new Map<string, Cut>();
  for (const link of chain.links) {
    if (link.opened.type !== 'epoch' || link.opened.body === null) continue;
    if (deviceAt(skeleton, link.header.device, link.header.orgPosition) === null) continue;
    for (const statement of link.opened.body.cuts) {
      // One entry may hold several removals, each with a root of its own.
      for (const removal of skeleton.removals.filter((one) => equal(one.entry, statement.removal))) {
        // Only what the author had seen when she wrote the epoch; nobody cuts by her own removal.
        if (removal.position > link.header.orgPosition) continue;
        if (removal.devices.some((device) => equal(device, link.header.device))) continue;
        const cut = await cutBy(removal, statement, link, chain);
        if (cut === null) continue;
        for (const device of removal.devices) {
          const known = cuts.get(toHex(device));
          if (known === undefined || isStronger(cut, known)) cuts.set(toHex(device), cut);
        }
      }
    }
  }
  return cuts;
}

async function cutBy(
  removal: Removal,
  { held }: CutStatement,
  link: Link,
  chain: Chain,
): Promise<Cut | null> {
  if (held === null)
    return { removal: removal.entry, position: link.header.position, proven: false, otherHead: false };
  const leaf = await headLeaf(chain.record, u32(held.position), held.head);
  const proof = { index: held.index, size: removal.cutCount, path: held.path };
  if (!(await verifyInclusion(leaf, proof, removal.cutRoot))) return null;
  const here = chain.links[held.position];
  const otherHead = here !== undefined && !equal(here.hash, held.head);
  return { removal: removal.entry, position: held.position, proven: true, otherHead };
}

const isStronger = (cut: Cut, known: Cut): boolean =>
  cut.proven && (!known.proven || cut.position < known.position);
