import type { Bytes } from '../crypto/bytes.ts';
import { equal, toHex } from '../crypto/bytes.ts';
import type { Result } from '../crypto/result.ts';
import type { EpochPlace, UnwrapProblem } from '../keys/epoch.ts';
import { appendKeyOf, contentKeyOf, epochCommitment, unwrapEpoch, unwrapEpochBefore } from '../keys/epoch.ts';
import { teamTag } from '../keys/team.ts';
import type { EpochBody } from '../wire/body.ts';
import { epochBody } from '../wire/body.ts';
import { decode } from '../wire/codec.ts';
import { forms } from '../wire/entry.ts';
import { zeros32 } from '../wire/hashes.ts';
import type { EpochClear } from '../wire/record.ts';
import { epochClear, wrapForms } from '../wire/record.ts';
import type { ReadEntry } from '../wire/verify.ts';
import type { Chain } from './chain.ts';
import { unaccountedWraps } from './epoch-entry.ts';
import type { Keyring } from './keyring.ts';
import { sealedSecrets, symmetricSecrets, teamSecret } from './keyring.ts';
import type { Opened, OpenedWithKeys } from './open-entry.ts';
import { openBody } from './seal.ts';

/** Opens an epoch entry by a wrap, or by a key that came with a later epoch or a readmission. */
export async function openEpoch(read: ReadEntry, chain: Chain, keyring: Keyring): Promise<OpenedWithKeys> {
  const decoded = decode(epochClear, read.entry.clear);
  if (!decoded.ok) return { opened: { type: 'unreadable', problem: 'malformed' }, keys: new Map() };
  const clear = decoded.value;
  const place: EpochPlace = { org: chain.org, record: chain.record, prev: read.header.prev };
  const closed: Opened = {
    type: 'epoch',
    clear,
    body: null,
    unaccounted: null,
    takesOver: false,
    misnamed: false,
    problem: null,
  };
  const known = chain.keys.get(toHex(read.hash));
  const key =
    known === undefined ? await unwrapWith(clear, place, keyring) : { ok: true as const, value: known };
  if (!key.ok) return { opened: { ...closed, problem: key.error }, keys: new Map() };
  const keys = new Map([[toHex(read.hash), key.value]]);
  const current = { clear, key: key.value, place };
  const carries = await openEarlier(chain, current, keys);
  const body = await openBody(await contentKeyOf(key.value), read.header, read.entry.body, epochBody);
  if (!body.ok) return { opened: { ...closed, problem: body.error }, keys };
  const opened: Opened = {
    ...closed,
    body: body.value,
    unaccounted: await unaccountedWraps(key.value, place, clear, body.value),
    takesOver: !carries || !equal(await appendKeyOf(key.value), clear.appendKey),
    misnamed: await isMisnamed(clear, body.value, chain.org, keyring),
  };
  return { opened, keys };
}

/** Symmetric wraps first: a record of one's own team never asks for the costly keys. */
async function unwrapWith(
  clear: EpochClear,
  place: EpochPlace,
  keyring: Keyring,
): Promise<Result<Bytes, UnwrapProblem>> {
  const symmetric = await unwrapEpoch(clear, place, symmetricSecrets(keyring, place.org));
  if (symmetric.ok || clear.wraps.every((wrap) => wrap.form === wrapForms.symmetric)) return symmetric;
  const sealed = await unwrapEpoch(clear, place, await sealedSecrets(keyring, place.org));
  return sealed.ok || sealed.error !== 'no-wrap' ? sealed : symmetric;
}

type EpochEntry = { readonly clear: EpochClear; readonly prev: Bytes };
type HeldEpoch = { readonly clear: EpochClear; readonly key: Bytes; readonly place: EpochPlace };

/** The epoch entry with this hash: one that stands in the chain, one that was readmitted, or the one at hand. */
export function findEpoch(chain: Chain, hash: Bytes, atHand?: ReadEntry): EpochEntry | null {
  if (atHand !== undefined && atHand.header.form === forms.epoch && equal(atHand.hash, hash)) {
    const clear = decode(epochClear, atHand.entry.clear);
    return clear.ok ? { clear: clear.value, prev: atHand.header.prev } : null;
  }
  for (const { read, opened } of chain.links) {
    const [entry, inside] = opened.type === 'readmission' ? [opened.displaced, opened.inner] : [read, opened];
    if (inside.type === 'epoch' && equal(entry.hash, hash))
      return { clear: inside.clear, prev: entry.header.prev };
  }
  return null;
}

/**
 * Follows the wrapped keys backwards, each held against the commitment of its own epoch entry (rule 8). False when
 * the first of them does not hold: the author did not have the key of the epoch that she claims to follow.
 */
async function openEarlier(chain: Chain, newest: HeldEpoch, found: Map<string, Bytes>): Promise<boolean> {
  let current = newest;
  while (!equal(current.clear.previous, zeros32)) {
    const before = current.clear.previous;
    const entry = findEpoch(chain, before);
    if (entry === null) return true;
    const opened = await unwrapEpochBefore(current.key, current.place, before, current.clear.previousWrapped);
    const place = { ...current.place, prev: entry.prev };
    const holds = opened.ok && equal(await epochCommitment(opened.value, place), entry.clear.commitment);
    if (!holds) return current !== newest;
    if (chain.keys.has(toHex(before))) return true;
    found.set(toHex(before), opened.value);
    current = { clear: entry.clear, key: opened.value, place };
  }
  return true;
}

/** Whether a symmetric wrap said to be for a team of this reader is not that team's. */
async function isMisnamed(
  clear: EpochClear,
  body: EpochBody,
  org: Bytes,
  keyring: Keyring,
): Promise<boolean> {
  for (const { tag, recipient } of body.recipients) {
    const wrap = clear.wraps.find((one) => equal(one.tag, tag));
    if (recipient.type !== 'team' || wrap?.form !== wrapForms.symmetric) continue;
    const { team, generation } = recipient;
    const secret = teamSecret(keyring, team, generation);
    if (secret === null) continue;
    if (!equal(await teamTag(secret, { org, team, generation }, clear.commitment), tag)) return true;
  }
  return false;
}
