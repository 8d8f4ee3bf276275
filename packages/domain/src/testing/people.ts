import type { Role } from '../organisation/permissions.ts';
import type { Actor, Context, OpenedItem } from '../shared/context.ts';

/** Plainly synthetic ids for tests: the same number gives the same id. */
export const id = (number: number): string => number.toString(16).padStart(32, '0');
export const hash = (number: number): string => number.toString(16).padStart(64, '0');

/** A colleague for tests: number, role. */
export function colleague(number: number, role: Role | null): Actor {
  return { member: id(number), device: hash(number), role, permissions: 1 };
}

/** Where a test's event stands: entry number, author, and what differs from the usual. */
export function at(entry: number, author: Actor, more: Partial<Context> = {}): Context {
  return {
    entry: hash(entry),
    index: 0,
    author: { member: author.member, device: author.device },
    claimedTime: entry * minute,
    position: entry,
    role: author.role,
    permissions: author.permissions,
    ...more,
  };
}

export const minute = 60_000;
export const hour = 60 * minute;
export const days = 24 * hour;

/** Events as a story: each in an entry of its own, written by one person after another. */
export function tell<State>(
  start: State,
  fold: (state: State, json: unknown, context: Context) => State,
  story: readonly (readonly [unknown, Context])[],
): State {
  return story.reduce((state, [json, context]) => fold(state, json, context), start);
}

/** A defender's item as the session hands it over once opened. */
export function item(sequence: number, message: unknown, more: Partial<OpenedItem> = {}): OpenedItem {
  const text = typeof message === 'string' ? message : JSON.stringify(message);
  return {
    mailbox: hash(9000),
    sequence,
    prev: sequence === 0 ? hash(0) : hash(5000 + sequence - 1),
    hash: hash(5000 + sequence),
    repliesSeen: 0,
    claimedTime: sequence * minute,
    message: text,
    files: [],
    ...more,
  };
}
