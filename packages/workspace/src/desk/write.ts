import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { sign } from '@leeward/sealed-log/crypto/ed25519.ts';
import { appendSeedOf } from '@leeward/sealed-log/keys/epoch.ts';
import { headOf } from '@leeward/sealed-log/log/chain.ts';
import type { Reader } from '@leeward/sealed-log/log/epoch-entry.ts';
import { sealEpoch } from '@leeward/sealed-log/log/epoch-entry.ts';
import { doubtAbout } from '@leeward/sealed-log/log/epoch-use.ts';
import { teamSecret } from '@leeward/sealed-log/log/keyring.ts';
import type { EpochInUse, RecordPlace, SealedEntry } from '@leeward/sealed-log/log/seal.ts';
import { fitsEntry, sealEntry } from '@leeward/sealed-log/log/seal.ts';
import type { CutStatement } from '@leeward/sealed-log/wire/body.ts';
import { contentBody } from '@leeward/sealed-log/wire/body.ts';
import { encode } from '@leeward/sealed-log/wire/codec.ts';
import { signedBytes } from '@leeward/sealed-log/wire/hashes.ts';
import { currentGeneration } from '@leeward/sealed-log/wire/skeleton.ts';
import type { Engine } from './engine.ts';
import { organisationHead, orgOf } from './engine.ts';
import { pull } from './pull.ts';
import type { RecordView } from './record-view.ts';
import { openRecord } from './records.ts';
import { ensureTeamFresh, sealingKeyOf } from './rotation.ts';
import type { Written } from './send.ts';
import { send } from './send.ts';

/** Where the next entry of a record goes. */
export function placeAfter(engine: Engine, view: RecordView): RecordPlace {
  const head = headOf(view.chain);
  return {
    org: orgOf(engine),
    record: view.bytes,
    position: head.position + 1,
    prev: head.hash,
    ...organisationHead(engine),
  };
}

/**
 * Makes sure that a record has an epoch that may be used: the first one, or a new one where somebody who could open
 * the old one has left (rule 9). Content is sealed only after the epoch entry was pulled back and verified.
 */
export async function ensureEpoch(
  engine: Engine,
  id: string,
  teams: readonly string[],
): Promise<{ readonly type: 'ready'; readonly epoch: EpochInUse } | Exclude<Written, { type: 'stored' }>> {
  const view = await openRecord(engine, id);
  if (view.held !== null) return { type: 'stopped', why: view.held };
  if (engine.organisationStopped) return { type: 'stopped', why: 'organisationFork' };
  const { skeleton } = engine.organisation;
  const current = view.judgement.epoch;
  const key = current === null ? undefined : view.chain.keys.get(toHex(current.hash));
  if (current !== null && key === undefined) return { type: 'stopped', why: 'no-key' };
  const doubt = current === null ? null : doubtAbout(current.link, skeleton, skeleton.hashes.length - 1);
  if (current !== null && key !== undefined && doubt === null)
    return { type: 'ready', epoch: { hash: current.hash, key } };
  if (isSignedOn(engine, id, headOf(view.chain).hash)) return { type: 'head-moved' };
  const wanted: readonly Policy[] =
    current === null ? teams.map((team) => ({ type: 'team', id: team })) : policyOf(view);
  for (const { type, id: team } of wanted) {
    if (type !== 'team') continue;
    const fresh = await ensureTeamFresh(engine, team);
    if (fresh !== 'fresh')
      return fresh === 'offline' ? { type: 'offline' } : { type: 'stopped', why: 'staleTeam' };
  }
  const readers = await readersOf(engine, wanted);
  if (readers.length === 0) return { type: 'stopped', why: 'no-readers' };
  const before = current === null || key === undefined ? null : { hash: current.hash, key };
  const cuts: readonly CutStatement[] = skeleton.removals
    .filter((removal) => current !== null && removal.position > current.link.header.orgPosition)
    .map((removal) => ({ removal: removal.entry, held: null }));
  const sealed = await sealEpoch(engine.keys.device, placeAfter(engine, view), readers, before, cuts);
  const sent = await send(engine, sealed.bytes, sealed.proof);
  if (sent.type !== 'stored') return sent;
  const pulled = await pull(engine);
  if (pulled !== 'up-to-date')
    return pulled === 'offline' ? { type: 'offline' } : { type: 'stopped', why: pulled };
  const after = await openRecord(engine, id);
  const now = after.judgement.epoch;
  const nowKey = now === null ? undefined : after.chain.keys.get(toHex(now.hash));
  if (now === null || nowKey === undefined) return { type: 'head-moved' };
  return { type: 'ready', epoch: { hash: now.hash, key: nowKey } };
}

