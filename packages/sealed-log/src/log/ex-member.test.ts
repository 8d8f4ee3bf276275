import { beforeEach, describe, expect, it } from 'vitest';
import type { Bytes } from '../crypto/bytes.ts';
import { randomBytes, toHex } from '../crypto/bytes.ts';
import type { Desk } from '../testing/index.ts';
import {
  act,
  addDevice,
  admit,
  chainOf,
  found,
  foundTeam,
  generationOf,
  judgementOf,
  leave,
  memberReader,
  nextEpoch,
  openRecord,
  orgOf,
  postEntry,
  pull,
  pullRecord,
  remove,
  renewMemberKey,
  rotateRecord,
  rotateTeam,
  skeletonOf,
  teamReader,
  textsOf,
  verdictsOf,
  write,
} from '../testing/index.ts';
import type { Reader } from './epoch-entry.ts';
import { teamSecret } from './keyring.ts';

/** Ada administrates; Ben and Cleo work beside her in one team and one record. */
let ada: Desk;
let ben: Desk;
let cleo: Desk;
let team: Bytes;
let record: Bytes;

beforeEach(async () => {
  ada = await found('Ada');
  ben = await admit(ada, 'Ben');
  cleo = await admit(ada, 'Cleo');
  team = await foundTeam(ada, [ada, ben, cleo]);
  await pull(ada, ben, cleo);
  record = await openRecord(ada, [teamReader(ada, team)]);
  await write(ada, record, 'before');
  await pull(ben, cleo);
  await write(ben, record, 'by Ben');
  await pull(ada, cleo);
});

const accept = (entry: Bytes): Promise<string> => act(ada, [{ type: 'lateEntryAccepted', record, entry }]);

async function removeBen(): Promise<void> {
  await remove(ada, [ben]);
  await rotateTeam(ada, team);
}

describe('an ex-member together with the relay', () => {
  it('opens nothing that was sealed after the removal: no new epoch of any team or record is wrapped for her [fault 24][rule 9][rule 27]', async () => {
    const second = await foundTeam(ada, [ada, ben]);
    const withBen = await foundTeam(ada, [ada, cleo]);
    await pull(ada, ben, cleo);
    const records = [
      record,
      await openRecord(ada, [teamReader(ada, second)]),
      await openRecord(ada, [teamReader(ada, withBen), memberReader(ben)]),
    ];
    for (const one of records) await write(ada, one, 'Ben may read this');
    await pull(ben, cleo);
    for (const one of records) expect(await textsOf(ben, one)).toContain('Ben may read this');
    await remove(ada, [ben]);
    for (const one of [team, second]) await rotateTeam(ada, one);
    await pull(ada);
    const readers = [[teamReader(ada, team)], [teamReader(ada, second)], [teamReader(ada, withBen)]];
    for (const [index, one] of records.entries()) {
      expect((await judgementOf(ada, one)).epochIsStale).toBe(true);
      await rotateRecord(ada, one, readers[index]!);
      await write(ada, one, 'not for Ben');
    }
    // The relay gives him everything.
    await pull(ben, cleo);
    for (const one of records) {
      expect(await textsOf(ben, one)).not.toContain('not for Ben');
      expect((await verdictsOf(ben, one)).at(-1)).toBe('waiting-for-key');
      const { epoch } = await judgementOf(ada, one);
      expect(chainOf(ben, one).keys.has(toHex(epoch!.hash))).toBe(false);
      expect(chainOf(ada, one).keys.has(toHex(epoch!.hash))).toBe(true);
    }
    for (const [id, facts] of skeletonOf(ada).teams) {
      const after = facts.generations.at(-1)!;
      const named = after.members.filter((one) => one.until === null).map((one) => one.member);
      expect(named).not.toContain(toHex(ben.member.id));
      expect(ben.log.keyring.teams.get(id)?.has(after.generation) ?? false).toBe(after.staleAt !== null);
    }
    // Those who remain read back.
    expect(await textsOf(cleo, record)).toEqual(['before', 'by Ben', 'Ben may read this', 'not for Ben']);
  });

  it('does not get in by an epoch of her own [rule 11][rule 28]', async () => {
    await removeBen();
    await pull(ben, ada);
    // He holds the key of the epoch and posts the next one, for everybody and himself, citing the head before.
    const citing = skeletonOf(ben).removals[0]!.position - 1;
    const { generation } = generationOf(ben, team);
    const old = { org: orgOf(ben), team, generation: generation - 1 };
    const secret = teamSecret(ben.log.keyring, team, old.generation)!;
    const readers: readonly Reader[] = [
      { type: 'team', context: old, secret, recoverable: true },
      memberReader(ben),
    ];
    await postEntry(ben, record, await nextEpoch(ben, record, readers, citing));
    await pull(ada);
    expect((await verdictsOf(ada, record)).at(-1)).toBe('in-force');
    expect((await judgementOf(ada, record)).epochIsStale).toBe(true);
    await rotateRecord(ada, record, [teamReader(ada, team)]);
    // Nobody who knows of the removal wrote under it.
    await pull(cleo);
    await write(cleo, record, 'among ourselves');
    await pull(ada, ben);
    expect(await textsOf(ada, record)).toEqual(['before', 'by Ben', 'among ourselves']);
    expect(await textsOf(ben, record)).not.toContain('among ourselves');
  });
});

