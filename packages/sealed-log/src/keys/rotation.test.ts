import { beforeEach, describe, expect, it } from 'vitest';
import type { Bytes } from '../crypto/bytes.ts';
import { toHex } from '../crypto/bytes.ts';
import type { Head } from '../log/head-list.ts';
import type { Desk } from '../testing/index.ts';
import {
  act,
  addDevice,
  admit,
  chainOf,
  found,
  foundTeam,
  judgementOf,
  leave,
  memberReader,
  openRecord,
  postEntry,
  pull,
  remove,
  rotateTeam,
  sealText,
  skeletonOf,
  teamReader,
  textsOf,
  verdictsOf,
  write,
} from '../testing/index.ts';
import type { StaleRecord } from './rotation.ts';
import { nextEpochOf, nextGeneration, staleRecords, staleTeams } from './rotation.ts';

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
});

const planOf = async (desk: Desk): Promise<readonly StaleRecord[]> => {
  const records = [];
  for (const chain of desk.chains.values())
    records.push({ chain, judgement: await judgementOf(desk, chain.record) });
  return staleRecords(skeletonOf(desk), records);
};

const listOf =
  (desk: Desk) =>
  (removal: Bytes): readonly Head[] | null =>
    desk.cutLists.get(toHex(removal)) ?? null;

/** One step of what a workspace does after a removal: a team first, then a record. Answers what it did. */
async function step(desk: Desk): Promise<string> {
  await pull(desk);
  const stale = staleTeams(skeletonOf(desk), desk.member.id).find((one) => one.mine);
  if (stale !== undefined) {
    const people = (member: string) => desk.shared.people.get(member) ?? null;
    const next = await nextGeneration(skeletonOf(desk), desk.log.keyring, stale, people);
    return next.ok ? `team ${await act(desk, [next.value.operation])}` : `team ${next.error}`;
  }
  const [first] = (await planOf(desk)).filter((one) => one.waitsFor.length === 0);
  if (first === undefined) return 'nothing';
  const [chain, judgement] = [chainOf(desk, first.record), await judgementOf(desk, first.record)];
  const readers = [teamReader(desk, team)];
  const { log, device } = desk;
  const sealed = await nextEpochOf(device, log.skeleton, chain, judgement, readers, listOf(desk));
  return sealed.ok ? `record ${await postEntry(desk, first.record, sealed.value)}` : `record ${sealed.error}`;
}

