export { isIrreversible } from '@leeward/domain/consent/irreversible.ts';
export type { CheckInPlan, Rhythm } from '@leeward/domain/request/check-in.ts';
export type {
  HerMeasureAnswer,
  ShownAgreement,
  ShownContact,
  ShownMeasure,
  ShownNote,
  ShownPause,
  ShownPlan,
} from '@leeward/domain/request/shown-plan.ts';

import type { ConsentAsk } from '@leeward/domain/consent/ask.ts';
import { type CheckInPlan, firstOpenRound, nextRound } from '@leeward/domain/request/check-in.ts';
import type { GuestMessage } from '@leeward/domain/request/message.ts';
import type { HeldLine, Standing, TeamMessage } from '@leeward/domain/request/reply.ts';
import {
  type HerMeasureAnswer,
  type ShownAgreement,
  type ShownMeasure,
  type ShownNote,
  type ShownPause,
  type ShownPlan,
  sameMeasure,
  sameNote,
} from '@leeward/domain/request/shown-plan.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Conversation, ItemState } from './conversation.ts';
import type { Outgoing } from './outbox.ts';

/** How far her own word has come that is not in the team's own account yet; null where it is. */
export type OnItsWay = ItemState | null;

export type AskedConsent = {
  readonly ask: ConsentAsk;
  /** Hash of the item in which it was put to her: her answer names it. */
  readonly asked: string;
  /** When it was put to her, in milliseconds since 1970. */
  readonly at: number;
  /** Its last day: as it was asked, or as a newer answer of hers has it. */
  readonly until: string | null;
  /** Her yes ends within two weeks: said before it does. */
  readonly endsSoon: boolean;
  readonly standing: 'asked' | 'given' | 'refused' | 'withdrawn' | 'expired' | 'dropped';
  /** The kinds of facts that a newer answer of hers has left of this yes, as the team took it; null where all are. */
  readonly left: readonly string[] | null;
  readonly onItsWay: OnItsWay;
};

/** One measure of her plan, and what she says to it. */
export type AskedMeasure = {
  readonly measure: ShownMeasure;
  /** What she said to this very measure; null where she said nothing to it. */
  readonly answer: HerMeasureAnswer | null;
  /** What she said to it when it stood here in other words; null where there is no such word. */
  readonly before: HerMeasureAnswer | null;
  readonly onItsWay: OnItsWay;
};

/** The note on her dangers, and what she says to it. */
export type AskedNote = Omit<AskedMeasure, 'measure'> & { readonly note: ShownNote };

/** The plan as the team showed it last. */
export type HerPlan = {
  readonly plan: ShownPlan;
  /** Hash of the item in which it stands: her answers name it. */
  readonly hash: string;
  readonly at: number;
  readonly measures: readonly AskedMeasure[];
  readonly risks: AskedNote | null;
  /** Something that the team sent later is not here: the server keeps it back, and a newer plan may be in it. */
  readonly mayBeOlder: boolean;
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
  /** The rhythm of check-ins that runs: the last one that she took on and that nobody has ended. */
  readonly running: CheckInPlan | null;
  /** A rhythm that waits for her word; beside one that runs it would take its place. */
  readonly proposed: CheckInPlan | null;
  /** Agreed by word of mouth, and pauses of any rhythm, as the team told them last. */
  readonly agreed: readonly ShownAgreement[];
  readonly pauses: readonly ShownPause[];
  /** What she asked of them and the team has not carried out: until then they go on. Null where she asked nothing. */
  readonly wish: 'pause' | 'end' | null;
  readonly shown: HerPlan | null;
  readonly questions: readonly {
    readonly id: string;
    readonly text: string;
    readonly choices: readonly string[];
    readonly form: string | null;
    /** What she answered on this page; null where she did not. */
    readonly answer: string | null;
  }[];
};

