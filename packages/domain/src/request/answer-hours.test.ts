import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { answerHours, clockBy, hoursAtMost, isSameHours, usualAnswerHours } from './answer-hours.ts';

const hour = 3_600_000;
const read = (value: unknown) => answerHours(value, '');

describe('the hours of an answer', () => {
  it('are those of the handbook until an organisation sets others [invariant 13]', () => {
    expect(usualAnswerHours).toEqual({
      urg_immediate: 2,
      urg_urgent: 24,
      urg_high: 72,
      urg_standard: 168,
      urg_unset: 24,
    });
    expect(isSameHours(usualAnswerHours, { ...usualAnswerHours, urg_high: 48 })).toBe(false);
  });

  it('are whole, at least one and at most two months, and said of every urgency', () => {
    expect(read(usualAnswerHours)).toMatchObject({ ok: true });
    for (const wrong of [0, -1, 1.5, hoursAtMost + 1, '2', null])
      expect(read({ ...usualAnswerHours, urg_high: wrong })).toMatchObject({ ok: false });
    const { urg_unset: _, ...rest } = usualAnswerHours;
    expect(read(rest)).toMatchObject({ ok: false });
  });

  it('move the end of a clock that runs, and nothing else of it', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.integer({ min: 1, max: hoursAtMost }),
        fc.nat(2_000_000),
        (since, high, later) => {
          const clock = {
            since,
            due: since + 72 * hour,
            overdue: false,
            basis: 'judged',
            limit: 72 * hour,
          } as const;
          const now = since + later * 1000;
          const moved = clockBy({ ...usualAnswerHours, urg_high: high }, 'urg_high', clock, now);
          expect(moved).toMatchObject({
            since,
            basis: 'judged',
            limit: high * hour,
            due: since + high * hour,
          });
          if (high !== 72) expect(moved.overdue).toBe(now > moved.due);
        },
      ),
      { numRuns: runs(100) },
    );
  });
});
