/**
 * The new one of two answers, with every part that says the same as before left the very object that it was: what is made
 * of a part, such as the day of whoever looks, need not be made anew because something else has changed.
 */
export function keepSame<Value>(before: unknown, now: Value): Value {
  return kept(before, now) as Value;
}

function kept(before: unknown, now: unknown): unknown {
  if (Object.is(before, now) || !isThing(before) || !isThing(now)) return now;
  if (Object.getPrototypeOf(before) !== Object.getPrototypeOf(now)) return now;
  if (now instanceof Map) return keptMap(before as ReadonlyMap<unknown, unknown>, now);
  if (Array.isArray(now)) {
    const old = before as readonly unknown[];
    const parts = now.map((part, at) => kept(old[at], part));
    return parts.length === old.length && parts.every((part, at) => Object.is(part, old[at])) ? old : parts;
  }
  // Anything else, such as bytes, comes as it is.
  if (Object.getPrototypeOf(now) !== Object.prototype) return now;
  const old = before as Readonly<Record<string, unknown>>;
  const parts = Object.entries(now).map(([name, part]) => [name, kept(old[name], part)] as const);
  const isSame =
    parts.length === Object.keys(old).length &&
    parts.every(([name, part]) => Object.hasOwn(old, name) && Object.is(part, old[name]));
  return isSame ? old : Object.fromEntries(parts);
}

function keptMap(before: ReadonlyMap<unknown, unknown>, now: ReadonlyMap<unknown, unknown>): unknown {
  const parts = [...now].map(([key, part]) => [key, kept(before.get(key), part)] as const);
  const order = [...before.keys()];
  const isSame =
    parts.length === before.size &&
    parts.every(([key, part], at) => Object.is(key, order[at]) && Object.is(part, before.get(key)));
  return isSame ? before : new Map(parts);
}

const isThing = (value: unknown): value is object => typeof value === 'object' && value !== null;
