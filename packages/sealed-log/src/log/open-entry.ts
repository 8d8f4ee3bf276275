import type { Bytes } from '../crypto/bytes.ts';
import { equal, toHex } from '../crypto/bytes.ts';
import type { UnwrapProblem } from '../keys/epoch.ts';
import { contentKeyOf, epochCommitment } from '../keys/epoch.ts';
import type { ContentBody, EpochBody } from '../wire/body.ts';
import { contentBody, readmissionBody } from '../wire/body.ts';
import { decode } from '../wire/codec.ts';
import { forms } from '../wire/entry.ts';
import type { EpochClear, ForgetTarget } from '../wire/record.ts';
import { forgetClear, readmissionClear } from '../wire/record.ts';
import type { Skeleton } from '../wire/skeleton.ts';
import type { ReadEntry } from '../wire/verify.ts';
import { readEntry } from '../wire/verify.ts';
import { verifyAuthor } from './author.ts';
import type { Chain } from './chain.ts';
import type { Keyring } from './keyring.ts';
import { findEpoch, openEpoch } from './open-epoch.ts';
import type { BodyProblem } from './seal.ts';
import { openBody } from './seal.ts';

/** What a link holds, as far as this reader could open it. */
export type Opened =
  | { readonly type: 'content'; readonly body: ContentBody }
  | {
      readonly type: 'epoch';
      readonly clear: EpochClear;
      readonly body: EpochBody | null;
      /** Wraps that nobody accounts for, or null where the epoch could not be opened (rule 11). */
      readonly unaccounted: number | null;
      /** It does not carry the key before, or names an append key that is not its own: it would shut readers out. */
      readonly takesOver: boolean;
      /** A wrap that this reader can check is not for whom the author says. */
      readonly misnamed: boolean;
      readonly problem: UnwrapProblem | BodyProblem | null;
    }
  | { readonly type: 'forget'; readonly targets: readonly ForgetTarget[]; readonly body: ContentBody | null }
  | {
      readonly type: 'readmission';
      readonly displaced: ReadEntry;
      readonly displacedBytes: Bytes;
      readonly inner: Opened;
      readonly action: Bytes | null;
    }
  /** Its bytes are gone: by a forget entry, or withheld. */
  | { readonly type: 'missing' }
  /** It waits for a key that this reader does not hold (yet). */
  | { readonly type: 'waiting-for-key' }
  /** A good signature over something that nobody can read: in the chain, but void (rule 5). */
  | { readonly type: 'unreadable'; readonly problem: BodyProblem | 'malformed' };

export type OpenedWithKeys = { readonly opened: Opened; readonly keys: ReadonlyMap<string, Bytes> };
const noKeys: ReadonlyMap<string, Bytes> = new Map();
const unreadable: OpenedWithKeys = { opened: { type: 'unreadable', problem: 'malformed' }, keys: noKeys };

/** Opens what a verified entry holds. `chain` gives the epoch keys found so far. */
export async function openEntry(
  read: ReadEntry,
  chain: Chain,
  skeleton: Skeleton,
  keyring: Keyring,
): Promise<OpenedWithKeys> {
  // What a forget entry destroys stands in its clear part: it holds even where its reason is gone.
  const gone = read.missing.clear || (read.missing.body && read.header.form !== forms.forget);
  if (gone) return { opened: { type: 'missing' }, keys: noKeys };
  switch (read.header.form) {
    case forms.epoch:
      return openEpoch(read, chain, keyring);
    case forms.content:
      // Nothing of what people write ever stands in the clear.
      if (read.header.clearLength > 0) return unreadable;
      return { opened: await openContent(read, chain.keys), keys: noKeys };
    case forms.forget:
      return { opened: await openForget(read, chain.keys), keys: noKeys };
    case forms.readmission:
      return openReadmission(read, chain, skeleton, keyring);
  }
}

async function openContent(read: ReadEntry, keys: ReadonlyMap<string, Bytes>): Promise<Opened> {
  const key = keys.get(toHex(read.header.epoch));
  if (key === undefined) return { type: 'waiting-for-key' };
  const body = await openBody(await contentKeyOf(key), read.header, read.entry.body, contentBody);
  return body.ok ? { type: 'content', body: body.value } : { type: 'unreadable', problem: body.error };
}

async function openForget(read: ReadEntry, keys: ReadonlyMap<string, Bytes>): Promise<Opened> {
  const clear = decode(forgetClear, read.entry.clear);
  if (!clear.ok) return { type: 'unreadable', problem: 'malformed' };
  const inner = await openContent(read, keys);
  return { type: 'forget', targets: clear.value.targets, body: inner.type === 'content' ? inner.body : null };
}

async function openReadmission(
  read: ReadEntry,
  chain: Chain,
  skeleton: Skeleton,
  keyring: Keyring,
): Promise<OpenedWithKeys> {
  const clear = decode(readmissionClear, read.entry.clear);
  if (!clear.ok) return unreadable;
  const displaced = await readEntry(clear.value.displaced);
  // A readmission of a readmission is never written: the inner one is readmitted itself.
  if (!displaced.ok || displaced.value.header.form === forms.readmission) return unreadable;
  const { org, record } = displaced.value.header;
  if (!equal(org, chain.org) || !equal(record, chain.record)) return unreadable;
  // Whoever readmits has seen all that the displaced author had seen: so the verdict never depends on what came first.
  if (displaced.value.header.orgPosition > read.header.orgPosition) return unreadable;
  if (!(await verifyAuthor(displaced.value, skeleton)).ok) return unreadable;
  const own = chain.keys.get(toHex(read.header.epoch));
  const body =
    own === undefined
      ? null
      : await openBody(await contentKeyOf(own), read.header, read.entry.body, readmissionBody);
  const brought = new Map<string, Bytes>();
  for (const { epoch, key } of body?.ok ? body.value.epochs : [])
    if (!chain.keys.has(toHex(epoch)) && (await isKeyOf(key, epoch, chain, displaced.value)))
      brought.set(toHex(epoch), key);
  const keys = new Map([...chain.keys, ...brought]);
  const inner = await openEntry(displaced.value, { ...chain, keys }, skeleton, keyring);
  const displacedBytes = clear.value.displaced;
  const action = body?.ok ? body.value.action : null;
  const opened: Opened = {
    type: 'readmission',
    displaced: displaced.value,
    displacedBytes,
    inner: inner.opened,
    action,
  };
  return { opened, keys: new Map([...brought, ...inner.keys]) };
}

/** A key that somebody brings counts only by the commitment of its epoch entry, which stands here or was readmitted (rule 8). */
async function isKeyOf(key: Bytes, epoch: Bytes, chain: Chain, displaced: ReadEntry): Promise<boolean> {
  const entry = findEpoch(chain, epoch, displaced);
  if (entry === null) return false;
  const place = { org: chain.org, record: chain.record, prev: entry.prev };
  return equal(await epochCommitment(key, place), entry.clear.commitment);
}
