import { beforeEach, describe, expect, it } from 'vitest';
import type { Bytes } from '../crypto/bytes.ts';
import { randomBytes, toHex } from '../crypto/bytes.ts';
import type { Desk } from '../testing/index.ts';
import {
  act,
  addDevice,
  admit,
  chainOf,
  epochOf,
  found,
  foundTeam,
  generationOf,
  judgementOf,
  leave,
  memberReader,
  nextEpoch,
  openRecord,
  orgOf,
  placeOf,
  postEntry,
  pull,
  pullOrganisation,
  remove,
  renewMemberKey,
  rotateRecord,
  rotateTeam,
  sealText,
  skeletonOf,
  teamReader,
  textsOf,
  verdictsOf,
  write,
} from '../testing/index.ts';
import { emptyChain, extendChainBy } from './chain.ts';
import type { Reader } from './epoch-entry.ts';
import { sealEpoch } from './epoch-entry.ts';
import { cutStatement } from './head-list.ts';
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

describe('after a removal', () => {
  it('nobody writes on under the old epoch who has seen it; who has not, writes as before [rule 9][fault 16]', async () => {
    await removeBen();
    // Ada has seen the removal and writes all the same; Cleo has not pulled it.
    expect((await judgementOf(ada, record)).epochIsStale).toBe(true);
    await write(ada, record, 'too early');
    expect((await verdictsOf(ada, record)).at(-1)).toBe('void: stale-epoch');
    await pull(cleo);
    // After Ada’s head was cited, an older one goes back.
    await write(cleo, record, 'cites an older head', { citing: placeOf(ada, record).orgPosition - 2 });
    expect((await verdictsOf(cleo, record)).at(-1)).toBe('void: organisation-head-goes-back');
    await rotateRecord(cleo, record, [teamReader(cleo, team)]);
    await write(cleo, record, 'under the new epoch');
    await pull(ada);
    expect(await textsOf(ada, record)).toEqual(['before', 'by Ben', 'under the new epoch']);
    expect((await judgementOf(ada, record)).epochIsStale).toBe(false);
  });

  it('what she wrote beyond the cut is set aside, what the remover had seen counts [rule 1][fault 25]', async () => {
    // Ben writes once more before anybody sees that he was removed: the remover’s list does not hold it.
    const late = await sealText(ben, record, 'while being removed');
    await removeBen();
    await postEntry(ben, record, late);
    await pull(ada, cleo);
    // Nobody has stated the cut yet, and nobody has cited the removal: it counts for now.
    expect(await textsOf(cleo, record)).toContain('while being removed');
    await rotateRecord(ada, record, [teamReader(ada, team)]);
    await pull(cleo);
    expect(await verdictsOf(cleo, record)).toEqual([
      'in-force',
      'in-force',
      'in-force',
      'set-aside',
      'in-force',
    ]);
    expect(await textsOf(cleo, record)).toEqual(['before', 'by Ben']);
    const { cuts } = await judgementOf(cleo, record);
    expect(cuts.get(toHex(ben.device.signingKey))).toMatchObject({
      position: 2,
      proven: true,
      otherHead: false,
    });
    // The only way in.
    expect(await accept(late.hash)).toBe('in force');
    await pull(cleo);
    expect(await textsOf(cleo, record)).toEqual(['before', 'by Ben', 'while being removed']);
  });

  it('the cut is the epoch itself where the remover did not hold the record, and only an administrator lets more in [rule 1]', async () => {
    const hidden = await openRecord(cleo, [teamReader(cleo, team)]);
    await pull(ben);
    await write(ben, hidden, 'Ada never pulled this');
    await removeBen();
    await pull(ada, cleo);
    expect(
      ada.cutLists
        .values()
        .next()
        .value?.some(({ record: one }) => toHex(one) === toHex(hidden)),
    ).toBe(false);
    await rotateRecord(cleo, hidden, [teamReader(cleo, team)]);
    const { cuts } = await judgementOf(cleo, hidden);
    expect(cuts.get(toHex(ben.device.signingKey))).toMatchObject({ position: 2, proven: false });
    expect(await textsOf(cleo, hidden)).toEqual(['Ada never pulled this']);
    // With the relay’s help, after the rotation, citing a head from when he was still there.
    const epoch = {
      hash: chainOf(ben, hidden).links[0]!.hash,
      key: chainOf(ben, hidden).keys.values().next().value!,
    };
    await pull(ben);
    const beyond = await sealText(ben, hidden, 'beyond', { citing: 2, epoch });
    await postEntry(ben, hidden, beyond);
    await pull(cleo);
    expect((await verdictsOf(cleo, hidden)).at(-1)).toBe('set-aside');
    await pullOrganisation(ada);
    await accept(beyond.hash);
    await pull(cleo);
    expect(await textsOf(cleo, hidden)).toEqual(['Ada never pulled this', 'beyond']);
  });

  it('a cut with a proof wins over one without, and a false proof over nothing [rule 1]', async () => {
    const late = await sealText(ben, record, 'late');
    await removeBen();
    await postEntry(ben, record, late);
    await pull(ada, cleo);
    const removal = skeletonOf(cleo).removals[0]!.entry;
    // Cleo says “no proof” and so would let everything up to her own epoch in.
    await rotateRecord(cleo, record, [teamReader(cleo, team)]);
    await pull(ada);
    expect(await textsOf(ada, record)).toContain('late');
    const own = ada.cutLists.get(toHex(removal))!;
    const inflated = own.map((one) => ({ ...one, position: 3, head: late.hash }));
    const claim = await cutStatement(removal, inflated, record);
    const before = await epochOf(cleo, record);
    await postEntry(
      cleo,
      record,
      await sealEpoch(cleo.device, placeOf(cleo, record), [teamReader(cleo, team)], before, [claim]),
    );
    await pull(ada);
    expect((await judgementOf(ada, record)).cuts.get(toHex(ben.device.signingKey))?.proven).toBe(false);
    await rotateRecord(ada, record, [teamReader(ada, team)]);
    await pull(cleo);
    for (const desk of [ada, cleo]) expect(await textsOf(desk, record)).toEqual(['before', 'by Ben']);
  });

  it('she cannot write with the relay’s help, neither under the new head nor under an old one [fault 23]', async () => {
    const oldEpoch = await epochOf(ben, record);
    await removeBen();
    await pull(ada, cleo);
    await rotateRecord(cleo, record, [teamReader(cleo, team)]);
    await pull(ben);
    for (const citing of [skeletonOf(ben).hashes.length - 1, 4]) {
      await postEntry(ben, record, await sealText(ben, record, 'still here', { citing, epoch: oldEpoch }));
      await pull(ben);
    }
    await pull(cleo);
    expect((await verdictsOf(cleo, record)).slice(-2)).toEqual(['void: author-ended', 'set-aside']);
    expect(await textsOf(cleo, record)).toEqual(['before', 'by Ben']);
  });

  it('the verdicts are the same in whatever order the two logs arrive [rule 1][fault 7]', async () => {
    const late = await sealText(ben, record, 'late');
    await removeBen();
    await postEntry(ben, record, late);
    await pull(ada, cleo);
    await rotateRecord(cleo, record, [teamReader(cleo, team)]);
    await accept(late.hash);
    await pull(ada, cleo);
    // Cleo pulled in pieces; a desk that verifies all of it at once says the same.
    const entries = cleo.shared.records.get(toHex(record))!;
    const { skeleton, keyring } = cleo.log;
    const { chain } = await extendChainBy(emptyChain(orgOf(cleo), record), entries, skeleton, keyring);
    const piecemeal = await verdictsOf(cleo, record);
    cleo.chains.set(toHex(record), chain);
    expect(await verdictsOf(cleo, record)).toEqual(piecemeal);
    expect(await verdictsOf(ada, record)).toEqual(piecemeal);
  });
});

describe('an ex-member together with the relay', () => {
  it('opens nothing that was sealed after the removal: no new epoch of any team or record is wrapped for her [fault 24][rule 9]', async () => {
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
    // The cut sets his epoch aside, and with it everything that would have stood on it.
    await pull(cleo);
    expect((await verdictsOf(cleo, record)).slice(-2)).toEqual(['set-aside', 'void: wrong-epoch']);
    await rotateRecord(cleo, record, [teamReader(cleo, team)]);
    await write(cleo, record, 'among ourselves');
    await pull(ada, ben);
    expect(await textsOf(ada, record)).toEqual(['before', 'by Ben', 'among ourselves']);
    expect(await textsOf(ben, record)).not.toContain('among ourselves');
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
