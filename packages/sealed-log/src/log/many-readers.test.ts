import { beforeAll, describe, expect, it } from 'vitest';
import type { Bytes } from '../crypto/bytes.ts';
import { randomBytes, toHex } from '../crypto/bytes.ts';
import { generateSigningSeed, publicKeyOf } from '../crypto/ed25519.ts';
import { unwrap } from '../crypto/result.ts';
import { nextEpochOf } from '../keys/rotation.ts';
import type { Desk } from '../testing/index.ts';
import {
  act,
  admit,
  chainOf,
  found,
  foundTeam,
  judgementOf,
  memberReader,
  openRecord,
  orgOf,
  placeOf,
  postEntry,
  pull,
  skeletonOf,
  teamReader,
  textsOf,
  verdictsOf,
  write,
} from '../testing/index.ts';
import { decode } from '../wire/codec.ts';
import { entry as entryCodec } from '../wire/entry.ts';
import { sealingKeyHash } from '../wire/hashes.ts';
import { limits } from '../wire/limits.ts';
import type { Operation } from '../wire/organisation.ts';
import { epochClear } from '../wire/record.ts';
import type { Reader } from './epoch-entry.ts';
import { fitsEpoch, sealEpoch, unaccountedWraps } from './epoch-entry.ts';
import type { SealedEntry } from './seal.ts';

let ada: Desk;
let ben: Desk;
let teams: readonly Bytes[];
/** Members with a device each. One sealing key stands for all, because nobody opens with it here. */
let members: readonly Reader[];

async function admitMany(count: number): Promise<readonly Reader[]> {
  const cleo = await admit(ada, 'Cleo');
  const { sealingKey } = cleo.member;
  const memberSealing = await sealingKeyHash(sealingKey);
  const deviceSealing = await sealingKeyHash(cleo.device.sealingKey);
  const operations: Operation[] = [];
  for (let index = 0; index < count; index += 1) {
    const device = await publicKeyOf(generateSigningSeed());
    const member = randomBytes(16);
    operations.push({
      type: 'deviceAdmitted',
      member,
      memberSealing,
      device,
      deviceSealing,
      capabilities: 0,
    });
  }
  for (let from = 0; from < count; from += limits.operations)
    expect(await act(ada, operations.slice(from, from + limits.operations))).toBe('in force');
  return operations.flatMap((one) =>
    one.type === 'deviceAdmitted' ? [{ type: 'member', member: one.member, sealingKey }] : [],
  );
}

beforeAll(async () => {
  ada = await found('Ada');
  ben = await admit(ada, 'Ben');
  members = await admitMany(299);
  const founded: Bytes[] = [];
  // Ben is in the last team alone with Ada, so that one wrap in 300 is his.
  while (founded.length < 299) founded.push(await foundTeam(ada, [ada]));
  teams = [...founded, await foundTeam(ada, [ada, ben])];
  await pull(ada, ben);
}, 120_000);

const clearOf = (sealed: SealedEntry): Bytes => unwrap(decode(entryCodec, sealed.bytes)).clear;
const ofTeams = (): readonly Reader[] => teams.map((team) => teamReader(ada, team));
const ofMembers = (): readonly Reader[] => [...members.slice(0, 298), memberReader(ada), memberReader(ben)];

describe('an epoch for 300 readers', () => {
  it.each([
    ['300 teams', ofTeams],
    ['300 people, to each of whose keys it is sealed', ofMembers],
  ] as const)(
    'is one entry, in force at once and within the limits: for %s [rule 9][rule 26]',
    async (_, readersOf) => {
      const record = randomBytes(32);
      const sealed = await sealEpoch(ada.device, placeOf(ada, record), readersOf(), null, []);
      const clear = clearOf(sealed);
      expect(clear.length).toBeLessThanOrEqual(limits.clear);
      expect(sealed.bytes.length).toBeLessThanOrEqual(limits.entry);
      expect(unwrap(decode(epochClear, clear)).wraps).toHaveLength(512);
      await postEntry(ada, record, sealed);
      await write(ada, record, 'for many');
      await pull(ben);
      expect(await verdictsOf(ben, record)).toEqual(['in-force', 'in-force']);
      expect(await textsOf(ben, record)).toEqual(['for many']);
    },
    60_000,
  );

  it('is followed by the next for as many, and an extra recipient among them is found [rule 9][rule 11]', async () => {
    const record = await openRecord(ada, ofTeams());
    await write(ada, record, 'before');
    const judgement = await judgementOf(ada, record);
    const next = await nextEpochOf(
      ada.device,
      skeletonOf(ada),
      chainOf(ada, record),
      judgement,
      ofTeams(),
      () => null,
    );
    await postEntry(ada, record, unwrap(next));
    await write(ada, record, 'after');
    await pull(ben);
    expect(await textsOf(ben, record)).toEqual(['before', 'after']);
    const link = chainOf(ben, record).links.at(-2)!;
    const { opened } = link;
    if (opened.type !== 'epoch' || opened.body === null) throw new Error('an epoch that opens');
    const key = chainOf(ben, record).keys.get(toHex(link.hash))!;
    const place = { org: orgOf(ben), record, prev: link.header.prev };
    expect(await unaccountedWraps(key, place, opened.clear, opened.body)).toBe(0);
    const body = { ...opened.body, recipients: opened.body.recipients.slice(1) };
    expect(await unaccountedWraps(key, place, opened.clear, body)).toBe(1);
  }, 60_000);

  it('with more than an entry holds is not sealed at all, and that is said [rule 9]', async () => {
    const some = teamReader(ada, teams[0]!);
    expect(fitsEpoch(Array.from({ length: limits.wraps }, () => some))).toBe(true);
    expect(fitsEpoch(Array.from({ length: limits.wraps + 1 }, () => some))).toBe(false);
    const sealed = Array.from({ length: 400 }, () => memberReader(ben));
    expect(fitsEpoch(sealed)).toBe(false);
    const record = await openRecord(ada, [some]);
    const judgement = await judgementOf(ada, record);
    const next = await nextEpochOf(
      ada.device,
      skeletonOf(ada),
      chainOf(ada, record),
      judgement,
      sealed,
      () => null,
    );
    expect(next).toEqual({ ok: false, error: 'too-many-readers' });
  });
});
