import { beforeEach, describe, expect, it } from 'vitest';
import type { Bytes } from '../crypto/bytes.ts';
import { randomBytes, toHex } from '../crypto/bytes.ts';
import type { Desk, SharedLog } from '../testing/index.ts';
import {
  act,
  admit,
  branchOf,
  chainOf,
  entriesOf,
  epochOf,
  forgetting,
  found,
  foundTeam,
  hashOf,
  judgementOf,
  memberReader,
  openRecord,
  placeOf,
  postEntry,
  pull,
  pullOrganisation,
  remove,
  rotateRecord,
  rotateTeam,
  saying,
  sealText,
  skeletonOf,
  teamReader,
  textsOf,
  verdictsOf,
  write,
} from '../testing/index.ts';
import { limits } from '../wire/limits.ts';
import type { Effect } from './judge.ts';
import { planReadmission, sealReadmission } from './readmit.ts';
import type { Divergence, TailPlan } from './tails.ts';
import { compareTails } from './tails.ts';

let ada: Desk;
let ben: Desk;
let cleo: Desk;
let team: Bytes;
let record: Bytes;
/** The relay as it was before the story goes on: what a restored backup shows. */
let backup: SharedLog;

beforeEach(async () => {
  ada = await found('Ada');
  ben = await admit(ada, 'Ben');
  cleo = await admit(ada, 'Cleo');
  team = await foundTeam(ada, [ada, ben, cleo]);
  await pull(ada, ben, cleo);
  record = await openRecord(ada, [teamReader(ada, team)]);
  await write(ada, record, 'common');
  await pull(ben, cleo);
  backup = branchOf(ada.shared);
});

const money = (effect: Effect): boolean => effect.body.events.includes('pays');

const compare = (desk: Desk, shared: SharedLog): Promise<TailPlan> =>
  compareTails(chainOf(desk, record), entriesOf(shared, record), skeletonOf(desk), desk.log.keyring, money);

/** Follows the relay’s branch and writes back what was displaced, as a workspace does. Answers how many entries. */
async function follow(desk: Desk, plan: Divergence, shared: SharedLog, atMost = 99): Promise<number> {
  const mine = chainOf(desk, record);
  desk.shared = shared;
  desk.chains.set(toHex(record), plan.theirs);
  const { readmit } = planReadmission(mine, plan.displaced, plan.theirs, plan.judgement);
  for (const one of readmit.slice(0, atMost)) {
    const epoch = await epochOf(desk, record);
    await postEntry(desk, record, await sealReadmission(desk.device, placeOf(desk, record), epoch, one));
  }
  return readmit.length;
}

const diverged = (plan: TailPlan): Divergence => {
  if (plan.type !== 'diverged-ordinary' && plan.type !== 'needs-authority') throw new Error(plan.type);
  return plan;
};

