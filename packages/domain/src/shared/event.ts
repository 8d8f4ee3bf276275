import { type Upcast, upcast } from '../upcast.ts';
import { err, ok, type Result } from './result.ts';
import { isObject, type Malformed, type Shape } from './shape.ts';

/** What every event carries: its name in the past tense, and the version of its fields. */
export type AnyEvent = { readonly type: string; readonly v: number };

/** An event of a type or version that this code does not know. It is kept, and the record says that it needs a newer Leeward. */
export type UnknownEvent = {
  readonly type: 'Unknown';
  readonly v: 0;
  readonly name: string;
  readonly json: unknown;
};

/** How the fields of each event are read, apart from `type` and `v`. */
export type EventShapes<Event extends AnyEvent> = {
  readonly [Type in Event['type']]: {
    readonly v: Extract<Event, { readonly type: Type }>['v'];
    readonly fields: Shape<Omit<Extract<Event, { readonly type: Type }>, 'type' | 'v'>>;
  };
};

/** Reads one event exactly. Unknown types, newer versions and newer codes come back as `Unknown`, never as a failure. */
export function readEvent<Event extends AnyEvent>(
  shapes: EventShapes<Event>,
  upcasts: readonly Upcast[],
  json: unknown,
): Result<Event | UnknownEvent, Malformed> {
  const current = upcast(upcasts, json);
  if (!isObject(current)) return err({ problem: 'wrong', path: '' });
  const { type, v, ...fields } = current;
  if (typeof type !== 'string' || type === '' || type.length > 100)
    return err({ problem: 'wrong', path: 'type' });
  if (typeof v !== 'number' || !Number.isInteger(v) || v < 1) return err({ problem: 'wrong', path: 'v' });
  const unknown: UnknownEvent = { type: 'Unknown', v: 0, name: type, json };
  if (!Object.hasOwn(shapes, type)) return ok(unknown);
  const shape = shapes[type as Event['type']];
  if (v > shape.v) return ok(unknown);
  if (v < shape.v) return err({ problem: 'wrong', path: 'v' });
  const read = shape.fields(fields, '');
  if (read.ok) return ok({ type, v, ...read.value } as unknown as Event);
  return read.error.problem === 'unknown_code' ? ok(unknown) : read;
}
