import { ml_kem768_x25519 as xWing } from '@noble/post-quantum/hybrid.js';
import type { KEMFactory, Key, KeyPair } from 'hpke';
import { type Bytes, randomBytes } from './bytes.ts';

/*
 * X-Wing of @noble/post-quantum in the shape in which `hpke` takes a KEM. Nothing is computed here. The ready-made
 * package for this brings an older noble along, whose ML-KEM takes keys with coefficients that are out of range
 * (a test holds ours against such a key), and every visitor of the door would load both.
 */

interface XWingKey extends Key {
  readonly bytes: Bytes;
}

/** The KEM with the id 0x647a. */
export const nobleXWing: KEMFactory<XWingKey> = () => ({
  id: 0x647a,
  type: 'KEM',
  name: ALGORITHM,
  Nsecret: 32,
  Nenc: 1120,
  Npk: 1216,
  Nsk: 32,
  DeriveKeyPair: async () => {
    throw new Error('a sealing seed is the private key itself: nothing is derived from it');
  },
  GenerateKeyPair: async (extractable) => pairOf(randomBytes(32), extractable),
  SerializePublicKey: async (key) => key.bytes.slice(),
  DeserializePublicKey: async (bytes) => keyOf('public', bytes, true),
  SerializePrivateKey: async (key) => key.bytes.slice(),
  DeserializePrivateKey: async (bytes, extractable) => keyOf('private', bytes, extractable),
  Encap: async (publicKey) => {
    const { cipherText, sharedSecret } = xWing.encapsulate(publicKey.bytes);
    return { enc: cipherText, shared_secret: sharedSecret };
  },
  Decap: async (encapsulated, privateKey) => xWing.decapsulate(encapsulated, privateKey.bytes),
});

/** The public key of a seed. */
export function publicKeyOfSealingSeed(seed: Bytes): Bytes {
  return xWing.keygen(seed.slice()).publicKey;
}

const ALGORITHM = 'MLKEM768-X25519';

function keyOf(type: 'public' | 'private', bytes: Uint8Array, extractable: boolean): XWingKey {
  return { algorithm: { name: ALGORITHM }, type, extractable, bytes: Uint8Array.from(bytes) };
}

function pairOf(seed: Bytes, extractable: boolean): KeyPair<XWingKey> {
  return {
    privateKey: keyOf('private', seed, extractable),
    publicKey: keyOf('public', publicKeyOfSealingSeed(seed), true),
  };
}
