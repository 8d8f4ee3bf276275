import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal, randomBytes, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { isAbandoned, nextGeneration, staleTeams } from '@leeward/sealed-log/keys/rotation.ts';
import type { TeamSecret } from '@leeward/sealed-log/keys/team.ts';
import type { Keyring } from '@leeward/sealed-log/log/keyring.ts';
import type { EveryoneKey, Recipient } from '@leeward/sealed-log/organisation/entries.ts';
import {
  everyoneKey,
  everyoneTeam,
  sealOrganisationEntry,
} from '@leeward/sealed-log/organisation/entries.ts';
import type { ContentBody } from '@leeward/sealed-log/wire/body.ts';
import { sealingKeyHash, zeros32 } from '@leeward/sealed-log/wire/hashes.ts';
import type { Operation } from '@leeward/sealed-log/wire/organisation.ts';
import { sealingKeyBytes } from '@leeward/sealed-log/wire/organisation.ts';
import type { Skeleton } from '@leeward/sealed-log/wire/skeleton.ts';
import { currentGeneration } from '@leeward/sealed-log/wire/skeleton.ts';
import type { Engine } from './engine.ts';
import { organisationHead, organisationNow, orgOf } from './engine.ts';
import { bringGrants, keepGrants } from './grants.ts';
import { bringKeys, pull } from './pull.ts';
import type { Written } from './send.ts';
import { send } from './send.ts';
import type { Signed } from './slots.ts';
import { keepSigned, organisationSlot, signedOn } from './slots.ts';

/** What an organisation entry says: operations for everybody, events for members, and sealing keys quoted beside them. */
export type OrganisationDraft = {
  readonly operations: readonly Operation[];
  readonly events: readonly unknown[];
  readonly quoted?: readonly Bytes[];
  /** The secret of the team "everyone", where the entry itself brings its first generation. */
  readonly brought?: TeamSecret;
  /** The grants of a large generation among the operations, to be durable before the entry (rule 9). */
  readonly grants?: Bytes;
};

/**
 * Appends an entry to the organisation log: seals, sends, pulls back. `make` is asked again on every conflict, and
 * answers null when what it wanted is done or no longer allowed. Nothing here is rebased blindly (rule 6); `done` only
 * when the entry stands in the log that was pulled back and verified.
 */
export async function appendToOrganisation(
  engine: Engine,
  make: () => Promise<OrganisationDraft | null>,
): Promise<'done' | 'offline' | 'refused'> {
  for (let attempt = 0; attempt < 8; attempt += 1) {
    if (engine.organisationStopped) return 'refused';
    // What was signed on this head goes first, whatever it was: never two entries on one predecessor (rule 6).
    const earlier = await signedOn(engine, organisationSlot, organisationHead(engine).orgHead);
    const sealed = earlier ?? (await sealWanted(engine, make));
    if (sealed === 'done' || sealed === 'offline' || sealed === 'refused') return sealed;
    const head = organisationHead(engine).orgHead;
    const blobs = await bringGrants(engine, sealed.bytes);
    const sent = blobs === null ? offline : await send(engine, sealed.bytes, null, blobs);
    if (sent.type === 'offline') return 'offline';
    if (sent.type === 'refused' || sent.type === 'stopped') return 'refused';
    const pulled = await pull(engine);
    if (pulled !== 'up-to-date') return pulled === 'refused' ? 'refused' : 'offline';
    const { hashes } = engine.organisation.skeleton;
    if (earlier === null && hashes.some((hash) => equal(hash, sealed.hash))) return 'done';
    // The relay says one thing and shows another: nothing is signed anew on the same head.
    if (equal(organisationHead(engine).orgHead, head)) return 'offline';
  }
  return 'refused';
}

const offline: Written = { type: 'offline' };

