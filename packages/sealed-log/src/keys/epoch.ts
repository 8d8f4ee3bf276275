import type { Bytes } from '../crypto/bytes.ts';
import { concat, equal, lengthPrefixed, randomBytes, u32 } from '../crypto/bytes.ts';
import { open, seal } from '../crypto/cobblestone.ts';
import { publicKeyOf } from '../crypto/ed25519.ts';
import { commitmentTo, derive, hkdfSha256 } from '../crypto/hkdf.ts';
import { openWith, sealTo } from '../crypto/hpke.ts';
import type { Result } from '../crypto/result.ts';
import { err, ok } from '../crypto/result.ts';
import type { EpochClear, Wrap } from '../wire/record.ts';
import { wrapForms } from '../wire/record.ts';
import type { TeamContext, TeamSecret } from './team.ts';
import { teamTag } from './team.ts';

/** Where an epoch stands: its record and the entry before it. It has no hash yet when its key is wrapped. */
export type EpochPlace = { readonly org: Bytes; readonly record: Bytes; readonly prev: Bytes };

export const newEpochKey = (): Bytes => randomBytes(32);

const parts = ({ org, record, prev }: EpochPlace): readonly Bytes[] => [org, record, prev];

/** One key for one purpose: an epoch key itself neither encrypts nor wraps (section 2). */
export function contentKeyOf(epochKey: Bytes): Promise<Bytes> {
  const known = contentKeys.get(epochKey);
  if (known !== undefined) return known;
  const derived = derive(epochKey, 'epoch content');
  contentKeys.set(epochKey, derived);
  return derived;
}
/** Every entry under an epoch asks for the same key. It is remembered as long as the epoch key is, and no longer. */
const contentKeys = new WeakMap<Bytes, Promise<Bytes>>();
const previousKeyOf = (epochKey: Bytes): Promise<Bytes> => derive(epochKey, 'epoch before');
/** The Ed25519 seed whose public half stands in the epoch entry (rule 12). */
export const appendSeedOf = (epochKey: Bytes): Promise<Bytes> => derive(epochKey, 'epoch append');
export const appendKeyOf = async (epochKey: Bytes): Promise<Bytes> =>
  publicKeyOf(await appendSeedOf(epochKey));

export const epochCommitment = (epochKey: Bytes, place: EpochPlace): Promise<Bytes> =>
  commitmentTo(epochKey, 'epoch', ...parts(place));

const wrapContext = (place: EpochPlace, commitment: Bytes, { team, generation }: TeamContext): Bytes =>
  lengthPrefixed('leeward/v1/epoch key under team key', ...parts(place), commitment, team, u32(generation));

const sealInfo = (place: EpochPlace, commitment: Bytes): Bytes =>
  lengthPrefixed('leeward/v1/epoch key to public key', ...parts(place), commitment);

/** Wraps an epoch key under a team's symmetric key: a single-use key from the salt, with the committing construction (rule 8). */
export async function wrapForTeam(
  epochKey: Bytes,
  place: EpochPlace,
  secret: TeamSecret,
  context: TeamContext,
  recoverable: boolean,
): Promise<Wrap> {
  const commitment = await epochCommitment(epochKey, place);
  const wrapKey = recoverable ? secret.wrapKey : secret.privateWrapKey;
  return {
    tag: await teamTag(secret, context, commitment),
    form: wrapForms.symmetric,
    sealed: await seal(wrapKey, wrapContext(place, commitment, context), epochKey),
  };
}

/** Seals an epoch key to a public key: a member's, or that of a team whose secret the author does not hold. */
export async function wrapForPublicKey(epochKey: Bytes, place: EpochPlace, publicKey: Bytes): Promise<Wrap> {
  const commitment = await epochCommitment(epochKey, place);
  return {
    tag: randomBytes(16),
    form: wrapForms.sealed,
    sealed: await sealTo(publicKey, sealInfo(place, commitment), epochKey),
  };
}

const symmetricWrapLength = 24 + 32 + 32 + 16;

/** A dummy that every reader can recompute, so that an extra recipient cannot hide among the dummies (rules 11 and 26). */
export async function dummyWrap(epochKey: Bytes, place: EpochPlace, index: number): Promise<Wrap> {
  const info = lengthPrefixed('leeward/v1/dummy wrap', ...parts(place), u32(index));
  const bytes = await hkdfSha256(epochKey, new Uint8Array(0), info, 16 + symmetricWrapLength);
  return { tag: bytes.slice(0, 16), form: wrapForms.symmetric, sealed: bytes.slice(16) };
}

