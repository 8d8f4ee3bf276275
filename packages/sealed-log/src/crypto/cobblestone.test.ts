import { readFileSync } from 'node:fs';
import { expand } from '@noble/hashes/hkdf.js';
import { sha512 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { nobleAesGcm, webcryptoAesGcm } from './aes-gcm.ts';
import { type Bytes, concat, fromHex, randomBytes, toHex, utf8 } from './bytes.ts';
import {
  CHUNK_LENGTH,
  createOpener,
  createSealer,
  HEADER_LENGTH,
  layout,
  open,
  openWithBackend,
  SEALED_CHUNK_LENGTH,
  seal,
  sealedLength,
  sealWithSalt,
} from './cobblestone.ts';
import { sha256 } from './hash.ts';
import { err, ok, unwrap } from './result.ts';

const KEY = new Uint8Array(32).fill(0x11);
const CONTEXT = utf8('a record, a position');
const BACKENDS = { webcrypto: webcryptoAesGcm, noble: nobleAesGcm } as const;

interface FrozenVector {
  readonly comment: string;
  readonly key: string;
  readonly context: string;
  readonly salt: string;
  readonly plaintextLength: number;
  readonly sealedStart: string;
  readonly sealedSha256: string;
}

/** The plaintext of the frozen vectors: bytes that do not repeat with the chunk length. */
function pattern(length: number): Bytes {
  return Uint8Array.from({ length }, (_, index) => (index * 7 + (index >> 8)) & 0xff);
}

function flip(bytes: Bytes, bit: number): Bytes {
  const changed = bytes.slice();
  changed[bit >> 3]! ^= 1 << (bit & 7);
  return changed;
}

describe('a sealed message', () => {
  it('opens to what was sealed, at every length around the ends of chunks', async () => {
    for (const chunks of [0, 1, 2]) {
      for (const more of [0, 1, 15, 16, 17, CHUNK_LENGTH - 17, CHUNK_LENGTH - 1]) {
        const plaintext = pattern(chunks * CHUNK_LENGTH + more);
        const sealed = await seal(KEY, CONTEXT, plaintext);
        expect(sealed.length).toBe(sealedLength(plaintext.length));
        expect(layout(sealed.length)).toEqual(ok({ chunks: chunks + 1, plaintextLength: plaintext.length }));
        expect(await open(KEY, CONTEXT, sealed)).toEqual(ok(plaintext));
      }
    }
  });

  it('is the same from both backends, and each opens what the other sealed', async () => {
    const lengths = fc.oneof(fc.nat(200), fc.integer({ min: CHUNK_LENGTH - 20, max: 2 * CHUNK_LENGTH + 20 }));
    await fc.assert(
      fc.asyncProperty(lengths, fc.uint8Array({ maxLength: 50 }), async (length, context) => {
        const plaintext = pattern(length);
        const salt = randomBytes(24);
        const sealed = await sealWithSalt(webcryptoAesGcm, KEY, context, plaintext, salt);
        expect(await sealWithSalt(nobleAesGcm, KEY, context, plaintext, salt)).toEqual(sealed);
        for (const backend of Object.values(BACKENDS)) {
          expect(await openWithBackend(backend, KEY, context, sealed)).toEqual(ok(plaintext));
        }
      }),
      { numRuns: runs(20) },
    );
  });

  it('derives its secrets as HKDF-Expand does when written over HMAC of the platform', async () => {
    const salt = randomBytes(24);
    const info = concat(
      utf8('c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM'),
      Uint8Array.of(0),
      salt,
      CONTEXT,
    );
    const hmac = await crypto.subtle.importKey('raw', KEY, { name: 'HMAC', hash: 'SHA-512' }, false, [
      'sign',
    ]);
    const first = new Uint8Array(await crypto.subtle.sign('HMAC', hmac, concat(info, Uint8Array.of(1))));
    const second = new Uint8Array(
      await crypto.subtle.sign('HMAC', hmac, concat(first, info, Uint8Array.of(2))),
    );
    const okm = concat(first, second).slice(0, 76);
    const sealed = await sealWithSalt(webcryptoAesGcm, KEY, CONTEXT, new Uint8Array(0), salt);
    expect(sealed.slice(0, HEADER_LENGTH)).toEqual(concat(salt, okm.slice(44)));
    const cipher = await webcryptoAesGcm(okm.slice(0, 32));
    expect(await cipher.open(okm.slice(32, 44), sealed.slice(HEADER_LENGTH))).toEqual(new Uint8Array(0));
  });

  it('still gives the frozen vectors, on both backends', async () => {
    const path = new URL('./vectors/cobblestone-256.json', import.meta.url);
    const vectors = JSON.parse(readFileSync(path, 'utf8')) as readonly FrozenVector[];
    expect(vectors.length).toBeGreaterThan(5);
    for (const vector of vectors) {
      const [key, context, salt] = [vector.key, vector.context, vector.salt].map((hex) =>
        unwrap(fromHex(hex)),
      );
      const plaintext = pattern(vector.plaintextLength);
      for (const backend of Object.values(BACKENDS)) {
        const sealed = await sealWithSalt(backend, key!, context!, plaintext, salt!);
        expect(toHex(sealed.subarray(0, 96)), vector.comment).toBe(vector.sealedStart);
        expect(toHex(await sha256(sealed)), vector.comment).toBe(vector.sealedSha256);
        expect(await openWithBackend(backend, key!, context!, sealed)).toEqual(ok(plaintext));
      }
    }
  });

  it('is refused with any single bit turned', async () => {
    const sealed = await seal(KEY, CONTEXT, pattern(40));
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const expected = bit < HEADER_LENGTH * 8 ? 'wrong-key' : 'corrupt';
      expect(await open(KEY, CONTEXT, flip(sealed, bit))).toEqual(err(expected));
    }
    const long = await seal(KEY, CONTEXT, pattern(2 * CHUNK_LENGTH + 5));
    await fc.assert(
      fc.asyncProperty(fc.nat(long.length * 8 - 1), async (bit) => {
        expect((await open(KEY, CONTEXT, flip(long, bit))).ok).toBe(false);
      }),
      { numRuns: runs(60) },
    );
  });

  it('says wrong key for another key or another context, before anything is decrypted', async () => {
    const sealed = await seal(KEY, CONTEXT, pattern(10));
    expect(await open(new Uint8Array(32), CONTEXT, sealed)).toEqual(err('wrong-key'));
    expect(await open(KEY, utf8('another record'), sealed)).toEqual(err('wrong-key'));
    expect(await open(KEY, new Uint8Array(0), sealed)).toEqual(err('wrong-key'));
  });

  it('is never read as whole when its end is missing, wherever it was cut', async () => {
    const short = await seal(KEY, CONTEXT, pattern(20));
    for (let length = 0; length < short.length; length += 1) {
      const expected =
        length < HEADER_LENGTH ? 'too-short' : length < HEADER_LENGTH + 16 ? 'truncated' : 'corrupt';
      expect(await open(KEY, CONTEXT, short.slice(0, length))).toEqual(err(expected));
    }
    const long = await seal(KEY, CONTEXT, pattern(2 * CHUNK_LENGTH));
    for (const chunks of [0, 1, 2]) {
      const atChunkEnd = HEADER_LENGTH + chunks * SEALED_CHUNK_LENGTH;
      for (const more of [0, 1, 15]) {
        expect(await open(KEY, CONTEXT, long.slice(0, atChunkEnd + more))).toEqual(err('truncated'));
      }
    }
    expect(await open(KEY, CONTEXT, long.slice(0, HEADER_LENGTH + SEALED_CHUNK_LENGTH - 1))).toEqual(
      err('corrupt'),
    );
  });

  it('is refused with anything after its end, or with chunks swapped, doubled or left out', async () => {
    const sealed = await seal(KEY, CONTEXT, pattern(2 * CHUNK_LENGTH + 100));
    const header = sealed.slice(0, HEADER_LENGTH);
    const chunk = (index: number): Bytes => {
      const start = HEADER_LENGTH + index * SEALED_CHUNK_LENGTH;
      return sealed.slice(start, start + SEALED_CHUNK_LENGTH);
    };
    const [first, second, last] = [chunk(0), chunk(1), chunk(2)];
    expect(await open(KEY, CONTEXT, concat(header, first, second, last))).toMatchObject({ ok: true });
    for (const forged of [
      concat(sealed, Uint8Array.of(0)),
      concat(sealed, new Uint8Array(SEALED_CHUNK_LENGTH)),
      concat(sealed, last),
      concat(header, second, first, last),
      concat(header, first, first, last),
      concat(header, first, last),
      concat(header, last),
      concat(header, first, second, second, last),
    ]) {
      expect(await open(KEY, CONTEXT, forged)).toEqual(err('corrupt'));
    }
  });

  it('never looks twice the same, because every message has a salt of its own', async () => {
    expect(await seal(KEY, CONTEXT, pattern(1))).not.toEqual(await seal(KEY, CONTEXT, pattern(1)));
  });

  it('takes keys of 32 bytes only', async () => {
    await expect(seal(KEY.subarray(1), CONTEXT, pattern(1))).rejects.toThrow(RangeError);
    for (const backend of Object.values(BACKENDS))
      await expect(backend(KEY.subarray(1))).rejects.toThrow(RangeError);
  });
});

