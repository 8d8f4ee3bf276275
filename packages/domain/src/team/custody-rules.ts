import type { Ending } from '../identity/readers.ts';
import type { Actor } from '../shared/context.ts';
import { propose } from '../shared/fold.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, type Result } from '../shared/result.ts';
import { type IdentityOf, verdictsOn } from './custody.ts';
import type { CustodyEvent, PersonsVerdict } from './custody-events.ts';
import { type TeamState, team } from './state.ts';

type Allowed = Result<readonly CustodyEvent[], Refusal>;

/** Tie an identity to a person in a case, in custody's log (rule 14). */
export function canIndexCustody(state: TeamState, actor: Actor, identity: string, of: IdentityOf): Allowed {
  const { caseRecord, person } = of;
  const known = state.custody.whose.get(identity) ?? [];
  if (known.some((one) => one.caseRecord === caseRecord && one.person === person))
    return err(refusal('no_change'));
  return ask(state, actor, { type: 'CustodyIndexed', v: 2, identity, caseRecord, person });
}

/** Note in custody's log that somebody was let in to one identity record. */
export function canNoteAccess(
  state: TeamState,
  actor: Actor,
  given: Omit<Extract<CustodyEvent, { type: 'IdentityAccessGiven' }>, 'type' | 'v'>,
): Allowed {
  if (given.member === actor.member) return err(refusal('not_oneself'));
  return ask(state, actor, { type: 'IdentityAccessGiven', v: 1, ...given });
}

/** Note that it is over. */
export function canNoteAccessOver(
  state: TeamState,
  actor: Actor,
  grant: string,
  how: Ending,
  reason: string,
): Allowed {
  return ask(state, actor, { type: 'IdentityAccessOver', v: 1, grant, how, reason });
}

/** Say that two records are of one person, or that they are not. Saying the same again changes nothing. */
export function canComparePersons(
  state: TeamState,
  actor: Actor,
  said: {
    readonly comparison: string;
    readonly left: string;
    readonly right: string;
    readonly verdict: PersonsVerdict;
    readonly grounds: readonly string[];
    readonly reason: string;
  },
): Allowed {
  if (verdictsOn(state.custody, said.left, said.right).some((one) => one.verdict === said.verdict))
    return err(refusal('no_change'));
  return ask(state, actor, { type: 'PersonsCompared', v: 1, ...said });
}

/** Take back what was said of two records. Each is again what it was, with all that was written in it meanwhile. */
export function canWithdrawComparison(
  state: TeamState,
  actor: Actor,
  comparison: string,
  reason: string,
): Allowed {
  return ask(state, actor, { type: 'ComparisonWithdrawn', v: 1, comparison, reason });
}

function ask(state: TeamState, actor: Actor, event: CustodyEvent): Allowed {
  const proposed = propose(team, state, actor, [event]);
  return proposed.ok ? { ok: true, value: [event] } : proposed;
}
