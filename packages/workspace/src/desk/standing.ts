import { consentsIn, planAnswer } from '@leeward/domain/request/come-back.ts';
import type { Standing } from '@leeward/domain/request/reply.ts';
import type { RequestState } from '@leeward/domain/request/state.ts';

/** Where her answers stand, as far as the team has opened her items: a phone that keeps nothing reads it back. */
export function standingUpTo(state: RequestState, mailbox: string, sequence: number): Standing | null {
  const read = state.items.filter((item) => item.mailbox !== mailbox || item.sequence <= sequence);
  const seen: RequestState = { ...state, items: read };
  const consents = consentsIn(seen).flatMap(({ ask, history }) => {
    const last = history.findLast((step) => step.effect === 'counts');
    return last === undefined ? [] : [{ id: ask.id, answer: last.answer }];
  });
  const plans = state.comeBack.plans.flatMap(({ plan }) => {
    const answer = planAnswer(seen, plan.id);
    return answer === null ? [] : [{ id: plan.id, answer }];
  });
  const plan = plans.at(-1) ?? null;
  return consents.length === 0 && plan === null ? null : { consents, plan };
}
