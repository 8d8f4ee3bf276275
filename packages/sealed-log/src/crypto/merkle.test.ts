import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { type Bytes, u32, utf8 } from './bytes.ts';
import { labelledHash, sha256 } from './hash.ts';
import { inclusionProof, merkleRoot, verifyInclusion } from './merkle.ts';

async function leavesOf(count: number): Promise<readonly Bytes[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => sha256(utf8(`leaf ${index}`))));
}

/** The definition of RFC 6962, word for word: split at the largest power of two below the length. */
async function treeByDefinition(leaves: readonly Bytes[]): Promise<Bytes> {
  const [only] = leaves;
  if (leaves.length === 1) return labelledHash('merkle', Uint8Array.of(0), only!);
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const left = await treeByDefinition(leaves.slice(0, split));
  return labelledHash('merkle', Uint8Array.of(1), left, await treeByDefinition(leaves.slice(split)));
}

describe('a Merkle tree', () => {
  it('has the root that the definition gives, for every length', async () => {
    for (let count = 1; count <= 40; count += 1) {
      const leaves = await leavesOf(count);
      const expected = await labelledHash(
        'merkle',
        Uint8Array.of(2),
        u32(count),
        await treeByDefinition(leaves),
      );
      expect(await merkleRoot(leaves)).toEqual(expected);
    }
  });

  it('has a root for the empty list, and no proof in it', async () => {
    const root = await merkleRoot([]);
    expect(root).toEqual(await labelledHash('merkle', Uint8Array.of(2), u32(0)));
    await expect(inclusionProof([], 0)).rejects.toThrow(RangeError);
    expect(await verifyInclusion(root, { index: 0, size: 0, path: [] }, root)).toBe(false);
  });

  it('proves each leaf at its own place', async () => {
    for (let count = 1; count <= 20; count += 1) {
      const leaves = await leavesOf(count);
      const root = await merkleRoot(leaves);
      for (const [index, leaf] of leaves.entries()) {
        expect(await verifyInclusion(leaf, await inclusionProof(leaves, index), root)).toBe(true);
      }
    }
  });

  it('proves nothing for another leaf, place, length, path or root', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 70 }), fc.nat(), fc.nat(), async (count, pick, other) => {
        const leaves = await leavesOf(count);
        const root = await merkleRoot(leaves);
        const index = pick % count;
        const leaf = leaves[index]!;
        const proof = await inclusionProof(leaves, index);
        const refused = async (changed: Partial<typeof proof>, wrongLeaf = leaf, wrongRoot = root) =>
          expect(await verifyInclusion(wrongLeaf, { ...proof, ...changed }, wrongRoot)).toBe(false);
        const otherIndex = other % (count + 3);
        if (otherIndex !== index) await refused({ index: otherIndex });
        const otherSize = other % (2 * count + 3);
        if (otherSize !== count) await refused({ size: otherSize });
        await refused({}, await sha256(leaf));
        await refused({}, leaf.slice(1));
        await refused({}, leaf, await sha256(root));
        await refused({ path: [...proof.path, leaf] });
        await refused({ path: [leaf, ...proof.path] });
        await refused({ index: -1 });
        await refused({ index: index + 0.5 });
        await refused({ index: index + 2 ** 32, size: count + 2 ** 32 });
        if (proof.path.length > 0) {
          await refused({ path: proof.path.slice(1) });
          await refused({ path: proof.path.slice(0, -1) });
          const spoilt = proof.path.map((hash, at) => (at === other % proof.path.length ? leaf : hash));
          await refused({ path: spoilt });
          await refused({ path: proof.path.map((hash) => hash.slice(1)) });
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it('does not take an inner node for a leaf', async () => {
    const leaves = await leavesOf(4);
    const root = await merkleRoot(leaves);
    const { path } = await inclusionProof(leaves, 0);
    const inner = await labelledHash(
      'merkle',
      Uint8Array.of(1),
      await labelledHash('merkle', Uint8Array.of(0), leaves[0]!),
      path[0]!,
    );
    expect(await verifyInclusion(inner, { index: 0, size: 2, path: [path[1]!] }, root)).toBe(false);
  });

  it('takes leaves of 32 bytes only', async () => {
    await expect(merkleRoot([new Uint8Array(31)])).rejects.toThrow(RangeError);
    await expect(inclusionProof([new Uint8Array(33)], 0)).rejects.toThrow(RangeError);
  });
});
