import { type Bytes, concat, fromBase64url, randomBytes, toHex } from './bytes.ts';
import { isCanonical, isOfSmallOrder, isScalar } from './ed25519-encoding.ts';
import { unwrap } from './result.ts';

/*
 * Ed25519 with the one acceptance rule of section 4. Libraries disagree on edge cases, and in a shared log a
 * disagreement splits history, so everything that could differ is decided here, by bytes, before a library is asked:
 *
 * 1. a public key is admitted only if it is canonical, on the curve, free of torsion and not the identity;
 * 2. s < L;
 * 3. R is byte for byte the encoding of sB - kA, and not the identity.
 */

/** Who does the arithmetic. The verdict is the same with both, and so is every signature. */
export type Ed25519Backend = 'webcrypto' | 'noble';

/** One signature to judge. */
export interface SignedMessage {
  readonly publicKey: Bytes;
  readonly message: Bytes;
  readonly signature: Bytes;
}

/**
 * Part 1 of the rule. Ask once for every key, before it enters an organisation; `verify` relies on it.
 * Loads the curve code when first used, because no platform offers this test.
 */
export async function admitKey(publicKey: Bytes): Promise<boolean> {
  if (publicKey.length !== 32 || !isCanonical(publicKey) || isOfSmallOrder(publicKey)) return false;
  const name = toHex(publicKey);
  const known = judged.get(name);
  if (known !== undefined) return known;
  const { isOnCurveAndTorsionFree } = await import('./ed25519-noble.ts');
  const verdict = isOnCurveAndTorsionFree(publicKey);
  makeRoom(judged, mostJudged);
  judged.set(name, verdict);
  return verdict;
}

/** What was said of a key holds for ever, and the same few authors stand in entry after entry of a log. */
const judged = new Map<string, boolean>();
const mostJudged = 4096;

/** Lets the oldest go, so that nobody who invents keys can make a memory grow. */
function makeRoom(memory: Map<string, unknown>, most: number): void {
  for (const oldest of memory.keys()) {
    if (memory.size < most) return;
    memory.delete(oldest);
  }
}

/** Parts 2 and 3 of the rule, for a key that `admitKey` admitted. Never throws: what is malformed is refused. */
export async function verify(publicKey: Bytes, message: Bytes, signature: Bytes): Promise<boolean> {
  return verifyWith(await chooseBackend(), publicKey, message, signature);
}

/** As `verify`, on a given backend: for tests, and for the self-test that chooses. */
export async function verifyWith(
  backend: Ed25519Backend,
  publicKey: Bytes,
  message: Bytes,
  signature: Bytes,
): Promise<boolean> {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const r = signature.subarray(0, 32);
  const s = signature.subarray(32);
  // Decided here and not by the platform (rule 15). What cannot be the encoding of a point of prime order cannot
  // equal sB - kA under an admitted key; refusing it by its bytes keeps every decoder's leniency out of the verdict.
  if (!isScalar(s) || !isCanonical(r) || isOfSmallOrder(r)) return false;
  if (!isCanonical(publicKey) || isOfSmallOrder(publicKey)) return false;
  if (backend === 'webcrypto') return platformVerify(publicKey, message, signature);
  const { equationHolds } = await import('./ed25519-noble.ts');
  return equationHolds(publicKey, message, r, s);
}

/**
 * Judges many signatures, some at a time, so that a long log neither waits for one after the other nor floods the
 * platform's queue. The verdicts are in the order of the input.
 */
export async function verifyMany(signed: readonly SignedMessage[], atOnce = 32): Promise<readonly boolean[]> {
  const backend = await chooseBackend();
  const verdicts = new Array<boolean>(signed.length).fill(false);
  const pending = signed.entries();
  const work = async (): Promise<void> => {
    for (const [index, { publicKey, message, signature }] of pending) {
      verdicts[index] = await verifyWith(backend, publicKey, message, signature);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, signed.length) }, work));
  return verdicts;
}

/** A new signing seed: 32 random bytes. */
export function generateSigningSeed(): Bytes {
  return randomBytes(32);
}

