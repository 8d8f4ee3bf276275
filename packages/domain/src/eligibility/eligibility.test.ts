import { describe, expect, it } from 'vitest';
import { type CaseState, emptyCase, foldCase } from '../case/state.ts';
import { clocksIn } from '../clock/all.ts';
import { type IncidentValues, incidentItems } from '../incident/events.ts';
import { type PersonValues, persons } from '../people/events.ts';
import { judgeProgramme } from '../programme/evaluate.ts';
import type { Rule } from '../programme/events.ts';
import type { InexactDate } from '../shared/inexact-date.ts';
import { baseOf, editOf } from '../shared/items.ts';
import { type SituationValues, situationItems } from '../situation/events.ts';
import { at, colleague, id } from '../testing/people.ts';
import { answer, finding, source } from '../verification/testing/story.ts';
import { type CostValues, costItems, type DoorValues, doorItems } from './events.ts';
import { factsIn } from './of-case.ts';
import { argue, sayFact } from './rules.ts';

const today = '2026-11-21';
const officer = colleague(1, 'officer');
const second = colleague(2, 'officer');
const opening = { type: 'CaseOpened', v: 1, pseudonym: 'Heron', fromConversation: null, teams: [] };

const point = (day: string): InexactDate => ({ kind: 'point', at: day, about: false, said: '' });
const situation = (number: number, values: Partial<SituationValues>, before?: CaseState) =>
  editOf(
    situationItems,
    baseOf<SituationValues>(before?.parts.situation.get(id(number)), id(number)),
    before === undefined
      ? { from: null, until: null, country: null, status: null, person: null, ...values }
      : values,
  );
const cost = (number: number, values: Partial<CostValues>) =>
  editOf(costItems, baseOf<CostValues>(undefined, id(number)), {
    line: 'bud_legal_fees',
    amount: 900,
    whole: null,
    currency: 'EUR',
    from: '2026-12-01',
    until: null,
    elsewhere: 'no',
    byWhom: '',
    note: '',
    ...values,
  });

function told(...events: readonly unknown[]): CaseState {
  return after(emptyCase, opening, ...events);
}
let entry = 0;
function after(state: CaseState, ...events: readonly unknown[]): CaseState {
  const next = events.reduce<CaseState>((before, event) => {
    entry += 1;
    return foldCase(before, event, at(entry, officer));
  }, state);
  expect(next.kept).toEqual([]);
  return next;
}
const known = (state: CaseState, fact: Parameters<ReturnType<typeof factsIn>['fact']>[0], on = today) => {
  const found = factsIn(state, on).fact(fact);
  return found.known ? found.value : found.why;
};
const rule = (code: Rule['code'], terms: Rule['terms'] = {}): Rule => ({
  id: id(900),
  code,
  must: true,
  terms,
  words: '',
});

describe('eligibility flips at the border', () => {
  const home = told(
    situation(1, { kind: 'place', country: 'SD' }),
    situation(2, { kind: 'nationality', country: 'SD' }),
  );
  const grant = [rule('rule_not_in_exile')];
  const scheme = [rule('rule_region', { countries: ['KE', 'UG'], whose: 'now' })];
  const judge = (state: CaseState, rules: readonly Rule[], on = today) =>
    judgeProgramme(rules, factsIn(state, on), on).truth;

  it('the grant for people at home fits until the day she crosses, and the scheme there from that day on [invariant 7]', () => {
    const crossed = after(
      home,
      situation(1, { until: point('2026-11-10') }, home),
      situation(3, { kind: 'place', country: 'KE', from: point('2026-11-11') }),
    );
    expect([judge(home, grant), judge(home, scheme)]).toEqual(['fits', 'does_not']);
    expect([judge(crossed, grant), judge(crossed, scheme)]).toEqual(['does_not', 'fits']);
    // The way stays: on an earlier day the earlier answer was right.
    expect(judge(crossed, grant, '2026-11-09')).toBe('fits');
    expect(known(crossed, 'left_on')).toBe('2026-11-11');
  });

  it('each answer names the facts that it rests on [invariant 5]', () => {
    const [first] = judgeProgramme(grant, factsIn(home, today), today).rules;
    expect(first?.looked).toEqual([
      {
        fact: 'abroad',
        sources: [
          { of: 'situation', id: id(1), how: '', on: null },
          { of: 'situation', id: id(2), how: '', on: null },
        ],
      },
    ]);
  });

  it('two countries at once are asked, not chosen between [invariant 7]', () => {
    const both = after(home, situation(4, { kind: 'place', country: 'ET', from: point('2026-11-01') }));
    expect(known(both, 'country_now')).toBe('apart');
    expect(judge(both, grant)).toBe('ask');
  });

  it('she left when she last left, and a day back home begins it anew [invariant 7]', () => {
    const way = told(
      situation(1, { kind: 'nationality', country: 'SD' }),
      situation(2, { kind: 'place', country: 'EG', from: point('2024-01-01'), until: point('2024-06-01') }),
      situation(3, { kind: 'place', country: 'SD', from: point('2024-06-02'), until: point('2026-03-01') }),
      situation(4, { kind: 'place', country: 'ET', from: point('2026-03-02'), until: point('2026-08-31') }),
      situation(5, { kind: 'place', country: 'KE', from: point('2026-09-01') }),
    );
    expect(known(way, 'left_on')).toBe('2026-03-02');
  });
});

