import { type Bytes, fromHex } from './bytes.ts';
import { unwrap } from './result.ts';

/*
 * What can be said of an Ed25519 point or scalar from its 32 bytes (little-endian) alone, without arithmetic.
 * The same on every machine, which is why the verdicts that libraries disagree about are made here.
 */

/** p = 2^255 - 19. */
const FIELD_PRIME = /* @__PURE__ */ bytesOf(
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
);
/** L, the order of the base point. */
const GROUP_ORDER = /* @__PURE__ */ bytesOf(
  'edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010',
);
/** The y of the eight points whose order divides eight: orders 4, 1 (the identity), 2, 8, 8. Each with either sign. */
const SMALL_ORDER_Y: readonly Bytes[] = /* @__PURE__ */ [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
].map(bytesOf);

/** Whether the y of an encoded point is below p. */
export function isCanonical(point: Uint8Array): boolean {
  return compare(withoutSign(point), FIELD_PRIME) < 0;
}

/**
 * Whether a canonical encoding is that of a point of small order, the identity among them. The sign bit is not
 * looked at: for a y that has two points both are of small order, for one that has one the other is no encoding.
 */
export function isOfSmallOrder(point: Uint8Array): boolean {
  const y = withoutSign(point);
  return SMALL_ORDER_Y.some((small) => compare(small, y) === 0);
}

/** Whether the 32 bytes of an s are below L. */
export function isScalar(s: Uint8Array): boolean {
  return compare(s, GROUP_ORDER) < 0;
}

/** The order of two little-endian numbers of one length. What is compared here is public. */
function compare(left: Uint8Array, right: Uint8Array): number {
  for (let index = right.length - 1; index >= 0; index -= 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function withoutSign(point: Uint8Array): Uint8Array {
  const y = point.slice();
  y[31] = (y[31] ?? 0) & 0x7f;
  return y;
}

function bytesOf(hex: string): Bytes {
  return unwrap(fromHex(hex));
}
