import { type Sent, sent } from '../request/sent.ts';
import type { EventShapes } from '../shared/event.ts';
import {
  hash32,
  hex,
  id16,
  languageTag,
  object,
  orNull,
  sizes,
  text,
  textOrEmpty,
  whole,
} from '../shared/shape.ts';
import { type AskedQuestion, askedQuestions, sheetLimits } from './message.ts';

/** What a sheet is about and to whom it goes, as it stands sealed in the case. The reader sees none of the first three. */
export type SheetTerms = {
  /** What its answer is for: the id of a question or finding of the verification; null for nothing in particular. */
  readonly about: string | null;
  /** Who is asked: the id of a source of the verification; null where she is named in words alone. */
  readonly source: string | null;
  /** Who is asked, in the officer's own words; may be empty where there is a source. */
  readonly whom: string;
  readonly from: string;
  readonly language: string;
  readonly questions: readonly AskedQuestion[];
  /** The last moment at which it may be answered, milliseconds since 1970. */
  readonly until: number;
  /** A word that was agreed by voice and that the answer is to carry; empty for none. */
  readonly word: string;
};

/** What can happen to a question sheet. It belongs to one case; its mailbox is its own and names nobody. */
export type SheetEvent =
  | ({
      readonly type: 'SheetSent';
      readonly v: 1;
      readonly sheet: string;
      readonly mailbox: string;
      readonly mailboxKey: string;
      readonly team: string;
      readonly generation: number;
      readonly sent: Sent;
    } & SheetTerms)
  /** An answer came. It is quoted verbatim; `contentKey` is for readers of the case who do not hold the team's key. */
  | {
      readonly type: 'SheetAnswered';
      readonly v: 1;
      readonly sheet: string;
      readonly item: number;
      readonly hash: string;
      readonly sequence: number;
      readonly contentKey: string;
    }
  /** Somebody has read an answer: it is new to nobody any more. */
  | { readonly type: 'SheetAnswerRead'; readonly v: 1; readonly sheet: string; readonly hash: string }
  /** An answer that did not count by itself (late, after the end, a second one) is taken into account, with the reason. */
  | {
      readonly type: 'SheetAnswerCounted';
      readonly v: 1;
      readonly sheet: string;
      readonly hash: string;
      readonly reason: string;
    }
  /**
   * The key of the team to which its answers are sealed was changed while it was open, because somebody left or a device
   * was lost: a desk ended it by itself, as whoever left could otherwise, with the server's help, open an answer.
   */
  | {
      readonly type: 'SheetOutdated';
      readonly v: 1;
      readonly sheet: string;
      /** Of the key that the team has now. */
      readonly generation: number;
    }
  /** Ended before its last day. */
  | { readonly type: 'SheetEnded'; readonly v: 1; readonly sheet: string; readonly reason: string };

export const sheetShapes: EventShapes<SheetEvent> = {
  SheetSent: {
    v: 1,
    fields: object({
      sheet: id16,
      about: orNull(id16),
      source: orNull(id16),
      whom: textOrEmpty(sizes.line),
      from: textOrEmpty(sheetLimits.from),
      language: languageTag,
      questions: askedQuestions,
      until: whole(sizes.time),
      word: textOrEmpty(sheetLimits.word),
      mailbox: hash32,
      mailboxKey: hash32,
      team: id16,
      generation: whole(sizes.number),
      sent,
    }),
  },
  SheetAnswered: {
    v: 1,
    fields: object({
      sheet: id16,
      item: whole(7),
      hash: hash32,
      sequence: whole(sizes.number),
      contentKey: hex(32),
    }),
  },
  SheetAnswerRead: { v: 1, fields: object({ sheet: id16, hash: hash32 }) },
  SheetAnswerCounted: { v: 1, fields: object({ sheet: id16, hash: hash32, reason: text(sizes.line) }) },
  SheetOutdated: { v: 1, fields: object({ sheet: id16, generation: whole(sizes.number) }) },
  SheetEnded: { v: 1, fields: object({ sheet: id16, reason: textOrEmpty(sizes.line) }) },
};
