import type { TeamMessage } from '@leeward/domain/request/reply.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { describe, expect, it } from 'vitest';
import { comeBackOf, nextSign } from './come-back.ts';
import type { Conversation, Reply } from './conversation.ts';
import { conversationOf } from './conversation.ts';
import type { Outgoing } from './outbox.ts';
import { plainItem } from './request.ts';

const id = (number: number): string => number.toString(16).padStart(32, '0');
const today = '2026-11-21';

const said = (messages: readonly TeamMessage[], confirmed = true): Conversation => ({
  ...conversationOf([], [], 0, 0),
  replies: messages.map(
    (message, sequence): Reply => ({
      sequence,
      hash: new Uint8Array(32).fill(sequence + 1),
      confirmed,
      at: 1000 * sequence,
      after: 0,
      message,
      blobs: [],
      ended: false,
      keptBack: false,
      until: null,
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
      running: null,
      proposed: null,
      agreed: [],
      pauses: [],
      wish: null,
      shown: null,
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

  it('knows where the regular question stands, and keeps what runs beside what would take its place', () => {
    const back = (messages: readonly TeamMessage[], ...mine: readonly Outgoing[]) => {
      const { running, proposed: waits } = comeBackOf(said(messages), mine, today);
      return [running?.id ?? null, waits?.id ?? null];
    };
    const other: TeamMessage = { ...proposed, id: id(10) } as TeamMessage;
    expect(back([proposed])).toEqual([null, id(9)]);
    const account = (...plans: readonly { id: string; answer: 'accepted' | 'ended' }[]): TeamMessage => ({
      type: 'opened',
      v: 1,
      sequence: 0,
      standing: { consents: [], plan: plans.at(-1) ?? null, plans },
    });
    const old: TeamMessage = {
      type: 'opened',
      v: 1,
      sequence: 0,
      standing: { consents: [], plan: { id: id(9), answer: 'accepted' } },
    };
    expect(back([proposed, old])).toEqual([id(9), null]);
    expect(back([proposed, old, other])).toEqual([id(9), id(10)]);
    const both = [{ id: id(9), answer: 'accepted' } as const, { id: id(10), answer: 'accepted' } as const];
    expect(back([proposed, other, account(...both)])).toEqual([id(10), null]);
    const ended = outgoing({ type: 'plan', v: 1, plan: id(10), answer: 'ended' });
    // Its end does not bring back what it had replaced.
    expect(back([proposed, other, account(...both)], ended)).toEqual([null, null]);
    expect(back([proposed, old, { type: 'checkInEnded', v: 1, id: id(9) }])).toEqual([null, null]);
  });

  it('leaves rounds out that fall into a pause, of whatever was agreed', () => {
    const hour = 3_600_000;
    const pause = { id: id(5), from: 20 * hour, until: 50 * hour };
    expect(nextSign([plan], [], null, hour)).toBe(12 * hour);
    expect(nextSign([plan], [pause], null, 13 * hour)).toBe(60 * hour);
    expect(nextSign([plan, { ...plan, rhythm: { every: 25 } }], [pause], null, 13 * hour)).toBe(50 * hour);
    expect(nextSign([{ ...plan, until: 40 * hour }], [pause], null, 13 * hour)).toBeNull();
    expect(nextSign([], [pause], null, 0)).toBeNull();
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

  it('says that a yes of hers ends soon, before it does', () => {
    const opened: TeamMessage = {
      type: 'opened',
      v: 1,
      sequence: 1,
      standing: { consents: [{ id: id(1), answer: 'given' }], plan: null },
    };
    const soon = (until: string | null) =>
      comeBackOf(said([ask(1, { until }), opened]), [], today).consents.map(({ endsSoon }) => endsSoon);
    expect([soon('2026-12-05'), soon('2026-12-06'), soon(null)]).toEqual([[true], [false], [false]]);
    expect(comeBackOf(said([ask(1)]), [], today).consents[0]).toMatchObject({ endsSoon: false, at: 0 });
  });

  it('reads what a newer answer of hers has left of an older yes, until she says yes to it again', () => {
    const opened: TeamMessage = {
      type: 'opened',
      v: 1,
      sequence: 4,
      standing: {
        consents: [{ id: id(1), answer: 'given', left: [], ends: '2026-11-25' }],
        plan: null,
      },
    };
    const asked = ask(1, { fields: ['name', 'story'], until: null });
    const now = (mine: readonly Outgoing[]) =>
      comeBackOf(said([asked, opened]), mine, today).consents.map(({ left, until }) => [left, until]);
    expect(now([])).toEqual([[[], '2026-11-25']]);
    const again = outgoing({ type: 'consent', v: 1, id: id(1), asked: '', answer: 'given' });
    expect(now([again])).toEqual([[null, null]]);
    const later = comeBackOf(said([asked, opened]), [], '2026-11-26').consents[0];
    expect(later).toMatchObject({ standing: 'expired', left: null });
  });
});

describe('her wish about the signs of life', () => {
  const opened = (wish?: 'pause' | 'end'): TeamMessage => ({
    type: 'opened',
    v: 1,
    sequence: 2,
    standing: { consents: [], plan: null, ...(wish === undefined ? {} : { wish }) },
  });
  const rounds: TeamMessage = { type: 'rounds', v: 1, id: id(5), agreed: [], pauses: [] };

  it('is known to a page that remembers nothing, until the team has said how they stand', () => {
    const wish = (messages: readonly TeamMessage[], ...mine: readonly Outgoing[]) =>
      comeBackOf(said(messages), mine, today).wish;
    expect(wish([])).toBeNull();
    expect(wish([opened('end')])).toBe('end');
    expect(wish([opened('end'), rounds])).toBeNull();
    expect(wish([opened('end'), opened()])).toBeNull();
    const mine = outgoing({ type: 'checkInWish', v: 1, wants: 'pause', from: 1, until: 2 });
    expect(wish([], mine)).toBe('pause');
    // Told before the team had her wish, and told after it.
    expect(wish([rounds], mine)).toBe('pause');
    const { replies, ...conversation } = said([rounds]);
    const after = { ...conversation, replies: replies.map((one) => ({ ...one, after: 1 })) };
    expect(comeBackOf(after, [mine], today).wish).toBeNull();
  });
});

describe('the plan at her door', () => {
  const measure = (number: number, what: string) => ({
    id: id(number),
    seen: 1,
    aim: 'reduce_threat',
    what,
    by: null,
    who: '',
    when: '',
    fallback: '',
  });
  const shownPlan = (version: number, ...measures: readonly ReturnType<typeof measure>[]): TeamMessage => ({
    type: 'shownPlan',
    v: 1,
    id: id(100 + version),
    version,
    language: 'en',
    aims: '',
    arrest: '',
    risks: null,
    measures,
    contacts: [],
  });
  const hashOf = (sequence: number): string => toHex(new Uint8Array(32).fill(sequence + 1));
  const back = (conversation: Conversation, ...mine: readonly Outgoing[]) =>
    comeBackOf(conversation, mine, today).shown;

  it('is the newest that the team showed, with its day and number; the one before has gone', () => {
    const one = shownPlan(1, measure(1, 'Two ways home.'));
    const two = shownPlan(2, measure(1, 'Two ways home.'), measure(2, 'A new lock.'));
    expect(back(said([one, two]))).toMatchObject({ hash: hashOf(1), at: 1000, plan: { version: 2 } });
    expect(back(said([one, two]))?.measures).toHaveLength(2);
    expect(back(said([]))).toBeNull();
  });

  it('keeps her word for a measure that stands unchanged in the next version, and asks again where its words changed', () => {
    const account: TeamMessage = {
      type: 'opened',
      v: 1,
      sequence: 0,
      standing: {
        consents: [],
        plan: null,
        measures: [
          { measure: id(1), plan: hashOf(0), answer: 'agreed' },
          { measure: id(2), plan: hashOf(0), answer: 'agreed' },
        ],
      },
    };
    const one = shownPlan(1, measure(1, 'Two ways home.'), measure(2, 'A new lock.'));
    const two = shownPlan(2, measure(1, 'Two ways home.'), measure(2, 'A new door.'));
    const answers = (conversation: Conversation, ...mine: readonly Outgoing[]) =>
      back(conversation, ...mine)?.measures.map(({ answer, before }) => [answer, before]);
    expect(answers(said([one, account, two]))).toEqual([
      ['agreed', null],
      [null, 'agreed'],
    ]);
    const no = outgoing({ type: 'measure', v: 1, plan: hashOf(2), measure: id(1), answer: 'refused' });
    expect(answers(said([one, account, two]), no)?.[0]).toEqual(['refused', null]);
  });

  it('carries a note on her dangers, answered as a part is, and asked again where its words changed', () => {
    const note = (version: number, look: string): TeamMessage => ({
      ...(shownPlan(version) as Extract<TeamMessage, { readonly type: 'shownPlan' }>),
      risks: { id: id(7), look, act: 'Call Ana.' },
    });
    const yes = outgoing({ type: 'measure', v: 1, plan: hashOf(0), measure: id(7), answer: 'agreed' });
    const same = said([note(1, 'A car at the gate.'), note(2, 'A car at the gate.')]);
    expect(back(same)?.risks).toMatchObject({ note: { act: 'Call Ana.' }, answer: null, before: null });
    expect(back(same, yes)?.risks).toMatchObject({ answer: 'agreed', before: null });
    const changed = said([note(1, 'A car at the gate.'), note(2, 'Two cars.')]);
    expect(back(changed, yes)?.risks).toMatchObject({ answer: null, before: 'agreed' });
    expect(back(said([note(1, 'A car.'), shownPlan(2, measure(1, 'A new lock.'))]))?.risks).toBeNull();
  });

  it('[rule 20] is not newer because a server gives an old one again, and says so where something sent later is kept back', () => {
    const one = shownPlan(1, measure(1, 'Two ways home.'));
    const two = shownPlan(2, measure(1, 'Three ways home.'));
    const whole = said([one, two]);
    // The same old item a second time, at the end: its place is in the chain, not in the answer of the server.
    const replayed = {
      ...whole,
      replies: [...whole.replies, whole.replies[0]!].toSorted((a, b) => a.sequence - b.sequence),
    };
    expect(back(replayed)).toMatchObject({ plan: { version: 2 }, mayBeOlder: false });
    const later: TeamMessage = { type: 'reply', v: 1, text: 'Have you read it?' };
    const kept = said([one, two, later]);
    const without: Conversation = {
      ...kept,
      replies: kept.replies.filter(({ sequence }) => sequence !== 1),
      gaps: [{ before: 2, count: 1 }],
    };
    expect(back(without)).toMatchObject({ plan: { version: 1 }, mayBeOlder: true });
  });
});
