import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { unwrap } from '@leeward/sealed-log/crypto/result.ts';
import { newDeviceKeys } from '@leeward/sealed-log/keys/device.ts';
import { holdsPresentKey } from '@leeward/sealed-log/keys/own-seeds.ts';
import { sealingKeyHash } from '@leeward/sealed-log/wire/hashes.ts';
import { currentGeneration, latestCapabilities, openMembers } from '@leeward/sealed-log/wire/skeleton.ts';
import { keyReach } from '@leeward/workspace/desk/device-keys.ts';
import { isRecoveryFile, ownDevices } from '@leeward/workspace/desk/member-key.ts';
import { endDevice } from '@leeward/workspace/desk/own-devices.ts';
import {
  makeRecoveryFile,
  type RecoveryFile,
  sealRecoveryFile,
  useRecoveryFile,
} from '@leeward/workspace/desk/recovery-file.ts';
import { appendToOrganisation, quotedKey } from '@leeward/workspace/desk/rotation.ts';
import { syncOnce } from '@leeward/workspace/desk/sync.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { passphrase } from '../support/desk.ts';
import { addOwnDevice, bareDevice, type EngineDesk, openDeskOver, teamFor } from '../support/engine-desk.ts';
import { testStore } from '../support/test-store.ts';
import { copyWorld, makeWorld, note, notesOf, settle, type World } from '../support/world.ts';

/*
 * A recovery file lies in a drawer while its owner loses a device and takes a new key. A file of today is given that key
 * through the log. One that was let in without its own key being shown, as by an older version, cannot be.
 */

let made: World;
beforeAll(async () => {
  made = await makeWorld();
});

const idOf = ({ engine }: EngineDesk): string => toHex(engine.keys.device.signingKey);
const memberOf = ({ engine }: EngineDesk): string => toHex(engine.keys.member.id);

/** Lets a device in as an older version did: nobody is shown its sealing key. */
async function admitUnshown({ engine }: EngineDesk) {
  const device = await newDeviceKeys();
  const { member } = engine.organisation.keyring;
  await appendToOrganisation(engine, async () => ({
    operations: [
      {
        type: 'deviceAdmitted',
        member: member.id,
        memberSealing: await sealingKeyHash(member.sealingKey),
        device: device.signingKey,
        deviceSealing: await sealingKeyHash(device.sealingKey),
        capabilities: latestCapabilities(engine.organisation.skeleton, toHex(member.id)),
      },
    ],
    events: [],
  }));
  return { device, member };
}

async function fileOfOld(desk: EngineDesk): Promise<RecoveryFile> {
  const { device, member } = await admitUnshown(desk);
  return sealRecoveryFile(desk.engine.vault, member, device);
}

const reachOfFile = async ({ engine }: EngineDesk): Promise<string | undefined> => {
  const file = ownDevices(engine).find((one) => isRecoveryFile(engine, one));
  return file === undefined ? undefined : keyReach(engine, file);
};

async function opened(world: World, file: RecoveryFile) {
  const bare = bareDevice(world.hostile.of('next'), world.clock);
  const answer = await useRecoveryFile(bare.around, file.recoveryFile, file.recoveryCode, passphrase);
  if (!answer.ok) throw new Error(`not opened: ${JSON.stringify(answer.error)}`);
  const { engine, next } = answer.value;
  const desk = await openDeskOver('next', bare.store, engine.vault, world.hostile.of('next'), world.clock);
  return { desk, next };
}

describe('a recovery file of today', () => {
  it('keeps up with a new key, and opens what was sealed to every key before it too [rule 9]', async () => {
    const world = copyWorld(made);
    const { hostile, clock, three, one } = world;
    // The first key is gone before the file is made: only the file's own admission can bring it along.
    const before = await addOwnDevice(three, hostile.of('before'), clock, 'Before');
    await endDevice(three.engine, idOf(before), 'lost');
    const file = unwrap(await makeRecoveryFile(three.engine));
    const phone = await addOwnDevice(three, hostile.of('phone'), clock);
    await endDevice(three.engine, idOf(phone), 'lost');
    await settle([three, one]);
    expect(await reachOfFile(three)).toBe('all');
    expect(three.alerts('recoveryOutdated')).toEqual([]);
    const all = three.engine.organisation.keyring.member;
    const { desk, next } = await opened(world, file);
    expect(next.wasOld).toBe(false);
    const { keyring } = desk.engine.organisation;
    expect(toHex(keyring.member.seed)).toBe(toHex(all.seed));
    expect((keyring.member.earlierSeeds ?? []).map(toHex)).toEqual((all.earlierSeeds ?? []).map(toHex));
    expect(all.earlierSeeds).toHaveLength(2);
    await desk.sync();
    expect(await notesOf(desk, world.case)).toHaveLength(3);
  });
});

