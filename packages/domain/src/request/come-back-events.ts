import { type ConsentAsk, consentAsk } from '../consent/ask.ts';
import type { EventShapes } from '../shared/event.ts';
import { err } from '../shared/result.ts';
import {
  day,
  flag,
  hash32,
  id16,
  languageTag,
  listOf,
  object,
  orNull,
  type Shape,
  sizes,
  text,
  textOrEmpty,
  whole,
} from '../shared/shape.ts';
import type { CheckInPlan } from './check-in.ts';
import type { HeldLine } from './reply.ts';
import { rhythm } from './rhythm-shape.ts';
import { type Sent, sent } from './sent.ts';
import { type ShownEvent, shownShapes } from './shown-events.ts';

/** What the team puts before somebody who comes back, and what it does about her silence. */
export type ComeBackEvent =
  | { readonly type: 'ConsentAsked'; readonly v: 1; readonly ask: ConsentAsk; readonly sent: Sent }
  /** The team needs it no longer: it is not asked any more, and not used if she had given it. */
  | { readonly type: 'ConsentDropped'; readonly v: 1; readonly consent: string; readonly sent: Sent }
  | {
      readonly type: 'NextTold';
      readonly v: 1;
      readonly text: string;
      readonly day: string | null;
      readonly who: string;
      readonly sent: Sent;
    }
  | {
      readonly type: 'HeldTold';
      readonly v: 1;
      readonly note: string;
      readonly lines: readonly HeldLine[];
      readonly sent: Sent;
    }
  | { readonly type: 'CheckInProposed'; readonly v: 1; readonly plan: CheckInPlan; readonly sent: Sent }
  | { readonly type: 'CheckInEnded'; readonly v: 1; readonly plan: string; readonly sent: Sent }
  | {
      readonly type: 'QuestionAsked';
      readonly v: 1;
      readonly question: string;
      readonly text: string;
      readonly choices: readonly string[];
      /** Hash of a form of the organisation's own; null for a plain question. */
      readonly form: string | null;
      readonly sent: Sent;
    }
  /** Somebody saw to her word that she is not safe, or to her silence, and says how. */
  | { readonly type: 'AlarmAnswered'; readonly v: 1; readonly reason: string }
  /** The last word by a channel that will be closed. */
  | { readonly type: 'ClosingTold'; readonly v: 1; readonly moved: boolean; readonly sent: Sent }
  /** This conversation goes on in another one: the person behind both is the same. */
  | { readonly type: 'ConversationLinked'; readonly v: 1; readonly to: string; readonly checked: string }
  | ShownEvent;

const plan: Shape<CheckInPlan> = object({
  id: id16,
  rhythm,
  from: whole(sizes.time),
  until: orNull(whole(sizes.time)),
  grace: whole(7 * 24 * 60),
  silence: text(2000),
  language: languageTag,
});

const heldLine: Shape<HeldLine> = object({
  what: text(2000),
  since: textOrEmpty(100),
  why: textOrEmpty(1000),
  who: textOrEmpty(1000),
  until: textOrEmpty(300),
});

/** All lines together are as long as one message may be: the note goes to her in one item. */
const heldLines: Shape<readonly HeldLine[]> = (json, path) => {
  const lines = listOf(heldLine, 64)(json, path);
  if (!lines.ok) return lines;
  if (lines.value.length === 0) return err({ problem: 'empty', path });
  return heldLength(lines.value) > sizes.body ? err({ problem: 'too_long', path }) : lines;
};

/** How long a note is, in UTF-16 units. */
export const heldLength = (lines: readonly HeldLine[]): number =>
  lines.reduce((sum, line) => sum + Object.values(line).join('').length, 0);

export const comeBackShapes: EventShapes<ComeBackEvent> = {
  ...shownShapes,
  ConsentAsked: { v: 1, fields: object({ ask: consentAsk, sent }) },
  ConsentDropped: { v: 1, fields: object({ consent: id16, sent }) },
  NextTold: {
    v: 1,
    fields: object({ text: text(2000), day: orNull(day), who: textOrEmpty(sizes.name), sent }),
  },
  HeldTold: { v: 1, fields: object({ note: id16, lines: heldLines, sent }) },
  CheckInProposed: { v: 1, fields: object({ plan, sent }) },
  CheckInEnded: { v: 1, fields: object({ plan: id16, sent }) },
  QuestionAsked: {
    v: 1,
    fields: object({
      question: id16,
      text: text(4000),
      choices: listOf(text(200), 12),
      form: orNull(hash32),
      sent,
    }),
  },
  AlarmAnswered: { v: 1, fields: object({ reason: text(sizes.line) }) },
  ClosingTold: { v: 1, fields: object({ moved: flag, sent }) },
  ConversationLinked: { v: 1, fields: object({ to: hash32, checked: text(sizes.line) }) },
};
