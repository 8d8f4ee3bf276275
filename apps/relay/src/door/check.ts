import type {
  AdminLink,
  Bytes,
  DoorRenewal,
  DoorSettings,
  PublishedDoor,
  Skeleton,
} from '@leeward/sealed-log/wire';
import {
  capabilities,
  currentGeneration,
  decode,
  deviceMay,
  devicesThatMay,
  doorRenewal,
  doorSettings,
  entryHash,
  equal,
  header,
  limits,
  MAX_WORK_BITS,
  merkleRoot,
  organisationClear,
  partHash,
  rosterLeaf,
  settingsHash,
  sha256,
  signedBytes,
  toHex,
  verify,
  zeros32,
} from '@leeward/sealed-log/wire';
import { type Or, refuse } from '../http/problem.ts';

/** How far ahead of the relay's clock a renewal may begin, in seconds. */
const clockTolerance = 24 * 3600;

/**
 * Holds a descriptor against the skeleton before it is published, so that a desk's mistake does not close the door. The
 * door checks it again, from its link: nothing depends on the relay having done so.
 */
export async function checkDescriptor(
  skeleton: Skeleton,
  { descriptor, roster, questionnaires }: PublishedDoor,
  now: number,
): Promise<Or<{ readonly settings: DoorSettings; readonly renewal: DoorRenewal }>> {
  const settings = decode(doorSettings, descriptor.settings);
  const renewal = decode(doorRenewal, descriptor.renewal);
  if (!settings.ok || !renewal.ok) return refuse('malformed');
  const reason =
    (await chainFault(skeleton, descriptor.chain)) ??
    (await approvalFault(skeleton, descriptor)) ??
    (await renewalFault(skeleton, descriptor, renewal.value, now)) ??
    (await rosterFault(skeleton, renewal.value, roster)) ??
    (await questionsFault(settings.value, questionnaires)) ??
    settingsFault(skeleton, settings.value);
  if (reason !== null) return refuse('not-allowed', { reason });
  return { ok: true, value: { settings: settings.value, renewal: renewal.value } };
}

/** The chain must be the administrators' entries of this very log, from genesis to the last one, without a gap. */
async function chainFault(skeleton: Skeleton, chain: readonly AdminLink[]): Promise<string | null> {
  let before: Bytes = zeros32;
  for (const link of chain) {
    const head = decode(header, link.header);
    const clear = decode(organisationClear, link.clear);
    if (!head.ok || !clear.ok) return 'wrong-chain';
    const hash = await entryHash(link.header);
    const stored = skeleton.hashes[head.value.position];
    if (stored === undefined || !equal(stored, hash)) return 'wrong-chain';
    if (!equal(head.value.clearHash, await partHash(link.clear))) return 'wrong-chain';
    if (!equal(clear.value.prevAdmin, before)) return 'wrong-chain';
    before = hash;
  }
  return equal(before, skeleton.adminHead) ? null : 'wrong-chain';
}

/** Two current administrators, or the only one (rule 17). */
async function approvalFault(
  skeleton: Skeleton,
  { settings, approvals }: PublishedDoor['descriptor'],
): Promise<string | null> {
  const members = new Set<string>();
  for (const { device, signature } of approvals) {
    if (!mayAdministrate(skeleton, device)) return 'not-administrator';
    if (!(await verify(device, signedBytes.settings(settings), signature))) return 'bad-approval';
    members.add(skeleton.devices.get(toHex(device))?.member ?? '');
  }
  const administrators = devicesThatMay(skeleton, capabilities.administrator).map(
    (device) => skeleton.devices.get(toHex(device))?.member,
  );
  const needed = Math.min(2, new Set(administrators).size);
  return members.size >= needed ? null : 'too-few-approvals';
}

async function renewalFault(
  skeleton: Skeleton,
  descriptor: PublishedDoor['descriptor'],
  renewal: DoorRenewal,
  now: number,
): Promise<string | null> {
  const { device, from, until } = renewal;
  if (!equal(renewal.org, skeleton.org) || !equal(renewal.settings, await settingsHash(descriptor.settings)))
    return 'wrong-settings';
  if (until <= from || until - from > limits.descriptorSeconds) return 'too-long';
  if (until <= now || from > now + clockTolerance) return 'not-valid-now';
  const delegated = skeleton.delegations.some(
    (one) => equal(one.device, device) && one.from <= from && until <= one.until,
  );
  const live = skeleton.devices.get(toHex(device))?.endedAt === null;
  if (!mayAdministrate(skeleton, device) && !(live && delegated)) return 'not-delegated';
  const message = signedBytes.renewal(descriptor.renewal);
  if (!(await verify(device, message, descriptor.renewalSignature))) return 'bad-renewal';
  const team = skeleton.teams.get(toHex(renewal.team));
  const generation = team === undefined ? null : currentGeneration(team);
  const isCurrent =
    generation !== null &&
    generation.generation === renewal.generation &&
    equal(generation.sealing, renewal.intakeKey);
  return isCurrent ? null : 'wrong-generation';
}

/** The roster that inclusion proofs are taken from must be the one that was signed (rule 18). */
async function rosterFault(
  skeleton: Skeleton,
  renewal: DoorRenewal,
  roster: readonly Bytes[],
): Promise<string | null> {
  const now = skeleton.hashes.length - 1;
  if (!roster.every((device) => deviceMay(skeleton, device, capabilities.correspondent, now)))
    return 'no-correspondent';
  const root = await merkleRoot(await Promise.all(roster.map(rosterLeaf)));
  return roster.length === renewal.rosterCount && equal(root, renewal.roster) ? null : 'wrong-roster';
}

/** The questionnaires must be those that the settings name, or the door would refuse what the relay serves. */
async function questionsFault(settings: DoorSettings, served: readonly Bytes[]): Promise<string | null> {
  const hashes = await Promise.all(served.map((bytes) => sha256(bytes)));
  const named = settings.questionnaires;
  const same =
    hashes.length === named.length && hashes.every((hash, index) => equal(hash, named[index] ?? hash));
  return same ? null : 'wrong-questionnaires';
}

function settingsFault(skeleton: Skeleton, settings: DoorSettings): string | null {
  if (!equal(settings.org, skeleton.org)) return 'wrong-settings';
  // The door's code never works for more, and would refuse to begin.
  if (settings.workBits > MAX_WORK_BITS) return 'too-much-work';
  return equal(settings.relayKey, skeleton.relayKey) ? null : 'wrong-relay-key';
}

function mayAdministrate(skeleton: Skeleton, device: Bytes): boolean {
  return deviceMay(skeleton, device, capabilities.administrator, skeleton.hashes.length - 1);
}
