import { gcm } from '@noble/ciphers/aes.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha512 } from '@noble/hashes/sha2.js';
import type { Bytes } from '../bytes.ts';
import { undefinedOnFailure } from './undefined-on-failure.ts';

/*
 * The primitives below our layer, laid open for the public test vectors alone: nothing that ships imports this file.
 * Each is the very function that the shipped code calls through its library.
 */

/** AES-256-GCM with associated data, which our formats leave empty. Undefined when the tag does not fit. */
export interface AeadUnderTest {
  readonly seal: (key: Bytes, nonce: Bytes, aad: Bytes, plaintext: Bytes) => Promise<Bytes>;
  readonly open: (key: Bytes, nonce: Bytes, aad: Bytes, sealed: Bytes) => Promise<Bytes | undefined>;
}

export const aesGcmWithData: Readonly<Record<'webcrypto' | 'noble', AeadUnderTest>> = {
  webcrypto: {
    seal: async (key, iv, additionalData, plaintext) => {
      const handle = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt']);
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, handle, plaintext);
      return new Uint8Array(sealed);
    },
    open: async (key, iv, additionalData, sealed) => {
      const handle = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
      return undefinedOnFailure(
        async () =>
          new Uint8Array(
            await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, handle, sealed),
          ),
      );
    },
  },
  noble: {
    seal: async (key, nonce, aad, plaintext) => gcm(key, nonce, aad).encrypt(plaintext),
    open: async (key, nonce, aad, sealed) =>
      undefinedOnFailure(async () => gcm(key, nonce, aad).decrypt(sealed)),
  },
};

/** X25519, the classical half of X-Wing. Undefined when the shared secret would be zero. */
export type X25519UnderTest = (privateKey: Bytes, publicKey: Bytes) => Promise<Bytes | undefined>;

export const x25519By: Readonly<Record<'webcrypto' | 'noble', X25519UnderTest>> = {
  webcrypto: async (privateKey, publicKey) => {
    const prefix = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x6e, 4, 0x22, 4, 0x20];
    const wrapped = Uint8Array.from([...prefix, ...privateKey]);
    const own = await crypto.subtle.importKey('pkcs8', wrapped, 'X25519', false, ['deriveBits']);
    const theirs = await crypto.subtle.importKey('raw', publicKey, 'X25519', false, []);
    return undefinedOnFailure(
      async () =>
        new Uint8Array(await crypto.subtle.deriveBits({ name: 'X25519', public: theirs }, own, 256)),
    );
  },
  noble: async (privateKey, publicKey) =>
    undefinedOnFailure(async () => x25519.getSharedSecret(privateKey, publicKey)),
};

/** HMAC-SHA-512 and HKDF-SHA-512, which stand below the key schedule of Cobblestone-256. Undefined for a length out of range. */
export const sha512ByNoble = {
  hmac: (key: Bytes, message: Bytes): Bytes => hmac(sha512, key, message),
  hkdf: async (ikm: Bytes, salt: Bytes, info: Bytes, length: number): Promise<Bytes | undefined> =>
    undefinedOnFailure(async () => hkdf(sha512, ikm, salt, info, length)),
};
