import type { QueueLine } from '@leeward/workspace/desk/conversation-contract.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { clockFace, countsOf, sectionsOf } from './sections.ts';

const hour = 3_600_000;
const me = 'a'.repeat(32);
const other = 'b'.repeat(32);

function line(part: Partial<QueueLine>): QueueLine {
  return {
    record: 'r',
    phase: 'new',
    urgency: 'urg_unset',
    suggested: null,
    clock: null,
    waitingSince: 0,
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
    way: null,
    began: null,
    touched: null,
    handedOver: null,
    undecided: false,
    joined: 0,
    checkIn: { plan: null, proposed: null, lastSafe: null, notSafe: null, seenTo: null },
    ...part,
  };
}

const anyLine = fc
  .record({
    phase: fc.constantFrom('new', 'claimed', 'answered', 'declined', 'case', 'set_aside', 'closed'),
    urgency: fc.constantFrom('urg_immediate', 'urg_urgent', 'urg_high', 'urg_standard', 'urg_unset'),
    suggested: fc.constantFrom(null, 'urg_immediate'),
    waitingSince: fc.option(fc.nat(1_000_000)),
    claimedBy: fc.constantFrom(null, me, other),
    record: fc.uuid(),
  })
  .map((part) => line(part as Partial<QueueLine>));

describe('the queue', () => {
  it('loses nobody: every request is in one of the lists, and no list shows it twice', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyLine, { selector: (one) => one.record, maxLength: 30 }), (lines) => {
        const sections = Object.values(sectionsOf(lines, me));
        for (const one of lines) expect(sections.some((list) => list.includes(one))).toBe(true);
        for (const list of sections) expect(new Set(list).size).toBe(list.length);
      }),
      { numRuns: runs(300) },
    );
  });

  it('puts whoever waits first, by urgency and then by how long, and her own word of danger above all', () => {
    const lines = [
      line({ record: 'standard', urgency: 'urg_standard', waitingSince: 1 }),
      line({ record: 'later', urgency: 'urg_urgent', waitingSince: 9 }),
      line({ record: 'earlier', urgency: 'urg_urgent', waitingSince: 3 }),
      line({ record: 'unread', waitingSince: 5 }),
      line({ record: 'danger', suggested: 'urg_immediate', waitingSince: 8 }),
    ];
    const order = sectionsOf(lines, me).now.map((one) => one.record);
    expect(order).toEqual(['danger', 'unread', 'earlier', 'later', 'standard']);
  });

  it('brings somebody who writes again after a refusal back to those who wait [invariant 8]', () => {
    const again = line({ phase: 'declined', waitingSince: 5 });
    expect(sectionsOf([again], me).now).toEqual([again]);
    expect(sectionsOf([line({ phase: 'declined', waitingSince: null })], me).now).toEqual([]);
  });

  it('shows what I have claimed among mine as well, and what was set aside nowhere else', () => {
    const mine = line({ record: 'mine', phase: 'claimed', claimedBy: me });
    const junk = line({ record: 'junk', phase: 'set_aside', claimedBy: me });
    const sections = sectionsOf([mine, junk], me);
    expect(sections.mine).toEqual([mine]);
    expect(sections.now).toEqual([mine]);
    expect(sections.aside).toEqual([junk]);
  });

  it('counts who waits for a first answer and which answers are overdue, and leaves out what was set aside [invariant 6]', () => {
    const clock = { since: 0, due: 1, overdue: true, basis: 'judged', limit: 1 } as const;
    const lines = [line({ clock }), line({ phase: 'answered', clock }), line({ phase: 'set_aside', clock })];
    expect(countsOf(lines)).toEqual({ waiting: 1, overdue: 2 });
  });
});

describe('the clock of a line', () => {
  const clock = { since: 0, due: 2 * hour, overdue: false, basis: 'judged', limit: 2 * hour } as const;

  it('says how long she has waited of how long at most, and then how long it is overdue', () => {
    expect(clockFace({ clock }, hour)).toEqual({ state: 'within', waited: hour, limit: 2 * hour });
    // The line may be older than the moment at which somebody looks at it.
    expect(clockFace({ clock }, 3 * hour)).toEqual({ state: 'overdue', by: hour });
    expect(clockFace({ clock: null }, hour)).toBeNull();
  });
});
