import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { noConsents } from '../consent/record.ts';
import type { Use } from '../consent/rules.ts';
import { mayAsk } from '../consent/rules.ts';
import { mayShare } from '../consent/share.ts';
import { type Consent, standingOf } from '../consent/state.ts';
import { emptyPeople } from '../people/state.ts';
import { voices } from '../testing/consents-of-a-case.ts';
import { admitted, mailbox, officer, type Story, sealed, second, story } from '../testing/conversation.ts';
import { hash, hour, id, item, minute } from '../testing/people.ts';
import { alarmAt, checkInStanding, dueAt } from './alarm.ts';
import { answerTo, consentsIn, wishesIn } from './come-back.ts';
import { canAskConsent, canProposeCheckIn, canTellHeld, canTellNext } from './come-back-rules.ts';
import { phaseOf, suggestedUrgency, waitingSince } from './queue.ts';
import { nextSent, openGuest } from './state.ts';

const asks = { type: 'request', v: 1, what: 'I need help.', locale: 'en' };
const day = '2026-11-21';
const ask = (more: object = {}) => ({
  id: id(1),
  purpose: 'con_referral_identity' as const,
  recipient: 'The shelter in the hills',
  fields: ['name', 'contact'],
  text: 'May we give your name to the shelter?',
  version: 1,
  language: 'en',
  until: '2026-12-31',
  ...more,
});
const plan = {
  id: id(9),
  rhythm: { every: 12 },
  from: 0,
  until: null,
  grace: 60,
  silence: 'We ring.',
  language: 'en',
};

const begun = story()
  .item(2, officer, item(0, asks))
  .event(3, officer, { type: 'RequestClaimed', v: 1, member: officer.member });
const put = (from: Story, entry: number, event: object): Story =>
  from.event(entry, officer, { v: 1, sent: sealed(from.state), ...event });
const asked = put(begun, 4, { type: 'ConsentAsked', ask: ask() });
const askedIn = asked.state.comeBack.asks[0]?.hash ?? '';
const says = (answer: string, more: object = {}) => ({
  type: 'consent',
  v: 1,
  id: id(1),
  asked: askedIn,
  answer,
  ...more,
});
/** What a file with nobody in it yet would hear of this conversation. */
const mayUse = (consents: readonly Consent[], use: Use, today: string) =>
  mayShare(voices(noConsents, emptyPeople, consents), { ...use, persons: [] }, today);
const standing = (from: Story, today = day) => standingOf(consentsIn(from.state)[0]!, today);

