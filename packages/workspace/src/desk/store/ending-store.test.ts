import { describe, expect, it } from 'vitest';
import { endingStore } from './ending-store.ts';
import { memoryStore } from './memory-store.ts';

describe('a store that is ended', () => {
  it('first finishes what was under way, and takes nothing afterwards', async () => {
    const under = memoryStore();
    let letGo = (): void => {};
    const slow = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const { store, end } = endingStore({
      ...under,
      put: async (name, value) => {
        await slow;
        await under.put(name, value);
      },
    });
    const writing = store.put('begun', new Uint8Array([1]));
    let ended = false;
    const ending = end().then(() => {
      ended = true;
    });
    void store.put('later', new Uint8Array([2]));
    void store.addRows([{ log: 'r:1', position: 0, bytes: new Uint8Array([3]) }]);
    await Promise.resolve();
    expect(ended).toBe(false);
    letGo();
    await writing;
    await ending;
    expect(await under.names('')).toEqual(['begun']);
    expect(await under.logs('')).toEqual([]);
  });
});