/** The public key of a seed, 32 bytes. @throws RangeError when the seed has not 32 bytes. */
export async function publicKeyOf(seed: Bytes): Promise<Bytes> {
  return publicKeyWith(await chooseBackend('sign'), seed);
}

/** As `publicKeyOf`, on a given backend. */
export async function publicKeyWith(backend: Ed25519Backend, seed: Bytes): Promise<Bytes> {
  if (seed.length !== 32) throw new RangeError('a signing seed has 32 bytes');
  if (backend === 'noble') return (await import('./ed25519-noble.ts')).publicKeyOfSeed(seed);
  const jwk = await crypto.subtle.exportKey('jwk', await importSeed(seed, true));
  return unwrap(fromBase64url(jwk.x ?? ''));
}

/**
 * Signs (RFC 8032, deterministic): 64 bytes, the same on every backend.
 * @throws RangeError when the seed has not 32 bytes.
 */
export async function sign(secretSeed: Bytes, message: Bytes): Promise<Bytes> {
  return signWith(await chooseBackend('sign'), secretSeed, message);
}

/** As `sign`, on a given backend. */
export async function signWith(backend: Ed25519Backend, secretSeed: Bytes, message: Bytes): Promise<Bytes> {
  if (secretSeed.length !== 32) throw new RangeError('a signing seed has 32 bytes');
  if (backend === 'noble') return (await import('./ed25519-noble.ts')).signWithSeed(secretSeed, message);
  const key = await importSigningKey(secretSeed);
  return new Uint8Array(await crypto.subtle.sign('Ed25519', key, message));
}

let verifier: Promise<Ed25519Backend> | undefined;
let signer: Promise<Ed25519Backend> | undefined;

/**
 * The backend of this process: the platform when it passes the self-test, noble otherwise (rule 15). Verifying and
 * signing are judged apart, because a platform that signs with randomness of its own may still verify rightly.
 * Tested once each; the answer is kept.
 */
export function chooseBackend(purpose: 'verify' | 'sign' = 'verify'): Promise<Ed25519Backend> {
  if (purpose === 'verify') {
    verifier ??= import('./ed25519-self-test.ts').then(async ({ verifiesRight }) =>
      (await verifiesRight('webcrypto')) ? 'webcrypto' : 'noble',
    );
    return verifier;
  }
  signer ??= import('./ed25519-self-test.ts').then(async ({ signsRight }) =>
    (await signsRight('webcrypto')) ? 'webcrypto' : 'noble',
  );
  return signer;
}

async function platformVerify(publicKey: Bytes, message: Bytes, signature: Bytes): Promise<boolean> {
  try {
    const key = await importPublicKey(publicKey);
    return await crypto.subtle.verify('Ed25519', key, signature, message);
  } catch {
    // A key that is no point: some platforms refuse it here, others at the equation.
    return false;
  }
}

/** A log has few authors and a relay few devices that write: their keys are taken in once and not for every entry. */
const publicKeys = new Map<string, Promise<CryptoKey>>();
const mostPublicKeys = 512;

function importPublicKey(publicKey: Bytes): Promise<CryptoKey> {
  const name = toHex(publicKey);
  const known = publicKeys.get(name);
  if (known !== undefined) return known;
  const imported = crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
  makeRoom(publicKeys, mostPublicKeys);
  publicKeys.set(name, imported);
  return imported;
}

/** Remembered as long as the seed itself is, and no longer. */
const signingKeys = new WeakMap<Bytes, Promise<CryptoKey>>();

function importSigningKey(seed: Bytes): Promise<CryptoKey> {
  const known = signingKeys.get(seed);
  if (known !== undefined) return known;
  const imported = importSeed(seed, false);
  signingKeys.set(seed, imported);
  return imported;
}

async function importSeed(seed: Bytes, extractable: boolean): Promise<CryptoKey> {
  // The PKCS #8 wrapping of an Ed25519 seed (RFC 8410), without which no platform takes one.
  const prefix = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];
  const wrapped = concat(Uint8Array.from(prefix), seed);
  return crypto.subtle.importKey('pkcs8', wrapped, 'Ed25519', extractable, ['sign']);
}
