import type { Watch } from '@leeward/domain/check-in/watch.ts';
import type { CheckInPlan } from '@leeward/domain/request/check-in.ts';
import type { CaseLine } from '@leeward/workspace/desk/case-contract.ts';
import type { QueueLine } from '@leeward/workspace/desk/conversation-contract.ts';
import { describe, expect, it } from 'vitest';
import { silencesOf } from './silence-errands.ts';

const hour = 3_600_000;
const me = 'a'.repeat(32);
const other = 'b'.repeat(32);
const start = Date.UTC(2026, 10, 20, 21);
const plan: CheckInPlan = {
  id: '1'.repeat(32),
  rhythm: { every: 24 },
  from: start,
  until: null,
  grace: 60,
  silence: 'We ring her sister.',
  language: 'en',
};
const none = { plan: null, proposed: null, lastSafe: null, notSafe: null, seenTo: null };
const request = (more: Partial<QueueLine> = {}): QueueLine =>
  ({
    record: 'talk',
    phase: 'answered',
    claimedBy: me,
    callName: 'Kestrel',
    checkIn: { ...none, plan },
    ...more,
  }) as QueueLine;
const watch: Watch = {
  agreed: [],
  ladder: [{ id: '4'.repeat(32), after: 0, what: 'Call her sister', who: null, whom: '', contact: null }],
  pauses: [],
  covers: [],
  lastSafe: null,
  notSafe: null,
  endedUpTo: null,
  climbed: [],
};
const file = (more: Partial<CaseLine> = {}): CaseLine =>
  ({
    record: 'file',
    pseudonym: 'Tern 4',
    responsible: me,
    conversation: 'talk',
    watch,
    ...more,
  }) as CaseLine;
const told = (now: number, cases: readonly CaseLine[], lines: readonly QueueLine[], who = me) =>
  silencesOf({ lines, cases, officers: [me, other], me: who, now });

describe('signs of life on the day', () => {
  it('stand there before they are late, for whoever looks after them and for nobody else', () => {
    const before = start - hour;
    expect(told(before, [file()], [request()]).soon).toMatchObject([
      { silence: { stage: 'coming' }, name: 'Tern 4' },
    ]);
    expect(told(before, [file()], [request()], other).soon).toEqual([]);
    const covered = file({ watch: { ...watch, covers: [{ member: other, from: 0, until: start + hour }] } });
    expect(told(before, [covered], [request()], other).soon).toHaveLength(1);
    // Whoever was to look after them has left: then everybody does.
    const gone = 'd'.repeat(32);
    expect(
      told(before, [file({ responsible: gone })], [request({ claimedBy: gone })], other).soon,
    ).toMatchObject([{ after: null }]);
    const leftOver = file({ watch: { ...watch, covers: [{ member: gone, from: 0, until: start + hour }] } });
    expect(told(before, [leftOver], [request()]).soon).toMatchObject([{ after: me }]);
    expect(told(start - 5 * hour, [file()], [request()]).soon).toEqual([]);
  });

  it('are everybody’s once they are late, and told once: by the file with its ladder [invariant 10]', () => {
    const late = told(start + 2 * hour, [file()], [request()], other);
    expect(late.now).toMatchObject([{ silence: { stage: 'late', rungs: [{ what: 'Call her sister' }] } }]);
    expect([...late.told]).toEqual(['talk']);
  });

  it('are told by the conversation where no file holds a ladder; before they are late they stand here all the same', () => {
    expect(told(start + 2 * hour, [], [request()])).toMatchObject({ now: [], told: new Set() });
    expect(told(start + 10, [], [request()]).soon).toMatchObject([{ silence: { stage: 'waited' } }]);
  });

  it('put danger before silence, and nothing while a pause runs', () => {
    const danger = file({ record: 'b', conversation: null, watch: { ...watch, notSafe: start } });
    const { now } = told(start + 2 * hour, [file(), danger], [request()]);
    expect(now.map(({ silence }) => silence.stage)).toEqual(['danger', 'late']);
    const paused = file({ watch: { ...watch, pauses: [{ from: start - 1, until: start + 12 * hour }] } });
    expect(told(start + 2 * hour, [paused], [request()])).toMatchObject({ now: [], soon: [] });
  });
});
