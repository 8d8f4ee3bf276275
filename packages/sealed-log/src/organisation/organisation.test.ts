import { beforeAll, describe, expect, it } from 'vitest';
import { randomBytes, toHex } from '../crypto/bytes.ts';
import { sign } from '../crypto/ed25519.ts';
import { unwrap } from '../crypto/result.ts';
import { newDeviceKeys, newMemberKeys } from '../keys/device.ts';
import { signEntry } from '../log/seal.ts';
import type { Desk } from '../testing/index.ts';
import {
  act,
  addDevice,
  admission,
  admit,
  drafted,
  ending,
  found,
  newcomer,
  pullOrganisation,
  remove,
  saying,
  send,
  skeletonOf,
} from '../testing/index.ts';
import { encode } from '../wire/codec.ts';
import { sealingKeyHash, signedBytes } from '../wire/hashes.ts';
import type { Operation } from '../wire/organisation.ts';
import { capabilities, organisationClear } from '../wire/organisation.ts';
import { growSkeleton, readGenesis } from '../wire/verify.ts';
import { sealGenesis } from './entries.ts';
import { openOrganisationLog } from './log.ts';

const heartbeat: Operation = { type: 'heartbeat', time: 1_700_000_000 };

describe('founding an organisation', () => {
  it('gives an id that is the hash of the first entry, so that whoever knows it needs no authority', async () => {
    const ada = await found('Ada');
    const [genesis] = ada.shared.organisation;
    expect((await readGenesis(genesis!, ada.log.skeleton.org)).ok).toBe(true);
    expect(await readGenesis(genesis!, randomBytes(32))).toEqual({ ok: false, error: 'wrong-log' });
  });

  it('refuses a founder or a relay whose key is none', async () => {
    const [device, member] = [await newDeviceKeys(), await newMemberKeys()];
    const good = (await newDeviceKeys()).signingKey;
    const founded = (relayKey: typeof good, rights: number) =>
      sealGenesis(device, member, rights, relayKey, randomBytes(32));
    const identity = new Uint8Array(32);
    identity[0] = 1;
    expect((await readGenesis((await founded(good, 1)).bytes, null)).ok).toBe(true);
    expect(await readGenesis((await founded(identity, 1)).bytes, null)).toEqual({
      ok: false,
      error: 'key-not-admitted',
    });
    expect(await readGenesis((await founded(good, 2)).bytes, null)).toEqual({
      ok: false,
      error: 'wrong-log',
    });
  });

  it('stops at the first changed byte, and what came before stays [rule 5][fault 10]', async () => {
    const ada = await found('Ada');
    await act(ada, [heartbeat], saying('one'));
    await act(ada, [heartbeat], saying('two'));
    const entries = ada.shared.organisation;
    for (const at of [0, 1, 2, 3]) {
      const original = entries[at]!;
      for (const offset of [10, Math.floor(original.length / 2), original.length - 1]) {
        const altered = original.slice();
        altered[offset]! ^= 1;
        const opened = await openOrganisationLog(entries.with(at, altered), ada.log.skeleton.org, ada.member);
        if (at === 0) expect(opened.ok).toBe(false);
        else {
          expect(unwrap(opened).stopped?.at).toBe(at - 1);
          expect(unwrap(opened).log.links).toHaveLength(at);
        }
      }
    }
  });
});

