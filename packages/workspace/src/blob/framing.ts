import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { lengthPrefixed } from '@leeward/sealed-log/crypto/bytes.ts';
import { sealedLength } from '@leeward/sealed-log/crypto/cobblestone.ts';
import { limits } from '@leeward/sealed-log/wire/limits.ts';

/*
 * How a file becomes the bytes of a blob: its length (8 bytes, big-endian), its content, zeros up to the next length
 * of Padmé (Nikitin and others, 2019), all sealed as one Cobblestone message and cut into parts of 1 MiB. The length
 * of a blob therefore tells only the magnitude of the file (section 4).
 */

/** Bytes before the content. */
export const FRAME_PREFIX = 8;
/** Below it Padmé alone would tell tiny files apart. */
const SMALLEST = 1024;
/** The longest file: what Padmé rounds up to still fits into the parts that a blob may have. */
export const MAX_FILE = 8128 * 1024 * 1024 - FRAME_PREFIX;

/** Where things lie in the blob of a file. All lengths in bytes. */
export type BlobShape = {
  readonly size: number;
  /** Prefix, content and zeros. */
  readonly padded: number;
  readonly sealed: number;
  readonly parts: number;
};

/** The shape of the blob for a file of this size; null where the file is longer than `MAX_FILE`, or the number is none. */
export function shapeOf(size: number): BlobShape | null {
  if (!Number.isSafeInteger(size) || size < 0 || size > MAX_FILE) return null;
  const padded = Math.max(SMALLEST, padme(FRAME_PREFIX + size));
  const sealed = sealedLength(padded);
  return { size, padded, sealed, parts: Math.ceil(sealed / limits.part) };
}

/** The bytes of one part: all have 1 MiB but the last. */
export function partLength(shape: BlobShape, part: number): number {
  return part < shape.parts - 1 ? limits.part : shape.sealed - (shape.parts - 1) * limits.part;
}

export function framePrefix(size: number): Bytes {
  const bytes = new Uint8Array(FRAME_PREFIX);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(size));
  return bytes;
}

/** What the seal is bound to: a blob that was put under another id, or taken to another organisation, does not open. */
export function blobContext(org: Bytes, blob: Bytes): Bytes {
  return lengthPrefixed('leeward/v1/blob', org, blob);
}

/** Only as many leading bits of a length stay as its own magnitude has bits; for lengths beyond 32 bits, too. */
function padme(length: number): number {
  const exponent = bitsOf(length) - 1;
  const step = 2 ** Math.max(0, exponent - bitsOf(exponent));
  return Math.ceil(length / step) * step;
}

/** How many binary digits a number has. */
function bitsOf(value: number): number {
  let bits = 0;
  for (let rest = value; rest >= 1; rest = Math.floor(rest / 2)) bits += 1;
  return bits;
}
