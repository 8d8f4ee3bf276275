import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { randomBytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { derive } from '@leeward/sealed-log/crypto/hkdf.ts';
import type { DeviceStore } from './device-store.ts';

/** A store that lives as long as the process: for tests, benches and the command line. */
export function memoryStore(): DeviceStore {
  const values = new Map<string, Bytes>();
  const rows = new Map<string, Map<number, Bytes>>();
  const secret = randomBytes(32);
  const rowsOf = (log: string): readonly Bytes[] =>
    [...(rows.get(log) ?? new Map<number, Bytes>())]
      .sort(([left], [right]) => left - right)
      .map(([, bytes]) => bytes);
  const logsOf = (prefix: string) =>
    [...rows].filter(([log, held]) => log.startsWith(prefix) && held.size > 0);
  return {
    get: async (name) => values.get(name) ?? null,
    put: async (name, value) => void values.set(name, value),
    delete: async (name) => void values.delete(name),
    names: async (prefix) => [...values.keys()].filter((name) => name.startsWith(prefix)).sort(),
    values: async (prefix) =>
      [...values]
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, value]) => ({ name, value }))
        .sort((left, right) => (left.name < right.name ? -1 : 1)),
    addRows: async (added, named = []) => {
      for (const { log, position, bytes } of added) {
        const held = rows.get(log) ?? new Map<number, Bytes>();
        held.set(position, bytes);
        rows.set(log, held);
      }
      for (const { name, value } of named) values.set(name, value);
    },
    rowsOf: async (log) => rowsOf(log),
    rowsOfAll: async (logs) => logs.map(rowsOf),
    dropRows: async (log, from) => {
      for (const position of [...(rows.get(log)?.keys() ?? [])])
        if (position >= from) rows.get(log)?.delete(position);
    },
    logs: async (prefix) => logsOf(prefix).map(([log]) => log),
    lengths: async (prefix) => new Map(logsOf(prefix).map(([log, held]) => [log, held.size])),
    deviceSecret: (salt) => derive(secret, 'memory store', salt),
    persistent: async () => false,
    wipe: async () => {
      values.clear();
      rows.clear();
    },
  };
}
