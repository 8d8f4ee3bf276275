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
  /** What was not durable is gone, and the store works again: the desk was killed and is opened anew. */
  readonly crash: () => void;
  /** Lets so many writes succeed and fails all that follow; null lets all succeed. */
  readonly failAfter: (writes: number | null, why?: Error) => void;
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

const copyOf = ({ values, rows }: Content): Content => ({
  values: new Map(values),
  rows: new Map([...rows].map(([log, held]) => [log, new Map(held)])),
});

type Change = (content: Content) => void;

export function testStore(from: Content = { values: new Map(), rows: new Map() }): TestStore {
  /** What whoever asks sees, and what is there after a crash. */
  let seen = from;
  const durable = copyOf(from);
  let later: Change[] = [];
  let written = 0;
  let limit: number | null = null;
  let failure: Error | null = null;
  const write = async (change: Change, when: 'now' | 'later' = 'now'): Promise<void> => {
    if (limit !== null && written >= limit) throw failure ?? new StoreDied('the store has died');
    written += 1;
    change(seen);
    later.push(change);
    if (when === 'later') return;
    for (const one of later) one(durable);
    later = [];
  };
  const rowsOf = (log: string): readonly Bytes[] =>
    [...(seen.rows.get(log) ?? new Map<number, Bytes>())]
      .sort(([left], [right]) => left - right)
      .map(([, bytes]) => bytes);
  const namesOf = (prefix: string): readonly string[] =>
    [...seen.values.keys()].filter((name) => name.startsWith(prefix)).sort();
  return {
    get: async (name) => seen.values.get(name) ?? null,
    put: (name, value) => write(({ values }) => void values.set(name, value)),
    delete: (name) => write(({ values }) => void values.delete(name)),
    names: async (prefix) => namesOf(prefix),
    values: async (prefix) =>
      namesOf(prefix).map((name) => ({ name, value: seen.values.get(name) ?? new Uint8Array(0) })),
    addRows: (added, named = [], when) =>
      write(({ rows, values }) => {
        for (const { log, position, bytes } of added) {
          const held = rows.get(log) ?? new Map<number, Bytes>();
          rows.set(log, held.set(position, bytes));
        }
        for (const { name, value } of named) values.set(name, value);
      }, when),
    rowsOf: async (log) => rowsOf(log),
    rowsOfAll: async (logs) => logs.map(rowsOf),
    dropRows: (log, first) =>
      write(({ rows }) => {
        const held = rows.get(log);
        for (const position of [...(held?.keys() ?? [])]) if (position >= first) held?.delete(position);
        if (held?.size === 0) rows.delete(log);
      }),
    logs: async (prefix) => [...seen.rows.keys()].filter((log) => log.startsWith(prefix)),
    lengths: async (prefix) =>
      new Map(
        [...seen.rows].filter(([log]) => log.startsWith(prefix)).map(([log, held]) => [log, held.size]),
      ),
    deviceSecret: async (salt) => new Uint8Array(await crypto.subtle.digest('SHA-256', salt)),
    persistent: async () => true,
    wipe: () =>
      write(({ values, rows }) => {
        values.clear();
        rows.clear();
      }),
    copy: () => testStore(copyOf(seen)),
    writes: () => written,
    failAfter: (count, why) => {
      limit = count === null ? null : written + count;
      failure = why ?? null;
    },
    crash: () => {
      seen = copyOf(durable);
      later = [];
      limit = null;
    },
    tamper: (log, position, change) => {
      const held = seen.rows.get(log)?.get(position);
      if (held === undefined) throw new Error(`nothing at ${log} ${position}`);
      const bytes = change(held.slice());
      for (const content of [seen, durable]) content.rows.get(log)?.set(position, bytes);
    },
    everything: () => [
      ...seen.values.values(),
      ...[...seen.rows.values()].flatMap((held) => [...held.values()]),
    ],
  };
}
