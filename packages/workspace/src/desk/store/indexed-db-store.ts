import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import type { DeviceStore, NamedValue, StoredRow } from './device-store.ts';

const version = 1;

/** The store of a browser. Throws when the browser has no IndexedDB or refuses it (private windows of some browsers). */
export async function indexedDbStore(name: string): Promise<DeviceStore> {
  const database = await opened(name);
  const run = <T>(mode: IDBTransactionMode, work: (transaction: IDBTransaction) => () => T): Promise<T> =>
    new Promise((resolve, reject) => {
      // What is acknowledged to a person as "kept here" must survive the battery.
      const transaction = database.transaction(['values', 'rows', 'keys'], mode, { durability: 'strict' });
      const result = work(transaction);
      transaction.oncomplete = () => resolve(result());
      transaction.onabort = () => reject(transaction.error ?? new Error('the browser kept nothing'));
    });
  const read = <T>(from: string, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    run('readonly', (transaction) => {
      const request = ask(transaction.objectStore(from));
      return () => request.result;
    });
  const startingWith = (prefix: string): IDBKeyRange => IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  return {
    get: async (key) => (await read<Bytes | undefined>('values', (store) => store.get(key))) ?? null,
    put: (key, value) =>
      run('readwrite', (transaction) => {
        transaction.objectStore('values').put(value, key);
        return () => undefined;
      }),
    delete: (key) =>
      run('readwrite', (transaction) => {
        transaction.objectStore('values').delete(key);
        return () => undefined;
      }),
    names: async (prefix) =>
      (await read('values', (store) => store.getAllKeys(startingWith(prefix)))) as string[],
    addRows: (rows: readonly StoredRow[], values: readonly NamedValue[] = []) =>
      run('readwrite', (transaction) => {
        const store = transaction.objectStore('rows');
        for (const { log, position, bytes } of rows) store.put(bytes, [log, position]);
        for (const { name: key, value } of values) transaction.objectStore('values').put(value, key);
        return () => undefined;
      }),
    rowsOf: (log) => read<Bytes[]>('rows', (store) => store.getAll(ofLog(log, 0))),
    dropRows: (log, from) =>
      run('readwrite', (transaction) => {
        transaction.objectStore('rows').delete(ofLog(log, from));
        return () => undefined;
      }),
    logs: (prefix) => logsFrom(database, prefix),
    deviceSecret: async (salt) => {
      const key = await deviceKey(run);
      return new Uint8Array(await crypto.subtle.sign('HMAC', key, salt));
    },
    persistent: async () => (await navigator.storage?.persist?.()) ?? false,
    wipe: () =>
      run('readwrite', (transaction) => {
        for (const store of ['values', 'rows', 'keys']) transaction.objectStore(store).clear();
        return () => undefined;
      }),
  };
}

const ofLog = (log: string, from: number): IDBKeyRange => IDBKeyRange.bound([log, from], [log, 2 ** 48]);

function opened(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      for (const store of ['values', 'rows', 'keys']) request.result.createObjectStore(store);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no storage'));
    request.onblocked = () => reject(new Error('another tab holds an older version'));
  });
}

/** The names of logs, by jumping from one to the next instead of reading every row. */
function logsFrom(database: IDBDatabase, prefix: string): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const found: string[] = [];
    const range = IDBKeyRange.bound([prefix], [`${prefix}\uffff`]);
    const request = database.transaction('rows').objectStore('rows').openKeyCursor(range);
    request.onerror = () => reject(request.error ?? new Error('no storage'));
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null) {
        resolve(found);
        return;
      }
      const [log] = cursor.key as [string, number];
      found.push(log);
      cursor.continue([log, 2 ** 48]);
    };
  });
}

type Run = <T>(mode: IDBTransactionMode, work: (transaction: IDBTransaction) => () => T) => Promise<T>;

/** A key that the browser holds and does not give out (section 4): made once, lost with the profile. */
async function deviceKey(run: Run): Promise<CryptoKey> {
  const held = await run('readonly', (transaction) => {
    const request = transaction.objectStore('keys').get('device');
    return () => request.result as CryptoKey | undefined;
  });
  if (held !== undefined) return held;
  const made = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  await run('readwrite', (transaction) => {
    transaction.objectStore('keys').put(made, 'device');
    return () => undefined;
  });
  return made;
}
