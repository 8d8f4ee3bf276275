/** Release keys as files: PKCS #8 in PEM, which OpenSSL reads too. */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Bytes, fromBase64url, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { publicKeyOf, sign } from '@leeward/sealed-log/crypto/ed25519.ts';
import { unwrap } from '@leeward/sealed-log/crypto/result.ts';

/** A key that signs. The seed does not leave this object. */
export type SigningKey = {
  /** The public key in hexadecimal. */
  readonly publicKey: string;
  /** A signature in hexadecimal. */
  readonly sign: (message: Bytes) => Promise<string>;
};

/**
 * Makes a key and writes it to a new file that only its owner may read, encrypted when a passphrase is given.
 * @throws Error when the file exists: a release key is never overwritten.
 */
export async function makeKey(file: string, passphrase?: string): Promise<SigningKey> {
  if (existsSync(file)) throw new Error(`${file} is there already; a key is never overwritten.`);
  const { privateKey } = generateKeyPairSync('ed25519');
  const encryption = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem', ...encryption });
  writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
  return signingKey(privateKey);
}

/** Reads a key from its file. @throws Error when it is no Ed25519 key, or the passphrase is wrong. */
export async function readKey(file: string, passphrase?: string): Promise<SigningKey> {
  const pem = readFileSync(file);
  const key = createPrivateKey({ key: pem, ...(passphrase === undefined ? {} : { passphrase }) });
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${file} holds no Ed25519 key.`);
  return signingKey(key);
}

async function signingKey(key: KeyObject): Promise<SigningKey> {
  const seed = unwrap(fromBase64url(key.export({ format: 'jwk' }).d ?? ''));
  return {
    publicKey: toHex(await publicKeyOf(seed)),
    sign: async (message) => toHex(await sign(seed, message)),
  };
}
