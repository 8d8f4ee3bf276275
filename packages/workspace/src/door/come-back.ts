export { isIrreversible } from '@leeward/domain/consent/irreversible.ts';
export { type CheckInPlan, firstOpenRound, nextRound } from '@leeward/domain/request/check-in.ts';

import type { ConsentAsk } from '@leeward/domain/consent/ask.ts';
import type { CheckInPlan } from '@leeward/domain/request/check-in.ts';
import type { GuestMessage } from '@leeward/domain/request/message.ts';
import type { HeldLine, TeamMessage } from '@leeward/domain/request/reply.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Conversation, ItemState } from './conversation.ts';
import type { Outgoing } from './outbox.ts';

/** How far her own word has come that is not in the team's own account yet; null where it is. */
export type OnItsWay = ItemState | null;

export type AskedConsent = {
  readonly ask: ConsentAsk;
  /** Hash of the item in which it was put to her: her answer names it. */
  readonly asked: string;
  readonly standing: 'asked' | 'given' | 'refused' | 'withdrawn' | 'expired' | 'dropped';
  readonly onItsWay: OnItsWay;
};

export type ComeBack = {
  /** What happens next, as the team said it last. */
  readonly next: {
    readonly text: string;
    readonly day: string | null;
    readonly who: string;
    readonly at: number;
  } | null;
  readonly consents: readonly AskedConsent[];
  /** The last note of what is held about her. */
  readonly held: { readonly id: string; readonly lines: readonly HeldLine[]; readonly at: number } | null;
  /** The last rhythm of check-ins that nobody has ended. */
  readonly plan: {
    readonly plan: CheckInPlan;
    readonly standing: 'proposed' | 'accepted' | 'declined' | 'ended';
    readonly onItsWay: OnItsWay;
  } | null;
  readonly questions: readonly {
    readonly id: string;
    readonly text: string;
    readonly choices: readonly string[];
    readonly form: string | null;
    /** What she answered on this page; null where she did not. */
    readonly answer: string | null;
  }[];
};

type Said = { readonly message: GuestMessage; readonly state: ItemState };

/**
 * What is put before somebody who comes back: from what the team said and still vouches for, and from what she says on
 * this page. The phone keeps nothing, and what she sent cannot be read back: how the team took her answers stands in its
 * own account of them. `today` is a day, as `2026-11-21`.
 */
export function comeBackOf(
  conversation: Conversation,
  outgoing: readonly Outgoing[],
  today: string,
): ComeBack {
  const told = conversation.replies.flatMap(({ confirmed, message, hash, at }) =>
    confirmed && message !== null ? [{ message, hash: toHex(hash), at }] : [],
  );
  const of = <Type extends TeamMessage['type']>(type: Type) =>
    told.flatMap((one) =>
      one.message.type === type
        ? [{ ...one, message: one.message as Extract<TeamMessage, { readonly type: Type }> }]
        : [],
    );
  const said = saidHere(conversation, outgoing);
  const account = of('opened').findLast(({ message }) => message.standing !== undefined)?.message.standing;

  const dropped = new Set(of('consentDropped').map(({ message }) => message.id));
  const consents = of('consent').map(({ message, hash }): AskedConsent => {
    const { type: _type, v: _version, ...ask } = message;
    const mine = said.findLast((one) => one.message.type === 'consent' && one.message.id === ask.id);
    const own = mine?.message.type === 'consent' ? mine.message.answer : undefined;
    const answer = own ?? account?.consents.find(({ id }) => id === ask.id)?.answer ?? 'asked';
    const isOver = ask.until !== null && ask.until < today;
    const isOpen = answer === 'asked' || answer === 'given';
    const ends = !isOpen ? answer : dropped.has(ask.id) ? 'dropped' : isOver ? 'expired' : answer;
    return { ask, asked: hash, standing: ends, onItsWay: mine?.state ?? null };
  });
  // Asked again for the same thing: the newer question stands, and an older one only where it was answered.
  const shown = consents.filter(
    (one, index) =>
      (one.standing !== 'asked' && one.standing !== 'dropped') ||
      !consents
        .slice(index + 1)
        .some(({ ask }) => ask.purpose === one.ask.purpose && ask.recipient === one.ask.recipient),
  );

  const last = of('next').at(-1);
  const note = of('held').at(-1);
  const ended = new Set(of('checkInEnded').map(({ message }) => message.id));
  const proposed = of('checkIn').findLast(({ message }) => !ended.has(message.id));
  return {
    next:
      last === undefined
        ? null
        : { text: last.message.text, day: last.message.day, who: last.message.who, at: last.at },
    consents: shown,
    held: note === undefined ? null : { id: note.message.id, lines: note.message.lines, at: note.at },
    plan: proposed === undefined ? null : planOf(proposed.message, said, account?.plan ?? null),
    questions: of('question').map(({ message: { id, text, choices, form } }) => {
      const answer = said.findLast((one) => one.message.type === 'answer' && one.message.question === id);
      return {
        id,
        text,
        choices,
        form,
        answer: answer?.message.type === 'answer' ? answer.message.value : null,
      };
    }),
  };
}

function planOf(
  message: Extract<TeamMessage, { readonly type: 'checkIn' }>,
  said: readonly Said[],
  account: { readonly id: string; readonly answer: 'accepted' | 'declined' | 'ended' } | null,
): ComeBack['plan'] {
  const { type: _type, v: _version, ...plan } = message;
  const mine = said.findLast((one) => one.message.type === 'plan' && one.message.plan === plan.id);
  const own = mine?.message.type === 'plan' ? mine.message.answer : undefined;
  const theirs = account?.id === plan.id ? account.answer : undefined;
  return { plan, standing: own ?? theirs ?? 'proposed', onItsWay: mine?.state ?? null };
}

/** What she wrote on this page, with how far each has come. */
function saidHere(conversation: Conversation, outgoing: readonly Outgoing[]): readonly Said[] {
  return outgoing.map(({ content: { message }, sequence, state }) => {
    const read = conversation.own.find((item) => item.sequence === sequence);
    return { message, state: state === 'stored' ? (read?.state ?? 'stored') : 'not-sent' };
  });
}
