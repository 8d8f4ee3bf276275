import type { IncidentTrace } from '@leeward/domain/incident/trace.ts';
import { hash, id } from '@leeward/domain/testing/people.ts';
import { describe, expect, it } from 'vitest';
import { findPatterns, type TracedCase } from './find.ts';
import { groupNames } from './same-names.ts';

let number = 0;
const trace = (day: string | null, more: Partial<IncidentTrace> = {}): IncidentTrace => {
  number += 1;
  return {
    id: id(number),
    first: day,
    last: day,
    country: 'GE',
    area: '',
    place: null,
    methods: [],
    actors: [],
    people: [id(9000 + number)],
    ...more,
  };
};
const of = (at: number, ...traces: readonly IncidentTrace[]): TracedCase => ({
  record: hash(at),
  pseudonym: `Case ${at}`,
  traces,
});
const by = (name: string, country: string | null = 'GE') => [{ names: [name], country }];
const followed = ['act_privacy_surveillance_physical'];

describe('what cases have in common', () => {
  it('are three people of two cases, followed by the same service in the same two weeks, whatever script its name is in [invariant 6]', () => {
    const found = findPatterns([
      of(
        1,
        trace('2026-03-02', { actors: by('Sluzhba Okhrany'), methods: followed, people: [id(1)] }),
        trace('2026-03-05', { actors: by('Sluzhba Okhrany'), methods: followed, people: [id(1), id(2)] }),
      ),
      of(2, trace('2026-03-11', { actors: by('Служба охраны'), methods: followed, people: [id(1)] })),
      of(3, trace('2026-03-11', { actors: by('Border guards'), methods: followed })),
    ]);
    expect(found.total).toBe(1);
    expect(found.patterns[0]).toMatchObject({
      bases: ['actor', 'weeks', 'method'],
      people: 3,
      incidents: 3,
      first: '2026-03-02',
      last: '2026-03-11',
      actor: { names: ['Sluzhba Okhrany', 'Служба охраны'], how: 'spelling' },
      methods: [{ code: followed[0], cases: 2, people: 3 }],
      place: { country: 'GE', areas: [] },
    });
    expect(found.patterns[0]?.cases.map(({ pseudonym }) => pseudonym)).toEqual(['Case 1', 'Case 2']);
  });

  it('say of the same actor at other times that it is the same actor, and nothing of weeks', () => {
    const found = findPatterns([
      of(1, trace('2024-01-02', { actors: by('Unit 14 of the police'), methods: followed })),
      of(2, trace('2026-03-11', { actors: by('unit 14 of the Police'), country: 'AM' })),
      of(3, trace(null, { actors: by('Unit 14 of the police'), country: null })),
    ]);
    expect(found.patterns).toHaveLength(1);
    expect(found.patterns[0]).toMatchObject({ bases: ['actor'], incidents: 3, place: null, methods: [] });
    expect(found.undated).toBe(1);
  });

  it('never take the police of one country for that of another', () => {
    const found = findPatterns([
      of(1, trace('2026-03-02', { actors: by('Financial police', 'GE') })),
      of(2, trace('2026-03-03', { actors: by('Financial police', 'AM') })),
    ]);
    expect(found.patterns).toEqual([]);
  });

  it('are a place and a method in the same weeks, where nobody knows who did it', () => {
    const raids = ['act_privacy_raid'];
    const found = findPatterns([
      of(1, trace('2026-03-02', { area: 'Kharkiv', methods: raids, country: 'UA' })),
      of(2, trace('2026-03-12', { area: 'Харьков', methods: raids, country: 'UA' })),
      of(3, trace('2026-07-12', { area: 'Kharkiv', methods: raids, country: 'UA' })),
      of(4, trace('2026-03-12', { area: 'Lviv', methods: raids, country: 'UA' })),
      of(5, trace('2026-03-12', { area: 'Kharkiv', methods: ['act_threat_death'], country: 'UA' })),
    ]);
    expect(
      found.patterns.map(({ cases, bases }) => [cases.map(({ pseudonym }) => pseudonym), bases]),
    ).toEqual([
      [
        ['Case 1', 'Case 2'],
        ['weeks', 'method', 'place'],
      ],
    ]);
    expect(found.patterns[0]?.place).toEqual({ country: 'UA', areas: ['Kharkiv', 'Харьков'] });
  });

  it('are nothing within one case, and nothing where only the country is shared', () => {
    expect(
      findPatterns([
        of(1, trace('2026-03-02', { methods: followed }), trace('2026-03-03', { methods: followed })),
        of(2, trace('2026-03-02', { methods: followed })),
      ]).patterns,
    ).toEqual([]);
  });

  it('say nothing of weeks where a date may be any day of a year', () => {
    const vague = { first: '2026-01-01', last: '2026-12-31', actors: by('The guards of the mine') };
    const found = findPatterns([of(1, trace(null, vague)), of(2, trace(null, vague))]);
    expect(found.patterns.map(({ bases }) => bases)).toEqual([['actor']]);
    expect(found.undated).toBe(2);
  });

  it('do not run together over a year because each week has one', () => {
    const weeks = Array.from({ length: 30 }, (_, week) =>
      of(
        week,
        trace(new Date(Date.UTC(2026, 0, 1 + 7 * week)).toISOString().slice(0, 10), {
          actors: by('The guards of the mine'),
        }),
      ),
    );
    for (const { bases, first, last } of findPatterns(weeks).patterns)
      if (bases.includes('weeks'))
        expect((Date.parse(last ?? '') - Date.parse(first ?? '')) / 86_400_000).toBeLessThanOrEqual(56);
  });
});

