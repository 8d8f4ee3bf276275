import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Result } from '@leeward/sealed-log/crypto/result.ts';
import { err, ok } from '@leeward/sealed-log/crypto/result.ts';
import type { BlobReference } from '@leeward/sealed-log/wire/box.ts';
import type { BlobAccess, BlobCalls } from '../transport/blob-calls.ts';
import type { Patience } from '../transport/patience.ts';
import type { RelayProblem } from '../transport/problem.ts';
import { partLength } from './framing.ts';
import type { BlobPlan } from './plan.ts';
import { type SealStop, sealedParts } from './seal-parts.ts';

export type UploadProblem =
  | { readonly code: SealStop }
  /** The relay says that something else stands under this random id, or loses parts again and again. */
  | { readonly code: 'refused' }
  | { readonly code: 'relay'; readonly problem: RelayProblem };

export type UploadProgress = {
  /** Parts that stand, those of an earlier try among them. */
  readonly done: number;
  readonly total: number;
};

export type Uploading = {
  readonly client: BlobCalls;
  readonly access: BlobAccess;
  readonly patience: Patience;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined;
};

/** How often parts that the relay had and has no more are sent again. */
const ROUNDS = 3;

/**
 * Brings a file to the relay: asks which parts stand, sends the others, asks the relay to hold them for the whole. A
 * lost line is waited for; what was sent is never sent twice. Resolves when the relay says that it has everything.
 */
export async function uploadBlob(
  file: Blob,
  plan: BlobPlan,
  { client, access, patience, signal, onProgress }: Uploading,
): Promise<Result<null, UploadProblem>> {
  const { blob, shape } = plan;
  const whole = { parts: shape.parts, totalBytes: shape.sealed };
  for (let round = 0; round < ROUNDS; round += 1) {
    const state = await patience.run(() => client.blobState(access, blob, signal), signal);
    if (!state.ok) return err({ code: 'relay', problem: state.error });
    const standing = new Set<number>();
    for (const [part, size] of state.value.parts.entries()) {
      if (size === null) continue;
      if (part >= shape.parts || size !== partLength(shape, part)) return err({ code: 'refused' });
      standing.add(part);
    }
    const sent = await sendMissing(file, plan, standing, { client, access, patience, signal, onProgress });
    if (!sent.ok) return sent;
    const complete = await patience.run(() => client.completeBlob(access, blob, whole, signal), signal);
    if (complete.ok) return complete;
    if (complete.error.code !== 'part-missing') return err({ code: 'relay', problem: complete.error });
  }
  return err({ code: 'refused' });
}

async function sendMissing(
  file: Blob,
  plan: BlobPlan,
  standing: Set<number>,
  { client, access, patience, signal, onProgress }: Uploading,
): Promise<Result<null, UploadProblem>> {
  const { blob, shape } = plan;
  const say = (): void => onProgress?.({ done: standing.size, total: shape.parts });
  say();
  if (standing.size === shape.parts) return ok(null);
  for await (const piece of sealedParts(file, plan, access.org)) {
    if (typeof piece === 'string') return err({ code: piece });
    if (standing.has(piece.part)) continue;
    const sent = await patience.run(
      () => client.putPart(access, blob, piece.part, piece.bytes, signal),
      signal,
    );
    if (!sent.ok && sent.error.code === 'part-differs') return err({ code: 'refused' });
    if (!sent.ok) return err({ code: 'relay', problem: sent.error });
    standing.add(piece.part);
    say();
    if (standing.size === shape.parts) break;
  }
  return ok(null);
}

/** What opens the blob again, for the item or event that names it. */
export function referenceTo(plan: BlobPlan, name: string, mediaType: string): BlobReference {
  return {
    blob: plan.blob,
    key: plan.key,
    size: plan.shape.size,
    hash: plan.hash,
    name: shortened(name, 1024),
    mediaType: /^[\w.+-]+\/[\w.+-]+$/.test(mediaType) && mediaType.length <= 128 ? mediaType : '',
  };
}

/** Well-formed text of at most so many bytes of UTF-8, cut between characters. */
function shortened(text: string, limit: number): string {
  const encoder = new TextEncoder();
  const whole = new TextDecoder().decode(encoder.encode(text));
  if (encoder.encode(whole).length <= limit) return whole;
  const target: Bytes = new Uint8Array(limit);
  const { read } = encoder.encodeInto(whole, target);
  return whole.slice(0, read);
}
