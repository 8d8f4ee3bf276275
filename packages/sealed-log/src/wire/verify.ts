import type { Bytes } from '../crypto/bytes.ts';
import { equal, toHex } from '../crypto/bytes.ts';
import { admitKey, verify } from '../crypto/ed25519.ts';
import type { Result } from '../crypto/result.ts';
import { err, ok } from '../crypto/result.ts';
import { decode } from './codec.ts';
import type { Entry, Header } from './entry.ts';
import { entry as entryCodec, header as headerCodec, logs } from './entry.ts';
import { beginSkeleton, extendSkeleton } from './grow.ts';
import { entryHash, partHash, signedBytes, zeros32 } from './hashes.ts';
import { limits } from './limits.ts';
import type { OrganisationClear } from './organisation.ts';
import { organisationClear } from './organisation.ts';
import type { Skeleton, Void } from './skeleton.ts';

/** An entry whose bytes hang together: parts match the hashes in its header. Nothing is said of its author yet. */
export type ReadEntry = {
  readonly entry: Entry;
  readonly header: Header;
  readonly hash: Bytes;
  /** Parts whose bytes are gone: forgotten, or withheld. */
  readonly missing: { readonly clear: boolean; readonly body: boolean };
};

/** Reads an entry and holds its parts against its header. */
export async function readEntry(bytes: Uint8Array): Promise<Result<ReadEntry, 'malformed' | 'part-altered'>> {
  const decoded = decode(entryCodec, bytes);
  if (!decoded.ok) return decoded;
  const { header: headerBytes, clear, body } = decoded.value;
  const head = decode(headerCodec, headerBytes);
  if (!head.ok) return head;
  const { clearLength, clearHash, bodyLength, bodyHash } = head.value;
  if (clearLength > limits.clear || bodyLength > limits.body) return err('malformed');
  const intact = async (part: Bytes, length: number, hash: Bytes): Promise<boolean> =>
    part.length === length ? equal(await partHash(part), hash) : part.length === 0;
  if (!(await intact(clear, clearLength, clearHash))) return err('part-altered');
  if (!(await intact(body, bodyLength, bodyHash))) return err('part-altered');
  return ok({
    entry: decoded.value,
    header: head.value,
    hash: await entryHash(headerBytes),
    missing: { clear: clear.length < clearLength, body: body.length < bodyLength },
  });
}

/** Whether the device named in the header signed it. The device's key must have been admitted before (rule 15). */
export function signatureHolds(read: ReadEntry): Promise<boolean> {
  return verify(read.header.device, signedBytes.entry(read.entry.header), read.entry.signature);
}

/** Why an organisation entry is not in the chain at all: verification stops before it (rule 5). */
export type NotInChain =
  | 'malformed'
  | 'part-altered'
  | 'wrong-log'
  | 'wrong-position'
  | 'wrong-prev'
  | 'key-not-admitted'
  | 'bad-signature';

export type Grown = {
  readonly verdict: 'in force' | Void;
  readonly read: ReadEntry;
  readonly clear: OrganisationClear;
};

/**
 * Verifies the genesis entry of an organisation and begins its skeleton.
 * Errors: anything that keeps it from being the genesis entry of `org` (pass null to learn which organisation it founds).
 */
export async function readGenesis(
  bytes: Uint8Array,
  org: Bytes | null,
): Promise<Result<{ readonly skeleton: Skeleton; readonly grown: Grown }, NotInChain>> {
  const read = await readEntry(bytes);
  if (!read.ok) return read;
  const { header, hash, entry } = read.value;
  if (org !== null && !equal(hash, org)) return err('wrong-log');
  if (header.log !== logs.organisation || header.form !== 1 || !equal(header.org, zeros32))
    return err('wrong-log');
  if (!equal(header.record, zeros32)) return err('wrong-log');
  if (header.position !== 0 || !equal(header.prev, zeros32)) return err('wrong-position');
  const clear = decode(organisationClear, entry.clear);
  if (!clear.ok) return clear;
  if (!(await admitKey(header.device))) return err('key-not-admitted');
  for (const one of clear.value.operations)
    if (one.type === 'genesis' && !(await admitKey(one.relayKey))) return err('key-not-admitted');
  if (!(await signatureHolds(read.value))) return err('bad-signature');
  const skeleton = beginSkeleton(hash, clear.value, header.device);
  if (typeof skeleton === 'string') return err('wrong-log');
  return ok({ skeleton, grown: { verdict: 'in force', read: read.value, clear: clear.value } });
}

/**
 * Verifies the next entry of an organisation log and takes it into the skeleton, which changes in place.
 * An error means that the entry is not in the chain, and leaves the skeleton as it was.
 */
export async function growSkeleton(
  skeleton: Skeleton,
  bytes: Uint8Array,
): Promise<Result<Grown, NotInChain>> {
  const read = await readEntry(bytes);
  if (!read.ok) return read;
  const { header, entry, hash } = read.value;
  if (header.log !== logs.organisation || header.form !== 1 || !equal(header.org, skeleton.org))
    return err('wrong-log');
  if (!equal(header.record, zeros32)) return err('wrong-log');
  if (header.position !== skeleton.hashes.length) return err('wrong-position');
  if (!equal(header.prev, skeleton.hashes.at(-1) ?? zeros32)) return err('wrong-prev');
  if (!skeleton.devices.has(toHex(header.device))) return err('key-not-admitted');
  const clear = decode(organisationClear, entry.clear);
  if (!clear.ok) return clear;
  if (!(await signatureHolds(read.value))) return err('bad-signature');
  const inadmissible = await inadmissibleIn(clear.value, skeleton.org);
  const verdict = extendSkeleton(skeleton, clear.value, {
    hash,
    author: header.device,
    version: header.version,
    inadmissible,
  });
  return ok({ verdict, read: read.value, clear: clear.value });
}

/** The keys and embedded signatures of an entry that do not stand up, as hex. */
async function inadmissibleIn(clear: OrganisationClear, org: Bytes): Promise<ReadonlySet<string>> {
  const bad = new Set<string>();
  for (const one of clear.operations) {
    if (one.type === 'deviceAdmitted' && !(await admitKey(one.device))) bad.add(toHex(one.device));
    if (one.type === 'relayKeySet' && !(await admitKey(one.relayKey))) bad.add(toHex(one.relayKey));
    if (one.type === 'selfRevoked') {
      const message = signedBytes.selfRevocation(org, one.device);
      if (!(await verify(one.device, message, one.signature))) bad.add(toHex(one.signature));
    }
    if (one.type === 'orgForkResolved') {
      const message = signedBytes.forkResolution(org, one.ancestor, one.chosen, one.rejected);
      if (!(await verify(one.second, message, one.secondSignature))) bad.add(toHex(one.secondSignature));
    }
  }
  return bad;
}