describe('actors that are one', () => {
  it('are known by the first letters of their words, in one country alone', () => {
    const named = (name: string, country: string | null) => ({ names: [name], country });
    const { groupOf, groups } = groupNames([
      named('State Security Service', 'GE'),
      named('SSS', 'GE'),
      named('SSS', 'AM'),
      named('SSS', null),
    ]);
    expect(groupOf[0]).toBe(groupOf[1]);
    expect(groups.get(groupOf[0] ?? -1)?.how).toBe('initials');
    expect(groupOf[2]).not.toBe(groupOf[0]);
  });

  it('are known by any of the spellings that a file has for them', () => {
    const { groupOf } = groupNames([
      { names: ['Jihaz al-Amn', 'The security'], country: 'EG' },
      { names: ['جهاز الأمن'], country: 'EG' },
      { names: ['Water authority'], country: 'EG' },
    ]);
    expect(groupOf[1]).toBe(groupOf[0]);
    expect(groupOf[2]).not.toBe(groupOf[0]);
  });
});

describe('ten thousand cases', () => {
  it('are compared while one waits: hundreds of bodies, each spelled in several ways', () => {
    const syllables = ['ba', 'kor', 'mi', 'tan', 'ze', 'lu', 'sha', 'ri', 'do', 'ven', 'ga', 'pol'];
    const word = (seed: number): string =>
      [seed, Math.floor(seed / 12), Math.floor(seed / 144)].map((one) => syllables[one % 12]).join('');
    const cases = Array.from({ length: 10_000 }, (_, at) =>
      of(
        at,
        trace(new Date(Date.UTC(2024, 0, 1 + ((at * 7) % 900))).toISOString().slice(0, 10), {
          actors: by(`${word(at % 300)} ${at % 2 === 0 ? 'police' : 'security service'}`, null),
          area: `${word(at % 160)} province`,
          methods: [`act_${at % 60}`],
        }),
      ),
    );
    const found = findPatterns(cases);
    expect(found.incidents).toBe(10_000);
    expect(found.patterns).toHaveLength(100);
    expect(found.total).toBeGreaterThan(100);
  });
});
