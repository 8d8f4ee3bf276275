/** What a desk needs of a browser's database, with promises in place of events. */

const version = 2;
export const storeNames = ['values', 'packs', 'keys'] as const;
export type StoreName = (typeof storeNames)[number];

export function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      for (const store of storeNames)
        if (!request.result.objectStoreNames.contains(store)) request.result.createObjectStore(store);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no storage'));
    request.onblocked = () => reject(new Error('another tab holds an older version'));
  });
}

/** The answer to one request. Inside a transaction nothing else may be awaited: it would end meanwhile. */
export function answerTo<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser gave nothing'));
  });
}

/** Begins a transaction at once, so that those that follow see it, and resolves when it is complete. */
export function inTransaction<T>(
  database: IDBDatabase,
  scope: readonly StoreName[],
  mode: IDBTransactionMode,
  durability: IDBTransactionDurability,
  work: (transaction: IDBTransaction) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(scope, mode, { durability });
  const complete = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('the browser kept nothing'));
  });
  const worked = work(transaction).catch((error: unknown) => {
    // Where the browser has ended the transaction already, its own reason says more.
    if (transaction.error === null) transaction.abort();
    throw error;
  });
  return Promise.all([worked, complete]).then(([result]) => result);
}

export const startingWith = (prefix: string): IDBKeyRange => IDBKeyRange.bound(prefix, `${prefix}\uffff`);
