import { compareInexactDates, spanOf, widened } from '../shared/inexact-date.ts';
import { type Item, type Items, standing, valueIn } from '../shared/items.ts';
import type { SituationKind, SituationValues } from './events.ts';

/** Where a person was and is, in what status, of which nationality: dated histories. */
export type SituationState = Items<SituationValues>;
export type SituationFact = Item<SituationValues>;

/** The facts of one kind about one person, the latest beginning first; those without a beginning stand at the end. */
export function historyOf(
  state: SituationState,
  kind: SituationKind,
  person: string | null = null,
): readonly SituationFact[] {
  const of = (fact: SituationFact): boolean =>
    valueIn(fact, 'kind') === kind && (valueIn(fact, 'person') ?? null) === person;
  return standing(state)
    .filter(of)
    .toSorted((left, right) => {
      const [one, other] = [valueIn(left, 'from') ?? null, valueIn(right, 'from') ?? null];
      if (one === null || other === null) return Number(one === null) - Number(other === null);
      return compareInexactDates(other, one);
    });
}

/**
 * The facts of one kind that hold on a day, as far as anybody knows: begun by then, if the date was remembered as people
 * remember, and not certainly over. A fact in doubt holds, so that it is looked at rather than forgotten.
 */
export function holdingOn(
  state: SituationState,
  kind: SituationKind,
  today: string,
  person: string | null = null,
): readonly SituationFact[] {
  return historyOf(state, kind, person).filter((fact) => holds(fact, today));
}

/** Whether a fact may hold on a day. */
export function holds(fact: SituationFact, today: string): boolean {
  const { first, last } = possible(fact);
  return (first === null || first <= today) && (last === null || last >= today);
}

/** Whether a fact holds on a day whatever its inexact ends turn out to be. */
export function certainlyHolds(fact: SituationFact, today: string): boolean {
  const [from, until] = [valueIn(fact, 'from') ?? null, valueIn(fact, 'until') ?? null];
  const begun = from !== null && (widened(from).last ?? '9') <= today;
  return begun && (until === null || (widened(until).first ?? '') >= today);
}

/** The first and the last day on which it may have held. */
function possible(fact: SituationFact): { readonly first: string | null; readonly last: string | null } {
  const [from, until] = [valueIn(fact, 'from') ?? null, valueIn(fact, 'until') ?? null];
  return {
    first: from === null ? null : widened(from).first,
    last: until === null ? null : widened(until).last,
  };
}

/**
 * Two facts that cannot both be so for as long as they say: two countries at once, or two statuses in one country. Two
 * nationalities can. Facts that only touch, or may not overlap given how exactly their dates are known, are no overlap.
 */
export function overlapsIn(
  state: SituationState,
  kind: SituationKind,
  person: string | null = null,
): readonly (readonly [SituationFact, SituationFact])[] {
  if (kind === 'nationality') return [];
  const facts = historyOf(state, kind, person);
  return facts.flatMap((one, index) =>
    facts.slice(index + 1).flatMap((other) => {
      const sameCountry = valueIn(one, 'country') === valueIn(other, 'country');
      const contradict = kind === 'place' ? !sameCountry : sameCountry;
      return contradict && certainlyOverlap(one, other) ? [[one, other] as const] : [];
    }),
  );
}

/** Whether both hold on some day for certain: each certainly begun before the other can have ended. */
function certainlyOverlap(one: SituationFact, other: SituationFact): boolean {
  return beganBeforeEnd(one, other) && beganBeforeEnd(other, one);
}

function beganBeforeEnd(one: SituationFact, other: SituationFact): boolean {
  const [from, until] = [valueIn(one, 'from') ?? null, valueIn(other, 'until') ?? null];
  if (from === null) return false;
  if (until === null) return true;
  const [begun, ended] = [spanOf(from).last, spanOf(until).first];
  return begun !== null && ended !== null && begun < ended;
}

/** Where she is now, as the header says it: the latest place that holds. Null where nobody knows. */
export function whereNow(state: SituationState, today: string): SituationFact | null {
  return holdingOn(state, 'place', today)[0] ?? null;
}
