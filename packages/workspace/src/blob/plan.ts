import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal, fromBase64url, randomBytes, toBase64url } from '@leeward/sealed-log/crypto/bytes.ts';
import { SALT_LENGTH } from '@leeward/sealed-log/crypto/cobblestone.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';
import type { Result } from '@leeward/sealed-log/crypto/result.ts';
import { err, ok } from '@leeward/sealed-log/crypto/result.ts';
import { type BlobShape, MAX_FILE, shapeOf } from './framing.ts';
import { createFileHasher } from './hasher.ts';

/** How much of a file is in memory at a time, in bytes. */
export const SLICE = 1024 * 1024;

/** Everything that decides the bytes of one blob: the same plan and the same file give the same bytes. */
export type BlobPlan = {
  /** Random: it says nothing about the file, and the same file gets another one each time (fault 54). */
  readonly blob: Bytes;
  readonly key: Bytes;
  readonly salt: Bytes;
  readonly shape: BlobShape;
  /** SHA-256 of the file. */
  readonly hash: Bytes;
  /**
   * SHA-256 of each slice of the file. Held against every slice again before it is sealed: two contents under one key
   * would betray both, so that a file that has changed since is refused.
   */
  readonly slices: readonly Bytes[];
};

/** What is kept of a plan to go on after the page was closed: as secret as the file itself. */
export type BlobTicket = string;

export type PlanProblem =
  | { readonly code: 'file-too-large'; readonly limit: number; readonly size: number }
  | { readonly code: 'file-unreadable' | 'aborted' | 'file-changed' | 'ticket-malformed' };

export type Reading = {
  readonly signal?: AbortSignal | undefined;
  /** Bytes read so far. */
  readonly onRead?: ((bytes: number) => void) | undefined;
};

/** Reads a file once and lays down how it becomes a blob, under a new random key and id. Nothing is sent. */
export async function planBlob(file: Blob, reading: Reading = {}): Promise<Result<BlobPlan, PlanProblem>> {
  const shape = shapeOf(file.size);
  if (shape === null) return err({ code: 'file-too-large', limit: MAX_FILE, size: file.size });
  const hashes = await hashFile(file, reading);
  if (!hashes.ok) return hashes;
  return ok({
    blob: randomBytes(32),
    key: randomBytes(32),
    salt: randomBytes(SALT_LENGTH),
    shape,
    ...hashes.value,
  });
}

/** Notes down what `resumePlan` needs. */
export function ticketOf({ blob, key, salt, shape, hash }: BlobPlan): BlobTicket {
  return JSON.stringify({
    v: 1,
    blob: toBase64url(blob),
    key: toBase64url(key),
    salt: toBase64url(salt),
    hash: toBase64url(hash),
    size: shape.size,
  });
}

/** Lays the plan of a ticket down again for the same file, which is read through to make sure that it is the same. */
export async function resumePlan(
  file: Blob,
  ticket: BlobTicket,
  reading: Reading = {},
): Promise<Result<BlobPlan, PlanProblem>> {
  const kept = readTicket(ticket);
  const shape = kept === null ? null : shapeOf(kept.size);
  if (kept === null || shape === null) return err({ code: 'ticket-malformed' });
  if (file.size !== kept.size) return err({ code: 'file-changed' });
  const hashes = await hashFile(file, reading);
  if (!hashes.ok) return hashes;
  if (!equal(hashes.value.hash, kept.hash)) return err({ code: 'file-changed' });
  return ok({ blob: kept.blob, key: kept.key, salt: kept.salt, shape, ...hashes.value });
}

/** One slice of the file; null where it cannot be read any more, or has changed its length. */
export async function readSlice(file: Blob, slice: number): Promise<Bytes | null> {
  const start = slice * SLICE;
  const end = Math.min(file.size, start + SLICE);
  try {
    const bytes = new Uint8Array(await file.slice(start, end).arrayBuffer());
    return bytes.length === end - start ? bytes : null;
  } catch {
    // Moved, deleted, or changed since it was chosen: the platform says NotReadableError or NotFoundError.
    return null;
  }
}

async function hashFile(
  file: Blob,
  { signal, onRead }: Reading,
): Promise<Result<Pick<BlobPlan, 'hash' | 'slices'>, PlanProblem>> {
  const hasher = createFileHasher(file.size);
  const slices: Bytes[] = [];
  for (let slice = 0; slice * SLICE < file.size; slice += 1) {
    if (signal?.aborted === true) return err({ code: 'aborted' });
    const bytes = await readSlice(file, slice);
    if (bytes === null) return err({ code: 'file-unreadable' });
    slices.push(await sha256(bytes));
    hasher.add(bytes);
    onRead?.(slice * SLICE + bytes.length);
  }
  return ok({ hash: await hasher.digest(), slices });
}

function readTicket(
  ticket: BlobTicket,
): (Pick<BlobPlan, 'blob' | 'key' | 'salt' | 'hash'> & { size: number }) | null {
  let kept: unknown;
  try {
    kept = JSON.parse(ticket);
  } catch {
    return null;
  }
  if (typeof kept !== 'object' || kept === null) return null;
  const fields = kept as Readonly<Record<string, unknown>>;
  const bytes = (name: string, length: number): Bytes | null => {
    const text = fields[name];
    const read = fromBase64url(typeof text === 'string' ? text : '');
    return read.ok && read.value.length === length ? read.value : null;
  };
  const [blob, key, hash, salt] = [
    bytes('blob', 32),
    bytes('key', 32),
    bytes('hash', 32),
    bytes('salt', SALT_LENGTH),
  ];
  const { v, size } = fields;
  if (v !== 1 || typeof size !== 'number' || !blob || !key || !hash || !salt) return null;
  return { blob, key, salt, hash, size };
}