describe('a consent', () => {
  it('is asked, given and withdrawn by herself, each for one purpose and one recipient [invariant 3]', () => {
    expect(standing(asked)).toBe('asked');
    const given = asked.item(5, officer, item(1, says('given')));
    expect(standing(given)).toBe('given');
    const use = {
      purpose: 'con_referral_identity',
      recipient: 'the shelter in the hills ',
      fields: ['name'],
    } as const;
    expect(mayUse(consentsIn(given.state), use, day).ok).toBe(true);
    expect(mayUse(consentsIn(given.state), { ...use, recipient: 'Another shelter' }, day)).toMatchObject({
      error: [{ code: 'not_asked' }],
    });
    expect(mayUse(consentsIn(given.state), { ...use, purpose: 'con_public_name' }, day).ok).toBe(false);
    expect(mayUse(consentsIn(given.state), { ...use, fields: ['name', 'health'] }, day).ok).toBe(false);
    const withdrawn = given.item(6, officer, item(2, says('withdrawn', { words: 'Not any more.' })));
    expect(standing(withdrawn)).toBe('withdrawn');
    expect(mayUse(consentsIn(withdrawn.state), use, day)).toMatchObject({
      error: [{ code: 'withdrawn' }],
    });
    expect(consentsIn(withdrawn.state)[0]?.history.map((step) => [step.answer, step.item])).toEqual([
      ['given', hash(5001)],
      ['withdrawn', hash(5002)],
    ]);
  });

  it('ends with its last day, and a no stays a no after it', () => {
    const given = asked.item(5, officer, item(1, says('given')));
    expect(standing(given, '2026-12-31')).toBe('given');
    expect(standing(given, '2027-01-01')).toBe('expired');
    expect(standing(asked, '2027-01-01')).toBe('expired');
    const refused = asked.item(5, officer, item(1, says('refused')));
    expect(standing(refused, '2027-01-01')).toBe('refused');
  });

  it('can be dropped by the team: neither waited for nor used, and her no stays the stronger word', () => {
    const drop = (from: Story, entry: number): Story =>
      put(from, entry, { type: 'ConsentDropped', consent: id(1) });
    expect(standing(drop(asked, 5))).toBe('dropped');
    const given = asked.item(5, officer, item(1, says('given')));
    const use = {
      purpose: 'con_referral_identity',
      recipient: 'The shelter in the hills',
      fields: ['name'],
    } as const;
    expect(mayUse(consentsIn(given.state), use, day).ok).toBe(true);
    const dropped = drop(given, 6);
    expect(mayUse(consentsIn(dropped.state), use, day)).toMatchObject({
      error: [{ code: 'expired' }],
    });
    // A yes that she gave on a page that had not heard of it is no yes; a no and a taking back are.
    expect(standing(drop(asked, 5).item(6, officer, item(1, says('given'))))).toBe('dropped');
    expect(standing(dropped.item(7, officer, item(2, says('withdrawn'))))).toBe('withdrawn');
    expect(standing(drop(asked.item(5, officer, item(1, says('refused'))), 6))).toBe('refused');
    // It can be asked again, as another question; dropping it twice changes nothing.
    expect(mayAsk(consentsIn(asked.state), { ...ask(), id: id(2) }, day).ok).toBe(false);
    expect(mayAsk(consentsIn(drop(asked, 5).state), { ...ask(), id: id(2) }, day).ok).toBe(true);
    expect(consentsIn(drop(dropped, 7).state)).toEqual(consentsIn(dropped.state));
    expect(standing(put(asked, 5, { type: 'ConsentDropped', consent: id(8) }))).toBe('asked');
  });

  it('is given only to the very text that was put to her, and refused or withdrawn in any case', () => {
    const other = { asked: hash(1) };
    const given = asked.item(5, officer, item(1, says('given', other)));
    expect(standing(given)).toBe('asked');
    expect(consentsIn(given.state)[0]?.history[0]?.effect).toBe('other_text');
    expect(standing(asked.item(5, officer, item(1, says('withdrawn', other))))).toBe('withdrawn');
  });

  it('[rule 3] [rule 16] that was given stands by readmission only as a question; withdrawn it counts at once, however late', () => {
    const readmitted = { readmitted: true };
    const yes = item(1, says('given'));
    const given = asked.event(5, officer, admitted(yes), { quoted: [yes], ...readmitted });
    expect(standing(given)).toBe('asked');
    expect(consentsIn(given.state)[0]?.history[0]?.effect).toBe('to_renew');
    const no = item(2, says('withdrawn'));
    const withdrawn = asked
      .item(5, officer, yes)
      .event(9, second, admitted(no), { quoted: [no], ...readmitted });
    expect(standing(withdrawn)).toBe('withdrawn');
  });

  it('[rule 3] [fault 50] that was withdrawn with old words counts although their channel is closed; given with them it does not', () => {
    const closed = asked
      .item(5, officer, item(1, says('given')))
      .event(6, officer, { type: 'GuestClosed', v: 1, mailbox: hash(9000), reason: 'seized' });
    expect(standing(closed.item(7, officer, item(2, says('withdrawn'))))).toBe('withdrawn');
    const refused = asked
      .item(5, officer, item(1, says('refused')))
      .event(6, officer, { type: 'GuestClosed', v: 1, mailbox: hash(9000), reason: 'seized' })
      .item(7, officer, item(2, says('given')));
    expect(standing(refused)).toBe('refused');
    expect(consentsIn(refused.state)[0]?.history[1]?.effect).toBe('channel');
  });

  it('stands as her own numbers say, in whatever order her items arrive', () => {
    const answers = ['given', 'withdrawn', 'given', 'refused', 'given'] as const;
    const items = answers.map((answer, index) => item(index + 1, says(answer)));
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...items.keys()], { minLength: items.length }),
        fc.integer({ min: 0, max: 4 }),
        (order, again) => {
          let told = asked;
          let entry = 5;
          for (const index of [...order, again]) {
            told = told.item(entry, officer, items[index]!);
            entry += 1;
          }
          expect(standing(told)).toBe('given');
          expect(consentsIn(told.state)[0]?.history.map(({ answer }) => answer)).toEqual(answers);
        },
      ),
      { numRuns: runs(50) },
    );
  });

  it('is not asked twice at once, nor for a day that is over, nor for nothing, nor by somebody who does not answer her', () => {
    const next = { ask: ask({ id: id(2) }), sent: sealed(asked.state) };
    expect(canAskConsent(asked.state, officer, next, day)).toMatchObject({ error: { code: 'exists' } });
    const other = { ...next, ask: ask({ id: id(2), recipient: 'Somebody else' }) };
    expect(canAskConsent(asked.state, officer, other, day).ok).toBe(true);
    expect(canAskConsent(asked.state, second, other, day)).toMatchObject({
      error: { code: 'claimed_by_other' },
    });
    const late = { ...other, ask: { ...other.ask, until: '2026-11-20' } };
    expect(canAskConsent(asked.state, officer, late, day).ok).toBe(false);
    const nothing = { ...other, ask: { ...other.ask, fields: [] } };
    expect(canAskConsent(asked.state, officer, nothing, day).ok).toBe(false);
  });
});

