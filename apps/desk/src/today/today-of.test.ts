import type { CaseLine } from '@leeward/workspace/desk/case-contract.ts';
import type { QueueLine } from '@leeward/workspace/desk/conversation-contract.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { type DayInputs, staleAfter, todayOf } from './today-of.ts';

const hour = 3_600_000;
const day = 24 * hour;
const me = 'a'.repeat(32);
const other = 'b'.repeat(32);
const now = 1000 * day;

const clock = (since: number, limit: number) =>
  ({ since, due: since + limit, overdue: false, basis: 'judged', limit }) as const;

function line(part: Partial<QueueLine>): QueueLine {
  return {
    record: 'r',
    phase: 'new',
    urgency: 'urg_unset',
    suggested: null,
    clock: null,
    waitingSince: null,
    unread: 0,
    missing: 0,
    claimedBy: null,
    excerpt: 'words',
    locale: 'en',
    callName: null,
    country: null,
    forOther: false,
    files: 0,
    never: [],
    case: null,
    checkIn: { plan: null, proposed: null, lastSafe: null, notSafe: null, seenTo: null },
    way: null,
    began: null,
    touched: null,
    handedOver: null,
    undecided: false,
    joined: 0,
    ...part,
  };
}

const caseLine = (part: Partial<CaseLine>): CaseLine => ({
  record: 'c',
  pseudonym: 'Kestrel',
  urgency: 'urg_high',
  state: 'case_supporting',
  responsible: me,
  next: null,
  conversation: null,
  updated: now,
  second: null,
  offered: null,
  relief: false,
  ...part,
});

const quiet: DayInputs = {
  lines: [],
  cases: [],
  drafts: [],
  unsettled: [],
  alerts: [],
  recoveryMissing: false,
  directory: null,
  me,
  administrator: true,
  officers: [me, other],
  now,
  today: '2026-11-21',
};
const needed = (...lines: readonly QueueLine[]) =>
  todayOf({ ...quiet, lines }).now.flatMap((errand) =>
    errand.kind === 'silence' ? [] : [[errand.line.record, errand.kind]],
  );

describe('her wish that the signs of life end', () => {
  it('is a task until somebody has carried it out: of whoever answers her, or of all where nobody does', () => {
    const wished = (claimedBy: string | null) => [
      line({ phase: 'claimed', claimedBy, case: 'c', endWished: now - hour }),
    ];
    const tasks = (lines: readonly QueueLine[]) =>
      todayOf({ ...quiet, lines }).running.filter(({ kind }) => kind === 'endWished');
    expect(tasks(wished(me))).toMatchObject([{ since: now - hour }]);
    expect(tasks(wished(null))).toHaveLength(1);
    expect(tasks(wished(other))).toEqual([]);
    expect(tasks([line({ phase: 'claimed', claimedBy: me })])).toEqual([]);
  });
});

