import type { Bytes } from '../crypto/bytes.ts';
import { fromHex, toHex } from '../crypto/bytes.ts';
import type { Result } from '../crypto/result.ts';
import { err } from '../crypto/result.ts';
import type { MemberKeys } from '../keys/device.ts';
import { seedsOf } from '../keys/device.ts';
import type { WrapSecret } from '../keys/epoch.ts';
import type { OwnDevice } from '../keys/own-seeds.ts';
import { followSeeds } from '../keys/own-seeds.ts';
import type { GrantProblem, TeamContext, TeamSecret } from '../keys/team.ts';
import { openTeamSecret, teamSealingSeed, unwrapPrevious } from '../keys/team.ts';
import type { Skeleton, TeamFacts, TeamGeneration } from '../wire/skeleton.ts';

/** The team secrets that a member holds, by team and generation. */
export type Keyring = {
  /** Her keys as the log has them: what other devices of hers gave to this one is among them. */
  readonly member: MemberKeys;
  /** The device that reads, where it may be given seeds of its member; null for a reader without one. */
  readonly device: OwnDevice | null;
  /** How many of the seeds given to this device were looked at. */
  readonly seedsTaken: number;
  readonly teams: ReadonlyMap<string, ReadonlyMap<number, TeamSecret>>;
  /** Grants that did not open or did not match their commitment: voided, and shown (rule 8). */
  readonly problems: readonly {
    readonly team: string;
    readonly generation: number;
    readonly problem: GrantProblem;
  }[];
  /** What is sealed to this member in blobs that were fetched and checked, by the blob's id. */
  readonly grants: ReadonlyMap<string, Bytes>;
  /** Generations whose key is sealed to this member in a blob that is not here, the newest of each team first. */
  readonly wanted: readonly WantedGrants[];
};

/** A blob with a grant for this member, and the generation that it belongs to. */
export type WantedGrants = {
  readonly team: string;
  readonly generation: number;
  readonly blob: Bytes;
  /** Bytes of the blob, as the signed entry says. */
  readonly length: number;
};

/**
 * Opens every grant that the organisation log holds for this member, and the generations before them. `known` is a
 * keyring opened earlier from the same log: what it holds is not opened again.
 */
export async function openKeyring(
  skeleton: Skeleton,
  own: MemberKeys,
  known?: Keyring,
  device: OwnDevice | null = known?.device ?? null,
): Promise<Keyring> {
  const { member, taken } = await followSeeds(skeleton, own, device, known?.seedsTaken ?? 0);
  const teams = new Map<string, Map<number, TeamSecret>>();
  const problems: { team: string; generation: number; problem: GrantProblem }[] = [];
  const grants = known?.grants ?? new Map<string, Bytes>();
  const wanted: WantedGrants[] = [];
  for (const [id, team] of skeleton.teams) {
    const held = new Map(known?.teams.get(id));
    // From the newest backwards: each generation carries the one before it, wrapped.
    for (const one of [...team.generations].reverse()) {
      if (held.has(one.generation)) continue;
      const opened = await openGeneration(skeleton.org, team, one, held, member, grants);
      if (opened === null) continue;
      if (opened === 'elsewhere') {
        if (one.grants !== null) wanted.push({ team: id, generation: one.generation, ...one.grants });
      } else if (opened.ok) held.set(one.generation, opened.value);
      else problems.push({ team: id, generation: one.generation, problem: opened.error });
    }
    if (held.size > 0) teams.set(id, held);
  }
  return { member, device, seedsTaken: taken, teams, problems, grants, wanted };
}

/**
 * By the generation after it where that is held, else by the member's own grant; null where there is neither, and
 * `elsewhere` where the grant lies in a blob that was not fetched.
 */
async function openGeneration(
  org: Bytes,
  team: TeamFacts,
  one: TeamGeneration,
  held: ReadonlyMap<number, TeamSecret>,
  member: MemberKeys,
  grants: ReadonlyMap<string, Bytes>,
): Promise<Result<TeamSecret, GrantProblem> | 'elsewhere' | null> {
  const contextOf = ({ generation }: TeamGeneration): TeamContext => ({ org, team: team.id, generation });
  const newer = team.generations.find((other) => other.generation === one.generation + 1);
  const newerSecret = newer === undefined ? undefined : held.get(newer.generation);
  let outcome: Result<TeamSecret, GrantProblem> | null = null;
  if (newer !== undefined && newerSecret !== undefined) {
    outcome = await unwrapPrevious(newerSecret, contextOf(newer), newer.previous, one, contextOf(one));
    if (outcome.ok) return outcome;
  }
  // Whoever rotated may have wrapped nothing useful; those who were there then still have what was sealed to them.
  const grant = one.members.find((other) => other.member === toHex(member.id));
  if (grant === undefined) return outcome;
  const sealed = grant.sealed ?? (one.grants === null ? undefined : grants.get(toHex(one.grants.blob)));
  if (sealed === undefined) return 'elsewhere';
  let problem: GrantProblem = 'cannot-open';
  for (const seed of seedsOf(member)) {
    const opened = await openTeamSecret(sealed, one, contextOf(one), { id: member.id, seed });
    if (opened.ok) return opened;
    if (opened.error !== 'cannot-open') problem = opened.error;
  }
  return err(problem);
}

export const teamSecret = (keyring: Keyring, team: Bytes, generation: number): TeamSecret | null =>
  keyring.teams.get(toHex(team))?.get(generation) ?? null;

type HeldTeam = { readonly secret: TeamSecret; readonly context: TeamContext };

function* heldTeams(keyring: Keyring, org: Bytes): Generator<HeldTeam> {
  for (const [id, generations] of keyring.teams) {
    const team = fromHex(id);
    if (!team.ok) continue;
    // Newest first: that is the one which most epochs are wrapped under.
    const newestFirst = [...generations].sort(([left], [right]) => right - left);
    for (const [generation, secret] of newestFirst)
      yield { secret, context: { org, team: team.value, generation } };
  }
}

/** Team keys with which a symmetric wrap may be opened. */
export const symmetricSecrets = (keyring: Keyring, org: Bytes): readonly WrapSecret[] =>
  [...heldTeams(keyring, org)].map((held) => ({ type: 'team', ...held }));

/** Seeds with which a wrap sealed to a public key may be opened: the member's, then her teams'. */
export async function sealedSecrets(keyring: Keyring, org: Bytes): Promise<readonly WrapSecret[]> {
  const seeds = [...seedsOf(keyring.member)];
  for (const { secret, context } of heldTeams(keyring, org))
    seeds.push(await teamSealingSeed(secret, context));
  return seeds.map((seed) => ({ type: 'seed', seed }));
}

/** Everything in the keyring with which a wrap may be opened: symmetric first, because it is cheap. */
export async function wrapSecrets(
  keyring: Keyring,
  org: Bytes,
  withSealed: boolean,
): Promise<readonly WrapSecret[]> {
  const symmetric = symmetricSecrets(keyring, org);
  return withSealed ? [...symmetric, ...(await sealedSecrets(keyring, org))] : symmetric;
}
