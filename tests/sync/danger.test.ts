import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { seenOf } from '@leeward/domain/risk/assessment.ts';
import { defaultMatrix } from '@leeward/domain/risk/matrix.ts';
import { standingOf } from '@leeward/domain/risk/standing.ts';
import { assessmentsIn } from '@leeward/domain/risk/whom.ts';
import { act, actor, incident, judged } from '@leeward/domain/testing/danger-of-a-case.ts';
import { id } from '@leeward/domain/testing/people.ts';
import { describe, expect, it } from 'vitest';
import { makeWorld } from '../support/world.ts';

const acting = (record: string, ...events: readonly CaseEvent[]) => ({
  record,
  command: 'actOnCase',
  args: { events },
});

describe('danger in a case, on several devices', () => {
  it('is judged by two people apart for a day: both judgements stand, the graver counts, on all devices alike', async () => {
    const { one, two, three, case: record, settle } = await makeWorld();
    const day = '2026-03-02';
    const mine = judged((await one.case(record)).state, id(601), {
      who: 'who_defender',
      on: day,
      impact: 'impact_2',
    });
    const hers = judged((await two.case(record)).state, id(602), {
      who: 'who_defender',
      on: day,
      impact: 'impact_5',
    });
    await one.keep(acting(record, mine));
    await two.keep(acting(record, hers));
    await settle();
    const states = await Promise.all([one, two, three].map(async (desk) => (await desk.case(record)).state));
    for (const state of states) {
      expect(state.parts.risk).toEqual(states[0]?.parts.risk);
      expect(standingOf(assessmentsIn(state))).toMatchObject({ band: 'risk_extreme' });
      expect(seenOf(assessmentsIn(state), 'who_defender', 'set_here')).toHaveLength(2);
    }
  });

  it('is one judgement after the same click twice without a line', async () => {
    const { one, case: record, settle } = await makeWorld();
    const { state } = await one.case(record);
    const made = judged(state, id(601), { who: 'who_us', on: '2026-03-02', matrix: defaultMatrix.cells });
    await one.keep(acting(record, made));
    await one.keep(acting(record, made));
    await settle();
    const after = await one.case(record);
    expect(after.state.parts.risk.assessments).toHaveLength(1);
    expect([after.pending, after.refused]).toEqual([[], []]);
  });

  it('holds an incident with the acts that two officers added to it apart', async () => {
    const { one, two, case: record, settle } = await makeWorld();
    await one.act(
      acting(
        record,
        actor(id(501), 'The guards'),
        incident(id(801)),
        act(id(811), id(801), { what: 'act_threat_death' }),
      ),
    );
    await settle();
    await one.keep(acting(record, act(id(812), id(801), { what: 'act_privacy_raid' })));
    await two.keep(acting(record, act(id(813), id(801), { what: 'act_family_harassment' })));
    await settle();
    for (const desk of [one, two]) {
      const { state, refused } = await desk.case(record);
      expect([...state.parts.incident.acts.keys()].toSorted()).toEqual([id(811), id(812), id(813)]);
      expect(refused).toEqual([]);
    }
  });
});
