import { describe, expect, it } from 'vitest';
import { emptyCase, foldCase } from '../case/state.ts';
import { clocksIn } from '../clock/all.ts';
import { baseOf, conflictsOf, editOf, valueIn } from '../shared/items.ts';
import { at, colleague, id, tell } from '../testing/people.ts';
import {
  contactItems,
  type MeasureValues,
  measureItems,
  type PlanPageValues,
  pageItems,
  planPage,
} from './events.ts';
import { planGaps } from './gaps.ts';
import { herWord } from './her-word.ts';
import { measureKinds } from './measures.ts';
import { canNoteHerAnswer } from './rules.ts';
import { contactsFor, costsOf, gapsOf, measuresInOrder } from './state.ts';

const officer = colleague(1, 'officer');
const second = colleague(2, 'officer');
const opened = tell(emptyCase, foldCase, [
  [
    { type: 'CaseOpened', v: 1, pseudonym: 'Tern 4', fromConversation: null, teams: [id(101)] },
    at(1, officer),
  ],
]);
type Case = typeof opened;
const measure = (state: Case, number: number, values: Partial<MeasureValues>) =>
  editOf(measureItems, baseOf(state.parts.plan.measures.get(id(number)), id(number)), values);
const planned = tell(opened, foldCase, [
  [measure(opened, 3, { kind: 'regional_relocation', what: 'Three months near the coast.' }), at(2, officer)],
  [measure(opened, 2, { kind: 'security_equipment', what: 'A second lock and a camera.' }), at(3, officer)],
  [measure(opened, 1, { kind: 'advocacy', what: 'A letter by two embassies.' }), at(4, second)],
]);
const one = (state: Case, number: number) => {
  const found = state.parts.plan.measures.get(id(number));
  if (found === undefined) throw new Error('no measure');
  return found;
};
const agrees = {
  answer: 'agreed',
  on: '2026-11-21',
  way: 'In a call',
  words: 'Yes, if I may come back.',
  item: null,
} as const;

describe('the measures of a plan', () => {
  it('stand from least to most uprooting, in the order of the handbook', () => {
    expect(measuresInOrder(planned.parts.plan).map((item) => valueIn(item, 'kind'))).toEqual([
      'advocacy',
      'security_equipment',
      'regional_relocation',
    ]);
    expect(measureKinds[0]).toBe('advocacy');
    expect(measureKinds.slice(-3).every((kind) => kind.endsWith('_relocation'))).toBe(true);
  });

  it('ask why moving her is the best way and what else was considered; nothing else is asked so', () => {
    expect(gapsOf(one(planned, 3))).toEqual(['whyThis', 'considered']);
    expect(gapsOf(one(planned, 2))).toEqual([]);
    expect(canNoteHerAnswer(one(planned, 3), agrees)).toMatchObject({
      error: { code: 'malformed', details: { path: 'whyThis' } },
    });
    // To refuse needs no argument of ours: not moving is easy to choose and to record.
    const refused = canNoteHerAnswer(one(planned, 3), { ...agrees, answer: 'refused' });
    const state = foldCase(planned, refused.ok ? refused.value : null, at(5, officer));
    expect(herWord(state.parts.plan, one(state, 3))).toMatchObject({ kind: 'refused' });
  });

  it('are hers: what she agreed to and when stands there, and a change asks her again', () => {
    const argued = foldCase(
      planned,
      measure(planned, 3, {
        whyThis: 'The men know every house in the town.',
        considered: 'A safe house: her mother would be alone.',
        fallback: 'The shelter in the capital.',
      }),
      at(5, officer),
    );
    const said = canNoteHerAnswer(one(argued, 3), agrees);
    const agreed = foldCase(argued, said.ok ? said.value : null, at(6, officer));
    expect(herWord(agreed.parts.plan, one(agreed, 3))).toMatchObject({
      kind: 'agreed',
      said: { on: '2026-11-21', words: 'Yes, if I may come back.' },
    });
    // Who of us sees to it may change; where she goes may not.
    const owned = foldCase(
      agreed,
      measure(agreed, 3, { owner: second.member, state: 'under_way' }),
      at(7, officer),
    );
    expect(herWord(owned.parts.plan, one(owned, 3)).kind).toBe('agreed');
    const moved = foldCase(owned, measure(owned, 3, { what: 'Six months inland.' }), at(8, second));
    expect(herWord(moved.parts.plan, one(moved, 3)).kind).toBe('changed_since');
    expect(planGaps(moved.parts.plan)).toContain('changed_since');
  });

  it('do not count her word twice, and her word to what was changed apart meanwhile is not taken for a yes', () => {
    const said = canNoteHerAnswer(one(planned, 2), agrees);
    const event = said.ok ? said.value : null;
    const twice = tell(planned, foldCase, [
      [event, at(5, officer)],
      [event, at(6, officer)],
    ]);
    expect(twice.parts.plan.said.get(id(2))).toHaveLength(1);
    const apart = tell(planned, foldCase, [
      [measure(planned, 2, { what: 'Guards at night.' }), at(5, second)],
      [event, at(6, officer)],
    ]);
    expect(herWord(apart.parts.plan, one(apart, 2)).kind).toBe('changed_since');
  });

  it('[rule 3] gain nothing from a yes that stands by readmission alone', () => {
    const said = canNoteHerAnswer(one(planned, 2), agrees);
    const late = foldCase(planned, said.ok ? said.value : null, at(5, officer, { readmitted: true }));
    expect(herWord(late.parts.plan, one(late, 2)).kind).toBe('not_asked');
  });

  it('remind of their day until they are done, and add up what they cost by currency', () => {
    const dated = tell(planned, foldCase, [
      [
        measure(planned, 2, { by: '2026-12-01', cost: { amount: '120.10', currency: 'EUR' } }),
        at(5, officer),
      ],
      [
        measure(planned, 1, {
          by: '2026-12-24',
          cost: { amount: '0.2', currency: 'EUR' },
          owner: second.member,
        }),
        at(6, officer),
      ],
      [measure(planned, 3, { cost: { amount: '900', currency: 'USD' }, state: 'stopped' }), at(7, officer)],
    ]);
    expect(clocksIn(dated).map(({ kind, until, owner }) => [kind, until, owner])).toEqual([
      ['measure', '2026-12-01', null],
      ['measure', '2026-12-24', second.member],
    ]);
    expect([...costsOf(dated.parts.plan)]).toEqual([['EUR', 120.3]]);
    const done = foldCase(dated, measure(dated, 2, { state: 'done' }), at(8, officer));
    expect(clocksIn(done)).toHaveLength(1);
    const dear = foldCase(
      planned,
      measure(planned, 2, { cost: { amount: '1e9', currency: 'EUR' } }),
      at(9, officer),
    );
    expect(dear.kept[0]?.why).toMatchObject({ kind: 'unreadable' });
  });
});