describe('my tail against the relay’s', () => {
  it('is the same where nothing happened, and behind where the relay has more', async () => {
    expect(await compare(ben, ada.shared)).toEqual({ type: 'same' });
    await write(ada, record, 'more');
    expect(await compare(ben, ada.shared)).toMatchObject({ type: 'relay-ahead' });
  });

  it('is sent again byte for byte where the relay went back, and nothing is lost or doubled [rule 2][fault 4][fault 8]', async () => {
    await write(ada, record, 'two');
    await write(ada, record, 'three');
    const before = [...entriesOf(ada.shared, record)];
    const plan = await compare(ada, backup);
    expect(plan.type).toBe('relay-behind');
    entriesOf(backup, record).push(...(plan.type === 'relay-behind' ? plan.reupload : []));
    expect(entriesOf(backup, record)).toEqual(before);
    expect(await compare(ada, backup)).toEqual({ type: 'same' });
  });

  it('of ordinary content comes back in its order behind the relay’s, kept as it was signed [rule 2][rule 3][fault 8]', async () => {
    await write(ada, record, 'two');
    await write(ada, record, 'three');
    ben.shared = backup;
    await write(ben, record, 'meanwhile');
    const plan = await compare(ada, backup);
    expect(plan.type).toBe('diverged-ordinary');
    const { proof, common } = diverged(plan);
    expect([common, proof.position]).toEqual([1, 2]);
    expect(await hashOf(proof.mine)).not.toEqual(await hashOf(proof.theirs));
    expect(await follow(ada, diverged(plan), backup)).toBe(2);
    await pull(ben);
    for (const desk of [ada, ben])
      expect(await textsOf(desk, record)).toEqual(['common', 'meanwhile', 'two', 'three']);
    const { effects } = await judgementOf(ben, record);
    expect(effects.map((one) => one.readmitted)).toEqual([false, false, true, true]);
    expect(effects.map((one) => one.member).at(-1)).toBe(toHex(ada.member.id));
  });

  it('comes back once, whoever readmits it and however often [rule 3][fault 8]', async () => {
    await write(ada, record, 'two');
    await write(ada, record, 'three');
    await pull(cleo);
    ben.shared = backup;
    await write(ben, record, 'meanwhile');
    // Ada’s device stops after the first; Cleo’s, which had verified both, does the rest.
    const byAda = diverged(await compare(ada, backup));
    expect(await follow(ada, byAda, backup, 1)).toBe(2);
    const byCleo = diverged(await compare(cleo, backup));
    const mine = chainOf(cleo, record);
    expect(await follow(cleo, byCleo, backup)).toBe(1);
    const { theirs, judgement } = diverged(
      await compareTails(mine, entriesOf(backup, record), skeletonOf(cleo), cleo.log.keyring, money),
    );
    const rest = planReadmission(mine, byCleo.displaced, theirs, judgement);
    expect(rest.readmit).toHaveLength(0);
    expect(rest.leave.map((one) => one.why)).toEqual(['already-there', 'already-there']);
    // Even where both readmitted the same entry, it counts once.
    const epoch = await epochOf(cleo, record);
    const twice = { hash: byAda.displaced[0]!.hash, displaced: byAda.displaced[0]!.bytes, epochs: [] };
    await postEntry(cleo, record, await sealReadmission(cleo.device, placeOf(cleo, record), epoch, twice));
    await pull(ben);
    expect(await textsOf(ben, record)).toEqual(['common', 'meanwhile', 'two', 'three']);
    expect((await verdictsOf(ben, record)).at(-1)).toBe('readmitted: duplicate');
  });

  it('waits for a person where either side touches access or money [rule 2]', async () => {
    await write(ada, record, 'two');
    ben.shared = backup;
    await write(ben, record, 'pays 400');
    expect(await compare(ada, backup)).toMatchObject({
      type: 'needs-authority',
      because: [{ side: 'theirs', what: 'effect' }],
    });
    expect(await compare(ben, ada.shared)).toMatchObject({
      type: 'needs-authority',
      because: [{ side: 'mine', what: 'effect' }],
    });
    for (const step of [
      () => rotateRecord(ada, record, [teamReader(ada, team)]),
      async () =>
        postEntry(ada, record, await forgetting(ada, record, [{ type: 'blob', blob: randomBytes(32) }])),
    ]) {
      await step();
      const plan = await compare(ada, backup);
      expect(plan.type).toBe('needs-authority');
    }
    // Once confirmed, the same plan is carried out.
    await follow(ada, diverged(await compare(ada, backup)), backup);
    expect(await textsOf(ada, record)).toEqual(['common', 'pays 400', 'two']);
  });

  it('counts what it cannot read as if it touched access', async () => {
    const own = await openRecord(ada, [teamReader(ada, team)]);
    await pull(cleo);
    const start = branchOf(ada.shared);
    await rotateRecord(ada, own, [memberReader(ada)]);
    await write(ada, own, 'not for Cleo');
    cleo.shared = start;
    await write(cleo, own, 'by Cleo');
    const plan = await compareTails(
      chainOf(cleo, own),
      entriesOf(ada.shared, own),
      skeletonOf(cleo),
      cleo.log.keyring,
      () => false,
    );
    expect(plan).toMatchObject({ type: 'needs-authority' });
    expect(plan.type === 'needs-authority' && plan.because.map((one) => one.what)).toEqual([
      'epoch',
      'unknown',
    ]);
  });

  it('stands where the relay’s does not verify, and is never given up for it [rule 2][rule 5]', async () => {
    await write(ada, record, 'mine');
    ben.shared = backup;
    await write(ben, record, 'theirs');
    await write(ben, record, 'altered');
    const entries = entriesOf(backup, record);
    entries[3] = entries[3]!.with(200, entries[3]![200]! ^ 1);
    const plan = await compare(ada, backup);
    expect(plan).toMatchObject({ type: 'relay-unverified', at: 3 });
    expect(plan.type === 'relay-unverified' && plan.mine).toHaveLength(1);
  });
});

