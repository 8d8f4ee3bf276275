import { describe, expect, it } from 'vitest';
import type { ConsentAsk } from '../consent/ask.ts';
import type { Refusal } from '../shared/refusal.ts';
import type { Result } from '../shared/result.ts';
import { officer, type Story, sealed, story } from '../testing/conversation.ts';
import { hash, id, item } from '../testing/people.ts';
import {
  canAskConsent,
  canAskQuestion,
  canDropConsent,
  canEndCheckIn,
  canProposeCheckIn,
  canShowPlan,
  canTellHeld,
  canTellNext,
  canTellRounds,
} from './come-back-rules.ts';
import type { RequestEvent } from './events.ts';
import { canCloseChannel, canDecline, canReply, canSendQuestions } from './rules.ts';
import type { RequestState } from './state.ts';

/** What goes to her without anybody’s words in it: that her words were opened, the weekly sign, that her words are closed. */
type Sign = 'OpenedNoted' | 'ConversationConfirmed' | 'ClosingTold';
type Word = Exclude<Extract<RequestEvent, { readonly sent: unknown }>['type'], Sign>;

const ask: ConsentAsk = {
  id: id(1),
  purpose: 'con_referral_identity',
  recipient: 'A house in the north',
  fields: ['story'],
  text: 'May we tell them?',
  version: 1,
  language: 'en',
  until: '2027-01-01',
};
const plan = { rhythm: { every: 24 }, from: 0, until: null, grace: 30, silence: 'We call.', language: 'en' };
const shown = {
  id: id(7),
  version: 1,
  language: 'en',
  aims: '',
  arrest: '',
  risks: null,
  measures: [],
  contacts: [{ id: id(8), who: 'The lawyer', how: '', occasions: [], tell: '' }],
};

/** Every way in which somebody of the team says something to her at her page. A new one needs its line here. */
const words: Readonly<Record<Word, (state: RequestState) => Result<unknown, Refusal>>> = {
  ReplyWritten: (state) => canReply(state, officer, { text: 'Come.', files: [], sent: sealed(state) }),
  QuestionsSent: (state) =>
    canSendQuestions(state, officer, { form: hash(5), text: '', sent: sealed(state) }),
  RequestDeclined: (state) =>
    canDecline(state, officer, {
      reason: 'close_declined_covered',
      words: 'We cannot.',
      alternatives: ['Somebody else'],
      noneKnown: false,
      wayBack: { days: 30 },
      sent: sealed(state),
    }),
  ConsentAsked: (state) => canAskConsent(state, officer, { ask, sent: sealed(state) }, '2026-11-21'),
  ConsentDropped: (state) => canDropConsent(state, officer, { consent: id(2), sent: sealed(state) }),
  NextTold: (state) =>
    canTellNext(state, officer, { text: 'We call.', day: null, who: '', sent: sealed(state) }),
  HeldTold: (state) =>
    canTellHeld(state, officer, {
      note: id(3),
      lines: [{ what: 'Your name', since: '', why: '', who: '', until: '' }],
      sent: sealed(state),
    }),
  CheckInProposed: (state) =>
    canProposeCheckIn(state, officer, { plan: { id: id(4), ...plan }, sent: sealed(state) }),
  CheckInEnded: (state) => canEndCheckIn(state, officer, { plan: id(5), sent: sealed(state) }),
  QuestionAsked: (state) =>
    canAskQuestion(state, officer, {
      question: id(6),
      text: 'Where may we call?',
      choices: [],
      form: null,
      sent: sealed(state),
    }),
  PlanShown: (state) =>
    canShowPlan(state, officer, { plan: shown, othersChecked: false, sent: sealed(state) }),
  RoundsTold: (state) =>
    canTellRounds(state, officer, { rounds: { id: id(9), agreed: [], pauses: [] }, sent: sealed(state) }),
};

const why = (told: Story, say: (state: RequestState) => Result<unknown, Refusal>): string => {
  const answer = say(told.state);
  return answer.ok ? 'said' : answer.error.code;
};

describe('whatever the team says to her at her page', () => {
  const begun = story()
    .item(2, officer, item(0, { type: 'request', v: 1, what: 'I need help.', locale: 'en' }))
    .event(3, officer, { type: 'RequestClaimed', v: 1, member: officer.member })
    .event(4, officer, {
      type: 'ConsentAsked',
      v: 1,
      ask: { ...ask, id: id(2), recipient: 'Another' },
      sent: sealed(story().state),
    });
  const running = begun.event(5, officer, {
    type: 'CheckInProposed',
    v: 1,
    plan: { id: id(5), ...plan },
    sent: sealed(begun.state),
  });

  it.each(Object.keys(words) as Word[])(
    'asks first whether she may be written to: %s [invariant 2]',
    (word) => {
      const say = words[word];
      expect(why(running, say)).toBe('said');
      const closed = running.item(6, officer, item(1, { type: 'close', v: 1 }));
      expect(why(closed, say)).toBe('closed_by_person');
      const { mailbox } = running.state.guests[0] ?? { mailbox: '' };
      const burnt = canCloseChannel(running.state, officer, { mailbox, reason: 'seized' });
      if (!burnt.ok) throw new Error(burnt.error.code);
      expect(
        why(
          burnt.value.reduce((told, event) => told.event(6, officer, event), running),
          say,
        ),
      ).toBe('channel_closed');
    },
  );
});
