import type { Bytes } from './bytes.ts';

/** One AES-256-GCM key at work, with an empty AAD and a tag of 16 bytes behind the ciphertext. */
export interface AesGcm {
  readonly seal: (nonce: Bytes, plaintext: Bytes) => Promise<Bytes>;
  /** Gives undefined when the tag does not fit. */
  readonly open: (nonce: Bytes, sealed: Bytes) => Promise<Bytes | undefined>;
}

/** Makes a cipher of a 32-byte key. */
export type AesGcmBackend = (key: Bytes) => Promise<AesGcm>;

/** The length of the tag, in bytes. */
export const TAG_LENGTH = 16;

/** AES-256-GCM by the platform. The key cannot be taken out again. */
export const webcryptoAesGcm: AesGcmBackend = async (key) => {
  requireKeyLength(key);
  const handle = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return {
    seal: async (nonce, plaintext) =>
      new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, handle, plaintext)),
    open: async (nonce, sealed) => {
      if (sealed.length < TAG_LENGTH) return undefined;
      try {
        return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, handle, sealed));
      } catch (failure) {
        // The platform says OperationError for a wrong tag; anything else is not about the bytes.
        if (failure instanceof DOMException && failure.name === 'OperationError') return undefined;
        throw failure;
      }
    },
  };
};

/** AES-256-GCM in plain JavaScript: the second backend, which tests hold against the first. Loaded when first used. */
export const nobleAesGcm: AesGcmBackend = async (key) => {
  requireKeyLength(key);
  const { gcm } = await import('@noble/ciphers/aes.js');
  const own = key.slice();
  return {
    seal: async (nonce, plaintext) => new Uint8Array(gcm(own, nonce).encrypt(plaintext)),
    open: async (nonce, sealed) => {
      if (sealed.length < TAG_LENGTH) return undefined;
      try {
        return new Uint8Array(gcm(own, nonce).decrypt(sealed));
      } catch {
        return undefined;
      }
    },
  };
};

function requireKeyLength(key: Bytes): void {
  if (key.length !== 32) throw new RangeError('an AES-256 key has 32 bytes');
}
