import type { Ending } from '../identity/readers.ts';
import type { CustodyPartEvent } from './events.ts';

/* What people do about an identity in a case, as events. Whether they may, the fold of the case says. */

/** How long somebody may be let in at most: longer than that she asks again. */
export const longestAccess = 90 * 24 * 3600 * 1000;

/** Until when somebody is let in: as asked, and never longer than the longest time. */
export const accessUntil = (wanted: number, now: number): number => Math.min(wanted, now + longestAccess);

/** Ask for the identity of one person: why, and until when. */
export const askForIdentity = (
  question: string,
  person: string | null,
  reason: string,
  until: number,
): CustodyPartEvent => ({ type: 'IdentityAsked', v: 1, question, person, reason, until });

/** Take one's question back. */
export const withdrawQuestion = (question: string): CustodyPartEvent => ({
  type: 'IdentityQuestionWithdrawn',
  v: 1,
  question,
});

/** Grant it or refuse it, with a reason that the one who asked reads. */
export const answerQuestion = (
  question: string,
  granted: boolean,
  until: number,
  reason: string,
): CustodyPartEvent => ({ type: 'IdentityAnswered', v: 1, question, granted, until, reason });

/** Say in the case that it is over. */
export const endAccess = (question: string, how: Ending, reason: string): CustodyPartEvent => ({
  type: 'IdentityAccessEnded',
  v: 1,
  question,
  how,
  reason,
});
