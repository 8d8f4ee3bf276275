/**
 * A code printed on paper that opens a recovery file or wraps a trustee's share: 160 random bits as eight groups of
 * five characters, in the alphabet of Crockford (no I, L, O, U). The fifth character of a group is a check over the
 * group's place and its four others, so that a wrong group is named and groups that changed places are noticed.
 */
import { type Bytes, randomBytes } from '../crypto/bytes.ts';
import { err, ok, type Result } from '../crypto/result.ts';
import { bytesToNumber, fromFigures, numberToBytes, toFigures } from './bits.ts';
import { plainDigits } from './normalise.ts';

export const RECOVERY_CODE_BYTES = 20;
const GROUPS = 8;
const VALUES_OF_GROUP = 4;
const CHARACTERS_OF_GROUP = VALUES_OF_GROUP + 1;
const ALL_CHARACTERS = GROUPS * CHARACTERS_OF_GROUP;
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What eyes confuse, and the Cyrillic letters that look the same: read as the character that was printed. */
const SEEN = 'OILАВЕКМНОРСТУХ';
const MEANT = '011ABEKMH0PCTYX';
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  Array.from(SEEN, (letter, index) => [letter, MEANT.charAt(index)]),
);

export type RecoveryCodeProblem =
  | { readonly code: 'empty' }
  /** The groups at these places (1 to 8) were not copied as they are printed. */
  | { readonly code: 'wrong-groups'; readonly places: readonly number[] }
  | { readonly code: 'too-short' | 'too-long'; readonly found: number; readonly expected: number };

/** Twenty bytes from the platform's generator. */
export function newRecoveryCode(): Bytes {
  return randomBytes(RECOVERY_CODE_BYTES);
}

/** The eight groups to print. @throws RangeError for anything but 20 bytes. */
export function printRecoveryCode(bytes: Uint8Array): readonly string[] {
  if (bytes.length !== RECOVERY_CODE_BYTES) throw new RangeError('a recovery code has exactly 20 bytes');
  const values = toFigures(bytesToNumber(bytes), ALPHABET.length, GROUPS * VALUES_OF_GROUP);
  return Array.from({ length: GROUPS }, (_, index) => {
    const group = values.slice(index * VALUES_OF_GROUP, (index + 1) * VALUES_OF_GROUP);
    return [...group, checkValue(group, index + 1)].map((value) => ALPHABET.charAt(value)).join('');
  });
}

/** Reads a printed code back, in small letters, with other digits, grouped in any way; confused letters are mended. */
export function parseRecoveryCode(typed: string): Result<Bytes, RecoveryCodeProblem> {
  const runs = charactersOf(typed);
  const characters = runs.join('');
  if (characters === '') return err({ code: 'empty' });
  if (characters.length !== ALL_CHARACTERS && runs.length !== GROUPS) {
    const code = characters.length < ALL_CHARACTERS ? 'too-short' : 'too-long';
    return err({ code, found: characters.length, expected: ALL_CHARACTERS });
  }
  // Groups as they were typed where there are eight of them, so that one that lost a character is the one named.
  const groups = runs.length === GROUPS ? runs : inGroups(characters);
  const values = groups.map((group) => Array.from(group, (character) => ALPHABET.indexOf(character)));
  const places = values.flatMap((group, index) => (holds(group, index + 1) ? [] : [index + 1]));
  if (places.length > 0) return err({ code: 'wrong-groups', places });
  const figures = values.flatMap((group) => group.slice(0, VALUES_OF_GROUP));
  return ok(numberToBytes(fromFigures(figures, ALPHABET.length), RECOVERY_CODE_BYTES));
}

/** Letters and digits in runs, in the alphabet as far as they can be; others stay and make their group wrong. */
function charactersOf(typed: string): readonly string[] {
  const text = plainDigits(typed.normalize('NFKC')).toUpperCase();
  const mended = Array.from(text, (letter) => LOOKALIKES.get(letter) ?? letter);
  return mended.join('').match(/[\p{L}\p{N}]+/gu) ?? [];
}

function inGroups(characters: string): readonly string[] {
  return Array.from({ length: GROUPS }, (_, index) =>
    characters.slice(index * CHARACTERS_OF_GROUP, (index + 1) * CHARACTERS_OF_GROUP),
  );
}

function holds(group: readonly number[], place: number): boolean {
  return (
    group.length === CHARACTERS_OF_GROUP &&
    group.every((value) => value >= 0) &&
    checkValue(group.slice(0, VALUES_OF_GROUP), place) === group[VALUES_OF_GROUP]
  );
}

/**
 * A weighted sum in the field of 32 elements, the place first: c = a·place + a²·v1 + a³·v2 + a⁴·v3 + a⁵·v4. All weights
 * differ from each other and from the check's own (1), so every wrong character and every exchange of two is caught.
 */
function checkValue(values: readonly number[], place: number): number {
  return [place, ...values].reduceRight((sum, value) => timesA(sum ^ value), 0);
}

/** Multiplies by the generator a in GF(32), with x⁵ = x² + 1. */
function timesA(value: number): number {
  const shifted = value << 1;
  return shifted < 32 ? shifted : shifted ^ 0b100101;
}
