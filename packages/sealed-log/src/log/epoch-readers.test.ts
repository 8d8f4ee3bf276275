import { beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../testing/index.ts';
import {
  admit,
  chainOf,
  found,
  memberReader,
  openRecord,
  pull,
  textsOf,
  verdictsOf,
  write,
} from '../testing/index.ts';
import type { EpochClear } from '../wire/record.ts';

let ada: Desk;
let ben: Desk;
let cleo: Desk;

beforeEach(async () => {
  ada = await found('Ada');
  ben = await admit(ada, 'Ben');
  cleo = await admit(ada, 'Cleo');
  await pull(ada, ben, cleo);
});

describe('the readers of an epoch', () => {
  it('are shown as 4, 8 or 16 wraps, whatever their number [rule 26]', async () => {
    for (const [readers, shown] of [
      [1, 4],
      [4, 4],
      [5, 8],
      [9, 16],
    ] as const) {
      const many = Array.from({ length: readers }, () => memberReader(ben));
      const own = await openRecord(ben, many);
      const { clear } = chainOf(ben, own).links[0]!.opened as { clear: EpochClear };
      expect(clear.wraps).toHaveLength(shown);
      expect(await verdictsOf(ben, own)).toEqual(['in-force']);
    }
  });

  it('get a wrap each, and nobody else does: read back with three and more [rule 11]', async () => {
    const people = [ada, ben, cleo, await admit(ada, 'Dan')];
    for (const chosen of [people.slice(0, 3), people, [people[0]!, people[3]!]]) {
      await pull(...people);
      const own = await openRecord(ada, chosen.map(memberReader));
      await write(ada, own, 'for them');
      await pull(...people);
      for (const desk of people)
        expect(await textsOf(desk, own)).toEqual(chosen.includes(desk) ? ['for them'] : []);
    }
  });
});
