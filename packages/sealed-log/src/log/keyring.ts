import type { Bytes } from '../crypto/bytes.ts';
import { fromHex, toHex } from '../crypto/bytes.ts';
import type { MemberKeys } from '../keys/device.ts';
import type { WrapSecret } from '../keys/epoch.ts';
import type { GrantProblem, TeamContext, TeamSecret } from '../keys/team.ts';
import { openTeamSecret, teamSealingPair, unwrapPrevious } from '../keys/team.ts';
import type { Skeleton, TeamGeneration } from '../wire/skeleton.ts';

/** The team secrets that a member holds, by team and generation. */
export type Keyring = {
  readonly member: MemberKeys;
  readonly teams: ReadonlyMap<string, ReadonlyMap<number, TeamSecret>>;
  /** Grants that did not open or did not match their commitment: voided, and shown (rule 8). */
  readonly problems: readonly {
    readonly team: string;
    readonly generation: number;
    readonly problem: GrantProblem;
  }[];
};

/** Opens every grant that the organisation log holds for this member, and the generations before them. */
export async function openKeyring(skeleton: Skeleton, member: MemberKeys): Promise<Keyring> {
  const teams = new Map<string, Map<number, TeamSecret>>();
  const problems: { team: string; generation: number; problem: GrantProblem }[] = [];
  for (const [id, team] of skeleton.teams) {
    const held = new Map<number, TeamSecret>();
    const contextOf = (one: TeamGeneration): TeamContext => ({
      org: skeleton.org,
      team: team.id,
      generation: one.generation,
    });
    // From the newest backwards: each generation carries the one before it, wrapped.
    for (const generation of [...team.generations].reverse()) {
      const newer = team.generations.find((one) => one.generation === generation.generation + 1);
      const newerSecret = newer === undefined ? undefined : held.get(newer.generation);
      const grant = generation.members.find((one) => one.member === toHex(member.id));
      const opened =
        newer !== undefined && newerSecret !== undefined
          ? await unwrapPrevious(
              newerSecret,
              contextOf(newer),
              newer.previous,
              generation,
              contextOf(generation),
            )
          : grant === undefined
            ? null
            : await openTeamSecret(grant.sealed, generation, contextOf(generation), member);
      if (opened === null) continue;
      if (opened.ok) held.set(generation.generation, opened.value);
      else problems.push({ team: id, generation: generation.generation, problem: opened.error });
    }
    if (held.size > 0) teams.set(id, held);
  }
  return { member, teams, problems };
}

export const teamSecret = (keyring: Keyring, team: Bytes, generation: number): TeamSecret | null =>
  keyring.teams.get(toHex(team))?.get(generation) ?? null;

/** Everything in the keyring with which a wrap may be opened: symmetric first, because it is cheap. */
export async function wrapSecrets(
  keyring: Keyring,
  org: Bytes,
  withSealed: boolean,
): Promise<readonly WrapSecret[]> {
  const symmetric: WrapSecret[] = [];
  const sealed: WrapSecret[] = [{ type: 'seed', seed: keyring.member.seed }];
  for (const [id, generations] of keyring.teams) {
    const team = fromHex(id);
    if (!team.ok) continue;
    for (const [generation, secret] of [...generations].reverse()) {
      const context = { org, team: team.value, generation };
      symmetric.push({ type: 'team', secret, context });
      if (withSealed) sealed.push({ type: 'seed', seed: (await teamSealingPair(secret, context)).seed });
    }
  }
  return withSealed ? [...symmetric, ...sealed] : symmetric;
}
