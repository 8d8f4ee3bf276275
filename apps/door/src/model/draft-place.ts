import type { DraftPlace } from '@leeward/workspace/door/kept-draft.ts';

/*
 * One sealed draft in the browser's own store. The store exists only while a draft does: without one, this page leaves
 * nothing on the phone, not even an empty drawer.
 */

/** Says nothing to whoever finds it. */
const NAME = 'notes';
const KEY = 1;

export const draftPlace: DraftPlace = {
  holds: async () => {
    try {
      // Looking must not make: `databases` lists, opening would create.
      const listed = await indexedDB.databases?.();
      if (listed !== undefined) return listed.some(({ name }) => name === NAME);
      return await isThere();
    } catch {
      return false;
    }
  },
  read: async () => {
    if (!(await draftPlace.holds())) return null;
    const found = await inStore('readonly', (store) => store.get(KEY));
    return found instanceof Uint8Array ? new Uint8Array(found) : null;
  },
  write: async (sealed) => {
    await inStore('readwrite', (store) => store.put(sealed, KEY));
  },
  remove: () =>
    new Promise((resolve, reject) => {
      const asked = indexedDB.deleteDatabase(NAME);
      asked.onsuccess = () => resolve();
      asked.onerror = () => reject(asked.error);
      // Every connection of this page is closed after its use; another window's closes when it is told.
      asked.onblocked = () => resolve();
    }),
};

async function inStore<Value>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const base = await opened();
  try {
    return await new Promise((resolve, reject) => {
      // Strict: it has reached the disk when it says so. A battery may die a second later.
      const transaction = base.transaction(NAME, mode, { durability: 'strict' });
      const asked = act(transaction.objectStore(NAME));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('not kept'));
    });
  } finally {
    base.close();
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(NAME);
    asked.onsuccess = () => {
      asked.result.onversionchange = () => asked.result.close();
      resolve(asked.result);
    };
    asked.onerror = () => reject(asked.error);
  });
}

/** For browsers that cannot list: opens, and takes back the creation where there was nothing. */
function isThere(): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = indexedDB.open(NAME);
    asked.onupgradeneeded = () => asked.transaction?.abort();
    asked.onsuccess = () => {
      asked.result.close();
      resolve(true);
    };
    asked.onerror = () => resolve(false);
  });
}
