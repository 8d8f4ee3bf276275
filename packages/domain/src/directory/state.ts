import type { Action } from '../organisation/permissions.ts';
import { type ProgrammeValues, programmeItems } from '../programme/events.ts';
import type { Context } from '../shared/context.ts';
import { type Base, emptyBase, fold, type Noun } from '../shared/fold.ts';
import { applyItem, type Items } from '../shared/items.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type Stamp, stampOf } from '../shared/stamp.ts';
import {
  type CheckOutcome,
  type DirectoryEvent,
  directoryShapes,
  directoryUpcasts,
  type FieldChange,
  type Json,
  type Source,
} from './events.ts';
import { hurts, hurtsInside } from './hurtful.ts';

export type ProposalKind = 'change' | 'addition' | 'localChange';
export type ProposalStatus = 'open' | 'confirmed' | 'refused' | 'withdrawn';

/** Something that somebody wants the directory to say. */
export type Proposal = Stamp &
  Source & {
    readonly proposal: string;
    readonly mechanism: string;
    readonly kind: ProposalKind;
    /** Of a released mechanism; empty for a local entry. */
    readonly changes: readonly FieldChange[];
    /** A whole local entry; null for a change. */
    readonly local: Json;
    /** Local versions that it takes the place of. */
    readonly replaces: readonly string[];
    /** It could hurt if it were wrong: only somebody else may confirm it. */
    readonly needsOther: boolean;
    readonly status: ProposalStatus;
    readonly decided: (Stamp & { readonly reason: string }) | null;
  };

/** A value that was confirmed and stands. */
export type Version = {
  readonly proposal: string;
  readonly base: Json;
  readonly value: Json;
};

/** One version of a local entry. */
export type LocalVersion = { readonly proposal: string; readonly entry: Json };

export type LocalEntry = {
  readonly mechanism: string;
  /** More than one: changed apart, and somebody must choose. The last is shown. */
  readonly versions: readonly LocalVersion[];
  /** A second member has looked at it since it was added. */
  readonly confirmed: boolean;
  readonly withdrawn: (Stamp & { readonly reason: string }) | null;
};

export type Check = Stamp & { readonly on: string; readonly outcome: CheckOutcome; readonly source: string };
export type Told = Stamp & { readonly answer: 'yes' | 'no'; readonly on: string; readonly source: string };
export type ImportedRelease = Stamp & {
  readonly version: string;
  readonly hash: string;
  readonly blob: string;
};

/** What an organisation knows of the mechanisms beyond the public release. */
export type DirectoryState = Base & {
  /** In the order in which they were made. */
  readonly proposals: ReadonlyMap<string, Proposal>;
  /** By mechanism and field, the values that stand; more than one where they were made apart: the last is shown. */
  readonly versions: ReadonlyMap<string, ReadonlyMap<string, readonly Version[]>>;
  readonly local: ReadonlyMap<string, LocalEntry>;
  /** By mechanism, in log order. */
  readonly checks: ReadonlyMap<string, readonly Check[]>;
  /** By mechanism and condition, the last answer in log order. */
  readonly told: ReadonlyMap<string, ReadonlyMap<string, Told>>;
  /** In log order. */
  readonly releases: readonly ImportedRelease[];
  /** What the organisation itself offers. */
  readonly programmes: Items<ProgrammeValues>;
};

export const emptyDirectory: DirectoryState = {
  ...emptyBase,
  proposals: new Map(),
  versions: new Map(),
  local: new Map(),
  checks: new Map(),
  told: new Map(),
  releases: [],
  programmes: new Map(),
};

/** Folds one event of a directory. */
export function foldDirectory(state: DirectoryState, json: unknown, context: Context): DirectoryState {
  return fold(directory, state, json, context);
}

const actions: Readonly<Record<DirectoryEvent['type'], Action>> = {
  ChangeProposed: 'directory.edit',
  LocalAdded: 'directory.edit',
  LocalChanged: 'directory.edit',
  LocalWithdrawn: 'directory.edit',
  ProposalConfirmed: 'directory.confirm',
  ProposalRefused: 'directory.confirm',
  ProposalWithdrawn: 'directory.edit',
  MechanismChecked: 'directory.edit',
  AnswerTold: 'directory.edit',
  ReleaseImported: 'directory.import',
  ProgrammeKept: programmeItems.action,
  ProgrammePutAway: programmeItems.action,
  ProgrammeTakenBack: programmeItems.action,
};

