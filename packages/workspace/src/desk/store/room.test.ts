import { describe, expect, it } from 'vitest';
import { memoryStore } from './memory-store.ts';
import { isFull, watchRoom } from './room.ts';

const some = new Uint8Array(3);

/** A store that has room for values or for rows, or for neither, as a test says. */
function small() {
  const room = { rows: true, values: true };
  const store = memoryStore();
  const or = (has: boolean): void => {
    if (!has) throw new DOMException('', 'QuotaExceededError');
  };
  const said: boolean[] = [];
  const watched = watchRoom(
    {
      ...store,
      put: async (name, value) => {
        or(room.values);
        await store.put(name, value);
      },
      addRows: async (rows, values, durable) => {
        or(rows.length > 0 ? room.rows : room.values);
        await store.addRows(rows, values, durable);
      },
    },
    (full) => said.push(full),
  );
  return { room, watched, said };
}

describe('a device without room', () => {
  it('says so once something could not be written, and that there is room when the same could', async () => {
    const { room, watched, said } = small();
    await watched.put('a', some);
    expect(said).toEqual([]);
    room.values = false;
    await expect(watched.put('a', some)).rejects.toThrow();
    expect(said).toEqual([true]);
    room.values = true;
    await watched.put('a', some);
    await watched.put('a', some);
    expect(said).toEqual([true, false]);
  });

  it('is not called roomy because something small could be written', async () => {
    const { room, watched, said } = small();
    room.rows = false;
    await expect(watched.addRows([{ log: 'o', position: 0, bytes: some }])).rejects.toThrow();
    await watched.put('a', some);
    await watched.addRows([], [{ name: 'b', value: some }]);
    expect(said).toEqual([true]);
    room.rows = true;
    await watched.addRows([{ log: 'o', position: 0, bytes: some }]);
    expect(said).toEqual([true, false]);
  });

  it('is told apart from every other failure', async () => {
    expect(isFull(new DOMException('', 'QuotaExceededError'))).toBe(true);
    expect(isFull(new DOMException('', 'InvalidStateError'))).toBe(false);
    expect(isFull('QuotaExceededError')).toBe(false);
  });
});
