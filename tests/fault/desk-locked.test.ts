import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { seedsOf } from '@leeward/sealed-log/keys/device.ts';
import { addPasskey } from '@leeward/workspace/desk/passkey.ts';
import { openRecord } from '@leeward/workspace/desk/records.ts';
import { makeRecoveryFile } from '@leeward/workspace/desk/recovery-file.ts';
import { keepVault } from '@leeward/workspace/desk/vault.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { passphrase } from '../support/desk.ts';
import { addOwnDevice, type EngineDesk } from '../support/engine-desk.ts';
import { copyWorld, makeWorld, note, settle, type World } from '../support/world.ts';

/*
 * A laptop is taken while it is locked, and somebody reads its whole disk: everything that the device ever kept, after
 * records, keys of teams, a second device, a passkey and a recovery file.
 */

let made: World;
beforeAll(async () => {
  made = await makeWorld();
});

/** Every secret that this device holds in memory while it is open, by what it is. */
async function secretsOf(
  { engine }: EngineDesk,
  records: readonly string[],
): Promise<readonly (readonly [string, Bytes])[]> {
  const { vault, keys, organisation } = engine;
  const found: [string, Bytes][] = [
    ['the seed that signs', vault.signingSeed],
    ['the seed that receives', vault.sealingSeed],
    ['the key of what is kept here', vault.localKey],
    ['the seed that signs, in use', keys.device.signingSeed],
  ];
  for (const [index, seed] of seedsOf(organisation.keyring.member).entries())
    found.push([`a seed of the member, ${index}`, seed]);
  for (const [team, generations] of organisation.keyring.teams)
    for (const [generation, secret] of generations)
      for (const [name, bytes] of Object.entries(secret))
        if (bytes instanceof Uint8Array) found.push([`team ${team} ${generation} ${name}`, bytes as Bytes]);
  for (const record of records)
    for (const [epoch, key] of (await openRecord(engine, record)).chain.keys)
      found.push([`epoch ${epoch}`, key]);
  return found;
}

const stands = (disk: readonly Uint8Array[], secret: Uint8Array): boolean => {
  const forms = [
    Buffer.from(secret),
    Buffer.from(Buffer.from(secret).toString('hex')),
    Buffer.from(Buffer.from(secret).toString('base64')),
    Buffer.from(Buffer.from(secret).toString('base64url')),
  ];
  return disk.some((bytes) => forms.some((form) => Buffer.from(bytes).includes(form)));
};

describe('everything that a locked laptop has on its disk', () => {
  it('[fault 60] holds no key: not its own, not the member’s, not a team’s, not a record’s', async () => {
    const world = copyWorld(made);
    const { three, hostile, clock } = world;
    const { engine, store } = three;
    await keepVault(store, passphrase, engine.vault);
    const salt = new Uint8Array(32).fill(2);
    const secret = new Uint8Array(32).fill(7);
    await addPasskey(store, engine.vault, { credential: new Uint8Array(16), salt, secret });
    await addOwnDevice(three, hostile.of('phone'), clock);
    await makeRecoveryFile(engine);
    await three.act(note(world.case, 'Canary words of a case.'));
    await settle([world.one, three]);
    const disk = store.everything();
    const secrets = await secretsOf(three, [world.case]);
    // Its own seeds, the member's, three teams and "everyone", and the case's epoch at the least.
    expect(secrets.length).toBeGreaterThan(9);
    for (const [name, bytes] of secrets) {
      expect(bytes.length, name).toBeGreaterThanOrEqual(32);
      expect(stands(disk, bytes), name).toBe(false);
    }
    for (const words of [passphrase, 'Canary words of a case.', 'Alder', 'Officer 1', 'Synthetic Aid'])
      expect(stands(disk, Buffer.from(words)), words).toBe(false);
    // The search would find what is there: the public name of this device stands in every entry of its own.
    expect(stands(disk, engine.keys.device.signingKey)).toBe(true);
  });
});
