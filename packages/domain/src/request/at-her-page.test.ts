import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { clocksOfConversation } from '../clock/conversation.ts';
import { officer, type Story, sealed, story } from '../testing/conversation.ts';
import { id, item } from '../testing/people.ts';
import {
  answerDaysChoices,
  dateOfDay,
  isStanding,
  lastDayAtHerPage,
  usualAnswerDays,
} from './at-her-page.ts';
import type { TeamMessage } from './reply.ts';
import { canCloseChannel } from './rules.ts';

const now = Date.UTC(2026, 10, 21, 9);
const last = (message: TeamMessage, days: number = usualAnswerDays, at = now): string =>
  dateOfDay(lastDayAtHerPage(message, at, days));
const reply: TeamMessage = { type: 'reply', v: 1, text: 'Come on Monday.' };
const held: TeamMessage = { type: 'held', v: 1, id: id(1), lines: [] };
const next = (day: string | null): TeamMessage => ({
  type: 'next',
  v: 1,
  text: 'We call.',
  day,
  who: 'Mina',
});

describe('what we write can be read at her page for a time [fault 50]', () => {
  it('an answer for ninety days, or for as long as the organisation chose', () => {
    expect(last(reply)).toBe('2027-02-19');
    expect(last(reply, 14)).toBe('2026-12-05');
    expect(answerDaysChoices).toContain(usualAnswerDays);
  });

  it('what stands there for four hundred, so that it is there when she comes back after a year', () => {
    expect(last(held)).toBe('2027-12-26');
    expect(last(held, 14)).toBe('2027-12-26');
    expect([isStanding('shownPlan'), isStanding('opened'), isStanding('reply')]).toEqual([true, true, false]);
  });

  it('and what has a day of its own for a month beyond it', () => {
    expect(last(next('2027-05-01'))).toBe('2027-05-31');
    expect(last(next('2026-11-23'))).toBe('2027-02-19');
    const until = Date.UTC(2027, 5, 1);
    expect(last({ type: 'declined', v: 1, text: '', alternatives: [], until })).toBe('2027-07-01');
  });

  it('but nothing for ever, whatever day somebody typed', () => {
    const days = fc.integer({ min: -200_000_000_000_000, max: 200_000_000_000_000 });
    fc.assert(
      fc.property(days, fc.constantFrom(...answerDaysChoices), (until, chosen) => {
        const declined: TeamMessage = { type: 'declined', v: 1, text: '', alternatives: [], until };
        const day = lastDayAtHerPage(declined, now, chosen);
        const today = Math.floor(now / 86_400_000);
        expect(Number.isInteger(day)).toBe(true);
        expect(day).toBeGreaterThanOrEqual(today + chosen);
        expect(day).toBeLessThanOrEqual(today + 5 * 366);
      }),
      { numRuns: runs(200) },
    );
    expect(last(next('not a day'))).toBe('2027-02-19');
  });
});

describe('what stands on her page and nobody has ended', () => {
  const begun = story()
    .item(2, officer, item(0, { type: 'request', v: 1, what: 'I need help.', locale: 'ar' }))
    .event(3, officer, { type: 'RequestClaimed', v: 1, member: officer.member });
  const tellHeld = (from: Story, entry: number, until: number): Story =>
    from.event(entry, officer, {
      type: 'HeldTold',
      v: 1,
      note: id(entry),
      lines: [{ what: `Held since ${entry}`, since: '', why: '', who: '', until: '' }],
      sent: { ...sealed(from.state), until },
    });
  const clocks = (from: Story) =>
    clocksOfConversation(from.state).map(({ kind, until, label }) => [kind, until, label]);

  it('warns before it would vanish there, and the newest alone [invariant 9]', () => {
    const once = tellHeld(begun, 4, 21_000);
    expect(clocks(once)).toEqual([['her_page', '2027-07-01', 'Held since 4']]);
    expect(clocks(tellHeld(once, 5, 21_400))).toEqual([['her_page', '2028-08-04', 'Held since 5']]);
  });

  it('warns of nothing where no day was set, as before there were any', () => {
    const from = begun.event(4, officer, {
      type: 'HeldTold',
      v: 1,
      note: id(4),
      lines: [],
      sent: sealed(begun.state),
    });
    expect(clocks(from)).toEqual([]);
  });

  it('and of nothing once her words are closed', () => {
    const once = tellHeld(begun, 4, 21_000);
    const { mailbox } = once.state.guests[0]!;
    const closing = canCloseChannel(once.state, officer, { mailbox, reason: 'seized' });
    expect(closing.ok).toBe(true);
    if (!closing.ok) return;
    expect(clocks(closing.value.reduce((from, event) => from.event(5, officer, event), once))).toEqual([]);
  });
});

describe('what she wishes to become of all that is here, when she closes it [invariant 14]', () => {
  const begun = story().item(
    2,
    officer,
    item(0, { type: 'request', v: 1, what: 'I need help.', locale: 'ar' }),
  );
  const closes = (wants?: string) =>
    begun.item(3, officer, item(1, { type: 'close', v: 1, ...(wants === undefined ? {} : { wants }) }));
  const asked = (from: Story) => clocksOfConversation(from.state).map(({ kind, until }) => [kind, until]);

  it('is a task from the day on which we had her word, where all or a part is to be destroyed', () => {
    expect(asked(closes('destroy'))).toEqual([['retention', '1970-01-01']]);
    expect(asked(closes('part'))).toEqual([['retention', '1970-01-01']]);
    expect([asked(begun), asked(closes()), asked(closes('keep'))]).toEqual([[], [], []]);
  });
});