async function sealWanted(
  engine: Engine,
  make: () => Promise<OrganisationDraft | null>,
): Promise<Signed | 'done' | 'offline' | 'refused'> {
  const wanted = await make();
  if (wanted === null) return 'done';
  const sealsSomething = wanted.events.length > 0 || (wanted.quoted ?? []).length > 0;
  if (sealsSomething && wanted.brought === undefined) {
    const before = organisationHead(engine).orgHead;
    const fresh = await ensureTeamFresh(engine, toHex(await everyoneTeam(orgOf(engine))));
    if (fresh !== 'fresh') return fresh === 'offline' ? 'offline' : 'refused';
    // Rotating has moved the head: what is wanted is asked for anew, on what stands now.
    if (!equal(organisationHead(engine).orgHead, before)) return sealWanted(engine, make);
  }
  const { skeleton, keyring } = engine.organisation;
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
  // The blob must outlive a crash, as the signed bytes do.
  if (wanted.grants !== undefined) await keepGrants(engine, wanted.grants);
  const sealed = await sealOrganisationEntry(skeleton, engine.keys.device, wanted.operations, content, key);
  return keepSigned(engine, organisationSlot, sealed);
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

/**
 * A member's sealing key, held against its hash in the organisation log (rule 8): shown there when she took a new one, or
 * quoted in the sealed part of the entry that let her in.
 */
export async function sealingKeyOf(engine: Engine, member: string): Promise<Bytes | null> {
  const facts = engine.organisation.skeleton.members.get(member);
  if (facts === undefined) return null;
  if (facts.formerSealing.length > 0)
    for (const { verdict, clear } of [...engine.organisation.links].reverse())
      for (const one of verdict === 'in force' ? clear.operations : [])
        if (one.type === 'memberKeyShown' && equal(await sealingKeyHash(one.sealing), facts.sealingHash))
          return one.sealing;
  return quotedKey(engine, facts.sealingHash);
}

/** The sealing key with this hash, of a member or a device, as the sealed part of an organisation entry quotes it. */
export async function quotedKey(engine: Engine, hash: Bytes): Promise<Bytes | null> {
  const wanted = toHex(hash);
  for (const { body } of [...engine.organisation.links].reverse()) {
    const found = body === null ? undefined : (await quotedKeys(body)).get(wanted);
    if (found !== undefined) return found;
  }
  return null;
}

/** The sealing keys that an entry quotes, by their hash: hashed once, because a team may have thousands of members. */
function quotedKeys(body: ContentBody): Promise<ReadonlyMap<string, Bytes>> {
  const known = quotedBy.get(body);
  if (known !== undefined) return known;
  const keys = body.quoted.filter((one) => one.length === sealingKeyBytes);
  const made = Promise.all(keys.map(async (key) => [toHex(await sealingKeyHash(key)), key] as const)).then(
    (pairs) => new Map(pairs),
  );
  quotedBy.set(body, made);
  return made;
}
const quotedBy = new WeakMap<ContentBody, Promise<ReadonlyMap<string, Bytes>>>();

/** Rotates every stale team of this member at once, so that nobody has to wait for a first writer (rule 9). */
export async function rotateTeams(engine: Engine): Promise<void> {
  tellAbandoned(engine);
  for (const { team, mine } of staleTeams(engine.organisation.skeleton, engine.keys.member.id))
    if (mine && (await ensureTeamFresh(engine, toHex(team))) === 'offline') return;
}

/** Says of which teams nobody is left: nothing there happens by itself any more, and nobody may wait for it in vain. */
function tellAbandoned(engine: Engine): void {
  const { skeleton } = engine.organisation;
  for (const [id, { id: team }] of skeleton.teams) {
    const abandoned = isAbandoned(skeleton, team);
    if (!abandoned) engine.alerts.clear('teamAbandoned', id);
    else {
      engine.alerts.clear('staleTeam', id);
      engine.alerts.raise('teamAbandoned', { team: organisationNow(engine).teams.get(id)?.name ?? '' }, id);
    }
  }
}

/** Makes sure that a team's current generation may be used; rotates it where somebody left and I remain (rule 9). */
export async function ensureTeamFresh(
  engine: Engine,
  id: string,
): Promise<'fresh' | 'stale' | 'abandoned' | 'offline'> {
  const isFresh = (): boolean => {
    const team = engine.organisation.skeleton.teams.get(id);
    return team !== undefined && (currentGeneration(team)?.staleAt ?? null) === null;
  };
  if (isFresh()) return 'fresh';
  const facts = engine.organisation.skeleton.teams.get(id);
  if (facts !== undefined && isAbandoned(engine.organisation.skeleton, facts.id)) {
    tellAbandoned(engine);
    return 'abandoned';
  }
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
    if (!next.ok) return null;
    const { operation, blob } = next.value;
    return { operations: [operation], events: [], ...(blob === null ? {} : { grants: blob }) };
  });
  if (outcome === 'offline') return 'offline';
  // What was sealed to this member lies in that blob too.
  await bringKeys(engine);
  if (isFresh()) {
    engine.alerts.clear('staleTeam', id);
    return 'fresh';
  }
  const name = organisationNow(engine).teams.get(id)?.name ?? '';
  engine.alerts.raise('staleTeam', { team: name }, id);
  return 'stale';
}
