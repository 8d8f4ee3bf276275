import type { Actor } from '../shared/context.ts';
import { propose } from '../shared/fold.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, type Result } from '../shared/result.ts';
import { checkpointHeads, type RecordKind, type SeenHead, type TeamEvent } from './events.ts';
import { type TeamState, team } from './state.ts';

type Allowed = Result<readonly TeamEvent[], Refusal>;

/** Show a record to the team (rule 11). */
export function canListRecord(state: TeamState, actor: Actor, record: string, kind: RecordKind): Allowed {
  if (state.records.has(record)) return err(refusal('exists', { record }));
  return ask(state, actor, { type: 'RecordListed', v: 1, record, kind });
}

/** Take a record out of the team's list. What was read stays read. */
export function canUnlistRecord(state: TeamState, actor: Actor, record: string): Allowed {
  return ask(state, actor, { type: 'RecordUnlisted', v: 1, record });
}

/** Tell colleagues which heads this device has seen; split over as many events as are needed. */
export function canTakeCheckpoint(state: TeamState, actor: Actor, heads: readonly SeenHead[]): Allowed {
  if (heads.length === 0) return err(refusal('no_change'));
  const events: TeamEvent[] = [];
  for (let from = 0; from < heads.length; from += checkpointHeads) {
    events.push({ type: 'CheckpointTaken', v: 1, heads: heads.slice(from, from + checkpointHeads) });
  }
  return ask(state, actor, ...events);
}

/** Tie an identity to a case, in custody's log (rule 14). */
export function canIndexCustody(
  state: TeamState,
  actor: Actor,
  identity: string,
  caseRecord: string,
): Allowed {
  if (state.custody.get(caseRecord)?.includes(identity) === true) return err(refusal('no_change'));
  return ask(state, actor, { type: 'CustodyIndexed', v: 1, identity, caseRecord });
}

function ask(state: TeamState, actor: Actor, ...events: readonly TeamEvent[]): Allowed {
  return propose(team, state, actor, events);
}
