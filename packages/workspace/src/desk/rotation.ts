import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { randomBytes, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { nextGeneration, staleTeams } from '@leeward/sealed-log/keys/rotation.ts';
import type { TeamSecret } from '@leeward/sealed-log/keys/team.ts';
import type { Keyring } from '@leeward/sealed-log/log/keyring.ts';
import type { EveryoneKey, Recipient } from '@leeward/sealed-log/organisation/entries.ts';
import {
  everyoneKey,
  isSealingKeyOf,
  sealOrganisationEntry,
} from '@leeward/sealed-log/organisation/entries.ts';
import { zeros32 } from '@leeward/sealed-log/wire/hashes.ts';
import type { Operation } from '@leeward/sealed-log/wire/organisation.ts';
import { sealingKeyBytes } from '@leeward/sealed-log/wire/organisation.ts';
import type { Skeleton } from '@leeward/sealed-log/wire/skeleton.ts';
import { currentGeneration } from '@leeward/sealed-log/wire/skeleton.ts';
import type { Engine } from './engine.ts';
import { organisationNow } from './engine.ts';
import { pull } from './pull.ts';
import { send } from './send.ts';

/** What an organisation entry says: operations for everybody, events for members, and sealing keys quoted beside them. */
export type OrganisationDraft = {
  readonly operations: readonly Operation[];
  readonly events: readonly unknown[];
  readonly quoted?: readonly Bytes[];
  /** The secret of the team "everyone", where the entry itself brings its first generation. */
  readonly brought?: TeamSecret;
};

/**
 * Appends an entry to the organisation log: seals, sends, pulls back. `make` is asked again on every conflict, and
 * answers null when what it wanted is done or no longer allowed. Nothing here is rebased blindly (rule 6).
 */
export async function appendToOrganisation(
  engine: Engine,
  make: () => Promise<OrganisationDraft | null>,
): Promise<'done' | 'offline' | 'refused'> {
  for (let attempt = 0; attempt < 8; attempt += 1) {
    if (engine.organisationStopped) return 'refused';
    const wanted = await make();
    if (wanted === null) return 'done';
    const { skeleton, keyring } = engine.organisation;
    const sealsSomething = wanted.events.length > 0 || (wanted.quoted ?? []).length > 0;
    const key = sealsSomething ? await keyFor(skeleton, keyring, wanted.brought) : null;
    if (sealsSomething && key === null) return 'refused';
    const content = !sealsSomething
      ? null
      : {
          action: randomBytes(16),
          claimedTime: engine.now(),
          events: JSON.stringify(wanted.events),
          quoted: wanted.quoted ?? [],
        };
    const sealed = await sealOrganisationEntry(skeleton, engine.keys.device, wanted.operations, content, key);
    const sent = await send(engine, sealed.bytes, null);
    if (sent.type === 'offline') return 'offline';
    if (sent.type === 'refused' || sent.type === 'stopped') return 'refused';
    const pulled = await pull(engine);
    if (pulled !== 'up-to-date') return pulled === 'offline' ? 'offline' : 'refused';
    if (sent.type === 'stored') return 'done';
  }
  return 'refused';
}

async function keyFor(
  skeleton: Skeleton,
  keyring: Keyring,
  brought: TeamSecret | undefined,
): Promise<EveryoneKey | null> {
  return brought === undefined
    ? everyoneKey(skeleton, keyring)
    : { secret: brought, generation: 1, entry: zeros32 };
}

/** A member's sealing key, quoted in the sealed part of the organisation log and held against its hash there (rule 8). */
export async function sealingKeyOf(engine: Engine, member: string): Promise<Bytes | null> {
  const facts = engine.organisation.skeleton.members.get(member);
  if (facts === undefined) return null;
  for (const { body } of [...engine.organisation.links].reverse())
    for (const quoted of body?.quoted ?? [])
      if (quoted.length === sealingKeyBytes && (await isSealingKeyOf(facts.sealingHash, quoted)))
        return quoted;
  return null;
}

/** Makes sure that a team's current generation may be used; rotates it where somebody left and I remain (rule 9). */
export async function ensureTeamFresh(engine: Engine, id: string): Promise<'fresh' | 'stale' | 'offline'> {
  const isFresh = (): boolean => {
    const team = engine.organisation.skeleton.teams.get(id);
    return team !== undefined && (currentGeneration(team)?.staleAt ?? null) === null;
  };
  if (isFresh()) return 'fresh';
  const outcome = await appendToOrganisation(engine, async () => {
    const { skeleton, keyring } = engine.organisation;
    const stale = staleTeams(skeleton, engine.keys.member.id).find((one) => toHex(one.team) === id);
    if (stale === undefined || !stale.mine) return null;
    const known = new Map<string, Recipient>();
    for (const member of stale.remaining) {
      const facts = skeleton.members.get(member);
      const sealingKey = await sealingKeyOf(engine, member);
      if (facts !== undefined && sealingKey !== null) known.set(member, { id: facts.id, sealingKey });
    }
    const next = await nextGeneration(skeleton, keyring, stale, (member) => known.get(member) ?? null);
    return next.ok ? { operations: [next.value], events: [] } : null;
  });
  if (outcome === 'offline') return 'offline';
  if (isFresh()) {
    engine.alerts.clear('staleTeam', id);
    return 'fresh';
  }
  const name = organisationNow(engine).teams.get(id)?.name ?? '';
  engine.alerts.raise('staleTeam', { team: name }, id);
  return 'stale';
}
