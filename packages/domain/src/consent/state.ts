import type { ConsentAsk } from './ask.ts';

/** What she can say to it. Nobody says it for her. */
export const consentAnswers = ['given', 'refused', 'withdrawn'] as const;
export type ConsentAnswer = (typeof consentAnswers)[number];

/** `dropped`: the team said that it needs it no longer. */
export type ConsentStanding = 'asked' | ConsentAnswer | 'expired' | 'dropped';

/** One thing that was said of a consent, in the order in which it counts. */
export type ConsentStep = {
  readonly answer: ConsentAnswer;
  /** When she said it, by her phone's clock where that can be believed. */
  readonly at: number;
  /** Her own order within the conversation: what she said later has a higher one, whatever a phone's clock says. */
  readonly place: number;
  /** Hash of the item that she signed: the proof. */
  readonly item: string;
  /** Her own words beside it; empty where there are none. */
  readonly words: string;
  /**
   * Whether it has an effect, and why not: it answers another text than the one that was asked; it came by a channel
   * that is closed or may not consent; or it stands by readmission, and what gives waits for a new word (rule 3).
   */
  readonly effect: 'counts' | 'other_text' | 'channel' | 'to_renew';
};

/** A consent with everything that was said about it. */
export type Consent = {
  readonly ask: ConsentAsk;
  /** Hash of the sealed item in which it was put to her. */
  readonly askedIn: string;
  readonly askedBy: string;
  readonly askedAt: number;
  readonly history: readonly ConsentStep[];
  /** When the team said that it needs it no longer; missing while it does. */
  readonly droppedAt?: number;
};

/**
 * Where a consent stands on a day (`2026-11-21`). A refusal or a withdrawal stays one after the last day, and after the
 * team has dropped it: her word is the stronger one. A yes to what was dropped is none, whenever it came.
 */
export function standingOf(consent: Consent, today: string): ConsentStanding {
  const last = consent.history.findLast((step) => step.effect === 'counts');
  if (last !== undefined && last.answer !== 'given') return last.answer;
  if (consent.droppedAt !== undefined) return 'dropped';
  if (consent.ask.until !== null && consent.ask.until < today) return 'expired';
  return last?.answer ?? 'asked';
}

/**
 * Whether an answer takes effect. Stopping is safe and giving is not: a withdrawal or a refusal of a consent that was
 * asked counts however it came, at once and late (rule 3); what gives must answer the very text that was put to her,
 * by a channel that may, and not by readmission.
 */
export function effectOf(
  answer: ConsentAnswer,
  came: {
    readonly sameText: boolean;
    readonly byOpenChannel: boolean;
    readonly readmitted: boolean;
  },
): ConsentStep['effect'] {
  if (answer !== 'given') return 'counts';
  if (!came.byOpenChannel) return 'channel';
  if (!came.sameText) return 'other_text';
  return came.readmitted ? 'to_renew' : 'counts';
}
