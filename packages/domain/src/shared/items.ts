import type { Action } from '../organisation/permissions.ts';
import type { Context, EventRef } from './context.ts';
import type { EventShapes } from './event.ts';
import { edit, type Field, latest, seenIn } from './field.ts';
import { replaced } from './references.ts';
import { type Refusal, refusal } from './refusal.ts';
import { err, ok, type Result } from './result.ts';
import { id16, object, type Shape, sizes, text } from './shape.ts';
import { type Stamp, stampOf } from './stamp.ts';

/*
 * Much of a case is a collection of things with fields: persons, incidents, measures, tasks. They all merge in one way:
 * an edit carries the fields that it changes and, for each, the versions that its author had before her eyes. Whatever
 * she did not see stays beside hers, until a person chooses. Nothing is deleted: a thing is put away, and taken back.
 */

/** What the fields of a thing hold. */
export type Values = object;

/** The versions of each field that somebody had before her eyes. */
export type Seen<V extends Values> = { readonly [Name in keyof V]?: readonly EventRef[] };

/** What can happen to a thing: `PersonKept`, `PersonPutAway`, `PersonTakenBack`. */
export type ItemEvent<Noun extends string, V extends Values> =
  | {
      readonly type: `${Noun}Kept`;
      readonly v: 1;
      readonly id: string;
      /** The fields that change; the first edit of a thing must hold all that it cannot be without. */
      readonly set: Partial<V>;
      readonly replaces: Seen<V>;
    }
  | { readonly type: `${Noun}PutAway`; readonly v: 1; readonly id: string; readonly reason: string }
  | { readonly type: `${Noun}TakenBack`; readonly v: 1; readonly id: string; readonly reason: string };

/** One step in the life of a thing. */
export type ItemStep<V extends Values> = Stamp & {
  readonly what: 'begun' | 'changed' | 'away' | 'back';
  /** The fields that changed. */
  readonly fields: readonly (keyof V & string)[];
  /** Why it was put away or taken back; empty otherwise. */
  readonly reason: string;
};

/** A thing as it stands. */
export type Item<V extends Values> = {
  readonly id: string;
  readonly fields: { readonly [Name in keyof V]?: Field<V[Name]> };
  /** All that happened to it, in the order of the chain; the first began it. */
  readonly steps: readonly ItemStep<V>[];
  /** Set while it is put away. */
  readonly away: ItemStep<V> | null;
};

export type Items<V extends Values> = ReadonlyMap<string, Item<V>>;

/** One kind of thing: its name, its fields, what it cannot be without, and how many one record may hold. */
export type ItemKind<Noun extends string, V extends Values> = {
  readonly noun: Noun;
  readonly fields: { readonly [Name in keyof V]: Shape<V[Name]> };
  readonly needed: readonly (keyof V & string)[];
  readonly limit: number;
  readonly action: Action;
  readonly shapes: EventShapes<ItemEvent<Noun, V>>;
};

/** Defines a kind of thing. */
export function defineItems<const Noun extends string, V extends Values>(definition: {
  readonly noun: Noun;
  readonly fields: { readonly [Name in keyof V]: Shape<V[Name]> };
  readonly needed: readonly (keyof V & string)[];
  readonly limit?: number;
  readonly action?: Action;
}): ItemKind<Noun, V> {
  const { noun, fields } = definition;
  const seen = object({}, Object.fromEntries(Object.keys(fields).map((name) => [name, replaced])));
  const why = object({ id: id16, reason: text(sizes.line) });
  const shapes = {
    [`${noun}Kept`]: { v: 1, fields: object({ id: id16, set: object({}, fields as never), replaces: seen }) },
    [`${noun}PutAway`]: { v: 1, fields: why },
    [`${noun}TakenBack`]: { v: 1, fields: why },
  } as unknown as EventShapes<ItemEvent<Noun, V>>;
  return { limit: 1000, action: 'case.edit', ...definition, shapes };
}

/** What an event makes of the things; the very same map where it changes nothing. */
export function applyItem<Noun extends string, V extends Values>(
  kind: ItemKind<Noun, V>,
  items: Items<V>,
  event: ItemEvent<Noun, V>,
  context: Context,
): Result<Items<V>, Refusal> {
  const known = items.get(event.id);
  const stamp = stampOf(context);
  if ('set' in event) {
    if (known === undefined) {
      const lacking = kind.needed.find((name) => event.set[name] === undefined);
      if (lacking !== undefined)
        return err(refusal('malformed', { path: `set.${lacking}`, problem: 'missing' }));
      if (items.size >= kind.limit) return err(refusal('too_many', { limit: kind.limit }));
    }
    const before: Item<V> = known ?? { id: event.id, fields: {}, steps: [], away: null };
    const names = Object.keys(event.set) as (keyof V & string)[];
    const changed = names.flatMap((name) => {
      const field = changedField(before, name, event, context);
      return field === null ? [] : [[name, field] as const];
    });
    if (changed.length === 0 && known !== undefined) return ok(items);
    const step: ItemStep<V> = {
      ...stamp,
      what: known === undefined ? 'begun' : 'changed',
      fields: changed.map(([name]) => name),
      reason: '',
    };
    const fields = { ...before.fields, ...(Object.fromEntries(changed) as Item<V>['fields']) };
    return ok(new Map(items).set(event.id, { ...before, fields, steps: [...before.steps, step] }));
  }
  if (known === undefined) return err(refusal('not_there'));
  const isAway = event.type === `${kind.noun}PutAway`;
  if (isAway === (known.away !== null)) return ok(items);
  const step: ItemStep<V> = {
    ...stamp,
    what: isAway ? 'away' : 'back',
    fields: [],
    reason: event.reason,
  };
  const next = { ...known, steps: [...known.steps, step], away: isAway ? step : null };
  return ok(new Map(items).set(event.id, next));
}

