import type { CaseState } from '@leeward/domain/case/state.ts';
import { baseOf, conflictsOf, editOf, standing } from '@leeward/domain/shared/items.ts';
import { type SituationValues, situationItems } from '@leeward/domain/situation/events.ts';
import { describe, expect, it } from 'vitest';
import type { EngineDesk } from '../support/engine-desk.ts';
import { makeWorld } from '../support/world.ts';

const place = '0a'.repeat(16);

/** What a form of this desk makes of a fact, given what its screen shows now. */
async function edited(desk: EngineDesk, record: string, values: Partial<SituationValues>) {
  const { state } = await desk.case(record);
  const event = editOf(situationItems, baseOf(state.parts.situation.get(place), place), values);
  if (event === null) throw new Error('nothing changes');
  return { record, command: 'actOnCase', args: { events: [event] } };
}

const facts = ({ parts }: CaseState) =>
  standing(parts.situation).map(({ fields }) => [
    fields.country?.map(({ value }) => value),
    fields.note?.map(({ value }) => value),
  ]);

describe('the parts of a case', () => {
  it('are worked on for a day without a line, each edit on the one before, and stand as they were typed [invariant 15]', async () => {
    const { one, two, case: record, settle } = await makeWorld();
    await one.keep(await edited(one, record, { kind: 'place', country: 'KE', note: 'At a friend.' }));
    await one.keep(await edited(one, record, { note: 'At a shelter.' }));
    await one.keep(await edited(one, record, { country: 'UG' }));
    expect(facts((await one.case(record)).state)).toEqual([[['UG'], ['At a shelter.']]]);
    await settle();
    for (const desk of [one, two]) {
      const { state, pending, refused } = await desk.case(record);
      expect(facts(state)).toEqual([[['UG'], ['At a shelter.']]]);
      expect([pending, refused]).toEqual([[], []]);
    }
  });

  it('keep both versions where two people changed one field apart, and all devices end in one state', async () => {
    const { one, two, three, case: record, settle } = await makeWorld();
    await one.act(await edited(one, record, { kind: 'place', country: 'KE', note: '' }));
    await settle();
    await one.keep(await edited(one, record, { country: 'UG' }));
    await two.keep(await edited(two, record, { country: 'RW', note: 'She called.' }));
    await settle();
    const states = await Promise.all(
      [one, two, three].map(async (desk) => (await desk.case(record)).state.parts.situation),
    );
    expect(states[1]).toEqual(states[0]);
    expect(states[2]).toEqual(states[0]);
    const fact = states[0]?.get(place);
    if (fact === undefined) throw new Error('no fact');
    expect(fact.fields.country?.map(({ value }) => value).toSorted()).toEqual(['RW', 'UG']);
    expect(conflictsOf(fact)).toEqual(['country']);
  });

  it('make one thing of repeated clicks without a line', async () => {
    const { one, case: record, settle } = await makeWorld();
    const act = await edited(one, record, { kind: 'place', country: 'KE' });
    await one.keep(act);
    await one.keep(await edited(one, record, { note: 'In between.' }));
    await one.keep(act);
    await settle();
    const { state, pending, refused } = await one.case(record);
    expect(facts(state)).toEqual([[['KE'], ['In between.']]]);
    expect([pending, refused]).toEqual([[], []]);
  });
});
