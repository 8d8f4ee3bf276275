import { err, ok, type Result } from './result.ts';

/** Bytes that own an ordinary buffer: what WebCrypto accepts everywhere, workers included. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** The parts one after the other, in a new buffer. */
export function concat(...parts: readonly Uint8Array[]): Bytes {
  let length = 0;
  for (const part of parts) length += part.length;
  const joined = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/**
 * Whether two byte strings are the same. Looks at every byte whatever it finds, so that the time taken does not
 * say where the first difference lies (as far as a JavaScript engine allows; the lengths are not secret).
 */
export function equal(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  let difference = 0;
  for (let index = 0; index < left.length; index += 1) {
    difference |= (left[index] ?? 0) ^ (right[index] ?? 0);
  }
  return difference === 0;
}

const encoder = /* @__PURE__ */ new TextEncoder();

/** The UTF-8 bytes of a text. */
export function utf8(text: string): Bytes {
  return encoder.encode(text);
}

/** The text of UTF-8 bytes. Anything that is not valid UTF-8 is malformed, and a byte order mark stays in the text. */
export function fromUtf8(bytes: Uint8Array): Result<string, 'malformed'> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return err('malformed');
  }
}

const hexOfByte: readonly string[] = /* @__PURE__ */ Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
);

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 1) text += hexOfByte[bytes[index] ?? 0];
  return text;
}

/** The bytes of lower-case hexadecimal: one spelling per value, so capitals are malformed too. */
export function fromHex(text: string): Result<Bytes, 'malformed'> {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return err('malformed');
  const bytes = new Uint8Array(text.length / 2);
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] = Number.parseInt(text.slice(index * 2, index * 2 + 2), 16);
  }
  return ok(bytes);
}

/** Base64 with the URL alphabet and without padding. */
export function toBase64url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The bytes of unpadded base64url: one spelling per value, so padding, blanks and stray last bits are malformed. */
export function fromBase64url(text: string): Result<Bytes, 'malformed'> {
  if (text.length % 4 === 1 || !/^[A-Za-z0-9_-]*$/.test(text)) return err('malformed');
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return toBase64url(bytes) === text ? ok(bytes) : err('malformed');
}

/** The most that one call of `getRandomValues` gives, in bytes. */
const RANDOM_QUOTA = 65_536;

/** Random bytes from the platform's generator. @throws whatever the platform throws when it has no randomness. */
export function randomBytes(length: number): Bytes {
  const bytes = new Uint8Array(length);
  for (let offset = 0; offset < length; offset += RANDOM_QUOTA) {
    crypto.getRandomValues(bytes.subarray(offset, Math.min(offset + RANDOM_QUOTA, length)));
  }
  return bytes;
}

/**
 * The one way in which several byte strings become one before they are hashed, signed or used as context: label
 * length (u16, big-endian), label, then for each part its length (u32, big-endian) and its bytes. Two different
 * lists never give the same bytes.
 * @throws RangeError when the label is longer than 65,535 bytes.
 */
export function lengthPrefixed(label: string, ...parts: readonly Uint8Array[]): Bytes {
  const labelBytes = bytesOfLabel(label);
  let length = 2 + labelBytes.length;
  for (const part of parts) length += 4 + part.length;
  const joined = new Uint8Array(length);
  const view = new DataView(joined.buffer);
  view.setUint16(0, labelBytes.length);
  joined.set(labelBytes, 2);
  let offset = 2 + labelBytes.length;
  for (const part of parts) {
    view.setUint32(offset, part.length);
    joined.set(part, offset + 4);
    offset += 4 + part.length;
  }
  return joined;
}

/** Labels are few and stand in the code; a long log asks for the same ones a hundred thousand times. */
const labels = /* @__PURE__ */ new Map<string, Bytes>();
const mostLabels = 256;

function bytesOfLabel(label: string): Bytes {
  const known = labels.get(label);
  if (known !== undefined) return known;
  const bytes = utf8(label);
  if (bytes.length > 0xffff) throw new RangeError('label too long');
  // A bound, should somebody ever make labels out of what comes from outside.
  if (labels.size < mostLabels) labels.set(label, bytes);
  return bytes;
}

/** An unsigned 32-bit number, big-endian. @throws RangeError outside 0 to 2^32 - 1 or when not whole. */
export function u32(value: number): Bytes {
  if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) throw new RangeError('not a u32');
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}
