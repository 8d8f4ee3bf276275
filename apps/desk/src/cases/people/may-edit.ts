import { may } from '@leeward/domain/organisation/permissions.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { useActor } from '../../session/use-actor.ts';

/** Whether this person may change the file now. */
export function useMayEdit(view: CaseView): boolean {
  const actor = useActor();
  return view.stopped === null && may(actor.role, 'case.edit', actor.permissions).ok;
}
