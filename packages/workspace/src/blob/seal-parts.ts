import { webcryptoAesGcm } from '@leeward/sealed-log/crypto/aes-gcm.ts';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal } from '@leeward/sealed-log/crypto/bytes.ts';
import { CHUNK_LENGTH, createSealerWithSalt } from '@leeward/sealed-log/crypto/cobblestone.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';
import { blobContext, framePrefix, partLength } from './framing.ts';
import { type BlobPlan, readSlice, SLICE } from './plan.ts';

export type SealedPart = { readonly part: number; readonly bytes: Bytes };

/** Why sealing stopped: the file cannot be read, or is not the one of the plan. Nothing of it was sealed then. */
export type SealStop = 'file-unreadable' | 'file-changed';

/**
 * The parts of a blob, one after the other, with never more than a few slices in memory. The same plan gives the same
 * bytes, so that an upload goes on where it stopped. Gives a `SealStop` as the last thing where the file is not there.
 */
export async function* sealedParts(
  file: Blob,
  plan: BlobPlan,
  org: Bytes,
): AsyncGenerator<SealedPart | SealStop> {
  const { shape } = plan;
  const sealer = await createSealerWithSalt(
    webcryptoAesGcm,
    plan.key,
    blobContext(org, plan.blob),
    plan.salt,
  );
  const parts = createCutter((part) => partLength(shape, part));
  const chunks = createCutter(() => CHUNK_LENGTH);
  let framed = 0;

  yield* parts.add(sealer.header);
  for (let slice = -1; framed < shape.padded; slice += 1) {
    const bytes = await framedPiece(file, plan, slice, framed);
    if (typeof bytes === 'string') {
      yield bytes;
      return;
    }
    framed += bytes.length;
    for (const chunk of chunks.add(bytes)) yield* parts.add(await sealer.seal(chunk.bytes));
  }
  yield* parts.add(await sealer.finish(chunks.rest()));
}

/** The next piece before sealing: the length, then the slices of the file, then zeros. */
async function framedPiece(
  file: Blob,
  plan: BlobPlan,
  slice: number,
  framed: number,
): Promise<Bytes | SealStop> {
  if (slice < 0) return framePrefix(plan.shape.size);
  const expected = plan.slices[slice];
  if (expected === undefined) return new Uint8Array(Math.min(SLICE, plan.shape.padded - framed));
  const bytes = await readSlice(file, slice);
  if (bytes === null) return 'file-unreadable';
  return equal(await sha256(bytes), expected) ? bytes : 'file-changed';
}

/** Cuts a stream into pieces of given lengths. */
function createCutter(lengthOf: (index: number) => number) {
  let index = 0;
  let piece = new Uint8Array(lengthOf(0));
  let filled = 0;
  return {
    add: function* (bytes: Uint8Array): Generator<SealedPart> {
      let offset = 0;
      while (offset < bytes.length) {
        const taken = Math.min(bytes.length - offset, piece.length - filled);
        piece.set(bytes.subarray(offset, offset + taken), filled);
        offset += taken;
        filled += taken;
        if (filled < piece.length) return;
        yield { part: index, bytes: piece };
        index += 1;
        piece = new Uint8Array(Math.max(0, lengthOf(index)));
        filled = 0;
      }
    },
    rest: (): Bytes => piece.slice(0, filled),
  };
}