/** A part of a case in which one of its collections is as an event left it; the very same part where nothing changed. */
export function withItems<State, Name extends keyof State>(
  state: State,
  name: Name,
  applied: Result<State[Name], Refusal>,
): Result<State, Refusal> {
  if (!applied.ok) return applied;
  return ok(applied.value === state[name] ? state : { ...state, [name]: applied.value });
}

/** A field after an edit; null where nothing changes. The same words written apart are no conflict. */
function changedField<Noun extends string, V extends Values, Name extends keyof V & string>(
  item: Item<V>,
  name: Name,
  event: Extract<ItemEvent<Noun, V>, { readonly set: unknown }>,
  context: Context,
): Field<V[Name]> | null {
  const field: Field<V[Name]> = item.fields[name] ?? [];
  const value = event.set[name] as V[Name];
  const replaces = event.replaces[name] ?? [];
  const after = edit(field, value, replaces, context);
  const others = after.slice(0, -1);
  const same = others.find((written) => isSame(written.value, value));
  if (same !== undefined) return others.length === field.length ? null : others;
  const replacedSame = field.length === 1 && others.length === 0 && isSame(latest(field), value);
  return replacedSame ? null : after;
}

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** A thing as somebody saw it when her form opened: what the form begins with, and which versions she saw. Survives JSON. */
export type Base<V extends Values> = {
  readonly id: string;
  readonly values: Partial<V>;
  readonly seen: Seen<V>;
};

/** What a form about this thing begins with; `id` is new where there is no thing yet. */
export function baseOf<V extends Values>(item: Item<V> | undefined, id: string): Base<V> {
  if (item === undefined) return { id, values: {}, seen: {} };
  const names = Object.keys(item.fields) as (keyof V & string)[];
  const values: Partial<V> = {};
  const seen: { [Name in keyof V]?: readonly EventRef[] } = {};
  for (const name of names) {
    const field = item.fields[name] ?? [];
    const value = latest(field);
    if (value !== undefined) values[name] = value;
    seen[name] = seenIn(field);
  }
  return { id: item.id, values, seen };
}

/** The edit that a form makes of its base: the fields that differ, or of which several versions stood. Null for none. */
export function editOf<Noun extends string, V extends Values>(
  kind: ItemKind<Noun, V>,
  base: Base<V>,
  values: Partial<V>,
): ItemEvent<Noun, V> | null {
  const names = (Object.keys(values) as (keyof V & string)[]).filter(
    (name) => (base.seen[name]?.length ?? 0) > 1 || !isSame(values[name], base.values[name]),
  );
  if (names.length === 0) return null;
  const set: Partial<V> = {};
  const replaces: { [Name in keyof V]?: readonly EventRef[] } = {};
  for (const name of names) {
    const value = values[name];
    if (value !== undefined) set[name] = value;
    replaces[name] = base.seen[name] ?? [];
  }
  return { type: `${kind.noun}Kept`, v: 1, id: base.id, set, replaces };
}

/** Puts a thing away, with a reason: it can be taken back. */
export const putAwayOf = <Noun extends string, V extends Values>(
  kind: ItemKind<Noun, V>,
  id: string,
  reason: string,
): ItemEvent<Noun, V> => ({ type: `${kind.noun}PutAway`, v: 1, id, reason });

/** Takes a thing back that was put away. */
export const takeBackOf = <Noun extends string, V extends Values>(
  kind: ItemKind<Noun, V>,
  id: string,
  reason: string,
): ItemEvent<Noun, V> => ({ type: `${kind.noun}TakenBack`, v: 1, id, reason });

/** The value of a field to show first; undefined where it was never filled in. */
export function valueIn<V extends Values, Name extends keyof V & string>(
  item: Item<V>,
  name: Name,
): V[Name] | undefined {
  return latest(item.fields[name] ?? []);
}

/** The names of the fields in which versions written apart stand side by side. */
export function conflictsOf<V extends Values>(item: Item<V>): readonly (keyof V & string)[] {
  const names = Object.keys(item.fields) as (keyof V & string)[];
  return names.filter((name) => (item.fields[name]?.length ?? 0) > 1);
}

/** The things that are not put away, in the order in which they were begun. */
export function standing<V extends Values>(items: Items<V>): readonly Item<V>[] {
  return [...items.values()].filter(({ away }) => away === null);
}
