import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { concat, equal, randomBytes, toHex, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { open, seal } from '@leeward/sealed-log/crypto/cobblestone.ts';
import { derive } from '@leeward/sealed-log/crypto/hkdf.ts';
import type { DeviceKeys, MemberKeys } from '@leeward/sealed-log/keys/device.ts';
import { deviceKeysFrom, newDeviceKeys } from '@leeward/sealed-log/keys/device.ts';
import { holdsPresentKey } from '@leeward/sealed-log/keys/own-seeds.ts';
import { everyoneKey, everyoneTeam } from '@leeward/sealed-log/organisation/entries.ts';
import {
  newRecoveryCode,
  parseRecoveryCode,
  printRecoveryCode,
} from '@leeward/sealed-log/phrase/recoveryCode.ts';
import type { Codec } from '@leeward/sealed-log/wire/codec.ts';
import { decode, encode, hash32, id16, oneOf, struct, text, u8 } from '@leeward/sealed-log/wire/codec.ts';
import { sealingKeyHash } from '@leeward/sealed-log/wire/hashes.ts';
import type { Operation } from '@leeward/sealed-log/wire/organisation.ts';
import { latestCapabilities } from '@leeward/sealed-log/wire/skeleton.ts';
import type { Answer } from './contract.ts';
import type { Engine } from './engine.ts';
import { isRecoveryFile, ownDevices, seedsFor } from './member-key.ts';
import type { Surroundings } from './open-engine.ts';
import { openEngine } from './open-engine.ts';
import { endOther } from './own-devices.ts';
import { appendToOrganisation, ensureTeamFresh } from './rotation.ts';
import type { Vault } from './vault.ts';
import { keepVault } from './vault.ts';

/*
 * Until there are trustees, one person can make a sealed recovery file opened by a printed code, so that a lost first
 * laptop is never the end (section 5). Inside is a device of its own, admitted like any other and seen in the log; it
 * signs one thing: the admission of the device on which the file is opened. Each use makes a new file.
 */

type Recovery = {
  readonly version: 1;
  readonly org: Bytes;
  readonly orgName: string;
  readonly member: Bytes;
  readonly memberSeed: Bytes;
  readonly signingSeed: Bytes;
  readonly sealingSeed: Bytes;
};

const recovery: Codec<Recovery> = struct<Recovery>({
  version: oneOf(u8, 1),
  org: hash32,
  orgName: text(1024),
  member: id16,
  memberSeed: hash32,
  signingSeed: hash32,
  sealingSeed: hash32,
});

const magic = utf8('LWRECOVERY1\n');
const context = utf8('leeward/v1/recovery file');

export type RecoveryFile = { readonly recoveryFile: ArrayBuffer; readonly recoveryCode: string };

/** The name of the recovery device in the store: the one to end when a new file is made. */
const ownRecoveryDevice = 'recovery-device';

/** Admits a new recovery device, ends the one before, and seals its keys into a file. */
export async function makeRecoveryFile(engine: Engine): Promise<Answer<RecoveryFile>> {
  const device = await newDeviceKeys();
  // As the log has it: the vault may still hold the one that she came with.
  const { member } = engine.organisation.keyring;
  const outcome = await appendToOrganisation(engine, async () => {
    const { skeleton } = engine.organisation;
    if (skeleton.devices.has(toHex(device.signingKey))) return null;
    const operations: Operation[] = [
      {
        type: 'deviceAdmitted',
        member: member.id,
        memberSealing: await sealingKeyHash(member.sealingKey),
        device: device.signingKey,
        deviceSealing: await sealingKeyHash(device.sealingKey),
        capabilities: latestCapabilities(skeleton, toHex(member.id)),
      },
      // Every key that she ever had, so that the file opens what was sealed to the older ones as well.
      ...(await seedsFor(engine, member, device.signingKey, device.sealingKey)),
    ];
    // The one before may have been made on another device of hers, or be what has just been opened here.
    const spent = await engine.store.get(ownRecoveryDevice);
    const before = ownDevices(engine)
      .filter((one) => isRecoveryFile(engine, one) || (spent !== null && equal(one.key, spent)))
      .map(({ key }) => key);
    if (before.length > 0)
      operations.push({
        type: 'devicesEnded',
        devices: before,
        reason: 3,
        cutRoot: new Uint8Array(32),
        cutCount: 0,
      });
    // Its whole sealing key, so that a later key of hers can be given to the file as well (decision 47).
    return { operations, events: [], quoted: (await canSeal(engine)) ? [device.sealingKey] : [] };
  });
  if (outcome === 'offline') return { ok: false, error: { code: 'offline' } };
  if (outcome === 'refused') return { ok: false, error: { code: 'relay', problem: outcome } };
  await engine.store.put(ownRecoveryDevice, device.signingKey);
  return { ok: true, value: await sealRecoveryFile(engine.vault, member, device) };
}

/** Seals the keys of an admitted device and its member's seed into a file, under a new code. */
export async function sealRecoveryFile(
  { org, orgName }: Pick<Vault, 'org' | 'orgName'>,
  member: Pick<MemberKeys, 'id' | 'seed'>,
  { signingSeed, sealingSeed }: Pick<DeviceKeys, 'signingSeed' | 'sealingSeed'>,
): Promise<RecoveryFile> {
  const code = newRecoveryCode();
  const salt = randomBytes(16);
  const { id, seed: memberSeed } = member;
  const content: Recovery = { version: 1, org, orgName, member: id, memberSeed, signingSeed, sealingSeed };
  const sealed = await seal(await derive(code, 'recovery file', salt), context, encode(recovery, content));
  const file = concat(magic, salt, sealed);
  return { recoveryFile: file.buffer, recoveryCode: printRecoveryCode(code).join(' ') };
}

/**
 * Whether this device holds the present key of "everyone". Where it does not, because an old file was opened and nobody
 * else has been online since, a file is made without its key quoted, and the desk asks for a newer one (decision 59).
 */
async function canSeal(engine: Engine): Promise<boolean> {
  const { skeleton, keyring } = engine.organisation;
  const everyone = toHex(await everyoneTeam(skeleton.org));
  return (
    (await ensureTeamFresh(engine, everyone)) === 'fresh' && (await everyoneKey(skeleton, keyring)) !== null
  );
}

/**
 * The sealed part beside the admission of the device on which a file is opened: its name and its whole sealing key.
 * Nothing where the file holds no key to seal with, because its member was left out of "everyone" meanwhile: opening it
 * comes first.
 */
async function told(
  { organisation, keys }: Engine,
  device: DeviceKeys,
): Promise<{ readonly events: readonly unknown[]; readonly quoted?: readonly Bytes[] }> {
  if ((await everyoneKey(organisation.skeleton, organisation.keyring)) === null) return { events: [] };
  const member = toHex(keys.member.id);
  const named = { type: 'DeviceNamed', v: 1, member, device: toHex(device.signingKey), name: '1' };
  return { events: [named], quoted: [device.sealingKey] };
}

/** Whether no file of this member's is in force that this device can tell of: said in red. */
export async function hasNoRecoveryFile(engine: Engine): Promise<boolean> {
  const own = ownDevices(engine);
  const kept = await engine.store.get(ownRecoveryDevice);
  const isLive = kept !== null && own.some(({ key }) => equal(key, kept));
  return !isLive && !own.some((one) => isRecoveryFile(engine, one));
}

/** Opens a recovery file on a device that has nothing yet: admits this device, keeps its vault, and makes a new file. */
export async function useRecoveryFile(
  around: Surroundings,
  file: ArrayBuffer,
  typed: string,
  passphrase: string,
): Promise<Answer<{ readonly engine: Engine; readonly next: RecoveryFile & { readonly wasOld: boolean } }>> {
  const bytes = new Uint8Array(file);
  const code = parseRecoveryCode(typed);
  if (!code.ok) return { ok: false, error: { code: 'wrong-recovery-code' } };
  const head = magic.length + 16;
  if (bytes.length < head || !equal(bytes.slice(0, magic.length), magic))
    return { ok: false, error: { code: 'broken-file' } };
  const key = await derive(code.value, 'recovery file', bytes.slice(magic.length, head));
  const opened = await open(key, context, bytes.slice(head));
  if (!opened.ok)
    return {
      ok: false,
      error: { code: opened.error === 'wrong-key' ? 'wrong-recovery-code' : 'broken-file' },
    };
  const content = decode(recovery, opened.value);
  if (!content.ok) return { ok: false, error: { code: 'broken-file' } };
  const { version: _version, ...held } = content.value;
  const recoveryVault: Vault = { version: 1, ...held, localKey: randomBytes(32), joining: null };
  const recovering = await openEngine(around, recoveryVault);
  if (!recovering.ok)
    return { ok: false, error: { code: recovering.error === 'offline' ? 'offline' : 'broken-file' } };
  const device = await newDeviceKeys();
  const admitted = await appendToOrganisation(recovering.value, async () => {
    const { skeleton } = recovering.value.organisation;
    if (skeleton.devices.has(toHex(device.signingKey))) return null;
    const { member } = recovering.value.organisation.keyring;
    // As the log has it: a file that was never given her newest key lets a device in all the same.
    const memberSealing = skeleton.members.get(toHex(member.id))?.sealingHash;
    if (memberSealing === undefined) return null;
    return {
      operations: [
        {
          type: 'deviceAdmitted',
          member: member.id,
          memberSealing,
          device: device.signingKey,
          deviceSealing: await sealingKeyHash(device.sealingKey),
          capabilities: latestCapabilities(skeleton, toHex(member.id)),
        },
        ...(await seedsFor(recovering.value, member, device.signingKey, device.sealingKey)),
      ],
      ...(await told(recovering.value, device)),
    };
  });
  if (admitted !== 'done') return { ok: false, error: { code: 'offline' } };
  const spent = (await deviceKeysFrom(held.signingSeed, held.sealingSeed)).signingKey;
  await around.store.put(ownRecoveryDevice, spent);
  const { signingSeed, sealingSeed } = device;
  const memberSeed = recovering.value.organisation.keyring.member.seed;
  const vault: Vault = { ...recoveryVault, memberSeed, signingSeed, sealingSeed };
  await keepVault(around.store, passphrase, vault);
  const engine = await openEngine(around, vault);
  if (!engine.ok) return { ok: false, error: { code: 'offline' } };
  const wasOld = !(await takeKeyAgain(engine.value, spent));
  const next = await makeRecoveryFile(engine.value);
  if (!next.ok) return next;
  return { ok: true, value: { engine: engine.value, next: { ...next.value, wasOld } } };
}

/**
 * Whether the opened file held its member's present key. Where it did not, nobody may have that key any more: the spent
 * file is ended as a lost one would be, so that she takes a new key here and colleagues seal the next generations to it.
 */
async function takeKeyAgain(engine: Engine, spent: Bytes): Promise<boolean> {
  const { skeleton, keyring } = engine.organisation;
  if (await holdsPresentKey(skeleton, keyring.member)) return true;
  await endOther(engine, 'lost', () => ownDevices(engine).find(({ key }) => equal(key, spent)));
  return false;
}
