import type { Ending } from '../identity/readers.ts';
import type { Context } from '../shared/context.ts';
import { memberOf } from '../shared/context.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type Stamp, stampOf } from '../shared/stamp.ts';
import type { CustodyPartEvent } from './events.ts';

/** A question for one person's identity, and what became of it. */
export type IdentityQuestion = {
  readonly question: string;
  readonly person: string | null;
  readonly asked: Stamp;
  readonly reason: string;
  /** Until when it is wanted. */
  readonly until: number;
  readonly withdrawn: Stamp | null;
  readonly answer:
    | (Stamp & { readonly granted: boolean; readonly until: number; readonly reason: string })
    | null;
  readonly ended: (Stamp & { readonly how: Ending; readonly reason: string }) | null;
};

/** The questions of a case, in the order in which they were asked. */
export type CustodyPartState = ReadonlyMap<string, IdentityQuestion>;

/** Questions that may wait at once: nobody can make custody read ten thousand. */
const questionsAtMost = 500;

/** What an event makes of the questions. */
export function applyCustodyPart(
  state: CustodyPartState,
  event: CustodyPartEvent,
  context: Context,
): Result<CustodyPartState, Refusal> {
  const by = memberOf(context.author) ?? '';
  const stamp = stampOf(context);
  const known = state.get(event.question);
  if (event.type === 'IdentityAsked') {
    if (known !== undefined) return err(refusal('exists'));
    if (state.size >= questionsAtMost) return err(refusal('too_many', { limit: questionsAtMost }));
    const { question, person, reason, until } = event;
    const asked = { question, person, asked: stamp, reason, until };
    return ok(new Map(state).set(question, { ...asked, withdrawn: null, answer: null, ended: null }));
  }
  if (known === undefined) return err(refusal('not_there'));
  const become = (next: Partial<IdentityQuestion>): Result<CustodyPartState, Refusal> =>
    ok(new Map(state).set(event.question, { ...known, ...next }));
  switch (event.type) {
    case 'IdentityQuestionWithdrawn':
      if (known.asked.by !== by) return err(refusal('only_oneself'));
      if (known.withdrawn !== null || known.answer !== null) return err(refusal('no_change'));
      return become({ withdrawn: stamp });
    case 'IdentityAnswered': {
      if (context.custody !== true) return err(refusal('not_custody'));
      // Nobody answers herself, also where she has come into custody since.
      if (known.asked.by === by) return err(refusal('not_oneself'));
      if (known.withdrawn !== null) return err(refusal('ended'));
      if (known.answer !== null) return err(refusal('exists'));
      const { granted, until, reason } = event;
      return become({ answer: { ...stamp, granted, until, reason } });
    }
    case 'IdentityAccessEnded':
      if (known.answer?.granted !== true) return err(refusal('not_there'));
      if (known.ended !== null) return err(refusal('no_change'));
      if (context.custody !== true && known.asked.by !== by) return err(refusal('not_custody'));
      return become({ ended: { ...stamp, how: event.how, reason: event.reason } });
  }
}

/** How a question stands. */
export type QuestionStanding = 'waiting' | 'withdrawn' | 'refused' | 'granted' | 'over';

export function standingOf(question: IdentityQuestion, now: number): QuestionStanding {
  if (question.withdrawn !== null) return 'withdrawn';
  if (question.answer === null) return 'waiting';
  if (!question.answer.granted) return 'refused';
  return question.ended !== null || question.answer.until <= now ? 'over' : 'granted';
}

/** The questions that wait for custody, the oldest first. */
export function waitingQuestions(state: CustodyPartState): readonly IdentityQuestion[] {
  return [...state.values()].filter((one) => one.withdrawn === null && one.answer === null);
}