describe('a recovery file whose key was never shown', () => {
  it('is said to be out of date before it is needed, and a new one takes its place', async () => {
    const world = copyWorld(made);
    const { hostile, clock, three } = world;
    await fileOfOld(three);
    await three.sync();
    expect(await reachOfFile(three)).toBe('not-next');
    expect(three.alerts('recoveryOutdated')).toMatchObject([{ dismissable: false }]);
    const phone = await addOwnDevice(three, hostile.of('phone'), clock);
    await endDevice(three.engine, idOf(phone), 'lost');
    expect(await reachOfFile(three)).toBe('old');
    unwrap(await makeRecoveryFile(three.engine));
    await three.sync();
    expect(await reachOfFile(three)).toBe('all');
    expect(three.alerts('recoveryOutdated')).toEqual([]);
  });

  it('opens all the same when nothing else is left: she takes a new key, and reads everything once a colleague was there [rule 9]', async () => {
    const world = copyWorld(made);
    const { hostile, clock, three, one, two } = world;
    const file = await fileOfOld(three);
    const phone = await addOwnDevice(three, hostile.of('phone'), clock);
    await endDevice(three.engine, idOf(phone), 'lost');
    await three.act(note(world.case, 'Sealed under a key that the file does not have.'));
    await settle([three, one, two]);
    // The laptop burns. What is left is the file and its code.
    const { desk, next } = await opened(world, file);
    expect(next.wasOld).toBe(true);
    expect(
      await holdsPresentKey(desk.engine.organisation.skeleton, desk.engine.organisation.keyring.member),
    ).toBe(true);
    await desk.sync();
    // The new file could not be shown yet, and that is said.
    expect(desk.alerts('recoveryOutdated')).toHaveLength(1);
    await settle([one, two, desk]);
    expect(await notesOf(desk, world.case)).toContain('Sealed under a key that the file does not have.');
    const team = desk.engine.organisation.skeleton.teams.get(teamFor(one, 'protection'));
    if (team === undefined) throw new Error('no team');
    expect(currentGeneration(team)).toMatchObject({ generation: 3, staleAt: null });
    expect(openMembers(team)).toContain(memberOf(three));
    await desk.act(note(world.case, 'Here again.'));
    await settle([one, two, desk]);
    expect(await notesOf(one, world.case)).toContain('Here again.');
    unwrap(await makeRecoveryFile(desk.engine));
    await desk.sync();
    expect(desk.alerts('recoveryOutdated')).toEqual([]);
  });
});

describe('a device whose key was never shown', () => {
  it('shows it by itself at its next round, so that a later key can be given to it [rule 8]', async () => {
    const world = copyWorld(made);
    const { hostile, clock, three } = world;
    const { device } = await admitUnshown(three);
    const { signingSeed, sealingSeed } = device;
    const vault = { ...three.engine.vault, signingSeed, sealingSeed };
    const old = await openDeskOver('old', testStore(), vault, hostile.of('old'), clock);
    const hash = await sealingKeyHash(device.sealingKey);
    await old.sync();
    await three.sync();
    expect(await quotedKey(three.engine, hash)).not.toBeNull();
    const rows = world.relay.rows().length;
    await old.sync();
    expect(world.relay.rows().length).toBe(rows);
    const phone = await addOwnDevice(three, hostile.of('phone'), clock);
    await endDevice(three.engine, idOf(phone), 'lost');
    await syncOnce(old.engine);
    expect(old.alerts('ownKeyMissing')).toEqual([]);
    await old.act(note(world.case, 'From the old one.'));
    await three.sync();
    expect(await notesOf(three, world.case)).toContain('From the old one.');
  });
});