type Said = {
  readonly message: GuestMessage;
  readonly state: ItemState;
  /** Her own number of it, counted from 0; null while it has none. */
  readonly sequence: number | null;
};

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
  const heard = conversation.replies.flatMap(({ confirmed, message, hash, at, after }) =>
    confirmed && message !== null ? [{ message, hash: toHex(hash), at, after }] : [],
  );
  const of = <Type extends TeamMessage['type']>(type: Type) =>
    heard.flatMap((one) =>
      one.message.type === type
        ? [{ ...one, message: one.message as Extract<TeamMessage, { readonly type: Type }> }]
        : [],
    );
  const said = saidHere(conversation, outgoing);
  const account = of('opened').findLast(({ message }) => message.standing !== undefined)?.message.standing;

  const soon = daysAfter(today, 14);
  const dropped = new Set(of('consentDropped').map(({ message }) => message.id));
  const consents = of('consent').map(({ message, hash, at }): AskedConsent => {
    const { type: _type, v: _version, ...ask } = message;
    const mine = said.findLast((one) => one.message.type === 'consent' && one.message.id === ask.id);
    const own = mine?.message.type === 'consent' ? mine.message.answer : undefined;
    const taken = account?.consents.find(({ id }) => id === ask.id);
    const answer = own ?? taken?.answer ?? 'asked';
    // A yes that she says now is newer than what the team had taken before.
    const newer = own === undefined || mine?.state === 'opened' ? taken : undefined;
    const until = newer?.ends ?? ask.until;
    const isOver = until !== null && until < today;
    const isOpen = answer === 'asked' || answer === 'given';
    const ends = !isOpen ? answer : dropped.has(ask.id) ? 'dropped' : isOver ? 'expired' : answer;
    const endsSoon = ends === 'given' && until !== null && until <= soon;
    const left = ends === 'given' ? (newer?.left ?? null) : null;
    return { ask, asked: hash, at, until, endsSoon, standing: ends, left, onItsWay: mine?.state ?? null };
  });
  // Asked again for the same thing: the newer question stands, and an older one only where it was answered.
  const shown = consents.filter(
    (one, index) =>
      (one.standing !== 'asked' && one.standing !== 'dropped') ||
      !consents
        .slice(index + 1)
        .some(({ ask }) => ask.purpose === one.ask.purpose && ask.recipient === one.ask.recipient),
  );

  const next = of('next').at(-1);
  const note = of('held').at(-1);
  const ended = new Set(of('checkInEnded').map(({ message }) => message.id));
  const rhythms = of('checkIn')
    .filter(({ message }) => !ended.has(message.id))
    .map(({ message }) => rhythmOf(message, said, account));
  // One that she took on took the place of the one before: its end does not bring that back.
  const taken = rhythms.findLast(({ standing }) => standing === 'accepted' || standing === 'ended');
  const running = taken?.standing === 'accepted' ? taken.plan : null;
  const last = rhythms.at(-1);
  const told = of('rounds').at(-1)?.message;
  return {
    next:
      next === undefined
        ? null
        : { text: next.message.text, day: next.message.day, who: next.message.who, at: next.at },
    consents: shown,
    held: note === undefined ? null : { id: note.message.id, lines: note.message.lines, at: note.at },
    running,
    proposed: last?.standing === 'proposed' ? last.plan : null,
    agreed: told?.agreed ?? [],
    pauses: told?.pauses ?? [],
    wish: wishOf(heard, said),
    shown: shownOf(of('shownPlan'), said, account, conversation),
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

/** What she asked on this page, else what the team had read before; neither once the team has said how the rounds stand. */
function wishOf(
  heard: readonly { readonly message: TeamMessage; readonly after: number }[],
  said: readonly Said[],
): 'pause' | 'end' | null {
  const mine = said.findLast(({ message }) => message.type === 'checkInWish');
  if (mine?.message.type === 'checkInWish' && mine.state !== 'opened') {
    // Written by the team when it had this item of hers.
    const { sequence } = mine;
    const isSettled = heard.some(
      ({ message, after }) => settling.has(message.type) && sequence !== null && after > sequence,
    );
    return isSettled ? null : mine.message.wants;
  }
  const account = heard.findLastIndex(
    ({ message }) => message.type === 'opened' && message.standing !== undefined,
  );
  const since = heard.slice(account + 1).some(({ message }) => settling.has(message.type));
  const taken = heard[account]?.message;
  return !since && taken?.type === 'opened' ? (taken.standing?.wish ?? null) : null;
}

const settling: ReadonlySet<TeamMessage['type']> = new Set(['rounds', 'checkInEnded']);

type Answered = 'accepted' | 'declined' | 'ended';

/** A rhythm, and what she said to it: on this page, or on an earlier visit, as the team took it. */
function rhythmOf(
  message: Extract<TeamMessage, { readonly type: 'checkIn' }>,
  said: readonly Said[],
  account: Standing | undefined,
): { readonly plan: CheckInPlan; readonly standing: 'proposed' | Answered } {
  const { type: _type, v: _version, ...plan } = message;
  const mine = said.findLast((one) => one.message.type === 'plan' && one.message.plan === plan.id);
  const own = mine?.message.type === 'plan' ? mine.message.answer : undefined;
  const known = account?.plans ?? (account?.plan == null ? [] : [account.plan]);
  return { plan, standing: own ?? known.findLast(({ id }) => id === plan.id)?.answer ?? 'proposed' };
}

type ShownReply = {
  readonly message: Extract<TeamMessage, { readonly type: 'shownPlan' }>;
  readonly hash: string;
  readonly at: number;
};

/**
 * The newest plan, by its place in the chain of what the team sent and never by when it arrived: a server that gives an
 * old one again gives the same item again. What it keeps back at the end shows only in the last sign of the team.
 */
function shownOf(
  versions: readonly ShownReply[],
  said: readonly Said[],
  account: Standing | undefined,
  conversation: Conversation,
): HerPlan | null {
  const newest = versions.at(-1);
  if (newest === undefined) return null;
  const { type: _type, v: _version, ...plan } = newest.message;
  const place = conversation.replies.find(({ hash }) => toHex(hash) === newest.hash)?.sequence ?? 0;
  /** Her word on one thing in it, held against what she had before her when she said it. */
  const wordOn = (id: string, isSame: (answered: ShownPlan) => boolean): Omit<AskedMeasure, 'measure'> => {
    const mine = said.findLast((one) => one.message.type === 'measure' && one.message.measure === id);
    const earlier = account?.measures?.find((one) => one.measure === id);
    const word =
      mine?.message.type === 'measure'
        ? { answer: mine.message.answer, plan: mine.message.plan }
        : (earlier ?? null);
    const answered = versions.find(({ hash }) => hash === word?.plan)?.message;
    const isThis = answered !== undefined && isSame(answered);
    return {
      answer: isThis ? (word?.answer ?? null) : null,
      before: isThis ? null : (word?.answer ?? null),
      onItsWay: mine?.state ?? null,
    };
  };
  const measures = plan.measures.map(
    (measure): AskedMeasure => ({
      measure,
      ...wordOn(measure.id, (answered) =>
        answered.measures.some((one) => one.id === measure.id && sameMeasure(one, measure)),
      ),
    }),
  );
  const note = plan.risks;
  const risks: AskedNote | null =
    note === null
      ? null
      : { note, ...wordOn(note.id, (had) => had.risks !== null && sameNote(had.risks, note)) };
  const mayBeOlder = conversation.gaps.some(({ before }) => before > place);
  return { plan, hash: newest.hash, at: newest.at, measures, risks, mayBeOlder };
}

/**
 * When the next sign of life is due; null where none is. `lastSafe`: when she last said that she is safe, as far as this
 * page knows. Nobody waits for her in a pause.
 */
export function nextSign(
  plans: readonly CheckInPlan[],
  pauses: readonly ShownPause[],
  lastSafe: number | null,
  now: number,
): number | null {
  const dues = plans.flatMap((plan) => {
    const open = lastSafe === null ? null : firstOpenRound(plan, lastSafe);
    let due = open !== null && open > now ? open : nextRound(plan, now);
    for (let turn = 0; due !== null && turn < 100; turn += 1) {
      const at = due;
      const pause = pauses.find(({ from, until }) => from <= at && at < until);
      if (pause === undefined) return [at];
      due = nextRound(plan, pause.until - 1);
    }
    return [];
  });
  return dues.length === 0 ? null : Math.min(...dues);
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** What she wrote on this page, with how far each has come. */
function saidHere(conversation: Conversation, outgoing: readonly Outgoing[]): readonly Said[] {
  return outgoing.map(({ content: { message }, sequence, state }) => {
    const read = conversation.own.find((item) => item.sequence === sequence);
    return { message, sequence, state: state === 'stored' ? (read?.state ?? 'stored') : 'not-sent' };
  });
}
