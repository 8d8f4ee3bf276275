import type { CaseEvent } from '../case/events.ts';
import type { CaseState } from '../case/state.ts';
import { checkInStanding } from '../request/alarm.ts';
import type { CheckInPlan } from '../request/check-in.ts';
import { endWished } from '../request/shown-to-her.ts';
import type { RequestState } from '../request/state.ts';
import { type Item, putAwayOf, standing } from '../shared/items.ts';
import { type AgreedCheckIn, checkInItems } from './events.ts';

/*
 * She wishes at her door that the signs of life end. Nothing ends by the wish: whoever holds her words could write it. An
 * officer ends everything that runs in one step, and until then both sides say what it is.
 */

/** What runs while she wishes that it ended: what was agreed by word of mouth, and what she took on at her door. */
export type StillRuns = {
  readonly spoken: readonly Item<AgreedCheckIn>[];
  readonly atDoor: CheckInPlan | null;
};

export const stillRuns = (request: RequestState, file: CaseState | null): StillRuns => ({
  spoken: file === null ? [] : standing(file.parts.checkIns.agreed),
  atDoor: checkInStanding(request).plan,
});

/** What ends it: the events of the file, and the rhythm of the door that is ended with them. Null where she wishes nothing. */
export function endAtHerWish(
  request: RequestState,
  file: CaseState | null,
  reason: string,
): { readonly events: readonly CaseEvent[]; readonly atDoor: string | null } | null {
  if (endWished(request) === null) return null;
  const { spoken, atDoor } = stillRuns(request, file);
  return {
    events: spoken.map(({ id }) => putAwayOf(checkInItems, id, reason)),
    atDoor: atDoor?.id ?? null,
  };
}
