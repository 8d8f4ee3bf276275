import type { Bytes } from '@leeward/sealed-log/wire';
import type { DeviceStore } from '@leeward/workspace/desk/store/device-store.ts';

/**
 * A device's store in memory that can be copied like a disk image, and that can die at a given write: what was written
 * before is there when the desk is opened again, nothing of the write itself, and whoever was writing gets an error.
 */
export type TestStore = DeviceStore & {
  /** A copy of what is durable now. */
  readonly copy: () => TestStore;
  /** Writes so far. */
  readonly writes: () => number;
  /** Lets so many writes succeed and fails all that follow; null lets all succeed. */
  readonly failAfter: (writes: number | null) => void;
  /** Changes a stored row, as somebody with the disk in his hands could (fault 28). */
  readonly tamper: (log: string, position: number, change: (bytes: Bytes) => Bytes) => void;
  /** Everything in it, for looking for what must not be there. */
  readonly everything: () => readonly Bytes[];
};

/** The store stopped working: a full disk, or the moment in which the process was killed. */
export class StoreDied extends Error {}

type Content = {
  readonly values: Map<string, Bytes>;
  readonly rows: Map<string, Map<number, Bytes>>;
};

export function testStore(from: Content = { values: new Map(), rows: new Map() }): TestStore {
  const { values, rows } = from;
  let written = 0;
  let limit: number | null = null;
  const write = (work: () => void): Promise<void> => {
    if (limit !== null && written >= limit) return Promise.reject(new StoreDied('the store has died'));
    written += 1;
    work();
    return Promise.resolve();
  };
  return {
    get: async (name) => values.get(name) ?? null,
    put: (name, value) => write(() => void values.set(name, value)),
    delete: (name) => write(() => void values.delete(name)),
    names: async (prefix) => [...values.keys()].filter((name) => name.startsWith(prefix)).sort(),
    addRows: (added, named = []) =>
      write(() => {
        for (const { log, position, bytes } of added) {
          const held = rows.get(log) ?? new Map<number, Bytes>();
          held.set(position, bytes);
          rows.set(log, held);
        }
        for (const { name, value } of named) values.set(name, value);
      }),
    rowsOf: async (log) =>
      [...(rows.get(log) ?? new Map<number, Bytes>())]
        .sort(([left], [right]) => left - right)
        .map(([, bytes]) => bytes),
    dropRows: (log, first) =>
      write(() => {
        const held = rows.get(log);
        for (const position of [...(held?.keys() ?? [])]) if (position >= first) held?.delete(position);
        if (held?.size === 0) rows.delete(log);
      }),
    logs: async (prefix) => [...rows.keys()].filter((log) => log.startsWith(prefix)),
    deviceSecret: async (salt) => new Uint8Array(await crypto.subtle.digest('SHA-256', salt)),
    persistent: async () => true,
    wipe: () =>
      write(() => {
        values.clear();
        rows.clear();
      }),
    copy: () =>
      testStore({
        values: new Map(values),
        rows: new Map([...rows].map(([log, held]) => [log, new Map(held)])),
      }),
    writes: () => written,
    failAfter: (count) => {
      limit = count === null ? null : written + count;
    },
    tamper: (log, position, change) => {
      const held = rows.get(log)?.get(position);
      if (held === undefined) throw new Error(`nothing at ${log} ${position}`);
      rows.get(log)?.set(position, change(held.slice()));
    },
    everything: () => [...values.values(), ...[...rows.values()].flatMap((held) => [...held.values()])],
  };
}
