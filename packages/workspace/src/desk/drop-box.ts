import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { fromHex, toHex, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { open, seal } from '@leeward/sealed-log/crypto/cobblestone.ts';
import { sign } from '@leeward/sealed-log/crypto/ed25519.ts';
import { labelledHash } from '@leeward/sealed-log/crypto/hash.ts';
import { derive } from '@leeward/sealed-log/crypto/hkdf.ts';
import { signedBytes } from '@leeward/sealed-log/wire/hashes.ts';
import type { Answer } from './contract.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import { relayFailure } from './failures.ts';
import type { Surroundings } from './open-engine.ts';

/*
 * The drop box of a link that was handed over out of the relay's sight: an invitation, or a further device of one's own.
 * Whoever opens the link leaves one thing there, sealed under the link's secret; whoever made it may answer once.
 */

/** What a drop box is for: its request is sealed under a label of its own, so that none passes for the other. */
export type Purpose = { readonly key: (secret: Bytes) => Promise<Bytes>; readonly context: Bytes };
export const forMember: Purpose = {
  key: (secret) => derive(secret, 'join request'),
  context: utf8('leeward/v1/join request'),
};
export const forDevice: Purpose = {
  key: (secret) => derive(secret, 'device request'),
  context: utf8('leeward/v1/device request'),
};

/** What a link shows of who made it: the device, and its signature over the box that the secret names. */
export type Voucher = { readonly device: Bytes; readonly voucher: Bytes };

/** Opens the box of a secret for one thing: without this no relay takes anything there. Nothing is sent. */
export const vouch = async ({ vault, keys }: Engine, secret: Bytes): Promise<Bytes> =>
  sign(keys.device.signingSeed, signedBytes.box(vault.org, await boxOf(secret)));

export const boxOf = (secret: Bytes): Promise<Bytes> => labelledHash('join', secret);
const answerKey = (secret: Bytes): Promise<Bytes> => derive(secret, 'join answer');

/** Leaves a request in the box of a secret. It takes one thing, once. */
export async function leaveRequest(
  around: Surroundings,
  org: Bytes,
  secret: Bytes,
  { device, voucher }: Voucher,
  purpose: Purpose,
  request: Bytes,
): Promise<Answer<null>> {
  const sealed = await seal(await purpose.key(secret), purpose.context, request);
  const left = { device, voucher, sealed };
  const put = await around.client.putJoin(org, await boxOf(secret), left, around.stopping);
  if (put.ok) return { ok: true, value: null };
  if (put.error.code === 'taken') return { ok: false, error: { code: 'invitation-used' } };
  if (put.error.code === 'quota') return { ok: false, error: { code: 'invitations-full' } };
  // The device that made the link has ended: nobody could confirm what is left.
  if (put.error.code === 'not-allowed') return { ok: false, error: { code: 'invitation-expired' } };
  return { ok: false, error: relayFailure(put.error) };
}

/**
 * What was left there, opened; null where there is nothing yet, or nothing that was sealed under the secret. The first
 * that this device has seen is the only one for ever: a server that knows the secret must not show one request for the
 * six words and another for the confirmation.
 */
export async function collectRequest(engine: Engine, secret: Bytes, purpose: Purpose): Promise<Bytes | null> {
  const box = await boxOf(secret);
  const known = firstSeen.get(engine) ?? new Map<string, Bytes>();
  firstSeen.set(engine, known);
  const before = known.get(toHex(box)) ?? (await keptRequest(engine, box));
  if (before !== null) return before;
  const sealed = await engine.client.getJoin(orgOf(engine), box, engine.stopping);
  if (!sealed.ok) return null;
  const opened = await open(await purpose.key(secret), purpose.context, sealed.value);
  if (!opened.ok) return null;
  // Two may have asked at once and been given two things.
  const first = known.get(toHex(box)) ?? opened.value;
  known.set(toHex(box), first);
  await engine.store.put(nameOf(box), await engine.local.seal('box', toHex(first)));
  return first;
}
const firstSeen = new WeakMap<Engine, Map<string, Bytes>>();
const nameOf = (box: Bytes): string => `box:${toHex(box)}`;

async function keptRequest(engine: Engine, box: Bytes): Promise<Bytes | null> {
  const sealed = await engine.store.get(nameOf(box));
  const kept = sealed === null ? null : await engine.local.open('box', sealed);
  return typeof kept === 'string' ? hexBytes(kept) : null;
}

/** The link is done with. */
export const forgetRequest = async (engine: Engine, secret: Bytes): Promise<void> =>
  engine.store.delete(nameOf(await boxOf(secret)));

/** Tells whoever opened the link that it was taken back. */
export async function tellCancelled(engine: Engine, secret: Bytes): Promise<void> {
  const answer = await seal(await answerKey(secret), utf8('leeward/v1/join answer'), utf8('cancelled'));
  const box = await boxOf(secret);
  await engine.client.putJoinAnswer(orgOf(engine), box, answer, engine.signer, engine.stopping);
}

/** Whether the link was taken back. A relay without its secret cannot say so. */
export async function isTakenBack(around: Surroundings, org: Bytes, secret: Bytes): Promise<boolean> {
  const answer = await around.client.getJoinAnswer(org, await boxOf(secret), around.stopping);
  if (!answer.ok) return false;
  return (await open(await answerKey(secret), utf8('leeward/v1/join answer'), answer.value)).ok;
}

/** Bytes that this device has kept as hex. @throws Error where they were damaged. */
export function hexBytes(text: string): Bytes {
  const bytes = fromHex(text);
  if (!bytes.ok) throw new Error('damaged invitation');
  return bytes.value;
}
