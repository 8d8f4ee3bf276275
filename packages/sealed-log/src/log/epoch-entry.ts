import type { Bytes } from '../crypto/bytes.ts';
import { toHex } from '../crypto/bytes.ts';
import type { DeviceKeys } from '../keys/device.ts';
import type { EpochPlace } from '../keys/epoch.ts';
import {
  appendKeyOf,
  appendSeedOf,
  contentKeyOf,
  dummyWrap,
  epochCommitment,
  newEpochKey,
  sortedWraps,
  wrapBucket,
  wrapBytes,
  wrapEpochBefore,
  wrapForPublicKey,
  wrapForTeam,
} from '../keys/epoch.ts';
import type { TeamContext, TeamSecret } from '../keys/team.ts';
import type { CutStatement, EpochBody, Recipient } from '../wire/body.ts';
import { epochBody } from '../wire/body.ts';
import { encode } from '../wire/codec.ts';
import { zeros32 } from '../wire/hashes.ts';
import { limits } from '../wire/limits.ts';
import type { EpochClear, Wrap } from '../wire/record.ts';
import { epochClear } from '../wire/record.ts';
import type { EpochInUse, RecordPlace, SealedEntry } from './seal.ts';
import { draftFor, sealBody, signEntry } from './seal.ts';

/** Somebody an epoch key is wrapped for: a team of mine, a team whose public key I know, or one member. */
export type Reader =
  | {
      readonly type: 'team';
      readonly context: TeamContext;
      readonly secret: TeamSecret;
      readonly recoverable: boolean;
    }
  | { readonly type: 'other-team'; readonly context: TeamContext; readonly sealingKey: Bytes }
  | { readonly type: 'member'; readonly member: Bytes; readonly sealingKey: Bytes };

/**
 * Seals a new epoch of a record as one entry (rule 9). The key may be used for content only after this entry was
 * pulled back and verified. @throws Error where the readers do not fit (`fitsEpoch`).
 */
export async function sealEpoch(
  device: DeviceKeys,
  place: RecordPlace,
  readers: readonly Reader[],
  before: EpochInUse | null,
  cuts: readonly CutStatement[],
): Promise<SealedEntry & { readonly key: Bytes }> {
  const key = newEpochKey();
  const epochPlace: EpochPlace = { org: place.org, record: place.record, prev: place.prev };
  const real: { readonly wrap: Wrap; readonly recipient: Recipient }[] = [];
  for (const reader of readers)
    real.push({ wrap: await wrapFor(key, epochPlace, reader), recipient: recipientOf(reader) });
  const dummies: Wrap[] = [];
  while (real.length + dummies.length < wrapBucket(readers.length))
    dummies.push(await dummyWrap(key, epochPlace, dummies.length));
  const clear: EpochClear = {
    commitment: await epochCommitment(key, epochPlace),
    appendKey: await appendKeyOf(key),
    previous: before?.hash ?? zeros32,
    previousWrapped:
      before === null ? new Uint8Array(0) : await wrapEpochBefore(key, epochPlace, before.hash, before.key),
    wraps: sortedWraps([...real.map((one) => one.wrap), ...dummies]),
  };
  const body: EpochBody = {
    recipients: real.map(({ wrap, recipient }) => ({ tag: wrap.tag, recipient })),
    cuts,
    dummies: dummies.length,
  };
  const draft = draftFor(place, device.signingKey, 2, zeros32);
  const sealed = await sealBody(await contentKeyOf(key), draft, encode(epochBody, body));
  // The relay lets an epoch in on the proof of any past append key: the one before is held by every reader (rule 12).
  const proofSeed = before === null ? null : await appendSeedOf(before.key);
  return { ...(await signEntry(device, draft, encode(epochClear, clear), sealed, proofSeed)), key };
}

/** Whether an epoch for these readers fits into one entry, dummies included: up to 512, of whom 300 by a public key. */
export function fitsEpoch(readers: readonly Reader[]): boolean {
  const shown = wrapBucket(readers.length);
  if (shown > limits.wraps) return false;
  const sealed = readers.filter((reader) => reader.type !== 'team').length;
  const bytes = sealed * wrapBytesAtMost.sealed + (shown - sealed) * wrapBytesAtMost.symmetric;
  return bytes + restOfClear <= limits.clear;
}
/** Bytes of a wrap in the clear part: tag, form, length, the sealed key. */
const wrapBytesAtMost = { symmetric: 16 + 1 + 4 + 104, sealed: 16 + 1 + 4 + 1168 };
/** Bytes of the clear part beside the wraps: commitment, append key, the epoch before and its key. */
const restOfClear = 32 + 32 + 32 + (4 + 256) + 2;

async function wrapFor(key: Bytes, place: EpochPlace, reader: Reader): Promise<Wrap> {
  if (reader.type === 'team')
    return wrapForTeam(key, place, reader.secret, reader.context, reader.recoverable);
  return wrapForPublicKey(key, place, reader.sealingKey);
}

const recipientOf = (reader: Reader): Recipient =>
  reader.type === 'member'
    ? { type: 'member', member: reader.member }
    : { type: 'team', team: reader.context.team, generation: reader.context.generation };

/**
 * How many wraps of an epoch entry are not accounted for: each is named once with its recipient, or is a dummy that
 * the epoch key itself gives. Anything else is an extra recipient and blocks writing (rule 11).
 */
export async function unaccountedWraps(
  key: Bytes,
  place: EpochPlace,
  clear: EpochClear,
  body: EpochBody,
): Promise<number> {
  // By tag and not by list: two wraps under one tag, of which one was named, would hide the other.
  const named = new Set(body.recipients.map((one) => toHex(one.tag)));
  const dummies = new Set<string>();
  for (let index = 0; index < body.dummies; index += 1)
    dummies.add(toHex(wrapBytes(await dummyWrap(key, place, index))));
  return clear.wraps.filter(
    (wrap) => !named.delete(toHex(wrap.tag)) && !dummies.delete(toHex(wrapBytes(wrap))),
  ).length;
}
