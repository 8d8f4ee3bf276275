import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { canSetRiskMatrix } from '../organisation/rules.ts';
import { emptyOrganisation, foldOrganisation } from '../organisation/state.ts';
import { act, danger, incident, judged } from '../testing/danger-of-a-case.ts';
import { at, colleague, id } from '../testing/people.ts';
import { type Assessment, applyAssessment, cellsOf, settings } from './assessment.ts';
import {
  bandBy,
  bands,
  defaultMatrix,
  gravity,
  impacts,
  likelihoods,
  matrixProblem,
  withCell,
} from './matrix.ts';
import { standingOf, trendOf } from './standing.ts';

const likely = fc.constantFrom(...likelihoods);
const grave = fc.constantFrom(...impacts);
const band = fc.constantFrom(...bands);

/** A matrix that only grows, made of any numbers. */
const matrix = fc.array(fc.nat(3), { minLength: 25, maxLength: 25 }).map((cells) => {
  const grown: number[] = [];
  for (const [place, cell] of cells.entries())
    grown.push(
      Math.max(cell, place % 5 > 0 ? (grown[place - 1] ?? 0) : 0, place >= 5 ? (grown[place - 5] ?? 0) : 0),
    );
  return grown.map((cell) => 'lmhx'[cell]).join('');
});

describe('the matrix', () => {
  it('is never less grave for what is more likely or worse, whoever made it', () => {
    fc.assert(
      fc.property(matrix, likely, likely, grave, grave, (cells, a, b, c, d) => {
        expect(matrixProblem(cells)).toBeNull();
        const [less, more] = [a, b].toSorted();
        const [mild, worse] = [c, d].toSorted();
        if (less === undefined || more === undefined || mild === undefined || worse === undefined) return;
        expect(gravity(bandBy(cells, less, mild))).toBeLessThanOrEqual(gravity(bandBy(cells, more, worse)));
      }),
      { numRuns: runs(200) },
    );
  });

  it('is refused with a cell that falls below a lesser one, and takes every other change', () => {
    expect(matrixProblem(defaultMatrix.cells)).toBeNull();
    expect(matrixProblem(`${defaultMatrix.cells}l`)).toBe('size');
    expect(matrixProblem('q'.repeat(25))).toBe('letter');
    fc.assert(
      fc.property(likely, grave, band, (one, other, to) => {
        const changed = withCell(defaultMatrix.cells, one, other, to);
        expect(bandBy(changed, one, other)).toBe(to);
        const falls = likelihoods.some((l) =>
          impacts.some((i) => {
            const here = gravity(bandBy(changed, l, i));
            const right = impacts[impacts.indexOf(i) + 1];
            const below = likelihoods[likelihoods.indexOf(l) + 1];
            return (
              (right !== undefined && gravity(bandBy(changed, l, right)) < here) ||
              (below !== undefined && gravity(bandBy(changed, below, i)) < here)
            );
          }),
        );
        expect(matrixProblem(changed) === 'falls').toBe(falls);
      }),
      { numRuns: runs(100) },
    );
  });

  it('calls what may kill never low, and what is under way low only where it is a nuisance', () => {
    for (const one of likelihoods) expect(bandBy(defaultMatrix.cells, one, 'impact_5')).not.toBe('risk_low');
    for (const one of impacts) expect(bandBy(defaultMatrix.cells, 'like_5', one)).not.toBe('risk_low');
  });
});

const opened = danger().state;
const who = fc.constantFrom('who_defender', 'who_us', id(9));
const wanted = fc.record({
  id: fc.integer({ min: 1, max: 6 }).map(id),
  who,
  setting: fc.constantFrom(...settings.slice(0, 2)),
  likelihood: likely,
  impact: grave,
  on: fc.integer({ min: 1, max: 9 }).map((day) => `2026-03-0${day}`),
  override: fc.option(
    band.map((to) => ({ band: to, reason: 'Known from elsewhere.' })),
    { nil: null },
  ),
  /** Which of those before it its author saw. */
  saw: fc.array(fc.nat(9), { maxLength: 4 }),
  withdraws: fc.boolean(),
});