/** A reader that the signed policy of a record gives (rule 11). */
type Policy = { readonly type: 'team' | 'member'; readonly id: string };

/** The readers of a record's current epoch, by id. */
function policyOf(view: RecordView): readonly Policy[] {
  const { epoch } = view.judgement;
  if (epoch === null || epoch.link.opened.type !== 'epoch') return [];
  return (epoch.link.opened.body?.recipients ?? []).map(({ recipient }) =>
    recipient.type === 'team'
      ? { type: 'team', id: toHex(recipient.team) }
      : { type: 'member', id: toHex(recipient.member) },
  );
}

/** Whether an act on this record is signed on this head already: two entries on one predecessor are equivocation (rule 6). */
const isSignedOn = (engine: Engine, id: string, head: Bytes): boolean =>
  engine.outbox.some((item) => item.record === id && item.signed?.prev === toHex(head));

async function readersOf(engine: Engine, wanted: readonly Policy[]): Promise<readonly Reader[]> {
  const readers: Reader[] = [];
  for (const one of wanted) {
    const reader = one.type === 'team' ? teamReader(engine, one.id) : await memberReader(engine, one.id);
    if (reader !== null) readers.push(reader);
  }
  return readers;
}

function teamReader(engine: Engine, id: string): Reader | null {
  const { skeleton, keyring } = engine.organisation;
  const team = skeleton.teams.get(id);
  const generation = team === undefined ? null : currentGeneration(team);
  if (team === undefined || generation === null) return null;
  const context = { org: skeleton.org, team: team.id, generation: generation.generation };
  const secret = teamSecret(keyring, team.id, generation.generation);
  if (secret === null) return { type: 'other-team', context, sealingKey: generation.sealing };
  return { type: 'team', context, secret, recoverable: true };
}

/** A single member who is still here; somebody who has left is no reader any more. */
async function memberReader(engine: Engine, id: string): Promise<Reader | null> {
  const facts = engine.organisation.skeleton.members.get(id);
  if (facts === undefined || facts.endedAt !== null || facts.exposedSince !== null) return null;
  const sealingKey = await sealingKeyOf(engine, id);
  return sealingKey === null ? null : { type: 'member', member: facts.id, sealingKey };
}

export type Draft = {
  readonly action: Bytes;
  readonly claimedTime: number;
  readonly events: readonly unknown[];
  readonly quoted: readonly Bytes[];
};

/** Whether what is to be written fits into one entry. */
export function draftFits(draft: Draft): boolean {
  return fitsEntry(encode(contentBody, { ...draft, events: JSON.stringify(draft.events) }));
}

/** Seals a draft as the next entry of a record. Nothing is sent yet: the caller keeps the bytes first (rule 6). */
export function sealDraft(
  engine: Engine,
  view: RecordView,
  epoch: EpochInUse,
  draft: Draft,
): Promise<SealedEntry> {
  return sealEntry(engine.keys.device, placeAfter(engine, view), epoch, {
    form: 1,
    clear: new Uint8Array(0),
    codec: contentBody,
    body: { ...draft, events: JSON.stringify(draft.events) },
  });
}

/** A proof for an entry of anybody's, by whoever holds the epoch's key: for sending again what the relay has lost (rule 2a). */
export async function proofFor(view: RecordView, epoch: Bytes, hash: Bytes): Promise<Bytes | null> {
  const key = view.chain.keys.get(toHex(epoch));
  return key === undefined ? null : sign(await appendSeedOf(key), signedBytes.append(hash));
}
