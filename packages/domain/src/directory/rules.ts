import type { ProgrammeEvent } from '../programme/events.ts';
import type { Actor } from '../shared/context.ts';
import { propose } from '../shared/fold.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, type Result } from '../shared/result.ts';
import type { DirectoryEvent, Json } from './events.ts';
import { canonical } from './hurtful.ts';
import { type DirectoryState, directory, type Proposal } from './state.ts';

type Allowed = Result<readonly DirectoryEvent[], Refusal>;
type Of<Type extends DirectoryEvent['type']> = Omit<
  Extract<DirectoryEvent, { readonly type: Type }>,
  'type' | 'v'
>;

/** Propose other values for fields of a released mechanism; where `confirm` and it is allowed, they stand at once. */
export function canProposeChange(
  state: DirectoryState,
  actor: Actor,
  change: Of<'ChangeProposed'>,
  confirm: boolean,
): Allowed {
  return proposing(state, actor, { type: 'ChangeProposed', v: 1, ...change }, confirm);
}

/** Add an entry of the organisation's own. */
export function canAddLocal(state: DirectoryState, actor: Actor, added: Of<'LocalAdded'>): Allowed {
  return ask(state, actor, { type: 'LocalAdded', v: 1, ...added });
}

/** Change such an entry as a whole; what does not hurt stands at once where it has a source. */
export function canChangeLocal(state: DirectoryState, actor: Actor, changed: Of<'LocalChanged'>): Allowed {
  return proposing(state, actor, { type: 'LocalChanged', v: 1, ...changed }, true);
}

/** Take such an entry out of the list. */
export function canWithdrawLocal(
  state: DirectoryState,
  actor: Actor,
  mechanism: string,
  reason: string,
): Allowed {
  return ask(state, actor, { type: 'LocalWithdrawn', v: 1, mechanism, reason });
}

/**
 * Make a proposal take effect. `seen` is what the person read: another tail of the log may have brought something else
 * under the same id since, and that she has not confirmed.
 */
export function canConfirmProposal(
  state: DirectoryState,
  actor: Actor,
  proposal: string,
  seen: string,
): Allowed {
  const now = state.proposals.get(proposal);
  if (now === undefined) return err(refusal('not_there'));
  if (contentOf(now) !== seen) return err(refusal('item_differs'));
  return ask(state, actor, { type: 'ProposalConfirmed', v: 1, proposal });
}

/** What a proposal says, as one text: what is confirmed is this and nothing else. */
export function contentOf({ mechanism, by, changes, local }: Proposal): string {
  return canonical({
    mechanism,
    by,
    local,
    changes: changes.map(({ field, value }): Json => [field, value]),
  });
}

/** Refuse a proposal, with the reason that its author reads. */
export function canRefuseProposal(
  state: DirectoryState,
  actor: Actor,
  proposal: string,
  reason: string,
): Allowed {
  return ask(state, actor, { type: 'ProposalRefused', v: 1, proposal, reason });
}

/** Take one's own proposal back. */
export function canWithdrawProposal(state: DirectoryState, actor: Actor, proposal: string): Allowed {
  return ask(state, actor, { type: 'ProposalWithdrawn', v: 1, proposal });
}

/** Say that one has looked at a mechanism, and what was found; a closed one may be said to be so in the same breath. */
export function canCheckMechanism(
  state: DirectoryState,
  actor: Actor,
  check: Of<'MechanismChecked'>,
  closing: Closing | null,
): Allowed {
  const checked: DirectoryEvent = { type: 'MechanismChecked', v: 1, ...check };
  if (closing === null) return ask(state, actor, checked);
  const both = ask(state, actor, checked, closing, confirmed(closing.proposal));
  // Who may not confirm says it all the same; somebody else confirms it.
  return both.ok || both.error.code !== 'role' ? both : ask(state, actor, checked, closing);
}

/** The proposal that closes an entry. */
export type Closing = Extract<DirectoryEvent, { readonly type: 'ChangeProposed' | 'LocalChanged' }>;

/** Say what a mechanism answered. */
export function canNoteTold(state: DirectoryState, actor: Actor, told: Of<'AnswerTold'>): Allowed {
  return ask(state, actor, { type: 'AnswerTold', v: 1, ...told });
}

/** Bring a newer public release; its file is an attachment of the entry. */
export function canImportRelease(
  state: DirectoryState,
  actor: Actor,
  release: Of<'ReleaseImported'>,
): Allowed {
  return ask(state, actor, { type: 'ReleaseImported', v: 1, ...release });
}

/** Keep, put away or take back a programme of the organisation's own. */
export function canKeepProgramme(state: DirectoryState, actor: Actor, event: ProgrammeEvent): Allowed {
  return ask(state, actor, event);
}

/** With its confirmation where that is wanted and allowed; else alone, for somebody else to confirm. */
function proposing(
  state: DirectoryState,
  actor: Actor,
  event: Extract<DirectoryEvent, { readonly proposal: string }>,
  confirm: boolean,
): Allowed {
  const both = confirm ? ask(state, actor, event, confirmed(event.proposal)) : null;
  return both?.ok === true ? both : ask(state, actor, event);
}

const confirmed = (proposal: string): DirectoryEvent => ({ type: 'ProposalConfirmed', v: 1, proposal });

function ask(state: DirectoryState, actor: Actor, ...events: readonly DirectoryEvent[]): Allowed {
  return propose(directory, state, actor, events);
}
