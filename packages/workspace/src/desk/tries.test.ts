import { describe, expect, it } from 'vitest';
import { memoryStore } from './store/memory-store.ts';
import { freeTries, noteRight, noteWrong, waitingUntil } from './tries.ts';

const now = Date.UTC(2026, 0, 5, 9);

describe('wrong passphrases', () => {
  it('are free at first, because everybody mistypes, and then wait longer each time, up to a minute [fault 65]', async () => {
    const store = memoryStore();
    const waits: number[] = [];
    let time = now;
    for (let round = 0; round < 100; round += 1) {
      const until = await waitingUntil(store, time);
      waits.push(until === null ? 0 : until - time);
      time = until ?? time;
      expect(await waitingUntil(store, time)).toBeNull();
      await noteWrong(store, time);
    }
    expect(waits.slice(0, freeTries)).toEqual(Array(freeTries).fill(0));
    expect(waits.slice(freeTries, freeTries + 7)).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000]);
    expect(Math.max(...waits)).toBe(60_000);
    // Nothing was taken away for it: the right one opens at once from then on.
    await noteRight(store);
    expect(await waitingUntil(store, time)).toBeNull();
  });

  it('lock nobody out for longer where the clock was set back', async () => {
    const store = memoryStore();
    for (let round = 0; round < 50; round += 1) await noteWrong(store, now + 365 * 24 * 3600_000);
    expect(await waitingUntil(store, now)).toBe(now + 60_000);
  });
});
