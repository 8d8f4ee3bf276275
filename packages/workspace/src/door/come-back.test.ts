import type { TeamMessage } from '@leeward/domain/request/reply.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { describe, expect, it } from 'vitest';
import { comeBackOf } from './come-back.ts';
import type { Conversation, Reply } from './conversation.ts';
import { conversationOf } from './conversation.ts';
import type { Outgoing } from './outbox.ts';
import { plainItem } from './request.ts';

const id = (number: number): string => number.toString(16).padStart(32, '0');
const today = '2026-11-21';

const said = (messages: readonly TeamMessage[], confirmed = true): Conversation => ({
  ...conversationOf([], [], 0),
  replies: messages.map(
    (message, sequence): Reply => ({
      sequence,
      hash: new Uint8Array(32).fill(sequence + 1),
      confirmed,
      at: 1000 * sequence,
      after: 0,
      message,
      blobs: [],
    }),
  ),
});
const ask = (number: number, more: object = {}): TeamMessage => ({
  type: 'consent',
  v: 1,
  id: id(number),
  purpose: 'con_share_host',
  recipient: 'A host',
  fields: ['name'],
  text: 'May we?',
  version: 1,
  language: 'en',
  until: '2026-12-01',
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
const proposed: TeamMessage = { type: 'checkIn', v: 1, ...plan };
const outgoing = (
  message: Parameters<typeof plainItem>[0],
  state: Outgoing['state'] = 'stored',
): Outgoing => ({
  content: plainItem(message),
  state,
  sequence: 0,
  storedAt: null,
});

describe('what somebody finds who comes back', () => {
  it('is the last word on what happens next and on what is held, and nothing that nobody of the team vouches for', () => {
    const messages: readonly TeamMessage[] = [
      { type: 'next', v: 1, text: 'Monday.', day: '2026-11-23', who: 'Ana' },
      { type: 'held', v: 1, id: id(1), lines: [] },
      { type: 'next', v: 1, text: 'Tuesday.', day: null, who: '' },
    ];
    expect(comeBackOf(said(messages), [], today)).toMatchObject({
      next: { text: 'Tuesday.', day: null, at: 2000 },
      held: { id: id(1) },
    });
    expect(comeBackOf(said([...messages, ask(1), proposed], false), [], today)).toEqual({
      next: null,
      consents: [],
      held: null,
      plan: null,
      questions: [],
    });
  });

  it('shows each consent as the team took her answer, and her own newer word before that', () => {
    const hash = toHex(new Uint8Array(32).fill(1));
    const back = (messages: readonly TeamMessage[], ...mine: readonly Outgoing[]) =>
      comeBackOf(said(messages), mine, today).consents.map(({ standing, onItsWay }) => [standing, onItsWay]);
    expect(back([ask(1)])).toEqual([['asked', null]]);
    const given = { consents: [{ id: id(1), answer: 'given' }], plan: null } as const;
    const opened: TeamMessage = { type: 'opened', v: 1, sequence: 1, standing: given };
    expect(back([ask(1), opened])).toEqual([['given', null]]);
    const stop = outgoing({ type: 'consent', v: 1, id: id(1), asked: hash, answer: 'withdrawn' }, 'not-sent');
    expect(back([ask(1), opened], stop)).toEqual([['withdrawn', 'not-sent']]);
    // A later word of the team that says nothing of it leaves it as it was.
    expect(back([ask(1), opened, { type: 'opened', v: 1, sequence: 2 }])).toEqual([['given', null]]);
    expect(back([ask(1, { until: '2026-11-20' }), opened])).toEqual([['expired', null]]);
    expect(comeBackOf(said([ask(1)]), [], today).consents[0]?.asked).toBe(hash);
  });

  it('says of what the team needs no longer that it does not, and asks for it no more', () => {
    const back = (...messages: readonly TeamMessage[]) =>
      comeBackOf(said(messages), [], today).consents.map(({ standing }) => standing);
    const dropped: TeamMessage = { type: 'consentDropped', v: 1, id: id(1) };
    const account = (answer: 'given' | 'refused'): TeamMessage => ({
      type: 'opened',
      v: 1,
      sequence: 1,
      standing: { consents: [{ id: id(1), answer }], plan: null },
    });
    expect(back(ask(1), dropped)).toEqual(['dropped']);
    expect(back(ask(1), account('given'), dropped)).toEqual(['dropped']);
    expect(back(ask(1), account('refused'), dropped)).toEqual(['refused']);
    // Asked anew, only the new question stands.
    expect(back(ask(1), dropped, ask(2))).toEqual(['asked']);
  });

  it('shows the newer of two questions for the same thing', () => {
    const { consents } = comeBackOf(said([ask(1), ask(2), ask(3, { recipient: 'Another' })]), [], today);
    expect(consents.map((one) => one.ask.id)).toEqual([id(2), id(3)]);
  });

  it('knows where the regular question stands', () => {
    const standing = (messages: readonly TeamMessage[], ...mine: readonly Outgoing[]) =>
      comeBackOf(said(messages), mine, today).plan?.standing;
    expect(standing([proposed])).toBe('proposed');
    const account = { consents: [], plan: { id: id(9), answer: 'accepted' } } as const;
    const opened: TeamMessage = { type: 'opened', v: 1, sequence: 0, standing: account };
    expect(standing([proposed, opened])).toBe('accepted');
    const ended = outgoing({ type: 'plan', v: 1, plan: id(9), answer: 'ended' });
    expect(standing([proposed, opened], ended)).toBe('ended');
    expect(standing([proposed, opened, { type: 'checkInEnded', v: 1, id: id(9) }])).toBeUndefined();
  });

  it('keeps an answer to a question beside it', () => {
    const question: TeamMessage = {
      type: 'question',
      v: 1,
      id: id(4),
      text: 'A passport?',
      choices: [],
      form: null,
    };
    const mine = outgoing({ type: 'answer', v: 1, question: id(4), value: 'No' });
    expect(comeBackOf(said([question]), [mine], today).questions[0]?.answer).toBe('No');
    expect(comeBackOf(said([question]), [], today).questions[0]?.answer).toBeNull();
  });
});
