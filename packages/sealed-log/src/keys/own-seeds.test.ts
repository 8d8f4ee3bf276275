import { beforeEach, describe, expect, it } from 'vitest';
import { randomBytes, toHex } from '../crypto/bytes.ts';
import { unwrap } from '../crypto/result.ts';
import { teamSecret } from '../log/keyring.ts';
import { everyoneTeam } from '../organisation/entries.ts';
import { openOrganisationLog } from '../organisation/log.ts';
import type { Desk } from '../testing/index.ts';
import {
  act,
  addDevice,
  admission,
  admit,
  found,
  foundTeam,
  generationOf,
  giveSeed,
  membersOf,
  orgOf,
  pullOrganisation,
  remove,
  rotateTeam,
  skeletonOf,
} from '../testing/index.ts';
import { sealingKeyHash } from '../wire/hashes.ts';
import { memberKeysFrom, newDeviceKeys, newMemberKeys, sealMemberSeed } from './device.ts';
import { holdsPresentKey } from './own-seeds.ts';
import { toLetInAgain } from './rotation.ts';

/*
 * Ben's devices: what he needs to read with a second one is in the log, sealed to it by the first.
 */

let ada: Desk;
let ben: Desk;
beforeEach(async () => {
  ada = await found('Ada');
  ben = await admit(ada, 'Ben');
});

/** A device of Ben's that comes with nothing of his but his id. */
async function bare(): Promise<Desk> {
  const device = await newDeviceKeys();
  return { ...ben, name: 'Ben’s phone', device, chains: new Map(), cutLists: new Map() };
}

const nothing = async () => memberKeysFrom(ben.member.id, new Uint8Array(32));
const opened = async (desk: Desk) =>
  unwrap(await openOrganisationLog(ben.shared.organisation, orgOf(ben), await nothing(), desk.device)).log;

/** Ben takes a new key and gives it to these devices. */
async function renew(by: Desk, ...devices: readonly Desk[]): Promise<string> {
  const fresh = await memberKeysFrom(ben.member.id, randomBytes(32));
  const given = [];
  for (const { device } of devices) {
    const context = { org: orgOf(by), member: ben.member.id, device: device.signingKey };
    const sealed = await sealMemberSeed(fresh.seed, device.sealingKey, context);
    given.push({
      type: 'memberKeyGiven' as const,
      member: ben.member.id,
      device: device.signingKey,
      ...sealed,
    });
  }
  const memberSealing = await sealingKeyHash(fresh.sealingKey);
  return act(by, [
    { type: 'memberKeySet', member: ben.member.id, memberSealing },
    { type: 'memberKeyShown', member: ben.member.id, sealing: fresh.sealingKey },
    ...given,
  ]);
}

