import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { concat, equal } from '@leeward/sealed-log/crypto/bytes.ts';
import {
  createOpener,
  HEADER_LENGTH,
  type Opener,
  SEALED_CHUNK_LENGTH,
} from '@leeward/sealed-log/crypto/cobblestone.ts';
import type { Result } from '@leeward/sealed-log/crypto/result.ts';
import { err, ok } from '@leeward/sealed-log/crypto/result.ts';
import type { BlobReference } from '@leeward/sealed-log/wire/box.ts';
import type { BlobAccess, BlobCalls } from '../transport/blob-calls.ts';
import type { Patience } from '../transport/patience.ts';
import type { RelayProblem } from '../transport/problem.ts';
import { type BlobShape, blobContext, FRAME_PREFIX, framePrefix, partLength, shapeOf } from './framing.ts';
import { createFileHasher } from './hasher.ts';

export type OpenBlobProblem =
  /** The relay does not have all of it: nothing is said of who is to blame. */
  | { readonly code: 'missing'; readonly parts: readonly number[] }
  /** What the relay gives is not what was sealed: cut, longer, changed, moved or doubled (fault 53). */
  | { readonly code: 'damaged' }
  /** What was sealed is not what the message promises: another content, or another length. */
  | { readonly code: 'not-as-promised' }
  | { readonly code: 'relay'; readonly problem: RelayProblem };

export type Opening = {
  readonly client: BlobCalls;
  readonly access: BlobAccess;
  readonly patience: Patience;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number }) => void) | undefined;
};

/**
 * Fetches and opens a file. Nothing of it is given out before its last byte was verified: a missing end is an error
 * and never a shorter file (section 9).
 */
export async function openBlob(
  reference: BlobReference,
  opening: Opening,
): Promise<Result<Blob, OpenBlobProblem>> {
  const pieces: Blob[] = [];
  const opened = await openBlobTo(reference, opening, (piece) => {
    // Handed to the platform at once, which may keep it out of memory.
    pieces.push(new Blob([piece]));
  });
  return opened.ok ? ok(new Blob(pieces, { type: reference.mediaType })) : opened;
}

/**
 * As `openBlob`, piece by piece. The pieces are genuine and in order, but whoever takes them must not offer them to
 * anybody before this has resolved with success.
 */
export async function openBlobTo(
  reference: BlobReference,
  opening: Opening,
  take: (piece: Bytes) => void | Promise<void>,
): Promise<Result<null, OpenBlobProblem>> {
  const shape = shapeOf(reference.size);
  if (shape === null) return err({ code: 'not-as-promised' });
  const standing = await asItShouldStand(reference, shape, opening);
  if (!standing.ok) return standing;

  const { client, access, patience, signal, onProgress } = opening;
  const hasher = createFileHasher(shape.size);
  const content = createUnframer(shape, async (piece) => {
    hasher.add(piece);
    await take(piece);
  });
  let opener: Opener | null = null;
  let rest: Bytes = new Uint8Array(0);
  let chunk = 0;
  for (let part = 0; part < shape.parts; part += 1) {
    const fetched = await patience.run(() => client.getPart(access, reference.blob, part, signal), signal);
    if (!fetched.ok) return err(problemOf(fetched.error, part));
    if (fetched.value.length !== partLength(shape, part)) return err({ code: 'damaged' });
    const bytes = concat(rest, fetched.value);
    let offset = 0;
    if (opener === null) {
      const header = bytes.subarray(0, HEADER_LENGTH);
      const begun = await createOpener(reference.key, blobContext(access.org, reference.blob), header);
      if (!begun.ok) return err({ code: 'damaged' });
      opener = begun.value;
      offset = HEADER_LENGTH;
    }
    // A chunk that is cut by the end of its part waits for the next part; the last one is short and has none.
    const isLast = part === shape.parts - 1;
    while (isLast ? offset < bytes.length : bytes.length - offset >= SEALED_CHUNK_LENGTH) {
      const sealed = bytes.subarray(offset, offset + SEALED_CHUNK_LENGTH);
      const opened = await opener.openChunk(chunk, sealed);
      if (!opened.ok) return err({ code: 'damaged' });
      if (!(await content.add(opened.value))) return err({ code: 'not-as-promised' });
      offset += sealed.length;
      chunk += 1;
    }
    rest = bytes.slice(offset);
    onProgress?.({ done: part + 1, total: shape.parts });
  }
  return equal(await hasher.digest(), reference.hash) ? ok(null) : err({ code: 'not-as-promised' });
}

/** Whether the relay says that exactly the parts stand that must: it may lie, and then opening finds out. */
async function asItShouldStand(
  reference: BlobReference,
  shape: BlobShape,
  { client, access, patience, signal }: Opening,
): Promise<Result<null, OpenBlobProblem>> {
  const state = await patience.run(() => client.blobState(access, reference.blob, signal), signal);
  if (!state.ok) return err({ code: 'relay', problem: state.error });
  const { parts } = state.value;
  const missing = Array.from({ length: shape.parts }, (_, part) => part).filter(
    (part) => (parts[part] ?? null) === null,
  );
  if (missing.length > 0) return err({ code: 'missing', parts: missing });
  const fits = parts.length === shape.parts && parts.every((size, part) => size === partLength(shape, part));
  return fits ? ok(null) : err({ code: 'damaged' });
}

function problemOf(problem: RelayProblem, part: number): OpenBlobProblem {
  const isGone = problem.code === 'nothing-there' || problem.code === 'forgotten';
  return isGone ? { code: 'missing', parts: [part] } : { code: 'relay', problem };
}

/** Takes the frame off: the length, which must be the promised one, then the content, then zeros and nothing else. */
function createUnframer(shape: BlobShape, take: (piece: Bytes) => Promise<void>) {
  const prefix = framePrefix(shape.size);
  const contentEnd = FRAME_PREFIX + shape.size;
  let at = 0;
  return {
    /** False where the frame is not the one that belongs to this size. */
    add: async (bytes: Bytes): Promise<boolean> => {
      const from = at;
      at += bytes.length;
      const head = bytes.subarray(0, Math.max(0, FRAME_PREFIX - from));
      if (!equal(head, prefix.subarray(from, from + head.length))) return false;
      const content = bytes.subarray(head.length, Math.max(head.length, contentEnd - from));
      if (content.length > 0) await take(content.slice());
      let padding = 0;
      for (const byte of bytes.subarray(head.length + content.length)) padding |= byte;
      return padding === 0 && at <= shape.padded;
    },
  };
}
