import { beforeAll, describe, expect, it } from 'vitest';
import { randomBytes, toHex } from '../crypto/bytes.ts';
import { unwrap } from '../crypto/result.ts';
import { teamSecret } from '../log/keyring.ts';
import type { Desk } from '../testing/index.ts';
import {
  act,
  addDevice,
  admit,
  drafted,
  found,
  foundTeam,
  generationOf,
  grant,
  leave,
  letIn,
  membersOf,
  pullOrganisation,
  remove,
  renewMemberKey,
  rotateTeam,
  rotation,
  send,
  skeletonOf,
} from '../testing/index.ts';
import type { Operation } from '../wire/organisation.ts';
import { everyoneTeam } from './entries.ts';
import { openOrganisationLog } from './log.ts';

describe('teams', () => {
  let ada: Desk;
  let ben: Desk;
  let cleo: Desk;
  let dan: Desk;
  beforeAll(async () => {
    ada = await found('Ada');
    ben = await admit(ada, 'Ben');
    cleo = await admit(ada, 'Cleo');
    dan = await admit(ada, 'Dan');
  });
  const sync = async (): Promise<void> => {
    for (const desk of [ada, ben, cleo, dan]) await pullOrganisation(desk);
  };
  const holds = (desk: Desk, team: Uint8Array<ArrayBuffer>, generation: number): boolean =>
    teamSecret(desk.log.keyring, team, generation) !== null;

  it('are founded by administrators, and only their members hold their key', async () => {
    await sync();
    const team = await foundTeam(ada, [ada, ben]);
    await sync();
    expect([ada, ben, cleo].map((desk) => holds(desk, team, 1))).toEqual([true, true, false]);
    await expect(foundTeam(cleo, [cleo])).rejects.toThrow('not-administrator');
    await sync();
  });

  it('let nobody in but through an administrator among their members, or any member where there is none', async () => {
    const team = await foundTeam(ada, [ada, ben]);
    await sync();
    expect(await act(ben, [await grant(ben, team, cleo)])).toBe('not-administrator');
    await sync();
    const wrong = { ...(await grant(ada, team, cleo)), generation: 2 } as Operation;
    expect(await act(ada, [wrong])).toBe('wrong-generation');
    await letIn(ada, team, cleo);
    expect(await act(ada, [await grant(ada, team, cleo)])).toBe('already-there');
    const without = await foundTeam(ada, [ben]);
    await sync();
    await expect(grant(ada, without, ada)).rejects.toThrow('does not hold the key');
    expect(await act(ben, [await grant(ben, without, cleo)])).toBe('in force');
    await sync();
    expect(holds(cleo, without, 1)).toBe(true);
    expect(holds(ada, without, 1)).toBe(false);
  });

  it('are stale from the entry with a removal on, and the next one rotates: any remaining member, for exactly those who remain [rule 9]', async () => {
    const team = await foundTeam(ada, [ada, ben, cleo]);
    await sync();
    expect(await leave(ada, team, cleo)).toBe('in force');
    await sync();
    expect(generationOf(ben, team).staleAt).toBe(skeletonOf(ben).hashes.length - 1);
    // Nobody wraps under a stale generation.
    expect(await act(ada, [await grant(ada, team, dan)])).toBe('wrong-generation');
    await sync();
    expect(await act(cleo, [await rotation(cleo, team, [ada, ben])])).toBe('not-in-team');
    await sync();
    expect(await act(ben, [await rotation(ben, team, [ada, ben, dan])])).toBe('wrong-recipients');
    expect(await act(ben, [await rotation(ben, team, [ben])])).toBe('wrong-recipients');
    // Two rotate at once: one wins, the other discards and goes on with what stands.
    await sync();
    const [byAda, byBen] = [
      await drafted(ada, [await rotation(ada, team, [ada, ben])]),
      await drafted(ben, [await rotation(ben, team, [ada, ben])]),
    ];
    expect(await send(ben, byBen)).toBe('in force');
    expect(await send(ada, byAda)).toBe('lost');
    await sync();
    expect([ada, ben, cleo].map((desk) => holds(desk, team, 2))).toEqual([true, true, false]);
    expect([ada, ben, cleo].map((desk) => holds(desk, team, 1))).toEqual([true, true, true]);
    expect(membersOf(ada, team)).toEqual([toHex(ada.member.id), toHex(ben.member.id)]);
  });

  it('read back: who is let in later opens the generations before', async () => {
    const team = await foundTeam(ada, [ada, ben]);
    await rotateTeam(ada, team, [ada, ben]);
    await rotateTeam(ada, team, [ada, ben]);
    await letIn(ada, team, dan);
    await sync();
    expect([1, 2, 3].map((generation) => holds(dan, team, generation))).toEqual([true, true, true]);
  });

  it('survive a rotation that wraps nothing useful: who was there opens her own grant', async () => {
    const team = await foundTeam(ada, [ada, ben]);
    const useless = { ...(await rotation(ada, team, [ada, ben])), previous: randomBytes(300) } as Operation;
    expect(await act(ada, [useless])).toBe('in force');
    await sync();
    expect([1, 2].map((generation) => holds(ben, team, generation))).toEqual([true, true]);
  });

  it('void a grant that does not match its commitment, and say so [rule 8][rule 28]', async () => {
    const team = await foundTeam(ada, [ada]);
    const other = await foundTeam(ada, [ada]);
    const one = (await grant(ada, team, ben)) as Extract<Operation, { type: 'teamGrant' }>;
    const swapped = { ...((await grant(ada, other, ben)) as typeof one), team };
    expect(await act(ada, [swapped])).toBe('in force');
    await sync();
    expect(holds(ben, team, 1)).toBe(false);
    expect(ben.log.keyring.problems).toContainEqual({
      team: toHex(team),
      generation: 1,
      problem: 'cannot-open',
    });
  });

  it('do not seal to a key that was in a lost device, do not wait for its owner, and take her back with a new key', async () => {
    await sync();
    const phone = await addDevice(ben, 'Ben’s phone');
    await sync();
    const team = await foundTeam(ada, [ada, ben]);
    await sync();
    expect(await remove(ada, [phone], 2)).toBe('in force');
    await sync();
    expect(generationOf(ada, team).staleAt).not.toBeNull();
    expect(await act(ada, [await rotation(ada, team, [ada, ben])])).toBe('wrong-recipients');
    await rotateTeam(ada, team, [ada]);
    expect(await act(ada, [await grant(ada, team, ben)])).toBe('unknown-subject');
    await sync();
    expect(await renewMemberKey(ben)).toBe('in force');
    await sync();
    await letIn(ada, team, ben);
    await sync();
    expect([1, 2].map((generation) => holds(ben, team, generation))).toEqual([true, true]);
    // The seed from before still opens what was sealed to it.
    const everyone = await everyoneTeam(skeletonOf(ben).org);
    const { log } = unwrap(
      await openOrganisationLog(ben.shared.organisation, skeletonOf(ben).org, ben.member),
    );
    expect(teamSecret(log.keyring, everyone, 1)).not.toBeNull();
  });
});
