/**
 * The digit form of a phrase, for every language and every keyboard: eight groups of six digits.
 *
 * The 132 bits of the words (128 and the checksum) are written as eight figures of base 100,000: five digits each.
 * The sixth digit of a group is a Damm check over the group's place and its five digits. Damm catches every single
 * wrong digit and every exchange of two neighbours, and because the place takes part, two groups that changed
 * places are pointed at as well. What slips through a check digit still meets the checksum of the whole.
 */
import type { Bytes } from '../crypto/bytes.ts';
import { err, ok, type Result } from '../crypto/result.ts';
import { fromFigures, toFigures, withChecksum, withoutChecksum } from './bits.ts';
import { plainDigits } from './normalise.ts';

export const DIGIT_GROUPS = 8;
const DIGITS_OF_VALUE = 5;
const DIGITS_OF_GROUP = DIGITS_OF_VALUE + 1;
const ALL_DIGITS = DIGIT_GROUPS * DIGITS_OF_GROUP;
const VALUES = 100_000;

export type DigitProblem =
  /** The groups at these places (1 to 8) cannot be right: a wrong digit, or they stand in each other's place. */
  | { readonly code: 'wrong-groups'; readonly places: readonly number[] }
  | { readonly code: 'too-few-digits' | 'too-many-digits'; readonly found: number; readonly expected: number }
  /** Every group looks right alone, the whole does not. */
  | { readonly code: 'wrong-checksum' };

/** The quasigroup of order 10 that Damm gives in his thesis: totally anti-symmetric, zero on the diagonal. */
const DAMM: readonly string[] = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

function checkDigit(digits: string): string {
  let carried = '0';
  for (const digit of digits) carried = DAMM[Number(carried)]?.[Number(digit)] ?? '0';
  return carried;
}

function holds(group: string, place: number): boolean {
  return group.length === DIGITS_OF_GROUP && checkDigit(`${place}${group}`) === '0';
}

/** The eight groups of six digits that stand for these 16 bytes. */
export async function toDigits(entropy: Uint8Array): Promise<readonly string[]> {
  const figures = toFigures(await withChecksum(entropy), VALUES, DIGIT_GROUPS);
  return figures.map((figure, index) => {
    const value = String(figure).padStart(DIGITS_OF_VALUE, '0');
    return value + checkDigit(`${index + 1}${value}`);
  });
}

/** "1. 123456 2. 234567": numbers that only count the groups are not part of them. */
function withoutNumbering(runs: readonly string[]): readonly string[] {
  const counted =
    runs.length % 2 === 0 && runs.every((run, at) => at % 2 === 1 || Number(run) === at / 2 + 1);
  return counted ? runs.filter((_, at) => at % 2 === 1) : runs;
}

function intoGroups(digits: string): readonly string[] {
  return digits.match(new RegExp(`\\d{${DIGITS_OF_GROUP}}`, 'g')) ?? [];
}

/** Reads the digit form back, in the digits of any script, however it is grouped, numbered or broken into lines. */
export async function parseDigits(typed: string): Promise<Result<Bytes, DigitProblem>> {
  const runs = withoutNumbering(plainDigits(typed.normalize('NFKC')).match(/\d+/g) ?? []);
  const digits = runs.join('');
  if (digits.length !== ALL_DIGITS) {
    // Eight groups, one of them too short or too long: then it is known which one to look at again.
    if (runs.length === DIGIT_GROUPS) return err(wrongGroups(runs));
    const code = digits.length < ALL_DIGITS ? 'too-few-digits' : 'too-many-digits';
    return err({ code, found: digits.length, expected: ALL_DIGITS });
  }
  let groups = runs.length === DIGIT_GROUPS ? runs : intoGroups(digits);
  // In a right-to-left line the groups may have been read from the other end; only one order satisfies the checks.
  const backwards = [...groups].reverse();
  if (backwards.every((group, index) => holds(group, index + 1))) groups = backwards;
  if (!groups.every((group, index) => holds(group, index + 1))) return err(wrongGroups(groups));
  const figures = groups.map((group) => Number(group.slice(0, DIGITS_OF_VALUE)));
  const entropy = await withoutChecksum(fromFigures(figures, VALUES));
  return entropy === undefined ? err({ code: 'wrong-checksum' }) : ok(entropy);
}

function wrongGroups(groups: readonly string[]): DigitProblem {
  const places = groups.flatMap((group, index) => (holds(group, index + 1) ? [] : [index + 1]));
  return { code: 'wrong-groups', places };
}
