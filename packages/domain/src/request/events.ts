import type { FileNote } from '../shared/context.ts';
import { type EventShapes, readEvent } from '../shared/event.ts';
import {
  code,
  flag,
  hash32,
  hex,
  id16,
  listOf,
  object,
  oneOf,
  orNull,
  type Shape,
  sizes,
  text,
  textOrEmpty,
  whole,
} from '../shared/shape.ts';
import type { Upcast } from '../upcast.ts';
import { type ComeBackEvent, comeBackShapes } from './come-back-events.ts';
import { type CopyEvent, copyShapes } from './copies.ts';
import { type DeclineReason, declineReasons } from './decline-reasons.ts';
import { type FileMarkEvent, fileMarkShapes } from './file-marks.ts';
import { fileNote } from './file-note.ts';
import { type JoinEvent, joinShapes } from './joins.ts';
import { type JudgementEvent, judgementShapes, judgementUpcasts } from './judgement.ts';
import { type OtherwiseEvent, otherwiseShapes } from './otherwise.ts';
import { type Sent, sent } from './sent.ts';
import { shownUpcasts } from './shown-events.ts';

export { declineReasons } from './decline-reasons.ts';
export { urgencies, urgencyCode } from './judgement.ts';
export type { Sent } from './sent.ts';

/** What a guest may do in the conversation, and nothing more (rule 16). */
export const guestRights = ['message', 'answer', 'consent', 'checkIn', 'close'] as const;
export type GuestRight = (typeof guestRights)[number];

/** The keys of one defender's mailbox: public halves, hex. */
export type GuestKeys = {
  readonly mailbox: string;
  readonly mailboxKey: string;
  readonly sealingKey: string;
  readonly may: readonly GuestRight[];
};

/** A conversation that went on in this one: its last item to her, so that our chain goes on without a break. */
export type LinkedFrom = {
  readonly record: string;
  /** How many items of ours it sent. */
  readonly replies: number;
  /** Hash of the last of them, zeros for none. */
  readonly last: string;
};

/** What can happen in the record of one conversation: rule 16 asks that its first event names one guest. */
export type RequestEvent =
  | ({ readonly type: 'GuestNamed'; readonly v: 1 } & GuestKeys)
  | {
      readonly type: 'GuestItemAdmitted';
      readonly v: 1;
      readonly mailbox: string;
      /** Which of the entry's quoted items this is: her signed bytes, unchanged. */
      readonly item: number;
      readonly hash: string;
      readonly sequence: number;
      readonly prev: string;
      /** The key that opens the item, for readers of this record who do not hold the intake key; hex. */
      readonly contentKey: string | null;
    }
  /** Nobody can write with the old words any more. */
  | {
      readonly type: 'GuestClosed';
      readonly v: 1;
      readonly mailbox: string;
      readonly reason: 'lost' | 'seized' | 'finished' | 'asked';
    }
  /** A new mailbox for the same person, after a check; the old one is closed. */
  | {
      readonly type: 'GuestReplaced';
      readonly v: 2;
      readonly mailbox: string;
      readonly by: GuestKeys;
      /** How it was made sure that it is the same person. */
      readonly checked: string;
      /** The conversation that the new words began, and where our chain to her stands in it; null where there is none. */
      readonly from: LinkedFrom | null;
    }
  | {
      readonly type: 'ReplyWritten';
      readonly v: 1;
      readonly text: string;
      readonly files: readonly FileNote[];
      readonly sent: Sent;
    }
  /** Questions of the organisation, sent to her: which form, by its hash, and a word about why. */
  | {
      readonly type: 'QuestionsSent';
      readonly v: 1;
      readonly form: string;
      readonly text: string;
      readonly sent: Sent;
    }
  /** The team has opened her items up to this number. */
  | { readonly type: 'OpenedNoted'; readonly v: 1; readonly sequence: number; readonly sent: Sent }
  /** The weekly sign of life to her (rule 20). */
  | { readonly type: 'ConversationConfirmed'; readonly v: 1; readonly sent: Sent }
  | { readonly type: 'RequestClaimed'; readonly v: 1; readonly member: string }
  | { readonly type: 'RequestReleased'; readonly v: 1 }
  /** Whoever it was handed to has seen that. */
  | { readonly type: 'HandOverSeen'; readonly v: 1 }
  | JudgementEvent
  | JoinEvent
  | CopyEvent
  | FileMarkEvent
  | OtherwiseEvent
  | {
      readonly type: 'RequestDeclined';
      readonly v: 1;
      readonly reason: DeclineReason;
      /** What she reads. */
      readonly words: string;
      /** What else may help; empty only where `noneKnown` says so (invariant 8). */
      readonly alternatives: readonly string[];
      readonly noneKnown: boolean;
      /** How long the conversation stays open for her answer, in days. */
      readonly wayBack: { readonly days: number };
      readonly sent: Sent;
    }
  | { readonly type: 'RequestTakenUpAgain'; readonly v: 1; readonly reason: string }
  | { readonly type: 'RequestSetAside'; readonly v: 1; readonly reason: string }
  | { readonly type: 'RequestReturned'; readonly v: 1 }
  | { readonly type: 'CaseOpened'; readonly v: 1; readonly case: string }
  | ComeBackEvent;