const wrapBuckets = [4, 8, 16, 32, 64, 128, 256, 512] as const;

/** How many wraps an epoch entry shows, for a number of readers (rule 26). */
export function wrapBucket(readers: number): number {
  return wrapBuckets.find((size) => size >= readers) ?? readers;
}

export type UnwrapProblem = 'no-wrap' | 'cannot-open' | 'wrong-commitment';

/** A secret with which wraps may be opened. */
export type WrapSecret =
  | { readonly type: 'team'; readonly secret: TeamSecret; readonly context: TeamContext }
  | { readonly type: 'seed'; readonly seed: Bytes };

/** Finds and opens the wrap that one of the secrets can open; the result matches the commitment or is refused. */
export async function unwrapEpoch(
  clear: EpochClear,
  place: EpochPlace,
  secrets: readonly WrapSecret[],
): Promise<Result<Bytes, UnwrapProblem>> {
  let problem: UnwrapProblem = 'no-wrap';
  for (const one of secrets) {
    const opened =
      one.type === 'team' ? await openTeamWrap(clear, place, one) : await openSealed(clear, place, one.seed);
    if (!opened.ok) {
      if (opened.error !== 'no-wrap') problem = opened.error;
      continue;
    }
    if (equal(await epochCommitment(opened.value, place), clear.commitment)) return opened;
    problem = 'wrong-commitment';
  }
  return err(problem);
}

async function openTeamWrap(
  clear: EpochClear,
  place: EpochPlace,
  { secret, context }: Extract<WrapSecret, { type: 'team' }>,
): Promise<Result<Bytes, UnwrapProblem>> {
  const tag = await teamTag(secret, context, clear.commitment);
  const wrap = clear.wraps.find((one) => one.form === wrapForms.symmetric && equal(one.tag, tag));
  if (wrap === undefined) return err('no-wrap');
  for (const key of [secret.wrapKey, secret.privateWrapKey]) {
    const opened = await open(key, wrapContext(place, clear.commitment, context), wrap.sealed);
    if (opened.ok && opened.value.length === 32) return ok(opened.value);
  }
  return err('cannot-open');
}

async function openSealed(
  clear: EpochClear,
  place: EpochPlace,
  seed: Bytes,
): Promise<Result<Bytes, UnwrapProblem>> {
  for (const wrap of clear.wraps) {
    if (wrap.form !== wrapForms.sealed) continue;
    const opened = await openWith(seed, sealInfo(place, clear.commitment), wrap.sealed);
    if (opened.ok && opened.value.length === 32) return ok(opened.value);
  }
  return err('no-wrap');
}

const beforeContext = (place: EpochPlace, before: Bytes): Bytes =>
  lengthPrefixed('leeward/v1/epoch key before', ...parts(place), before);

/** Wraps the epoch before under the new one; `before` is the hash of its entry. */
export async function wrapEpochBefore(
  epochKey: Bytes,
  place: EpochPlace,
  before: Bytes,
  key: Bytes,
): Promise<Bytes> {
  return seal(await previousKeyOf(epochKey), beforeContext(place, before), key);
}

/** Opens the epoch before. The caller checks the key against that epoch's own commitment (rule 8). */
export async function unwrapEpochBefore(
  epochKey: Bytes,
  place: EpochPlace,
  before: Bytes,
  wrapped: Bytes,
): Promise<Result<Bytes, UnwrapProblem>> {
  const opened = await open(await previousKeyOf(epochKey), beforeContext(place, before), wrapped);
  return opened.ok && opened.value.length === 32 ? ok(opened.value) : err('cannot-open');
}

/** Orders wraps by tag, so that their order says nothing. */
export function sortedWraps(wraps: readonly Wrap[]): readonly Wrap[] {
  return [...wraps].sort((left, right) => compare(left.tag, right.tag));
}

function compare(left: Bytes, right: Bytes): number {
  for (const [index, byte] of left.entries()) {
    const difference = byte - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The bytes that a wrap is compared by. */
export const wrapBytes = (wrap: Wrap): Bytes => concat(wrap.tag, new Uint8Array([wrap.form]), wrap.sealed);
