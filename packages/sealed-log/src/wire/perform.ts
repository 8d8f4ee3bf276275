import type { Bytes } from '../crypto/bytes.ts';
import { toHex } from '../crypto/bytes.ts';
import { zeros32 } from './hashes.ts';
import type { Operation } from './organisation.ts';
import type { Skeleton, TeamFacts } from './skeleton.ts';
import { currentGeneration, openMembers } from './skeleton.ts';

/** Lets one operation take effect. Whether it may was judged before. */
export function perform(skeleton: Skeleton, one: Operation, position: number, hash: Bytes): void {
  switch (one.type) {
    case 'deviceAdmitted': {
      const member = toHex(one.member);
      if (!skeleton.members.has(member))
        skeleton.members.set(member, {
          id: one.member,
          sealingHash: one.memberSealing,
          formerSealing: [],
          exposedSince: null,
          exposures: [],
          capabilities: [{ position, value: one.capabilities }],
          endedAt: null,
        });
      const device = {
        key: one.device,
        member,
        sealingHash: one.deviceSealing,
        admittedAt: position,
        endedAt: null,
        given: [],
      };
      skeleton.devices.set(toHex(one.device), device);
      return;
    }
    case 'devicesEnded':
      endDevices(skeleton, one.devices, position, one.reason !== 3);
      skeleton.removals.push({
        entry: hash,
        position,
        devices: one.devices,
        cutRoot: one.cutRoot,
        cutCount: one.cutCount,
      });
      return;
    case 'selfRevoked':
      endDevices(skeleton, [one.device], position, true);
      skeleton.removals.push({
        entry: hash,
        position,
        devices: [one.device],
        cutRoot: zeros32,
        cutCount: 0,
      });
      return;
    case 'capabilitiesSet':
      skeleton.members.get(toHex(one.member))?.capabilities.push({ position, value: one.capabilities });
      return;
    case 'memberKeySet': {
      const subject = skeleton.members.get(toHex(one.member));
      if (subject === undefined) return;
      subject.formerSealing.push(subject.sealingHash);
      subject.sealingHash = one.memberSealing;
      subject.exposedSince = null;
      for (const exposure of subject.exposures) exposure.until ??= position;
      return;
    }
    case 'memberKeyGiven':
      skeleton.devices.get(toHex(one.device))?.given.push({ sealed: one.sealed, commitment: one.commitment });
      return;
    case 'teamGeneration':
    case 'largeTeamGeneration': {
      const team = skeleton.teams.get(toHex(one.team)) ?? { id: one.team, generations: [] };
      team.generations.push({
        generation: one.generation,
        position,
        entry: hash,
        sealing: one.sealing,
        commitment: one.commitment,
        previous: one.previous,
        grants: one.type === 'largeTeamGeneration' ? one.grants : null,
        staleAt: null,
        members: grantsOf(one).map(({ member, sealed }) => ({
          member: toHex(member),
          from: position,
          until: null,
          sealed,
        })),
      });
      skeleton.teams.set(toHex(one.team), team);
      return;
    }
    case 'teamGrant':
      skeleton.teams
        .get(toHex(one.team))
        ?.generations.at(-1)
        ?.members.push({ member: toHex(one.member), from: position, until: null, sealed: one.sealed });
      return;
    case 'teamLeft': {
      const team = skeleton.teams.get(toHex(one.team));
      if (team !== undefined) leaveTeam(team, toHex(one.member), position);
      return;
    }
    case 'renewalDelegated':
      skeleton.delegations.push({ device: one.device, from: one.from, until: one.until, position });
      return;
    case 'lateEntryAccepted':
      skeleton.acceptedLate.add(toHex(one.entry));
      return;
    case 'floorRaised':
      skeleton.floor = one.floor;
      skeleton.floors.push({ position, floor: one.floor });
      return;
    case 'relayKeySet':
      skeleton.relayKey = one.relayKey;
      skeleton.relayKeys.push(one.relayKey);
      return;
    case 'heartbeat':
      skeleton.heartbeat = { position, time: one.time };
      return;
    case 'genesis':
    case 'memberKeyShown':
    case 'orgForkResolved':
      return;
  }
}

/** Whom a generation is given to, and what is sealed to each, where it stands in the entry. */
function grantsOf(
  one: Extract<Operation, { type: 'teamGeneration' | 'largeTeamGeneration' }>,
): readonly { readonly member: Bytes; readonly sealed: Bytes | null }[] {
  return one.type === 'teamGeneration' ? one.grants : one.members.map((member) => ({ member, sealed: null }));
}

function endDevices(skeleton: Skeleton, keys: readonly Bytes[], position: number, exposed: boolean): void {
  const touched = new Set<string>();
  for (const key of keys) {
    const device = skeleton.devices.get(toHex(key));
    if (device === undefined || device.endedAt !== null) continue;
    device.endedAt = position;
    touched.add(device.member);
  }
  for (const member of touched) {
    const hasDevice = [...skeleton.devices.values()].some(
      (one) => one.member === member && one.endedAt === null,
    );
    const facts = skeleton.members.get(member);
    if (!hasDevice && facts !== undefined) facts.endedAt = position;
    if (exposed && facts !== undefined) {
      facts.exposedSince ??= position;
      facts.exposures.push({ from: position, until: null });
    }
    for (const team of skeleton.teams.values()) {
      if (!openMembers(team).includes(member)) continue;
      if (!hasDevice) leaveTeam(team, member, position);
      // A lost device held the member's key, and so every team key sealed to it (rule 9).
      else if (exposed) markStale(team, position);
    }
  }
}

function leaveTeam(team: TeamFacts, member: string, position: number): void {
  for (const one of currentGeneration(team)?.members ?? []) {
    if (one.member === member && one.until === null) {
      one.until = position;
      markStale(team, position);
    }
  }
}

function markStale(team: TeamFacts, position: number): void {
  const current = currentGeneration(team);
  if (current !== null) current.staleAt ??= position;
}
