import { describe, expect, it } from 'vitest';
import { danger, dayAt, incident, judged } from '../testing/danger-of-a-case.ts';
import { colleague, id } from '../testing/people.ts';
import { landDefender, them } from '../testing/people-of-a-case.ts';
import { adviceOn } from './advice.ts';
import { cellsOf } from './assessment.ts';
import { clocksOfRisk } from './clocks.ts';
import { standingOf } from './standing.ts';
import { assessmentsIn } from './whom.ts';

const codes = (state: Parameters<typeof adviceOn>[0], day: number) =>
  adviceOn(state, dayAt(day)).map(({ code }) => code);
const point = (day: number) => ({ kind: 'point', at: dayAt(day), about: false, said: '' }) as const;

describe('a silence after a declared threat', () => {
  const threatened = danger(landDefender).on(
    1,
    incident(id(801), { kind: 'inc_declared_threat', when: point(1), happened: 'A call at night.' }),
  );

  it('is seen for what it may be; a silence with no threat before it is not', () => {
    const silent = threatened.on(
      8,
      incident(id(802), { kind: 'inc_missed_check_in', when: point(8), happened: 'She did not write.' }),
    );
    expect(adviceOn(silent.state, dayAt(8))[0]).toEqual({ code: 'silence', of: [id(802), id(801)] });
    const before = danger(landDefender).on(
      8,
      incident(id(802), { kind: 'inc_missed_check_in', when: point(8), happened: 'She did not write.' }),
    );
    expect(codes(before.state, 8)).not.toContain('silence');
    const earlier = threatened.on(
      9,
      incident(id(803), { kind: 'inc_missed_check_in', when: point(0), happened: 'The week before.' }),
    );
    expect(codes(earlier.state, 9)).not.toContain('silence');
  });

  it('makes the risk due that day, and a closed file asks for nothing', () => {
    expect(clocksOfRisk(threatened.state)[0]).toMatchObject({
      kind: 'risk_review',
      item: id(801),
      until: dayAt(1),
    });
    const closed = threatened.on(9, {
      type: 'StateChanged',
      v: 2,
      state: 'case_closed',
      reason: 'Over.',
      closure: 'close_support_completed',
      date: null,
      replaces: null,
    });
    expect(clocksOfRisk(closed.state)).toEqual([]);
  });
});

describe('two people who judge one risk apart', () => {
  const seen = danger(landDefender);
  const other = colleague(2, 'officer');
  const apart = seen
    .on(1, judged(seen.state, id(601), { who: them.defender, on: dayAt(1), impact: 'impact_2' }))
    .by(other, 1, judged(seen.state, id(602), { who: them.defender, on: dayAt(1), impact: 'impact_5' }));

  it('both stand, the graver counts, and the file says so until one of them judges anew', () => {
    const [cell] = cellsOf(assessmentsIn(apart.state));
    expect([cell?.standing.length, cell?.counts.band]).toEqual([2, 'risk_extreme']);
    expect(codes(apart.state, 1)).toContain('apart');
    const chosen = apart.on(
      2,
      judged(apart.state, id(603), { who: them.defender, on: dayAt(2), impact: 'impact_4' }),
    );
    expect(cellsOf(assessmentsIn(chosen.state))[0]?.standing.map(({ id: one }) => one)).toEqual([id(603)]);
  });

  it('gives back what stood before, where a judgement was a mistake', () => {
    const anew = apart.on(2, judged(apart.state, id(603), { who: them.defender, on: dayAt(2) }));
    const back = anew.on(3, {
      type: 'RiskAssessmentWithdrawn',
      v: 1,
      id: id(603),
      reason: 'Of another file.',
    });
    expect(cellsOf(assessmentsIn(back.state))[0]?.standing).toHaveLength(2);
    expect(back.state.parts.risk.assessments).toHaveLength(3);
  });

  it('lets one of an earlier day be history, whenever it was written down', () => {
    const now = seen.on(9, judged(seen.state, id(601), { who: them.son, on: dayAt(9) }));
    const history = now.on(
      9,
      judged(now.state, id(602), { who: them.son, on: dayAt(3), impact: 'impact_5', likelihood: 'like_5' }),
    );
    expect(standingOf(assessmentsIn(history.state))).toMatchObject({
      band: 'risk_high',
      trend: 'trend_falling',
    });
  });
});
