import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { at, colleague, id } from '../testing/people.ts';
import { lastMove, type ReadersEvent, type ReadersState, readersPart, teamsMoved } from './part.ts';

const officer = colleague(2, 'officer');
const letIn = (team: number, reason = ''): ReadersEvent => ({
  type: 'TeamLetIn',
  v: 1,
  team: id(team),
  reason,
});
const takenOut = (team: number, reason = ''): ReadersEvent => ({
  type: 'TeamTakenOut',
  v: 1,
  team: id(team),
  reason,
});
const told = (events: readonly ReadersEvent[]): ReadersState =>
  events.reduce((state, event, index) => {
    const applied = readersPart.apply(state, event, at(index + 1, officer));
    return applied.ok ? applied.value : state;
  }, readersPart.empty);

describe('the teams that a case was given to', () => {
  it('stand with who gave it, when and why', () => {
    expect(told([letIn(100, 'She needs a doctor.')]).moves).toMatchObject([
      { way: 'in', team: id(100), reason: 'She needs a doctor.', by: officer.member },
    ]);
  });

  it('stand with who took it back and why, also where the case was opened for them', () => {
    const state = told([letIn(100), takenOut(100, 'She is well.'), takenOut(101, 'A cousin works there.')]);
    expect(lastMove(state, id(100))).toMatchObject({
      way: 'out',
      reason: 'She is well.',
      by: officer.member,
    });
    expect(teamsMoved(state, 'out')).toEqual([id(100), id(101)]);
    expect(teamsMoved(state, 'in')).toEqual([]);
  });

  it('are what was said last of each, however often a case went to and fro, and no more than a case holds', () => {
    const move = fc.tuple(fc.nat(5), fc.boolean());
    fc.assert(
      fc.property(fc.array(move, { maxLength: 400 }), (moves) => {
        const state = told(moves.map(([team, isIn]) => (isIn ? letIn(team + 100) : takenOut(team + 100))));
        expect(state.moves.length).toBeLessThanOrEqual(256);
        for (const [index, { team, way }] of state.moves.entries())
          expect(state.moves.slice(0, index).findLast((one) => one.team === team)?.way).not.toBe(way);
        if (state.moves.length === 256) return;
        for (const team of [0, 1, 2, 3, 4, 5]) {
          const last = moves.findLast(([one]) => one === team)?.[1];
          const wanted = last === undefined ? undefined : last ? 'in' : 'out';
          expect(lastMove(state, id(team + 100))?.way).toBe(wanted);
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it('give access, so by readmission alone nobody is let in; taking it away counts at once [rule 3]', () => {
    expect([...readersPart.gives]).toEqual(['TeamLetIn']);
  });
});
