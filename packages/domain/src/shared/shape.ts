import { type AllowedCode, type CodeList, isAllowedCode } from '@leeward/vocabulary/list.ts';
import { err, ok, type Result } from './result.ts';

/**
 * Why JSON is not what it should be, and where. `unknown_code` is told apart because a code that this version lacks
 * may come from a newer one: then the event is kept for later, not called broken.
 */
export type Malformed = {
  readonly problem: 'missing' | 'wrong' | 'empty' | 'too_long' | 'unexpected' | 'unknown_code';
  /** Where, from the event down: `wayBack.days`. */
  readonly path: string;
};

/** Reads one value out of JSON, exactly; never throws. */
export type Shape<Value> = (json: unknown, path: string) => Result<Value, Malformed>;

/** The value that a shape reads. */
export type Read<S> = S extends Shape<infer Value> ? Value : never;

const malformed = (problem: Malformed['problem'], path: string) => err<Malformed>({ problem, path });

/** Whether JSON is an object with names, not null and not a list. */
export function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** Text of up to `limit` UTF-16 units with something in it besides white space. */
export function text(limit: number): Shape<string> {
  return (json, path) => {
    if (typeof json !== 'string') return malformed(json === undefined ? 'missing' : 'wrong', path);
    if (json.length > limit) return malformed('too_long', path);
    return json.trim() === '' ? malformed('empty', path) : ok(json);
  };
}

/** Text of up to `limit` UTF-16 units that may be empty: an answer that was taken back. */
export function textOrEmpty(limit: number): Shape<string> {
  const filled = text(limit);
  return (json, path) =>
    typeof json === 'string' && json.trim() === '' && json.length <= limit ? ok('') : filled(json, path);
}

/** Bytes as small hexadecimal digits: ids and hashes. */
export function hex(bytes: number): Shape<string> {
  const pattern = new RegExp(`^[0-9a-f]{${bytes * 2}}$`);
  return (json, path) => {
    if (typeof json !== 'string') return malformed(json === undefined ? 'missing' : 'wrong', path);
    return pattern.test(json) ? ok(json) : malformed('wrong', path);
  };
}

/** A whole number from 0 to `limit`. */
export function whole(limit: number): Shape<number> {
  return (json, path) => {
    if (json === undefined) return malformed('missing', path);
    const fits = typeof json === 'number' && Number.isInteger(json) && json >= 0 && json <= limit;
    return fits ? ok(json) : malformed('wrong', path);
  };
}

/** Yes or no. */
export const flag: Shape<boolean> = (json, path) => {
  if (typeof json === 'boolean') return ok(json);
  return malformed(json === undefined ? 'missing' : 'wrong', path);
};

/** A day as `2026-11-21`, one that exists. */
export const day: Shape<string> = (json, path) => {
  if (typeof json !== 'string') return malformed(json === undefined ? 'missing' : 'wrong', path);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(json)) return malformed('wrong', path);
  const time = Date.parse(`${json}T00:00:00Z`);
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(json);
  return exists ? ok(json) : malformed('wrong', path);
};

/** One of a closed set of words that the code itself knows. A word that it lacks may come from a newer version. */
export function oneOf<const Words extends readonly string[]>(...words: Words): Shape<Words[number]> {
  return (json, path) => {
    if (typeof json !== 'string') return malformed(json === undefined ? 'missing' : 'wrong', path);
    return words.includes(json) ? ok(json) : malformed('unknown_code', path);
  };
}

/** A code of a list; also an organisation's own code (`x_...`) where the list is extensible. */
export function code<List extends CodeList>(list: List): Shape<AllowedCode<List>> {
  return (json, path) => {
    if (typeof json !== 'string') return malformed(json === undefined ? 'missing' : 'wrong', path);
    return isAllowedCode(list, json) ? ok(json) : malformed('unknown_code', path);
  };
}

/** A code that a given test accepts, such as `isCountry`. */
export function codeThat<Code extends string>(accepts: (value: unknown) => value is Code): Shape<Code> {
  return (json, path) => {
    if (typeof json !== 'string') return malformed(json === undefined ? 'missing' : 'wrong', path);
    return accepts(json) ? ok(json) : malformed('unknown_code', path);
  };
}

