import { isObject } from './shared/shape.ts';

/** Turns version `from` of an event into version `from + 1`. Pure, and total for what the old version allowed. */
export type Upcast = {
  readonly type: string;
  readonly from: number;
  readonly to: (event: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
};

/**
 * Brings an old event up to the version that the folds read, step by step; anything else is given back as it is. What
 * is stored never changes: events are signed, so old versions are understood anew at each reading.
 */
export function upcast(upcasts: readonly Upcast[], json: unknown): unknown {
  let event = json;
  // Each step raises the version by one, so the number of steps is a bound.
  for (let step = 0; step <= upcasts.length; step += 1) {
    const known = isObject(event) ? find(upcasts, event) : undefined;
    if (known === undefined || !isObject(event)) return event;
    event = { ...known.to(event), type: known.type, v: known.from + 1 };
  }
  return event;
}

function find(upcasts: readonly Upcast[], event: Readonly<Record<string, unknown>>): Upcast | undefined {
  return upcasts.find((candidate) => candidate.type === event['type'] && candidate.from === event['v']);
}
