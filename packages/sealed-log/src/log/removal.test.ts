import { beforeEach, describe, expect, it } from 'vitest';
import type { Bytes } from '../crypto/bytes.ts';
import { toHex } from '../crypto/bytes.ts';
import type { Desk } from '../testing/index.ts';
import {
  act,
  admit,
  chainOf,
  epochOf,
  found,
  foundTeam,
  judgementOf,
  openRecord,
  orgOf,
  placeOf,
  postEntry,
  pull,
  pullOrganisation,
  remove,
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
import { sealEpoch } from './epoch-entry.ts';
import { cutStatement } from './head-list.ts';

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
