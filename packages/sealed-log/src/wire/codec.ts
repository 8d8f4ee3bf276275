/**
 * The one way in which Leeward turns structures into bytes and back (docs/protocol.md, section 1).
 *
 * Every structure has exactly one encoding, and reading is strict: a length out of bounds, an unknown tag, a
 * flag that is neither 0 nor 1, or a byte too many is malformed. Readers never allocate more than the input
 * holds, so a hostile length cannot make them grow.
 */

import type { Bytes } from '../crypto/bytes.ts';

export type { Bytes } from '../crypto/bytes.ts';

export type Codec<T> = {
  readonly write: (writer: Writer, value: T) => void;
  readonly read: (reader: Reader) => T;
};

/** The type that a codec reads and writes. */
export type Encoded<C> = C extends Codec<infer T> ? T : never;

export type Decoded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: 'malformed' };

/** Thrown by readers on malformed bytes and turned into a `Result` by `decode`; it never leaves this layer. */
class Malformed extends Error {}

/** Thrown when our own code asks to encode something that the format forbids: a bug, or a missing check before. */
export class Unencodable extends Error {}

type Writer = { bytes: Bytes; length: number };
type Reader = { readonly bytes: Bytes; offset: number };

/** Encodes a value. Throws `Unencodable` when the value breaks a bound of the format. */
export function encode<T>(codec: Codec<T>, value: NoInfer<T>): Bytes {
  const writer: Writer = { bytes: new Uint8Array(256), length: 0 };
  codec.write(writer, value);
  return writer.bytes.slice(0, writer.length);
}

/** Decodes bytes that came from somewhere else. Never throws, whatever the bytes are. */
export function decode<T>(codec: Codec<T>, bytes: Uint8Array): Decoded<T> {
  // A plain view: `slice` of a Node buffer would share its memory, and what was verified could change afterwards.
  const view = new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length);
  const reader: Reader = { bytes: view, offset: 0 };
  try {
    const value = codec.read(reader);
    if (reader.offset !== bytes.length) return { ok: false, error: 'malformed' };
    return { ok: true, value };
  } catch (error) {
    if (error instanceof Malformed) return { ok: false, error: 'malformed' };
    throw error;
  }
}

function put(writer: Writer, bytes: Uint8Array): void {
  const needed = writer.length + bytes.length;
  if (needed > writer.bytes.length) {
    const grown = new Uint8Array(Math.max(needed, writer.bytes.length * 2));
    grown.set(writer.bytes.subarray(0, writer.length));
    writer.bytes = grown;
  }
  writer.bytes.set(bytes, writer.length);
  writer.length = needed;
}

function take(reader: Reader, length: number): Bytes {
  const end = reader.offset + length;
  if (end > reader.bytes.length) throw new Malformed('ends too early');
  const bytes = reader.bytes.slice(reader.offset, end);
  reader.offset = end;
  return bytes;
}

function unsigned(size: 1 | 2 | 4 | 6): Codec<number> {
  const limit = 2 ** (size * 8);
  return {
    write(writer, value) {
      if (!Number.isInteger(value) || value < 0 || value >= limit)
        throw new Unencodable(`not a u${size * 8}`);
      const bytes = new Uint8Array(size);
      let rest = value;
      for (let index = size - 1; index >= 0; index -= 1) {
        bytes[index] = rest % 256;
        rest = Math.floor(rest / 256);
      }
      put(writer, bytes);
    },
    read(reader) {
      const end = reader.offset + size;
      if (end > reader.bytes.length) throw new Malformed('ends too early');
      let value = 0;
      for (let index = reader.offset; index < end; index += 1)
        value = value * 256 + (reader.bytes[index] ?? 0);
      reader.offset = end;
      return value;
    },
  };
}

export const u8 = unsigned(1);
export const u16 = unsigned(2);
export const u32 = unsigned(4);
/** 48 bits: enough for milliseconds and sequence numbers, and always exact in JavaScript. */
export const u48 = unsigned(6);

/** Exactly `length` bytes. */
export function fixed(length: number): Codec<Bytes> {
  return {
    write(writer, value) {
      if (value.length !== length) throw new Unencodable(`expected ${length} bytes, got ${value.length}`);
      put(writer, value);
    },
    read: (reader) => take(reader, length),
  };
}

export const hash32 = fixed(32);
export const id16 = fixed(16);
export const signature64 = fixed(64);

