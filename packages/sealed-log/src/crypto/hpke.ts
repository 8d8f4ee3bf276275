import type { CipherSuite } from 'hpke';
import { type Bytes, concat, randomBytes } from './bytes.ts';
import { err, ok, type Result } from './result.ts';

/*
 * Sealing keys to people (section 4): HPKE base mode with X-Wing (KEM 0x647a), HKDF-SHA256 and AES-256-GCM. One
 * suite, no negotiation. All of it is the `hpke` package's; this file fixes the suite and the form of the bytes.
 */

/** A sealing seed, which is the private key of X-Wing, in bytes. */
export const SEALING_SEED_LENGTH = 32;
/** A sealing public key, in bytes. */
export const SEALING_KEY_LENGTH = 1216;
/** The encapsulated secret that stands before the ciphertext, in bytes. */
export const ENCAPSULATED_LENGTH = 1120;
/** What `sealTo` adds to a plaintext, in bytes. */
export const SEAL_OVERHEAD = ENCAPSULATED_LENGTH + 16;

/** Who does X-Wing: the platform's ML-KEM and X25519, or noble's. They open what the other sealed. */
export type HpkeBackend = 'platform' | 'noble';

/** A new sealing seed: 32 random bytes. */
export function generateSealingSeed(): Bytes {
  return randomBytes(SEALING_SEED_LENGTH);
}

/**
 * The public key of a seed: always the same one. Noble computes it on every platform, because none gives the public
 * key of a seed through `hpke`; loaded when first used.
 * @throws RangeError when the seed has not 32 bytes.
 */
export async function keyPairFromSeed(seed: Bytes): Promise<{ readonly publicKey: Bytes }> {
  requireSeed(seed);
  const { publicKeyOfSealingSeed } = await import('./hpke-noble-kem.ts');
  return { publicKey: publicKeyOfSealingSeed(seed) };
}

/**
 * Whether something can be sealed to this key at all. Ask once for every key, before it enters an organisation: a
 * member with a broken key would stop every rotation that has to reach them. Always judged by the same library, so
 * that all devices agree.
 */
export async function admitSealingKey(publicKey: Bytes): Promise<boolean> {
  if (publicKey.length !== SEALING_KEY_LENGTH) return false;
  try {
    await sealToWith('noble', publicKey, new Uint8Array(0), new Uint8Array(0));
    return true;
  } catch {
    return false;
  }
}

/**
 * Seals to an admitted public key: encapsulated secret, then ciphertext.
 * @param info label and full context (`lengthPrefixed`); opening needs the same bytes.
 * @throws Error when the key is none that `admitSealingKey` admits.
 */
export async function sealTo(publicKey: Bytes, info: Bytes, plaintext: Bytes): Promise<Bytes> {
  return sealToWith(await chooseHpkeBackend(), publicKey, info, plaintext);
}

/** As `sealTo`, on a given backend. */
export async function sealToWith(
  backend: HpkeBackend,
  publicKey: Bytes,
  info: Bytes,
  plaintext: Bytes,
): Promise<Bytes> {
  if (publicKey.length !== SEALING_KEY_LENGTH) throw new RangeError('a sealing key has 1216 bytes');
  const suite = await suiteOf(backend);
  const key = await suite.DeserializePublicKey(publicKey);
  const { encapsulatedSecret, ciphertext } = await suite.Seal(key, plaintext, { info });
  return concat(encapsulatedSecret, ciphertext);
}

/** Why something sealed does not open: cut short, or not sealed to this seed under this info (or changed since). */
export type UnsealFailure = 'too-short' | 'refused';

/**
 * Opens what `sealTo` made for the public key of this seed.
 * @throws RangeError when the seed has not 32 bytes.
 */
export async function openWith(
  seed: Bytes,
  info: Bytes,
  sealed: Bytes,
): Promise<Result<Bytes, UnsealFailure>> {
  return openWithOn(await chooseHpkeBackend(), seed, info, sealed);
}

/** As `openWith`, on a given backend. */
export async function openWithOn(
  backend: HpkeBackend,
  seed: Bytes,
  info: Bytes,
  sealed: Bytes,
): Promise<Result<Bytes, UnsealFailure>> {
  requireSeed(seed);
  if (sealed.length < SEAL_OVERHEAD) return err('too-short');
  const suite = await suiteOf(backend);
  const key = await suite.DeserializePrivateKey(seed);
  const encapsulated = sealed.slice(0, ENCAPSULATED_LENGTH);
  const ciphertext = sealed.slice(ENCAPSULATED_LENGTH);
  try {
    return ok(concat(await suite.Open(key, encapsulated, ciphertext, { info })));
  } catch {
    // Whatever the library objects to, an encapsulated point of small order or a tag, these bytes do not open.
    return err('refused');
  }
}

let chosen: Promise<HpkeBackend> | undefined;

/** The backend of this process: the platform when it has X-Wing or its parts and passes the self-test, else noble. */
export function chooseHpkeBackend(): Promise<HpkeBackend> {
  chosen ??= import('./hpke-self-test.ts').then(async ({ sealsRight }) =>
    (await sealsRight('platform')) ? 'platform' : 'noble',
  );
  return chosen;
}

const suites = new Map<HpkeBackend, Promise<CipherSuite>>();

function suiteOf(backend: HpkeBackend): Promise<CipherSuite> {
  const known = suites.get(backend);
  if (known !== undefined) return known;
  const made = loadSuite(backend);
  suites.set(backend, made);
  return made;
}

/** Only the KEM differs: HKDF and AES-GCM are in every browser. Loaded when first used, so that a page starts small. */
async function loadSuite(backend: HpkeBackend): Promise<CipherSuite> {
  const { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_MLKEM768_X25519 } = await import('hpke');
  if (backend === 'platform') return new CipherSuite(KEM_MLKEM768_X25519, KDF_HKDF_SHA256, AEAD_AES_256_GCM);
  const { nobleXWing } = await import('./hpke-noble-kem.ts');
  return new CipherSuite(nobleXWing, KDF_HKDF_SHA256, AEAD_AES_256_GCM);
}

function requireSeed(seed: Bytes): void {
  if (seed.length !== SEALING_SEED_LENGTH) throw new RangeError('a sealing seed has 32 bytes');
}