/** The directory as a noun: see `Noun`. */
export const directory: Noun<DirectoryState, DirectoryEvent> = {
  shapes: directoryShapes,
  upcasts: directoryUpcasts,
  action: (event) => actions[event.type],
  // A second pair of eyes is an authority: what stands only by readmission waits until it is signed again (rule 3).
  gives: new Set(['ProposalConfirmed', 'ReleaseImported']),
  apply,
};

function apply(
  state: DirectoryState,
  event: DirectoryEvent,
  context: Context,
): Result<DirectoryState, Refusal> {
  const stamp = stampOf(context);
  switch (event.type) {
    case 'ProgrammeKept':
    case 'ProgrammePutAway':
    case 'ProgrammeTakenBack': {
      const programmes = applyItem(programmeItems, state.programmes, event, context);
      if (!programmes.ok) return programmes;
      return programmes.value === state.programmes
        ? ok(state)
        : ok({ ...state, programmes: programmes.value });
    }
    case 'ChangeProposed': {
      if (state.proposals.has(event.proposal)) return err(refusal('exists'));
      const { changes } = event;
      const needsOther = changes.some(({ field, value }) => hurts(field, value));
      return ok(withProposal(state, { ...begun(event, stamp), kind: 'change', changes, needsOther }));
    }
    case 'LocalAdded': {
      if (state.proposals.has(event.proposal) || state.local.has(event.mechanism))
        return err(refusal('exists'));
      const proposal = {
        ...begun(event, stamp),
        kind: 'addition' as const,
        local: event.entry,
        needsOther: true,
      };
      const { mechanism } = event;
      const versions = [{ proposal: event.proposal, entry: event.entry }];
      // It takes nothing's place, so it is shown at once, and said to be one member's word until a second has looked.
      return ok(
        withLocal(withProposal(state, proposal), { mechanism, versions, confirmed: false, withdrawn: null }),
      );
    }
    case 'LocalChanged': {
      if (state.proposals.has(event.proposal)) return err(refusal('exists'));
      const now = state.local.get(event.mechanism);
      if (now === undefined) return err(refusal('not_there'));
      if (now.withdrawn !== null) return err(refusal('ended'));
      const { entry, replaces } = event;
      const needsOther = now.versions.some((version) => hurtsInside(version.entry, entry));
      return ok(
        withProposal(state, {
          ...begun(event, stamp),
          kind: 'localChange',
          local: entry,
          replaces,
          needsOther,
        }),
      );
    }
    case 'LocalWithdrawn': {
      const now = state.local.get(event.mechanism);
      if (now === undefined) return err(refusal('not_there'));
      if (now.withdrawn !== null) return err(refusal('ended'));
      return ok(withLocal(state, { ...now, withdrawn: { ...stamp, reason: event.reason } }));
    }
    case 'ProposalConfirmed':
      return confirm(state, event.proposal, stamp);
    case 'ProposalRefused':
      return decide(state, event.proposal, 'refused', { ...stamp, reason: event.reason });
    case 'ProposalWithdrawn': {
      const proposal = state.proposals.get(event.proposal);
      if (proposal !== undefined && proposal.by !== stamp.by) return err(refusal('only_oneself'));
      return decide(state, event.proposal, 'withdrawn', { ...stamp, reason: '' });
    }
    case 'MechanismChecked': {
      const { mechanism, on, outcome, source } = event;
      const before = state.checks.get(mechanism) ?? [];
      const checks = new Map(state.checks).set(mechanism, [...before, { ...stamp, on, outcome, source }]);
      return ok({ ...state, checks });
    }
    case 'AnswerTold': {
      const { mechanism, condition, answer, on, source } = event;
      const before = state.told.get(mechanism) ?? new Map<string, Told>();
      const answers = new Map(before).set(condition, { ...stamp, answer, on, source });
      return ok({ ...state, told: new Map(state.told).set(mechanism, answers) });
    }
    case 'ReleaseImported': {
      const { version, hash, blob } = event;
      if (state.releases.some((one) => one.hash === hash)) return err(refusal('no_change'));
      return ok({ ...state, releases: [...state.releases, { ...stamp, version, hash, blob }] });
    }
  }
}

