import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import type { Bytes } from '../crypto/bytes.ts';
import { concat, randomBytes, toHex } from '../crypto/bytes.ts';
import { generateSigningSeed, publicKeyOf } from '../crypto/ed25519.ts';
import { unwrap } from '../crypto/result.ts';
import { nextGeneration, staleTeams } from '../keys/rotation.ts';
import { openKeyring, teamSecret } from '../log/keyring.ts';
import { mutated } from '../testing/arbitraries.ts';
import type { Desk } from '../testing/index.ts';
import {
  act,
  admit,
  found,
  generationOf,
  leave,
  orgOf,
  pullOrganisation,
  recipientOf,
  remove,
  saying,
  skeletonOf,
} from '../testing/index.ts';
import { decode, encode } from '../wire/codec.ts';
import { grantsHash, sealingKeyHash } from '../wire/hashes.ts';
import { limits } from '../wire/limits.ts';
import type { Operation } from '../wire/organisation.ts';
import { grantsInBlob } from '../wire/organisation.ts';
import type { NewGeneration, Recipient } from './entries.ts';
import { everyoneTeam, newGeneration } from './entries.ts';
import type { OrganisationLog } from './log.ts';
import { takeGrants } from './log.ts';

const size = 2000;

let ada: Desk;
let ben: Desk;
let cleo: Desk;
let everyone: Bytes;
/** Everybody else: each with a device of her own; one sealing key stands for all, because nobody opens with it here. */
let others: readonly Recipient[];

async function admitMany(by: Desk, count: number): Promise<readonly Recipient[]> {
  const sealingKey = cleo.member.sealingKey;
  const memberSealing = await sealingKeyHash(sealingKey);
  const deviceSealing = await sealingKeyHash(cleo.device.sealingKey);
  const people: Recipient[] = [];
  while (people.length < count) {
    const operations: Operation[] = [];
    while (operations.length < limits.operations && people.length < count) {
      const member = randomBytes(16);
      const device = await publicKeyOf(generateSigningSeed());
      operations.push({
        type: 'deviceAdmitted',
        member,
        memberSealing,
        device,
        deviceSealing,
        capabilities: 0,
      });
      people.push({ id: member, sealingKey });
    }
    expect(await act(by, operations)).toBe('in force');
  }
  return people;
}

const taken = async (desk: Desk, blob: Bytes): Promise<void> => {
  desk.log = unwrap(await takeGrants(desk.log, blob));
};

const holds = ({ log }: Desk, team: Bytes, generation: number): boolean =>
  teamSecret(log.keyring, team, generation) !== null;

beforeAll(async () => {
  ada = await found('Ada');
  ben = await admit(ada, 'Ben');
  cleo = await admit(ada, 'Cleo');
  others = await admitMany(ada, size - 3);
  everyone = await everyoneTeam(orgOf(ada));
  for (const desk of [ada, ben, cleo]) await pullOrganisation(desk);
}, 240_000);

