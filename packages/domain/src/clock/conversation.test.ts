import { describe, expect, it } from 'vitest';
import { askOf } from '../testing/consents-of-a-case.ts';
import { officer, type Story, sealed, story } from '../testing/conversation.ts';
import { id, item } from '../testing/people.ts';
import { isRaised } from './clock.ts';
import { clocksOfConversation } from './conversation.ts';

const begun = story()
  .item(2, officer, item(0, { type: 'request', v: 1, what: 'I need help.', locale: 'ar' }))
  .event(3, officer, { type: 'RequestClaimed', v: 1, member: officer.member });
const ask = askOf(1, { until: '2027-06-15', recipient: 'North Wind House' });
const asked = begun.event(4, officer, { type: 'ConsentAsked', v: 1, ask, sent: sealed(begun.state) });
const told = (from: Story, entry: number, text: string, day: string | null) =>
  from.event(entry, officer, { type: 'NextTold', v: 1, text, day, who: '', sent: sealed(from.state) });
const clocks = (from: Story) =>
  clocksOfConversation(from.state).map(({ kind, until, label }) => [kind, until, label]);

describe('what ends by itself in a conversation [invariant 9]', () => {
  it('is what we told her would happen next, by the day that we said last', () => {
    const once = told(begun, 4, 'We call the clinic.', '2027-01-10');
    expect(clocks(once)).toEqual([['promise', '2027-01-10', 'We call the clinic.']]);
    const again = told(once, 5, 'We ask the lawyer.', '2027-02-01');
    expect(clocks(again)).toEqual([['promise', '2027-02-01', 'We ask the lawyer.']]);
    expect(clocks(told(again, 6, 'We think about it.', null))).toEqual([]);
  });

  it('is her yes with a last day, from when she gave it until she takes it back', () => {
    expect(asked.state.kept).toEqual([]);
    expect(clocks(asked)).toEqual([]);
    const says = (from: Story, sequence: number, answer: string) =>
      from.item(
        10 + sequence,
        officer,
        item(sequence, { type: 'consent', v: 1, id: id(1), asked: asked.state.sent.at(-1)?.hash, answer }),
      );
    const given = says(asked, 1, 'given');
    expect(clocks(given)).toEqual([['consent', '2027-06-15', 'North Wind House']]);
    const [clock] = clocksOfConversation(given.state);
    if (clock === undefined) throw new Error('no clock');
    expect(['2027-05-16', '2027-06-08', '2027-05-01'].map((day) => isRaised(clock, day))).toEqual([
      true,
      true,
      false,
    ]);
    expect(clocks(says(given, 2, 'withdrawn'))).toEqual([]);
  });
});
