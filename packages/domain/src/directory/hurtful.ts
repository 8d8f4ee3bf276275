import type { Json } from './events.ts';

/*
 * Facts that lead people somewhere, or keep them from somewhere dangerous. Whoever can change one alone can send a
 * defender to an address of the other side; so a second member must look at them. What is judged here is what the log
 * itself says: what a release says is claimed by the author of a proposal, and is never believed for this.
 */

/** Fields that hurt with everything below and above them. */
const hurtful: readonly string[] = ['link', 'contact', 'dangers', 'gives.sums', 'application'];

/** A field that hurts unless it closes the door: a door that stands open in the list and is none costs time and hope. */
const state = 'state.is';
const closing: readonly Json[] = ['closed', 'paused'];

/** Where a fact was read, what was mended: no defender is ever shown them, so an address there leads nobody anywhere. */
const forEditors: readonly string[] = ['sources', 'mended'];

/** Whether a field may not become this value by one member's word alone. */
export function hurts(field: string, value: Json): boolean {
  if (hurtful.some((one) => overlaps(one, field))) return true;
  if (
    overlaps(state, field) &&
    !closing.includes(field === state ? value : at(value, state.slice(field.length + 1)))
  )
    return true;
  return !forEditors.some((one) => overlaps(one, field)) && holdsAddress(value);
}

/** Whether the second of two whole entries says something new that hurts. */
export function hurtsInside(before: Json, after: Json): boolean {
  if (isObject(before) && isObject(after)) return differs(before, after, '');
  return true;
}

function differs(before: Json, after: Json, path: string): boolean {
  if (canonical(before) === canonical(after)) return false;
  if (isObject(before) && isObject(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.some((name) =>
      differs(before[name] ?? null, after[name] ?? null, path === '' ? name : `${path}.${name}`),
    );
  }
  return hurts(path, after);
}

const overlaps = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);

function at(value: Json, path: string): Json {
  let found: Json = value;
  for (const name of path.split('.')) found = isObject(found) ? (found[name] ?? null) : null;
  return found;
}

/** An address, a way to write or a number in any text of a value: words can lead astray as well as links. */
function holdsAddress(value: Json): boolean {
  if (typeof value === 'string') return address.test(value) || number.test(value.replace(date, ''));
  if (Array.isArray(value)) return value.some((one: Json) => holdsAddress(one));
  return isObject(value) && Object.values(value).some((one) => holdsAddress(one));
}
const address = /@|:\/\/|[\p{L}\p{N}-]{2,}\.[\p{L}-]{2,}/u;
const number = /(?:\p{Nd}[\s().+/-]*){7,}/u;
const date = /\d{4}-\d{2}(?:-\d{2})?/g;

const isObject = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same text for the same value, whatever the order of its names. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((one: Json) => canonical(one)).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? null)}`).join()}}`;
}
