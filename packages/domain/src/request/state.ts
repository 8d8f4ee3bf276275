import type { ClosureReason } from '@leeward/vocabulary/lists/closure-reason.ts';
import type { Urgency } from '@leeward/vocabulary/lists/urgency.ts';
import type { Context, EventRef, FileNote } from '../shared/context.ts';
import { type Base, emptyBase } from '../shared/fold.ts';
import { type ComeBack, noComeBack } from './come-back.ts';
import type { Copy } from './copies.ts';
import type { GuestKeys, LinkedFrom } from './events.ts';
import type { FileMarks } from './file-marks.ts';
import type { Join } from './joins.ts';
import type { RequestJudgement } from './judgement.ts';
import type { ActStamp, ContactMade, Heard } from './otherwise.ts';
import type { GuestContent } from './read-message.ts';

/** A defender's channel. */
export type Guest = GuestKeys & {
  readonly namedAt: number;
  /** The conversation that these words had begun, where it was linked to this one. */
  readonly from: LinkedFrom | null;
  readonly closed: {
    readonly reason: 'lost' | 'seized' | 'finished' | 'asked' | 'replaced';
    readonly by: string;
    readonly claimedTime: number;
  } | null;
};

/** One of her items, as the desk admitted it. */
export type GuestItem = EventRef & {
  readonly mailbox: string;
  readonly sequence: number;
  readonly hash: string;
  readonly prev: string;
  readonly position: number;
  /** Which quoted item of the entry it is. */
  readonly quoted: number;
  readonly admittedBy: string;
  /** When a colleague admitted it, by that colleague's clock. */
  readonly admittedTime: number;
  /** When she wrote it, by her phone's clock; null where this device cannot open the item. */
  readonly claimedTime: number | null;
  readonly repliesSeen: number;
  readonly content: GuestContent | null;
  readonly files: readonly FileNote[];
  /**
   * Whether it has an effect: it does when it `counts`; what came after the channel was closed, what her channel may
   * not do, and a second item under a number that is taken are shown and change nothing.
   */
  readonly verdict: 'counts' | 'after_close' | 'not_allowed' | 'doubled';
  /** It stands by readmission: what gives access or consent waits for a new word (rule 3). */
  readonly readmitted: boolean;
};

/** One of our items to her. */
export type TeamItem = EventRef & {
  readonly kind:
    | 'reply'
    | 'questions'
    | 'opened'
    | 'confirmed'
    | 'declined'
    | 'consent'
    | 'consentDropped'
    | 'next'
    | 'held'
    | 'checkIn'
    | 'checkInEnded'
    | 'question'
    | 'shownPlan'
    | 'rounds'
    | 'closing';
  readonly mailbox: string;
  readonly sequence: number;
  readonly prev: string;
  readonly hash: string;
  readonly quoted: number | null;
  /** The last day on which she can read it, in whole days since 1970; missing where it has none. */
  readonly until?: number;
  /** What it takes away from her page: everything under lower numbers. */
  readonly below?: number;
  readonly position: number;
  readonly by: string;
  readonly claimedTime: number;
  /** Empty where the item carries no words. */
  readonly text: string;
  readonly files: readonly FileNote[];
  /** Of `questions`: the hash of the form that she was sent. */
  readonly form?: string;
};

export type { RequestJudgement, UrgencyJudgement } from './judgement.ts';

/** Who had the request from when on; nobody after it was given back. */
export type Claim = ActStamp & { readonly member: string | null };

/** A request that a colleague was given; `seen` by her clock, null until she has looked. */
export type HandOver = ActStamp & { readonly to: string; readonly seen: number | null };

export type Decline = {
  readonly reason: ClosureReason | `x_${string}`;
  readonly words: string;
  readonly alternatives: readonly string[];
  readonly by: string;
  readonly claimedTime: number;
  /** She may write again at least until then. */
  readonly wayBackUntil: number;
};

