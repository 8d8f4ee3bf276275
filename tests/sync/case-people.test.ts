import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { consentsOfCase, voicesOf } from '@leeward/domain/consent/voices.ts';
import { withdrawOf } from '@leeward/domain/consent/withdrawal.ts';
import { labelOf, onePerson, peopleIn } from '@leeward/domain/people/state.ts';
import { askOf, yesOf } from '@leeward/domain/testing/consents-of-a-case.ts';
import { id } from '@leeward/domain/testing/people.ts';
import { editPerson, personOf, them } from '@leeward/domain/testing/people-of-a-case.ts';
import { describe, expect, it } from 'vitest';
import type { EngineDesk } from '../support/engine-desk.ts';
import { makeWorld } from '../support/world.ts';

const act = (record: string, ...events: readonly CaseEvent[]) => ({
  record,
  command: 'actOnCase',
  args: { events },
});
const partsOf = async (desk: EngineDesk, record: string) => (await desk.case(record)).state.parts;
const today = '2026-11-21';
const standings = async (desk: EngineDesk, record: string) =>
  consentsOfCase(voicesOf((await desk.case(record)).state, []), today).map((one) => [one.id, one.standing]);

describe('two officers who work on the people of one case at once', () => {
  it('merge the same two apart and edit both meanwhile: one merge, nobody’s words lost, and all is back when they part', async () => {
    const { one, two, three, case: record, settle } = await makeWorld();
    await one.act(act(record, personOf(them.referee, 'Stork'), personOf(them.twin, 'Egret')));
    await settle();
    const merge = (into: string, other: string): CaseEvent => ({
      type: 'PersonsMerged',
      v: 1,
      into,
      other,
      reason: 'One woman.',
    });
    // Without a line: each merges the other way round, and each writes about one of the two.
    await one.keep(act(record, merge(them.referee, them.twin)));
    const seen = (await partsOf(two, record)).people;
    await two.keep(act(record, merge(them.twin, them.referee)));
    await two.keep(act(record, editPerson(seen, them.twin, { needs: 'A lawyer.' })));
    await one.keep(act(record, editPerson(seen, them.referee, { needs: 'A bed.' })));
    await settle();
    const states = await Promise.all(
      [one, two, three].map(async (desk) => (await partsOf(desk, record)).people),
    );
    expect(states[1]).toEqual(states[0]);
    expect(states[2]).toEqual(states[0]);
    const [state] = states;
    if (state === undefined) throw new Error('no state');
    expect(peopleIn(state)).toHaveLength(1);
    expect(onePerson(state, them.referee)).toHaveLength(2);
    const [other = ''] = state.merged.keys();
    await three.act(act(record, { type: 'PersonsParted', v: 1, other, reason: 'Two women.' }));
    await settle();
    const parted = (await partsOf(one, record)).people;
    expect(
      peopleIn(parted).map((person) => [labelOf(parted, person.id), person.fields.needs?.at(-1)?.value]),
    ).toEqual([
      ['Stork', 'A bed.'],
      ['Egret', 'A lawyer.'],
    ]);
  });

  it('write about one person apart: each field keeps both versions, on every device', async () => {
    const { one, two, three, case: record, settle } = await makeWorld();
    await one.act(act(record, personOf(them.brother, 'Rook')));
    await settle();
    const seen = (await partsOf(one, record)).people;
    await one.keep(
      act(record, editPerson(seen, them.brother, { contact: 'self', note: 'Called on Monday.' })),
    );
    await two.keep(act(record, editPerson(seen, them.brother, { contact: 'never' })));
    await settle();
    for (const desk of [one, two, three]) {
      const person = (await partsOf(desk, record)).people.persons.get(them.brother);
      expect(person?.fields.contact?.map(({ value }) => value).toSorted()).toEqual(['never', 'self']);
      expect(person?.fields.note?.map(({ value }) => value)).toEqual(['Called on Monday.']);
    }
  });
});

describe('two officers and one woman’s consent', () => {
  it('one writes down a yes of yesterday while the other hears that she stops everything: she is not shared', async () => {
    const { one, two, three, case: record, settle } = await makeWorld();
    await one.act(act(record, personOf(them.defender, 'Heron', { roles: ['role_defender'] })));
    await settle();
    const stop = withdrawOf(
      { person: them.defender, consents: 'all' },
      { id: id(70), how: 'conch_oral_noted', on: today, words: 'Stop.' },
    );
    await two.keep(act(record, stop));
    await one.keep(act(record, yesOf(askOf(1), them.defender, { on: '2026-11-20' })));
    await settle();
    for (const desk of [one, two, three])
      expect(await standings(desk, record)).toEqual([[id(1), 'withdrawn']]);
  });

  it('clicks without a line make one consent, its witness cannot be her own second, and a colleague can', async () => {
    const { one, two, three, case: record, settle } = await makeWorld();
    const ask = askOf(1, { purpose: 'con_share_authority', recipient: 'The consulate' });
    await one.act(
      act(record, personOf(them.defender, 'Heron', { roles: ['role_defender'], ageBand: '25_59' })),
    );
    const yes = act(record, yesOf(ask, them.defender));
    const again = (on: string): CaseEvent => ({
      type: 'ConsentSeconded',
      v: 1,
      consent: ask.id,
      how: 'called_back',
      on,
      words: '',
      urgent: '',
    });
    await one.keep(yes);
    await one.keep(yes);
    await settle();
    expect(await standings(three, record)).toEqual([[ask.id, 'lacking']]);
    await one.act(act(record, again(today)));
    expect(JSON.stringify((await one.case(record)).pending)).toContain('second_needed');
    expect(await standings(one, record)).toEqual([[ask.id, 'lacking']]);
    await two.act(act(record, again(today)));
    await settle();
    for (const desk of [one, two, three]) expect(await standings(desk, record)).toEqual([[ask.id, 'given']]);
  });
});
