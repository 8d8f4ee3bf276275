import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { Bytes } from '@leeward/sealed-log/wire';
import { fromBase64url, randomBytes, sign } from '@leeward/sealed-log/wire';
import { readPrivateFile, writePrivateFile } from './files.ts';

/** The key with which the relay signs heads and receipts. An organisation's genesis entry names its public half. */
export type RelayKey = {
  readonly publicKey: Bytes;
  readonly sign: (message: Bytes) => Promise<Bytes>;
};

export const relayKeyFile = 'relay.key';

/** Reads the key's 32-byte seed from its file, or makes one at the first start. @throws Error when the file is no key. */
export function openRelayKey(file: string): RelayKey {
  const stored = readPrivateFile(file);
  if (stored !== null && stored.length !== 32)
    throw new Error(`${file} does not hold a relay key (32 bytes).`);
  const seed = stored ?? randomBytes(32);
  if (stored === null) writePrivateFile(file, seed);
  return { publicKey: publicKeyOf(seed), sign: (message) => sign(seed, message) };
}

function publicKeyOf(seed: Bytes): Bytes {
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  const key = createPrivateKey({ key: Buffer.concat([prefix, seed]), format: 'der', type: 'pkcs8' });
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  const bytes = fromBase64url(x ?? '');
  if (!bytes.ok) throw new Error('the platform gave no public key');
  return bytes.value;
}
