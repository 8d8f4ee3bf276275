import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { randomBytes } from '../crypto/bytes.ts';
import { arbitraries, mutated } from '../testing/arbitraries.ts';
import type { Bytes, Codec } from './codec.ts';
import {
  decode,
  encode,
  fixed,
  list,
  oneOf,
  optional,
  text,
  Unencodable,
  u8,
  u16,
  u32,
  u48,
  variable,
} from './codec.ts';
import * as wire from './index.ts';

const primitives = ['u8', 'u16', 'u32', 'u48', 'hash32', 'id16', 'signature64'];
const isCodec = (value: unknown): value is Codec<unknown> =>
  typeof value === 'object' && value !== null && 'read' in value && 'write' in value;
const codecs = Object.entries(wire).flatMap(([name, value]) =>
  isCodec(value) && !primitives.includes(name) ? [[name, value] as const] : [],
);
const anyValueOf = (name: string): fc.Arbitrary<unknown> => {
  const found = Object.entries(arbitraries).find(([known]) => known === name);
  if (found === undefined) throw new Error(`no arbitrary value for the codec ${name}`);
  return found[1] as fc.Arbitrary<unknown>;
};

/** The one thing that must hold of any bytes: refused, or written again exactly as they were. */
function neverWrong(codec: Codec<unknown>, bytes: Bytes): void {
  const decoded = decode(codec, bytes);
  if (decoded.ok) expect(encode(codec, decoded.value)).toEqual(bytes);
  else expect(decoded.error).toBe('malformed');
}

describe('every structure of the format', () => {
  it('is known to these tests', () => {
    expect(codecs.map(([name]) => name).sort()).toEqual(Object.keys(arbitraries).sort());
  });

  it.each(codecs)('%s: is read as it was written', (name, codec) => {
    fc.assert(
      fc.property(anyValueOf(name), (value) => {
        expect(decode(codec, encode(codec, value))).toEqual({ ok: true, value });
      }),
      { numRuns: runs(50) },
    );
  });

  it.each(codecs)(
    '%s: is never read wrong, whatever was done to its bytes [rule 6][fault 14]',
    (name, codec) => {
      const bytes = anyValueOf(name).chain((value) => mutated(encode(codec, value)));
      fc.assert(
        fc.property(bytes, (one) => {
          neverWrong(codec, one);
        }),
        { numRuns: runs(150) },
      );
    },
  );

  it.each(codecs)('%s: makes nothing of random bytes but itself [fault 14]', (_, codec) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        neverWrong(codec, Uint8Array.from(bytes));
      }),
      { numRuns: runs(100) },
    );
  });

  it('never takes more memory than the bytes that came, however much they announce [fault 14]', () => {
    const hostile = Array.from({ length: 200 }, (_, index) => {
      const bytes = new Uint8Array(64).fill(255);
      bytes.set(randomBytes(8), index % 56);
      return bytes;
    });
    const before = process.memoryUsage().arrayBuffers;
    for (const [, codec] of codecs) for (const bytes of hostile) expect(decode(codec, bytes).ok).toBe(false);
    // 4 GiB announced each time; what was read are slices of 64 bytes.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
  });
});

describe('strict reading', () => {
  const refuses = <T>(codec: Codec<T>, bytes: readonly number[]): void =>
    expect(decode(codec, Uint8Array.from(bytes))).toEqual({ ok: false, error: 'malformed' });

  it('refuses a byte too many and a byte too few', () => {
    refuses(u16, [1]);
    refuses(u16, [1, 2, 3]);
    refuses(fixed(2), [1]);
    refuses(variable(9), [0, 0, 0, 2, 1]);
    refuses(list(u8, 3), [0, 2, 1]);
  });

  it('refuses what is over a limit, before it reads it', () => {
    refuses(variable(1), [0, 0, 0, 2, 1, 1]);
    refuses(list(u8, 1), [0, 2, 1, 1]);
    refuses(text(1), [0, 0, 0, 2, 97, 97]);
  });

  it('refuses a flag that is neither 0 nor 1, an unknown value, and text that is not UTF-8', () => {
    refuses(optional(u8), [2, 1]);
    refuses(oneOf(u8, 1, 2), [3]);
    refuses(text(9), [0, 0, 0, 2, 0xc0, 0x80]);
    refuses(text(9), [0, 0, 0, 3, 0xed, 0xa0, 0x80]);
    expect(decode(text(9), Uint8Array.of(0, 0, 0, 3, 0xef, 0xbb, 0xbf))).toEqual({
      ok: true,
      value: '\ufeff',
    });
  });

  it('knows no other version than its own: an older one is not a way around a rule [fault 13]', () => {
    fc.assert(
      fc.property(arbitraries.header, fc.integer({ min: 0, max: 255 }), (value, version) => {
        const bytes = encode(wire.header, value);
        bytes[0] = version;
        expect(decode(wire.header, bytes).ok).toBe(version === 1);
      }),
      { numRuns: runs(50) },
    );
  });

  it('keeps what it read, whatever becomes of the buffer that it came in [rule 6]', () => {
    const shared = Buffer.from([0, 0, 0, 3, 1, 2, 3]);
    const decoded = decode(variable(9), shared);
    shared.fill(9);
    expect(decoded).toEqual({ ok: true, value: Uint8Array.of(1, 2, 3) });
  });
});

describe('writing', () => {
  it('refuses what the format forbids: that is a bug or a missing check before', () => {
    for (const writing of [
      () => encode(u8, 256),
      () => encode(u8, -1),
      () => encode(u32, 1.5),
      () => encode(u48, 2 ** 48),
      () => encode(fixed(2), new Uint8Array(3)),
      () => encode(variable(2), new Uint8Array(3)),
      () => encode(list(u8, 1), [1, 2]),
      () => encode(text(9), '\ud800'),
      () => encode(text(1), 'ab'),
      () => encode(oneOf(u8, 1) as Codec<number>, 2),
      () => encode(wire.operation as unknown as Codec<{ readonly type: string }>, { type: 'unheard-of' }),
    ])
      expect(writing).toThrow(Unencodable);
  });

  it('writes every number in one way, up to its last bit', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (seed) => {
        for (const [codec, bits] of [
          [u8, 8],
          [u16, 16],
          [u32, 32],
          [u48, 48],
        ] as const) {
          const value = seed % 2 ** bits;
          const bytes = encode(codec, value);
          expect(BigInt(`0x${wire.toHex(bytes)}`)).toBe(BigInt(value));
          expect(decode(codec, bytes)).toEqual({ ok: true, value });
        }
      }),
      { numRuns: runs(100) },
    );
  });
});
