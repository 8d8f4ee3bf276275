import type { CaseState } from '../case/state.ts';
import { valueIn } from '../shared/items.ts';
import { type Incident, latestIncident, logOf } from './state.ts';

/**
 * Incidents that came into the file after its urgency was last judged: each new one asks that somebody judges it again
 * (handbook 3.2). A change of context does too; what is probably unrelated to the work does not.
 */
export function retriageFor(state: CaseState): readonly Incident[] {
  const judged = state.urgencyHistory.at(-1);
  return logOf(state.parts.incident).filter((one) => {
    const [first] = one.steps;
    if (first === undefined || valueIn(one, 'kind') === 'inc_accident_crime') return false;
    if (judged === undefined) return true;
    return (
      first.position > judged.position || (first.position === judged.position && first.index > judged.index)
    );
  });
}

/**
 * Where the latest incident stands: what was verified before it is to be looked at again, since results expire on a new
 * event (handbook 3.4). Null where none was noted.
 */
export const verificationDueSince = (state: CaseState) => latestIncident(state.parts.incident);
