import type { Bytes } from '../crypto/bytes.ts';
import { concat, equal, lengthPrefixed, randomBytes, u32 } from '../crypto/bytes.ts';
import { open, seal } from '../crypto/cobblestone.ts';
import { commitmentTo, derive } from '../crypto/hkdf.ts';
import { keyPairFromSeed, openWith, sealTo } from '../crypto/hpke.ts';
import type { Result } from '../crypto/result.ts';
import { err, ok } from '../crypto/result.ts';

/**
 * What the members of one generation of a team share: 96 bytes, three keys that never stand in for each other.
 * `wrapKey` wraps the epoch keys of records that recovery may reach, `privateWrapKey` those that it may not (rule 13);
 * from `root` come the team's sealing pair, its tags and the key of the organisation's sealed parts.
 */
export type TeamSecret = { readonly wrapKey: Bytes; readonly privateWrapKey: Bytes; readonly root: Bytes };

export type TeamContext = { readonly org: Bytes; readonly team: Bytes; readonly generation: number };

const parts = ({ org, team, generation }: TeamContext): readonly Bytes[] => [org, team, u32(generation)];

export function newTeamSecret(): TeamSecret {
  return { wrapKey: randomBytes(32), privateWrapKey: randomBytes(32), root: randomBytes(32) };
}

const toBytes = (secret: TeamSecret): Bytes => concat(secret.wrapKey, secret.privateWrapKey, secret.root);

function fromBytes(bytes: Bytes): TeamSecret | null {
  if (bytes.length !== 96) return null;
  return { wrapKey: bytes.slice(0, 32), privateWrapKey: bytes.slice(32, 64), root: bytes.slice(64) };
}

/** The commitment that the signed entry carries, so that nobody can be given another secret than the rest (rule 8). */
export function teamCommitment(secret: TeamSecret, context: TeamContext): Promise<Bytes> {
  return commitmentTo(toBytes(secret), 'team', ...parts(context));
}

export const teamSealingSeed = (secret: TeamSecret, context: TeamContext): Promise<Bytes> =>
  derive(secret.root, 'team sealing seed', ...parts(context));

/** The team's X-Wing pair: the seed opens what outsiders hand in. */
export async function teamSealingPair(secret: TeamSecret, context: TeamContext) {
  const seed = await teamSealingSeed(secret, context);
  return { seed, publicKey: (await keyPairFromSeed(seed)).publicKey };
}

/** The key of the sealed parts of organisation entries, from the secret of the team "everyone". */
export const organisationContentKey = (secret: TeamSecret, context: TeamContext): Promise<Bytes> =>
  derive(secret.root, 'organisation content', ...parts(context));

/** The tag under which this team finds its wrap in an epoch entry. */
export async function teamTag(
  secret: TeamSecret,
  context: TeamContext,
  epochCommitment: Bytes,
): Promise<Bytes> {
  return (await derive(secret.root, 'team tag', ...parts(context), epochCommitment)).slice(0, 16);
}

const grantInfo = (context: TeamContext, member: Bytes, commitment: Bytes): Bytes =>
  lengthPrefixed('leeward/v1/team key to member', ...parts(context), member, commitment);

export function sealTeamSecret(
  secret: TeamSecret,
  commitment: Bytes,
  context: TeamContext,
  member: { readonly id: Bytes; readonly sealingKey: Bytes },
): Promise<Bytes> {
  return sealTo(member.sealingKey, grantInfo(context, member.id, commitment), toBytes(secret));
}

export type GrantProblem = 'cannot-open' | 'wrong-commitment' | 'wrong-sealing-key';

/** Opens a grant and holds it against what the signed entry says of the generation. */
export async function openTeamSecret(
  sealed: Bytes,
  expected: { readonly commitment: Bytes; readonly sealing: Bytes },
  context: TeamContext,
  member: { readonly id: Bytes; readonly seed: Bytes },
): Promise<Result<TeamSecret, GrantProblem>> {
  const opened = await openWith(member.seed, grantInfo(context, member.id, expected.commitment), sealed);
  return opened.ok ? check(opened.value, expected, context) : err('cannot-open');
}

const previousContext = (context: TeamContext): Bytes =>
  lengthPrefixed('leeward/v1/previous team key', ...parts(context));

/** Wraps the generation before under this one, so that those who remain can read back (rule 9). */
export async function wrapPrevious(
  secret: TeamSecret,
  context: TeamContext,
  previous: TeamSecret,
): Promise<Bytes> {
  const key = await derive(secret.root, 'previous team key', ...parts(context));
  return seal(key, previousContext(context), toBytes(previous));
}

/** Opens the generation before; `expected` and `before` describe that earlier generation. */
export async function unwrapPrevious(
  secret: TeamSecret,
  context: TeamContext,
  wrapped: Bytes,
  expected: { readonly commitment: Bytes; readonly sealing: Bytes },
  before: TeamContext,
): Promise<Result<TeamSecret, GrantProblem>> {
  const key = await derive(secret.root, 'previous team key', ...parts(context));
  const opened = await open(key, previousContext(context), wrapped);
  return opened.ok ? check(opened.value, expected, before) : err('cannot-open');
}

async function check(
  bytes: Bytes,
  expected: { readonly commitment: Bytes; readonly sealing: Bytes },
  context: TeamContext,
): Promise<Result<TeamSecret, GrantProblem>> {
  const secret = fromBytes(bytes);
  if (secret === null) return err('cannot-open');
  if (!equal(await teamCommitment(secret, context), expected.commitment)) return err('wrong-commitment');
  if (!equal((await teamSealingPair(secret, context)).publicKey, expected.sealing))
    return err('wrong-sealing-key');
  return ok(secret);
}
