import { describe, expect, it } from 'vitest';
import { openRateLimits } from './rates.ts';

describe('rates', () => {
  it('let a key ask so often in a minute, fill again evenly, and leave other keys alone', () => {
    let now = 0;
    const rates = openRateLimits(60, 100, () => now);
    for (let count = 0; count < 60; count += 1) expect(rates.take('a')).toBe(0);
    expect(rates.take('a')).toBe(1);
    expect(rates.take('b')).toBe(0);
    now += 1000;
    expect(rates.take('a')).toBe(0);
    expect(rates.take('a')).toBe(1);
    now += 60_000;
    for (let count = 0; count < 60; count += 1) expect(rates.take('a')).toBe(0);
  });

  it('remember a bounded number of keys', () => {
    let now = 0;
    const rates = openRateLimits(2, 10, () => now);
    for (let key = 0; key < 1000; key += 1) {
      now += 1;
      expect(rates.take(String(key))).toBe(0);
    }
  });
});