/** A short word in small letters, digits and `_`, that newer versions may add to: kinds, names of fields. */
export const token: Shape<string> = (json, path) => {
  if (typeof json !== 'string') return malformed(json === undefined ? 'missing' : 'wrong', path);
  return /^[a-z][a-z0-9_]{0,63}$/.test(json) ? ok(json) : malformed('wrong', path);
};

/** A language tag as documents carry it: `en`, `fa-AF`, `zh-Hant`. */
export const languageTag: Shape<string> = (json, path) => {
  if (typeof json !== 'string') return malformed(json === undefined ? 'missing' : 'wrong', path);
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(json) ? ok(json) : malformed('wrong', path);
};

/** A list of up to `limit` values of one shape. */
export function listOf<Value>(shape: Shape<Value>, limit: number): Shape<readonly Value[]> {
  return (json, path) => {
    if (!Array.isArray(json)) return malformed(json === undefined ? 'missing' : 'wrong', path);
    if (json.length > limit) return malformed('too_long', path);
    const values: Value[] = [];
    for (const [index, item] of json.entries()) {
      const read = shape(item, `${path}.${index}`);
      if (!read.ok) return read;
      values.push(read.value);
    }
    return ok(values);
  };
}

/** An object with names of one shape, such as languages, each with a value of another, up to `limit` of them. */
export function recordOf<Value>(
  name: Shape<string>,
  value: Shape<Value>,
  limit: number,
): Shape<Readonly<Record<string, Value>>> {
  return (json, path) => {
    if (!isObject(json)) return malformed(json === undefined ? 'missing' : 'wrong', path);
    const entries = Object.entries(json);
    if (entries.length > limit) return malformed('too_long', path);
    const values: [string, Value][] = [];
    for (const [key, item] of entries) {
      const below = `${path}.${key}`.slice(0, 200);
      const named = name(key, below);
      if (!named.ok) return named;
      const read = value(item, below);
      if (!read.ok) return read;
      values.push([named.value, read.value]);
    }
    return ok(Object.fromEntries(values));
  };
}

/** A value, or null where there is none. */
export function orNull<Value>(shape: Shape<Value>): Shape<Value | null> {
  return (json, path) => (json === null ? ok(null) : shape(json, path));
}

type Shapes = Readonly<Record<string, Shape<unknown>>>;
type ReadAll<Fields extends Shapes> = { readonly [Name in keyof Fields]: Read<Fields[Name]> };
type ReadSome<Fields extends Shapes> = { readonly [Name in keyof Fields]?: Read<Fields[Name]> };

/**
 * An object with exactly these fields: `needed` must be there, `optional` may be, nothing else may. A new field needs a
 * new version of its event, so that an older reader says that it is too old and does not silently read half.
 */
export function object<Needed extends Shapes, Optional extends Shapes = Record<never, never>>(
  needed: Needed,
  optional?: Optional,
): Shape<ReadAll<Needed> & ReadSome<Optional>> {
  const fields = new Map<string, Shape<unknown>>([
    ...Object.entries(needed),
    ...Object.entries(optional ?? {}),
  ]);
  return (json, path) => {
    if (!isObject(json)) return malformed(json === undefined ? 'missing' : 'wrong', path);
    const below = (name: string) => (path === '' ? name : `${path}.${name}`);
    for (const name of Object.keys(json)) {
      if (!fields.has(name)) return malformed('unexpected', below(name).slice(0, 200));
    }
    const values: Record<string, unknown> = {};
    for (const [name, shape] of fields) {
      const present = Object.hasOwn(json, name);
      if (!present && !Object.hasOwn(needed, name)) continue;
      const read = shape(present ? json[name] : undefined, below(name));
      if (!read.ok) return read;
      values[name] = read.value;
    }
    return ok(values as ReadAll<Needed> & ReadSome<Optional>);
  };
}

/** Sizes shared by all shapes. */
export const sizes = {
  name: 200,
  /** One line: a reason, a label. */
  line: 500,
  /** A message or note, in UTF-16 units: in the widest scripts it fits one entry, next to the sealed item that it quotes. */
  body: 8000,
  /** Milliseconds since 1970 that fit the format's 48 bits. */
  time: 2 ** 48 - 1,
  /** Positions and numbers that fit 32 bits. */
  number: 2 ** 32 - 1,
} as const;

/** 16 random bytes: a member, a team. */
export const id16: Shape<string> = hex(16);
/** 32 bytes: a record, a hash, a device. */
export const hash32: Shape<string> = hex(32);