const guestKeys: Shape<GuestKeys> = object({
  mailbox: hash32,
  mailboxKey: hash32,
  sealingKey: hex(1216),
  may: listOf(oneOf(...guestRights), guestRights.length),
});

export const requestShapes: EventShapes<RequestEvent> = {
  GuestNamed: { v: 1, fields: guestKeys },
  GuestItemAdmitted: {
    v: 1,
    fields: object({
      mailbox: hash32,
      item: whole(7),
      hash: hash32,
      sequence: whole(sizes.number),
      prev: hash32,
      contentKey: orNull(hash32),
    }),
  },
  GuestClosed: {
    v: 1,
    fields: object({ mailbox: hash32, reason: oneOf('lost', 'seized', 'finished', 'asked') }),
  },
  GuestReplaced: {
    v: 2,
    fields: object({
      mailbox: hash32,
      by: guestKeys,
      checked: text(sizes.line),
      from: orNull(object({ record: hash32, replies: whole(sizes.number), last: hash32 })),
    }),
  },
  ReplyWritten: { v: 1, fields: object({ text: text(sizes.body), files: listOf(fileNote, 64), sent }) },
  QuestionsSent: { v: 1, fields: object({ form: hash32, text: textOrEmpty(sizes.body), sent }) },
  OpenedNoted: { v: 1, fields: object({ sequence: whole(sizes.number), sent }) },
  ConversationConfirmed: { v: 1, fields: object({ sent }) },
  RequestClaimed: { v: 1, fields: object({ member: id16 }) },
  RequestReleased: { v: 1, fields: object({}) },
  HandOverSeen: { v: 1, fields: object({}) },
  ...judgementShapes,
  ...joinShapes,
  ...copyShapes,
  ...fileMarkShapes,
  ...otherwiseShapes,
  RequestDeclined: {
    v: 1,
    fields: object({
      reason: code(declineReasons),
      words: text(sizes.body),
      alternatives: listOf(text(sizes.line), 32),
      noneKnown: flag,
      wayBack: object({ days: whole(3660) }),
      sent,
    }),
  },
  RequestTakenUpAgain: { v: 1, fields: object({ reason: text(sizes.line) }) },
  RequestSetAside: { v: 1, fields: object({ reason: textOrEmpty(sizes.line) }) },
  RequestReturned: { v: 1, fields: object({}) },
  CaseOpened: { v: 1, fields: object({ case: hash32 }) },
  ...comeBackShapes,
};

/** Old versions of these events. The first replacement of a channel knew of no conversation behind the new one. */
export const requestUpcasts: readonly Upcast[] = [
  ...judgementUpcasts,
  ...shownUpcasts,
  { type: 'GuestReplaced', from: 1, to: (event) => ({ ...event, from: null }) },
];

/** Reads one event of a conversation. Unknown ones come back as `Unknown`; only broken ones fail. */
export const parseRequestEvent = (json: unknown) =>
  readEvent<RequestEvent>(requestShapes, requestUpcasts, json);
