import { mayAsk } from '../consent/rules.ts';
import type { Actor } from '../shared/context.ts';
import { propose } from '../shared/fold.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, type Result } from '../shared/result.ts';
import { consentsIn } from './come-back.ts';
import type { ComeBackEvent } from './come-back-events.ts';
import type { RequestEvent } from './events.ts';
import { request } from './fold.ts';
import { mayAnswer } from './rules.ts';
import type { RequestState } from './state.ts';

type Allowed = Result<readonly RequestEvent[], Refusal>;
type Of<Type extends ComeBackEvent['type']> = Omit<
  Extract<ComeBackEvent, { readonly type: Type }>,
  'type' | 'v'
>;

/** What goes to her goes by whoever answers her, so that two people do not speak at once. */
function say(state: RequestState, actor: Actor, event: ComeBackEvent): Allowed {
  const answer = mayAnswer(state, actor);
  return answer.ok ? propose(request, state, actor, [event]) : answer;
}

/** Ask for one consent. `today` is a day, as `2026-11-21`: nobody is asked for what is over. */
export function canAskConsent(
  state: RequestState,
  actor: Actor,
  asked: Of<'ConsentAsked'>,
  today: string,
): Allowed {
  const free = mayAsk(consentsIn(state), asked.ask, today);
  return free.ok ? say(state, actor, { type: 'ConsentAsked', v: 1, ...asked }) : free;
}

/** Take back what she was asked to allow, or let go of what she allowed: it is needed no longer. */
export function canDropConsent(state: RequestState, actor: Actor, dropped: Of<'ConsentDropped'>): Allowed {
  return say(state, actor, { type: 'ConsentDropped', v: 1, ...dropped });
}

/** Say what happens next. */
export function canTellNext(state: RequestState, actor: Actor, next: Of<'NextTold'>): Allowed {
  return say(state, actor, { type: 'NextTold', v: 1, ...next });
}

/** Give her an approved note of what is held about her. */
export function canTellHeld(state: RequestState, actor: Actor, held: Of<'HeldTold'>): Allowed {
  return say(state, actor, { type: 'HeldTold', v: 1, ...held });
}

/** Propose a rhythm of check-ins. It runs only once she takes it on. */
export function canProposeCheckIn(
  state: RequestState,
  actor: Actor,
  proposed: Of<'CheckInProposed'>,
): Allowed {
  const { from, until } = proposed.plan;
  if (until !== null && until <= from) return err(refusal('malformed', { path: 'until', problem: 'wrong' }));
  return say(state, actor, { type: 'CheckInProposed', v: 1, ...proposed });
}

/** End a rhythm of check-ins. */
export function canEndCheckIn(state: RequestState, actor: Actor, ended: Of<'CheckInEnded'>): Allowed {
  return say(state, actor, { type: 'CheckInEnded', v: 1, ...ended });
}

/** Put a question to her. */
export function canAskQuestion(state: RequestState, actor: Actor, asked: Of<'QuestionAsked'>): Allowed {
  return say(state, actor, { type: 'QuestionAsked', v: 1, ...asked });
}

/**
 * Show her the plan: the whole of what she is to see, in the place of what she was shown before. A note on her dangers is
 * in it only where somebody has made sure that it is about nobody else.
 */
export function canShowPlan(state: RequestState, actor: Actor, shown: Of<'PlanShown'>): Allowed {
  return say(state, actor, { type: 'PlanShown', v: 2, ...shown });
}

/** Tell her how the check-ins stand that were agreed by word of mouth, and which pauses there are. */
export function canTellRounds(state: RequestState, actor: Actor, told: Of<'RoundsTold'>): Allowed {
  return say(state, actor, { type: 'RoundsTold', v: 1, ...told });
}

/** Say what was done about her danger or her silence. Whoever sees it may: it does not wait for a claim. */
export function canAnswerAlarm(state: RequestState, actor: Actor, reason: string): Allowed {
  return propose(request, state, actor, [{ type: 'AlarmAnswered', v: 1, reason }]);
}

/** Say the last word by a channel that is to be closed. It does not wait for a claim either. */
export function canTellClosing(state: RequestState, actor: Actor, closing: Of<'ClosingTold'>): Allowed {
  return propose(request, state, actor, [{ type: 'ClosingTold', v: 1, ...closing }]);
}

/** Say that a conversation goes on in another one. */
export function canLinkConversation(
  state: RequestState,
  actor: Actor,
  linking: Of<'ConversationLinked'>,
): Allowed {
  return propose(request, state, actor, [{ type: 'ConversationLinked', v: 1, ...linking }]);
}