describe('the page of a plan', () => {
  const page = (state: Case, values: Partial<PlanPageValues>) =>
    editOf(pageItems, baseOf(state.parts.plan.page.get(planPage), planPage), values);

  it('is one, whoever begins it: two who write apart write on the same one, and both words stand', () => {
    const both = tell(opened, foldCase, [
      [page(opened, { arrestTell: 'The lawyer, then her sister.' }), at(2, officer)],
      [page(opened, { arrestTell: 'Her sister first.', publicity: 'harms' }), at(3, second)],
    ]);
    const item = both.parts.plan.page.get(planPage);
    expect(item && conflictsOf(item)).toEqual(['arrestTell']);
    expect(both.parts.plan.page.size).toBe(1);
    const other = { type: 'PlanPageKept', v: 1, id: id(5), set: { aims: 'x' }, replaces: {} };
    expect(foldCase(opened, other, at(2, officer)).kept[0]?.why).toMatchObject({ kind: 'refused' });
  });

  it('says whom to call and in which order, for each thing that may happen', () => {
    const contact = (number: number, who: string, rank: number, occasions: readonly string[]) =>
      editOf(contactItems, baseOf<never>(undefined, id(number)), { who, rank, occasions } as never);
    const state = tell(opened, foldCase, [
      [contact(11, 'Her sister', 2, ['silence', 'arrest']), at(2, officer)],
      [contact(12, 'The lawyer', 1, ['arrest']), at(3, officer)],
    ]);
    const names = (occasion: 'arrest' | 'silence') =>
      contactsFor(state.parts.plan, occasion).map((item) => valueIn(item, 'who'));
    expect(names('arrest')).toEqual(['The lawyer', 'Her sister']);
    expect(names('silence')).toEqual(['Her sister']);
    expect(planGaps(state.parts.plan)).toEqual(['no_measure', 'no_publicity']);
  });

  it('is told what it lacks, and lacks nothing once everything was asked', () => {
    expect(planGaps(opened.parts.plan)).toEqual([
      'no_measure',
      'no_contact',
      'no_arrest_word',
      'no_publicity',
    ]);
    expect(planGaps(planned.parts.plan)).toEqual(
      expect.arrayContaining(['relocation_reason', 'not_asked_her', 'no_fallback']),
    );
  });
});
