import { standingOffers } from '../responsibility/rules.ts';
import { latest } from '../shared/field.ts';
import { standing } from '../shared/items.ts';
import { openStages } from '../stage/state.ts';
import { openTasks } from '../task/open.ts';
import { conflictsInParts } from './parts.ts';
import { type CaseState, conflictsIn } from './state.ts';

/** Something that would be left lying if the case were closed now. Screens have words under `unfinished.<what>`. */
export type Unfinished = {
  readonly what: 'nextStep' | 'stages' | 'tasks' | 'checkIns' | 'offer' | 'apart';
  readonly count: number;
  /** Where it is worked on: the name of a part's screen, or null for the file itself. */
  readonly part: string | null;
};

/** What each part knows to be unfinished: one line each. */
const asked: readonly ((state: CaseState) => Unfinished | null)[] = [
  (state) => (latest(state.nextStep)?.text ? { what: 'nextStep', count: 1, part: null } : null),
  (state) => some('stages', openStages(state.parts.stages).length, 'stages'),
  (state) => some('tasks', openTasks(state).filter(({ kind }) => kind === 'own').length, 'tasks'),
  (state) => some('checkIns', standing(state.parts.checkIns.agreed).length, 'checkins'),
  (state) => some('offer', standingOffers(state).length, 'carry'),
  (state) => some('apart', conflictsIn(state).length + conflictsInParts(state.parts), null),
];

/** What is unfinished in a case: whoever closes it is asked about each, and decides. */
export function unfinishedIn(state: CaseState): readonly Unfinished[] {
  return asked.flatMap((ask) => ask(state) ?? []);
}

function some(what: Unfinished['what'], count: number, part: string | null): Unfinished | null {
  return count === 0 ? null : { what, count, part };
}
