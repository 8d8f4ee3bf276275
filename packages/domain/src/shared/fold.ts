import { type Action, may } from '../organisation/permissions.ts';
import type { Upcast } from '../upcast.ts';
import { type Actor, type Author, type Context, memberOf } from './context.ts';
import { type AnyEvent, type EventShapes, readEvent, type UnknownEvent } from './event.ts';
import { type Refusal, refusal } from './refusal.ts';
import { err, ok, type Result } from './result.ts';
import type { Malformed } from './shape.ts';
import { object, sizes, whole } from './shape.ts';

/** An event that changes nothing and is kept all the same: nobody's words disappear (section 3). */
export type Kept = {
  readonly entry: string;
  readonly index: number;
  readonly position: number;
  readonly author: Author;
  readonly claimedTime: number;
  /** Its type as written; empty where it had none. */
  readonly type: string;
  readonly json: unknown;
  readonly why:
    | { readonly kind: 'newer' }
    | { readonly kind: 'unreadable'; readonly malformed: Malformed }
    | { readonly kind: 'refused'; readonly refusal: Refusal };
};

/** Somebody had this entry sealed although no sign of life of the organisation had come for so many days (rule 7). */
export type SilenceAccepted = {
  readonly entry: string;
  readonly position: number;
  readonly author: Author;
  readonly claimedTime: number;
  readonly days: number;
};

/** What the state of every noun has in common. */
export type Base = {
  /** Entries that a person confirmed in the silence of the organisation, in order: shown to whoever asks why. */
  readonly silences: readonly SilenceAccepted[];
  readonly kept: readonly Kept[];
  /** Something in this record was written by a newer Leeward: what is shown may be incomplete. */
  readonly needsNewer: boolean;
};

export const emptyBase: Base = { silences: [], kept: [], needsNewer: false };

/** The event that says so, in the entry that was confirmed: it is the same in every record. */
export const silenceAccepted = 'SilenceAccepted';
const silenceShapes: EventShapes<{ readonly type: 'SilenceAccepted'; readonly v: 1; readonly days: number }> =
  {
    SilenceAccepted: { v: 1, fields: object({ days: whole(sizes.number) }) },
  };

/** One noun of the field: how its events are read, who may write them, and what they change. */
export type Noun<State extends Base, Event extends AnyEvent> = {
  readonly shapes: EventShapes<Event>;
  readonly upcasts: readonly Upcast[];
  /** What somebody must be allowed to do in order to write this event. */
  readonly action: (event: Event, author: Author) => Action;
  /** The author's role, where it does not come from the context: the organisation's own log. */
  readonly role?: (state: State, context: Context) => Context['role'];
  /** Events that give authority, access or consent: without effect by readmission alone (rule 3). */
  readonly gives: ReadonlySet<Event['type']>;
  /** What the event makes true; a refusal where the state does not allow it. */
  readonly apply: (state: State, event: Event, context: Context) => Result<State, Refusal>;
};

/** Folds one event, as it was found in an entry, into the state. Never throws; what has no effect is kept with its reason. */
export function fold<State extends Base, Event extends AnyEvent>(
  noun: Noun<State, Event>,
  state: State,
  json: unknown,
  context: Context,
): State {
  if (nameOf(json) === silenceAccepted) return withSilence(state, json, context);
  const read = readEvent(noun.shapes, noun.upcasts, json);
  if (!read.ok) return keep(state, json, context, { kind: 'unreadable', malformed: read.error });
  if (isUnknown(read.value)) return { ...keep(state, json, context, { kind: 'newer' }), needsNewer: true };
  const next = judge(noun, state, read.value, context);
  if (next.ok) return next.value;
  const kept = keep(state, json, context, { kind: 'refused', refusal: next.error });
  return next.error.code === 'permissions_unknown' ? { ...kept, needsNewer: true } : kept;
}

/** Notes a confirmation. It gives nobody anything: whoever may write in the record may say it. */
function withSilence<State extends Base>(state: State, json: unknown, context: Context): State {
  const read = readEvent(silenceShapes, [], json);
  if (!read.ok) return keep(state, json, context, { kind: 'unreadable', malformed: read.error });
  if (isUnknown(read.value)) return { ...keep(state, json, context, { kind: 'newer' }), needsNewer: true };
  if (memberOf(context.author) === null)
    return keep(state, json, context, { kind: 'refused', refusal: refusal('not_a_member') });
  const { entry, position, author, claimedTime } = context;
  const { days } = read.value;
  return { ...state, silences: [...state.silences, { entry, position, author, claimedTime, days }] };
}

/**
 * Whether an actor may write these events now, one after another, and the events if so. It asks the very fold that will
 * judge them later, so that what a screen offers and what the log accepts cannot differ.
 */
export function propose<State extends Base, Event extends AnyEvent>(
  noun: Noun<State, Event>,
  state: State,
  actor: Actor,
  events: readonly Event[],
  quoted: Context['quoted'] = [],
): Result<readonly Event[], Refusal> {
  let next = state;
  for (const [index, event] of events.entries()) {
    const context: Context = {
      entry: '',
      index,
      author: { member: actor.member, device: actor.device },
      claimedTime: 0,
      // Not 0: only the genesis entry speaks without a role.
      position: 1,
      role: actor.role,
      permissions: actor.permissions,
      custody: actor.custody === true,
      quoted,
    };
    const read = readEvent(noun.shapes, [], event);
    if (!read.ok) return err(refusal('malformed', { path: read.error.path, problem: read.error.problem }));
    if (isUnknown(read.value)) return err(refusal('malformed', { path: '', problem: 'unknown_code' }));
    const applied = judge(noun, next, read.value, context);
    if (!applied.ok) return applied;
    next = applied.value;
  }
  return ok(events);
}

function judge<State extends Base, Event extends AnyEvent>(
  noun: Noun<State, Event>,
  state: State,
  event: Event,
  context: Context,
): Result<State, Refusal> {
  if (memberOf(context.author) === null) return err(refusal('not_a_member'));
  const role = noun.role === undefined ? context.role : noun.role(state, context);
  const allowed = may(role, noun.action(event, context.author), context.permissions);
  if (!allowed.ok) return allowed;
  if (context.readmitted === true && noun.gives.has(event.type)) return err(refusal('signature_to_renew'));
  return noun.apply(state, event, context);
}

function isUnknown(event: AnyEvent): event is UnknownEvent {
  return event.type === 'Unknown' && event.v === 0;
}

function keep<State extends Base>(state: State, json: unknown, context: Context, why: Kept['why']): State {
  const { entry, index, position, author, claimedTime } = context;
  const type = nameOf(json);
  return {
    ...state,
    kept: [...state.kept, { entry, index, position, author, claimedTime, type, json, why }],
  };
}

function nameOf(json: unknown): string {
  const type = typeof json === 'object' && json !== null && 'type' in json ? json.type : '';
  return typeof type === 'string' ? type.slice(0, 100) : '';
}
