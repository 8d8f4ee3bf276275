import type { TeamKind } from '../organisation/events.ts';
import type { Action } from '../organisation/permissions.ts';
import { type Context, memberOf } from '../shared/context.ts';
import { edit, type Field } from '../shared/field.ts';
import { type Base, emptyBase, fold, type Noun } from '../shared/fold.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type Change, inPlace, onCopy } from './change.ts';
import { applyCustody, type CustodyState, emptyCustody, ownCustody } from './custody.ts';
import { type PreparedWords, type TeamEvent, teamShapes, teamUpcasts } from './events.ts';
import type { ListExport, SharedView } from './list-events.ts';
import { type Quiet, withQuiet } from './quiet.ts';

export type Listed = {
  readonly record: string;
  readonly kind: string;
  readonly by: string;
  readonly claimedTime: number;
};

/** A head that devices have seen, as they said under their signatures. */
export type HeadClaim = {
  readonly record: string;
  readonly position: number;
  readonly head: string;
  readonly devices: readonly string[];
};

/** What is true of one team. */
export type TeamState = Base & {
  readonly purpose: TeamKind;
  readonly records: ReadonlyMap<string, Listed>;
  /** By record and position: one claim where all agree, more where somebody was shown another chain. */
  readonly claims: ReadonlyMap<string, readonly HeadClaim[]>;
  /** By device, the clock of its last checkpoint. */
  readonly checkpoints: ReadonlyMap<string, number>;
  /** What custody alone knows; empty in every other team. */
  readonly custody: CustodyState;
  /** Prepared words by `wordsKey`; two that were kept apart stand side by side until somebody chooses. */
  readonly words: ReadonlyMap<string, Field<string>>;
  /** Arranged lists that colleagues share, by view; two versions that were kept apart stand side by side. */
  readonly views: ReadonlyMap<string, Field<SharedView>>;
  /** What was taken out of the sealed space, in the order of the log. */
  readonly exports: readonly NotedExport[];
  /** By member, the hours in which she is not to be disturbed. */
  readonly quiet: ReadonlyMap<string, Quiet>;
};

export type NotedExport = ListExport & { readonly by: string; readonly claimedTime: number };

/** Where prepared words stand in a team's state. */
export const wordsKey = ({ occasion, code, language }: Omit<PreparedWords, 'text'>): string =>
  `${occasion} ${code} ${language}`;

/** A team before anything happened; its purpose comes from the organisation. */
export function emptyTeam(purpose: TeamKind): TeamState {
  return {
    ...emptyBase,
    purpose,
    records: new Map(),
    claims: new Map(),
    checkpoints: new Map(),
    custody: emptyCustody,
    words: new Map(),
    views: new Map(),
    exports: [],
    quiet: new Map(),
  };
}

/** Folds one event of a team's log. */
export function foldTeam(state: TeamState, json: unknown, context: Context): TeamState {
  return fold(team, state, json, context);
}

/** Folds many events at once: the same as one after another, without copying ten thousand records for each. */
export function foldTeamAll(
  state: TeamState,
  events: readonly { readonly json: unknown; readonly context: Context }[],
): TeamState {
  const own: TeamState = {
    ...state,
    records: new Map(state.records),
    claims: new Map(state.claims),
    checkpoints: new Map(state.checkpoints),
    custody: ownCustody(state.custody),
    words: new Map(state.words),
    views: new Map(state.views),
  };
  return events.reduce((folded, { json, context }) => fold(teamInPlace, folded, json, context), own);
}

const actions: Readonly<Record<TeamEvent['type'], Action>> = {
  RecordListed: 'team.list',
  RecordUnlisted: 'team.list',
  CheckpointTaken: 'team.checkpoint',
  CustodyIndexed: 'custody.index',
  IdentityAccessGiven: 'custody.index',
  IdentityAccessOver: 'custody.index',
  PersonsCompared: 'custody.index',
  ComparisonWithdrawn: 'custody.index',
  ViewShared: 'team.view',
  ViewWithdrawn: 'team.view',
  ListExported: 'team.export',
  QuietHoursSet: 'self.name',
  WordsKept: 'conversation.decline',
};

const nounThat = (change: Change): Noun<TeamState, TeamEvent> => ({
  shapes: teamShapes,
  upcasts: teamUpcasts,
  action: (event) => actions[event.type],
  gives: new Set(),
  apply: (state, event, context) => apply(change, state, event, context),
});

/** The team as a noun: see `Noun`. */
export const team = nounThat(onCopy);
const teamInPlace = nounThat(inPlace);

function apply(
  change: Change,
  state: TeamState,
  event: TeamEvent,
  context: Context,
): Result<TeamState, Refusal> {
  switch (event.type) {
    case 'RecordListed': {
      if (state.records.has(event.record)) return ok(state);
      const { record, kind } = event;
      const listed = { record, kind, by: memberOf(context.author) ?? '', claimedTime: context.claimedTime };
      return ok({ ...state, records: change(state.records, record, listed) });
    }
    case 'RecordUnlisted':
      if (!state.records.has(event.record)) return err(refusal('not_there'));
      return ok({ ...state, records: change(state.records, event.record, undefined) });
    case 'CheckpointTaken': {
      const device = 'device' in context.author ? context.author.device : '';
      let { claims } = state;
      for (const seen of event.heads) {
        const key = claimKey(seen.record, seen.position);
        claims = change(claims, key, withClaim(claims.get(key) ?? [], seen, device));
      }
      return ok({ ...state, claims, checkpoints: change(state.checkpoints, device, context.claimedTime) });
    }
    case 'CustodyIndexed':
    case 'IdentityAccessGiven':
    case 'IdentityAccessOver':
    case 'PersonsCompared':
    case 'ComparisonWithdrawn': {
      if (state.purpose !== 'custody') return err(refusal('other_team', { purpose: state.purpose }));
      const custody = applyCustody(change, state.custody, event, context);
      return custody.ok ? ok({ ...state, custody: custody.value }) : custody;
    }
    case 'ViewShared': {
      const { view, list, name, form } = event;
      const field = edit(state.views.get(view) ?? [], { view, list, name, form }, event.replaces, context);
      return ok({ ...state, views: change(state.views, view, field) });
    }
    case 'ViewWithdrawn':
      if (!state.views.has(event.view)) return err(refusal('not_there'));
      return ok({ ...state, views: change(state.views, event.view, undefined) });
    case 'ListExported': {
      const { type: _type, v: _version, ...noted } = event;
      const by = memberOf(context.author) ?? '';
      return ok({
        ...state,
        exports: [...state.exports, { ...noted, by, claimedTime: context.claimedTime }],
      });
    }
    case 'QuietHoursSet':
      return ok({ ...state, quiet: withQuiet(state.quiet, event, context) });
    case 'WordsKept': {
      const key = wordsKey(event);
      const field = edit(state.words.get(key) ?? [], event.text, event.replaces, context);
      return ok({ ...state, words: change(state.words, key, field) });
    }
  }
}

function claimKey(record: string, position: number): string {
  return `${record}:${position}`;
}

function withClaim(
  claims: readonly HeadClaim[],
  seen: { readonly record: string; readonly position: number; readonly head: string },
  device: string,
): readonly HeadClaim[] {
  const same = claims.find((claim) => claim.head === seen.head);
  if (same === undefined) return [...claims, { ...seen, devices: [device] }];
  if (same.devices.includes(device)) return claims;
  return claims.map((claim) => (claim === same ? { ...same, devices: [...same.devices, device] } : claim));
}
