import type { CaseState } from '@leeward/domain/case/state.ts';
import type { LadderStep } from '@leeward/domain/check-in/events.ts';
import { calledBy } from '@leeward/domain/check-in/whom.ts';
import type { ReactNode } from 'react';
import { CalledNote } from '../people/called-note.tsx';

/** Said at a rung of the ladder before anybody calls: what is to be minded of whom it calls. */
export function RungNote({
  state,
  rung,
}: {
  readonly state: CaseState;
  readonly rung: Pick<LadderStep, 'contact' | 'whom'>;
}): ReactNode {
  return calledBy(state, rung).map(({ person, names }) => (
    <CalledNote
      key={`${person ?? ''} ${names.join()}`}
      people={state.parts.people}
      names={names}
      person={person}
    />
  ));
}
