import type { Bytes } from '../crypto/bytes.ts';
import { equal } from '../crypto/bytes.ts';
import { labelledHash } from '../crypto/hash.ts';
import type { DeviceKeys, MemberKeys } from '../keys/device.ts';
import type { TeamSecret } from '../keys/team.ts';
import {
  newTeamSecret,
  organisationContentKey,
  sealTeamSecret,
  teamCommitment,
  teamSealingPair,
  wrapPrevious,
} from '../keys/team.ts';
import type { Keyring } from '../log/keyring.ts';
import { teamSecret } from '../log/keyring.ts';
import type { SealedEntry } from '../log/seal.ts';
import { openBody, sealBody, signEntry } from '../log/seal.ts';
import type { ContentBody } from '../wire/body.ts';
import { contentBody } from '../wire/body.ts';
import { encode } from '../wire/codec.ts';
import type { Header } from '../wire/entry.ts';
import { logs } from '../wire/entry.ts';
import { grantsHash, sealingKeyHash, zeros32 } from '../wire/hashes.ts';
import { formatVersion, limits } from '../wire/limits.ts';
import type { Operation } from '../wire/organisation.ts';
import { grantsInBlob, organisationClear } from '../wire/organisation.ts';
import type { Skeleton } from '../wire/skeleton.ts';
import { currentGeneration } from '../wire/skeleton.ts';
import type { ReadEntry } from '../wire/verify.ts';

/** The team of all members: its key seals names and roles. Its id follows from the organisation's. */
export async function everyoneTeam(org: Bytes): Promise<Bytes> {
  return (await labelledHash('everyone', org)).slice(0, 16);
}

/** Founds an organisation: signs the entry whose hash is its id. */
export async function sealGenesis(
  device: DeviceKeys,
  member: MemberKeys,
  capabilities: number,
  relayKey: Bytes,
  nonce: Bytes,
): Promise<SealedEntry> {
  const operation: Operation = {
    type: 'genesis',
    floor: formatVersion,
    nonce,
    relayKey,
    member: member.id,
    memberSealing: await sealingKeyHash(member.sealingKey),
    device: device.signingKey,
    deviceSealing: await sealingKeyHash(device.sealingKey),
    capabilities,
  };
  const draft = { ...organisationDraft(zeros32, 0, zeros32, device.signingKey), epoch: zeros32 };
  const clear = encode(organisationClear, { prevAdmin: zeros32, operations: [operation] });
  return signEntry(device, draft, clear, new Uint8Array(0), null);
}

const organisationDraft = (org: Bytes, position: number, prev: Bytes, device: Bytes) => ({
  log: logs.organisation,
  form: 1 as const,
  org,
  record: zeros32,
  position,
  prev,
  orgPosition: 0,
  orgHead: zeros32,
  device,
});

/** The secret that seals the body of the next entry: what stands, or what the entry itself brings. */
export type EveryoneKey = { readonly secret: TeamSecret; readonly generation: number; readonly entry: Bytes };

/** The current secret of the team "everyone", or null where this member does not hold it. */
export async function everyoneKey(skeleton: Skeleton, keyring: Keyring): Promise<EveryoneKey | null> {
  const id = await everyoneTeam(skeleton.org);
  const team = [...skeleton.teams.values()].find((one) => equal(one.id, id));
  const current = team === undefined ? null : currentGeneration(team);
  const secret = current === null ? null : teamSecret(keyring, id, current.generation);
  return current === null || secret === null
    ? null
    : { secret, generation: current.generation, entry: current.entry };
}

/**
 * Seals the next entry of the organisation log. `content` is what only members read (names, roles, policy); null
 * leaves the sealed part empty. `brought` is the secret of "everyone" where the entry itself brings its generation.
 */
