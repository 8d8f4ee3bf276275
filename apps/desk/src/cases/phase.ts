import type { DeskKey } from '@leeward/ui';
import { isCodeOf } from '@leeward/vocabulary/list.ts';
import { caseState } from '@leeward/vocabulary/lists/case-state.ts';

/** The words for where a case stands; a state that this version does not know is said to be unknown. */
export function phaseKey(state: string): DeskKey {
  return isCodeOf(caseState, state) ? `phase.${state}` : 'phase.unknown';
}
