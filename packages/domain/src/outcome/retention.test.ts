import { closureReason } from '@leeward/vocabulary/lists/closure-reason.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { canChangeState } from '../case/rules.ts';
import { type CaseState, emptyCase, foldCase } from '../case/state.ts';
import { clocksIn } from '../clock/all.ts';
import { addDays } from '../clock/days.ts';
import { at, colleague } from '../testing/people.ts';
import { forgettingDay, usualForgetting } from './retention.ts';

const officer = colleague(1, 'officer');
const opened = foldCase(
  emptyCase,
  { type: 'CaseOpened', v: 1, pseudonym: 'Heron 12', fromConversation: null, teams: [] },
  at(1, officer),
);
const closures = closureReason.items.map(({ code }) => code);

function closed(closure: (typeof closures)[number], date: string | null, time: string): CaseState {
  const change = { state: 'case_closed', reason: 'It is over.', closure, date } as const;
  const allowed = canChangeState(opened, officer, change);
  if (!allowed.ok) throw new Error(allowed.error.code);
  return allowed.value.reduce<CaseState>(
    (state, event) => foldCase(state, event, at(2, officer, { claimedTime: Date.parse(time) })),
    opened,
  );
}

describe('the end of a case [invariant 14]', () => {
  it('has a day for forgetting, whatever the reason and whether or not somebody chose one', () => {
    const chosen = fc.option(fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2026-11-21', days)));
    fc.assert(
      fc.property(fc.constantFrom(...closures), chosen, (closure, date) => {
        const state = closed(closure, date, '2026-11-21T10:00:00Z');
        const day = forgettingDay(state);
        expect(day).toBe(date ?? usualForgetting('2026-11-21', closure));
        expect(clocksIn(state)).toMatchObject([{ kind: 'retention', until: day }]);
      }),
      { numRuns: runs(60) },
    );
  });

  it('keeps what was declined for half a year, what was supported for two, and nothing where she asked for that', () => {
    const after = (closure: (typeof closures)[number]) =>
      forgettingDay(closed(closure, null, '2026-11-30T10:00:00Z'));
    expect(after('close_declined_covered')).toBe('2027-05-30');
    expect(after('close_support_completed')).toBe('2028-11-30');
    expect(after('close_erasure_request')).toBe('2026-11-30');
  });

  it('is no end once the case goes on again', () => {
    const over = closed('close_withdrawn', null, '2026-11-21T10:00:00Z');
    const again = canChangeState(over, officer, {
      state: 'case_supporting',
      reason: 'She wrote again.',
      closure: null,
    });
    if (!again.ok) throw new Error(again.error.code);
    const open = again.value.reduce<CaseState>(
      (state, event) => foldCase(state, event, at(3, officer)),
      over,
    );
    expect(forgettingDay(open)).toBe(null);
    expect(clocksIn(open).filter(({ kind }) => kind === 'retention')).toEqual([]);
  });
});
