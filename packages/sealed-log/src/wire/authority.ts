import type { Bytes } from '../crypto/bytes.ts';
import { equal, toHex } from '../crypto/bytes.ts';
import { limits } from './limits.ts';
import type { Operation, OrganisationClear } from './organisation.ts';
import { capabilities } from './organisation.ts';
import { perform } from './perform.ts';
import type { DeviceFacts, Skeleton, Void } from './skeleton.ts';
import {
  capabilitiesAt,
  copyOf,
  currentGeneration,
  deviceAt,
  deviceMay,
  latestCapabilities,
  openMembers,
} from './skeleton.ts';

/** What the fold of one entry must know besides its clear part; its signature was checked before. */
export type EntryFacts = {
  readonly hash: Bytes;
  readonly author: Bytes;
  /** Version of the format that the entry is in. */
  readonly version: number;
  /** Keys in this entry that the acceptance rule refuses, and embedded signatures that do not verify, as hex. */
  readonly inadmissible: ReadonlySet<string>;
};

/** Whether the author of an organisation entry had the authority for all of its operations (rule 5). */
export function judge(skeleton: Skeleton, clear: OrganisationClear, facts: EntryFacts): 'in force' | Void {
  if (facts.version < skeleton.floor) return 'below-floor';
  if (!equal(clear.prevAdmin, skeleton.adminHead)) return 'wrong-prev-admin';
  if (clear.operations.length === 0) return 'unknown-subject';
  const before = skeleton.hashes.length - 1;
  const device = deviceAt(skeleton, facts.author, before);
  if (device === null) return 'author-ended';
  const author: Author = {
    member: device.member,
    administrator: (capabilitiesAt(skeleton, device.member, before) & capabilities.administrator) !== 0,
  };
  // Operations are judged one by one against what the earlier ones of the same entry would make true, on a copy.
  const trial = clear.operations.length === 1 ? skeleton : copyOf(skeleton);
  for (const [index, one] of clear.operations.entries()) {
    const refusal = judgeOperation(trial, one, author, facts);
    if (refusal !== null) return refusal;
    if (index < clear.operations.length - 1) perform(trial, one, before + 1, facts.hash);
  }
  return 'in force';
}

type Author = { readonly member: string; readonly administrator: boolean };

