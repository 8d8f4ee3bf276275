import type { Bytes } from '../crypto/bytes.ts';
import { fromHex, toHex } from '../crypto/bytes.ts';
import { unwrap } from '../crypto/result.ts';

/** Values of the format as JSON: bytes are `{ "hex": … }`. */
export function toVector(value: unknown): string {
  return `${JSON.stringify(value, (_, one) => (one instanceof Uint8Array ? { hex: toHex(one) } : one), 1)}\n`;
}

/** Reads what `toVector` wrote. The type is the caller's claim, held by what the test then does with it. */
export function fromVector<T>(text: string): T {
  const revive = (_: string, one: unknown): unknown =>
    typeof one === 'object' && one !== null && 'hex' in one && typeof one.hex === 'string'
      ? bytesOf(one.hex)
      : one;
  return JSON.parse(text, revive) as T;
}

const bytesOf = (hex: string): Bytes => unwrap(fromHex(hex));

/** The first `length` bytes of a pattern that nobody needs to store: byte i is (i * 7 + i / 251) mod 256. */
export function pattern(length: number): Bytes {
  const bytes = new Uint8Array(length);
  for (let index = 0; index < length; index += 1) bytes[index] = (index * 7 + Math.floor(index / 251)) & 255;
  return bytes;
}
