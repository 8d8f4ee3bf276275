import { describe, expect, it } from 'vitest';
import { numberIn } from './number.ts';

describe('a number as she writes it', () => {
  it.each([
    ['12', 12],
    [' -3 ', -3],
    ['١٢', 12],
    ['۱۲٫۵', 12.5],
    ['၁၂', 12],
    ['१२', 12],
    ['1,5', 1.5],
    ['0.25', 0.25],
  ])('%s is read', (typed, number) => {
    expect(numberIn(typed)).toBe(number);
  });

  it.each(['', 'twelve', '1e9', '1.2.3', '12 34', '0x10', '-', '１0000000000000000'])(
    '%s is not taken for one',
    (typed) => {
      expect(numberIn(typed)).toBe(null);
    },
  );
});
