import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { nextEpochOf } from '@leeward/sealed-log/keys/rotation.ts';
import { headOf } from '@leeward/sealed-log/log/chain.ts';
import type { Reader } from '@leeward/sealed-log/log/epoch-entry.ts';
import { fitsEpoch, sealEpoch } from '@leeward/sealed-log/log/epoch-entry.ts';
import { doubtAbout } from '@leeward/sealed-log/log/epoch-use.ts';
import type { Head } from '@leeward/sealed-log/log/head-list.ts';
import { teamSecret } from '@leeward/sealed-log/log/keyring.ts';
import type { EpochInUse, SealedEntry } from '@leeward/sealed-log/log/seal.ts';
import { currentGeneration, openMembers } from '@leeward/sealed-log/wire/skeleton.ts';
import { loadCutLists } from './cut-lists.ts';
import type { Engine } from './engine.ts';
import { organisationHead, orgOf } from './engine.ts';
import { goingOn, missingTeams, type Policy, policyOf } from './epoch-policy.ts';
import { hasOtherReaders, wantedMembers } from './identity/readers-wanted.ts';
import { pull } from './pull.ts';
import type { RecordView } from './record-view.ts';
import { openRecord } from './records.ts';
import { ensureTeamFresh, sealingKeyOf } from './rotation.ts';
import type { Written } from './send.ts';
import { send } from './send.ts';
import { keepSigned } from './slots.ts';

export type ReadyEpoch =
  | { readonly type: 'ready'; readonly epoch: EpochInUse }
  | Exclude<Written, { readonly type: 'stored' }>;

/**
 * Makes sure that a record has an epoch that may be used: the first one, or a new one where somebody who could open
 * the old one has left (rule 9). Content is sealed only after the epoch entry was pulled back and verified. To be
 * called only where nothing was signed on the present head.
 */
export async function ensureEpoch(engine: Engine, id: string, teams: readonly string[]): Promise<ReadyEpoch> {
  const view = await openRecord(engine, id);
  const usable = await usableEpoch(engine, view);
  if (usable !== null) return usable;
  const policy: readonly Policy[] =
    view.judgement.epoch === null
      ? teams.map((team) => ({ type: 'team', id: team }))
      : await policyFor(engine, view);
  const wanted: Policy[] = [];
  for (const one of policy) {
    const fresh = one.type === 'team' ? await ensureTeamFresh(engine, one.id) : 'fresh';
    if (fresh === 'offline') return { type: 'offline' };
    if (fresh === 'stale') return { type: 'stopped', why: 'staleTeam' };
    // Nobody reads for a team in which nobody is left: the others go on without it (section 5.3).
    if (fresh === 'fresh') wanted.push(one);
  }
  if (wanted.length === 0 && policy.length > 0) return { type: 'stopped', why: 'teamAbandoned' };
  // Rotating teams pulled: the record may have moved on, or somebody else have posted the epoch.
  const now = await openRecord(engine, id);
  if (headOf(now.chain).position !== headOf(view.chain).position) return { type: 'head-moved' };
  if (now.judgement.epoch === null && !isMine(engine, now)) return { type: 'stopped', why: 'not-in-team' };
  const readers = await readersOf(engine, wanted);
  if (readers.length === 0) return { type: 'stopped', why: 'no-readers' };
  const sealed = await sealNextEpoch(engine, now, readers);
  if (typeof sealed === 'string') return { type: 'stopped', why: sealed };
  const signed = await keepSigned(engine, id, sealed);
  const sent = await send(engine, signed.bytes, signed.proof);
  if (sent.type !== 'stored') return sent;
  const pulled = await pull(engine);
  if (pulled !== 'up-to-date') return { type: 'offline' };
  return (await usableEpoch(engine, await openRecord(engine, id))) ?? { type: 'head-moved' };
}

/** The first epoch of a record that is a team's by its id is posted by its members, for that team (section 3.7). */
function isMine({ organisation, keys }: Engine, { chain }: RecordView): boolean {
  const team = chain.owner === null ? undefined : organisation.skeleton.teams.get(toHex(chain.owner));
  return team === undefined || openMembers(team).includes(toHex(keys.member.id));
}

/** The present epoch where it may be used; null where a new one has to come first. */
async function usableEpoch(engine: Engine, view: RecordView): Promise<ReadyEpoch | null> {
  const { judgement, chain } = view;
  const { epoch } = judgement;
  if (epoch === null) return null;
  const key = chain.keys.get(toHex(epoch.hash));
  if (key === undefined) return { type: 'stopped', why: 'no-key' };
  const { skeleton } = engine.organisation;
  const doubt = doubtAbout(epoch.link, skeleton, skeleton.hashes.length - 1);
  if (doubt !== null || (await hasOtherReaders(engine, view))) return null;
  const before = policyOf(view);
  if (goingOn(engine, view, before).length < before.length) return null;
  if (missingTeams(engine, view).length > 0) return null;
  return { type: 'ready', epoch: { hash: epoch.hash, key } };
}

async function sealNextEpoch(
  engine: Engine,
  view: RecordView,
  readers: readonly Reader[],
): Promise<SealedEntry | 'no-key' | 'too-many-readers'> {
  if (!fitsEpoch(readers)) return 'too-many-readers';
  const { skeleton } = engine.organisation;
  const { device } = engine.keys;
  if (view.judgement.epoch === null) {
    const head = headOf(view.chain);
    const place = { org: orgOf(engine), record: view.bytes, position: head.position + 1, prev: head.hash };
    return sealEpoch(device, { ...place, ...organisationHead(engine) }, readers, null, []);
  }
  const lists = await loadCutLists(engine);
  const listOf = (removal: Uint8Array): readonly Head[] | null => lists.get(toHex(removal)) ?? null;
  const next = await nextEpochOf(device, skeleton, view.chain, view.judgement, readers, listOf);
  return next.ok ? next.value : 'no-key';
}

/** Those for whom the next epoch is made: as before, but for those who were let in since, and not for those who were taken out. */
async function policyFor(engine: Engine, view: RecordView): Promise<readonly Policy[]> {
  const added = missingTeams(engine, view).map((id): Policy => ({ type: 'team', id }));
  const before = [...goingOn(engine, view, policyOf(view)), ...added];
  const wanted = await wantedMembers(engine, view);
  if (wanted === null) return before;
  const members = wanted.map((id): Policy => ({ type: 'member', id }));
  return [...before.filter(({ type }) => type === 'team'), ...members];
}

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