describe('a rotation', () => {
  it('is planned from the logs: every team of the person who left, then every record that she could open [rule 9]', async () => {
    expect(staleTeams(skeletonOf(ada), ada.member.id)).toEqual([]);
    expect(await planOf(ada)).toEqual([]);
    await remove(ada, [ben]);
    const stale = staleTeams(skeletonOf(ada), ada.member.id);
    // This team, and the team of everyone.
    expect(stale).toHaveLength(2);
    expect(stale.every((one) => one.mine && one.remaining.length === 2)).toBe(true);
    expect(await planOf(ada)).toEqual([{ record, why: 'stale', waitsFor: [team] }]);
    await rotateTeam(ada, team);
    expect(await planOf(ada)).toEqual([{ record, why: 'stale', waitsFor: [] }]);
  });

  it('goes to recovery where nobody is left, and is not for who is not in the team [rule 9]', async () => {
    const own = await foundTeam(ada, [ben]);
    await remove(ada, [ben]);
    const stale = staleTeams(skeletonOf(ada), ada.member.id);
    expect(stale.find((one) => toHex(one.team) === toHex(own))).toMatchObject({ remaining: [], mine: false });
    const others = await foundTeam(ada, [ada, cleo]);
    await leave(ada, others, cleo);
    await pull(cleo);
    const seen = staleTeams(skeletonOf(cleo), cleo.member.id);
    expect(seen.find((one) => toHex(one.team) === toHex(others))?.mine).toBe(false);
  });

  it('does not wait for somebody whose key was in a lost device, and says who must be let in again', async () => {
    const phone = await addDevice(ben, 'Ben’s phone');
    await pull(ada);
    await remove(ada, [phone], 2);
    const stale = staleTeams(skeletonOf(ada), ada.member.id);
    expect(stale.map((one) => one.exposed)).toEqual([[toHex(ben.member.id)], [toHex(ben.member.id)]]);
    expect(await step(ada)).toBe('team in force');
  });

  it('leaves nobody out because a key is unknown: that would be a removal', async () => {
    await remove(ada, [ben]);
    const [stale] = staleTeams(skeletonOf(ada), ada.member.id);
    const nobody = await nextGeneration(skeletonOf(ada), ada.log.keyring, stale!, () => null);
    expect(nobody).toEqual({ ok: false, error: 'unknown-sealing-key' });
    const stranger = await nextGeneration(
      skeletonOf(ada),
      { ...ada.log.keyring, teams: new Map() },
      stale!,
      () => null,
    );
    expect(stranger).toEqual({ ok: false, error: 'no-team-key' });
  });

  it('may stop after any step: whoever comes next does the rest, and in between nothing is sealed for the person who left [rule 9][rule 28]', async () => {
    const second = await openRecord(ada, [teamReader(ada, team)]);
    await write(ada, second, 'before');
    await pull(ben, cleo);
    await remove(ada, [ben]);
    const done: string[] = [];
    // Ada’s device dies after each single step; Cleo’s does the next, and so on in turn.
    for (let turn = 0; turn < 10; turn += 1) {
      const desk = turn % 2 === 0 ? ada : cleo;
      const did = await step(desk);
      done.push(did);
      if (did === 'nothing') break;
      await pull(ada, cleo, ben);
      for (const one of [record, second]) {
        const { epoch, epochIsStale } = await judgementOf(ada, one);
        const benHolds = chainOf(ben, one).keys.has(toHex(epoch!.hash));
        expect(benHolds).toBe(epochIsStale);
      }
    }
    expect(done).toEqual(['team in force', 'team in force', 'record posted', 'record posted', 'nothing']);
    await write(cleo, record, 'after');
    await pull(ada, ben);
    expect(await textsOf(ada, record)).toEqual(['before', 'after']);
    expect(await textsOf(ben, record)).toEqual(['before']);
  });

  it('that two devices do at once is done once: the loser pulls and finds nothing left [rule 9]', async () => {
    await remove(ada, [ben]);
    await step(ada);
    await step(ada);
    await pull(cleo);
    const [chain, judgement] = [chainOf(cleo, record), await judgementOf(cleo, record)];
    const readers = [teamReader(cleo, team)];
    const late = await nextEpochOf(cleo.device, skeletonOf(cleo), chain, judgement, readers, () => null);
    expect(await step(ada)).toBe('record posted');
    expect(late.ok && (await postEntry(cleo, record, late.value))).toBe('lost');
    expect(await step(cleo)).toBe('nothing');
    expect(chainOf(cleo, record).links).toHaveLength(3);
  });

  it('states the cut with the proof that this device has, and adds the proof later where it was missing [rule 1]', async () => {
    const late = await sealText(ben, record, 'late');
    await remove(ada, [ben]);
    await postEntry(ben, record, late);
    await pull(cleo);
    for (let turn = 0; turn < 3; turn += 1) await step(cleo);
    await pull(ada);
    const key = toHex(ben.device.signingKey);
    expect((await judgementOf(ada, record)).cuts.get(key)).toMatchObject({ proven: false });
    expect(await textsOf(ada, record)).toEqual(['before', 'late']);
    // Ada kept the list; her next epoch, for whatever reason, carries the proof.
    const [chain, judgement] = [chainOf(ada, record), await judgementOf(ada, record)];
    const { device, log } = ada;
    const readers = [teamReader(ada, team)];
    const next = await nextEpochOf(device, log.skeleton, chain, judgement, readers, listOf(ada));
    expect(next.ok && (await postEntry(ada, record, next.value))).toBe('posted');
    await pull(cleo);
    expect(await textsOf(cleo, record)).toEqual(['before']);
    expect(await verdictsOf(cleo, record)).toEqual(await verdictsOf(ada, record));
    // Said once and for all: the next epoch need not repeat it.
    const settled = await judgementOf(ada, record);
    const again = await nextEpochOf(
      device,
      log.skeleton,
      chainOf(ada, record),
      settled,
      readers,
      listOf(ada),
    );
    expect(again.ok && (await postEntry(ada, record, again.value))).toBe('posted');
    const last = chainOf(ada, record).links.at(-1)!.opened;
    expect(last.type === 'epoch' && last.body?.cuts).toEqual([]);
  });

  it('never wraps a key for a stale generation or for somebody who has gone', async () => {
    const { device } = ada;
    const outcome = async (reader: ReturnType<typeof memberReader>) => {
      const judgement = await judgementOf(ada, record);
      return nextEpochOf(device, skeletonOf(ada), chainOf(ada, record), judgement, [reader], () => null);
    };
    await remove(ada, [ben]);
    for (const reader of [teamReader(ada, team), memberReader(ben)])
      expect(await outcome(reader)).toEqual({ ok: false, error: 'stale-reader' });
    await rotateTeam(ada, team);
    for (const reader of [teamReader(ada, team), memberReader(cleo)])
      expect((await outcome(reader)).ok).toBe(true);
  });

  it('is not for who cannot open the record', async () => {
    const own = await openRecord(ada, [memberReader(ada)]);
    await pull(cleo);
    const outcome = await nextEpochOf(
      cleo.device,
      skeletonOf(cleo),
      chainOf(cleo, own),
      await judgementOf(cleo, own),
      [memberReader(cleo)],
      () => null,
    );
    expect(outcome).toEqual({ ok: false, error: 'no-epoch-key' });
  });
});