describe('what needs an answer now', () => {
  it('puts danger first, then what is overdue, then by urgency, and the clock that runs out first', () => {
    expect(
      needed(
        line({
          record: 'standard',
          urgency: 'urg_standard',
          waitingSince: now - day,
          clock: clock(now - day, 7 * day),
        }),
        line({
          record: 'urgent',
          urgency: 'urg_urgent',
          waitingSince: now - hour,
          clock: clock(now - hour, day),
        }),
        line({ record: 'new', waitingSince: now - hour, clock: clock(now - hour, day) }),
        line({
          record: 'old',
          urgency: 'urg_high',
          waitingSince: now - 4 * day,
          clock: clock(now - 4 * day, 3 * day),
        }),
        line({
          record: 'danger',
          suggested: 'urg_immediate',
          waitingSince: now,
          clock: clock(now, 2 * hour),
        }),
      ),
    ).toEqual([
      ['danger', 'triage'],
      ['old', 'overdue'],
      ['new', 'triage'],
      ['urgent', 'unclaimed'],
      ['standard', 'unclaimed'],
    ]);
  });

  it('puts before everything whoever says that she is not safe, also where a colleague has her', () => {
    const checkIn = { plan: null, proposed: null, lastSafe: null, notSafe: now - hour, seenTo: null };
    expect(
      needed(
        line({ record: 'danger', suggested: 'urg_immediate', waitingSince: 1, clock: clock(1, hour) }),
        line({ record: 'her', phase: 'case', claimedBy: other, case: 'c', checkIn }),
        line({ record: 'aside', phase: 'set_aside', checkIn }),
      ),
    ).toEqual([
      ['her', 'notSafe'],
      ['danger', 'overdue'],
    ]);
  });

  it('says what I was handed until I have seen it, even where nobody waits', () => {
    const handedOver = { by: other, to: me, since: now - hour };
    expect(needed(line({ phase: 'answered', claimedBy: me, handedOver }))).toEqual([['r', 'handed']]);
    const toOther = { ...handedOver, to: other };
    expect(needed(line({ phase: 'answered', claimedBy: other, handedOver: toOther }))).toEqual([]);
  });

  it('leaves a colleague’s work to the colleague, unless life is at stake and the answer is overdue, or it is overdue for long', () => {
    const hers = { claimedBy: other, phase: 'claimed', waitingSince: now - day } as const;
    expect(needed(line({ ...hers, urgency: 'urg_urgent', clock: clock(now - 2 * day, day) }))).toEqual([]);
    expect(needed(line({ ...hers, urgency: 'urg_immediate', clock: clock(now - day, 2 * hour) }))).toEqual([
      ['r', 'late'],
    ]);
    // She may be ill: after twice the time that it may take, somebody asks.
    expect(needed(line({ ...hers, urgency: 'urg_urgent', clock: clock(now - 2 * day - 1, day) }))).toEqual([
      ['r', 'late'],
    ]);
  });

  it('brings somebody who wrote again after a refusal, and never what was set aside or closed', () => {
    const waits = { waitingSince: now - hour, clock: clock(now - hour, day) };
    expect(needed(line({ ...waits, phase: 'declined', claimedBy: me }))).toEqual([['r', 'waiting']]);
    expect(needed(line({ ...waits, phase: 'set_aside' }), line({ ...waits, phase: 'closed' }))).toEqual([]);
  });

  it('asks for a decision where two people judged apart', () => {
    expect(needed(line({ phase: 'answered', claimedBy: other, undecided: true }))).toEqual([
      ['r', 'undecided'],
    ]);
  });

  it('shows nobody twice and forgets nobody who waits for me or for anybody', () => {
    const anyLine = fc
      .record({
        record: fc.uuid(),
        phase: fc.constantFrom('new', 'claimed', 'answered', 'declined', 'case', 'set_aside', 'closed'),
        urgency: fc.constantFrom('urg_immediate', 'urg_urgent', 'urg_high', 'urg_standard', 'urg_unset'),
        claimedBy: fc.constantFrom(null, me, other),
        waitingSince: fc.option(fc.integer({ min: now - 10 * day, max: now })),
        touched: fc.option(fc.integer({ min: now - 20 * day, max: now })),
        undecided: fc.boolean(),
      })
      .map((part) =>
        line({
          ...(part as Partial<QueueLine>),
          clock: part.waitingSince === null ? null : clock(part.waitingSince, day),
        }),
      );
    fc.assert(
      fc.property(fc.uniqueArray(anyLine, { selector: (one) => one.record, maxLength: 25 }), (lines) => {
        const today = todayOf({ ...quiet, lines });
        const shown = [...today.now, ...today.running].flatMap((errand) =>
          'line' in errand && 'phase' in errand.line ? [errand.line.record] : [],
        );
        expect(new Set(shown).size).toBe(shown.length);
        for (const one of lines) {
          const open = one.phase !== 'set_aside' && one.phase !== 'closed';
          if (open && one.waitingSince !== null && one.claimedBy !== other)
            expect(shown).toContain(one.record);
          if (!open) expect(shown).not.toContain(one.record);
        }
        expect(todayOf({ ...quiet, lines: lines.toReversed() }).now).toEqual(today.now);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('what was begun', () => {
  it('puts what could not be saved first, then a refusal that was begun, then an answer, and names whom it is for', () => {
    const { begun } = todayOf({
      ...quiet,
      lines: [line({ record: 'one', callName: 'Noor' })],
      drafts: [
        { command: 'addNote', record: 'c' },
        { command: 'reply', record: 'one' },
        { command: 'decline', record: 'one' },
      ],
      unsettled: [
        { action: 'x', record: 'one', kind: 'request', command: 'claim', delivery: 'conflict', since: now },
      ],
      cases: [caseLine({})],
    });
    expect(begun.map((one) => [one.kind === 'begun' ? one.command : one.kind, one.name])).toEqual([
      ['unsettled', 'Noor'],
      ['decline', 'Noor'],
      ['reply', 'Noor'],
      ['addNote', 'Kestrel'],
    ]);
  });
});

describe('what goes stale', () => {
  it('names answers of outsiders that nobody has read: to whoever is responsible, and to everybody where nobody is', () => {
    const sheets = { unread: 1, open: [] };
    const { running } = todayOf({
      ...quiet,
      cases: [
        caseLine({ record: 'mine', sheets }),
        caseLine({ record: 'theirs', responsible: other, sheets }),
        caseLine({ record: 'nobodys', responsible: null, sheets }),
        caseLine({ record: 'read', sheets: { unread: 0, open: [5] } }),
      ],
    });
    const answers = running.filter(({ kind }) => kind === 'sheetAnswer');
    expect(answers.map((errand) => ('line' in errand ? errand.line.record : ''))).toEqual([
      'mine',
      'nobodys',
    ]);
  });

  it('is what I claimed and nobody touched for a week, and a next step past its day, mine alone', () => {
    const touched = now - staleAfter - hour;
    const { running } = todayOf({
      ...quiet,
      lines: [
        line({ record: 'mine', phase: 'answered', claimedBy: me, touched }),
        line({ record: 'fresh', phase: 'answered', claimedBy: me, touched: now - day }),
        line({ record: 'hers', phase: 'answered', claimedBy: other, touched }),
        line({ record: 'case', phase: 'case', claimedBy: me, touched, case: 'c' }),
      ],
      cases: [
        caseLine({ record: 'late', next: { text: 'Call', date: '2026-11-20' } }),
        caseLine({ record: 'today', next: { text: 'Call', date: '2026-11-21' } }),
        caseLine({ record: 'theirs', responsible: other, next: { text: 'Call', date: '2026-11-01' } }),
        caseLine({ record: 'over', state: 'case_closed', next: { text: 'Call', date: '2026-11-01' } }),
      ],
    });
    expect(running.map((one) => ('line' in one ? one.line.record : one.kind))).toEqual(['late', 'mine']);
  });

  it('is a door that closes, a recovery that was not made, and the directory; the door only for who can renew it [invariant 9]', () => {
    const inputs: DayInputs = {
      ...quiet,
      alerts: [{ kind: 'doorExpiring', since: now, details: { days: 3 } }],
      recoveryMissing: true,
      directory: { mine: 2, mineSince: now - day, others: 1, othersSince: now - day },
    };
    expect(todayOf(inputs).running.map((one) => one.kind)).toEqual([
      'door',
      'recovery',
      'toConfirm',
      'proposed',
    ]);
    expect(todayOf({ ...inputs, administrator: false }).running.map((one) => one.kind)).not.toContain('door');
  });
});

describe('a colleague who has left, or has another role now', () => {
  const gone = 'd'.repeat(32);

  it('holds no request any more: whoever waits there is anybody’s to answer, and a sign of danger reaches all', () => {
    const { now: needed, load } = todayOf({
      ...quiet,
      lines: [
        line({ record: 'waits', phase: 'answered', urgency: 'urg_high', claimedBy: gone, waitingSince: 1 }),
        line({
          record: 'late',
          phase: 'claimed',
          urgency: 'urg_standard',
          claimedBy: gone,
          waitingSince: now - 8 * day,
          clock: clock(now - 8 * day, 7 * day),
        }),
        line({ record: 'hers', phase: 'answered', urgency: 'urg_high', claimedBy: other, waitingSince: 1 }),
      ],
    });
    expect(needed.map((one) => [one.kind, 'line' in one ? one.line.record : ''])).toEqual([
      ['overdue', 'late'],
      ['unclaimed', 'waits'],
    ]);
    expect(load.map(({ member }) => member)).not.toContain(gone);
  });

  it('is responsible for no case any more: each stands on the day of everybody until somebody takes it', () => {
    const cases = [
      caseLine({ record: 'alone', responsible: gone }),
      caseLine({ record: 'closed', responsible: gone, state: 'case_closed' }),
      caseLine({ record: 'offered', responsible: gone, offered: other }),
      caseLine({ record: 'offered to nobody', responsible: gone, offered: gone }),
      caseLine({ record: 'carried', responsible: other }),
      // Brought from a table and never given to anybody: no news.
      caseLine({ record: 'of nobody', responsible: null }),
    ];
    const alone = (who: string) =>
      todayOf({ ...quiet, cases, me: who }).running.flatMap((one) =>
        one.kind === 'alone' ? [[one.line.record, one.left]] : [],
      );
    const expected = [
      ['alone', gone],
      ['offered to nobody', gone],
    ];
    expect(alone(me)).toEqual(expected);
    expect(alone(other)).toEqual(expected);
  });
});

describe('the load of each officer', () => {
  it('counts open requests, open cases and overdue answers, mine first, then whoever carries most [invariant 6]', () => {
    const { load } = todayOf({
      ...quiet,
      officers: [other, 'c'.repeat(32), me],
      lines: [
        line({
          record: '1',
          phase: 'claimed',
          claimedBy: other,
          clock: clock(now - 2 * day, day),
          waitingSince: 1,
        }),
        line({ record: '2', phase: 'answered', claimedBy: other }),
        line({ record: '3', phase: 'set_aside', claimedBy: other }),
        line({ record: '4', phase: 'case', claimedBy: me, case: 'c' }),
      ],
      cases: [caseLine({}), caseLine({ record: 'd', state: 'case_closed' })],
    });
    expect(load).toEqual([
      { member: me, requests: 0, cases: 1, overdue: 0 },
      { member: other, requests: 2, cases: 0, overdue: 1 },
      { member: 'c'.repeat(32), requests: 0, cases: 0, overdue: 0 },
    ]);
  });
});

it('[fault 46] a day of twenty thousand requests is made in a moment, and the person in danger stands first', () => {
  const junk = Array.from({ length: 20_000 }, (_, index) =>
    line({ record: `junk ${index}`, waitingSince: now - index, clock: clock(now - index, day) }),
  );
  const real = line({
    record: 'real',
    suggested: 'urg_immediate',
    waitingSince: now - 1,
    clock: clock(now - 1, 2 * hour),
  });
  const { now: first } = todayOf({ ...quiet, lines: [...junk, real] });
  expect(first).toHaveLength(20_001);
  expect(first[0]).toMatchObject({ line: { record: 'real' } });
});

describe('a colleague who asks for an identity', () => {
  const asked = (question: string, by: string) => ({
    caseRecord: 'c',
    person: null,
    pseudonym: 'Kestrel',
    question: {
      question,
      person: null,
      asked: { entry: 'e', index: 0, position: 1, by, claimedTime: now - hour },
      reason: 'For the visa letter.',
      until: now + day,
      withdrawn: null,
      answer: null,
      ended: null,
    },
  });

  it('stands on the day of those who have custody, and never on that of whoever asked', () => {
    const { running } = todayOf({ ...quiet, questions: [asked('one', other), asked('mine', me)] });
    const shown = running.flatMap((one) =>
      one.kind === 'identityAsked' ? [one.asked.question.question] : [],
    );
    expect(shown).toEqual(['one']);
    expect(todayOf(quiet).running).toEqual([]);
  });
});
