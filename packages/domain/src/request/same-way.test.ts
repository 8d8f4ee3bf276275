import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { isSameWay } from './same-way.ts';

const digits = (count: number) =>
  fc.array(fc.nat(9), { minLength: count, maxLength: count }).map((list) => list.join(''));
/** One digit of some script that keeps its ten together. */
const inScript = (zero: number, number: string): string =>
  number.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

describe('a number, an address or a name that she called unsafe', () => {
  it('is met again in any digits, with any prefix and any spaces [invariant 2]', () => {
    const zeros = fc.constantFrom(0x30, 0x660, 0x6f0, 0x966, 0x1040, 0xff10);
    const prefixes = fc.constantFrom('', '+963', '00963 ', '0');
    fc.assert(
      fc.property(digits(9), prefixes, zeros, (number, prefix, zero) => {
        const spaced = `${prefix}${number.slice(0, 3)} ${number.slice(3, 6)}-${number.slice(6)}`;
        expect(isSameWay(number, inScript(zero, spaced))).toBe(true);
        expect(isSameWay(inScript(zero, spaced), number)).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });

  it('is not another number, and never an empty field', () => {
    fc.assert(
      fc.property(digits(9), fc.integer({ min: 2, max: 8 }), (number, at) => {
        const other = `${number.slice(0, at)}${(Number(number[at]) + 1) % 10}${number.slice(at + 1)}`;
        expect(isSameWay(number, other)).toBe(false);
      }),
      { numRuns: runs(200) },
    );
    expect(isSameWay('', '')).toBe(false);
    expect(isSameWay(' - ', '')).toBe(false);
  });

  it('is the same name in capitals and with other signs, and another one in other letters', () => {
    expect(isSameWay('@Sample.Name', '@sample_name')).toBe(true);
    expect(isSameWay('sample@example.org', 'SAMPLE@example.org')).toBe(true);
    expect(isSameWay('name1234567', 'eman1234567')).toBe(false);
    expect(isSameWay('12', '0012')).toBe(false);
  });
});
