import { latest, seenIn } from '../shared/field.ts';
import type { Argument, EligibilityEvent, SaidFact } from './events.ts';
import type { EligibilityState } from './state.ts';

/** Argue a test, over all that stands now. The same words again are no argument. */
export function argue(state: EligibilityState, argument: Argument): EligibilityEvent | null {
  const field = state.tests.get(argument.test) ?? [];
  if (field.length === 1 && isSame(latest(field), argument)) return null;
  return { type: 'EligibilityArgued', v: 1, ...argument, replaces: seenIn(field) };
}

/** Write down a fact, with how it is known, over all that stands now. */
export function sayFact(state: EligibilityState, fact: SaidFact): EligibilityEvent | null {
  const field = state.said.get(fact.fact) ?? [];
  if (field.length === 1 && isSame(latest(field), fact)) return null;
  return { type: 'EligibilityFactSaid', v: 1, ...fact, replaces: seenIn(field) };
}

function isSame(left: object | undefined, right: object): boolean {
  const plain = (value: object): string => JSON.stringify(Object.entries(value).toSorted());
  return left !== undefined && plain(left) === plain(right);
}
