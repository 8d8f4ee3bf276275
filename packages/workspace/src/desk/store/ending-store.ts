import type { DeviceStore } from './device-store.ts';

/**
 * A store that can be ended: afterwards nothing is written by whoever still holds it, and `end` waits for what was under
 * way. What is asked later is never answered, as if the window had been closed at that moment.
 */
export function endingStore(store: DeviceStore): {
  readonly store: DeviceStore;
  readonly end: () => Promise<void>;
} {
  const underWay = new Set<Promise<unknown>>();
  let ended = false;
  const guarded =
    <Args extends readonly unknown[], T>(act: (...args: Args) => Promise<T>) =>
    (...args: Args): Promise<T> => {
      if (ended) return new Promise<T>(() => {});
      const acting = act(...args);
      underWay.add(acting);
      const done = (): void => void underWay.delete(acting);
      acting.then(done, done);
      return acting;
    };
  return {
    store: {
      get: guarded(store.get),
      put: guarded(store.put),
      delete: guarded(store.delete),
      names: guarded(store.names),
      values: guarded(store.values),
      addRows: guarded(store.addRows),
      rowsOf: guarded(store.rowsOf),
      rowsOfAll: guarded(store.rowsOfAll),
      dropRows: guarded(store.dropRows),
      logs: guarded(store.logs),
      lengths: guarded(store.lengths),
      deviceSecret: guarded(store.deviceSecret),
      persistent: guarded(store.persistent),
      wipe: guarded(store.wipe),
    },
    end: async () => {
      ended = true;
      await Promise.allSettled([...underWay]);
    },
  };
}
