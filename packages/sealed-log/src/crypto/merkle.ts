import { type Bytes, equal, u32 } from './bytes.ts';
import { labelledHash } from './hash.ts';

/*
 * Merkle trees over an ordered list of 32-byte leaves, in the shape of RFC 6962 (a list is split at the largest power
 * of two below its length), with our label. Leaf, node and root are hashed apart by a first byte, and the root binds
 * the length of the list, so that a proof holds for one index in one list of one length.
 */

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
const ROOT = Uint8Array.of(2);
const LEAF_LENGTH = 32;

/** That a leaf stands at an index of the list with a root. */
export interface InclusionProof {
  /** From 0. */
  readonly index: number;
  /** How many leaves the list has. */
  readonly size: number;
  /** The hashes beside the way from the leaf to the root, from below. */
  readonly path: readonly Bytes[];
}

/**
 * The root of a list. The empty list has one too, which no other list has.
 * @throws RangeError when a leaf has not 32 bytes.
 */
export async function merkleRoot(leaves: readonly Bytes[]): Promise<Bytes> {
  const top = (await levelsOf(leaves)).at(-1)?.[0];
  return rootOf(leaves.length, top);
}

/**
 * The proof for one leaf.
 * @throws RangeError when the list has no such index, or a leaf has not 32 bytes.
 */
export async function inclusionProof(leaves: readonly Bytes[], index: number): Promise<InclusionProof> {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError('no such leaf');
  const path: Bytes[] = [];
  let at = index;
  for (const level of await levelsOf(leaves)) {
    const sibling = level[at ^ 1];
    if (sibling !== undefined) path.push(sibling);
    at >>>= 1;
  }
  return { index, size: leaves.length, path };
}

/** Whether the proof leads from the leaf to the root, with a path of exactly the right length. Never throws. */
export async function verifyInclusion(leaf: Bytes, proof: InclusionProof, root: Bytes): Promise<boolean> {
  const { index, size, path } = proof;
  if (!isIndex(size) || !isIndex(index) || index >= size || leaf.length !== LEAF_LENGTH) return false;
  const siblings = [...path];
  let hash = await labelledHash('merkle', LEAF, leaf);
  let at = index;
  for (let width = size; width > 1; width = Math.ceil(width / 2)) {
    // The last of an odd level has no sibling and moves up as it is.
    if ((at ^ 1) < width) {
      const sibling = siblings.shift();
      if (sibling === undefined || sibling.length !== 32) return false;
      hash = await (at % 2 === 0 ? nodeOf(hash, sibling) : nodeOf(sibling, hash));
    }
    at >>>= 1;
  }
  return siblings.length === 0 && equal(await rootOf(size, hash), root);
}

async function levelsOf(leaves: readonly Bytes[]): Promise<readonly (readonly Bytes[])[]> {
  if (leaves.some((leaf) => leaf.length !== LEAF_LENGTH)) throw new RangeError('a leaf has 32 bytes');
  let level: readonly Bytes[] = await Promise.all(leaves.map((leaf) => labelledHash('merkle', LEAF, leaf)));
  const levels = [level];
  while (level.length > 1) {
    level = await Promise.all(pairs(level).map(([left, right]) => (right ? nodeOf(left, right) : left)));
    levels.push(level);
  }
  return levels;
}

function pairs(level: readonly Bytes[]): readonly (readonly [Bytes, Bytes | undefined])[] {
  return level.flatMap((left, index) => (index % 2 === 0 ? [[left, level[index + 1]] as const] : []));
}

function nodeOf(left: Bytes, right: Bytes): Promise<Bytes> {
  return labelledHash('merkle', NODE, left, right);
}

function rootOf(size: number, top: Bytes | undefined): Promise<Bytes> {
  return top === undefined
    ? labelledHash('merkle', ROOT, u32(size))
    : labelledHash('merkle', ROOT, u32(size), top);
}

/** Below 2^31, so that shifts and `^` keep the number. */
function isIndex(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 2 ** 31;
}
