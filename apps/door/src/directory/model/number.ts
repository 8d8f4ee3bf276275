import { fold } from '@leeward/directory/search.ts';

/** More than any age or any number of months. */
const LARGEST = 999;

/** The whole number that was typed, in the digits of any script; undefined where there is none. */
export function numberIn(typed: string): number | undefined {
  const digits = fold(typed).replace(/\D/g, '').slice(0, 3);
  return digits === '' ? undefined : Math.min(Number(digits), LARGEST);
}
