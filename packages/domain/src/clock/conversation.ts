import { dateOfDay } from '../request/at-her-page.ts';
import { closingWish } from '../request/closing-wish.ts';
import { consentsIn } from '../request/come-back.ts';
import { openGuest, type RequestState } from '../request/state.ts';
import { type Clock, makeClock } from './clock.ts';
import { dayOf } from './days.ts';

/**
 * What ends by itself in a conversation: what we told her would happen next, by its day, each consent that she gave for a
 * time, and what stands on her page. Without a clock of its own: what is long over is left out by whoever holds it against a day.
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
  const shown = onHerPage(state).flatMap(({ hash, label }) => {
    const until = state.sent.find((item) => item.hash === hash)?.until;
    if (until === undefined) return [];
    const item = hash.slice(0, 32);
    return [makeClock({ kind: 'her_page', item, until: dateOfDay(until), label: label.slice(0, 200) })];
  });
  return [...promised, ...consents, ...shown, ...askedToForget(state)];
}

/**
 * She closed the conversation and asked that all or a part of it be destroyed: due on the day on which we had her word,
 * and there until it is done (invariant 14). A closed conversation is in no other list.
 */
function askedToForget(state: RequestState): readonly Clock[] {
  const wish = closingWish(state);
  if (wish === null || wish.wants === 'keep') return [];
  return [makeClock({ kind: 'retention', item: 'conversation', until: dayOf(wish.since) })];
}

/**
 * What stands on her page and nobody has ended: it would vanish there on the last day of the item in which it was sent,
 * and has to be shown to her again before. What ends by a date of its own has that as its clock.
 */
function onHerPage(state: RequestState): readonly { readonly hash: string; readonly label: string }[] {
  if (openGuest(state) === undefined) return [];
  const { held, shown, rounds, plans } = state.comeBack;
  const note = held.at(-1);
  const plan = shown.at(-1);
  const told = rounds.at(-1);
  const isEmpty = told === undefined || told.rounds.agreed.length + told.rounds.pauses.length === 0;
  const rhythm = plans.findLast(({ endedAt, plan: { until } }) => endedAt === null && until === null);
  const given = consentsIn(state).filter(
    ({ ask, history }) =>
      ask.until === null && history.findLast(({ effect }) => effect === 'counts')?.answer === 'given',
  );
  return [
    ...(note === undefined ? [] : [{ hash: note.hash, label: note.lines[0]?.what ?? '' }]),
    ...(plan === undefined ? [] : [{ hash: plan.hash, label: plan.plan.aims }]),
    ...(isEmpty ? [] : [{ hash: told.hash, label: '' }]),
    ...(rhythm === undefined ? [] : [{ hash: rhythm.hash, label: rhythm.plan.silence }]),
    ...given.map(({ ask, askedIn }) => ({ hash: askedIn, label: ask.recipient })),
  ];
}
