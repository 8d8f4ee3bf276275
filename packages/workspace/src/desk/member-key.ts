import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal, randomBytes, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { MemberKeys } from '@leeward/sealed-log/keys/device.ts';
import { memberKeysFrom, sealMemberSeed, seedsOf } from '@leeward/sealed-log/keys/device.ts';
import { holdsPresentKey } from '@leeward/sealed-log/keys/own-seeds.ts';
import { toLetInAgain } from '@leeward/sealed-log/keys/rotation.ts';
import { teamSecret } from '@leeward/sealed-log/log/keyring.ts';
import { grantTeam } from '@leeward/sealed-log/organisation/entries.ts';
import { sealingKeyHash } from '@leeward/sealed-log/wire/hashes.ts';
import type { Operation } from '@leeward/sealed-log/wire/organisation.ts';
import type { DeviceFacts } from '@leeward/sealed-log/wire/skeleton.ts';
import { currentGeneration } from '@leeward/sealed-log/wire/skeleton.ts';
import type { Engine } from './engine.ts';
import { organisationNow, orgOf } from './engine.ts';
import { appendToOrganisation, ensureTeamFresh, quotedKey, sealingKeyOf } from './rotation.ts';

/*
 * A lost device held its member's key, and so every team key that was ever sealed to her (decision 19). Another device of
 * hers makes a new one by itself and gives it to those that she still has; whoever may lets her into the teams again that
 * did not wait for her (decision 47). All of it is maintenance: nobody is asked, because nobody has anything to decide.
 */

/** This member's live devices. */
export function ownDevices(engine: Engine): readonly DeviceFacts[] {
  const own = toHex(engine.keys.member.id);
  return [...engine.organisation.skeleton.devices.values()].filter(
    (device) => device.member === own && device.endedAt === null,
  );
}

/**
 * Whether a device is no machine but a sealed recovery file (section 5.6): every device is named in the
 * entry that lets it in, a file is not, and it signs nothing before it is used.
 */
export function isRecoveryFile(engine: Engine, { key, member }: DeviceFacts): boolean {
  if (equal(key, engine.keys.device.signingKey)) return false;
  const name = organisationNow(engine).members.get(member)?.devices.get(toHex(key));
  if (name !== undefined && name !== '') return false;
  return !engine.organisation.links.some(({ read }) => equal(read.header.device, key));
}

/** Seeds of this member sealed to one of her devices, the oldest first: older things were sealed to older keys. */
export async function seedsFor(
  engine: Engine,
  member: MemberKeys,
  device: Bytes,
  deviceSealing: Bytes,
): Promise<readonly Operation[]> {
  const context = { org: orgOf(engine), member: member.id, device };
  const operations: Operation[] = [];
  for (const seed of seedsOf(member).slice(0, mostSeeds).reverse()) {
    const given = await sealMemberSeed(seed, deviceSealing, context);
    operations.push({ type: 'memberKeyGiven', member: member.id, device, ...given });
  }
  return operations;
}

/** An entry that changes who administrates must stay short for the door (16 KiB), and a device is admitted in one. */
const mostSeeds = 8;

/** Makes a new member key where a lost device held the present one, and gives it to all devices that are left. */
export async function renewMemberKey(engine: Engine): Promise<void> {
  if (!isExposed(engine)) {
    await tellMissing(engine);
    return;
  }
  const { member, device } = engine.keys;
  const fresh = await memberKeysFrom(member.id, randomBytes(32));
  await appendToOrganisation(engine, async () => {
    if (!isExposed(engine)) return null;
    const given: Operation[] = [];
    for (const { key, sealingHash } of ownDevices(engine)) {
      const isHere = equal(key, device.signingKey);
      const sealing = isHere ? device.sealingKey : await quotedKey(engine, sealingHash);
      // A device whose sealing key was never shown, as recovery files of old: it has to be made anew.
      if (sealing !== null) given.push(...(await seedsFor(engine, fresh, key, sealing)));
    }
    const memberSealing = await sealingKeyHash(fresh.sealingKey);
    return {
      operations: [
        { type: 'memberKeySet', member: member.id, memberSealing },
        { type: 'memberKeyShown', member: member.id, sealing: fresh.sealingKey },
        ...given,
      ],
      events: [],
    };
  });
}

const isExposed = ({ organisation, keys }: Engine): boolean => {
  const facts = organisation.skeleton.members.get(toHex(keys.member.id));
  return facts !== undefined && facts.endedAt === null && facts.exposedSince !== null;
};

/** Says where another device of hers took a new key and could not give it to this one: nothing new can be read here. */
async function tellMissing(engine: Engine): Promise<void> {
  const { skeleton, keyring } = engine.organisation;
  if (await holdsPresentKey(skeleton, keyring.member)) engine.alerts.clear('ownKeyMissing');
  else engine.alerts.raise('ownKeyMissing');
}

/** Lets those into their teams again whom a lost device kept out of the last generation and who have a new key. */
export async function letInAgain(engine: Engine): Promise<void> {
  const tried = new Set<string>();
  for (;;) {
    const next = toLetInAgain(engine.organisation.skeleton, engine.keys.member.id).find(
      ({ team, member }) => !tried.has(`${toHex(team)} ${member}`),
    );
    if (next === undefined) return;
    tried.add(`${toHex(next.team)} ${next.member}`);
    if ((await ensureTeamFresh(engine, toHex(next.team))) !== 'fresh') continue;
    const outcome = await appendToOrganisation(engine, async () => {
      const { skeleton, keyring } = engine.organisation;
      const isOpen = toLetInAgain(skeleton, engine.keys.member.id).some(
        (one) => equal(one.team, next.team) && one.member === next.member,
      );
      const team = skeleton.teams.get(toHex(next.team));
      const generation = team === undefined ? null : currentGeneration(team);
      const facts = skeleton.members.get(next.member);
      const sealingKey = await sealingKeyOf(engine, next.member);
      if (!isOpen || generation === null || facts === undefined || sealingKey === null) return null;
      const secret = teamSecret(keyring, next.team, generation.generation);
      if (secret === null) return null;
      const to = { id: facts.id, sealingKey };
      const granted = await grantTeam(orgOf(engine), next.team, generation.generation, secret, to);
      return { operations: [granted], events: [] };
    });
    if (outcome === 'offline') return;
  }
}
