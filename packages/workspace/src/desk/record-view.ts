import type { CaseState } from '@leeward/domain/case/state.ts';
import { emptyCase, foldCase } from '@leeward/domain/case/state.ts';
import type { DirectoryState } from '@leeward/domain/directory/state.ts';
import { emptyDirectory, foldDirectory } from '@leeward/domain/directory/state.ts';
import type { IdentityState } from '@leeward/domain/identity/state.ts';
import { emptyIdentity, foldIdentity } from '@leeward/domain/identity/state.ts';
import type { TeamKind } from '@leeward/domain/organisation/events.ts';
import { roleOf } from '@leeward/domain/organisation/state.ts';
import { foldRequest } from '@leeward/domain/request/fold.ts';
import type { RequestState } from '@leeward/domain/request/state.ts';
import { emptyRequest } from '@leeward/domain/request/state.ts';
import type { Context } from '@leeward/domain/shared/context.ts';
import type { TeamState } from '@leeward/domain/team/state.ts';
import { emptyTeam, foldTeamAll } from '@leeward/domain/team/state.ts';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Chain } from '@leeward/sealed-log/log/chain.ts';
import { parseEvents } from '@leeward/sealed-log/log/events-json.ts';
import type { Effect, Judgement } from '@leeward/sealed-log/log/judge.ts';
import { judge } from '@leeward/sealed-log/log/judge.ts';
import type { BlobReference } from '@leeward/sealed-log/wire/box.ts';
import type { Engine } from './engine.ts';
import { organisationAt } from './engine.ts';
import { isOfCustody } from './identity/in-custody.ts';
import type { Quoted } from './quoted.ts';
import { readQuoted } from './quoted.ts';

/** What a record is, as its team's log lists it (rule 11). */
export type Kind = 'conversation' | 'case' | 'identity' | 'team' | 'directory' | 'unknown';

export type Folded =
  | { readonly kind: 'conversation'; readonly state: RequestState }
  | { readonly kind: 'case'; readonly state: CaseState }
  | { readonly kind: 'identity'; readonly state: IdentityState }
  | { readonly kind: 'team'; readonly state: TeamState }
  | { readonly kind: 'directory'; readonly state: DirectoryState }
  | { readonly kind: 'unknown' };

/** A record that is open in the session. */
export type RecordView = {
  readonly id: string;
  readonly bytes: Bytes;
  readonly kind: Kind;
  /** The purpose of the team, for a team's log. */
  readonly purpose: TeamKind | null;
  readonly chain: Chain;
  readonly judgement: Judgement;
  readonly folded: Folded;
  /** Keys of attachments, by blob; they never leave the worker. */
  readonly blobs: ReadonlyMap<string, BlobReference>;
};

/** Judges a chain under the organisation as it stands and folds what is in force. */
export async function viewOf(
  engine: Engine,
  chain: Chain,
  kind: Kind,
  purpose: TeamKind | null,
): Promise<RecordView> {
  const judgement = await judge(chain, engine.organisation.skeleton);
  const quoted = new Map<Effect, Quoted>();
  for (const effect of judgement.effects)
    if (effect.body.quoted.length > 0) quoted.set(effect, await readQuoted(engine, effect));
  const blobs = new Map<string, BlobReference>();
  for (const { references } of quoted.values()) for (const one of references) blobs.set(toHex(one.blob), one);
  const events = judgement.effects.flatMap((effect) => eventsOf(engine, effect, quoted.get(effect)));
  const known = foldAs(kind, purpose, events);
  const folded = known.kind === 'unknown' ? (asLetIn(engine, events) ?? known) : known;
  return {
    id: toHex(chain.record),
    bytes: chain.record,
    kind: folded.kind,
    purpose,
    chain,
    judgement,
    folded,
    blobs,
  };
}

/**
 * What no team of mine lists is ignored (rule 11), with one exception: an identity record whose own entries say, by
 * custody's hand, that I was let in to it.
 */
function asLetIn(engine: Engine, events: readonly EventInContext[]): Folded | null {
  if (!events.some(({ json }) => isType(json, 'ReaderLetIn'))) return null;
  const folded = foldAs('identity', null, events);
  const me = toHex(engine.keys.member.id);
  return folded.kind === 'identity' && folded.state.readers.some(({ member }) => member === me)
    ? folded
    : null;
}

const isType = (json: unknown, type: string): boolean =>
  typeof json === 'object' && json !== null && 'type' in json && json.type === type;

type EventInContext = { readonly json: unknown; readonly context: Context };

function eventsOf(engine: Engine, effect: Effect, quoted: Quoted | undefined): readonly EventInContext[] {
  const events = parseEvents(effect.body.events);
  const organisation = organisationAt(engine, effect.orgPosition);
  const role = roleOf(organisation, effect.member);
  const entry = toHex(effect.hash);
  const author = { member: effect.member, device: toHex(effect.device) };
  // A body whose events cannot be read still is a signed entry: the fold keeps it, with its reason.
  return (events.ok ? events.value : [null]).map((json, index) => ({
    json,
    context: {
      entry,
      index,
      author,
      claimedTime: effect.body.claimedTime,
      position: effect.position,
      role,
      permissions: organisation.permissions,
      custody: isOfCustody(engine, effect.member, effect.orgPosition),
      readmitted: effect.readmitted,
      quoted: quoted?.items ?? [],
    },
  }));
}

function foldAs(kind: Kind, purpose: TeamKind | null, events: readonly EventInContext[]): Folded {
  const folding = <State>(
    fold: (state: State, json: unknown, context: Context) => State,
    empty: State,
  ): State => events.reduce((state, { json, context }) => fold(state, json, context), empty);
  switch (kind) {
    case 'conversation':
      return { kind, state: folding(foldRequest, emptyRequest) };
    case 'case':
      return { kind, state: folding(foldCase, emptyCase) };
    case 'identity':
      return { kind, state: folding(foldIdentity, emptyIdentity) };
    case 'team':
      return { kind, state: foldTeamAll(emptyTeam(purpose ?? 'everyone'), events) };
    case 'directory':
      return { kind, state: folding(foldDirectory, emptyDirectory) };
    case 'unknown':
      return { kind };
  }
}
