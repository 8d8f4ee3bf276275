import { createHash } from 'node:crypto';
import type { Bytes } from '@leeward/sealed-log/wire';

/** Small conveniences over bytes that are quicker in Node than their portable twins. */

/** Lower-case hexadecimal: the key of maps and the names of folders. */
export const hexOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');

export const base64urlOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');

/** SHA-256 at once: for bytes that are at hand, asking another thread takes longer than hashing them. */
export const hashOf = (bytes: Uint8Array): Bytes => ownBytes(createHash('sha256').update(bytes).digest());

/** Bytes with a buffer of their own, as the wire formats want them. */
export const ownBytes = (bytes: Uint8Array): Bytes => new Uint8Array(bytes);
