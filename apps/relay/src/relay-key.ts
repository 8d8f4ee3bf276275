import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { Bytes } from '@leeward/sealed-log/wire';
import { fromBase64url, randomBytes } from '@leeward/sealed-log/wire';
import { ownBytes } from './bytes.ts';
import { readPrivateFile, writePrivateFile } from './files.ts';

/** The key with which the relay signs heads and receipts. An organisation's genesis entry names its public half. */
export type RelayKey = {
  readonly publicKey: Bytes;
  /** Ed25519 of RFC 8032: the same message gives the same signature. */
  readonly sign: (message: Bytes) => Bytes;
};

export const relayKeyFile = 'relay.key';

/** Reads the key's 32-byte seed from its file, or makes one at the first start. @throws Error when the file is no key. */
export function openRelayKey(file: string): RelayKey {
  const stored = readPrivateFile(file);
  if (stored !== null && stored.length !== 32)
    throw new Error(`${file} does not hold a relay key (32 bytes).`);
  const seed = stored ?? randomBytes(32);
  if (stored === null) writePrivateFile(file, seed);
  // The PKCS #8 wrapping of an Ed25519 seed (RFC 8410), without which the platform takes none.
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  const key = createPrivateKey({ key: Buffer.concat([prefix, seed]), format: 'der', type: 'pkcs8' });
  return { publicKey: publicKeyOf(key), sign: (message) => ownBytes(sign(null, message, key)) };
}

function publicKeyOf(key: KeyObject): Bytes {
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  const bytes = fromBase64url(x ?? '');
  if (!bytes.ok) throw new Error('the platform gave no public key');
  return bytes.value;
}
