import { type Clock, makeClock } from '../clock/clock.ts';
import { addDays } from '../clock/days.ts';
import { isIrreversible } from './irreversible.ts';
import { vitalStanding } from './vital.ts';
import { consentsOfCase, type DoorConsents, voicesOf } from './voices.ts';
import { recipientsToTell } from './withdrawal.ts';

/** Days in which a recipient is told of a withdrawal, and in which she is told of what was done without her. */
const tellWithin = 3;
/** Days after which an unanswered second look is asked after. */
const secondWithin = 7;

/**
 * What ends or waits among the consents of a case: a yes with a last day, a yes that waits for its second voice, a
 * recipient to be told of a withdrawal, an act without consent that ends, and that she is told of it. The day before
 * which a consent is looked at is only known here where it stands in the case; those at a door come with `doors`.
 */
export function clocksOfConsents(
  state: Parameters<typeof voicesOf>[0],
  doors: readonly DoorConsents[] = [],
): readonly Clock[] {
  const voices = voicesOf(state, doors);
  const { withdrawals, vital } = voices.consents;
  // What has ended is a clock as well, so nothing here may depend on the day on which somebody looks.
  const always = '9999-12-31';
  const consents = consentsOfCase(voices, always).flatMap((consent): readonly Clock[] => {
    const { id, person, ask, until, standing, witnessed } = consent;
    const stands = standing === 'given' || standing === 'lacking' || standing === 'expired';
    const about = { item: id, label: ask.recipient, person, part: 'consents' } as const;
    const ends =
      until === null || consent.givenOn === null || !stands
        ? []
        : [makeClock({ ...about, kind: 'consent', until })];
    const second =
      stands && witnessed !== null && witnessed.seconds.length === 0 && isIrreversible(ask.purpose)
        ? [
            makeClock({
              ...about,
              item: `${id}:second`,
              kind: 'promise',
              until: addDays(witnessed.on, secondWithin),
            }),
          ]
        : [];
    return [...ends, ...second];
  });
  const tell = recipientsToTell(voices, always).map(({ sharing, since: lessSince }) => {
    const since =
      lessSince ??
      withdrawals
        .map(({ on }) => on)
        .toSorted()
        .at(-1) ??
      sharing.on;
    return makeClock({
      kind: 'promise',
      item: `${sharing.id}:tell`,
      until: addDays(since, tellWithin),
      label: sharing.use.recipient,
      person: sharing.use.persons[0] ?? null,
      part: 'consents',
    });
  });
  const acts = [...vital.values()].flatMap((act): readonly Clock[] => {
    if (vitalStanding(act, always) === 'refused') return [];
    const about = { label: act.use.recipient, person: act.use.persons[0] ?? null, part: 'consents' } as const;
    const ends = makeClock({ ...about, kind: 'consent', item: act.id, until: act.until });
    const toTell = makeClock({
      ...about,
      kind: 'promise',
      item: `${act.id}:tell`,
      until: addDays(act.until, tellWithin),
    });
    const second = makeClock({ ...about, kind: 'promise', item: `${act.id}:second`, until: act.from });
    const waits = act.second === null ? [second] : [];
    return act.told === null ? [...waits, ends, toTell] : [ends];
  });
  return [...consents, ...tell, ...acts];
}