describe('a second device of a member', () => {
  it('opens what is sealed to her once another device of hers has given it her seed, and not before [rule 8]', async () => {
    const phone = await bare();
    expect(await act(ben, [await admission(phone, 0)])).toBe('in force');
    const everyone = await everyoneTeam(orgOf(ben));
    expect(teamSecret((await opened(phone)).keyring, everyone, 1)).toBeNull();
    expect(await act(ben, [await giveSeed(ben, phone)])).toBe('in force');
    const { keyring, skeleton } = await opened(phone);
    expect(teamSecret(keyring, everyone, 1)).not.toBeNull();
    expect(toHex(keyring.member.seed)).toBe(toHex(ben.member.seed));
    expect(await holdsPresentKey(skeleton, keyring.member)).toBe(true);
  });

  it('takes a seed only from a device of the same member, and only for a device of hers that is live [rule 8][fault 12]', async () => {
    const phone = await bare();
    await act(ben, [await admission(phone, 0)]);
    await pullOrganisation(ada);
    const hers = await giveSeed(ben, phone);
    // An administrator is no exception: she holds nobody else's seed.
    expect(await act(ada, [hers])).toBe('not-own-device');
    await pullOrganisation(ben);
    expect(await act(ben, [{ ...(await giveSeed(ben, ada)), member: ben.member.id } as typeof hers])).toBe(
      'unknown-subject',
    );
    expect(await remove(ben, [phone], 3)).toBe('in force');
    expect(await act(ben, [hers])).toBe('unknown-subject');
  });

  it('believes no seed whose commitment fails, and none that the log never named as hers [rule 8]', async () => {
    const phone = await bare();
    await act(ben, [await admission(phone, 0)]);
    const right = await giveSeed(ben, phone);
    if (right.type !== 'memberKeyGiven') throw new Error('not a seed');
    expect(await act(ben, [{ ...right, commitment: randomBytes(32) }])).toBe('in force');
    const other = await newMemberKeys();
    const context = { org: orgOf(ben), member: ben.member.id, device: phone.device.signingKey };
    const strange = await sealMemberSeed(other.seed, phone.device.sealingKey, context);
    expect(await act(ben, [{ ...right, ...strange }])).toBe('in force');
    const { keyring, skeleton } = await opened(phone);
    expect(await holdsPresentKey(skeleton, keyring.member)).toBe(false);
    expect(keyring.teams.size).toBe(0);
    // What was wrong does not stand in the way of what is right.
    await act(ben, [right]);
    expect((await opened(phone)).keyring.teams.size).toBe(1);
  });
});

describe('a member whose device was lost', () => {
  it('is left out of a team by those who do not wait for her, and let in again once she has a new key [rule 9]', async () => {
    const phone = await addDevice(ben, 'Ben’s phone');
    await pullOrganisation(ada);
    const team = await foundTeam(ada, [ada, ben]);
    expect(await remove(ada, [phone], 2)).toBe('in force');
    await rotateTeam(ada, team);
    expect(membersOf(ada, team)).toEqual([toHex(ada.member.id)]);
    // Not before she has one: it would be sealed to the key on the lost phone.
    expect(toLetInAgain(skeletonOf(ada), ada.member.id)).toEqual([]);
    await pullOrganisation(ben);
    expect(await renew(ben, ben)).toBe('in force');
    await pullOrganisation(ada);
    expect(toLetInAgain(skeletonOf(ada), ada.member.id)).toEqual([{ team, member: toHex(ben.member.id) }]);
    // Still so after another generation, whoever made it.
    await rotateTeam(ada, team);
    expect(toLetInAgain(skeletonOf(ada), ada.member.id)).toEqual([{ team, member: toHex(ben.member.id) }]);
  });

  it('gets a whole team going again in which every one of them had lost a device [rule 9]', async () => {
    const phone = await addDevice(ben, 'Ben’s phone');
    await pullOrganisation(ada);
    const own = await foundTeam(ada, [ben]);
    await pullOrganisation(ben);
    expect(await remove(ben, [phone], 2)).toBe('in force');
    expect(generationOf(ben, own).staleAt).not.toBeNull();
    await expect(rotateTeam(ben, own, [])).rejects.toThrow('wrong-recipients');
    expect(await renew(ben, ben)).toBe('in force');
    await rotateTeam(ben, own, [{ ...ben, member: ben.log.keyring.member }]);
    expect(generationOf(ben, own)).toMatchObject({ generation: 2, staleAt: null });
    await pullOrganisation(ben);
    expect(teamSecret(ben.log.keyring, own, 2)).not.toBeNull();
  });

  it('never goes back to a key that lay on the lost device [rule 9]', async () => {
    const phone = await addDevice(ben, 'Ben’s phone');
    await pullOrganisation(ben);
    await remove(ben, [phone], 2);
    const memberSealing = await sealingKeyHash(ben.member.sealingKey);
    const back = { type: 'memberKeySet' as const, member: ben.member.id, memberSealing };
    expect(await act(ben, [back])).toBe('already-there');
    await renew(ben, ben);
    expect(await act(ben, [back])).toBe('already-there');
  });
});
