import { describe, expect, it } from 'vitest';
import { numberIn } from './number.ts';
import { today } from './today.ts';

describe('what she types and where she is', () => {
  it('gives the day of her own calendar, not that of Greenwich', () => {
    expect(today(new Date(2026, 0, 5, 0, 30))).toBe('2026-01-05');
    expect(today(new Date(2026, 10, 21, 23, 59))).toBe('2026-11-21');
  });

  it('reads a number in the digits of any script, and none where there is none', () => {
    expect(['35', '٣٥', '۳۵', ' 35 years'].map(numberIn)).toEqual([35, 35, 35, 35]);
    expect(['', 'x', '-'].map(numberIn)).toEqual([undefined, undefined, undefined]);
    expect(numberIn('12345')).toBe(123);
  });
});