function judgeOperation(skeleton: Skeleton, one: Operation, author: Author, facts: EntryFacts): Void | null {
  const live = (key: Bytes): DeviceFacts | undefined => {
    const device = skeleton.devices.get(toHex(key));
    return device !== undefined && device.endedAt === null ? device : undefined;
  };
  switch (one.type) {
    case 'genesis':
      return 'not-first';
    case 'deviceAdmitted': {
      if (facts.inadmissible.has(toHex(one.device))) return 'inadmissible-key';
      if (skeleton.devices.has(toHex(one.device))) return 'already-there';
      const member = skeleton.members.get(toHex(one.member));
      if (member === undefined) return author.administrator ? null : 'not-administrator';
      if (member.endedAt !== null) return 'unknown-subject';
      if (!equal(member.sealingHash, one.memberSealing)) return 'wrong-recipients';
      if (latestCapabilities(skeleton, toHex(one.member)) !== one.capabilities) return 'not-administrator';
      return author.administrator || author.member === toHex(one.member) ? null : 'not-own-device';
    }
    case 'devicesEnded': {
      if (one.devices.length === 0) return 'unknown-subject';
      for (const key of one.devices) {
        const device = live(key);
        if (device === undefined) return 'unknown-subject';
        if (!author.administrator && device.member !== author.member) return 'not-own-device';
      }
      return leavesAdministrator(skeleton, new Set(one.devices.map(toHex)), null)
        ? null
        : 'last-administrator';
    }
    case 'selfRevoked': {
      if (live(one.device) === undefined) return 'unknown-subject';
      if (facts.inadmissible.has(toHex(one.signature))) return 'bad-second-signature';
      return leavesAdministrator(skeleton, new Set([toHex(one.device)]), null) ? null : 'last-administrator';
    }
    case 'capabilitiesSet': {
      if (!author.administrator) return 'not-administrator';
      const member = skeleton.members.get(toHex(one.member));
      if (member === undefined || member.endedAt !== null) return 'unknown-subject';
      const own = [...skeleton.devices.values()].filter(
        (device) => device.member === toHex(one.member) && device.endedAt === null,
      );
      const named = new Set(one.devices.map(toHex));
      if (named.size !== own.length || own.some((device) => !named.has(toHex(device.key))))
        return 'wrong-recipients';
      const demoted = (one.capabilities & capabilities.administrator) === 0 ? toHex(one.member) : null;
      return leavesAdministrator(skeleton, new Set(), demoted) ? null : 'last-administrator';
    }
    case 'memberKeySet': {
      const subject = skeleton.members.get(toHex(one.member));
      if (subject === undefined || subject.endedAt !== null) return 'unknown-subject';
      // A key that lay on a lost device stays lost: only one that she never had before ends the exposure.
      const known = [subject.sealingHash, ...subject.formerSealing];
      if (known.some((hash) => equal(hash, one.memberSealing))) return 'already-there';
      return author.member === toHex(one.member) ? null : 'not-own-device';
    }
    case 'memberKeyShown': {
      // That it hashes to what the log says is held by whoever seals to it: nothing follows from it here.
      const subject = skeleton.members.get(toHex(one.member));
      if (subject === undefined || subject.endedAt !== null) return 'unknown-subject';
      return author.member === toHex(one.member) ? null : 'not-own-device';
    }
    case 'memberKeyGiven': {
      const device = live(one.device);
      if (device === undefined || device.member !== toHex(one.member)) return 'unknown-subject';
      return author.member === toHex(one.member) ? null : 'not-own-device';
    }
    case 'teamGeneration':
      return judgeGeneration(
        skeleton,
        one,
        one.grants.map((grant) => grant.member),
        author,
      );
    case 'largeTeamGeneration':
      return judgeGeneration(skeleton, one, one.members, author);
    case 'teamGrant': {
      const team = skeleton.teams.get(toHex(one.team));
      const generation = team === undefined ? null : currentGeneration(team);
      if (team === undefined || generation === null) return 'unknown-subject';
      if (generation.generation !== one.generation || generation.staleAt !== null) return 'wrong-generation';
      const subject = skeleton.members.get(toHex(one.member));
      if (subject === undefined || subject.endedAt !== null || subject.exposedSince !== null)
        return 'unknown-subject';
      const members = openMembers(team);
      if (members.includes(toHex(one.member))) return 'already-there';
      if (!members.includes(author.member)) return 'not-in-team';
      const teamHasAdministrator = members.some(
        (member) => (latestCapabilities(skeleton, member) & capabilities.administrator) !== 0,
      );
      return author.administrator || !teamHasAdministrator ? null : 'not-administrator';
    }
    case 'teamLeft': {
      const team = skeleton.teams.get(toHex(one.team));
      if (team === undefined || !openMembers(team).includes(toHex(one.member))) return 'unknown-subject';
      return author.administrator || author.member === toHex(one.member) ? null : 'not-administrator';
    }
    case 'renewalDelegated': {
      if (!author.administrator) return 'not-administrator';
      if (live(one.device) === undefined) return 'unknown-subject';
      return one.until > one.from && one.until - one.from <= limits.delegationSeconds ? null : 'too-long';
    }
    case 'lateEntryAccepted':
      return author.administrator ? null : 'not-administrator';
    case 'floorRaised':
      if (!author.administrator) return 'not-administrator';
      return one.floor > skeleton.floor ? null : 'floor-lowered';
    case 'relayKeySet':
      if (facts.inadmissible.has(toHex(one.relayKey))) return 'inadmissible-key';
      return author.administrator ? null : 'not-administrator';
    case 'heartbeat':
      return null;
    case 'orgForkResolved': {
      if (!author.administrator) return 'not-administrator';
      if (facts.inadmissible.has(toHex(one.secondSignature))) return 'bad-second-signature';
      const ancestor = skeleton.hashes.findIndex((hash) => equal(hash, one.ancestor));
      // Chosen is what stands in this log after the ancestor; rejected is what does not.
      const chosen = skeleton.hashes.findIndex((hash) => equal(hash, one.chosen));
      const rejected = skeleton.hashes.some((hash) => equal(hash, one.rejected));
      if (ancestor < 0 || chosen <= ancestor || rejected) return 'unknown-subject';
      const second = deviceAt(skeleton, one.second, ancestor);
      if (second === null || second.member === author.member) return 'bad-second-signature';
      const now = skeleton.hashes.length - 1;
      const bothAdministrators =
        deviceMay(skeleton, one.second, capabilities.administrator, ancestor) &&
        deviceMay(skeleton, one.second, capabilities.administrator, now) &&
        deviceMay(skeleton, facts.author, capabilities.administrator, ancestor);
      return bothAdministrators ? null : 'bad-second-signature';
    }
  }
}

function judgeGeneration(
  skeleton: Skeleton,
  one: Extract<Operation, { type: 'teamGeneration' | 'largeTeamGeneration' }>,
  members: readonly Bytes[],
  author: Author,
): Void | null {
  const team = skeleton.teams.get(toHex(one.team));
  const named = members.map(toHex);
  const grants = new Set(named);
  if (grants.size !== named.length || named.length === 0) return 'wrong-recipients';
  for (const member of named) {
    const facts = skeleton.members.get(member);
    if (facts === undefined || facts.endedAt !== null || facts.exposedSince !== null)
      return 'wrong-recipients';
  }
  const current = team === undefined ? null : currentGeneration(team);
  if (team === undefined || current === null) {
    if (one.generation !== 1 || one.previous.length > 0) return 'wrong-generation';
    return author.administrator ? null : 'not-administrator';
  }
  if (one.generation !== current.generation + 1 || one.previous.length === 0) return 'wrong-generation';
  if (!openMembers(team).includes(author.member)) return 'not-in-team';
  // Rule 9: whoever remains, and nobody else. Adding somebody is an act of its own, by a grant. Somebody whose key
  // was in a lost device is left out until she has a new one, so that the others need not wait for her.
  const remaining = openMembers(team).filter((one) => skeleton.members.get(one)?.exposedSince === null);
  const same = remaining.length === grants.size && remaining.every((member) => grants.has(member));
  return same ? null : 'wrong-recipients';
}

function leavesAdministrator(
  skeleton: Skeleton,
  ended: ReadonlySet<string>,
  demoted: string | null,
): boolean {
  for (const device of skeleton.devices.values()) {
    if (device.endedAt !== null || ended.has(toHex(device.key)) || device.member === demoted) continue;
    if ((latestCapabilities(skeleton, device.member) & capabilities.administrator) !== 0) return true;
  }
  return false;
}
