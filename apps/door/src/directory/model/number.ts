import { fold } from '@leeward/directory/search.ts';

/** As many as an age has. */
const DIGITS = 3;

/** The whole number that was typed, in the digits of any script; undefined where there is none. */
export function numberIn(typed: string): number | undefined {
  const digits = fold(typed).replace(/\D/g, '').slice(0, DIGITS);
  return digits === '' ? undefined : Number(digits);
}
