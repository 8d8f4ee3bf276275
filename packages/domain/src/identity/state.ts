import { type Context, memberOf } from '../shared/context.ts';
import { edit, type Field } from '../shared/field.ts';
import { type Base, emptyBase, fold, type Noun } from '../shared/fold.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type IdentityEvent, identityShapes, identityUpcasts, type Names } from './events.ts';

export type Contact = Omit<
  Extract<IdentityEvent, { readonly type: 'ContactKept' }>,
  'type' | 'v' | 'contact' | 'replaces'
>;

/** Somebody opened the record, and said why. */
export type Access = {
  readonly member: string;
  readonly reason: string;
  readonly claimedTime: number;
  readonly position: number;
};

/** What is true of one person's identity record. */
export type IdentityState = Base & {
  readonly opened: { readonly by: string; readonly claimedTime: number } | null;
  readonly names: Field<Names>;
  readonly facts: ReadonlyMap<string, Field<string>>;
  readonly contacts: ReadonlyMap<string, Field<Contact>>;
  /** Everybody who opened it, in order: shown to custody. */
  readonly accesses: readonly Access[];
};

export const emptyIdentity: IdentityState = {
  ...emptyBase,
  opened: null,
  names: [],
  facts: new Map(),
  contacts: new Map(),
  accesses: [],
};

/** Folds one event of an identity record. */
export function foldIdentity(state: IdentityState, json: unknown, context: Context): IdentityState {
  return fold(identity, state, json, context);
}

/** The identity as a noun: see `Noun`. */
export const identity: Noun<IdentityState, IdentityEvent> = {
  shapes: identityShapes,
  upcasts: identityUpcasts,
  action: (event) => (event.type === 'AccessNoted' ? 'identity.access' : 'identity.edit'),
  gives: new Set(),
  apply,
};

function apply(state: IdentityState, event: IdentityEvent, context: Context): Result<IdentityState, Refusal> {
  const by = memberOf(context.author) ?? '';
  const { claimedTime, position } = context;
  if (event.type === 'IdentityOpened') {
    return state.opened === null ? ok({ ...state, opened: { by, claimedTime } }) : err(refusal('exists'));
  }
  if (state.opened === null) return err(refusal('not_begun'));
  switch (event.type) {
    case 'NamesKept':
      return ok({ ...state, names: edit(state.names, event.names, event.replaces, context) });
    case 'FactKept': {
      const field = edit(state.facts.get(event.fact) ?? [], event.value, event.replaces, context);
      return ok({ ...state, facts: new Map(state.facts).set(event.fact, field) });
    }
    case 'ContactKept': {
      const { contact, channel, detail, safe, replaces } = event;
      const field = edit(state.contacts.get(contact) ?? [], { channel, detail, safe }, replaces, context);
      return ok({ ...state, contacts: new Map(state.contacts).set(contact, field) });
    }
    case 'AccessNoted': {
      const { member, reason } = event;
      if (member !== by) return err(refusal('only_oneself'));
      return ok({ ...state, accesses: [...state.accesses, { member, reason, claimedTime, position }] });
    }
  }
}
