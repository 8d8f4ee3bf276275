import type { Actor } from '../shared/context.ts';
import { seenIn } from '../shared/field.ts';
import { propose } from '../shared/fold.ts';
import type { Refusal } from '../shared/refusal.ts';
import type { Result } from '../shared/result.ts';
import type { IdentityEvent, Names } from './events.ts';
import type { Ending } from './readers.ts';
import type { SheetEvent } from './sheet.ts';
import { type Contact, type IdentityState, identity } from './state.ts';

type Allowed = Result<readonly IdentityEvent[], Refusal>;

/** Begin an identity record. The caller delays its creation at random unless it is urgent (rule 14). */
export function canBeginIdentity(state: IdentityState, actor: Actor): Allowed {
  return ask(state, actor, { type: 'IdentityOpened', v: 1 });
}

/** Open an identity record to read it: the note is written first, with the reason, and then it is shown. */
export function canOpenIdentity(state: IdentityState, actor: Actor, reason: string): Allowed {
  return ask(state, actor, { type: 'AccessNoted', v: 1, member: actor.member, reason });
}

/** Change what the record says, by edits that a form made of what its author saw. */
export function canEditIdentity(state: IdentityState, actor: Actor, events: readonly SheetEvent[]): Allowed {
  return ask(state, actor, ...events);
}

/** Let somebody read this one record for a time: custody alone, and never oneself. */
export function canLetIn(
  state: IdentityState,
  actor: Actor,
  { grant, member, until, reason }: LettingIn,
): Allowed {
  return ask(state, actor, { type: 'ReaderLetIn', v: 1, grant, member, until, reason });
}

export type LettingIn = {
  readonly grant: string;
  readonly member: string;
  readonly until: number;
  readonly reason: string;
};

/** End it: by custody, or by herself. What was read stays known. */
export function canLetGo(
  state: IdentityState,
  actor: Actor,
  grant: string,
  how: Ending,
  reason: string,
): Allowed {
  return ask(state, actor, { type: 'ReaderLetGo', v: 1, grant, how, reason });
}

/** Keep what the person is called. */
export function canKeepNames(state: IdentityState, actor: Actor, names: Names): Allowed {
  return ask(state, actor, { type: 'NamesKept', v: 1, names, replaces: seenIn(state.names) });
}

/** Keep one fact about the person. */
export function canKeepFact(state: IdentityState, actor: Actor, fact: string, value: string): Allowed {
  const replaces = seenIn(state.facts.get(fact) ?? []);
  return ask(state, actor, { type: 'FactKept', v: 1, fact, value, replaces });
}

/** Keep one way to reach the person; `contact` is a random id of its own. */
export function canKeepContact(state: IdentityState, actor: Actor, contact: string, way: Contact): Allowed {
  const replaces = seenIn(state.contacts.get(contact) ?? []);
  return ask(state, actor, { type: 'ContactKept', v: 1, contact, ...way, replaces });
}

function ask(state: IdentityState, actor: Actor, ...events: readonly IdentityEvent[]): Allowed {
  return propose(identity, state, actor, events);
}