describe('an epoch by somebody who was removed since', () => {
  /** Ben rotates while he may, and the remover’s list of heads does not hold it yet. */
  async function rotatedByBen(readers: readonly Reader[]): Promise<void> {
    await postEntry(ben, record, await nextEpoch(ben, record, readers));
    await pullRecord(cleo, record);
  }

  it('keeps what others wrote under it before they knew, and is stale for who knows [rule 1][rule 9][rule 27]', async () => {
    await rotatedByBen([teamReader(ben, team)]);
    await write(ben, record, 'by Ben, beyond the cut');
    await pullRecord(cleo, record);
    await removeBen();
    await write(cleo, record, 'by Cleo, who did not know');
    await pull(ada, cleo);
    expect((await judgementOf(ada, record)).epochIsStale).toBe(true);
    await rotateRecord(ada, record, [teamReader(ada, team)]);
    await write(ada, record, 'after');
    await pull(cleo);
    expect((await verdictsOf(cleo, record)).slice(3)).toEqual([
      'in-force',
      'set-aside',
      'in-force',
      'in-force',
      'in-force',
    ]);
    expect(await textsOf(cleo, record)).toEqual(['before', 'by Ben', 'by Cleo, who did not know', 'after']);
  });

  it('is stale even where it names nobody who has gone: its author knows the key [rule 11][fault 24]', async () => {
    await rotatedByBen([memberReader(ada), memberReader(cleo)]);
    await remove(ada, [ben]);
    await pull(ada, cleo);
    const { epochIsStale, epochDoubt } = await judgementOf(ada, record);
    expect([epochIsStale, epochDoubt]).toEqual([true, 'stale']);
    await write(ada, record, 'Ben could read this');
    expect((await verdictsOf(ada, record)).at(-1)).toBe('void: stale-epoch');
  });

  it('is not let in by an administrator who accepts late words: everything after it would fall', async () => {
    const late = await nextEpoch(ben, record, [teamReader(ben, team), memberReader(ben)]);
    await removeBen();
    await pull(cleo);
    await rotateRecord(ada, record, [teamReader(ada, team)]);
    await write(ada, record, 'after');
    const before = await verdictsOf(ada, record);
    await accept(late.hash);
    await accept(chainOf(ada, record).links.at(-2)!.hash);
    expect(await verdictsOf(ada, record)).toEqual(before);
    expect(await textsOf(ada, record)).toContain('after');
  });
});

describe('a lost device', () => {
  it('makes what was sealed to its owner stale, until there is an epoch for her new key', async () => {
    const phone = await addDevice(ben, 'Ben’s phone');
    await pull(ada, ben);
    const own = await openRecord(ada, [memberReader(ada), memberReader(ben)]);
    expect((await judgementOf(ada, own)).epochIsStale).toBe(false);
    await remove(ada, [phone], 2);
    expect((await judgementOf(ada, own)).epochIsStale).toBe(true);
    await pull(ben);
    await renewMemberKey(ben);
    await pull(ada);
    expect((await judgementOf(ada, own)).epochIsStale).toBe(true);
    await rotateRecord(ada, own, [memberReader(ada), memberReader(ben)]);
    expect((await judgementOf(ada, own)).epochIsStale).toBe(false);
    await write(ada, own, 'to the new key');
    await pull(ben, phone);
    expect(await textsOf(ben, own)).toEqual(['to the new key']);
    expect(await textsOf(phone, own)).toEqual([]);
  });
});

describe('somebody who left a team and is still in the organisation', () => {
  it('is refused as an author of epochs, and reads nothing new [rule 9]', async () => {
    await leave(ada, team, ben);
    await rotateTeam(ada, team);
    await pull(ben, cleo);
    expect(generationOf(ben, team).generation).toBe(2);
    await postEntry(ben, record, await nextEpoch(ben, record, [teamReader(ben, team), memberReader(ben)]));
    await pull(cleo);
    expect((await verdictsOf(cleo, record)).at(-1)).toBe('void: takes-over');
    await rotateRecord(cleo, record, [teamReader(cleo, team)]);
    await write(cleo, record, 'without Ben');
    await pull(ben);
    expect(await textsOf(ben, record)).toEqual(['before', 'by Ben']);
    expect(await textsOf(cleo, record)).toEqual(['before', 'by Ben', 'without Ben']);
  });
});

describe('actions', () => {
  it('count once, however often they were sent [rule 3]', async () => {
    const action = randomBytes(16);
    const body = { action, claimedTime: 0, events: '[{"type":"Said","v":1,"text":"once"}]', quoted: [] };
    await write(cleo, record, 'once', { body });
    await write(cleo, record, 'once', { body });
    await pull(ada);
    // The same number by another device is another action.
    await write(ada, record, 'once', { body });
    await pull(cleo);
    expect((await verdictsOf(cleo, record)).slice(-3)).toEqual(['in-force', 'duplicate', 'in-force']);
  });
});
