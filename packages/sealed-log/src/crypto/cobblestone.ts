import { expand } from '@noble/hashes/hkdf.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { type AesGcmBackend, TAG_LENGTH, webcryptoAesGcm } from './aes-gcm.ts';
import { type Bytes, concat, equal, randomBytes, utf8 } from './bytes.ts';
import { err, ok, type Result } from './result.ts';

/*
 * C2SP chunked-encryption, "Cobblestone-256" (c2sp.org/chunked-encryption): commits to its key, notices a missing
 * end, and opens any chunk alone. This file lays out the chunks; HKDF-Expand is noble's, AES-GCM the platform's.
 */

/** Plaintext bytes of every chunk but the last, which always has fewer (possibly none). */
export const CHUNK_LENGTH = 16_384;
/** Salt of a sealed message, in bytes. A fresh one per message: no counter is ever stored (section 9). */
export const SALT_LENGTH = 24;
/** Salt and commitment, which stand before the first chunk, in bytes. */
export const HEADER_LENGTH = SALT_LENGTH + 32;
/** A full chunk with its tag, in bytes. */
export const SEALED_CHUNK_LENGTH = CHUNK_LENGTH + TAG_LENGTH;

const INFO_LABEL = 'c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0';
/** 64 TiB: the least that the specification asks of an implementation. */
const MAX_CHUNKS = 2 ** 32;

/**
 * Why a message does not open. `too-short`: not even a header. `wrong-key`: the commitment is not this key's for
 * this context. `truncated`: the end is missing. `corrupt`: a chunk was changed, moved, doubled, or is cut inside.
 */
export type OpenFailure = 'too-short' | 'wrong-key' | 'truncated' | 'corrupt';

/**
 * Seals a message that is at hand: header, then its chunks.
 * @param key 32 bytes, for this purpose only.
 * @param context bound to the message; opening needs the same bytes.
 */
export async function seal(key: Bytes, context: Uint8Array, plaintext: Bytes): Promise<Bytes> {
  return sealWithSalt(webcryptoAesGcm, key, context, plaintext, randomBytes(SALT_LENGTH));
}

/** As `seal`, with a given salt and backend. For tests and vectors alone: a salt used twice gives the plaintext away. */
export async function sealWithSalt(
  backend: AesGcmBackend,
  key: Bytes,
  context: Uint8Array,
  plaintext: Bytes,
  salt: Bytes,
): Promise<Bytes> {
  const sealer = await createSealerWithSalt(backend, key, context, salt);
  const pieces: Bytes[] = [sealer.header];
  let offset = 0;
  for (; plaintext.length - offset >= CHUNK_LENGTH; offset += CHUNK_LENGTH) {
    pieces.push(await sealer.seal(plaintext.subarray(offset, offset + CHUNK_LENGTH)));
  }
  pieces.push(await sealer.finish(plaintext.subarray(offset)));
  return concat(...pieces);
}

/** Opens a whole message, or says why not. Nothing of a message that does not open entirely is given out. */
export async function open(
  key: Bytes,
  context: Uint8Array,
  sealed: Bytes,
): Promise<Result<Bytes, OpenFailure>> {
  return openWithBackend(webcryptoAesGcm, key, context, sealed);
}

/** As `open`, on a given backend. */
export async function openWithBackend(
  backend: AesGcmBackend,
  key: Bytes,
  context: Uint8Array,
  sealed: Bytes,
): Promise<Result<Bytes, OpenFailure>> {
  const opener = await createOpenerWithBackend(backend, key, context, sealed.subarray(0, HEADER_LENGTH));
  if (!opener.ok) return opener;
  const shape = layout(sealed.length);
  if (!shape.ok) return shape;
  const plaintext = new Uint8Array(shape.value.plaintextLength);
  for (let index = 0; index < shape.value.chunks; index += 1) {
    const start = HEADER_LENGTH + index * SEALED_CHUNK_LENGTH;
    const chunk = await opener.value.openChunk(index, sealed.subarray(start, start + SEALED_CHUNK_LENGTH));
    if (!chunk.ok) return chunk;
    plaintext.set(chunk.value, index * CHUNK_LENGTH);
  }
  return ok(plaintext);
}

/** Seals an attachment piece by piece. It counts the chunks itself, so that no nonce can be used twice. */
export interface Sealer {
  /** What stands before the first chunk. */
  readonly header: Bytes;
  /** The next chunk, of exactly 16 KiB. @throws Error for another length, or after `finish`. */
  readonly seal: (chunk: Bytes) => Promise<Bytes>;
  /** The last chunk, shorter than 16 KiB, possibly empty. @throws Error when it is not, or when called twice. */
  readonly finish: (lastChunk: Bytes) => Promise<Bytes>;
}

/** A sealer for one message, under a fresh salt. */
export async function createSealer(key: Bytes, context: Uint8Array): Promise<Sealer> {
  return createSealerWithSalt(webcryptoAesGcm, key, context, randomBytes(SALT_LENGTH));
}

/**
 * As `createSealer`, with a given salt: for an upload that goes on after the page was closed. The caller makes sure
 * that under one key and salt only ever the same plaintext is sealed, piece by piece the same: a second one would give
 * both away.
 */
