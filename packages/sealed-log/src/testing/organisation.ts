import type { Bytes } from '../crypto/bytes.ts';
import { equal, randomBytes, toHex } from '../crypto/bytes.ts';
import { generateSigningSeed, publicKeyOf } from '../crypto/ed25519.ts';
import { unwrap } from '../crypto/result.ts';
import { memberKeysFrom, newDeviceKeys, newMemberKeys, sealMemberSeed } from '../keys/device.ts';
import { cutRootOf } from '../log/head-list.ts';
import { teamSecret } from '../log/keyring.ts';
import type { SealedEntry } from '../log/seal.ts';
import type { EveryoneKey, Recipient } from '../organisation/entries.ts';
import {
  everyoneKey,
  everyoneTeam,
  grantTeam,
  newGeneration,
  sealGenesis,
  sealOrganisationEntry,
} from '../organisation/entries.ts';
import { openOrganisationLog } from '../organisation/log.ts';
import type { ContentBody } from '../wire/body.ts';
import { sealingKeyHash, zeros32 } from '../wire/hashes.ts';
import type { Operation } from '../wire/organisation.ts';
import { capabilities as bits } from '../wire/organisation.ts';
import type { TeamGeneration } from '../wire/skeleton.ts';
import { currentGeneration, latestCapabilities, openMembers } from '../wire/skeleton.ts';
import type { Desk } from './desk.ts';
import { headsHeldBy, orgOf, pullOrganisation, skeletonOf } from './desk.ts';
import { emptySharedLog, post } from './shared-log.ts';

/** One user action with one text, as the body of an entry. */
export const saying = (text: string, action: Bytes = randomBytes(16), claimedTime = 0): ContentBody => ({
  action,
  claimedTime,
  events: JSON.stringify([{ type: 'Said', v: 1, text }]),
  quoted: [],
});

/** Founds an organisation with one administrator and the team "everyone". */
export async function found(name: string): Promise<Desk> {
  const device = await newDeviceKeys();
  const member = await newMemberKeys();
  const relayKey = await publicKeyOf(generateSigningSeed());
  const genesis = await sealGenesis(device, member, bits.administrator, relayKey, randomBytes(32));
  const shared = emptySharedLog();
  shared.organisation.push(genesis.bytes);
  shared.people.set(toHex(member.id), member);
  const { log } = unwrap(await openOrganisationLog([genesis.bytes], genesis.hash, member));
  const desk: Desk = { name, device, member, shared, log, chains: new Map(), cutLists: new Map() };
  await foundTeam(desk, [desk], await everyoneTeam(genesis.hash));
  return desk;
}

/** Seals an organisation entry by a desk, as it sees the log now, and does not post it. */
export async function drafted(
  desk: Desk,
  operations: readonly Operation[],
  content: ContentBody | null = null,
): Promise<SealedEntry> {
  const key: EveryoneKey | null =
    content === null ? null : await everyoneKey(skeletonOf(desk), desk.log.keyring);
  return sealOrganisationEntry(skeletonOf(desk), desk.device, operations, content, key);
}

/** Posts an organisation entry and pulls it back. Answers the verdict, or 'lost' where somebody was faster. */
export async function act(
  desk: Desk,
  operations: readonly Operation[],
  content: ContentBody | null = null,
): Promise<string> {
  return send(desk, await drafted(desk, operations, content));
}

/** Posts what was drafted before. */
export async function send(desk: Desk, entry: SealedEntry): Promise<string> {
  if (!(await post(desk.shared.organisation, entry.bytes))) return 'lost';
  await pullOrganisation(desk);
  return desk.log.links.at(-1)?.verdict ?? 'lost';
}

export const recipientOf = ({ member }: Desk): Recipient => ({
  id: member.id,
  sealingKey: member.sealingKey,
});

export async function admission(desk: Desk, capabilities: number): Promise<Operation> {
  return {
    type: 'deviceAdmitted',
    member: desk.member.id,
    memberSealing: await sealingKeyHash(desk.member.sealingKey),
    device: desk.device.signingKey,
    deviceSealing: await sealingKeyHash(desk.device.sealingKey),
    capabilities,
  };
}

/** Somebody new, who has pulled the log as it stands and is not in it yet. */
export async function newcomer(by: Desk, name: string): Promise<Desk> {
  const member = await newMemberKeys();
  const { log } = unwrap(await openOrganisationLog(by.shared.organisation, orgOf(by), member));
  const device = await newDeviceKeys();
  by.shared.people.set(toHex(member.id), member);
  return { name, device, member, shared: by.shared, log, chains: new Map(), cutLists: new Map() };
}

/** An administrator admits a new member with one device and lets her into "everyone". */
export async function admit(by: Desk, name: string, capabilities = 0): Promise<Desk> {
  const desk = await newcomer(by, name);
  await expectInForce(act(by, [await admission(desk, capabilities)]));
  const everyone = await everyoneTeam(orgOf(by));
  if (generationOf(by, everyone).staleAt !== null) await rotateTeam(by, everyone);
  await letIn(by, everyone, desk);
  await pullOrganisation(desk);
  return desk;
}

/** A member enrols a second device, which gets her seed. */
export async function addDevice(of: Desk, name: string): Promise<Desk> {
  const device = await newDeviceKeys();
  const desk: Desk = { ...of, name, device, chains: new Map(), cutLists: new Map() };
  const rights = latestCapabilities(skeletonOf(of), toHex(of.member.id));
  await expectInForce(act(of, [await admission(desk, rights)]));
  desk.log = unwrap(await openOrganisationLog(of.shared.organisation, orgOf(of), of.member)).log;
  return desk;
}

