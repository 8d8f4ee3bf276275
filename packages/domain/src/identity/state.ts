import { type Context, memberOf } from '../shared/context.ts';
import { edit, type Field } from '../shared/field.ts';
import { type Base, emptyBase, fold, type Noun } from '../shared/fold.ts';
import { applyItem, type Items } from '../shared/items.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type IdentityEvent, identityShapes, identityUpcasts, type Names } from './events.ts';
import { applyReader, type LetIn } from './readers.ts';
import { changesBytes, type ScanEvent, type ScanValues } from './scans.ts';
import {
  type DocumentValues,
  type NameValues,
  type ParticularsValues,
  type ReachValues,
  type RelativeValues,
  type SheetEvent,
  type SheetName,
  sheetKinds,
} from './sheet.ts';

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

/** The things that an identity record holds, by kind. */
export type Sheet = {
  readonly names: Items<NameValues>;
  readonly particulars: Items<ParticularsValues>;
  readonly documents: Items<DocumentValues>;
  readonly reaches: Items<ReachValues>;
  readonly relatives: Items<RelativeValues>;
  readonly scans: Items<ScanValues>;
};

/** What is true of one person's identity record. */
export type IdentityState = Base & {
  readonly opened: { readonly by: string; readonly claimedTime: number } | null;
  readonly sheet: Sheet;
  /** As they were kept before names, facts and contacts were things of their own. */
  readonly names: Field<Names>;
  readonly facts: ReadonlyMap<string, Field<string>>;
  readonly contacts: ReadonlyMap<string, Field<Contact>>;
  /** Everybody who opened it, in order: shown to custody. */
  readonly accesses: readonly Access[];
  /** Who was let in beside custody, in order. */
  readonly readers: readonly LetIn[];
};

export const emptySheet: Sheet = {
  names: new Map(),
  particulars: new Map(),
  documents: new Map(),
  reaches: new Map(),
  relatives: new Map(),
  scans: new Map(),
};

export const emptyIdentity: IdentityState = {
  ...emptyBase,
  opened: null,
  sheet: emptySheet,
  names: [],
  facts: new Map(),
  contacts: new Map(),
  accesses: [],
  readers: [],
};

/** Folds one event of an identity record. */
export function foldIdentity(state: IdentityState, json: unknown, context: Context): IdentityState {
  return fold(identity, state, json, context);
}

/** The identity as a noun: see `Noun`. */
export const identity: Noun<IdentityState, IdentityEvent> = {
  shapes: identityShapes,
  upcasts: identityUpcasts,
  action: ({ type }) =>
    type === 'AccessNoted' || type === 'ReaderLetGo' ? 'identity.access' : 'identity.edit',
  gives: new Set(['ReaderLetIn']),
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
    case 'ReaderLetIn':
    case 'ReaderLetGo': {
      const readers = applyReader(state.readers, event, context);
      return readers.ok ? ok({ ...state, readers: readers.value }) : readers;
    }
    default: {
      const sheet = applySheet(state.sheet, event, context);
      return sheet.ok ? ok({ ...state, sheet: sheet.value }) : sheet;
    }
  }
}

/** To which collection an event belongs, by its type. */
const collections: ReadonlyMap<string, SheetName> = new Map(
  Object.entries(sheetKinds).flatMap(([name, { shapes }]) =>
    Object.keys(shapes).map((type) => [type, name as SheetName] as const),
  ),
);

function applySheet(sheet: Sheet, event: SheetEvent, context: Context): Result<Sheet, Refusal> {
  const name = collections.get(event.type);
  if (name === undefined) return ok(sheet);
  if (name === 'scans' && changesBytes(sheet.scans, event as ScanEvent)) return err(refusal('exists'));
  // The exact types belong together by the name; only here is that put aside.
  const applied = applyItem(sheetKinds[name] as never, sheet[name] as never, event as never, context);
  return applied.ok ? ok({ ...sheet, [name]: applied.value }) : applied;
}
