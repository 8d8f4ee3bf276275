import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { at, colleague, id } from '../testing/people.ts';
import { type ReadersState, readersPart } from './part.ts';

const officer = colleague(2, 'officer');
const letIn = (team: number, reason = '') => ({ type: 'TeamLetIn', v: 1, team: id(team), reason }) as const;
const told = (events: readonly ReturnType<typeof letIn>[]): ReadersState =>
  events.reduce((state, event, index) => {
    const applied = readersPart.apply(state, event, at(index + 1, officer));
    return applied.ok ? applied.value : state;
  }, readersPart.empty);

describe('the teams that a case was given to', () => {
  it('stand with who gave it, when and why', () => {
    expect(told([letIn(100, 'She needs a doctor.')]).letIn).toMatchObject([
      { team: id(100), reason: 'She needs a doctor.', by: officer.member },
    ]);
  });

  it('stand once each, whoever gave it to them again, and no more than a case holds', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(90), { maxLength: 200 }), (teams) => {
        const { letIn: found } = told(teams.map((team) => letIn(team + 100)));
        const wanted = [...new Set(teams)].slice(0, 64).map((team) => id(team + 100));
        expect(found.map(({ team }) => team)).toEqual(wanted);
      }),
      { numRuns: runs(100) },
    );
  });

  it('give access, so by readmission alone nobody is let in [rule 3]', () => {
    expect(readersPart.gives.has('TeamLetIn')).toBe(true);
  });
});
