/*
 * What can be said of an Ed25519 point or scalar from its 32 bytes (little-endian) alone, without arithmetic.
 * The same on every machine, which is why the verdicts that libraries disagree about are made here.
 */

/** p = 2^255 - 19. */
const FIELD_PRIME = 'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f';
/** L, the order of the base point. */
const GROUP_ORDER = 'edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010';
/** The y of the eight points whose order divides eight: orders 4, 1 (the identity), 2, 8, 8. Each with either sign. */
const SMALL_ORDER_Y = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
] as const;

/** Whether the y of an encoded point is below p. */
export function isCanonical(point: Uint8Array): boolean {
  return bigEndianHex(point, 0x7f) < reversed(FIELD_PRIME);
}

/**
 * Whether a canonical encoding is that of a point of small order, the identity among them. The sign bit is not
 * looked at: for a y that has two points both are of small order, for one that has one the other is no encoding.
 */
export function isOfSmallOrder(point: Uint8Array): boolean {
  const y = bigEndianHex(point, 0x7f);
  return SMALL_ORDER_Y.some((small) => reversed(small) === y);
}

/** Whether the 32 bytes of an s are below L. */
export function isScalar(s: Uint8Array): boolean {
  return bigEndianHex(s, 0xff) < reversed(GROUP_ORDER);
}

/** Hexadecimal with the most significant byte first: for texts of one length, their order is that of the numbers. */
function bigEndianHex(littleEndian: Uint8Array, lastByteMask: number): string {
  let text = '';
  for (let index = littleEndian.length - 1; index >= 0; index -= 1) {
    const byte = (littleEndian[index] ?? 0) & (index === littleEndian.length - 1 ? lastByteMask : 0xff);
    text += byte.toString(16).padStart(2, '0');
  }
  return text;
}

function reversed(hex: string): string {
  return (hex.match(/../g) ?? []).reverse().join('');
}
