import { plainDigits } from '@leeward/ui/language/digits.ts';

/** A number as she writes it, in the digits of her script; null for anything else. */
export function numberIn(typed: string): number | null {
  const plain = plainDigits(typed.trim()).replace(/[,٫]/g, '.');
  return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(plain) ? Number(plain) : null;
}
