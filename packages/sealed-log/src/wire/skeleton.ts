import type { Bytes } from '../crypto/bytes.ts';
import { toHex } from '../crypto/bytes.ts';
import type { GrantsBlob } from './organisation.ts';

/**
 * The clear skeleton of an organisation: who may do what, folded from the clear parts of its log. The relay holds
 * writers to it, the door follows a part of it, and every desk judges authority by it. It is a function of the log
 * alone (rule 1): no clock, no order of arrival.
 *
 * Every fact carries the position at which it began and ended, because authority is judged at the position that an
 * entry cites, not at the present.
 */
export type Skeleton = {
  org: Bytes;
  /** Hash of the entry at each position. */
  hashes: Bytes[];
  floor: number;
  /** The floors and where each began: an entry is held to the one at the head that it cites. */
  floors: { position: number; floor: number }[];
  relayKey: Bytes;
  /** Earlier relay keys too: statements signed by them stay provable. */
  relayKeys: Bytes[];
  members: Map<string, MemberFacts>;
  devices: Map<string, DeviceFacts>;
  teams: Map<string, TeamFacts>;
  delegations: { device: Bytes; from: number; until: number; position: number }[];
  /** Entries of ended devices that an administrator let in, by hash. */
  acceptedLate: Set<string>;
  removals: Removal[];
  adminHead: Bytes;
  adminPosition: number;
  /** The last position with a heartbeat, and the time that it claims (seconds). */
  heartbeat: { position: number; time: number } | null;
};

export type MemberFacts = {
  readonly id: Bytes;
  sealingHash: Bytes;
  /** Hashes of the keys that she had before, the oldest first: none of them comes back. */
  readonly formerSealing: Bytes[];
  /** Since when the member's key must not be sealed to, because a device that held it was lost. */
  exposedSince: number | null;
  /** Each time that happened, and where a new key ended it: what was sealed to her in between is not safe. */
  exposures: { readonly from: number; until: number | null }[];
  capabilities: { position: number; value: number }[];
  endedAt: number | null;
};

export type DeviceFacts = {
  readonly key: Bytes;
  readonly member: string;
  readonly sealingHash: Bytes;
  readonly admittedAt: number;
  endedAt: number | null;
  /** Seeds of its member that other devices of hers have sealed to it, in the order of the log. */
  readonly given: GivenSeed[];
};

/** A member's seed on its way to one of her devices, and the commitment that it is held against (rule 8). */
export type GivenSeed = { readonly sealed: Bytes; readonly commitment: Bytes };

export type TeamFacts = {
  readonly id: Bytes;
  generations: TeamGeneration[];
};

export type TeamGeneration = {
  readonly generation: number;
  readonly position: number;
  readonly entry: Bytes;
  readonly sealing: Bytes;
  readonly commitment: Bytes;
  readonly previous: Bytes;
  /** Where the grants lie that the entry had no room for; null where they stand in it. */
  readonly grants: GrantsBlob | null;
  /** Position since which this generation must not be used, because somebody who held it left (rule 9). */
  staleAt: number | null;
  /** Members, with the position at which each was let in and, where it happened, left or was removed. */
  readonly members: {
    readonly member: string;
    readonly from: number;
    until: number | null;
    /** The grant; null where it lies in the blob, at the place that this member has among those who have none here. */
    readonly sealed: Bytes | null;
  }[];
};

/** Devices that ended together. Their own revocation carries no root: nobody's list of heads stands behind it. */
export type Removal = {
  readonly entry: Bytes;
  readonly position: number;
  readonly devices: readonly Bytes[];
  readonly cutRoot: Bytes;
  readonly cutCount: number;
};

/** Why an entry in the chain has no effect (rule 5). */
export type Void =
  | 'not-first'
  | 'author-ended'
  | 'not-administrator'
  | 'not-in-team'
  | 'not-own-device'
  | 'unknown-subject'
  | 'already-there'
  | 'last-administrator'
  | 'wrong-prev-admin'
  | 'wrong-generation'
  | 'wrong-recipients'
  | 'too-long'
  | 'inadmissible-key'
  | 'below-floor'
  | 'floor-lowered'
  | 'bad-second-signature';

/** A live administrator, device or capability at a position: what was true right after that entry. */
export function isLive(facts: { admittedAt: number; endedAt: number | null }, position: number): boolean {
  return facts.admittedAt <= position && (facts.endedAt === null || facts.endedAt > position);
}

export function deviceAt(skeleton: Skeleton, device: Bytes, position: number): DeviceFacts | null {
  const facts = skeleton.devices.get(toHex(device));
  return facts !== undefined && isLive(facts, position) ? facts : null;
}

export function capabilitiesAt(skeleton: Skeleton, member: string, position: number): number {
  const facts = skeleton.members.get(member);
  if (facts === undefined || (facts.endedAt !== null && facts.endedAt <= position)) return 0;
  let value = 0;
  for (const one of facts.capabilities) if (one.position <= position) value = one.value;
  return value;
}

export function deviceMay(skeleton: Skeleton, device: Bytes, capability: number, position: number): boolean {
  const facts = deviceAt(skeleton, device, position);
  return facts !== null && (capabilitiesAt(skeleton, facts.member, position) & capability) !== 0;
}

/** Live devices with a capability, in the order of their admission. */
export function devicesThatMay(skeleton: Skeleton, capability: number): readonly Bytes[] {
  const now = skeleton.hashes.length - 1;
  return [...skeleton.devices.values()]
    .filter((device) => deviceMay(skeleton, device.key, capability, now))
    .map((device) => device.key);
}

export function currentGeneration(team: TeamFacts): TeamGeneration | null {
  return team.generations.at(-1) ?? null;
}

/** The lowest version of the format that an entry citing this position may have (fault 13). */
export function floorAt(skeleton: Skeleton, position: number): number {
  return skeleton.floors.findLast((one) => one.position <= position)?.floor ?? skeleton.floor;
}

/** Whether an entry that cites this position may no longer use the generation: it is stale there, or a newer one stands. */
export function isStaleAt(team: TeamFacts, generation: number, position: number): boolean {
  const index = team.generations.findIndex((one) => one.generation === generation);
  const own = team.generations[index];
  const next = team.generations[index + 1];
  if (own === undefined) return true;
  return (
    (own.staleAt !== null && own.staleAt <= position) || (next !== undefined && next.position <= position)
  );
}

/** Members of a team at a position, by the generation that was current there. */
export function teamMembersAt(team: TeamFacts, position: number): readonly string[] {
  const generation = team.generations.filter((one) => one.position <= position).at(-1);
  if (generation === undefined) return [];
  return generation.members
    .filter((one) => one.from <= position && (one.until === null || one.until > position))
    .map((one) => one.member);
}

/** Members of the current generation who have not left. */
export function openMembers(team: TeamFacts): readonly string[] {
  return (currentGeneration(team)?.members ?? [])
    .filter((one) => one.until === null)
    .map((one) => one.member);
}

/** What a member may do after the last entry. */
export function latestCapabilities(skeleton: Skeleton, member: string): number {
  const facts = skeleton.members.get(member);
  return facts === undefined || facts.endedAt !== null ? 0 : (facts.capabilities.at(-1)?.value ?? 0);
}

/** A copy that can be changed without touching the original. */
export function copyOf(skeleton: Skeleton): Skeleton {
  return structuredClone(skeleton);
}
