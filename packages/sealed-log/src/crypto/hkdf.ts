import { type Bytes, lengthPrefixed } from './bytes.ts';
import { LABEL_PREFIX } from './hash.ts';

/**
 * Commitments have a prefix that no derived key can have, so that a published commitment is never some other
 * place's secret, whatever label is chosen there.
 */
const COMMITMENT_PREFIX = 'leeward/v1-commitment/';

/**
 * HKDF-SHA-256 (RFC 5869) by the platform.
 * @param length in bytes, 1 to 8160.
 * @throws RangeError for another length.
 */
export async function hkdfSha256(ikm: Bytes, salt: Bytes, info: Bytes, length: number): Promise<Bytes> {
  if (!Number.isInteger(length) || length < 1 || length > 255 * 32) throw new RangeError('HKDF length');
  const key = await crypto.subtle.importKey('raw', ikm, 'HKDF', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, key, length * 8);
  return new Uint8Array(bits);
}

/** A key of 32 bytes for one purpose, named by the label and bound to the context. One purpose per key (section 2). */
export async function derive(key: Bytes, label: string, ...context: readonly Uint8Array[]): Promise<Bytes> {
  return hkdfSha256(key, new Uint8Array(0), lengthPrefixed(LABEL_PREFIX + label, ...context), 32);
}

/**
 * The commitment of 32 bytes that a signed entry publishes for a key (rule 8): it tells nothing about the key, and
 * no second key gives the same one.
 */
export async function commitmentTo(
  key: Bytes,
  label: string,
  ...context: readonly Uint8Array[]
): Promise<Bytes> {
  return hkdfSha256(key, new Uint8Array(0), lengthPrefixed(COMMITMENT_PREFIX + label, ...context), 32);
}
