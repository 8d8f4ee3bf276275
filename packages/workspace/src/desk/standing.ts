import { type Narrowed, narrowedIn } from '@leeward/domain/consent/narrowing.ts';
import { consentsIn, planAnswer } from '@leeward/domain/request/come-back.ts';
import type { Standing } from '@leeward/domain/request/reply.ts';
import { checkInWishesIn, doorWordsIn } from '@leeward/domain/request/shown-to-her.ts';
import type { RequestState } from '@leeward/domain/request/state.ts';

/** Where her answers stand, as far as the team has opened her items: a phone that keeps nothing reads it back. */
export function standingUpTo(state: RequestState, mailbox: string, sequence: number): Standing | null {
  const read = state.items.filter((item) => item.mailbox !== mailbox || item.sequence <= sequence);
  const seen: RequestState = { ...state, items: read };
  const asked = consentsIn(seen);
  const narrowed = narrowedIn(mailbox, asked);
  const consents = asked.flatMap(({ ask, history }) => {
    const last = history.findLast((step) => step.effect === 'counts');
    if (last === undefined) return [];
    const less = last.answer === 'given' ? narrowed.get(ask.id) : undefined;
    return [{ id: ask.id, answer: last.answer, ...(less === undefined ? {} : leftOf(less)) }];
  });
  const plans = state.comeBack.plans.flatMap(({ plan }) => {
    const answer = planAnswer(seen, plan.id);
    return answer === null ? [] : [{ id: plan.id, answer }];
  });
  const plan = plans.at(-1) ?? null;
  const measures = measuresIn(seen);
  const wish = checkInWishesIn(seen).findLast(({ answered }) => !answered)?.wants;
  if (consents.length === 0 && plan === null && measures.length === 0 && wish === undefined) return null;
  return {
    consents,
    plan,
    plans,
    ...(wish === undefined ? {} : { wish }),
    ...(measures.length === 0 ? {} : { measures }),
  };
}

/** What is left of a yes, for her page. One whose newer answer the team has let go of covers nothing. */
function leftOf({
  fields,
  lost,
  until,
  isDropped,
}: Narrowed): Pick<Standing['consents'][number], 'left' | 'ends'> {
  const left = isDropped ? [] : fields;
  return {
    ...(isDropped || lost.length > 0 ? { left } : {}),
    ...(until === null ? {} : { ends: until }),
  };
}

/** Her last word that takes effect on each measure, and the item in which it had been shown to her. */
function measuresIn(state: RequestState): NonNullable<Standing['measures']> {
  return [...doorWordsIn(state)].flatMap(([measure, words]) => {
    const last = words.findLast(({ effect }) => effect === 'counts');
    return last === undefined ? [] : [{ measure, plan: last.plan, answer: last.answer }];
  });
}
