import type { Context } from '../shared/context.ts';
import type { EventShapes } from '../shared/event.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { hash32, id16, listOf, object } from '../shared/shape.ts';
import { type ActStamp, stampOf } from './otherwise.ts';

/*
 * Several requests of one person. A join is a line between two records, written into both under one id, so that whoever
 * reads either of them sees it. Undoing names the ids that it undoes. What stands is what either record says and neither
 * has undone: the two logs have no order between them, and need none.
 */

export type JoinEvent =
  | { readonly type: 'RequestJoined'; readonly v: 1; readonly join: string; readonly record: string }
  | { readonly type: 'RequestUnjoined'; readonly v: 1; readonly joins: readonly string[] };

/** How many joins one act undoes at most. */
export const unjoinedAtMost = 64;

export const joinShapes: EventShapes<JoinEvent> = {
  RequestJoined: { v: 1, fields: object({ join: id16, record: hash32 }) },
  RequestUnjoined: { v: 1, fields: object({ joins: listOf(id16, unjoinedAtMost) }) },
};

/** A line from this record to another one. */
export type Join = ActStamp & { readonly join: string; readonly record: string };

/** What one record says of the lines to others. */
export type Joins = {
  readonly joins: readonly Pick<Join, 'join' | 'record'>[];
  /** Ids of joins that were undone here; perhaps of some that this record never had. */
  readonly unjoined: readonly string[];
};

/** What stands of joins in a state. */
type WithJoins = { readonly joins: readonly Join[]; readonly unjoined: readonly string[] };

export function foldJoin<State extends WithJoins>(
  state: State,
  event: JoinEvent,
  context: Context,
): Result<State, Refusal> {
  if (event.type === 'RequestJoined') {
    const { join, record } = event;
    if (state.joins.some((one) => one.join === join)) return err(refusal('no_change'));
    return ok({ ...state, joins: [...state.joins, { ...stampOf(context), join, record }] });
  }
  const fresh = [...new Set(event.joins)].filter((join) => !state.unjoined.includes(join));
  if (fresh.length === 0) return err(refusal('no_change'));
  return ok({ ...state, unjoined: [...state.unjoined, ...fresh] });
}

/** A line that stands, between two records. */
export type Line = { readonly join: string; readonly ends: readonly [string, string] };

/** The lines that stand, out of what all records say that can be read. */
export function linesOf(records: ReadonlyMap<string, Joins>): readonly Line[] {
  const undone = new Set<string>();
  for (const { unjoined } of records.values()) for (const join of unjoined) undone.add(join);
  const lines = new Map<string, Line>();
  for (const [from, { joins }] of records)
    for (const { join, record } of joins) {
      if (undone.has(join) || record === from) continue;
      const ends: readonly [string, string] = from < record ? [from, record] : [record, from];
      lines.set(`${join} ${ends.join(' ')}`, { join, ends });
    }
  return [...lines.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, line]) => line);
}

/** For each record that is joined to others: all records of that person, itself included, in one order for all of them. */
export function groupsOf(records: ReadonlyMap<string, Joins>): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>();
  for (const { ends } of linesOf(records)) {
    const [left, right] = ends.map((end) => groups.get(end) ?? [end]);
    if (left === undefined || right === undefined || left === right) continue;
    const both = [...left, ...right].sort();
    for (const one of both) groups.set(one, both);
  }
  return groups;
}

/** What has to be written so that a record stands alone again, and the others of its person stay together. */
export type Parting = {
  /** Ids to undo, by the record in which that is said. */
  readonly undo: ReadonlyMap<string, readonly string[]>;
  /** Pairs that have to be joined anew, because only the parting record had held them together. */
  readonly join: readonly (readonly [string, string])[];
};

export function partingOf(records: ReadonlyMap<string, Joins>, record: string): Parting {
  const undo = new Map<string, readonly string[]>();
  for (const { join, ends } of linesOf(records)) {
    if (!ends.includes(record)) continue;
    for (const end of ends) undo.set(end, [...(undo.get(end) ?? []), join]);
  }
  const others = (groupsOf(records).get(record) ?? []).filter((one) => one !== record);
  const parted = new Map([...records].map(([id, joins]) => [id, withUndone(joins, undo.get(id) ?? [])]));
  const left = groupsOf(parted);
  // One of each part that is left, tied to the next one.
  const parts = [...new Set(others.map((one) => (left.get(one) ?? [one])[0] ?? one))];
  const join = parts.slice(1).map((one, index): readonly [string, string] => [parts[index] ?? one, one]);
  return { undo, join };
}

const withUndone = ({ joins, unjoined }: Joins, more: readonly string[]): Joins => ({
  joins,
  unjoined: [...unjoined, ...more],
});
