import { consentsIn } from '../request/come-back.ts';
import type { RequestState } from '../request/state.ts';
import { type Clock, makeClock } from './clock.ts';

/**
 * What ends by itself in a conversation: what we told her would happen next, by its day, and each consent that she gave
 * for a time. Without a clock of its own: what is long over is left out by whoever holds it against a day.
 */
export function clocksOfConversation(state: RequestState): readonly Clock[] {
  const promise = state.comeBack.next.at(-1);
  const promised =
    promise === undefined || promise.day === null
      ? []
      : [
          makeClock({
            kind: 'promise',
            item: promise.hash.slice(0, 32),
            until: promise.day,
            label: promise.text.slice(0, 200),
          }),
        ];
  const consents = consentsIn(state).flatMap((consent) => {
    const { until, id, recipient } = consent.ask;
    const last = consent.history.findLast(({ effect }) => effect === 'counts');
    if (until === null || last?.answer !== 'given') return [];
    return [makeClock({ kind: 'consent', item: id, until, label: recipient.slice(0, 200) })];
  });
  return [...promised, ...consents];
}
