import type { FullRelease } from '@leeward/directory/release.ts';
import type { Json } from '@leeward/domain/directory/events.ts';
import { canConfirmProposal, contentOf } from '@leeward/domain/directory/rules.ts';
import type { DirectoryState, Proposal } from '@leeward/domain/directory/state.ts';
import { type Action, may } from '@leeward/domain/organisation/permissions.ts';
import type { Actor } from '@leeward/domain/shared/context.ts';
import type { DirectoryView, MechanismHistory, ProposalView, ReleaseInUse } from './contract.ts';
import { fieldOf } from './fields.ts';
import { type Shown, shownDirectory } from './overlay.ts';

/** Everything that a view of the directory is made of. */
export type DirectorySituation = {
  readonly release: FullRelease | null;
  readonly use: ReleaseInUse | null;
  readonly state: DirectoryState;
  readonly actor: Actor;
  readonly today: string;
  readonly nameOf: (member: string) => string;
};

/** The directory as it is shown to one member on one day. */
export function directoryView(
  situation: DirectorySituation,
  around: Pick<DirectoryView, 'waitingFor' | 'pending' | 'stopped'>,
): DirectoryView {
  const { release, use, state, actor, today, nameOf } = situation;
  const shown = shownDirectory(release, state, today, nameOf);
  const allowed = (action: Action): boolean => may(actor.role, action, actor.permissions).ok;
  return {
    release: use,
    ...shown,
    programmes: state.programmes,
    proposals: [...state.proposals.values()].flatMap((one) =>
      one.status === 'open' ? [proposalView(state, shown, actor, one)] : [],
    ),
    may: {
      edit: allowed('directory.edit'),
      confirm: allowed('directory.confirm'),
      import: allowed('directory.import'),
      programmes: allowed('programme.edit'),
    },
    ...around,
  };
}

/** All that happened to one mechanism. */
export function mechanismHistory(situation: DirectorySituation, mechanism: string): MechanismHistory {
  const { release, state, actor, today, nameOf } = situation;
  const shown = shownDirectory(release, state, today, nameOf);
  return {
    shown: shown.entries.find(({ entry }) => entry.id === mechanism) ?? null,
    released: release?.entries.find(({ id }) => id === mechanism) ?? null,
    proposals: [...state.proposals.values()]
      .filter((one) => one.mechanism === mechanism)
      .map((one) => proposalView(state, shown, actor, one))
      .reverse(),
  };
}

function proposalView(state: DirectoryState, shown: Shown, actor: Actor, proposal: Proposal): ProposalView {
  const { proposal: id, kind, mechanism, status, by, claimedTime, source, sourceDate, note } = proposal;
  const entry = shown.entries.find((one) => one.entry.id === mechanism)?.entry;
  const { decided } = proposal;
  const now = (field: string): Json => (entry === undefined ? null : fieldOf(entry, field));
  return {
    proposal: id,
    kind,
    mechanism,
    status,
    by,
    claimedTime,
    source,
    sourceDate,
    note,
    changes:
      kind === 'change'
        ? proposal.changes.map(({ field, value }) => ({ field, from: now(field), to: value }))
        : [{ field: '', from: kind === 'addition' ? null : (entry ?? null), to: proposal.local }],
    needsOther: proposal.needsOther,
    mayConfirm: canConfirmProposal(state, actor, id, contentOf(proposal)).ok,
    decided:
      decided === null ? null : { by: decided.by, claimedTime: decided.claimedTime, reason: decided.reason },
  };
}
