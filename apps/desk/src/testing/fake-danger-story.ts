import type { CaseState } from '@leeward/domain/case/state.ts';
import { defaultMatrix } from '@leeward/domain/risk/matrix.ts';
import { act, actor, danger, incident, judged, threat } from '@leeward/domain/testing/danger-of-a-case.ts';
import { hash, id } from '@leeward/domain/testing/people.ts';
import { landDefender, personOf, them } from '@leeward/domain/testing/people-of-a-case.ts';

/* Two files about danger that have something in common, for the demonstration: nobody in them exists. */

const point = (at: string) => ({ kind: 'point', at, about: false, said: '' }) as const;

/** A file with everything in it, and another in which the same service appears, written in another script. */
export function dangerStory(): readonly { readonly record: string; readonly state: CaseState }[] {
  const strong = (words: string) =>
    ({ weight: 'weight_strong', words, confidence: 'conf_medium', sources: ['A report of 2024'] }) as const;
  const followed = { what: 'act_privacy_surveillance_physical' } as const;
  const began = danger(landDefender, 'Heron 12')
    .on(
      1,
      actor(id(501), 'Sluzhba Okhrany', {
        kind: 'perp_intelligence',
        link: 'link_state_organ',
        otherNames: ['The guards'],
        country: 'GE',
        history: strong('They followed two colleagues last year, who were arrested a month later.'),
        capability: strong('Cars, people in the town, and the phone company answers them.'),
        intent: strong('They asked her brother when she stops.'),
      }),
      incident(id(801), {
        kind: 'inc_security_incident',
        when: point('2026-03-02'),
        hour: '19:40',
        place: 'ipl_street',
        country: 'GE',
        area: 'Kakheti',
        happened: 'A white car followed her from the office to the school.',
        link: 'link_likely',
        known: ['known_victim'],
        channel: 'ich_presence',
      }),
      act(id(811), id(801), {
        ...followed,
        victims: [them.defender, them.son],
        by: [{ actor: id(501), part: 'inv_suspected' }],
      }),
      threat(id(511), 'They will burn the house', {
        kind: 'threat_declared',
        whom: [them.defender, them.son],
        facts: 'Two men came to the fence and said it to her son.',
        pattern: 'The third time in a month, each time nearer.',
        objective: 'That she withdraws the complaint before the hearing.',
        actor: id(501),
        source: 'One of them was seen at the office of the service.',
        incidents: [id(801)],
        conclusion: {
          likelihood: 'like_4',
          words: 'They have done it in the next valley.',
          confidence: 'conf_medium',
        },
      }),
      {
        type: 'RiskFactorKept',
        v: 1,
        id: id(521),
        set: {
          factor: 'vul_predictable_routine',
          side: 'vulnerability',
          whom: [them.defender],
          effect: 'effect_exposes',
          note: 'The school run, every day at the same time.',
          asked: true,
        },
        replaces: {},
      },
      {
        type: 'RiskFactorKept',
        v: 1,
        id: id(522),
        set: {
          factor: 'cap_public_profile',
          side: 'capacity',
          whom: [them.defender],
          effect: 'effect_unknown',
          note: '',
          asked: false,
        },
        replaces: {},
      },
    )
    .on(9, {
      type: 'RiskChangeKept',
      v: 1,
      id: id(701),
      set: {
        kind: 'change_move',
        trigger: 'trig_increased_risk',
        on: '2026-12-20',
        note: 'To relatives, with the children.',
      },
      replaces: {},
    });
  const first = began.on(
    2,
    judged(began.state, id(601), {
      who: them.defender,
      on: '2026-03-03',
      likelihood: 'like_3',
      impact: 'impact_3',
    }),
  );
  const second = first.on(
    40,
    judged(first.state, id(602), {
      who: them.defender,
      on: '2026-04-10',
      likelihood: 'like_4',
      impact: 'impact_4',
    }),
    judged(first.state, id(603), {
      who: them.son,
      on: '2026-04-10',
      likelihood: 'like_3',
      impact: 'impact_4',
      matrix: defaultMatrix.cells,
      override: { band: 'risk_medium', reason: 'He stays with his grandmother now.' },
    }),
  );
  const last = second.on(
    50,
    incident(id(802), {
      kind: 'inc_attack',
      when: point('2026-04-20'),
      country: 'GE',
      area: 'Kakheti',
      happened: 'What was done to her is told here.',
      graphic: true,
    }),
    act(id(812), id(802), { what: 'act_integrity_assault', victims: [them.defender] }),
  );
  const other = danger(
    [personOf(id(231), 'Basalt', { roles: ['role_defender'], danger: 'yes' })],
    'Basalt',
  ).on(
    3,
    actor(id(502), 'Служба охраны', { country: 'GE' }),
    incident(id(803), {
      when: point('2026-03-09'),
      country: 'GE',
      happened: 'A man stood at the door for two days.',
    }),
    act(id(813), id(803), { ...followed, victims: [id(231)], by: [{ actor: id(502), part: 'inv_direct' }] }),
  );
  return [
    { record: hash(571), state: last.state },
    { record: hash(572), state: other.state },
  ];
}