describe('check-ins', () => {
  const proposed = put(begun, 4, { type: 'CheckInProposed', plan });
  const taken = proposed.item(5, officer, item(1, { type: 'plan', v: 1, plan: id(9), answer: 'accepted' }));
  const now = 30 * hour;

  it('run only once she has taken them on, and end when she or the team says so [invariant 10]', () => {
    expect(alarmAt(checkInStanding(proposed.state), now)).toBeNull();
    expect(checkInStanding(proposed.state).proposed?.id).toBe(id(9));
    expect(alarmAt(checkInStanding(taken.state), now)).toMatchObject({ kind: 'missed', since: 0, rounds: 3 });
    const stopped = taken.item(6, officer, item(2, { type: 'plan', v: 1, plan: id(9), answer: 'ended' }));
    expect(alarmAt(checkInStanding(stopped.state), now)).toBeNull();
    const ended = put(taken, 6, { type: 'CheckInEnded', plan: id(9) });
    expect(alarmAt(checkInStanding(ended.state), now)).toBeNull();
  });

  it('are answered by “I am safe”, which asks nobody for an answer', () => {
    const safe = taken.item(
      6,
      officer,
      item(2, { type: 'checkIn', v: 1, safe: true, plan: id(9) }, { claimedTime: 6 * minute }),
    );
    expect(dueAt(checkInStanding(safe.state), hour)).toBe(12 * hour);
    expect(dueAt(checkInStanding(safe.state), 13 * hour)).toBe(24 * hour);
    expect(alarmAt(checkInStanding(safe.state), 12 * hour)).toBeNull();
    expect(alarmAt(checkInStanding(safe.state), 13 * hour)).toMatchObject({
      kind: 'missed',
      since: 12 * hour,
    });
    const answered = safe.reply(7, officer, 'Thank you.');
    const again = answered.item(8, officer, item(3, { type: 'checkIn', v: 1, safe: true }));
    expect(waitingSince(again.state)).toBeNull();
  });

  it('call at once where she is not safe, until she says that she is or somebody says what was done', () => {
    const danger = taken.item(6, officer, item(2, { type: 'checkIn', v: 1, safe: false, word: 'harbour' }));
    expect(alarmAt(checkInStanding(danger.state), 0)).toMatchObject({ kind: 'not_safe' });
    expect(suggestedUrgency(danger.state)).toBe('urg_immediate');
    expect(waitingSince(danger.state)).not.toBeNull();
    const safe = danger.item(7, officer, item(3, { type: 'checkIn', v: 1, safe: true }));
    expect(checkInStanding(safe.state).notSafe).toBeNull();
    const seen = danger.event(7, second, { type: 'AlarmAnswered', v: 1, reason: 'Rang the lawyer.' });
    expect(checkInStanding(seen.state).notSafe).toBeNull();
    const worse = seen.item(8, officer, item(3, { type: 'checkIn', v: 1, safe: false }));
    expect(checkInStanding(worse.state).notSafe).not.toBeNull();
  });

  it('call anew with the next round after somebody saw to the silence', () => {
    const seen = taken.event(100, officer, { type: 'AlarmAnswered', v: 1, reason: 'Asked the neighbour.' });
    expect(alarmAt(checkInStanding(seen.state), 12 * hour)).toBeNull();
    expect(alarmAt(checkInStanding(seen.state), 13 * hour)).toMatchObject({ rounds: 1, since: 12 * hour });
  });

  it('[rule 25] take a “safe” with the word that she uses when somebody forces her for the opposite, however it is spelt', () => {
    const words = begun.item(
      4,
      officer,
      item(1, { type: 'add', v: 1, codeWords: { underForce: 'Blue  Kettle' } }),
    );
    const forced = (more: object) =>
      checkInStanding(words.item(5, officer, item(2, { type: 'checkIn', v: 1, safe: true, ...more })).state);
    expect(forced({ word: ' blue kettle' }).notSafe).not.toBeNull();
    expect(forced({ text: 'All is well, the blue kettle sings.' }).notSafe).not.toBeNull();
    expect(forced({ word: 'kettle' })).toMatchObject({ notSafe: null });
    expect(forced({}).lastSafe).not.toBeNull();
  });

  it('read what older pages wrote', () => {
    const old = (value: string) => ({ type: 'answer', v: 1, question: 'check-in', value });
    const danger = begun.item(5, officer, item(1, old('not-safe')));
    expect(checkInStanding(danger.state).notSafe).not.toBeNull();
    expect(checkInStanding(danger.item(6, officer, item(2, old('safe'))).state).notSafe).toBeNull();
  });

  it('[fault 50] hear a danger also by a closed channel, and do not believe a “safe” from it', () => {
    const closed = taken.event(6, officer, {
      type: 'GuestClosed',
      v: 1,
      mailbox: hash(9000),
      reason: 'lost',
    });
    const danger = closed.item(7, officer, item(2, { type: 'checkIn', v: 1, safe: false }));
    expect(checkInStanding(danger.state).notSafe).not.toBeNull();
    const safe = danger.item(8, officer, item(3, { type: 'checkIn', v: 1, safe: true }));
    expect(checkInStanding(safe.state).notSafe).not.toBeNull();
  });

  it('are not proposed with an end before their beginning', () => {
    const proposal = { plan: { ...plan, from: 10, until: 10 }, sent: sealed(begun.state) };
    expect(canProposeCheckIn(begun.state, officer, proposal).ok).toBe(false);
  });
});