type Begun = Extract<DirectoryEvent, { readonly type: 'ChangeProposed' | 'LocalAdded' | 'LocalChanged' }>;

function begun(event: Begun, stamp: Stamp): Omit<Proposal, 'kind' | 'needsOther'> {
  const { proposal, mechanism, source, sourceDate, note } = event;
  return {
    ...stamp,
    proposal,
    mechanism,
    source,
    sourceDate,
    note,
    changes: [],
    local: null,
    replaces: [],
    status: 'open',
    decided: null,
  };
}

/** Makes a proposal take effect: by somebody else where it could hurt, and never by its author without a source. */
function confirm(state: DirectoryState, id: string, stamp: Stamp): Result<DirectoryState, Refusal> {
  const proposal = state.proposals.get(id);
  if (proposal === undefined) return err(refusal('not_there'));
  if (proposal.by === stamp.by) {
    if (proposal.needsOther || hurtsNow(state, proposal)) return err(refusal('second_needed'));
    if (proposal.source === '') return err(refusal('source_needed'));
  }
  const decided = decide(state, id, 'confirmed', { ...stamp, reason: '' });
  if (!decided.ok) return decided;
  const { mechanism } = proposal;
  if (proposal.kind === 'change') {
    const before = state.versions.get(mechanism) ?? new Map<string, readonly Version[]>();
    const fields = new Map(before);
    for (const { field, base, value, replaces } of proposal.changes) {
      const stays = (fields.get(field) ?? []).filter((version) => !replaces.includes(version.proposal));
      fields.set(field, [...stays, { proposal: id, base, value }]);
    }
    return ok({ ...decided.value, versions: new Map(state.versions).set(mechanism, fields) });
  }
  const now = state.local.get(mechanism);
  if (now === undefined) return err(refusal('not_there'));
  if (now.withdrawn !== null) return err(refusal('ended'));
  // Only who looked at the whole vouches for it: a change of a word is looked at as such.
  if (proposal.kind === 'addition') return ok(withLocal(decided.value, { ...now, confirmed: true }));
  const stays = now.versions.filter((version) => !proposal.replaces.includes(version.proposal));
  const versions = [...stays, { proposal: id, entry: proposal.local }];
  return ok(withLocal(decided.value, { ...now, versions }));
}

/** A local entry may have become another one since the proposal was made: what was harmless then would undo a warning now. */
function hurtsNow(state: DirectoryState, { kind, mechanism, local }: Proposal): boolean {
  if (kind !== 'localChange') return false;
  return (state.local.get(mechanism)?.versions ?? []).some((version) => hurtsInside(version.entry, local));
}

function decide(
  state: DirectoryState,
  id: string,
  status: Exclude<ProposalStatus, 'open'>,
  decided: NonNullable<Proposal['decided']>,
): Result<DirectoryState, Refusal> {
  const proposal = state.proposals.get(id);
  if (proposal === undefined) return err(refusal('not_there'));
  if (proposal.status !== 'open') return err(refusal('ended'));
  const next = withProposal(state, { ...proposal, status, decided });
  const entry = next.local.get(proposal.mechanism);
  // An addition that a colleague refuses, or its author takes back, is gone from the list with it.
  const goes =
    proposal.kind === 'addition' && status !== 'confirmed' && entry !== undefined && !entry.confirmed;
  return ok(goes ? withLocal(next, { ...entry, withdrawn: entry.withdrawn ?? decided }) : next);
}

function withProposal(state: DirectoryState, proposal: Proposal): DirectoryState {
  return { ...state, proposals: new Map(state.proposals).set(proposal.proposal, proposal) };
}

function withLocal(state: DirectoryState, entry: LocalEntry): DirectoryState {
  return { ...state, local: new Map(state.local).set(entry.mechanism, entry) };
}
