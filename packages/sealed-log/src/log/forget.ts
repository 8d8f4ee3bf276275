import type { Bytes } from '../crypto/bytes.ts';
import { equal, toHex } from '../crypto/bytes.ts';
import type { Result } from '../crypto/result.ts';
import { err, ok, unwrap } from '../crypto/result.ts';
import type { DeviceKeys } from '../keys/device.ts';
import type { ContentBody } from '../wire/body.ts';
import { contentBody } from '../wire/body.ts';
import { decode, encode } from '../wire/codec.ts';
import { entry as entryCodec, forms } from '../wire/entry.ts';
import { limits } from '../wire/limits.ts';
import type { ForgetTarget } from '../wire/record.ts';
import { forgetClear } from '../wire/record.ts';
import type { Chain, Link } from './chain.ts';
import type { Judgement } from './judge.ts';
import type { EpochInUse, RecordPlace, SealedEntry } from './seal.ts';
import { sealEntry } from './seal.ts';

export type ForgetProblem = 'unknown-entry' | 'not-content' | 'too-many';

/**
 * What must be named so that the words of these entries are gone: the entries themselves, those that repeat the same
 * action, and readmissions that carry one of them inside.
 */
export function targetsFor(
  chain: Chain,
  entries: readonly Bytes[],
): Result<readonly ForgetTarget[], ForgetProblem> {
  const wanted = new Set<string>();
  for (const hash of entries) {
    const link = chain.links.find((one) => equal(one.hash, hash));
    if (link === undefined) return err('unknown-entry');
    // Epochs and forget entries are what the rest stands on.
    if (link.header.form === forms.epoch || link.header.form === forms.forget) return err('not-content');
    for (const name of namesOf(link)) wanted.add(name);
  }
  const targets: ForgetTarget[] = [];
  for (const link of chain.links)
    if (namesOf(link).some((name) => wanted.has(name)))
      targets.push({ type: 'entry', position: link.header.position, entry: link.hash });
  return targets.length > limits.targets ? err('too-many') : ok(targets);
}

/** By what an entry is recognised: its hash, the hash of what it readmits, and the action that it carries. */
function namesOf({ hash, header, opened }: Link): readonly string[] {
  const names = [toHex(hash)];
  const [device, inner] =
    opened.type === 'readmission' ? [opened.displaced.header.device, opened.inner] : [header.device, opened];
  if (opened.type === 'readmission') names.push(toHex(opened.displaced.hash));
  if (inner.type === 'content') names.push(`${toHex(device)} ${toHex(inner.body.action)}`);
  return names;
}

/** Signs that these targets are to be destroyed. The reason is sealed; what goes stands in the clear, for the relay. */
export function sealForget(
  device: DeviceKeys,
  place: RecordPlace,
  epoch: EpochInUse,
  targets: readonly ForgetTarget[],
  reason: ContentBody,
): Promise<SealedEntry> {
  const clear = encode(forgetClear, { targets });
  return sealEntry(device, place, epoch, { form: forms.forget, clear, codec: contentBody, body: reason });
}

/** An entry without its parts: header and signature still verify, the words are gone (section 3a). */
export function withoutParts(bytes: Bytes): Bytes {
  const parts = unwrap(decode(entryCodec, bytes));
  return encode(entryCodec, { ...parts, clear: new Uint8Array(0), body: new Uint8Array(0) });
}

/**
 * The chain without the bytes and keys that a judgement says are forgotten. What was restored from a backup goes
 * through this again before anything of it is shown or sent. Forgetting twice changes nothing.
 */
export async function applyForgotten(chain: Chain, judgement: Judgement): Promise<Chain> {
  const links: Link[] = [];
  for (const { link, verdict, inner } of judgement.judged) {
    const gone = verdict.type === 'forgotten' || inner?.type === 'forgotten';
    links.push(gone && link.opened.type !== 'missing' ? stripped(link) : link);
  }
  const all = judgement.forgotten.some((one) => one.type === 'record');
  return { ...chain, links, keys: all ? new Map() : chain.keys };
}

function stripped(link: Link): Link {
  const bytes = withoutParts(link.bytes);
  const empty = new Uint8Array(0);
  const missing = { clear: link.header.clearLength > 0, body: link.header.bodyLength > 0 };
  const read = { ...link.read, entry: { ...link.read.entry, clear: empty, body: empty }, missing };
  return { ...link, bytes, read, opened: { type: 'missing' } };
}

/** Mailboxes all of whose items and replies must be deleted because of a judgement. */
export const forgottenMailboxes = (judgement: Judgement): readonly Bytes[] =>
  judgement.forgotten.flatMap((one) => (one.type === 'mailbox' ? [one.mailbox] : []));

/** Blobs that must be deleted because of a judgement. */
export const forgottenBlobs = (judgement: Judgement): readonly Bytes[] =>
  judgement.forgotten.flatMap((one) => (one.type === 'blob' ? [one.blob] : []));
