import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { type CheckInPlan, roundsBetween } from '../request/check-in.ts';
import { at, colleague, hour, id, minute } from '../testing/people.ts';
import { roundsOf, rungsDue, silenceAt, silenceCalls } from './silence.ts';
import { applyCheckIn, noCheckIns } from './state.ts';
import { type Watch, watchOf } from './watch.ts';

const officer = colleague(1, 'officer');
const second = colleague(2, 'officer');
const start = Date.UTC(2026, 10, 20, 21);
const plan: CheckInPlan = {
  id: id(1),
  rhythm: { every: 6 },
  from: start,
  until: null,
  grace: 30,
  silence: 'We ring.',
  language: 'en',
};
const watch = (more: Partial<Watch>): Watch => ({
  agreed: [plan],
  ladder: [],
  pauses: [],
  covers: [],
  lastSafe: null,
  notSafe: null,
  endedUpTo: null,
  climbed: [],
  ...more,
});
const moment = fc.integer({ min: -12, max: 200 }).map((hours) => start + hours * hour + 7 * minute);
const pause = fc
  .tuple(moment, fc.integer({ min: 1, max: 60 }))
  .map(([from, length]) => ({ from, until: from + length * hour }));

describe('silence, whatever was agreed and whatever came', () => {
  it('is said exactly while a round is unanswered, not paused, and past its grace [invariant 10]', () => {
    fc.assert(
      fc.property(fc.option(moment), fc.array(pause, { maxLength: 3 }), moment, (lastSafe, pauses, now) => {
        const found = silenceAt(watch({ lastSafe, pauses }), null, now);
        const rounds = roundsOf(plan, { pauses }, lastSafe === null ? [] : [lastSafe], {
          from: start,
          to: now,
          now,
        });
        const missed = rounds.filter(
          ({ at, came }) => came === 'missed' && (lastSafe === null || at > lastSafe),
        );
        if (missed.length > 0) expect(found).toMatchObject({ stage: 'late', round: missed[0]?.at });
        else expect(found?.stage === 'late').toBe(false);
      }),
      { numRuns: runs(300) },
    );
  });

  it('stands on the day before it is late: there is no moment of lateness without one of waiting before', () => {
    fc.assert(
      fc.property(fc.option(moment), fc.array(pause, { maxLength: 3 }), moment, (lastSafe, pauses, now) => {
        const known = watch({ lastSafe, pauses });
        const found = silenceAt(known, null, now);
        if (found?.stage !== 'late') return;
        expect(silenceAt(known, null, found.lateAt - 1)).toMatchObject({
          stage: 'waited',
          round: found.round,
        });
        expect(silenceAt(known, null, found.round - 1)).toMatchObject({
          stage: 'coming',
          round: found.round,
        });
        // And somebody is called at that very minute although no desk is open.
        expect(silenceCalls(known, null, found.lateAt - 1)).toContain(found.lateAt);
      }),
      { numRuns: runs(200) },
    );
  });

  it('never asks for a rung before its time, and in the end for every rung that nobody climbed [invariant 10]', () => {
    const ladder = fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 5 });
    fc.assert(
      fc.property(ladder, moment, (afters, now) => {
        const rungs = afters.map((after, index) => ({
          id: id(40 + index),
          after,
          what: 'Call',
          who: null,
          whom: '',
          contact: null,
        }));
        const known = watch({ ladder: rungs });
        const found = silenceAt(known, null, now);
        if (found === null) return;
        for (const rung of rungsDue(found, now)) expect(rung.dueAt).toBeLessThanOrEqual(now);
        const end = found.lateAt + 2001 * minute;
        const last = silenceAt(known, null, end);
        expect(last && rungsDue(last, end)).toHaveLength(rungs.length);
      }),
      { numRuns: runs(100) },
    );
  });

  it('comes out the same in whatever order the signs of life were written down', () => {
    const sign = fc.record({
      at: moment,
      safe: fc.boolean(),
      word: fc.constantFrom('safe' as const, 'force' as const, 'missing' as const, 'none_agreed' as const),
    });
    fc.assert(
      fc.property(fc.uniqueArray(sign, { selector: ({ at }) => at, maxLength: 6 }), moment, (signs, now) => {
        const folded = (order: typeof signs) =>
          order.reduce((state, said, index) => {
            const event = { type: 'SignHeard', v: 1, way: '', note: '', ...said } as const;
            const next = applyCheckIn(state, event, at(index + 1, index % 2 === 0 ? officer : second));
            return next.ok ? next.value : state;
          }, noCheckIns);
        const told = (order: typeof signs) =>
          silenceAt({ ...watch({}), ...watchOf(folded(order)), agreed: [plan] }, null, now);
        expect(told([...signs].reverse())).toEqual(told(signs));
      }),
      { numRuns: runs(150) },
    );
  });

  it('finds the next round behind any pause, however long', () => {
    const long = { from: start - 1, until: start + 4000 * hour };
    const hourly = { ...plan, rhythm: { every: 1 } };
    const now = start + 4001 * hour;
    const found = silenceAt({ ...watch({ pauses: [long] }), agreed: [hourly] }, null, now);
    expect(found?.round).toBe(roundsBetween(hourly, start + 4000 * hour - 1, now)[0]);
  });
});
