import { describe, expect, it } from 'vitest';
import { joinWait } from './join-wait.ts';

/** How often somebody looks within so many milliseconds. */
function looksWithin(patience: number): number {
  let looks = 0;
  for (let at = 0; at < patience; at += joinWait(at)) looks += 1;
  return looks;
}

describe('looking whether an invitation was opened or confirmed', () => {
  it('is prompt while two people talk, and seldom on a page that was left open', () => {
    expect(joinWait(0)).toBeLessThanOrEqual(3000);
    expect(joinWait(2 * 60_000)).toBeLessThanOrEqual(3000);
    expect(looksWithin(12 * 3_600_000)).toBeLessThan(900);
  });

  it('never stops, and never becomes more frequent', () => {
    let before = 0;
    for (let at = 0; at < 7 * 24 * 3_600_000; at += 600_000) {
      expect(joinWait(at)).toBeGreaterThanOrEqual(before);
      before = joinWait(at);
    }
    expect(before).toBeLessThanOrEqual(60_000);
  });
});
