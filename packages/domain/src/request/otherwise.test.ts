import { describe, expect, it } from 'vitest';
import { mailbox, officer, reader, sealed, second, story } from '../testing/conversation.ts';
import { at, hour, item, minute } from '../testing/people.ts';
import { foldRequest } from './fold.ts';
import type { Account } from './otherwise.ts';
import { clockOf, phaseOf, suggestedUrgency, waitingSince } from './queue.ts';
import { mayWriteTo } from './routing.ts';
import { canAdopt, canEnter, canEnterWord, canNoteContact, canTellDecline, mayAnswer } from './rules.ts';
import { saidBy } from './said.ts';
import { emptyRequest, type RequestState } from './state.ts';

const called: Account = {
  way: 'phone',
  from: 'A colleague of hers',
  at: 50 * minute,
  words: 'She hides at a friend’s.',
  locale: 'en',
  details: {
    danger48h: 'yes',
    callName: 'Yusuf',
    country: 'KE',
    channels: [
      { channel: 'chan_e2ee_chat', detail: '@y', safe: true },
      { channel: 'chan_phone_call', safe: false },
    ],
    never: ['family'],
  },
};
const nothing = { answered: null, judged: null, claim: false } as const;
const enter = (more: Parameters<typeof canEnter>[3] = nothing, account = called): RequestState => {
  const allowed = canEnter(emptyRequest, officer, account, more);
  if (!allowed.ok) throw new Error(allowed.error.code);
  return allowed.value.reduce(
    (state: RequestState, event, index) => foldRequest(state, event, at(60, officer, { index })),
    emptyRequest,
  );
};