export async function sealOrganisationEntry(
  skeleton: Skeleton,
  device: DeviceKeys,
  operations: readonly Operation[],
  content: ContentBody | null,
  key: EveryoneKey | null,
): Promise<SealedEntry> {
  const position = skeleton.hashes.length;
  const prev = skeleton.hashes.at(-1) ?? zeros32;
  const epoch = content === null || key === null ? zeros32 : key.entry;
  const draft = { ...organisationDraft(skeleton.org, position, prev, device.signingKey), epoch };
  const clear = encode(organisationClear, { prevAdmin: skeleton.adminHead, operations });
  if (content !== null && key === null)
    throw new Error('sealed content needs the key of the team "everyone"');
  const body =
    content === null || key === null
      ? new Uint8Array(0)
      : await sealBody(await contentKey(skeleton.org, key), draft, encode(contentBody, content));
  return signEntry(device, draft, clear, body, null);
}

const contentKey = async (org: Bytes, key: Pick<EveryoneKey, 'secret' | 'generation'>): Promise<Bytes> =>
  organisationContentKey(key.secret, { org, team: await everyoneTeam(org), generation: key.generation });

/** Opens the sealed part of an organisation entry; null where it has none or this member cannot read it. */
export async function openOrganisationBody(
  skeleton: Skeleton,
  keyring: Keyring,
  read: ReadEntry,
): Promise<ContentBody | null> {
  const { header } = read;
  if (header.bodyLength === 0 || read.missing.body) return null;
  const id = await everyoneTeam(skeleton.org);
  const team = [...skeleton.teams.values()].find((one) => equal(one.id, id));
  const generation = team?.generations.find((one) =>
    equal(one.entry, equal(header.epoch, zeros32) ? read.hash : header.epoch),
  );
  const secret = generation === undefined ? null : teamSecret(keyring, id, generation.generation);
  if (generation === undefined || secret === null) return null;
  const key = await contentKey(skeleton.org, { secret, generation: generation.generation });
  const opened = await openBody(key, header as Header, read.entry.body, contentBody);
  return opened.ok ? opened.value : null;
}

/** Somebody whom a team key is sealed to. The full sealing key must hash to what the skeleton says. */
export type Recipient = { readonly id: Bytes; readonly sealingKey: Bytes };

/** A generation of a team, as an operation, and the blob beside it where its grants have no room inside (rule 9). */
export type NewGeneration = {
  readonly operation: Operation;
  /** To be durable on the relay before the entry is sent; its id is in the operation. Null where there is none. */
  readonly blob: Bytes | null;
};

/**
 * A first or next generation of a team, and its secret. More grants than `inside` go into a blob.
 * @throws Error for more members than the format holds.
 */
export async function newGeneration(
  org: Bytes,
  team: Bytes,
  generation: number,
  recipients: readonly Recipient[],
  before: TeamSecret | null,
  inside: number = limits.grants,
): Promise<NewGeneration & { readonly secret: TeamSecret }> {
  const secret = newTeamSecret();
  const context = { org, team, generation };
  const commitment = await teamCommitment(secret, context);
  const grants = [];
  for (const one of recipients)
    grants.push({ member: one.id, sealed: await sealTeamSecret(secret, commitment, context, one) });
  const facts = {
    team,
    generation,
    sealing: (await teamSealingPair(secret, context)).publicKey,
    commitment,
    previous: before === null ? new Uint8Array(0) : await wrapPrevious(secret, context, before),
  };
  if (grants.length <= inside)
    return { operation: { type: 'teamGeneration', ...facts, grants }, blob: null, secret };
  const blob = encode(
    grantsInBlob,
    grants.map((grant) => grant.sealed),
  );
  const operation: Operation = {
    type: 'largeTeamGeneration',
    ...facts,
    members: grants.map((grant) => grant.member),
    grants: { blob: await grantsHash(blob), length: blob.length },
  };
  return { operation, blob, secret };
}

/** Lets somebody into the current generation of a team. */
export async function grantTeam(
  org: Bytes,
  team: Bytes,
  generation: number,
  secret: TeamSecret,
  to: Recipient,
): Promise<Operation> {
  const context = { org, team, generation };
  const sealed = await sealTeamSecret(secret, await teamCommitment(secret, context), context, to);
  return { type: 'teamGrant', team, generation, member: to.id, sealed };
}
