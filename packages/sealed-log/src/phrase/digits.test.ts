import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { newPhrase, type PhraseProblem, parsePhrase, toDigits } from './phrase.ts';

const entropies = fc.uint8Array({ minLength: 16, maxLength: 16 });
const size = { numRuns: runs(60) };

async function readBack(typed: string): Promise<Uint8Array> {
  const result = await parsePhrase(typed, []);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.entropy;
}

async function problemsOf(typed: string): Promise<readonly PhraseProblem[]> {
  const result = await parsePhrase(typed, []);
  return result.ok ? [] : result.error;
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
}

describe('the digit form', () => {
  const shift = (digits: string, zero: number): string =>
    digits.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

  test('is eight groups of six digits that give back the same sixteen bytes', async () => {
    await fc.assert(
      fc.asyncProperty(entropies, async (entropy) => {
        const groups = await toDigits(entropy);
        expect(groups.join(' ')).toMatch(/^(\d{6} ){7}\d{6}$/);
        expect(await readBack(groups.join(' '))).toEqual(entropy);
        expect(await readBack(groups.join(''))).toEqual(entropy);
        expect(
          await readBack(groups.map((group) => `${group.slice(0, 3)}-${group.slice(3)}`).join('\n')),
        ).toEqual(entropy);
      }),
      size,
    );
  });

  test('may be typed in Arabic-Indic, Persian, Burmese, Devanagari or full-width digits', async () => {
    await fc.assert(
      fc.asyncProperty(
        entropies,
        fc.constantFrom(0x660, 0x6f0, 0x1040, 0x966, 0xff10),
        async (entropy, zero) => {
          const groups = await toDigits(entropy);
          expect(await readBack(shift(groups.join(' '), zero))).toEqual(entropy);
        },
      ),
      size,
    );
  });

  test('may be numbered, introduced by a word, or read from the other end of a right-to-left line', async () => {
    await fc.assert(
      fc.asyncProperty(entropies, async (entropy) => {
        const groups = await toDigits(entropy);
        expect(await readBack(groups.map((group, index) => `${index + 1}. ${group}`).join('\n'))).toEqual(
          entropy,
        );
        expect(await readBack(`الرمز: ${groups.join(' ')}`)).toEqual(entropy);
        expect(await readBack(groups.toReversed().join(' '))).toEqual(entropy);
      }),
      size,
    );
  });

  test('has a group with one wrong digit pointed at, always', async () => {
    await fc.assert(
      fc.asyncProperty(
        entropies,
        fc.nat(7),
        fc.nat(5),
        fc.integer({ min: 1, max: 9 }),
        async (entropy, group, digit, by) => {
          const groups = [...(await toDigits(entropy))];
          const digits = Array.from(at(groups, group));
          digits[digit] = String((Number(digits[digit]) + by) % 10);
          groups[group] = digits.join('');
          expect(await problemsOf(groups.join(' '))).toEqual([{ code: 'wrong-groups', places: [group + 1] }]);
        },
      ),
      size,
    );
  });

  test('has a group with two exchanged neighbouring digits pointed at, always', async () => {
    await fc.assert(
      fc.asyncProperty(entropies, fc.nat(7), fc.nat(4), async (entropy, group, digit) => {
        const groups = [...(await toDigits(entropy))];
        const right = at(groups, group);
        const wrong =
          right.slice(0, digit) + right.charAt(digit + 1) + right.charAt(digit) + right.slice(digit + 2);
        fc.pre(wrong !== right);
        groups[group] = wrong;
        expect(await problemsOf(groups.join(' '))).toEqual([{ code: 'wrong-groups', places: [group + 1] }]);
      }),
      size,
    );
  });

  test('has two groups that changed places pointed at, both of them', async () => {
    await fc.assert(
      fc.asyncProperty(entropies, fc.nat(7), fc.nat(7), async (entropy, one, other) => {
        const groups = [...(await toDigits(entropy))];
        const [first, second] = [at(groups, one), at(groups, other)];
        fc.pre(first.slice(0, 5) !== second.slice(0, 5));
        groups[one] = second;
        groups[other] = first;
        const places = [one + 1, other + 1].sort((a, b) => a - b);
        expect(await problemsOf(groups.join(' '))).toEqual([{ code: 'wrong-groups', places }]);
      }),
      size,
    );
  });

  test('has a group that lost or gained a digit pointed at', async () => {
    const groups = [...(await toDigits(newPhrase()))];
    const right = at(groups, 4);
    groups[4] = right.slice(1);
    expect(await problemsOf(groups.join(' '))).toEqual([{ code: 'wrong-groups', places: [5] }]);
    groups[4] = `${right}0`;
    expect(await problemsOf(groups.join(' '))).toEqual([{ code: 'wrong-groups', places: [5] }]);
  });

  test('is told how many digits are missing or too many', async () => {
    const groups = await toDigits(newPhrase());
    expect(await problemsOf(groups.slice(0, 7).join(' '))).toEqual([
      { code: 'too-few-digits', found: 42, expected: 48 },
    ]);
    expect(await problemsOf([...groups, '123456'].join(' '))).toEqual([
      { code: 'too-many-digits', found: 54, expected: 48 },
    ]);
  });

  test('is told of a wrong whole when every group looks right alone', async () => {
    // The bytes are sixteen zeros, whose checksum is 3: the last figure is changed to 4 with a check digit that fits.
    const groups = [...(await toDigits(new Uint8Array(16)))];
    expect(at(groups, 7).slice(0, 5)).toBe('00003');
    const fitting: string[] = [];
    for (let check = 0; check < 10; check += 1) {
      const [problem] = await problemsOf([...groups.slice(0, 7), `00004${check}`].join(' '));
      if (problem?.code === 'wrong-checksum') fitting.push(`00004${check}`);
      else expect(problem).toEqual({ code: 'wrong-groups', places: [8] });
    }
    expect(fitting).toHaveLength(1);
  });
});