/** Up to `limit` bytes behind a u32 length. */
export function variable(limit: number): Codec<Bytes> {
  return {
    write(writer, value) {
      if (value.length > limit) throw new Unencodable(`longer than ${limit} bytes`);
      u32.write(writer, value.length);
      put(writer, value);
    },
    read(reader) {
      const length = u32.read(reader);
      if (length > limit) throw new Malformed('too long');
      return take(reader, length);
    },
  };
}

/** UTF-8 text of up to `limit` bytes; lone surrogates and invalid UTF-8 are malformed, so that text has one encoding. */
export function text(limit: number): Codec<string> {
  const bytes = variable(limit);
  return {
    write(writer, value) {
      if (!isWellFormed(value)) throw new Unencodable('text with a lone surrogate');
      bytes.write(writer, new TextEncoder().encode(value));
    },
    read(reader) {
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.read(reader));
      } catch (error) {
        if (error instanceof Malformed) throw error;
        throw new Malformed('not UTF-8');
      }
    },
  };
}

/** By hand and not by a look-behind, which older phones cannot even parse. */
function isWellFormed(value: string): boolean {
  // Read by code points, a half of a pair shows up only where it stands alone.
  for (const letter of value) if (letter.length === 1 && /[\uD800-\uDFFF]/.test(letter)) return false;
  return true;
}

/** Up to `limit` items behind a u16 count. */
export function list<T>(item: Codec<T>, limit: number): Codec<readonly T[]> {
  return {
    write(writer, value) {
      if (value.length > limit) throw new Unencodable(`more than ${limit} items`);
      u16.write(writer, value.length);
      for (const one of value) item.write(writer, one);
    },
    read(reader) {
      const count = u16.read(reader);
      if (count > limit) throw new Malformed('too many items');
      const items: T[] = [];
      for (let index = 0; index < count; index += 1) items.push(item.read(reader));
      return items;
    },
  };
}

/** Nothing (0), or a value (1). */
export function optional<T>(item: Codec<T>): Codec<T | null> {
  return {
    write(writer, value) {
      u8.write(writer, value === null ? 0 : 1);
      if (value !== null) item.write(writer, value);
    },
    read(reader) {
      const flag = u8.read(reader);
      if (flag > 1) throw new Malformed('not a flag');
      return flag === 0 ? null : item.read(reader);
    },
  };
}

/** A number that may only take the listed values. */
export function oneOf<const V extends readonly number[]>(
  number: Codec<number>,
  ...values: V
): Codec<V[number]> {
  const known = new Set<number>(values);
  return {
    write(writer, value) {
      if (!known.has(value)) throw new Unencodable(`unknown value ${value}`);
      number.write(writer, value);
    },
    read(reader) {
      const value = number.read(reader);
      if (!known.has(value)) throw new Malformed('unknown value');
      return value as V[number];
    },
  };
}

/** Named fields, one after the other, in the order in which they are written here. */
export function struct<T extends object>(fields: { readonly [K in keyof T]: Codec<T[K]> }): Codec<T> {
  const entries = Object.entries(fields) as [keyof T & string, Codec<unknown>][];
  return {
    write(writer, value) {
      for (const [name, codec] of entries) codec.write(writer, value[name]);
    },
    read(reader) {
      const value: Record<string, unknown> = {};
      for (const [name, codec] of entries) value[name] = codec.read(reader);
      return value as T;
    },
  };
}

type Tagged = { readonly type: string };
type FieldsOf<T extends Tagged, K extends T['type']> = Omit<Extract<T, { readonly type: K }>, 'type'>;

/** One of several structures behind a u8 tag; the name of the variant is its `type`. */
export function union<T extends Tagged>(
  variants: {
    readonly [K in T['type']]: readonly [tag: number, codec: Codec<FieldsOf<T, K>>];
  },
): Codec<T> {
  const byName = new Map(Object.entries(variants) as [string, readonly [number, Codec<unknown>]][]);
  const byTag = new Map([...byName].map(([name, [tag, codec]]) => [tag, { name, codec }] as const));
  return {
    write(writer, value) {
      const found = byName.get(value.type);
      if (found === undefined) throw new Unencodable(`unknown variant ${value.type}`);
      u8.write(writer, found[0]);
      found[1].write(writer, value);
    },
    read(reader) {
      const found = byTag.get(u8.read(reader));
      if (found === undefined) throw new Malformed('unknown variant');
      return { type: found.name, ...(found.codec.read(reader) as object) } as unknown as T;
    },
  };
}
