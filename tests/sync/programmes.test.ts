import { type ProgrammeValues, programmeItems } from '@leeward/domain/programme/events.ts';
import { baseOf, conflictsOf, editOf, valueIn } from '@leeward/domain/shared/items.ts';
import type { DirectoryView } from '@leeward/workspace/directory/contract.ts';
import { afterEach, expect, it } from 'vitest';
import { type DirectoryDesk, directoryAt, mechanism, releaseOf } from '../support/directory.ts';
import { swallowsAnswers } from '../support/hostile-relay.ts';
import { type House, openHouse } from '../support/house.ts';
import { settle } from '../support/world.ts';

const houses: Pick<House, 'end'>[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.end();
});

const programme = 'ab'.repeat(16);
const shipped = releaseOf('2026.1.0', [mechanism('first-fund')]);

const keep = (desk: DirectoryDesk, view: DirectoryView | null, values: Partial<ProgrammeValues>) => {
  const event = editOf(programmeItems, baseOf(view?.programmes.get(programme), programme), values);
  if (event === null) throw new Error('nothing changes');
  return desk.call('keepProgramme', { event, form: 'programme:new' });
};
const shown = (view: DirectoryView) => {
  const item = view.programmes.get(programme);
  if (item === undefined) throw new Error('no programme');
  return item;
};

it('the programmes of an organisation are on all desks, and two who change one apart both keep their words', async () => {
  const house = await openHouse();
  houses.push(house);
  const { one, two, hostile } = house;
  const [atOne, atTwo] = [directoryAt(one, shipped), directoryAt(two, shipped)];
  await keep(atOne, null, { name: 'Emergency money', rules: [], note: 'Small and quick.' });
  hostile.does('one', swallowsAnswers(1));
  await settle([one, two]);
  const before = await atTwo.call('directory', {});
  expect(valueIn(shown(before), 'name')).toBe('Emergency money');
  expect(before.may.programmes).toBe(true);

  const rule = {
    id: 'cd'.repeat(16),
    code: 'rule_recency',
    must: true,
    terms: { months: 3 },
    words: '',
  } as const;
  await keep(atTwo, before, { rules: [rule] });
  await keep(atOne, await atOne.call('directory', {}), { note: 'Closed in August.', name: 'Emergency fund' });
  await settle([one, two]);
  await settle([one, two]);
  const [mine, theirs] = [await atOne.call('directory', {}), await atTwo.call('directory', {})];
  expect(mine.programmes).toEqual(theirs.programmes);
  expect(mine.pending).toEqual([]);
  expect(conflictsOf(shown(mine))).toEqual([]);
  expect(valueIn(shown(mine), 'rules')).toEqual([rule]);
  expect(valueIn(shown(mine), 'note')).toBe('Closed in August.');
});
