import type { Actor } from '../shared/context.ts';
import { latest, seenIn } from '../shared/field.ts';
import { propose } from '../shared/fold.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, type Result } from '../shared/result.ts';
import type { TeamEvent } from './events.ts';
import type { ListExport, SharedView } from './list-events.ts';
import { type TeamState, team } from './state.ts';

type Allowed = Result<readonly TeamEvent[], Refusal>;

/** Share how a list is arranged, or change what was shared: over all that stands now. */
export function canShareView(state: TeamState, actor: Actor, view: SharedView): Allowed {
  const field = state.views.get(view.view) ?? [];
  const now = latest(field);
  if (field.length === 1 && now?.name === view.name && now.form === view.form)
    return err(refusal('no_change'));
  return propose(team, state, actor, [{ type: 'ViewShared', v: 1, ...view, replaces: seenIn(field) }]);
}

/** Take a shared view away. */
export function canWithdrawView(state: TeamState, actor: Actor, view: string): Allowed {
  if (!state.views.has(view)) return err(refusal('no_change'));
  return propose(team, state, actor, [{ type: 'ViewWithdrawn', v: 1, view }]);
}

/** Say what one takes out of the sealed space, and why. */
export function canNoteExport(state: TeamState, actor: Actor, noted: ListExport): Allowed {
  return propose(team, state, actor, [{ type: 'ListExported', v: 1, ...noted }]);
}
