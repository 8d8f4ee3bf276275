import { describe, expect, it } from 'vitest';
import { retriageFor } from '../incident/rules.ts';
import { logOf } from '../incident/state.ts';
import { tracesOf } from '../incident/trace.ts';
import { act, actor, danger, dayAt, incident, judged, threat } from '../testing/danger-of-a-case.ts';
import { id } from '../testing/people.ts';
import { landDefender, personOf, relationOf, them } from '../testing/people-of-a-case.ts';
import { adviceOn } from './advice.ts';
import { cellsOf } from './assessment.ts';
import { reviewsDue } from './clocks.ts';
import { riskNoteOf } from './note.ts';
import { standingOf, trendOf } from './standing.ts';
import { assessmentsIn, toBeJudged } from './whom.ts';

const codes = (state: Parameters<typeof adviceOn>[0], day: number) =>
  adviceOn(state, dayAt(day)).map(({ code }) => code);
const point = (day: number) => ({ kind: 'point', at: dayAt(day), about: false, said: '' }) as const;

describe('a woman who defends land, with three children', () => {
  const begun = danger(landDefender).on(
    1,
    actor(id(501), 'The guards of the mine', { kind: 'perp_company', link: 'link_state_tolerated' }),
    threat(id(511), 'They will burn the house', {
      kind: 'threat_declared',
      whom: [them.defender, them.son],
      facts: 'Two men came to the fence and said it to her son.',
      objective: 'That she withdraws the complaint before the hearing.',
      actor: id(501),
    }),
  );

  it('is not the only one who is judged: each child, and the brother who stays, has a risk of its own [invariant 11]', () => {
    const all = toBeJudged(begun.state);
    for (const one of [them.defender, them.son, them.daughter, them.baby, them.brother])
      expect(all).toContain(one);
    const one = begun.on(
      2,
      judged(begun.state, id(601), { who: them.defender, on: dayAt(2), impact: 'impact_5' }),
    );
    const two = one.on(2, judged(one.state, id(602), { who: them.son, on: dayAt(2), impact: 'impact_3' }));
    expect(cellsOf(assessmentsIn(two.state)).map(({ who, counts }) => [who, counts.band])).toEqual([
      [them.defender, 'risk_extreme'],
      [them.son, 'risk_medium'],
    ]);
    const unjudged = adviceOn(two.state, dayAt(2)).find(({ code }) => code === 'unjudged')?.of;
    expect(unjudged).toContain(them.baby);
    expect(unjudged).not.toContain(them.son);
  });

  it('has no number without its reasons [invariant 5]', () => {
    expect(begun.refusal(judged(begun.state, id(601), { who: them.son, on: dayAt(2), reasons: ' ' }))).toBe(
      'reasons_needed',
    );
    const lower = { band: 'risk_low', reason: '' } as const;
    expect(
      begun.refusal(judged(begun.state, id(601), { who: them.son, on: dayAt(2), override: lower })),
    ).toBe('reasons_needed');
    const bare = { likelihood: 'like_5', words: '', confidence: 'conf_high' } as const;
    expect(begun.refusal(threat(id(512), 'Arrest', { conclusion: bare }))).toBe('malformed');
    const strong = { weight: 'weight_strong', words: '', confidence: 'conf_high', sources: [] } as const;
    expect(begun.refusal(actor(id(502), 'Police', { intent: strong }))).toBe('malformed');
  });

  it('hears that raising capacities is too slow while a threat stands declared, until somebody says that it is over', () => {
    expect(codes(begun.state, 2)).toContain('act');
    const over = begun.on(40, {
      type: 'ThreatKept',
      v: 1,
      id: id(511),
      set: { over: true },
      replaces: {},
    });
    expect(codes(over.state, 40)).not.toContain('act');
    expect(codes(over.state, 40)).toContain('nothing');
  });

  it('is judged anew before she moves, on the way and where she goes, and monthly while it is high', () => {
    const high = begun.on(2, judged(begun.state, id(601), { who: them.defender, on: dayAt(2) }));
    expect(reviewsDue(high.state).map(({ why, due }) => [why, due])).toEqual([['rhythm', dayAt(32)]]);
    const moving = high.on(5, {
      type: 'RiskChangeKept',
      v: 1,
      id: id(701),
      set: { kind: 'change_move', trigger: null, on: dayAt(12), note: 'To the capital.' },
      replaces: {},
    });
    expect(reviewsDue(moving.state)[0]).toMatchObject({ why: 'move', due: dayAt(12), of: id(701) });
    expect(codes(moving.state, 6)).toContain('move');
    const onTheWay = { who: them.defender, on: dayAt(6), setting: 'set_way' } as const;
    const there = { who: them.defender, on: dayAt(6), setting: 'set_there' } as const;
    const ready = moving.on(6, judged(moving.state, id(602), onTheWay), judged(moving.state, id(603), there));
    expect(reviewsDue(ready.state).map(({ why }) => why)).not.toContain('move');
    expect(codes(ready.state, 6)).not.toContain('move');
  });

  it('is not helped for long without anybody having judged her danger', () => {
    expect(reviewsDue(begun.state)).toEqual([]);
    const change = {
      type: 'StateChanged',
      v: 2,
      state: 'case_assessing',
      reason: 'Known.',
      closure: null,
      date: null,
      replaces: null,
    } as const;
    const weighed = begun.on(4, change);
    expect(reviewsDue(weighed.state)).toMatchObject([{ why: 'never', due: dayAt(11) }]);
    const done = weighed.on(5, judged(weighed.state, id(601), { who: them.defender, on: dayAt(5) }));
    expect(reviewsDue(done.state).map(({ why }) => why)).toEqual(['rhythm']);
  });

  it('is told of herself and her children in her own note, and of nobody else [invariant 11]', () => {
    const all = begun
      .on(2, judged(begun.state, id(601), { who: them.defender, on: dayAt(2) }))
      .on(2, judged(begun.state, id(602), { who: them.son, on: dayAt(2) }))
      .on(2, judged(begun.state, id(603), { who: them.brother, on: dayAt(2), impact: 'impact_5' }));
    const hers = riskNoteOf(all.state, { kind: 'person', who: them.defender }, dayAt(3));
    expect(hers.judged.map(({ who }) => who)).toEqual([them.defender, them.son]);
    expect(hers.standing?.band).toBe('risk_high');
    expect(hers.advice).toEqual([]);
    const theirs = riskNoteOf(all.state, { kind: 'committee' }, dayAt(3));
    expect(theirs.standing?.band).toBe('risk_extreme');
    expect(theirs.judged.map(({ who }) => who)).toContain(them.brother);
    expect(theirs.threats.map(({ id: one }) => one)).toEqual([id(511)]);
  });
});