describe('a team of 2,000 members', () => {
  const team = randomBytes(16);
  let first: NewGeneration;

  it('gets its key in one entry that stays small, because what is sealed to each lies in a blob beside it [rule 9]', async () => {
    const people = [ada, ben, cleo].map(recipientOf);
    first = await newGeneration(orgOf(ada), team, 1, [...people, ...others], null);
    expect(first.operation.type).toBe('largeTeamGeneration');
    expect(first.blob?.length).toBeGreaterThan(2_000_000);
    expect(await act(ada, [first.operation])).toBe('in force');
    const entry = ada.log.links.at(-1)?.bytes.length ?? 0;
    expect(entry).toBeLessThan(64 * 1024);
  }, 120_000);

  it('opens for nobody before the blob has come, and says which one is wanted [rule 8]', async () => {
    await pullOrganisation(ben);
    expect(holds(ben, team, 1)).toBe(false);
    const [wanted, ...more] = ben.log.keyring.wanted;
    expect(more).toEqual([]);
    expect(wanted).toMatchObject({ team: toHex(team), generation: 1, length: first.blob?.length });
    expect(wanted?.blob).toEqual(await grantsHash(first.blob!));
    expect(ben.log.keyring.problems).toEqual([]);
  });

  it('opens for each of its members with the blob, and with any other bytes nothing is opened [rule 8]', async () => {
    const before = ben.log;
    const blob = first.blob!;
    const altered = blob.slice();
    altered[blob.length - 40] = (altered[blob.length - 40] ?? 0) ^ 1;
    const grants = unwrap(decode(grantsInBlob, blob));
    const fewer = encode(grantsInBlob, grants.slice(1));
    for (const wrong of [altered, fewer, blob.slice(1), concat(blob, new Uint8Array(1)), new Uint8Array(0)])
      expect(await takeGrants(before, wrong)).toEqual({ ok: false, error: 'wrong-grants' });
    for (const desk of [ada, ben]) {
      await taken(desk, blob);
      expect(holds(desk, team, 1)).toBe(true);
      expect(desk.log.keyring.wanted).toEqual([]);
    }
  });

  it('judges a grant of the blob as one of an entry: one that was sealed to somebody else is voided and said [rule 8]', async () => {
    const grants = unwrap(decode(grantsInBlob, first.blob!));
    // An author who seals Ben’s grant falsely, and names that blob in her entry.
    const forged = encode(grantsInBlob, [grants[0]!, grants[2]!, ...grants.slice(2)]);
    const operation = {
      ...(first.operation as Extract<Operation, { type: 'largeTeamGeneration' }>),
      team: randomBytes(16),
      grants: { blob: await grantsHash(forged), length: forged.length },
    };
    expect(await act(ada, [operation])).toBe('in force');
    await pullOrganisation(ben);
    await taken(ben, forged);
    expect(holds(ben, operation.team, 1)).toBe(false);
    expect(ben.log.keyring.problems).toEqual([
      { team: toHex(operation.team), generation: 1, problem: 'cannot-open' },
    ]);
  });

  it('gets its next key in the same way when somebody leaves, exactly for those who remain, and they read back [rule 9]', async () => {
    await pullOrganisation(ada);
    expect(await leave(ada, team, cleo)).toBe('in force');
    await pullOrganisation(ben);
    const stale = staleTeams(skeletonOf(ben), ben.member.id).find((one) => toHex(one.team) === toHex(team))!;
    expect(stale.remaining).toHaveLength(size - 1);
    const keys = new Map([ada.member, ben.member, ...others].map((one) => [toHex(one.id), one]));
    const { skeleton, keyring } = ben.log;
    const next = unwrap(await nextGeneration(skeleton, keyring, stale, (member) => keys.get(member) ?? null));
    const { members, ...rest } = next.operation as Extract<Operation, { type: 'largeTeamGeneration' }>;
    const without = { ...rest, members: members.slice(1) };
    expect(await act(ben, [without])).toBe('wrong-recipients');
    expect(await act(ben, [{ ...rest, members: [...members.slice(1), cleo.member.id] }])).toBe(
      'wrong-recipients',
    );
    expect(await act(ben, [{ ...rest, members: [...members.slice(1), members[1]!] }])).toBe(
      'wrong-recipients',
    );
    expect(await act(ben, [next.operation])).toBe('in force');
    for (const desk of [ada, cleo]) await pullOrganisation(desk);
    const wanted = cleo.log.keyring.wanted.filter((one) => one.team === toHex(team));
    expect([wanted, holds(cleo, team, 2)]).toEqual([[expect.objectContaining({ generation: 1 })], false]);
    await taken(ada, next.blob!);
    // Somebody who never had the first blob reads back by the second alone.
    const late = await openKeyring(skeletonOf(ada), ada.member, { ...ada.log.keyring, teams: new Map() });
    expect([...(late.teams.get(toHex(team))?.keys() ?? [])].sort()).toEqual([1, 2]);
    expect(generationOf(ada, team).members).toHaveLength(size - 1);
  }, 120_000);

  it('as the team of everybody seals what the organisation says, which is read when the blob has come', async () => {
    expect(await remove(ada, [cleo])).toBe('in force');
    const stale = staleTeams(skeletonOf(ada), ada.member.id).find(
      (one) => toHex(one.team) === toHex(everyone),
    )!;
    expect(stale.remaining).toHaveLength(2);
    const people = [ada, ben].map(recipientOf);
    const secret = teamSecret(ada.log.keyring, everyone, generationOf(ada, everyone).generation)!;
    const next = await newGeneration(
      orgOf(ada),
      everyone,
      generationOf(ada, everyone).generation + 1,
      people,
      secret,
      1,
    );
    expect(await act(ada, [next.operation])).toBe('in force');
    await taken(ada, next.blob!);
    expect(await act(ada, [{ type: 'heartbeat', time: 1 }], saying('names and roles'))).toBe('in force');
    await pullOrganisation(ben);
    const read = (log: OrganisationLog): string | undefined => log.links.at(-1)?.body?.events;
    expect(read(ben.log)).toBeUndefined();
    await taken(ben, next.blob!);
    expect(read(ben.log)).toContain('names and roles');
  });
});

describe('the blob of grants', () => {
  it('is taken as it was signed or not at all, whatever was done to its bytes [rule 8][fault 14]', async () => {
    const team = randomBytes(16);
    await pullOrganisation(ada);
    const generation = await newGeneration(orgOf(ada), team, 1, [ada, ben].map(recipientOf), null, 0);
    const blob = generation.blob!;
    expect(await act(ada, [generation.operation])).toBe('in force');
    await fc.assert(
      fc.asyncProperty(mutated(blob), async (bytes) => {
        const outcome = await takeGrants(ada.log, bytes);
        const same = toHex(bytes) === toHex(blob);
        expect(outcome.ok).toBe(same);
        if (!outcome.ok) expect(outcome.error).toBe('wrong-grants');
      }),
      { numRuns: runs(200) },
    );
    expect(holds(ada, team, 1)).toBe(false);
  });
});
