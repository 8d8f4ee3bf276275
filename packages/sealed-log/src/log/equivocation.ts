import type { Bytes } from '../crypto/bytes.ts';
import { equal, toHex } from '../crypto/bytes.ts';
import type { Result } from '../crypto/result.ts';
import { err, ok } from '../crypto/result.ts';
import type { Skeleton } from '../wire/skeleton.ts';
import type { ReadEntry } from '../wire/verify.ts';
import { readEntry, signatureHolds } from '../wire/verify.ts';

/** Two different entries that one device signed for one place: it said two things at once (rule 6). */
export type Equivocation = {
  readonly device: Bytes;
  readonly record: Bytes;
  readonly prev: Bytes;
  /** Both entries, in the order of their hashes, so that two witnesses keep the same proof. */
  readonly entries: readonly [Bytes, Bytes];
  readonly hashes: readonly [Bytes, Bytes];
};

/** Looks for two entries by one device on one entry before, in whatever this device has seen of a log. */
export async function findEquivocations(
  seen: readonly Bytes[],
  skeleton: Skeleton,
): Promise<readonly Equivocation[]> {
  const byPlace = new Map<string, { readonly bytes: Bytes; readonly read: ReadEntry }[]>();
  for (const bytes of seen) {
    const read = await readEntry(bytes);
    if (!read.ok) continue;
    const { device, log, record, prev } = read.value.header;
    const place = [device, record, prev].map(toHex).join(` ${log} `);
    const others = byPlace.get(place) ?? [];
    if (others.every((one) => !equal(one.read.hash, read.value.hash)))
      others.push({ bytes, read: read.value });
    byPlace.set(place, others);
  }
  const found: Equivocation[] = [];
  for (const candidates of byPlace.values()) {
    if (candidates.length < 2) continue;
    // A forged entry among them proves nothing and must not stand in front of two that do.
    const genuine = [];
    for (const one of candidates) if (await signatureHolds(one.read)) genuine.push(one.bytes);
    const [one, two] = genuine;
    if (one === undefined || two === undefined) continue;
    const proof = await proveEquivocation(one, two, skeleton);
    if (proof.ok) found.push(proof.value);
  }
  return found;
}

export type NoEquivocation =
  | 'malformed'
  | 'not-one-place'
  | 'same-entry'
  | 'unknown-device'
  | 'bad-signature';

/** Checks a proof, found or received: anybody who knows the device's key comes to the same answer. */
export async function proveEquivocation(
  one: Bytes,
  two: Bytes,
  skeleton: Skeleton,
): Promise<Result<Equivocation, NoEquivocation>> {
  const [left, right] = [await readEntry(one), await readEntry(two)];
  if (!left.ok || !right.ok) return err('malformed');
  const [a, b] = [left.value, right.value];
  const sameParts = (['org', 'record', 'prev', 'device'] as const).every((part) =>
    equal(a.header[part], b.header[part]),
  );
  if (!sameParts || a.header.log !== b.header.log || !equal(orgIn(a), skeleton.org))
    return err('not-one-place');
  if (equal(a.hash, b.hash)) return err('same-entry');
  if (!skeleton.devices.has(toHex(a.header.device))) return err('unknown-device');
  if (!(await signatureHolds(a)) || !(await signatureHolds(b))) return err('bad-signature');
  const inOrder = toHex(a.hash) < toHex(b.hash);
  const { device, record, prev } = a.header;
  return ok({
    device,
    record,
    prev,
    entries: inOrder ? [one, two] : [two, one],
    hashes: inOrder ? [a.hash, b.hash] : [b.hash, a.hash],
  });
}

const orgIn = ({ header }: ReadEntry): Bytes => header.org;

/** Entries to be flagged where they are shown: both of each proof. */
export const flaggedBy = (proofs: readonly Equivocation[]): ReadonlySet<string> =>
  new Set(proofs.flatMap(({ hashes }) => hashes.map(toHex)));