describe('what she is told', () => {
  it('is the last of what happens next, and the last note of what is held; both keep their history', () => {
    const first = put(begun, 4, {
      type: 'NextTold',
      text: 'We speak on Monday.',
      day: '2026-11-23',
      who: 'The team',
    });
    const next = put(first, 5, { type: 'NextTold', text: 'We speak on Tuesday.', day: null, who: '' });
    expect(next.state.comeBack.next.map(({ text }) => text)).toEqual([
      'We speak on Monday.',
      'We speak on Tuesday.',
    ]);
    expect(next.state.sent.map(({ kind, text }) => [kind, text])).toEqual([
      ['next', 'We speak on Monday.'],
      ['next', 'We speak on Tuesday.'],
    ]);
    expect(
      canTellNext(next.state, second, { text: 'x', day: null, who: '', sent: sealed(next.state) }).ok,
    ).toBe(false);
  });

  it('can be called wrong by her, line by line [invariant 14]', () => {
    const line = {
      what: 'Your name: K',
      since: day,
      why: 'To call you.',
      who: 'Two people',
      until: 'Six months',
    };
    const told = put(begun, 4, { type: 'HeldTold', note: id(5), lines: [line, line] });
    const wished = told
      .item(
        5,
        officer,
        item(1, { type: 'held', v: 1, note: id(5), line: 1, wants: 'corrected', text: 'It is L.' }),
      )
      .item(6, officer, item(2, { type: 'held', v: 1, note: id(5), wants: 'deleted' }));
    expect(wishesIn(wished.state)).toMatchObject([
      { line: 1, wants: 'corrected', text: 'It is L.' },
      { wants: 'deleted' },
    ]);
    const empty = canTellHeld(told.state, officer, { note: id(6), lines: [], sent: sealed(told.state) });
    expect(empty).toMatchObject({ error: { code: 'malformed' } });
    const long = Array.from({ length: 10 }, () => ({ ...line, what: 'x'.repeat(900) }));
    expect(
      canTellHeld(told.state, officer, { note: id(6), lines: long, sent: sealed(told.state) }),
    ).toMatchObject({
      error: { details: { problem: 'too_long' } },
    });
  });

  it('may be a question, which she answers by its name', () => {
    const question = put(begun, 4, {
      type: 'QuestionAsked',
      question: id(7),
      text: 'Do you have a passport?',
      choices: ['Yes', 'No'],
      form: null,
    });
    expect(answerTo(question.state, id(7))).toBeUndefined();
    const answered = question.item(
      5,
      officer,
      item(1, { type: 'answer', v: 1, question: id(7), value: 'No' }),
    );
    expect(answerTo(answered.state, id(7))).toBe('No');
  });
});

