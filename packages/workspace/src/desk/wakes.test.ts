import { describe, expect, it } from 'vitest';
import type { CaseLine } from './case-contract.ts';
import type { QueueLine } from './conversation-contract.ts';
import { wakeTimes } from './wakes.ts';

const hour = 3600_000;
const now = Date.UTC(2026, 0, 5, 9);
const me = 'a'.repeat(32);

const line = (changes: Partial<QueueLine>): QueueLine =>
  ({
    record: '1',
    checkIn: { plan: null, proposed: null, lastSafe: null, notSafe: null, seenTo: null },
    phase: 'claimed',
    claimedBy: me,
    clock: { since: now, due: now + 10 * hour, overdue: false, basis: 'judged', limit: 10 * hour },
    ...changes,
  }) as QueueLine;
const work = (changes: Partial<CaseLine>): CaseLine =>
  ({
    record: '2',
    conversation: null,
    responsible: me,
    next: { text: 'Call', date: '2026-01-09' },
    ...changes,
  }) as CaseLine;

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

  it('come when a sign of life turns late and at each rung after that, to whoever looks after it', () => {
    const plan = {
      id: '1'.repeat(32),
      rhythm: { every: 24 },
      from: now + hour,
      until: null,
      grace: 60,
      silence: 'We ring.',
      language: 'en',
    };
    const rung = (id: string, after: number) => ({
      id,
      after,
      what: 'Call',
      who: null,
      whom: '',
      contact: null,
    });
    const watch = {
      agreed: [plan],
      ladder: [rung('a', 0), rung('b', 120)],
      pauses: [],
      covers: [],
      lastSafe: null,
      notSafe: null,
      endedUpTo: null,
      climbed: [],
    };
    const file = work({ next: null, conversation: null, watch });
    expect(wakeTimes([], [file], me, now)).toEqual([now + 2 * hour, now + 4 * hour]);
    expect(wakeTimes([], [{ ...file, responsible: 'b'.repeat(32) }], me, now)).toEqual([]);
    const covers = [{ member: me, from: now, until: now + hour }];
    const covered = { ...file, responsible: 'b'.repeat(32), watch: { ...watch, covers } };
    expect(wakeTimes([], [covered], me, now)).toHaveLength(2);
  });

  it('come in the morning of the last day of whatever ends', () => {
    const task = {
      key: 'status:x',
      kind: 'status',
      text: '',
      due: '2026-01-20',
      warns: [30],
      owner: null,
      restsUntil: '2026-02-20',
      part: null,
      item: null,
      repeats: false,
    } as const;
    const [time = 0] = wakeTimes([], [work({ next: null, tasks: [task] })], me, now);
    expect([new Date(time).getDate(), new Date(time).getHours()]).toEqual([20, 8]);
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

describe('somebody’s quiet hours', () => {
  const later = (time: number, immediate: boolean): number => (immediate ? time : time + 5 * hour);

  it('put her calls off, and not those of immediate danger', () => {
    const [usual = 0] = wakeTimes([line({})], [], me, now, later);
    const [plain = 0] = wakeTimes([line({})], [], me, now);
    expect(usual).toBe(plain + 5 * hour);
    expect(wakeTimes([line({ urgency: 'urg_immediate' })], [], me, now, later)).toEqual([plain]);
  });
});
