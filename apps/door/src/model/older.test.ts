import { describe, expect, it } from 'vitest';
import { fillIn } from './older.ts';

/** An array that knows only what it is given. */
function oldArray(...values: readonly number[]) {
  const prototype = Object.create(null) as object;
  fillIn(prototype);
  return Object.assign(Object.create(prototype) as number[], { ...values, length: values.length });
}

describe('an older phone', () => {
  it('finds the last of a list as newer ones do', () => {
    const old = oldArray(1, 4, 6, 7);
    expect(old.findLast((value) => value % 2 === 0)).toBe(6);
    expect(old.findLastIndex((value) => value % 2 === 0)).toBe(2);
    expect(old.findLast((value) => value > 9)).toBeUndefined();
    expect(old.findLastIndex((value) => value > 9)).toBe(-1);
    expect(oldArray().findLast(() => true)).toBeUndefined();
  });

  it('keeps its own where it has one', () => {
    const own = (): number => 1;
    const prototype = { findLast: own };
    fillIn(prototype);
    expect(prototype.findLast).toBe(own);
  });
});
