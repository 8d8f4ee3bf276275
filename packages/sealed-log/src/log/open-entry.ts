import type { Bytes } from '../crypto/bytes.ts';
import { equal, toHex } from '../crypto/bytes.ts';
import type { EpochPlace, UnwrapProblem } from '../keys/epoch.ts';
import { contentKeyOf, epochCommitment, unwrapEpoch, unwrapEpochBefore } from '../keys/epoch.ts';
import type { ContentBody, EpochBody } from '../wire/body.ts';
import { contentBody, epochBody, readmissionBody } from '../wire/body.ts';
import { decode } from '../wire/codec.ts';
import { forms } from '../wire/entry.ts';
import { zeros32 } from '../wire/hashes.ts';
import type { EpochClear, ForgetTarget } from '../wire/record.ts';
import { epochClear, forgetClear, readmissionClear, wrapForms } from '../wire/record.ts';
import type { Skeleton } from '../wire/skeleton.ts';
import type { ReadEntry } from '../wire/verify.ts';
import { readEntry } from '../wire/verify.ts';
import type { Chain } from './chain.ts';
import { verifyAuthor } from './chain.ts';
import { unaccountedWraps } from './epoch-entry.ts';
import type { Keyring } from './keyring.ts';
import { wrapSecrets } from './keyring.ts';
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

type OpenedWithKeys = { readonly opened: Opened; readonly keys: ReadonlyMap<string, Bytes> };
const noKeys: ReadonlyMap<string, Bytes> = new Map();

/** Opens what a verified entry holds. `chain` gives the epoch keys found so far. */
export async function openEntry(
  read: ReadEntry,
  chain: Chain,
  skeleton: Skeleton,
  keyring: Keyring,
): Promise<OpenedWithKeys> {
  if (read.missing.body || read.missing.clear) return { opened: { type: 'missing' }, keys: noKeys };
  switch (read.header.form) {
    case forms.epoch:
      return openEpoch(read, chain, keyring);
    case forms.content:
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

async function openEpoch(read: ReadEntry, chain: Chain, keyring: Keyring): Promise<OpenedWithKeys> {
  const decoded = decode(epochClear, read.entry.clear);
  if (!decoded.ok) return { opened: { type: 'unreadable', problem: 'malformed' }, keys: noKeys };
  const clear = decoded.value;
  const place: EpochPlace = { org: chain.org, record: chain.record, prev: read.header.prev };
  const sealed = clear.wraps.some((wrap) => wrap.form === wrapForms.sealed);
  const key = await unwrapEpoch(clear, place, await wrapSecrets(keyring, chain.org, sealed));
  if (!key.ok)
    return {
      opened: { type: 'epoch', clear, body: null, unaccounted: null, problem: key.error },
      keys: noKeys,
    };
  const keys = new Map([[toHex(read.hash), key.value]]);
  await openEarlier(chain, clear, key.value, place, keys);
  const body = await openBody(await contentKeyOf(key.value), read.header, read.entry.body, epochBody);
  if (!body.ok)
    return { opened: { type: 'epoch', clear, body: null, unaccounted: null, problem: body.error }, keys };
  const unaccounted = await unaccountedWraps(key.value, place, clear, body.value);
  return { opened: { type: 'epoch', clear, body: body.value, unaccounted, problem: null }, keys };
}

/** Follows the wrapped keys backwards, each held against the commitment of its own epoch entry (rule 8). */
async function openEarlier(
  chain: Chain,
  clear: EpochClear,
  key: Bytes,
  place: EpochPlace,
  found: Map<string, Bytes>,
): Promise<void> {
  let current = { clear, key, place };
  while (!equal(current.clear.previous, zeros32)) {
    const before = current.clear.previous;
    if (chain.keys.has(toHex(before))) return;
    const link = chain.links.find((one) => equal(one.hash, before));
    if (link === undefined || link.opened.type !== 'epoch') return;
    const opened = await unwrapEpochBefore(current.key, current.place, before, current.clear.previousWrapped);
    if (!opened.ok) return;
    const beforePlace = { org: chain.org, record: chain.record, prev: link.header.prev };
    if (!equal(await epochCommitment(opened.value, beforePlace), link.opened.clear.commitment)) return;
    found.set(toHex(before), opened.value);
    current = { clear: link.opened.clear, key: opened.value, place: beforePlace };
  }
}

async function openReadmission(
  read: ReadEntry,
  chain: Chain,
  skeleton: Skeleton,
  keyring: Keyring,
): Promise<OpenedWithKeys> {
  const unreadable: OpenedWithKeys = { opened: { type: 'unreadable', problem: 'malformed' }, keys: noKeys };
  const clear = decode(readmissionClear, read.entry.clear);
  if (!clear.ok) return unreadable;
  const displaced = await readEntry(clear.value.displaced);
  // A readmission of a readmission is never written: the inner one is readmitted itself.
  if (!displaced.ok || displaced.value.header.form === forms.readmission) return unreadable;
  const { org, record } = displaced.value.header;
  if (!equal(org, chain.org) || !equal(record, chain.record)) return unreadable;
  if (!(await verifyAuthor(displaced.value, skeleton)).ok) return unreadable;
  const own = chain.keys.get(toHex(read.header.epoch));
  const body =
    own === undefined
      ? null
      : await openBody(await contentKeyOf(own), read.header, read.entry.body, readmissionBody);
  const keys = new Map(chain.keys);
  const brought = new Map<string, Bytes>();
  for (const { epoch, key } of body?.ok ? body.value.epochs : []) {
    // The key is held against what it opens: a wrong one fails the commitment of the construction.
    if (!keys.has(toHex(epoch))) brought.set(toHex(epoch), key);
    keys.set(toHex(epoch), keys.get(toHex(epoch)) ?? key);
  }
  const inner = await openEntry(displaced.value, { ...chain, keys }, skeleton, keyring);
  const action = body?.ok ? body.value.action : null;
  return {
    opened: {
      type: 'readmission',
      displaced: displaced.value,
      displacedBytes: clear.value.displaced,
      inner: inner.opened,
      action,
    },
    keys: brought,
  };
}