/** What is true of one conversation and the request in it. */
export type RequestState = Base & {
  /** In the order in which they were named; the last that is open is the one to write to. */
  readonly guests: readonly Guest[];
  /** In the order of her numbers within each mailbox, never of arrival. */
  readonly items: readonly GuestItem[];
  /** In chain order. */
  readonly sent: readonly TeamItem[];
  /** By mailbox, the highest of her numbers that the team has opened. */
  readonly opened: ReadonlyMap<string, number>;
  /** `urg_unset` until a person has judged: never computed (invariant 5). */
  readonly urgency: Urgency;
  readonly urgencyHistory: readonly RequestJudgement[];
  readonly claimedBy: string | null;
  readonly claims: readonly Claim[];
  /** The last hand-over, while it is still hers to whom it went. */
  readonly handedOver: HandOver | null;
  /** What officers wrote down of what she or somebody for her said; the first one begins a request without a mailbox. */
  readonly heard: readonly Heard[];
  /** What we told her by other ways than here. */
  readonly contacts: readonly ContactMade[];
  readonly joins: readonly Join[];
  readonly unjoined: readonly string[];
  /** Attachments with something blacked out, in the order in which they were made. */
  readonly copies: readonly Copy[];
  /** What somebody said of a file that is hard to see. */
  readonly marks: FileMarks;
  readonly declined: Decline | null;
  readonly setAside: { readonly reason: string; readonly by: string; readonly claimedTime: number } | null;
  readonly case: string | null;
  /** What was put before her, and what somebody did about her silence. */
  readonly comeBack: ComeBack;
};

export const emptyRequest: RequestState = {
  ...emptyBase,
  guests: [],
  items: [],
  sent: [],
  opened: new Map(),
  urgency: 'urg_unset',
  urgencyHistory: [],
  claimedBy: null,
  claims: [],
  handedOver: null,
  heard: [],
  contacts: [],
  joins: [],
  unjoined: [],
  copies: [],
  marks: new Map(),
  declined: null,
  setAside: null,
  case: null,
  comeBack: noComeBack,
};

/** Whether the record has begun: with a guest, or with what an officer wrote down. */
export function hasBegun(state: RequestState): boolean {
  return state.guests.length > 0 || state.heard.length > 0;
}

/** The channel to write to: the last one that is open. Nobody writes where the conversation goes on in another one. */
export function openGuest(state: RequestState): Guest | undefined {
  if (state.comeBack.linkedTo !== null) return undefined;
  return state.guests.findLast((guest) => guest.closed === null);
}

/** Her items that have an effect, in the order in which she wrote them: channel by channel, number by number. */
export function countingItems(state: RequestState): readonly GuestItem[] {
  return state.items.filter((item) => item.verdict === 'counts');
}

/** Whether she has closed the conversation by the channel that is open now. */
export function closedByPerson(state: RequestState): boolean {
  const open = openGuest(state);
  return countingItems(state).some(
    (item) =>
      item.mailbox === open?.mailbox &&
      item.content?.kind === 'read' &&
      item.content.message.type === 'close',
  );
}

/** Number and predecessor that our next item to a mailbox must carry. */
export function nextSent(
  state: RequestState,
  mailbox: string,
): { readonly sequence: number; readonly prev: string } {
  const last = state.sent.findLast((item) => item.mailbox === mailbox);
  if (last !== undefined) return { sequence: last.sequence + 1, prev: last.hash };
  const from = state.guests.find((guest) => guest.mailbox === mailbox)?.from ?? null;
  return from === null ? { sequence: 0, prev: noHash } : { sequence: from.replies, prev: from.last };
}

/** What stands where there is no item before. */
export const noHash = '0'.repeat(64);

/** How many of her items are missing: numbers below the highest that have not been admitted. */
export function missingItems(state: RequestState): number {
  let missing = 0;
  for (const guest of state.guests) {
    const numbers = new Set<number>();
    for (const item of state.items) if (item.mailbox === guest.mailbox) numbers.add(item.sequence);
    let highest = -1;
    for (const number of numbers) highest = Math.max(highest, number);
    missing += highest + 1 - numbers.size;
  }
  return missing;
}

/** Her items that do not follow the item before them although both are here: shown as a break in her chain. */
export function brokenItems(state: RequestState): readonly GuestItem[] {
  return state.items.filter((item) => {
    if (item.sequence === 0) return item.prev !== noHash;
    const before = state.items.filter(
      (other) => other.mailbox === item.mailbox && other.sequence === item.sequence - 1,
    );
    return before.length > 0 && before.every((other) => other.hash !== item.prev);
  });
}

/** The highest number of hers in a mailbox that the team has opened; -1 for none. */
export function openedUpTo(state: RequestState, mailbox: string): number {
  return state.opened.get(mailbox) ?? -1;
}

/** Where an event stands. */
export function refOf(context: Context): EventRef {
  return { entry: context.entry, index: context.index };
}

/** Whether nobody of the team has opened an item that could be called opened: a closed channel takes no such word. */
export function isUnopened(state: RequestState, item: GuestItem): boolean {
  const isOpen = state.guests.some((guest) => guest.mailbox === item.mailbox && guest.closed === null);
  return isOpen && state.comeBack.linkedTo === null && item.sequence > openedUpTo(state, item.mailbox);
}