describe('a lawyer who was listed as a terrorist, with her cousins', () => {
  const [lawyer, cousin, another] = [id(211), id(212), id(213)];
  const people = [
    personOf(lawyer, 'Ibis', { roles: ['role_defender'], danger: 'yes' }),
    personOf(cousin, 'Plover', { roles: ['role_relative_home'], danger: 'yes', travelling: 'no' }),
    personOf(another, 'Dunlin', { roles: ['role_relative_home'], travelling: 'no' }),
    relationOf(311, cousin, 'fam_other_relative', lawyer),
  ];
  const listed = danger(people).on(
    1,
    incident(id(801), { kind: 'inc_legal_step', when: point(1), happened: 'The list was published.' }),
    act(id(811), id(801), { what: 'act_judicial_terror_designation', victims: [lawyer, cousin, another] }),
    act(id(812), id(801), { what: 'act_property_confiscation', victims: [cousin] }),
  );

  it('is one incident of several acts and several people, and everybody in it is to be judged [invariant 11]', () => {
    expect(logOf(listed.state.parts.incident)).toHaveLength(1);
    const due = reviewsDue(listed.state).filter(({ why }) => why === 'incident');
    expect(due.map(({ who }) => who).toSorted()).toEqual([lawyer, cousin, another].toSorted());
    const one = listed.on(2, judged(listed.state, id(601), { who: lawyer, on: dayAt(2) }));
    expect(
      reviewsDue(one.state)
        .filter(({ why }) => why === 'incident')
        .map(({ who }) => who),
    ).toEqual([cousin, another]);
  });

  it('asks for the urgency again, until somebody has judged it [invariant 5]', () => {
    expect(retriageFor(listed.state).map(({ id: one }) => one)).toEqual([id(801)]);
    const triaged = listed.on(2, {
      type: 'UrgencySet',
      v: 2,
      replaces: null,
      urgency: 'urg_urgent',
      reason: 'Listed.',
    });
    expect(retriageFor(triaged.state)).toEqual([]);
    const crime = triaged.on(3, incident(id(802), { kind: 'inc_accident_crime' }));
    expect(retriageFor(crime.state)).toEqual([]);
    const again = crime.on(4, incident(id(803), { kind: 'inc_declared_threat' }));
    expect(retriageFor(again.state).map(({ id: one }) => one)).toEqual([id(803)]);
  });

  it('is one person after two labels were found to be one, and what was judged of both stands under one', () => {
    const both = listed
      .on(2, judged(listed.state, id(601), { who: cousin, on: dayAt(2), impact: 'impact_2' }))
      .on(2, judged(listed.state, id(602), { who: another, on: dayAt(2), impact: 'impact_5' }))
      .on(3, { type: 'PersonsMerged', v: 1, into: cousin, other: another, reason: 'One man.' });
    const cells = cellsOf(assessmentsIn(both.state));
    expect(cells.map(({ who }) => who)).toEqual([cousin]);
    expect(cells[0]?.counts.band).toBe('risk_extreme');
    expect(tracesOf(both.state)[0]?.people).toEqual([lawyer, cousin]);
  });
});