describe('another safe place', () => {
  it('is a permanent residence; a second nationality is asked about, for she may flee both', () => {
    const two = told(
      situation(1, { kind: 'nationality', country: 'SY' }),
      situation(2, { kind: 'nationality', country: 'LB' }),
    );
    expect(known(two, 'safe_abode')).toBe('not_said');
    const permanent = after(
      two,
      situation(3, { kind: 'status', country: 'DE', status: 'imm_residence_permanent' }),
    );
    expect(known(permanent, 'safe_abode')).toBe(true);
  });
});

describe('the three tests', () => {
  const argument = {
    test: 'danger',
    verdict: 'not_yet',
    words: 'Only rumours so far.',
    evidence: [],
  } as const;

  it('are argued in words by a person, and who judged what and when stays [invariant 5]', () => {
    const first = told();
    const not = after(first, argue(first.parts.eligibility, argument));
    expect(known(not, 'test_danger')).toBe('not_yet');
    const yes = after(
      not,
      argue(not.parts.eligibility, {
        ...argument,
        verdict: 'yes',
        words: 'The raid on Tuesday.',
        evidence: [{ of: 'finding', id: id(2001), words: '' }],
      }),
    );
    expect(known(yes, 'test_danger')).toBe(true);
    expect(yes.parts.eligibility.argued.map(({ verdict, by }) => [verdict, by])).toEqual([
      ['not_yet', officer.member],
      ['yes', officer.member],
    ]);
    expect(
      argue(yes.parts.eligibility, {
        ...argument,
        verdict: 'yes',
        words: 'The raid on Tuesday.',
        evidence: [{ of: 'finding', id: id(2001), words: '' }],
      }),
    ).toBeNull();
  });

  it('need words: a verdict without an argument is none [invariant 5]', () => {
    const silent = foldCase(
      told(),
      { type: 'EligibilityArgued', v: 1, ...argument, words: ' ', replaces: [] },
      at(500, officer),
    );
    expect(silent.kept[0]?.why).toMatchObject({ malformed: { path: 'words', problem: 'empty' } });
  });

  it('two officers who argue apart stand side by side, and neither counts until somebody chooses', () => {
    const first = told();
    const hers = argue(first.parts.eligibility, { ...argument, verdict: 'yes', words: 'Hers.' });
    const his = argue(first.parts.eligibility, { ...argument, verdict: 'no', words: 'His.' });
    const both = foldCase(after(first, hers), his, at(501, second));
    expect(both.parts.eligibility.tests.get('danger')?.map(({ value }) => value.words)).toEqual([
      'Hers.',
      'His.',
    ]);
    expect(known(both, 'test_danger')).toBe('apart');
  });

  it('urgency and eligibility are separate values: the one says nothing of the other [invariant 5]', () => {
    const state = after(told(), {
      type: 'UrgencySet',
      v: 1,
      urgency: 'urg_immediate',
      reason: 'Tonight.',
    });
    expect(known(state, 'test_danger')).toBe('not_said');
    expect(known(state, 'cannot_wait')).toBe('not_said');
  });
});

