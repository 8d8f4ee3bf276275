import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import {
  concat,
  equal,
  fromBase64url,
  fromHex,
  fromUtf8,
  lengthPrefixed,
  randomBytes,
  toBase64url,
  toHex,
  u32,
  utf8,
} from './bytes.ts';
import { err, ok } from './result.ts';

const bytes = (maxLength = 64) => fc.uint8Array({ maxLength });

describe('bytes', () => {
  it('come back unchanged from hexadecimal and from base64url', () => {
    fc.assert(
      fc.property(bytes(), (value) => {
        expect(fromHex(toHex(value))).toEqual(ok(Uint8Array.from(value)));
        expect(fromBase64url(toBase64url(value))).toEqual(ok(Uint8Array.from(value)));
      }),
      { numRuns: runs(200) },
    );
  });

  it.each(['0', 'AB', 'zz', '0x', ' 00', '00\n'])('are not read from the misspelt hexadecimal %j', (text) => {
    expect(fromHex(text)).toEqual(err('malformed'));
  });

  it.each(['A', 'AA==', 'A+/A', 'AB', 'AAB', 'AA ', 'AA\n'])(
    'are not read from the misspelt base64url %j, so that a value has one spelling',
    (text) => {
      expect(fromBase64url(text)).toEqual(err('malformed'));
    },
  );

  it('come back as the text they were, and refuse to be text when they are not UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fromUtf8(utf8(text))).toEqual(ok(text));
      }),
      { numRuns: runs(200) },
    );
    expect(fromUtf8(utf8('\uFEFFa'))).toEqual(ok('\uFEFFa'));
    for (const wrong of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe2, 0x82]]) {
      expect(fromUtf8(Uint8Array.from(wrong))).toEqual(err('malformed'));
    }
  });

  it('are equal to their copy and to nothing that differs in one bit or in length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.nat(), fc.nat(7), (value, at, bit) => {
        const changed = value.slice();
        changed[at % value.length]! ^= 1 << bit;
        expect(equal(value, value.slice())).toBe(true);
        expect(equal(value, changed)).toBe(false);
        expect(equal(value, value.subarray(1))).toBe(false);
      }),
      { numRuns: runs(200) },
    );
  });

  it('are drawn at random in any length, beyond what the platform gives at once too', () => {
    for (const length of [0, 1, 32, 65_536, 65_537, 200_000]) expect(randomBytes(length).length).toBe(length);
    const tail = randomBytes(65_568).subarray(65_536);
    expect(tail.some((byte) => byte !== 0)).toBe(true);
  });

  it('are joined in order', () => {
    expect(concat(Uint8Array.of(1), new Uint8Array(0), Uint8Array.of(2, 3))).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('write an unsigned number of four bytes, and nothing outside it', () => {
    expect(u32(0x01020304)).toEqual(Uint8Array.of(1, 2, 3, 4));
    for (const wrong of [-1, 0.5, 2 ** 32, Number.NaN]) expect(() => u32(wrong)).toThrow(RangeError);
  });
});

describe('length-prefixed bytes', () => {
  it('have exactly the layout of the protocol', () => {
    expect(toHex(lengthPrefixed('ab', Uint8Array.of(9), new Uint8Array(0)))).toBe(
      '000261620000000109' + '00000000',
    );
    expect(() => lengthPrefixed('x'.repeat(65_536))).toThrow(RangeError);
  });

  it('never say the same of two different lists [rule 6]', () => {
    const list = fc.tuple(fc.string({ maxLength: 4 }), fc.array(bytes(4), { maxLength: 4 }));
    fc.assert(
      fc.property(list, list, ([label, parts], [otherLabel, otherParts]) => {
        const same = label === otherLabel && JSON.stringify(parts) === JSON.stringify(otherParts);
        expect(equal(lengthPrefixed(label, ...parts), lengthPrefixed(otherLabel, ...otherParts))).toBe(same);
      }),
      { numRuns: runs(500) },
    );
  });
});