describe('judgements in any order, by people who saw any of the others', () => {
  it('all stay in the file; of each person and setting at least one counts, and it is the gravest that stands', () => {
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 14 }), (acts) => {
        let known: readonly Assessment[] = [];
        for (const [place, { saw, withdraws, ...values }] of acts.entries()) {
          const context = at(100 + place, colleague((place % 3) + 1, 'officer'));
          const made = judged(opened, values.id, values);
          if (made.type !== 'RiskAssessed') throw new Error(made.type);
          const replaces = saw
            .flatMap((at_) => known[at_] ?? [])
            .map(({ entry, index }) => ({ entry, index }));
          const before = known.length;
          const applied = withdraws
            ? applyAssessment(
                known,
                { type: 'RiskAssessmentWithdrawn', v: 1, id: values.id, reason: 'No.' },
                context,
              )
            : applyAssessment(known, { ...made, replaces }, context);
          if (applied.ok) known = applied.value;
          expect(known.length).toBeGreaterThanOrEqual(before);
        }
        const cells = cellsOf(known);
        const live = known.filter(({ withdrawn }) => withdrawn === null);
        expect(new Set(cells.map((cell) => `${cell.who} ${cell.setting}`))).toEqual(
          new Set(live.map((one) => `${one.who} ${one.setting}`)),
        );
        for (const cell of cells) {
          expect(cell.standing.length).toBeGreaterThan(0);
          for (const one of cell.standing)
            expect(gravity(one.band)).toBeLessThanOrEqual(gravity(cell.counts.band));
        }
        const standing = standingOf(known);
        expect(standing === null).toBe(live.length === 0);
        expect(trendOf(known).at(-1)?.band ?? null).toBe(standing?.band ?? null);
        const reread = structuredClone(known);
        expect(cellsOf(reread)).toEqual(cells);
      }),
      { numRuns: runs(150) },
    );
  });

  it('are one judgement when the same click comes twice', () => {
    fc.assert(
      fc.property(wanted, ({ saw: _saw, withdraws: _withdraws, ...values }) => {
        const made = judged(opened, values.id, values);
        if (made.type !== 'RiskAssessed') throw new Error(made.type);
        const once = applyAssessment([], made, at(100, colleague(1, 'officer')));
        if (!once.ok) throw new Error(once.error.code);
        const twice = applyAssessment(once.value, made, at(101, colleague(1, 'officer')));
        expect(twice.ok && twice.value === once.value).toBe(true);
      }),
      { numRuns: runs(50) },
    );
  });
});

describe('the incident log', () => {
  it('takes no act of an incident that is not there, and lets no act wander to another', () => {
    const one = danger();
    expect(one.refusal(act(id(811), id(801), {}))).toBe('not_there');
    const both = one.on(1, incident(id(801)), incident(id(802)), act(id(811), id(801), {}));
    expect(both.refusal(act(id(811), id(802), {}))).toBe('exists');
    expect(one.refusal(incident(id(803), { happened: '' }))).toBe('malformed');
    expect(one.refusal(incident(id(803), { hour: '25:00' }))).toBe('malformed');
    expect(one.refusal(incident(id(803), { hour: '23:05' }))).toBeNull();
  });

  it('[rule 14] has no field for an address, a number or a legal name [invariant 1]', async () => {
    const { actItems, incidentItems } = await import('../incident/events.ts');
    const names = [...Object.keys(incidentItems.fields), ...Object.keys(actItems.fields)];
    expect(names.filter((name) => /address|street|legal|phone|gps|coordinates/.test(name))).toEqual([]);
  });
});

describe('the matrix of an organisation', () => {
  const admin = colleague(1, 'administrator');
  const founded = [{ type: 'RoleGiven', v: 1, member: admin.member, role: 'administrator' }].reduce(
    (state, event) => foldOrganisation(state, event, { ...at(0, admin), entry: '0'.repeat(64) }),
    emptyOrganisation,
  );
  const other = withCell(defaultMatrix.cells, 'like_1', 'impact_5', 'risk_high');

  it('is set by an administrator with a reason, and by nobody else; one that falls is refused', () => {
    const allowed = canSetRiskMatrix(founded, admin, { cells: other, reason: 'Agreed in our team.' });
    expect(allowed.ok).toBe(true);
    expect(canSetRiskMatrix(founded, admin, { cells: defaultMatrix.cells, reason: 'Same.' }).ok).toBe(false);
    expect(canSetRiskMatrix(founded, admin, { cells: other, reason: ' ' }).ok).toBe(false);
    expect(canSetRiskMatrix(founded, admin, { cells: `${'x'.repeat(24)}l`, reason: 'Falls.' }).ok).toBe(
      false,
    );
    expect(canSetRiskMatrix(founded, colleague(2, 'officer'), { cells: other, reason: 'No.' }).ok).toBe(
      false,
    );
    const [event] = allowed.ok ? allowed.value : [];
    const set = foldOrganisation(founded, event, at(1, admin));
    expect(set.riskMatrix).toMatchObject({ cells: other, by: admin.member });
  });

  it('changes nothing of what was judged before', () => {
    const before = judged(opened, id(1), {
      who: 'who_us',
      on: '2026-03-01',
      likelihood: 'like_1',
      impact: 'impact_5',
    });
    const kept = danger().on(1, before).state.parts.risk.assessments[0];
    expect([kept?.matrix, kept?.band]).toEqual([defaultMatrix.cells, 'risk_medium']);
    const after = danger().on(1, { ...before, matrix: other } as typeof before).state.parts.risk
      .assessments[0];
    expect(after?.band).toBe('risk_high');
  });
});
