const anyDigit = /^\p{Nd}$/u;

/** Decimal digits of every script (Arabic, Persian, Devanagari, Burmese, full width, ...) as 0 to 9. */
export function plainDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
}

/**
 * Unicode keeps the ten digits of a script together in rising order, and where sets of ten stand side by side each is
 * complete: so the distance from the first digit of the run, without its tens, is the value.
 */
function digitValue(digit: string): number {
  if (/[0-9]/.test(digit)) return Number(digit);
  const point = digit.codePointAt(0) ?? 0;
  let distance = 0;
  while (anyDigit.test(String.fromCodePoint(point - distance - 1))) distance += 1;
  return distance % 10;
}
