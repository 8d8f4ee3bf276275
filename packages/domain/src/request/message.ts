import type { Country, Language, RequestSource, SafeChannel, SupportType } from '@leeward/vocabulary';
import type { SafeHours } from './safe-hours.ts';
import type { HerMeasureAnswer } from './shown-plan.ts';

/*
 * What a defender's page writes: the message inside an item of her in-box. The door imports this file and nothing else
 * of the domain, so it stays small and holds no code lists; types cost no bytes. The desk reads with read-message.ts.
 */

/** A way to reach her, and whether she calls it safe. `safe: false` is binding (handbook, invariant 2). */
export type ReachedBy = {
  readonly channel: SafeChannel;
  /** Number, address or name there. Without one, the whole channel is meant. */
  readonly detail?: string;
  readonly safe: boolean;
};

/** What must never be done. */
export type Never = 'call' | 'text' | 'mail' | 'family' | 'employer' | 'authorities';

/** Words by which both sides know each other. Shown at the desk only to somebody who asks, and in no list. */
export type CodeWords = {
  /** What we say, so that she knows that it is us. */
  readonly fromUs?: string;
  /** What she says when somebody forces her. */
  readonly underForce?: string;
};

/** A file of the same item, in the same order: whether the data hidden in it was taken out on the phone (fault 58). */
export type SentFile = {
  readonly hidden: 'removed' | 'kept' | 'unknown';
  /** SHA-256 of the file before cleaning, hex. */
  readonly originalHash?: string;
};

/**
 * Answers to one form of the organisation's own questions, named by its hash, so that it is known for ever which words
 * were answered. What the values are, only the form says: the desk holds them against it.
 */
export type FormAnswers = { readonly form: string; readonly values: Readonly<Record<string, unknown>> };

/** What may be said about a request at first, or be added later. Nothing here asks for a legal name (invariant 1). */
export type Details = {
  readonly danger48h?: 'yes' | 'no' | 'unsure';
  readonly writtenBy?: RequestSource;
  readonly about?: 'self' | 'other' | 'both';
  readonly relation?: 'family' | 'colleague' | 'client' | 'other';
  /** Whether the person that it is about knows of the request. */
  readonly knows?: 'yes' | 'no' | 'cannot';
  /** Any name. */
  readonly callName?: string;
  readonly country?: Country;
  readonly languages?: readonly Language[];
  /** Languages that the list lacks, as typed. */
  readonly otherLanguages?: string;
  readonly channels?: readonly ReachedBy[];
  /** Days and hours of her clock. What does not fit into them stands in `safeTimes`, in her words; both bind. */
  readonly safeHours?: SafeHours;
  readonly safeTimes?: string;
  readonly codeWords?: CodeWords;
  /** Only through the people whom she named as ways (`chan_trusted_person`, `chan_lawyer`). */
  readonly doNotContactDirectly?: boolean;
  readonly never?: readonly Never[];
  readonly neverOther?: string;
  readonly help?: readonly SupportType[];
  readonly files?: readonly SentFile[];
  readonly answers?: readonly FormAnswers[];
};

/** Two lines are enough: only `what` is needed. */
export type RequestMessage = Details & {
  readonly type: 'request';
  readonly v: 1;
  readonly what: string;
  /** Language of the page, as a tag. */
  readonly locale: string;
};

export type GuestMessage =
  | RequestMessage
  | { readonly type: 'message'; readonly v: 1; readonly text: string; readonly files?: readonly SentFile[] }
  /** An answer to a question that was put to her, by the question's name. */
  | { readonly type: 'answer'; readonly v: 1; readonly question: string; readonly value: string }
  /** More about the request, or a correction: what is given here takes the place of what was given before. */
  | (Details & { readonly type: 'add'; readonly v: 1; readonly text?: string })
  /** Her word on a consent that was asked of her: `asked` is the hash of the item that holds what was put to her. */
  | {
      readonly type: 'consent';
      readonly v: 1;
      readonly id: string;
      readonly asked: string;
      readonly answer: 'given' | 'refused' | 'withdrawn';
      readonly words?: string;
    }
  /** A sign of life, or the opposite. A claim, as everything that is written with the words (rule 25). */
  | {
      readonly type: 'checkIn';
      readonly v: 1;
      readonly safe: boolean;
      /** The plan that it answers; it may come without one. */
      readonly plan?: string;
      readonly text?: string;
      /** A word that she agreed with the team. What it means is theirs alone. */
      readonly word?: string;
    }
  /** Her word on the rhythm of check-ins that was proposed to her. */
  | {
      readonly type: 'plan';
      readonly v: 1;
      readonly plan: string;
      readonly answer: 'accepted' | 'declined' | 'ended';
      readonly text?: string;
    }
  /** Her word on one measure of the plan that she was shown: `plan` is the hash of the item in which it stood. */
  | {
      readonly type: 'measure';
      readonly v: 1;
      readonly plan: string;
      readonly measure: string;
      readonly answer: HerMeasureAnswer;
      readonly text?: string;
    }
  /**
   * She asks for a pause of the check-ins, or for their end. A wish: nobody stops waiting for her before a person has
   * agreed to it, as somebody else may hold her words. `agreed` names what was agreed by word of mouth.
   */
  | {
      readonly type: 'checkInWish';
      readonly v: 1;
      readonly wants: 'pause' | 'end';
      readonly agreed?: string;
      /** Milliseconds since 1970. */
      readonly from?: number;
      readonly until?: number;
      readonly text?: string;
    }
  /** What is held about her is wrong, or is to be deleted: a line of a note, counted from 0, or all of it. */
  | {
      readonly type: 'held';
      readonly v: 1;
      readonly note: string;
      readonly line?: number;
      readonly wants: 'corrected' | 'deleted';
      readonly text?: string;
    }
  /** She does not want to go on, and what is to become of what is here. */
  | {
      readonly type: 'close';
      readonly v: 1;
      readonly wants?: 'keep' | 'part' | 'destroy';
      readonly text?: string;
    };

/** Longest texts, in UTF-16 units: one message fits its padded 32 KiB in the widest scripts. */
export const messageLimits = { text: 8000, line: 500, detail: 300, codeWord: 120, list: 32 } as const;

/** The message as the JSON text that is sealed; fields without a value are left out. */
export function writeMessage(message: GuestMessage): string {
  return JSON.stringify(message);
}

/** Who writes, as the vocabulary calls it, from the two questions that the door asks. */
export function sourceOf(about: Details['about'], relation: Details['relation']): RequestSource {
  if (about !== 'other') return 'src_self';
  return relation === 'family' ? 'src_family' : 'src_colleague';
}
