import type { CaseState } from '../case/state.ts';
import { latest } from '../shared/field.ts';
import { valueIn } from '../shared/items.ts';
import { historyOf } from '../situation/state.ts';
import { type Clock, makeClock } from './clock.ts';

/** Where the clocks of a case come from: one line for each noun. */
const sources: readonly ((state: CaseState) => readonly Clock[])[] = [clocksOfNextStep, clocksOfStatus];

/** Everything in a case that ends by itself, the earliest first. */
export function clocksIn(state: CaseState): readonly Clock[] {
  if (state.opened === null || state.phase === 'case_erased') return [];
  const all = sources.flatMap((clocksOf) => clocksOf(state));
  // What is over has nothing left to lose but its own memory and the word that we would ask again.
  const still =
    state.phase === 'case_closed'
      ? all.filter(({ kind }) => kind === 'follow_up' || kind === 'retention')
      : all;
  return still.toSorted((left, right) => (left.until < right.until ? -1 : left.until > right.until ? 1 : 0));
}

/** What is next in the case, by the day that was set. */
function clocksOfNextStep(state: CaseState): readonly Clock[] {
  const next = latest(state.nextStep);
  if (next === undefined || next.text === '' || next.date === null) return [];
  return [makeClock({ kind: 'next_step', item: 'next', until: next.date, label: next.text })];
}

/** Permits and other status that end on a day (handbook 3.9). */
function clocksOfStatus(state: CaseState): readonly Clock[] {
  return historyOf(state.parts.situation, 'status').flatMap((fact) => {
    const until = valueIn(fact, 'until') ?? null;
    if (until === null) return [];
    const label = valueIn(fact, 'note') ?? '';
    return [makeClock({ kind: 'status', item: fact.id, until, label, part: 'situation' })];
  });
}
