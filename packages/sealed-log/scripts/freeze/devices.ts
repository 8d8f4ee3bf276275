import { randomBytes, toHex } from '../../src/crypto/bytes.ts';
import { memberKeysFrom, newDeviceKeys, sealMemberSeed } from '../../src/keys/device.ts';
import type { Desk } from '../../src/testing/desk.ts';
import {
  act,
  addDevice,
  admission,
  admit,
  found,
  foundTeam,
  giveSeed,
  orgOf,
  pull,
  remove,
  rotateTeam,
} from '../../src/testing/index.ts';
import { sealingKeyHash } from '../../src/wire/hashes.ts';

/** An organisation in which Ben has let a phone in, has lost a tablet, and has a new key that the phone was given. */
export async function devices() {
  const ada = await found('Ada');
  const ben = await admit(ada, 'Ben');
  await pull(ada, ben);
  const team = await foundTeam(ada, [ada, ben]);
  await pull(ada, ben);
  const device = await newDeviceKeys();
  const phone: Desk = { ...ben, name: 'Ben’s phone', device, chains: new Map(), cutLists: new Map() };
  const said = await act(ben, [await admission(phone, 0), await giveSeed(ben, phone)]);
  if (said !== 'in force') throw new Error(said);
  const tablet = await addDevice(ben, 'Ben’s tablet');
  await pull(ben);
  await remove(ben, [tablet], 2);
  const fresh = await memberKeysFrom(ben.member.id, randomBytes(32));
  const context = { org: orgOf(ben), member: ben.member.id, device: device.signingKey };
  const given = await sealMemberSeed(fresh.seed, device.sealingKey, context);
  const renewed = await act(ben, [
    {
      type: 'memberKeySet',
      member: ben.member.id,
      memberSealing: await sealingKeyHash(fresh.sealingKey),
    },
    { type: 'memberKeyShown', member: ben.member.id, sealing: fresh.sealingKey },
    { type: 'memberKeyGiven', member: ben.member.id, device: device.signingKey, ...given },
  ]);
  if (renewed !== 'in force') throw new Error(renewed);
  await pull(ada);
  await rotateTeam(ada, team, [ada, { ...ben, member: fresh }]);
  return {
    org: orgOf(ada),
    organisation: ada.shared.organisation,
    member: ben.member.id,
    device: { signingSeed: device.signingSeed, sealingSeed: device.sealingSeed },
    seeds: [fresh.seed, ben.member.seed],
    team: toHex(team),
    generations: [1, 2],
    verdicts: ada.log.links.map((link) => link.verdict),
  };
}