describe('people who come', () => {
  let ada: Desk;
  let ben: Desk;
  let eve: Desk;
  beforeAll(async () => {
    ada = await found('Ada');
    ben = await admit(ada, 'Ben');
    eve = await newcomer(ada, 'Eve');
  });

  it('read the sealed part from before they came, and outsiders never do', async () => {
    await act(ada, [heartbeat], saying('names and roles'));
    await pullOrganisation(ben);
    await pullOrganisation(eve);
    expect(ben.log.links.at(-1)?.body?.events).toContain('names and roles');
    expect(eve.log.links.at(-1)?.body).toBeNull();
  });

  it('are admitted by administrators alone [fault 12]', async () => {
    await pullOrganisation(ben);
    expect(await act(ben, [await admission(eve, 0)])).toBe('not-administrator');
    expect(skeletonOf(ben).members.has(toHex(eve.member.id))).toBe(false);
    // Eve signs for herself: no admitted key, so it is not even in the chain.
    const own = await drafted(eve, [await admission(eve, 1)]);
    await pullOrganisation(ada);
    const before = structuredClone(skeletonOf(ada));
    expect((await growSkeleton(skeletonOf(ada), own.bytes)).ok).toBe(false);
    expect(skeletonOf(ada)).toEqual(before);
  });

  it('cannot be given a key of small order, a key that is already there, or rights that are not theirs', async () => {
    const identity = new Uint8Array(32);
    identity[0] = 1;
    const wanted = (await admission(eve, 0)) as Extract<Operation, { type: 'deviceAdmitted' }>;
    expect(await act(ada, [{ ...wanted, device: identity }])).toBe('inadmissible-key');
    expect(await act(ada, [{ ...wanted, device: ben.device.signingKey }])).toBe('already-there');
    const second = { ...(await admission(ben, 0)), device: (await newDeviceKeys()).signingKey } as Operation;
    await pullOrganisation(ben);
    expect(await act(ben, [{ ...second, capabilities: 1 } as Operation])).toBe('not-administrator');
    const other = { ...second, memberSealing: await sealingKeyHash(eve.member.sealingKey) } as Operation;
    expect(await act(ben, [other])).toBe('wrong-recipients');
    expect(await act(ben, [second])).toBe('in force');
  });

  it('count from the entry that admits them and not a moment before', async () => {
    const [one, two] = [await newcomer(ada, 'One'), await newcomer(ada, 'Two')];
    await pullOrganisation(ada);
    await act(ada, [await admission(one, 0), await admission(two, 0)]);
    for (const desk of [one, two]) await pullOrganisation(desk);
    expect(await act(one, [heartbeat])).toBe('in force');
    await pullOrganisation(two);
    expect(await act(two, [heartbeat])).toBe('in force');
  });
});

describe('an entry of several operations', () => {
  it('takes effect as a whole or not at all', async () => {
    const ada = await found('Ada');
    const cleo = await newcomer(ada, 'Cleo');
    const unknown: Operation = { type: 'renewalDelegated', device: randomBytes(32), from: 0, until: 9 };
    expect(await act(ada, [await admission(cleo, 0), unknown])).toBe('unknown-subject');
    expect(skeletonOf(ada).members.size).toBe(1);
    expect(await act(ada, [])).toBe('unknown-subject');
    const delegated: Operation = { ...unknown, device: cleo.device.signingKey };
    expect(await act(ada, [await admission(cleo, 0), delegated])).toBe('in force');
    expect(skeletonOf(ada).delegations).toHaveLength(1);
  });
});

describe('people who go', () => {
  it('end with their last device, and what they sign afterwards is kept without effect', async () => {
    const ada = await found('Ada');
    const ben = await admit(ada, 'Ben');
    const phone = await addDevice(ben, 'Ben’s phone');
    await pullOrganisation(ada);
    expect(await remove(ada, [phone])).toBe('in force');
    expect(skeletonOf(ada).members.get(toHex(ben.member.id))?.endedAt).toBeNull();
    await pullOrganisation(ben);
    expect(await act(ben, [heartbeat])).toBe('in force');
    await pullOrganisation(ada);
    expect(await remove(ada, [ben])).toBe('in force');
    await pullOrganisation(ben);
    const length = skeletonOf(ben).hashes.length;
    expect(await act(ben, [heartbeat])).toBe('author-ended');
    expect(skeletonOf(ben).members.get(toHex(ben.member.id))?.endedAt).toBe(length - 1);
    await pullOrganisation(ada);
    expect(await act(ada, [await admission({ ...ben, device: await newDeviceKeys() }, 0)])).toBe(
      'unknown-subject',
    );
  });

  it('are ended by administrators or by themselves', async () => {
    const ada = await found('Ada');
    const ben = await admit(ada, 'Ben');
    const cleo = await admit(ada, 'Cleo');
    for (const desk of [ben]) await pullOrganisation(desk);
    expect(await act(ben, [await ending(ben, [cleo])])).toBe('not-own-device');
    expect(await act(ben, [await ending(ben, [ben], 3)])).toBe('in force');
  });

  it('may revoke themselves by a signature that any live device hands in [rule 25]', async () => {
    const ada = await found('Ada');
    const ben = await admit(ada, 'Ben');
    const cleo = await admit(ada, 'Cleo');
    const { signingKey, signingSeed } = ben.device;
    const message = signedBytes.selfRevocation(skeletonOf(ada).org, signingKey);
    const revoked: Operation = {
      type: 'selfRevoked',
      device: signingKey,
      signature: await sign(signingSeed, message),
    };
    const forged: Operation = { ...revoked, signature: await sign(cleo.device.signingSeed, message) };
    await pullOrganisation(cleo);
    expect(await act(cleo, [forged])).toBe('bad-second-signature');
    expect(await act(cleo, [revoked])).toBe('in force');
    expect(await act(cleo, [revoked])).toBe('unknown-subject');
    expect(skeletonOf(cleo).removals.at(-1)?.devices).toEqual([signingKey]);
  });
});

