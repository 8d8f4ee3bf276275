import type { Bytes } from '../crypto/bytes.ts';
import { equal, toHex, u32 } from '../crypto/bytes.ts';
import { inclusionProof, merkleRoot } from '../crypto/merkle.ts';
import type { CutStatement } from '../wire/body.ts';
import { headLeaf } from '../wire/hashes.ts';
import type { Chain } from './chain.ts';
import { headOf } from './chain.ts';

/** How far somebody holds a record: what a checkpoint and a removal are made of (rules 1 and 7). */
export type Head = { readonly record: Bytes; readonly position: number; readonly head: Bytes };

/** The heads of the records that are not empty, in the order of their ids: one list for one state. */
export function headsOf(chains: Iterable<Chain>): readonly Head[] {
  const heads: Head[] = [];
  for (const chain of chains) {
    const { position, hash } = headOf(chain);
    if (position >= 0) heads.push({ record: chain.record, position, head: hash });
  }
  return inOrder(heads);
}

const inOrder = (heads: readonly Head[]): readonly Head[] =>
  [...heads].sort((left, right) => (toHex(left.record) < toHex(right.record) ? -1 : 1));

const leavesOf = (heads: readonly Head[]): Promise<readonly Bytes[]> =>
  Promise.all(inOrder(heads).map(({ record, position, head }) => headLeaf(record, u32(position), head)));

/** What a removal says of the remover's list (rule 1). */
export async function cutRootOf(
  heads: readonly Head[],
): Promise<{ readonly cutRoot: Bytes; readonly cutCount: number }> {
  return { cutRoot: await merkleRoot(await leavesOf(heads)), cutCount: heads.length };
}

/** The cut that the next epoch of a record states; without proof where the remover did not hold the record. */
export async function cutStatement(
  removal: Bytes,
  heads: readonly Head[] | null,
  record: Bytes,
): Promise<CutStatement> {
  const ordered = inOrder(heads ?? []);
  const index = ordered.findIndex((one) => equal(one.record, record));
  const here = ordered[index];
  if (here === undefined) return { removal, held: null };
  const { path } = await inclusionProof(await leavesOf(ordered), index);
  return { removal, held: { position: here.position, head: here.head, index, path } };
}
