import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { newRecoveryCode, parseRecoveryCode, printRecoveryCode } from './recoveryCode.ts';

const codes = fc.uint8Array({ minLength: 20, maxLength: 20 });
const size = { numRuns: runs(200) };
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function read(typed: string): Uint8Array {
  const result = parseRecoveryCode(typed);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function at(groups: readonly string[], index: number): string {
  return groups[index] ?? '';
}

describe('a printed recovery code', () => {
  test('is eight groups of five characters that give back the same twenty bytes', async () => {
    await fc.assert(
      fc.property(codes, (bytes) => {
        const groups = printRecoveryCode(bytes);
        expect(groups.join('-')).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/);
        expect(read(groups.join('-'))).toEqual(bytes);
      }),
      size,
    );
  });

  test('may be typed small, without groups, in odd groups and in Arabic digits', async () => {
    await fc.assert(
      fc.property(codes, (bytes) => {
        const text = printRecoveryCode(bytes).join('');
        expect(read(text.toLowerCase())).toEqual(bytes);
        expect(read(text.match(/.{1,4}/g)?.join('\n') ?? '')).toEqual(bytes);
        expect(read(text.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit))))).toEqual(
          bytes,
        );
      }),
      size,
    );
  });

  test('is read right where O stands for 0, I or L for 1, or a Cyrillic letter for its twin', async () => {
    await fc.assert(
      fc.property(codes, fc.constantFrom('I', 'l', 'i', 'L'), (bytes, one) => {
        const text = printRecoveryCode(bytes).join(' ');
        expect(read(text.replaceAll('0', 'o').replaceAll('1', one))).toEqual(bytes);
        expect(read(text.replaceAll('A', 'А').replaceAll('C', 'с').replaceAll('0', 'О'))).toEqual(bytes);
      }),
      size,
    );
  });

  test('has a group with one wrong character named, always', async () => {
    const change = fc.record({ group: fc.nat(7), character: fc.nat(4), by: fc.integer({ min: 1, max: 31 }) });
    await fc.assert(
      fc.property(codes, change, (bytes, { group, character, by }) => {
        const groups = [...printRecoveryCode(bytes)];
        const characters = Array.from(at(groups, group));
        characters[character] = ALPHABET.charAt((ALPHABET.indexOf(characters[character] ?? '') + by) % 32);
        groups[group] = characters.join('');
        const problem = { code: 'wrong-groups', places: [group + 1] };
        expect(parseRecoveryCode(groups.join('-'))).toEqual({ ok: false, error: problem });
        expect(parseRecoveryCode(groups.join(''))).toEqual({ ok: false, error: problem });
      }),
      size,
    );
  });

  test('has a group with any two exchanged characters named, always', async () => {
    await fc.assert(
      fc.property(codes, fc.nat(7), fc.nat(4), fc.nat(4), (bytes, group, one, other) => {
        const groups = [...printRecoveryCode(bytes)];
        const characters = Array.from(at(groups, group));
        const [first = '', second = ''] = [characters[one], characters[other]];
        fc.pre(first !== second);
        characters[one] = second;
        characters[other] = first;
        groups[group] = characters.join('');
        expect(parseRecoveryCode(groups.join(' '))).toEqual({
          ok: false,
          error: { code: 'wrong-groups', places: [group + 1] },
        });
      }),
      size,
    );
  });

  test('has two groups that changed places named, both of them', async () => {
    await fc.assert(
      fc.property(codes, fc.nat(7), fc.nat(7), (bytes, one, other) => {
        fc.pre(one !== other);
        const groups = [...printRecoveryCode(bytes)];
        const [first, second] = [at(groups, one), at(groups, other)];
        groups[one] = second;
        groups[other] = first;
        const places = [one + 1, other + 1].sort((a, b) => a - b);
        expect(parseRecoveryCode(groups.join(' '))).toEqual({
          ok: false,
          error: { code: 'wrong-groups', places },
        });
      }),
      size,
    );
  });

  test('has a group that lost a character or holds a strange one named', () => {
    const groups = [...printRecoveryCode(newRecoveryCode())];
    const right = at(groups, 2);
    for (const wrong of [right.slice(1), `${right}7`, `${right.slice(0, 4)}U`, `${right.slice(0, 4)}ß`]) {
      groups[2] = wrong;
      expect(parseRecoveryCode(groups.join(' '))).toEqual({
        ok: false,
        error: { code: 'wrong-groups', places: [3] },
      });
    }
  });

  test('is told to be too short, too long or empty', () => {
    const groups = printRecoveryCode(newRecoveryCode());
    expect(parseRecoveryCode(groups.slice(1).join('-'))).toEqual({
      ok: false,
      error: { code: 'too-short', found: 35, expected: 40 },
    });
    expect(parseRecoveryCode([...groups, '00000'].join('-'))).toEqual({
      ok: false,
      error: { code: 'too-long', found: 45, expected: 40 },
    });
    expect(parseRecoveryCode(' - ')).toEqual({ ok: false, error: { code: 'empty' } });
  });

  test('gets an answer and never an exception, whatever was typed', async () => {
    await fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (typed) => {
        const result = parseRecoveryCode(typed);
        expect(result.ok ? result.value.length : result.error.code).toBeTruthy();
      }),
      size,
    );
  });

  test('is frozen: a sheet printed today is read by any later version', () => {
    expect(printRecoveryCode(Uint8Array.from({ length: 20 }, (_, index) => index * 13)).join('-')).toBe(
      '006HJ-M9SMV-85750-PT3NA-GA7SQ-SADPQ-RF8DY-VTQQE',
    );
  });

  test('is never printed from anything but twenty bytes', () => {
    expect(() => printRecoveryCode(new Uint8Array(32))).toThrow(RangeError);
  });
});
