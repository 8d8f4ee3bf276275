import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import type { InexactDate } from '../shared/inexact-date.ts';
import { applyItem, type Items, valueIn } from '../shared/items.ts';
import { at, colleague, id } from '../testing/people.ts';
import { type SituationValues, situationItems } from './events.ts';
import { certainlyHolds, historyOf, holdingOn, overlapsIn, whereNow } from './state.ts';

const officer = colleague(1, 'officer');
const on = (point: string, about = false): InexactDate => ({ kind: 'point', at: point, about, said: '' });
const blank: SituationValues = {
  kind: 'place',
  country: null,
  status: null,
  from: null,
  until: null,
  confidence: 'conf_medium',
  note: '',
  person: null,
};

function facts(...values: readonly Partial<SituationValues>[]): Items<SituationValues> {
  return values.reduce<Items<SituationValues>>((items, value, index) => {
    const event = {
      type: 'SituationKept',
      v: 1,
      id: id(index + 1),
      set: { ...blank, ...value },
      replaces: {},
    } as const;
    const applied = applyItem(situationItems, items, event, at(index + 1, officer));
    if (!applied.ok) throw new Error(JSON.stringify(applied.error));
    return applied.value;
  }, new Map());
}
const countries = (found: readonly Parameters<typeof valueIn<SituationValues, 'country'>>[0][]) =>
  found.map((fact) => valueIn(fact, 'country'));

describe('a journalist who fled without papers', () => {
  const way = facts(
    { country: 'AF', until: on('2021-08') },
    { country: 'PK', from: on('2021-08', true), until: on('2023-02') },
    { country: 'DE', from: on('2023-02-14') },
    { kind: 'nationality', country: 'AF' },
    { kind: 'status', country: 'PK', status: 'imm_irregular', from: on('2021-11'), until: on('2023-02') },
  );

  it('is where the latest place says, and her way stays to be told [invariant 7]', () => {
    expect(valueIn(whereNow(way, '2026-11-21') ?? emptyFact, 'country')).toBe('DE');
    expect(countries(historyOf(way, 'place'))).toEqual(['DE', 'PK', 'AF']);
    expect(countries(holdingOn(way, 'place', '2022-05-01'))).toEqual(['PK']);
  });

  it('may have been in either country in the month in which she crossed, and is said to be in both [invariant 7]', () => {
    expect(countries(holdingOn(way, 'place', '2021-08-15'))).toEqual(['PK', 'AF']);
    expect(historyOf(way, 'place').map((fact) => certainlyHolds(fact, '2021-08-15'))).toEqual([
      false,
      false,
      false,
    ]);
    expect(overlapsIn(way, 'place')).toEqual([]);
  });

  it('has the status of the country that gave it, and her nationality without any day [invariant 7]', () => {
    expect(countries(holdingOn(way, 'status', '2022-05-01'))).toEqual(['PK']);
    expect(holdingOn(way, 'status', '2026-11-21')).toEqual([]);
    expect(countries(holdingOn(way, 'nationality', '2026-11-21'))).toEqual(['AF']);
  });
});

const [emptyFact] = [...facts({ kind: 'place' }).values()] as [ReturnType<typeof historyOf>[number]];

describe('facts that cannot both be so', () => {
  it('are two countries at once, said together so that somebody asks', () => {
    const both = facts({ country: 'KE', from: on('2026-01-10') }, { country: 'UG', from: on('2026-03-02') });
    expect(overlapsIn(both, 'place').map((pair) => countries(pair))).toEqual([['UG', 'KE']]);
  });

  it('are two statuses in one country, and not one in each', () => {
    const two = facts(
      { kind: 'status', country: 'TR', status: 'imm_asylum_seeker', from: on('2025-01-01') },
      { kind: 'status', country: 'TR', status: 'imm_refugee', from: on('2025-06-01') },
      { kind: 'status', country: 'SY', status: 'imm_national', from: on('1990') },
    );
    expect(overlapsIn(two, 'status')).toHaveLength(1);
  });

  it('are never two nationalities', () => {
    const two = facts(
      { kind: 'nationality', country: 'ER', from: on('1990') },
      { kind: 'nationality', country: 'SE', from: on('2019') },
    );
    expect(overlapsIn(two, 'nationality')).toEqual([]);
  });

  it('are of one person: her sister elsewhere is no contradiction', () => {
    const family = facts(
      { country: 'KE', from: on('2026-01-10') },
      { country: 'UG', from: on('2026-01-10'), person: id(77) },
    );
    expect(overlapsIn(family, 'place')).toEqual([]);
    expect(countries(holdingOn(family, 'place', '2026-11-21', id(77)))).toEqual(['UG']);
  });
});

describe('dates that nobody knows exactly', () => {
  it('never make a fact certain that may not hold, and never drop one that may [invariant 7]', () => {
    const point = fc
      .record({ year: fc.integer({ min: 1990, max: 2030 }), month: fc.integer({ min: 1, max: 12 }) })
      .chain(({ year, month }) => fc.constantFrom(`${year}`, `${year}-${String(month).padStart(2, '0')}`));
    const date = fc.option(fc.record({ at: point, about: fc.boolean() }), { nil: null });
    const moment = fc.integer({ min: 0, max: 15_000 });
    fc.assert(
      fc.property(date, date, moment, (from, until, days) => {
        const today = new Date(Date.UTC(1990, 0, 1 + days)).toISOString().slice(0, 10);
        const made = facts({
          country: 'KE',
          from: from === null ? null : on(from.at, from.about),
          until: until === null ? null : on(until.at, until.about),
        });
        const [fact] = historyOf(made, 'place');
        if (fact === undefined) throw new Error('no fact');
        const may = holdingOn(made, 'place', today).length === 1;
        if (certainlyHolds(fact, today)) expect(may).toBe(true);
        if (from !== null && today < `${Number(from.at.slice(0, 4)) - 3}`) expect(may).toBe(false);
      }),
      { numRuns: runs(300) },
    );
  });
});
