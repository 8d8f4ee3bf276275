import type { CaseState } from '@leeward/domain/case/state.ts';
import type { LadderStep } from '@leeward/domain/check-in/events.ts';
import { calledBy } from '@leeward/domain/check-in/whom.ts';
import type { ReactNode } from 'react';
import { KeptAwayNote } from '../people/kept-away-note.tsx';

/** Said at a rung of the ladder before anybody calls: that whom it calls may not be called, or may be such a one. */
export function CalledNote({
  state,
  rung,
}: {
  readonly state: CaseState;
  readonly rung: Pick<LadderStep, 'contact' | 'whom'>;
}): ReactNode {
  return calledBy(state, rung).map(({ person, names }) => (
    <KeptAwayNote
      key={`${person ?? ''} ${names.join()}`}
      people={state.parts.people}
      names={names}
      person={person}
    />
  ));
}
