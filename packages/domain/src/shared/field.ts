import { type Context, type EventRef, memberOf, sameEvent } from './context.ts';

/** One value of a field, with the event that wrote it. */
export type Written<Value> = {
  readonly value: Value;
  readonly at: EventRef;
  readonly by: string;
  readonly claimedTime: number;
};

/**
 * A field that two people may edit at once. Each edit names the edits that it replaces; what it does not name stays. So
 * two edits of the same value made apart are both there, and a person chooses (section 3): more than one value is a conflict.
 */
export type Field<Value> = readonly Written<Value>[];

/** The field after an edit: the named edits go, everything else stays, the new value comes last. */
export function edit<Value>(
  field: Field<Value>,
  value: Value,
  replaces: readonly EventRef[],
  context: Context,
): Field<Value> {
  const kept = field.filter((written) => !replaces.some((ref) => sameEvent(ref, written.at)));
  const at = { entry: context.entry, index: context.index };
  return [...kept, { value, at, by: memberOf(context.author) ?? '', claimedTime: context.claimedTime }];
}

/** The events that an edit made now replaces: all that its author sees. */
export function seenIn(field: Field<unknown>): readonly EventRef[] {
  return field.map((written) => written.at);
}

/** The value to show first: the last in the order of the chain. */
export function latest<Value>(field: Field<Value>): Value | undefined {
  return field.at(-1)?.value;
}

/** Whether two edits were made apart and nobody has chosen yet. */
export function inConflict(field: Field<unknown>): boolean {
  return field.length > 1;
}
