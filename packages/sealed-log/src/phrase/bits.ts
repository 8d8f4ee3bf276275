/**
 * The 132 bits behind a phrase: 128 random ones and 4 of checksum, the mechanics of BIP39 for twelve words.
 * Words and digits are two spellings of these same bits.
 */

import type { Bytes } from '../crypto/bytes.ts';
import { sha256 } from '../crypto/hash.ts';

/** Bytes of randomness behind a phrase: 128 bits. */
export const PHRASE_BYTES = 16;
const CHECKSUM_BITS = 4n;

/** The first four bits of SHA-256 over the 16 bytes, as BIP39 lays down. */
async function checksum(entropy: Bytes): Promise<bigint> {
  const digest = await sha256(entropy);
  return BigInt((digest[0] ?? 0) >> 4);
}

/** Reads bytes as one number, the first byte being the highest. */
export function bytesToNumber(bytes: Uint8Array): bigint {
  let number = 0n;
  for (const byte of bytes) number = (number << 8n) | BigInt(byte);
  return number;
}

/** The number as `length` bytes, highest first. Throws a RangeError where it does not fit. */
export function numberToBytes(number: bigint, length: number): Bytes {
  const bytes = new Uint8Array(length);
  let rest = number;
  for (let at = length - 1; at >= 0; at -= 1) {
    bytes[at] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  if (rest !== 0n) throw new RangeError('the number does not fit into the bytes');
  return bytes;
}

/** Cuts a number into `count` figures of the given base, the highest first. Throws where it does not fit. */
export function toFigures(number: bigint, base: number, count: number): readonly number[] {
  const figures = new Array<number>(count).fill(0);
  let rest = number;
  for (let at = count - 1; at >= 0; at -= 1) {
    figures[at] = Number(rest % BigInt(base));
    rest /= BigInt(base);
  }
  if (rest !== 0n) throw new RangeError('the number does not fit into the figures');
  return figures;
}

/** Joins figures of the given base into one number again. */
export function fromFigures(figures: readonly number[], base: number): bigint {
  return figures.reduce((number, figure) => number * BigInt(base) + BigInt(figure), 0n);
}

/** Appends the checksum to the 16 bytes. Throws a RangeError for any other length: that is a bug, not a typing error. */
export async function withChecksum(entropy: Uint8Array): Promise<bigint> {
  if (entropy.length !== PHRASE_BYTES) throw new RangeError('a phrase stands for exactly 16 bytes');
  const copy = new Uint8Array(entropy);
  return (bytesToNumber(copy) << CHECKSUM_BITS) | (await checksum(copy));
}

/** Takes the checksum off again; `undefined` where it does not hold, or the number is no phrase at all. */
export async function withoutChecksum(bits: bigint): Promise<Bytes | undefined> {
  const payload = bits >> CHECKSUM_BITS;
  if (payload >> BigInt(PHRASE_BYTES * 8) !== 0n) return undefined;
  const entropy = numberToBytes(payload, PHRASE_BYTES);
  return (await checksum(entropy)) === (bits & ((1n << CHECKSUM_BITS) - 1n)) ? entropy : undefined;
}