describe('what comes back', () => {
  it('brings the keys of displaced epochs, held against the entries that committed to them [rule 8][rule 10]', async () => {
    // On Ada’s branch she rotates for herself and Cleo; Ben goes on with the other.
    await rotateRecord(ada, record, [memberReader(ada), memberReader(cleo)]);
    await write(ada, record, 'under a displaced epoch');
    ben.shared = backup;
    await write(ben, record, 'meanwhile');
    await follow(ada, diverged(await compare(ada, backup)), backup);
    await pull(ben);
    expect(await textsOf(ben, record)).toEqual(['common', 'meanwhile', 'under a displaced epoch']);
    expect(await verdictsOf(ben, record)).toEqual(await verdictsOf(ada, record));
    // The epoch that stands is the relay’s.
    expect((await judgementOf(ben, record)).epoch!.link.header.position).toBe(0);
  });

  it('cannot bring a false key: what waits for the true one still opens when it comes [rule 8]', async () => {
    const dan = await admit(ada, 'Dan');
    const own = await openRecord(ada, [teamReader(ada, team)]);
    await write(ada, own, 'first');
    await rotateRecord(ada, own, [memberReader(ada), memberReader(ben)]);
    await write(ada, own, 'second');
    await pull(ben, dan);
    const displaced = await sealText(ada, own, 'never posted');
    const { hash } = (await judgementOf(ben, own)).epoch!;
    const first = chainOf(ben, own).links[0]!.hash;
    const epochs = [first, hash].map((epoch) => ({ epoch, key: randomBytes(32) }));
    await write(ben, own, 'so that it is displaced');
    const poison = { hash: displaced.hash, displaced: displaced.bytes, epochs };
    const entry = await sealReadmission(ben.device, placeOf(ben, own), await epochOf(ben, own), poison);
    await postEntry(ben, own, entry);
    await pull(ada, dan);
    expect(await textsOf(ada, own)).toEqual(['first', 'second', 'so that it is displaced', 'never posted']);
    await rotateRecord(ada, own, [memberReader(ada), memberReader(dan)]);
    await pull(dan);
    expect(await textsOf(dan, own)).toEqual(await textsOf(ada, own));
  });

  it('is judged where it comes back: not by somebody who has gone since, unless an administrator lets it in [rule 3][fault 25]', async () => {
    const late = await sealText(ben, record, 'written on the road');
    await remove(ada, [ben]);
    await rotateTeam(ada, team);
    await pullOrganisation(cleo);
    await rotateRecord(cleo, record, [teamReader(cleo, team)]);
    // His laptop is handed in; Cleo’s device verifies what it held and readmits it.
    const epoch = await epochOf(cleo, record);
    const brought = { hash: late.hash, displaced: late.bytes, epochs: [] };
    await postEntry(cleo, record, await sealReadmission(cleo.device, placeOf(cleo, record), epoch, brought));
    await pull(ada);
    expect((await verdictsOf(ada, record)).at(-1)).toBe('readmitted: set-aside');
    expect(await textsOf(ada, record)).toEqual(['common']);
    await act(ada, [{ type: 'lateEntryAccepted', record, entry: late.hash }]);
    expect(await textsOf(ada, record)).toEqual(['common', 'written on the road']);
    const [, effect] = (await judgementOf(ada, record)).effects;
    // His role is looked up where he still had one.
    expect(effect!.orgPosition).toBe(late.header.orgPosition);
  });

  it('does not come in by another door: what was refused in the chain stays refused [rule 3]', async () => {
    await postEntry(
      ben,
      record,
      await sealText(ben, record, 'wrong epoch', { epoch: { hash: randomBytes(32), key: randomBytes(32) } }),
    );
    await pull(cleo);
    const refused = chainOf(cleo, record).links.at(-1)!;
    const brought = { hash: refused.hash, displaced: refused.bytes, epochs: [] };
    const epoch = await epochOf(cleo, record);
    await postEntry(cleo, record, await sealReadmission(cleo.device, placeOf(cleo, record), epoch, brought));
    expect((await verdictsOf(cleo, record)).slice(-2)).toEqual([
      'void: wrong-epoch',
      'readmitted: duplicate',
    ]);
  });

  it('must be whole, fit, and not have been forgotten', async () => {
    await write(ada, record, 'two');
    const displaced = chainOf(ada, record).links.slice(2);
    const large = { ...displaced[0]!, bytes: new Uint8Array(limits.clear) };
    const missing = { ...displaced[0]!.read, missing: { clear: false, body: true } };
    const theirs = chainOf(cleo, record);
    const judgement = await judgementOf(cleo, record);
    const plan = (links: typeof displaced) => planReadmission(chainOf(ada, record), links, theirs, judgement);
    expect(plan([large]).leave[0]!.why).toBe('too-large');
    expect(plan([{ ...displaced[0]!, read: missing }]).leave[0]!.why).toBe('parts-missing');
    expect(plan([displaced[0]!, displaced[0]!]).leave[0]!.why).toBe('already-there');
    expect(plan([displaced[0]!]).leave).toEqual([]);
  });

  it('brings a displaced forget entry back to work [rule 3]', async () => {
    await write(ada, record, 'a name', { body: saying('a name') });
    await pull(ben);
    const start = branchOf(ada.shared);
    const target = { type: 'entry' as const, position: 2, entry: chainOf(ada, record).links[2]!.hash };
    await postEntry(ada, record, await forgetting(ada, record, [target]));
    ben.shared = start;
    await write(ben, record, 'meanwhile');
    await follow(ada, diverged(await compare(ada, start)), start);
    await pull(ben);
    for (const desk of [ada, ben]) expect(await textsOf(desk, record)).toEqual(['common', 'meanwhile']);
  });
});
