import { describe, expect, it } from 'vitest';
import type { CaseLine, QueueLine } from './contract.ts';
import { wakeTimes } from './wakes.ts';

const hour = 3600_000;
const now = Date.UTC(2026, 0, 5, 9);
const me = 'a'.repeat(32);

const line = (changes: Partial<QueueLine>): QueueLine =>
  ({
    record: '1',
    phase: 'claimed',
    claimedBy: me,
    clock: { since: now, due: now + 10 * hour, overdue: false, basis: 'judged', limit: 10 * hour },
    ...changes,
  }) as QueueLine;
const work = (changes: Partial<CaseLine>): CaseLine =>
  ({ record: '2', responsible: me, next: { text: 'Call', date: '2026-01-09' }, ...changes }) as CaseLine;

describe('times at which somebody is called', () => {
  it('come before an answer is overdue, while there is still time to write it', () => {
    const [time = 0] = wakeTimes([line({})], [], me, now);
    expect(time).toBeGreaterThan(now);
    expect(time).toBeLessThanOrEqual(now + 8 * hour);
  });

  it('come for what nobody has taken, and not for what a colleague has, or what is over', () => {
    expect(wakeTimes([line({ claimedBy: null, phase: 'new' })], [], me, now)).toHaveLength(1);
    expect(wakeTimes([line({ claimedBy: 'b'.repeat(32) })], [], me, now)).toEqual([]);
    expect(wakeTimes([line({ phase: 'set_aside' })], [], me, now)).toEqual([]);
    expect(wakeTimes([line({ clock: null })], [], me, now)).toEqual([]);
  });

  it('come in the morning of an agreed day', () => {
    const [time = 0] = wakeTimes([], [work({})], me, now);
    expect(new Date(time).getHours()).toBe(8);
    expect(new Date(time).getDate()).toBe(9);
    expect(wakeTimes([], [work({ responsible: 'b'.repeat(32) })], me, now)).toEqual([]);
    expect(wakeTimes([], [work({ next: { text: 'Call', date: '2025-12-01' } })], me, now)).toEqual([]);
  });

  it('are one where two fall together, in order, and never more than a relay takes', () => {
    expect(wakeTimes([line({}), line({ record: '3' })], [], me, now)).toHaveLength(1);
    const many = Array.from({ length: 500 }, (_, at) =>
      line({
        clock: {
          since: now,
          due: now + (at + 2) * hour,
          overdue: false,
          basis: 'judged',
          limit: hour,
        },
      }),
    );
    const times = wakeTimes(many, [], me, now);
    expect(times.length).toBeLessThanOrEqual(64);
    expect(times).toEqual([...times].sort((one, other) => one - other));
  });
});
