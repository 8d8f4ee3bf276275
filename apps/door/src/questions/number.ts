/** The value of a digit of any script; each script's ten stand together in Unicode, from zero on. */
function digit(character: string): string {
  if (/[0-9]/.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

/** A number as she writes it, in the digits of her script; null for anything else. */
export function numberIn(typed: string): number | null {
  const plain = typed
    .trim()
    .replace(/\p{Nd}/gu, digit)
    .replace(/[,٫]/g, '.');
  return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(plain) ? Number(plain) : null;
}
