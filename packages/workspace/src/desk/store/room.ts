import type { DeviceStore } from './device-store.ts';

/*
 * A device whose storage is full can still show what it holds, and can keep nothing more. That is no bug and no lost
 * line: it is said as what it is, for as long as it lasts.
 */

/** What browsers call it, also old ones. */
const names: ReadonlySet<string> = new Set(['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED']);

/** Whether a write failed because there is no room. */
export const isFull = (error: unknown): boolean => error instanceof Error && names.has(error.name);

/**
 * A store that tells when it becomes full and when there is room again. Rows and values are watched apart: a small value
 * may still find room where rows do not, and says nothing about them.
 */
export function watchRoom(store: DeviceStore, changed: (full: boolean) => void): DeviceStore {
  const failing = new Set<'rows' | 'values'>();
  const watched = async (what: 'rows' | 'values', write: () => Promise<void>): Promise<void> => {
    try {
      await write();
    } catch (error) {
      if (isFull(error)) {
        failing.add(what);
        changed(true);
      }
      throw error;
    }
    if (failing.delete(what)) changed(failing.size > 0);
  };
  return {
    ...store,
    put: (name, value) => watched('values', () => store.put(name, value)),
    addRows: (rows, values, durable) =>
      watched(rows.length > 0 ? 'rows' : 'values', () => store.addRows(rows, values, durable)),
  };
}