/** The operation that gives a member's present seed to one of her devices. */
export async function giveSeed(of: Desk, to: Desk): Promise<Operation> {
  const { seed } = of.log.keyring.member;
  const context = { org: orgOf(of), member: of.member.id, device: to.device.signingKey };
  const given = await sealMemberSeed(seed, to.device.sealingKey, context);
  return { type: 'memberKeyGiven', member: of.member.id, device: to.device.signingKey, ...given };
}

/** The operation with which devices end; the remover's heads go into it. */
export async function ending(by: Desk, desks: readonly Desk[], reason: 1 | 2 | 3 = 1): Promise<Operation> {
  const devices = desks.map((one) => one.device.signingKey);
  return { type: 'devicesEnded', devices, reason, ...(await cutRootOf(headsHeldBy(by))) };
}

/** Removes devices; the remover keeps her list of heads for the epochs that follow. */
export async function remove(by: Desk, desks: readonly Desk[], reason: 1 | 2 | 3 = 1): Promise<string> {
  const heads = headsHeldBy(by);
  const verdict = await act(by, [await ending(by, desks, reason)]);
  const hash = by.log.links.at(-1)?.read.hash ?? zeros32;
  if (verdict === 'in force') by.cutLists.set(toHex(hash), heads);
  return verdict;
}

/** A member gets a new sealing key; each desk given holds the new seed and the earlier ones. */
export async function renewMemberKey(...desks: readonly [Desk, ...Desk[]]): Promise<string> {
  const [by] = desks;
  const fresh = await memberKeysFrom(by.member.id, randomBytes(32));
  const member = { ...fresh, earlierSeeds: [by.member.seed, ...(by.member.earlierSeeds ?? [])] };
  const memberSealing = await sealingKeyHash(member.sealingKey);
  const verdict = await act(by, [{ type: 'memberKeySet', member: member.id, memberSealing }]);
  by.shared.people.set(toHex(member.id), member);
  for (const desk of desks) {
    desk.member = member;
    desk.log = { ...desk.log, keyring: { ...desk.log.keyring, member } };
  }
  return verdict;
}

/** Founds a team; the founder's device knows its secret from her own grant, if she has one. */
export async function foundTeam(by: Desk, members: readonly Desk[], id = randomBytes(16)): Promise<Bytes> {
  const { operation } = await newGeneration(orgOf(by), id, 1, members.map(recipientOf), null);
  await expectInForce(act(by, [operation]));
  return id;
}

export function generationOf(desk: Desk, team: Bytes): TeamGeneration {
  const facts = skeletonOf(desk).teams.get(toHex(team));
  const current = facts === undefined ? null : currentGeneration(facts);
  if (current === null) throw new Error('no such team');
  return current;
}

export const membersOf = (desk: Desk, team: Bytes): readonly string[] => {
  const facts = skeletonOf(desk).teams.get(toHex(team));
  return facts === undefined ? [] : openMembers(facts);
};

/** The operation that lets somebody into a team. @throws Error where `by` does not hold the team's secret. */
export async function grant(by: Desk, team: Bytes, whom: Desk): Promise<Operation> {
  const { generation } = generationOf(by, team);
  const secret = teamSecret(by.log.keyring, team, generation);
  if (secret === null) throw new Error(`${by.name} does not hold the key of that team`);
  return grantTeam(orgOf(by), team, generation, secret, recipientOf(whom));
}

export async function letIn(by: Desk, team: Bytes, whom: Desk): Promise<void> {
  await expectInForce(act(by, [await grant(by, team, whom)]));
}

/** Who remains in a team and can be sealed to. */
export function remainingIn(desk: Desk, team: Bytes): readonly Recipient[] {
  const { members } = skeletonOf(desk);
  return membersOf(desk, team).flatMap((member) => {
    const person = desk.shared.people.get(member);
    return person !== undefined && members.get(member)?.exposedSince === null ? [person] : [];
  });
}

/** The next generation of a team: for those who remain, unless others are given. */
export async function rotation(by: Desk, team: Bytes, people?: readonly Desk[]): Promise<Operation> {
  const { generation } = generationOf(by, team);
  const before = teamSecret(by.log.keyring, team, generation);
  if (before === null) throw new Error(`${by.name} does not hold the key of that team`);
  const recipients = people?.map(recipientOf) ?? remainingIn(by, team);
  const next = await newGeneration(orgOf(by), team, generation + 1, recipients, before);
  return next.operation;
}

export async function rotateTeam(by: Desk, team: Bytes, people?: readonly Desk[]): Promise<void> {
  await expectInForce(act(by, [await rotation(by, team, people)]));
}

export async function leave(by: Desk, team: Bytes, whom: Desk): Promise<string> {
  const cut = await cutRootOf(headsHeldBy(by));
  return act(by, [{ type: 'teamLeft', team, member: whom.member.id, ...cut }]);
}

async function expectInForce(verdict: Promise<string>): Promise<void> {
  const said = await verdict;
  if (said !== 'in force') throw new Error(`expected an entry in force, got ${said}`);
}

/** Whether a desk is the one with this device. */
export const isDesk = (desk: Desk, device: Bytes): boolean => equal(desk.device.signingKey, device);
