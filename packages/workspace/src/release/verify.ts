import { type Bytes, fromHex, lengthPrefixed, toHex, u32, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { admitKey, verify } from '@leeward/sealed-log/crypto/ed25519.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';
import { err, ok, type Result } from '@leeward/sealed-log/crypto/result.ts';
import type { TrustedKey } from './keys.ts';
import { type KeyAdmission, type Manifest, readSigned } from './manifest.ts';

/** Why a manifest is not believed. */
export type ManifestFault =
  /** It is not in the one form that manifests have. */
  | 'malformed'
  /** No signature is by a key that is pinned, or admitted by one that is. */
  | 'unknown-key'
  /** A trusted key signed it, but not for what it calls itself: a development key signs no release. */
  | 'wrong-kind'
  /** A trusted key signed it, but its date is outside of the time for which that key was trusted. */
  | 'key-expired'
  | 'bad-signature';

/** A manifest and the key by which it is believed. */
export type VerifiedManifest = {
  readonly manifest: Manifest;
  /** The exact text that was signed. */
  readonly body: string;
  readonly key: TrustedKey;
};

/** What a release key signs. */
export function manifestBytes(body: string): Bytes {
  return lengthPrefixed('leeward/v1/sign release', utf8(body));
}

/** What a key signs to admit another one. Times in seconds since 1970, as two numbers of 32 bits. */
export function admissionBytes(admission: Pick<KeyAdmission, 'key' | 'from' | 'until'>): Bytes {
  const { key, from, until } = admission;
  return lengthPrefixed('leeward/v1/sign release key', bytesOf(key), wide(from), wide(until));
}

/**
 * Holds a manifest against the keys that this build trusts. No clock is asked: a key counts for manifests whose own
 * date lies within its time, and an older date than that of the running version is refused elsewhere (`judgeOffer`).
 */
export async function verifyManifest(
  text: string,
  pinned: readonly TrustedKey[],
): Promise<Result<VerifiedManifest, ManifestFault>> {
  const read = readSigned(text);
  if (!read.ok) return read;
  const { manifest, body, signatures } = read.value;
  const trusted = await withAdmitted(pinned, manifest.admissions);
  const message = manifestBytes(body);
  let fault: ManifestFault = 'unknown-key';
  for (const { key, signature } of signatures) {
    for (const candidate of trusted.filter((one) => one.key === key)) {
      const verdict = await judge(candidate, manifest, message, signature);
      if (verdict === 'good') return ok({ manifest, body, key: candidate });
      fault = verdict;
    }
  }
  return err(fault);
}

/** Names a release by what was signed. */
export async function releaseId({ body }: Pick<VerifiedManifest, 'body'>): Promise<string> {
  return toHex(await sha256(utf8(body))).slice(0, 32);
}

async function judge(
  { key, kind, from, until }: TrustedKey,
  manifest: Manifest,
  message: Bytes,
  signature: string,
): Promise<'good' | ManifestFault> {
  const publicKey = bytesOf(key);
  if (!(await admitKey(publicKey)) || !(await verify(publicKey, message, bytesOf(signature))))
    return 'bad-signature';
  if (kind !== manifest.kind) return 'wrong-kind';
  return from <= manifest.date && manifest.date < until ? 'good' : 'key-expired';
}

/** The pinned keys and those that they admit, one after the other: each may admit the next. */
async function withAdmitted(
  pinned: readonly TrustedKey[],
  admissions: readonly KeyAdmission[],
): Promise<readonly TrustedKey[]> {
  const trusted = [...pinned];
  for (const admission of admissions) {
    const { key, from, until, by, signature } = admission;
    // The new key's time must begin within the old one's: an ended key admits nobody any more.
    const admitting = trusted.find((one) => one.key === by && one.from <= from && from < one.until);
    if (admitting === undefined || !(await admitKey(bytesOf(by)))) continue;
    if (!(await verify(bytesOf(by), admissionBytes(admission), bytesOf(signature)))) continue;
    trusted.push({ key, kind: admitting.kind, from, until });
  }
  return trusted;
}

/** The bytes of hexadecimal whose form was checked before; nothing where it was not, which no signature fits. */
function bytesOf(hex: string): Bytes {
  const bytes = fromHex(hex);
  return bytes.ok ? bytes.value : new Uint8Array(0);
}

function wide(value: number): Bytes {
  const bytes = new Uint8Array(8);
  bytes.set(u32(Math.floor(value / 2 ** 32)), 0);
  bytes.set(u32(value % 2 ** 32), 4);
  return bytes;
}
