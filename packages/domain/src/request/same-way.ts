/** So many digits at the end of two numbers make them one: the rest is how a country writes its own. */
const TELLING_DIGITS = 7;
/** Fewer digits than this are no number but part of a name. */
const DIGITS_OF_NUMBER = 6;

/**
 * Whether two people wrote the same number, address or name: in other digits, with or without the prefix of a country,
 * with other spaces. Generous on purpose, and used only to stop: a number that is tapped is tapped for every channel,
 * and one false alarm costs less than one call (handbook, invariant 2).
 */
export function isSameWay(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)];
  if (a === '' || b === '') return false;
  if (a === b) return true;
  const [numberA, numberB] = [numberIn(a), numberIn(b)];
  if (numberA === null || numberB === null) return false;
  const count = Math.min(numberA.length, numberB.length, TELLING_DIGITS);
  return count >= DIGITS_OF_NUMBER && numberA.slice(-count) === numberB.slice(-count);
}

/** Letters and digits alone, small, digits of every script as 0 to 9. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .replace(/[^\p{L}\p{M}\p{N}@]/gu, '');
}

/** The digits of a number; null where letters say that it is something else. */
function numberIn(text: string): string | null {
  const digits = text.replace(/\D/g, '');
  return digits.length >= DIGITS_OF_NUMBER && digits.length >= text.length - 2 ? digits : null;
}

/** Unicode keeps the ten digits of a script together in rising order, and sets of ten that touch are each complete. */
function digitValue(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  let distance = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(point - distance - 1))) distance += 1;
  return distance % 10;
}
