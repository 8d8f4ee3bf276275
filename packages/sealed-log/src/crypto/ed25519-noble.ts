import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { type Bytes, concat, equal } from './bytes.ts';

/*
 * The curve arithmetic of the noble backend. Loaded only when somebody needs it. Noble's own `verify` is cofactored
 * (it accepts an R that is off by a torsion point), so the equation is checked here over its points instead.
 */

const { Point } = ed25519;

/** Whether the bytes are the canonical encoding of a point in the prime-order group other than the identity. */
export function isOnCurveAndTorsionFree(publicKey: Bytes): boolean {
  const point = decode(publicKey);
  return point !== undefined && !point.is0() && point.isTorsionFree();
}

/** Whether R is byte for byte the encoding of sB - kA, where k = SHA-512(R, A, message) mod L. */
export function equationHolds(publicKey: Bytes, message: Bytes, r: Bytes, s: Bytes): boolean {
  const a = decode(publicKey);
  if (a === undefined) return false;
  const k = littleEndianNumber(sha512(concat(r, publicKey, message))) % Point.Fn.ORDER;
  const expected = Point.BASE.multiplyUnsafe(littleEndianNumber(s)).subtract(a.multiplyUnsafe(k));
  return equal(expected.toBytes(), r);
}

/** The public key of a 32-byte seed. */
export function publicKeyOfSeed(seed: Bytes): Bytes {
  return ed25519.getPublicKey(seed);
}

/** The signature of RFC 8032 under a 32-byte seed. */
export function signWithSeed(seed: Bytes, message: Bytes): Bytes {
  return ed25519.sign(message, seed);
}

function decode(bytes: Bytes): InstanceType<typeof Point> | undefined {
  try {
    return Point.fromBytes(bytes, false);
  } catch {
    return undefined;
  }
}

function littleEndianNumber(bytes: Uint8Array): bigint {
  let value = 0n;
  for (let index = bytes.length - 1; index >= 0; index -= 1)
    value = (value << 8n) | BigInt(bytes[index] ?? 0);
  return value;
}
