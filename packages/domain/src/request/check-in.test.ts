import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { type CheckInPlan, firstOpenRound, missedRounds, nextRound, roundsBetween } from './check-in.ts';

const hour = 3_600_000;
const plan = (more: Partial<CheckInPlan> = {}): CheckInPlan => ({
  id: '0'.repeat(32),
  rhythm: { every: 12 },
  from: Date.UTC(2026, 10, 1, 8),
  until: null,
  grace: 60,
  silence: 'We ring the lawyer.',
  language: 'en',
  ...more,
});
const at = (text: string): number => Date.parse(text);
const written = (rounds: readonly number[]): readonly string[] =>
  rounds.map((round) => new Date(round).toISOString().slice(0, 16));

describe('the rounds of a check-in', () => {
  it('come every so many hours from the first on, and end with the last day', () => {
    const until = at('2026-11-02T09:00Z');
    expect(written(roundsBetween(plan({ until }), 0, at('2027-01-01T00:00Z')))).toEqual([
      '2026-11-01T08:00',
      '2026-11-01T20:00',
      '2026-11-02T08:00',
    ]);
    expect(nextRound(plan({ until }), until)).toBeNull();
  });

  it('come at the times of the place where she is, also when its clocks change', () => {
    const berlin = plan({
      rhythm: { times: ['20:00', '08:00'], zone: 'Europe/Berlin' },
      from: at('2026-10-24T00:00Z'),
    });
    // Winter time begins there on 25 October.
    expect(written(roundsBetween(berlin, 0, at('2026-10-26T00:00Z')))).toEqual([
      '2026-10-24T06:00',
      '2026-10-24T18:00',
      '2026-10-25T07:00',
      '2026-10-25T19:00',
    ]);
  });

  it('come once where the clocks skip the time or repeat it', () => {
    const spring = plan({
      rhythm: { times: ['02:30'], zone: 'Europe/Berlin' },
      from: at('2027-03-27T12:00Z'),
      until: at('2027-03-29T12:00Z'),
    });
    expect(roundsBetween(spring, 0, at('2027-04-01T00:00Z'))).toHaveLength(2);
    const autumn = plan({
      rhythm: { times: ['02:30'], zone: 'Europe/Berlin' },
      from: at('2026-10-24T12:00Z'),
      until: at('2026-10-26T12:00Z'),
    });
    expect(roundsBetween(autumn, 0, at('2026-11-01T00:00Z'))).toHaveLength(2);
  });

  it('are told in the world’s own time where a device does not know the zone', () => {
    const nowhere = plan({ rhythm: { times: ['08:00'], zone: 'Nowhere/Atall' } });
    expect(written(roundsBetween(nowhere, 0, plan().from))).toEqual(['2026-11-01T08:00']);
  });

  it('are never more than can be counted, whatever the plan and the clock say', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.record({ every: fc.integer({ min: 1, max: 744 }) }),
          fc.record({
            times: fc.uniqueArray(fc.constantFrom('00:00', '02:30', '08:00', '23:59'), { minLength: 1 }),
            zone: fc.constantFrom('Asia/Kathmandu', 'America/New_York', 'UTC', 'Pacific/Apia'),
          }),
        ),
        fc.integer({ min: 0, max: 4_000_000_000_000 }),
        fc.integer({ min: 0, max: 4_000_000_000_000 }),
        (rhythm, from, now) => {
          const rounds = roundsBetween(plan({ rhythm, from }), 0, now, 50);
          expect(rounds.length).toBeLessThanOrEqual(50);
          for (const [index, round] of rounds.entries()) {
            expect(round).toBeGreaterThanOrEqual(from);
            expect(round).toBeLessThanOrEqual(now);
            expect(round).toBeGreaterThan(rounds[index - 1] ?? -1);
          }
        },
      ),
      { numRuns: runs(100) },
    );
  });
});

describe('silence', () => {
  it('begins with the first round that nothing answers, after its grace and not before [invariant 10]', () => {
    const first = plan().from;
    expect(missedRounds(plan(), null, first + hour - 1)).toEqual([]);
    expect(missedRounds(plan(), null, first + hour)).toEqual([first]);
    expect(missedRounds(plan(), null, first + 13 * hour)).toEqual([first, first + 12 * hour]);
  });

  it('is ended by a sign of life, which also answers the round that follows it soon', () => {
    const first = plan().from;
    const safe = first + 10 * hour;
    expect(firstOpenRound(plan(), safe)).toBe(first + 24 * hour);
    expect(missedRounds(plan(), safe, first + 13 * hour)).toEqual([]);
    expect(missedRounds(plan(), first + hour, first + 13 * hour)).toEqual([first + 12 * hour]);
  });

  it('is only ever shortened by a later sign of life', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 0, max: 400 }),
        (left, right, now) => {
          const from = plan().from;
          const [early, late] = [Math.min(left, right), Math.max(left, right)];
          const missed = (safe: number) => missedRounds(plan(), from + safe * hour, from + now * hour).length;
          expect(missed(late)).toBeLessThanOrEqual(missed(early));
        },
      ),
      { numRuns: runs(200) },
    );
  });
});
