import { Aes256Gcm, HkdfSha256, CipherSuite as OtherSuite } from '@hpke/core';
import { XWing } from '@hpke/hybridkem-x-wing';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { type Bytes, concat, lengthPrefixed, utf8 } from './bytes.ts';
import {
  admitSealingKey,
  chooseHpkeBackend,
  ENCAPSULATED_LENGTH,
  generateSealingSeed,
  type HpkeBackend,
  keyPairFromSeed,
  openWith,
  openWithOn,
  SEAL_OVERHEAD,
  SEALING_KEY_LENGTH,
  sealTo,
  sealToWith,
} from './hpke.ts';
import { sealsRight } from './hpke-self-test.ts';
import { err, ok } from './result.ts';

const BACKENDS: readonly HpkeBackend[] = ['platform', 'noble'];
const INFO = lengthPrefixed('leeward/v1/test', utf8('context'));
const SEED = new Uint8Array(32).fill(0x42);

const someBytes = (maxLength: number) => fc.uint8Array({ maxLength }).map((value) => Uint8Array.from(value));
const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((value) => Uint8Array.from(value));

/** An implementation by other people, which shares no code with ours but the platform's hashes. */
const other = new OtherSuite({ kem: new XWing(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

function flip(bytes: Bytes, bit: number): Bytes {
  const changed = bytes.slice();
  changed[bit >> 3]! ^= 1 << (bit & 7);
  return changed;
}

describe('what is sealed to a person', () => {
  it('opens on either backend, whichever sealed it', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, someBytes(60), someBytes(300), async (seed, info, plaintext) => {
        const { publicKey } = await keyPairFromSeed(seed);
        expect(publicKey.length).toBe(SEALING_KEY_LENGTH);
        for (const sealing of BACKENDS) {
          const sealed = await sealToWith(sealing, publicKey, info, plaintext);
          expect(sealed.length).toBe(plaintext.length + SEAL_OVERHEAD);
          for (const opening of BACKENDS) {
            expect(await openWithOn(opening, seed, info, sealed)).toEqual(ok(plaintext));
          }
        }
      }),
      { numRuns: runs(10) },
    );
  });

  it('opens in a second implementation, and the reverse', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, someBytes(60), someBytes(300), async (seed, info, plaintext) => {
        const { publicKey } = await keyPairFromSeed(seed);
        const theirKey = await other.kem.deserializePrivateKey(seed);
        const theirPublicKey = await other.kem.deserializePublicKey(publicKey);
        for (const backend of BACKENDS) {
          const ours = await sealToWith(backend, publicKey, info, plaintext);
          const recipient = await other.createRecipientContext({
            recipientKey: theirKey,
            enc: ours.slice(0, ENCAPSULATED_LENGTH),
            info,
          });
          expect(new Uint8Array(await recipient.open(ours.slice(ENCAPSULATED_LENGTH)))).toEqual(plaintext);

          const sender = await other.createSenderContext({ recipientPublicKey: theirPublicKey, info });
          const theirs = concat(new Uint8Array(sender.enc), new Uint8Array(await sender.seal(plaintext)));
          expect(await openWithOn(backend, seed, info, theirs)).toEqual(ok(plaintext));
        }
      }),
      { numRuns: runs(10) },
    );
  });

  it('is refused with any bit of the ciphertext turned, and with bits turned anywhere in the encapsulated secret', async () => {
    const { publicKey } = await keyPairFromSeed(SEED);
    const sealed = await sealTo(publicKey, INFO, utf8('epoch key'));
    expect(await openWith(SEED, INFO, sealed)).toEqual(ok(utf8('epoch key')));
    for (let bit = ENCAPSULATED_LENGTH * 8; bit < sealed.length * 8; bit += 1) {
      expect(await openWith(SEED, INFO, flip(sealed, bit))).toEqual(err('refused'));
    }
    // Among all bits, the highest of the X25519 share is the one that X25519 leaves out; X-Wing hashes it in again.
    const bits = [0, 8 * 1088 - 1, 8 * 1088, ENCAPSULATED_LENGTH * 8 - 1];
    for (let bit = 5; bit < ENCAPSULATED_LENGTH * 8; bit += 97) bits.push(bit);
    for (const bit of bits) expect(await openWith(SEED, INFO, flip(sealed, bit))).toEqual(err('refused'));
    for (const bit of bits.slice(0, 8)) {
      expect(await openWithOn('noble', SEED, INFO, flip(sealed, bit))).toEqual(err('refused'));
    }
  });

  it('is refused under another seed or another context, and when it is cut', async () => {
    const { publicKey } = await keyPairFromSeed(SEED);
    const sealed = await sealTo(publicKey, INFO, utf8('epoch key'));
    for (const backend of BACKENDS) {
      expect(await openWithOn(backend, generateSealingSeed(), INFO, sealed)).toEqual(err('refused'));
      expect(await openWithOn(backend, SEED, utf8('another context'), sealed)).toEqual(err('refused'));
      expect(await openWithOn(backend, SEED, INFO, sealed.slice(0, -1))).toEqual(err('refused'));
      expect(await openWithOn(backend, SEED, INFO, concat(sealed, Uint8Array.of(0)))).toEqual(err('refused'));
      expect(await openWithOn(backend, SEED, INFO, sealed.slice(0, SEAL_OVERHEAD - 1))).toEqual(
        err('too-short'),
      );
    }
  });

  it('is refused when the encapsulated X25519 share is a point of small order', async () => {
    const { publicKey } = await keyPairFromSeed(SEED);
    const sealed = await sealTo(publicKey, INFO, utf8('epoch key'));
    sealed.set(new Uint8Array(32), ENCAPSULATED_LENGTH - 32);
    for (const backend of BACKENDS) {
      expect(await openWithOn(backend, SEED, INFO, sealed)).toEqual(err('refused'));
    }
  });

  it('takes seeds of 32 bytes and keys of 1216 only', async () => {
    await expect(keyPairFromSeed(SEED.subarray(1))).rejects.toThrow(RangeError);
    await expect(openWith(SEED.subarray(1), INFO, new Uint8Array(2000))).rejects.toThrow(RangeError);
    await expect(sealTo(new Uint8Array(1215), INFO, SEED)).rejects.toThrow(RangeError);
  });
});