describe('an attachment', () => {
  it('is sealed piece by piece into the same format, and any chunk opens alone', async () => {
    const plaintext = pattern(3 * CHUNK_LENGTH + 77);
    const sealer = await createSealer(KEY, CONTEXT);
    const pieces: Bytes[] = [sealer.header];
    for (const index of [0, 1, 2]) {
      pieces.push(await sealer.seal(plaintext.slice(index * CHUNK_LENGTH, (index + 1) * CHUNK_LENGTH)));
    }
    pieces.push(await sealer.finish(plaintext.slice(3 * CHUNK_LENGTH)));
    expect(await open(KEY, CONTEXT, concat(...pieces))).toEqual(ok(plaintext));

    const opener = unwrap(await createOpener(KEY, CONTEXT, sealer.header));
    for (const index of [2, 0, 3, 1]) {
      const expected = plaintext.slice(index * CHUNK_LENGTH, (index + 1) * CHUNK_LENGTH);
      expect(await opener.openChunk(index, pieces[index + 1]!)).toEqual(ok(expected));
      expect(await opener.openChunk(index + 1, pieces[index + 1]!)).toEqual(err('corrupt'));
      expect(await opener.openChunk(index, flip(pieces[index + 1]!, 3))).toEqual(err('corrupt'));
    }
    for (const wrong of [-1, 0.5, 2 ** 32])
      expect(await opener.openChunk(wrong, pieces[1]!)).toEqual(err('corrupt'));
    expect(await opener.openChunk(0, new Uint8Array(15))).toEqual(err('corrupt'));
  });

  it('has for each chunk the nonce of the specification, far beyond what one file needs', async () => {
    const salt = randomBytes(24);
    const info = concat(utf8('c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0'), salt, CONTEXT);
    // HMAC fills a short key up with zeros, so that noble's wish for a longer one changes nothing.
    const okm = expand(sha512, concat(KEY, new Uint8Array(32)), info, 76);
    const opener = unwrap(await createOpener(KEY, CONTEXT, concat(salt, okm.slice(44))));
    const cipher = await webcryptoAesGcm(okm.slice(0, 32));
    for (const index of [0, 1, 255, 256, 0x01020304, 0x80000000, 0xffffffff]) {
      const base = BigInt(`0x${toHex(okm.slice(32, 44))}`);
      const nonce = unwrap(fromHex((base ^ BigInt(index)).toString(16).padStart(24, '0')));
      const sealed = await cipher.seal(nonce, utf8('a chunk'));
      expect(await opener.openChunk(index, sealed)).toEqual(ok(utf8('a chunk')));
    }
  });

  it('is not opened under a wrong key or from half a header', async () => {
    const { header } = await createSealer(KEY, CONTEXT);
    expect(await createOpener(new Uint8Array(32), CONTEXT, header)).toEqual(err('wrong-key'));
    expect(await createOpener(KEY, CONTEXT, header.slice(1))).toEqual(err('too-short'));
  });

  it('uses no nonce twice even when pieces are sealed at once, and takes nothing after its end', async () => {
    const sealer = await createSealer(KEY, CONTEXT);
    const full = new Uint8Array(CHUNK_LENGTH);
    const [first, second] = await Promise.all([sealer.seal(full), sealer.seal(full)]);
    expect(first).not.toEqual(second);
    await expect(sealer.seal(full.subarray(1))).rejects.toThrow();
    await expect(sealer.finish(full)).rejects.toThrow();
    const last = await sealer.finish(new Uint8Array(0));
    await expect(sealer.seal(full)).rejects.toThrow();
    await expect(sealer.finish(new Uint8Array(0))).rejects.toThrow();
    const whole = concat(sealer.header, first!, second!, last);
    expect(await open(KEY, CONTEXT, whole)).toEqual(ok(new Uint8Array(2 * CHUNK_LENGTH)));
  });
});