describe('an exile who is threatened again abroad, with relatives at home punished', () => {
  const [exile, mother] = [id(221), id(222)];
  const begun = danger([
    personOf(exile, 'Tern', { roles: ['role_defender'], danger: 'yes', country: 'GE' }),
    personOf(mother, 'Gull', { roles: ['role_relative_home'], danger: 'not_seen', travelling: 'no' }),
  ]);
  const first = begun.on(1, judged(begun.state, id(601), { who: exile, on: dayAt(1), likelihood: 'like_2' }));
  const struck = first.on(
    20,
    incident(id(801), { when: point(19), happened: 'Her mother was dismissed.' }),
    act(id(811), id(801), {
      what: 'act_family_collective_punishment',
      methods: ['tnr_proxy_coercion'],
      victims: [mother],
    }),
  );

  it('has danger at home judged too: who was struck in her place is named [invariant 11]', () => {
    expect(codes(first.state, 1)).not.toContain('proxy');
    expect(adviceOn(struck.state, dayAt(20)).find(({ code }) => code === 'proxy')?.of).toEqual([mother]);
    const done = struck.on(21, judged(struck.state, id(602), { who: mother, on: dayAt(21) }));
    expect(codes(done.state, 21)).not.toContain('proxy');
  });

  it('shows that it grows, from one dated judgement to the next', () => {
    const grown = struck.on(
      21,
      judged(struck.state, id(602), { who: exile, on: dayAt(21), likelihood: 'like_4' }),
      judged(struck.state, id(603), { who: mother, on: dayAt(21), impact: 'impact_3' }),
    );
    expect(standingOf(assessmentsIn(grown.state))).toMatchObject({
      band: 'risk_extreme',
      trend: 'trend_rising',
    });
    expect(trendOf(assessmentsIn(grown.state)).map(({ on, band }) => [on, band])).toEqual([
      [dayAt(1), 'risk_medium'],
      [dayAt(21), 'risk_extreme'],
    ]);
    expect(trendOf(assessmentsIn(grown.state), mother).map(({ band }) => band)).toEqual(['risk_medium']);
    const calmer = grown.on(
      60,
      judged(grown.state, id(604), { who: exile, on: dayAt(60), likelihood: 'like_2' }),
    );
    expect(standingOf(assessmentsIn(calmer.state))?.trend).toBe('trend_falling');
  });

  it('is looked at again when a new place is noted, and not for where she once was', () => {
    const situation = {
      kind: 'place',
      country: 'AM',
      status: null,
      confidence: 'conf_high',
      note: '',
    } as const;
    const moved = first.on(10, {
      type: 'SituationKept',
      v: 1,
      id: id(901),
      set: { ...situation, from: point(9), until: null },
      replaces: {},
    });
    expect(reviewsDue(moved.state).some(({ why, of }) => why === 'location' && of === id(901))).toBe(true);
    const once = first.on(10, {
      type: 'SituationKept',
      v: 1,
      id: id(902),
      set: { ...situation, from: null, until: { ...point(0), at: '2021' } },
      replaces: {},
    });
    expect(reviewsDue(once.state).some(({ why }) => why === 'location')).toBe(false);
  });
});
