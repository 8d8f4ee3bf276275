import { randomBytes } from '@leeward/sealed-log/wire';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openChallenges } from './challenge.ts';
import { openUsedCounters } from './replay.ts';

const key = randomBytes(32);
const challenge = randomBytes(48);

describe('used counters', () => {
  it('let each counter through once, in any order within the last 64 [fault 38]', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { maxLength: 120 }), (counters) => {
        const used = openUsedCounters(1000, () => 0);
        const seen = new Set<number>();
        let highest = -1;
        for (const counter of counters) {
          const inWindow = highest < 0 || counter > highest - 64;
          const expected = inWindow && !seen.has(counter) ? 'fresh' : 'replayed';
          expect(used.use(key, challenge, 10, counter)).toBe(expected);
          if (expected === 'fresh') seen.add(counter);
          highest = Math.max(highest, counter);
        }
      }),
    );
  });

  it('are counted apart for each key and each challenge', () => {
    const used = openUsedCounters(1000, () => 0);
    expect(used.use(key, challenge, 10, 1)).toBe('fresh');
    expect(used.use(randomBytes(32), challenge, 10, 1)).toBe('fresh');
    expect(used.use(key, randomBytes(48), 10, 1)).toBe('fresh');
    expect(used.use(key, challenge, 10, 1)).toBe('replayed');
  });

  it('never let a replay through when memory runs out: the oldest challenges end instead', () => {
    const used = openUsedCounters(100, () => 0);
    const proofs = Array.from({ length: 400 }, (_, index) => [randomBytes(48), 10 + index] as const);
    for (const [one, expiry] of proofs) expect(used.use(key, one, expiry, 1)).toBe('fresh');
    expect(used.size()).toBeLessThanOrEqual(100);
    for (const [one, expiry] of proofs) expect(used.use(key, one, expiry, 1)).not.toBe('fresh');
  });

  it('are dropped when their challenge is over', () => {
    let now = 0;
    const used = openUsedCounters(10, () => now);
    for (let count = 0; count < 10; count += 1) used.use(key, randomBytes(48), 5, 1);
    now = 6;
    expect(used.use(key, challenge, 5, 1)).toBe('expired');
    expect(used.use(key, challenge, 60, 1)).toBe('fresh');
    expect(used.size()).toBe(1);
  });
});

describe('challenges', () => {
  it('are good for ten minutes, for the relay that gave them, and not after a byte was changed', () => {
    let now = 1_000_000;
    const [ours, theirs] = [openChallenges(() => now), openChallenges(() => now)];
    const given = ours.issue();
    expect(ours.expiryOf(given)).toBe(now + 600);
    expect(theirs.expiryOf(given)).toBeNull();
    for (let index = 0; index < given.length; index += 1) {
      const changed = given.slice();
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(ours.expiryOf(changed)).toBeNull();
    }
    now += 600;
    expect(ours.expiryOf(given)).toBeNull();
  });
});
