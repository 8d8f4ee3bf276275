import type { Bytes } from './bytes.ts';
import { err, ok, type Result } from './result.ts';

/*
 * Padding inside the seal (section 4), so that a length says only in which bucket it lies. Always the same form: the
 * length of the content (u32, big-endian), the content, zeros up to the bucket. Attachments have a framing of their own.
 */

const KIB = 1024;
const PREFIX_LENGTH = 4;
const ENTRY_BUCKETS = [KIB, 2 * KIB, 4 * KIB, 8 * KIB, 16 * KIB, 32 * KIB, 64 * KIB];
/** A defender's first message, padded, in bytes. */
export const FIRST_MESSAGE_LENGTH = 32 * KIB;
/** The longest content of an entry, in bytes. What is longer goes into a blob. */
export const MAX_ENTRY_CONTENT = 64 * KIB - PREFIX_LENGTH;
/** The longest content of a first message, in bytes. What is longer continues in a second padded one. */
export const MAX_FIRST_MESSAGE_CONTENT = FIRST_MESSAGE_LENGTH - PREFIX_LENGTH;
/** Pads an entry to 1, 2, 4, 8, 16, 32 or 64 KiB. */
export function padEntry(content: Uint8Array): Result<Bytes, 'too-long'> {
  return padTo(content, paddedEntryLength(content.length));
}

/** The content of a padded entry. Another bucket than the smallest that fits, or a byte that is not zero, is refused. */
export function unpadEntry(padded: Bytes): Result<Bytes, 'malformed'> {
  return unpad(padded, paddedEntryLength);
}

/** Pads the first message of a defender to 32 KiB, whatever it says. */
export function padFirstMessage(content: Uint8Array): Result<Bytes, 'too-long'> {
  return padTo(content, firstMessageLength(content.length));
}

/** The content of a padded first message. */
export function unpadFirstMessage(padded: Bytes): Result<Bytes, 'malformed'> {
  return unpad(padded, firstMessageLength);
}

function paddedEntryLength(contentLength: number): number | undefined {
  return ENTRY_BUCKETS.find((bucket) => PREFIX_LENGTH + contentLength <= bucket);
}

function firstMessageLength(contentLength: number): number | undefined {
  return contentLength <= MAX_FIRST_MESSAGE_CONTENT ? FIRST_MESSAGE_LENGTH : undefined;
}

function padTo(content: Uint8Array, length: number | undefined): Result<Bytes, 'too-long'> {
  if (length === undefined) return err('too-long');
  const padded = new Uint8Array(length);
  new DataView(padded.buffer).setUint32(0, content.length);
  padded.set(content, PREFIX_LENGTH);
  return ok(padded);
}

function unpad(
  padded: Bytes,
  canonicalLength: (contentLength: number) => number | undefined,
): Result<Bytes, 'malformed'> {
  if (padded.length < PREFIX_LENGTH) return err('malformed');
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  if (canonicalLength(length) !== padded.length) return err('malformed');
  const end = PREFIX_LENGTH + length;
  let padding = 0;
  for (let index = end; index < padded.length; index += 1) padding |= padded[index] ?? 0;
  return padding === 0 ? ok(padded.slice(PREFIX_LENGTH, end)) : err('malformed');
}