describe('administrators', () => {
  it('who remove each other at one moment: the first entry in the chain counts, the other is seen and changes nothing [fault 26]', async () => {
    const ada = await found('Ada');
    const ben = await admit(ada, 'Ben', capabilities.administrator);
    await pullOrganisation(ada);
    const [byAda, byBen] = [
      await drafted(ada, [await ending(ada, [ben])]),
      await drafted(ben, [await ending(ben, [ada])]),
    ];
    expect(await send(ben, byBen)).toBe('in force');
    expect(await send(ada, byAda)).toBe('lost');
    await pullOrganisation(ada);
    // She signs anew after pulling: the log takes it and says why it has no effect.
    expect(await act(ada, [await ending(ada, [ben])])).toBe('author-ended');
    await pullOrganisation(ben);
    expect(ben.log.links.at(-1)?.verdict).toBe('author-ended');
    // The organisation goes on.
    const cleo = await admit(ben, 'Cleo', capabilities.administrator);
    expect(skeletonOf(cleo).members.size).toBe(3);
  });

  it('are never fewer than one: the last cannot leave, be demoted or revoke herself [fault 26]', async () => {
    const ada = await found('Ada');
    const ben = await admit(ada, 'Ben');
    expect(await act(ada, [await ending(ada, [ada], 3)])).toBe('last-administrator');
    const demotion: Operation = {
      type: 'capabilitiesSet',
      member: ada.member.id,
      capabilities: 0,
      devices: [ada.device.signingKey],
    };
    expect(await act(ada, [demotion])).toBe('last-administrator');
    const message = signedBytes.selfRevocation(skeletonOf(ada).org, ada.device.signingKey);
    const signature = await sign(ada.device.signingSeed, message);
    expect(await act(ada, [{ type: 'selfRevoked', device: ada.device.signingKey, signature }])).toBe(
      'last-administrator',
    );
    const promotion: Operation = {
      type: 'capabilitiesSet',
      member: ben.member.id,
      capabilities: capabilities.administrator,
      devices: [ben.device.signingKey],
    };
    // In one entry: the second operation is judged by what the first makes true.
    expect(await act(ada, [demotion, promotion])).toBe('last-administrator');
    expect(await act(ada, [promotion, demotion])).toBe('in force');
    expect(await act(ada, [promotion])).toBe('not-administrator');
  });

  it('are a short chain of their own, to which every entry points [rule 18]', async () => {
    const ada = await found('Ada');
    const [genesis] = skeletonOf(ada).hashes;
    await act(ada, [heartbeat]);
    expect(skeletonOf(ada).adminHead).toEqual(genesis);
    const ben = await newcomer(ada, 'Ben');
    await act(ada, [await admission(ben, capabilities.administrator)]);
    const admitted = skeletonOf(ada).hashes.at(-1);
    expect(skeletonOf(ada).adminHead).toEqual(admitted);
    await act(ada, [heartbeat]);
    expect(skeletonOf(ada).adminHead).toEqual(admitted);
    // An entry that points elsewhere is void, so that a short proof never leaves one out.
    const clear = encode(organisationClear, { prevAdmin: genesis!, operations: [heartbeat] });
    const { header } = await drafted(ada, [heartbeat]);
    const pointing = await signEntry(ada.device, header, clear, new Uint8Array(0), null);
    expect(await send(ada, pointing)).toBe('wrong-prev-admin');
  });

  it('raise the floor of formats and never lower it [fault 13]', async () => {
    const ada = await found('Ada');
    expect(await act(ada, [{ type: 'floorRaised', floor: 1 }])).toBe('floor-lowered');
    expect(await act(ada, [{ type: 'floorRaised', floor: 0 }])).toBe('floor-lowered');
    expect(skeletonOf(ada).floor).toBe(1);
  });

  it('[fault 13] refuse every entry below a raised floor, so that an old format cannot come back', async () => {
    const ada = await found('Ada');
    expect(await act(ada, [{ type: 'floorRaised', floor: 2 }])).toBe('in force');
    // This code writes version 1: from here on it is too old for this organisation, and says so.
    expect(await act(ada, [heartbeat])).toBe('below-floor');
  });

  it('delegate renewals for 90 days at most [rule 19]', async () => {
    const ada = await found('Ada');
    const days = (count: number): Operation => ({
      type: 'renewalDelegated',
      device: ada.device.signingKey,
      from: 1000,
      until: 1000 + count * 24 * 3600,
    });
    expect(await act(ada, [days(91)])).toBe('too-long');
    expect(await act(ada, [days(0)])).toBe('too-long');
    expect(await act(ada, [days(90)])).toBe('in force');
  });
});
