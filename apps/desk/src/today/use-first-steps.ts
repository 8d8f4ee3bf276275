import type { DoorView } from '@leeward/workspace/desk/door-contract.ts';
import { useSyncExternalStore } from 'react';
import { hasPasskeys } from '../begin/passkey.ts';
import { type DoorForm, emptyDoorForm } from '../door/door-form.ts';
import { useLookAround } from '../sample/look-around.tsx';
import { useMembers, useOpenSession } from '../session/organisation.tsx';
import { useSession, useView } from '../session/use-session.tsx';
import { type FirstSteps, firstSteps, type StepsInputs } from './first-steps.ts';
import { useStepsMemory } from './use-steps-memory.ts';

/** What the needed steps are seen by: nothing of it asks the server. Undefined before it is here. */
export function useNeededSteps(): StepsInputs | undefined {
  const { forms } = useSession();
  const { administrator, recoveryMissing } = useOpenSession();
  const members = useMembers();
  const { memory } = useStepsMemory();
  const door = useView('door', {});
  const queue = useView('queue', {});
  const typed = useSyncExternalStore(forms.watch, () => forms.peek('publishDoor', null));
  if (door?.ok !== true || queue?.ok !== true) return undefined;
  return {
    administrator,
    roles: members.map(({ role }) => role),
    recoveryMissing,
    door: door.value,
    texts: textsOf(door.value, typed?.form),
    questions: 0,
    invited: [],
    visited: queue.value.some(({ way }) => way === null),
    passkey: null,
    call: null,
    memory,
  };
}

/** Whether the list is on the screen, and not only the line that stays of it. */
export function useHasFirstSteps(): boolean {
  const needed = useNeededSteps();
  const { isInside } = useLookAround();
  return needed !== undefined && !isInside && !needed.memory.away && firstSteps(needed) !== null;
}

/** The whole list, optional steps and open invitations included. */
export function useFirstSteps(needed: StepsInputs): FirstSteps | null {
  const questions = useView('questions', {});
  const invitations = useView('invitations', {});
  const passkey = useView('passkey', {});
  const call = useView('call', {});
  return firstSteps({
    ...needed,
    questions: questions?.ok === true ? questions.value.atDoor.length : 0,
    invited: invitations?.ok === true ? invitations.value.map(({ role }) => role) : [],
    passkey:
      passkey?.ok === true && (hasPasskeys() || passkey.value !== null) ? passkey.value !== null : null,
    call: call?.ok === true && call.value.available ? call.value.address !== null : null,
  });
}

/** What is typed about the door comes before what it says: a step is done when its words are there. */
function textsOf(door: DoorView, typed: unknown): DoorForm {
  return { ...emptyDoorForm(door.texts), ...(typed as Partial<DoorForm> | undefined) };
}