describe('facts of the file', () => {
  it('peaceful means come from verification, and who does not know says nothing about them', () => {
    const vouched = told(
      source(1),
      answer(1, { of: 1, question: 'vq_nonviolence', answer: 'yes' }),
      finding(1, { question: 'vq_nonviolence', level: 'ver_3_referee', sources: [id(1)] }),
    );
    expect(known(vouched, 'peaceful')).toBe(true);
    const asked = after(
      vouched,
      source(2),
      answer(2, { of: 2, question: 'vq_nonviolence', answer: 'unknown' }),
    );
    expect(known(asked, 'peaceful')).toBe(true);
    const only = told(source(1), answer(1, { of: 1, question: 'vq_nonviolence', answer: 'unknown' }));
    expect(known(only, 'peaceful')).toBe('not_said');
  });

  it('what an officer wrote down, with how she knows, comes before what is worked out', () => {
    const state = told(
      situation(1, { kind: 'nationality', country: 'SY' }),
      situation(2, { kind: 'status', country: 'DE', status: 'imm_residence_permanent' }),
    );
    const wrote = after(
      state,
      sayFact(state.parts.eligibility, {
        fact: 'safe_abode',
        value: false,
        how: 'The residence was withdrawn in October; letter seen.',
        on: today,
      }),
    );
    const fact = factsIn(wrote, today).fact('safe_abode');
    expect(fact).toMatchObject({
      known: true,
      value: false,
      sources: [{ of: 'said', how: 'The residence was withdrawn in October; letter seen.' }],
    });
  });

  it('who goes along is known from the people; that nobody was written down does not mean that she is alone', () => {
    const person = (number: number, values: Partial<PersonValues>) =>
      editOf(persons, baseOf<PersonValues>(undefined, id(number)), { label: `P ${number}`, ...values });
    expect(known(told(), 'comes_alone')).toBe('not_said');
    const child = told(person(1, { roles: ['role_dependant'], travelling: 'yes' }));
    expect(known(child, 'comes_alone')).toBe(false);
    const her = told(person(1, { roles: ['role_defender'], languages: ['ar', 'fr'] }));
    expect(known(her, 'languages')).toEqual(['ar', 'fr']);
  });

  it('the newest incident counts for recency, unless somebody judged that it has nothing to do with the work', () => {
    const incident = (number: number, day: string, link: IncidentValues['link']) =>
      editOf(incidentItems, baseOf<IncidentValues>(undefined, id(number)), {
        kind: 'inc_declared_threat',
        happened: 'A call at night.',
        when: point(day),
        link,
      });
    const state = told(
      incident(1, '2026-08-01', 'link_clear'),
      incident(2, '2026-10-05', 'link_unknown'),
      incident(3, '2026-11-01', 'link_unlikely'),
    );
    expect(known(state, 'last_event_on')).toBe('2026-10-05');
    expect(known(told(), 'last_event_on')).toBe('not_said');
  });

  it('costs are held against rules line by line', () => {
    const state = told(cost(1, {}), cost(2, { line: 'bud_rent', elsewhere: 'yes', byWhom: 'A fund' }));
    const [judged] = judgeProgramme([rule('rule_no_duplicate')], factsIn(state, today), today).rules;
    expect(judged).toMatchObject({ truth: 'does_not', details: { lines: ['bud_rent'] } });
  });
});

describe('a door that was taken up', () => {
  const door = (values: Partial<DoorValues>) =>
    editOf(doorItems, baseOf<DoorValues>(undefined, id(70)), {
      of: 'programme',
      door: id(900),
      name: 'Emergency grant',
      state: 'to_try',
      on: today,
      until: '2026-12-01',
      why: '',
      ...values,
    });
  const clocks = (state: CaseState) => clocksIn(state).map(({ kind, item, until }) => [kind, item, until]);

  it('is a clock until somebody has asked there, and none where it has no last day [invariant 9]', () => {
    const state = told(door({}));
    expect(clocks(state)).toEqual([['programme', id(70), '2026-12-01']]);
    const known = state.parts.eligibility.doors.get(id(70));
    expect(clocks(after(state, editOf(doorItems, baseOf(known, id(70)), { state: 'asked' })))).toEqual([]);
    expect(clocks(told(door({ until: null })))).toEqual([]);
  });
});

describe('who may argue', () => {
  it('is whoever runs the case: a verifier says what was found and not what follows', () => {
    const event = argue(told().parts.eligibility, {
      test: 'need',
      verdict: 'yes',
      words: 'No other fund.',
      evidence: [],
    });
    const state = foldCase(told(), event, at(600, colleague(7, 'verifier')));
    expect(state.kept[0]?.why).toMatchObject({ refusal: { code: 'role' } });
  });
});