describe('a conversation that goes on in another', () => {
  const linked = begun.event(4, officer, {
    type: 'ConversationLinked',
    v: 1,
    to: hash(44),
    checked: 'Spoke in person.',
  });

  it('[fault 49] takes no more words of ours, and waits for nobody', () => {
    expect(openGuest(linked.state)).toBeUndefined();
    expect(phaseOf(linked.state)).toBe('closed');
    expect(waitingSince(linked.state)).toBeNull();
    const late = linked.reply(5, officer, 'Still here?');
    expect(late.state.kept.at(-1)?.why).toMatchObject({ refusal: { code: 'channel_closed' } });
    const again = linked.event(6, second, { type: 'ConversationLinked', v: 1, to: hash(45), checked: 'x' });
    expect(again.state.comeBack.linkedTo?.to).toBe(hash(44));
  });

  it('[fault 49] lets our chain to her go on where the other conversation left it', () => {
    const from = { record: hash(44), replies: 3, last: hash(7002) };
    const replaced = { type: 'GuestReplaced', v: 2, mailbox: hash(9000), by: mailbox(1), checked: 'x', from };
    const told = begun.event(4, officer, replaced);
    expect(nextSent(told.state, hash(9001))).toEqual({ sequence: 3, prev: hash(7002) });
    const old = begun.event(4, officer, {
      type: 'GuestReplaced',
      v: 1,
      mailbox: hash(9000),
      by: mailbox(1),
      checked: 'x',
    });
    expect(nextSent(old.state, hash(9001))).toEqual({ sequence: 0, prev: hash(0) });
  });

  it('[fault 49] is made by nobody who does not say how she was known again', () => {
    for (const checked of ['', '  ']) {
      const from = { record: hash(44), replies: 0, last: hash(0) };
      const replaced = { type: 'GuestReplaced', v: 2, mailbox: hash(9000), by: mailbox(1), checked, from };
      const told = begun
        .event(4, officer, { type: 'ConversationLinked', v: 1, to: hash(44), checked })
        .event(5, officer, replaced);
      expect(told.state.comeBack.linkedTo).toBeNull();
      expect(openGuest(told.state)?.mailbox).toBe(hash(9000));
    }
  });

  it('[fault 50] may take the place of words that were burnt days before', () => {
    const told = begun
      .event(4, officer, { type: 'GuestClosed', v: 1, mailbox: hash(9000), reason: 'seized' })
      .event(9, officer, {
        type: 'GuestReplaced',
        v: 2,
        mailbox: hash(9000),
        by: mailbox(1),
        checked: 'In person.',
        from: null,
      });
    expect(told.state.guests.map(({ closed }) => closed?.reason)).toEqual(['seized', undefined]);
    expect(openGuest(told.state)?.mailbox).toBe(hash(9001));
  });
});