describe('a sealing key', () => {
  it('is admitted when something can be sealed to it', async () => {
    expect(await admitSealingKey((await keyPairFromSeed(SEED)).publicKey)).toBe(true);
  });

  it('is not admitted when it is too short, no ML-KEM key, or has an X25519 part of small order', async () => {
    const { publicKey } = await keyPairFromSeed(SEED);
    expect(await admitSealingKey(publicKey.slice(1))).toBe(false);
    const coefficientTooLarge = publicKey.slice();
    coefficientTooLarge.set([0xff, 0xff, 0xff], 0);
    expect(await admitSealingKey(coefficientTooLarge)).toBe(false);
    const smallOrder = publicKey.slice();
    smallOrder.set(new Uint8Array(32), SEALING_KEY_LENGTH - 32);
    expect(await admitSealingKey(smallOrder)).toBe(false);
    for (const backend of BACKENDS) {
      await expect(sealToWith(backend, coefficientTooLarge, INFO, SEED)).rejects.toThrow();
      await expect(sealToWith(backend, smallOrder, INFO, SEED)).rejects.toThrow();
    }
  });
});

describe('the self-test of sealing', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    // Nobody after us is to get a module that has judged another platform.
    vi.resetModules();
  });

  it('is passed by both backends, and the platform is then used', async () => {
    for (const backend of BACKENDS) expect(await sealsRight(backend)).toBe(true);
    expect(await chooseHpkeBackend()).toBe('platform');
  });

  it('turns to noble on a platform without ML-KEM', async () => {
    const real = crypto.subtle.importKey.bind(crypto.subtle) as (
      ...asked: readonly unknown[]
    ) => Promise<CryptoKey>;
    vi.spyOn(crypto.subtle, 'importKey').mockImplementation(async (...asked: readonly unknown[]) => {
      if (JSON.stringify(asked[2]).includes('ML-KEM')) throw new DOMException('no', 'NotSupportedError');
      return real(...asked);
    });
    vi.resetModules();
    const lacking = await import('./hpke.ts');
    expect(await lacking.chooseHpkeBackend()).toBe('noble');
    const { publicKey } = await lacking.keyPairFromSeed(SEED);
    expect(await lacking.openWith(SEED, INFO, await lacking.sealTo(publicKey, INFO, SEED))).toEqual(ok(SEED));
  });
});