export async function createSealerWithSalt(
  backend: AesGcmBackend,
  key: Bytes,
  context: Uint8Array,
  salt: Bytes,
): Promise<Sealer> {
  if (salt.length !== SALT_LENGTH) throw new RangeError('salt length');
  const secrets = messageSecrets(key, salt, context);
  const cipher = await backend(secrets.key);
  let next = 0;
  let finished = false;
  // Takes the number before anything is awaited: two calls at once never share one.
  const sealNext = (chunk: Bytes, last: boolean): Promise<Bytes> => {
    if (finished) throw new Error('the message is already finished');
    if (last ? chunk.length >= CHUNK_LENGTH : chunk.length !== CHUNK_LENGTH) throw new Error('chunk length');
    if (next >= MAX_CHUNKS) throw new Error('message too long');
    const index = next;
    next += 1;
    finished = last;
    return cipher.seal(chunkNonce(secrets.baseNonce, index), chunk);
  };
  return {
    header: concat(salt, secrets.commitment),
    seal: async (chunk) => sealNext(chunk, false),
    finish: async (lastChunk) => sealNext(lastChunk, true),
  };
}

/**
 * Opens chunks of one message in any order. Whoever reads only some chunks knows that these are genuine and in their
 * place, but learns whether the end is missing only from `layout` and from opening the last chunk.
 */
export interface Opener {
  /** The chunk at this place (from 0), with its tag. A chunk of another place, or a changed one, is `corrupt`. */
  readonly openChunk: (index: number, sealedChunk: Bytes) => Promise<Result<Bytes, 'corrupt'>>;
}

/** An opener for the message with this header (its first 56 bytes). The commitment is checked before anything else. */
export async function createOpener(
  key: Bytes,
  context: Uint8Array,
  header: Bytes,
): Promise<Result<Opener, 'too-short' | 'wrong-key'>> {
  return createOpenerWithBackend(webcryptoAesGcm, key, context, header);
}

async function createOpenerWithBackend(
  backend: AesGcmBackend,
  key: Bytes,
  context: Uint8Array,
  header: Bytes,
): Promise<Result<Opener, 'too-short' | 'wrong-key'>> {
  if (header.length < HEADER_LENGTH) return err('too-short');
  const secrets = messageSecrets(key, header.subarray(0, SALT_LENGTH), context);
  if (!equal(secrets.commitment, header.subarray(SALT_LENGTH, HEADER_LENGTH))) return err('wrong-key');
  const cipher = await backend(secrets.key);
  return ok({
    openChunk: async (index, sealedChunk) => {
      if (!Number.isInteger(index) || index < 0 || index >= MAX_CHUNKS) return err('corrupt');
      if (sealedChunk.length > SEALED_CHUNK_LENGTH) return err('corrupt');
      const plaintext = await cipher.open(chunkNonce(secrets.baseNonce, index), sealedChunk);
      return plaintext === undefined ? err('corrupt') : ok(plaintext);
    },
  });
}

/** Where things lie in a sealed message of a given length. */
export interface Layout {
  readonly chunks: number;
  /** In bytes. */
  readonly plaintextLength: number;
}

/**
 * How many chunks a sealed message of this length has. A length at which the last chunk would be full, or shorter
 * than its tag, is never that of a whole message: `truncated`.
 */
export function layout(sealedLength: number): Result<Layout, 'too-short' | 'truncated'> {
  if (sealedLength < HEADER_LENGTH) return err('too-short');
  const body = sealedLength - HEADER_LENGTH;
  const lastChunk = body % SEALED_CHUNK_LENGTH;
  if (lastChunk < TAG_LENGTH) return err('truncated');
  const chunks = Math.floor(body / SEALED_CHUNK_LENGTH) + 1;
  return ok({ chunks, plaintextLength: body - chunks * TAG_LENGTH });
}

/** The length of what `seal` gives for a plaintext of this length, both in bytes. */
export function sealedLength(plaintextLength: number): number {
  const chunks = Math.floor(plaintextLength / CHUNK_LENGTH) + 1;
  return HEADER_LENGTH + plaintextLength + chunks * TAG_LENGTH;
}

interface MessageSecrets {
  readonly key: Bytes;
  readonly baseNonce: Bytes;
  readonly commitment: Bytes;
}

function messageSecrets(key: Bytes, salt: Bytes, context: Uint8Array): MessageSecrets {
  if (key.length !== 32) throw new RangeError('the key of a message has 32 bytes');
  // noble asks for a pseudorandom key as long as the hash. HMAC fills a shorter key up with zeros, so that filling
  // it up beforehand changes nothing: the vectors and a test over the platform's HMAC hold it.
  const prk = concat(key, new Uint8Array(32));
  const okm = expand(sha512, prk, concat(utf8(INFO_LABEL), salt, context), 76);
  return { key: okm.slice(0, 32), baseNonce: okm.slice(32, 44), commitment: okm.slice(44, 76) };
}

function chunkNonce(baseNonce: Bytes, index: number): Bytes {
  const nonce = baseNonce.slice();
  const view = new DataView(nonce.buffer);
  view.setUint32(8, (view.getUint32(8) ^ index) >>> 0);
  return nonce;
}
