import { beforeEach, describe, expect, it } from 'vitest';
import type { Bytes } from '../crypto/bytes.ts';
import { toHex } from '../crypto/bytes.ts';
import type { Desk } from '../testing/index.ts';
import {
  admit,
  chainOf,
  found,
  foundTeam,
  inVerdictWords,
  leave,
  memberReader,
  openRecord,
  orgOf,
  placeOf,
  postEntry,
  pull,
  rotateTeam,
  sealText,
  skeletonOf,
  teamReader,
} from '../testing/index.ts';
import { teamRecord } from '../wire/hashes.ts';
import { emptyChain } from './chain.ts';
import { sealEpoch } from './epoch-entry.ts';
import { judge } from './judge.ts';

let ada: Desk;
let ben: Desk;
let eve: Desk;
let team: Bytes;
let record: Bytes;

beforeEach(async () => {
  ada = await found('Ada');
  ben = await admit(ada, 'Ben');
  eve = await admit(ada, 'Eve');
  team = await foundTeam(ada, [ada, ben]);
  await pull(ada, ben, eve);
  record = await teamRecord(orgOf(ada), team);
  for (const desk of [ada, ben, eve]) desk.chains.set(toHex(record), emptyChain(orgOf(ada), record, team));
});

const verdicts = async (desk: Desk): Promise<readonly string[]> => {
  const { judged } = await judge(chainOf(desk, record), skeletonOf(desk));
  return judged.map(inVerdictWords);
};

describe('the first epoch of a record that is a team’s by its id', () => {
  it('counts by a member of that team alone: whoever was faster keeps nobody out [rule 12]', async () => {
    // A relay that colludes has let her in; she seals it to herself, and writes under it.
    await openRecord(eve, [memberReader(eve)], record);
    await pull(ada, ben);
    const taken = 'void: takes-over';
    for (const desk of [ada, ben, eve]) expect(await verdicts(desk)).toEqual([taken]);
    const key = [...chainOf(eve, record).keys.values()][0]!;
    const epoch = { hash: chainOf(eve, record).links[0]!.hash, key };
    await postEntry(eve, record, await sealText(eve, record, 'mine', { epoch }));
    await pull(ada, ben);
    for (const desk of [ada, ben, eve]) expect(await verdicts(desk)).toEqual([taken, 'void: wrong-epoch']);
    // The team begins anew behind it, without a key of hers.
    const anew = await sealEpoch(ben.device, placeOf(ben, record), [teamReader(ben, team)], null, []);
    await postEntry(ben, record, anew);
    await pull(ada, eve);
    for (const desk of [ada, ben, eve])
      expect(await verdicts(desk)).toEqual([taken, 'void: wrong-epoch', 'in-force']);
  });

  it('is judged where its author stood: by somebody who has left the team since, it stands [rule 1]', async () => {
    await openRecord(ben, [teamReader(ben, team)], record);
    await pull(ada, eve);
    await leave(ada, team, ben);
    await rotateTeam(ada, team);
    await pull(ben, eve);
    for (const desk of [ada, ben, eve]) expect(await verdicts(desk)).toEqual(['in-force']);
  });

  it('of any other record is anybody’s', async () => {
    const own = await openRecord(eve, [memberReader(eve)]);
    await pull(ada);
    const { judged } = await judge(chainOf(ada, own), skeletonOf(ada));
    expect(judged.map(inVerdictWords)).toEqual(['in-force']);
  });
});
