import { ml_kem768_x25519 } from '@noble/post-quantum/hybrid.js';
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js';
import { KEM_ML_KEM_768, KEM_MLKEM768_X25519, type KEMFactory, type Key } from 'hpke';
import type { Bytes } from '../bytes.ts';
import { keyPairFromSeed } from '../hpke.ts';
import { nobleXWing } from '../hpke-noble-kem.ts';
import { undefinedOnFailure } from './undefined-on-failure.ts';

/*
 * X-Wing and its half against quantum computers, laid open for the public test vectors alone: nothing that ships
 * imports this file.
 */

/** A key encapsulation whose private key is a seed. What a library refuses is undefined. */
export interface KemUnderTest {
  /** Whether this platform has it at all. */
  readonly available: () => Promise<boolean>;
  readonly decapsulate: (seed: Bytes, encapsulated: Bytes) => Promise<Bytes | undefined>;
  /** The public key of a seed, where the library gives it. */
  readonly publicKey?: (seed: Bytes) => Promise<Bytes | undefined>;
  /** Encapsulation with given randomness, where the library takes it. */
  readonly encapsulate?: (
    publicKey: Bytes,
    randomness: Bytes,
  ) => Promise<{ readonly encapsulated: Bytes; readonly secret: Bytes }>;
}

/** ML-KEM-768; seeds of 64 bytes. */
export const mlKem768By: Readonly<Record<'webcrypto' | 'noble', KemUnderTest>> = {
  webcrypto: throughHpke(KEM_ML_KEM_768),
  noble: {
    available: async () => true,
    publicKey: (seed) => undefinedOnFailure(async () => ml_kem768.keygen(seed.slice()).publicKey),
    decapsulate: (seed, encapsulated) =>
      undefinedOnFailure(async () => {
        const { secretKey } = ml_kem768.keygen(seed.slice());
        return ml_kem768.decapsulate(encapsulated, secretKey);
      }),
  },
};

/** X-Wing by the platform, by noble itself, and by noble as our HPKE calls it; seeds of 32 bytes. */
export const xWingBy: Readonly<Record<'webcrypto' | 'noble' | 'our HPKE over noble', KemUnderTest>> = {
  webcrypto: throughHpke(KEM_MLKEM768_X25519),
  noble: {
    available: async () => true,
    publicKey: (seed) => undefinedOnFailure(async () => ml_kem768_x25519.keygen(seed.slice()).publicKey),
    decapsulate: (seed, encapsulated) =>
      undefinedOnFailure(async () => ml_kem768_x25519.decapsulate(encapsulated, seed)),
    encapsulate: async (publicKey, randomness) => {
      const { cipherText, sharedSecret } = ml_kem768_x25519.encapsulate(publicKey, randomness);
      return { encapsulated: cipherText, secret: sharedSecret };
    },
  },
  'our HPKE over noble': {
    ...throughHpke(nobleXWing),
    publicKey: async (seed) => (await keyPairFromSeed(seed)).publicKey,
  },
};

function throughHpke<K extends Key>(factory: KEMFactory<K>): KemUnderTest {
  const decapsulate = async (seed: Bytes, encapsulated: Bytes): Promise<Bytes> => {
    const kem = factory();
    const secret = await kem.Decap(encapsulated, await kem.DeserializePrivateKey(seed, false), undefined);
    return Uint8Array.from(secret);
  };
  return {
    available: async () => {
      const kem = factory();
      const key = await undefinedOnFailure(() => kem.DeserializePrivateKey(new Uint8Array(kem.Nsk), false));
      return key !== undefined;
    },
    decapsulate: (seed, encapsulated) => undefinedOnFailure(() => decapsulate(seed, encapsulated)),
  };
}