describe('a request that came by another way than the door', () => {
  it('begins with what the officer wrote down, waits since she was heard, and asks for judgement by her danger', () => {
    const state = enter();
    expect(saidBy(state)).toMatchObject({
      what: called.words,
      callName: 'Yusuf',
      country: 'KE',
      locale: 'en',
    });
    expect(waitingSince(state)).toBe(50 * minute);
    expect(suggestedUrgency(state)).toBe('urg_immediate');
    expect(clockOf(state, 50 * minute + 3 * hour)).toMatchObject({ overdue: true, basis: 'suggested' });
    expect(phaseOf(state)).toBe('new');
  });

  it('never waits since a moment after it was typed', () => {
    expect(waitingSince(enter(nothing, { ...called, at: 90 * minute }))).toBe(60 * minute);
  });

  it('[rule 16] takes no mailbox in: hers founds a record of its own, which can be joined', () => {
    expect(canAdopt(enter(), officer, mailbox(0))).toMatchObject({ error: { code: 'exists' } });
    const adopted = story().event(2, officer, { type: 'RequestEntered', v: 1, ...called });
    expect(adopted.state.heard).toEqual([]);
    expect(adopted.state.kept[0]?.why).toMatchObject({ refusal: { code: 'exists' } });
    expect(canEnter(emptyRequest, reader, called, nothing)).toMatchObject({ error: { code: 'role' } });
  });

  it('can be claimed, judged and answered in the same breath', () => {
    const state = enter({
      claim: true,
      judged: { urgency: 'urg_urgent', reason: 'Hides.', replaces: [] },
      answered: { channel: 'chan_e2ee_chat', at: 55 * minute, words: 'We call tonight.' },
    });
    expect(state).toMatchObject({ claimedBy: officer.member, urgency: 'urg_urgent' });
    expect(suggestedUrgency(state)).toBeNull();
    expect(waitingSince(state)).toBeNull();
    expect(phaseOf(state)).toBe('answered');
  });

  it('waits again when she is heard again, and what must never be done only grows', () => {
    const answered = foldRequest(
      enter(),
      { type: 'ContactNoted', v: 1, channel: 'chan_e2ee_chat', at: 61 * minute, words: 'Hello' },
      at(62, officer),
    );
    const again: Account = {
      way: 'chat',
      from: '',
      at: 70 * minute,
      words: 'Moved on.',
      locale: 'en',
      details: { country: 'UG', never: ['call'] },
    };
    expect(canEnterWord(answered, second, again).ok).toBe(true);
    const state = foldRequest(answered, { type: 'WordEntered', v: 1, ...again }, at(71, second));
    expect(waitingSince(state)).toBe(70 * minute);
    expect(saidBy(state)).toMatchObject({
      country: 'UG',
      callName: 'Yusuf',
      never: ['family', 'call'],
      added: ['Moved on.'],
    });
  });

  it('keeps what she calls unsafe binding, and has no place to write to her here [invariant 2]', () => {
    const state = enter();
    expect(mayWriteTo(state, 'chan_phone_call')).toMatchObject({ error: { code: 'called_unsafe' } });
    expect(mayWriteTo(state, 'chan_e2ee_chat', '@y').ok).toBe(true);
    expect(mayAnswer(state, officer)).toMatchObject({ error: { code: 'no_mailbox' } });
  });

  it('is declined by a way that she called safe, with what else may help, and not where she can read it herself [invariants 2, 8]', () => {
    const decline = {
      reason: 'close_declined_covered',
      words: 'Others help already.',
      alternatives: ['A fund'],
      noneKnown: false,
      wayBack: { days: 30 },
    } as const;
    const claimed = enter({ ...nothing, claim: true });
    expect(canTellDecline(claimed, officer, { ...decline, channel: 'chan_phone_call' })).toMatchObject({
      error: { code: 'called_unsafe' },
    });
    const told = canTellDecline(claimed, officer, { ...decline, channel: 'chan_e2ee_chat' });
    if (!told.ok) throw new Error(told.error.code);
    const state = foldRequest(claimed, told.value[0], at(70, officer));
    expect(phaseOf(state)).toBe('declined');
    expect(state.declined?.alternatives).toEqual(['A fund']);
    expect(waitingSince(state)).toBeNull();
    const door = story()
      .item(
        2,
        officer,
        item(0, {
          type: 'request',
          v: 1,
          what: 'Help',
          locale: 'en',
          channels: [{ channel: 'chan_sms', safe: true }],
        }),
      )
      .event(3, officer, { type: 'RequestClaimed', v: 1, member: officer.member });
    expect(canTellDecline(door.state, officer, { ...decline, channel: 'chan_sms' })).toMatchObject({
      error: { code: 'write_here' },
    });
  });
});

describe('a call in a conversation of the door', () => {
  it('is an answer, and what she says there later changes what is known, where it stands in the record', () => {
    const asked = story().item(
      2,
      officer,
      item(0, { type: 'request', v: 1, what: 'Help', locale: 'en', country: 'KE' }),
    );
    expect(
      canNoteContact(asked.state, officer, { channel: 'chan_phone_call', at: 3 * minute, words: 'Spoke.' })
        .ok,
    ).toBe(true);
    const spoken = asked
      .event(3, officer, {
        type: 'ContactNoted',
        v: 1,
        channel: 'chan_phone_call',
        at: 3 * minute,
        words: 'Spoke.',
      })
      .event(4, officer, {
        type: 'WordEntered',
        v: 1,
        way: 'phone',
        from: '',
        at: 3 * minute,
        words: 'In Uganda now.',
        locale: 'en',
        details: { country: 'UG' },
      });
    expect(saidBy(spoken.state)).toMatchObject({ what: 'Help', added: ['In Uganda now.'], country: 'UG' });
    const replied = spoken.event(5, officer, {
      type: 'ReplyWritten',
      v: 1,
      text: 'Good.',
      files: [],
      sent: sealed(spoken.state),
    });
    expect(waitingSince(replied.state)).toBeNull();
    const wrote = replied.item(6, officer, item(1, { type: 'add', v: 1, country: 'RW' }));
    expect(saidBy(wrote.state).country).toBe('RW');
  });
});
