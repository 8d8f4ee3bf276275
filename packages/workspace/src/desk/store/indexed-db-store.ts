import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import type { DeviceStore, NamedValue } from './device-store.ts';
import {
  answerTo,
  inTransaction,
  openDatabase,
  type StoreName,
  startingWith,
  storeNames,
} from './indexed-db.ts';
import { openPacks } from './pack-store.ts';

/** The store of a browser. Throws when the browser has no IndexedDB or refuses it (private windows of some browsers). */
export async function indexedDbStore(name: string): Promise<DeviceStore> {
  const database = await openDatabase(name);
  const packs = await openPacks(database);
  const read: Read = (from, work) =>
    inTransaction(database, [from], 'readonly', 'default', (transaction) =>
      work(transaction.objectStore(from)),
    );
  const write: Write = (to, work) =>
    // What is acknowledged to a person as "kept here" must survive the battery.
    inTransaction(database, [to], 'readwrite', 'strict', async (transaction) =>
      work(transaction.objectStore(to)),
    );
  return {
    get: async (key) =>
      (await read('values', (store) => answerTo<Bytes | undefined>(store.get(key)))) ?? null,
    put: (key, value) => write('values', (store) => void store.put(value, key)),
    delete: (key) => write('values', (store) => void store.delete(key)),
    names: async (prefix) =>
      (await read('values', (store) => answerTo(store.getAllKeys(startingWith(prefix))))) as string[],
    values: (prefix) =>
      read('values', async (store) => {
        const range = startingWith(prefix);
        const [names, values] = await Promise.all([
          answerTo(store.getAllKeys(range)),
          answerTo<Bytes[]>(store.getAll(range)),
        ]);
        return names.flatMap((key, at): readonly NamedValue[] => {
          const value = values[at];
          return value === undefined ? [] : [{ name: String(key), value }];
        });
      }),
    addRows: (rows, values = [], durable = 'now') => {
      const beside = (store: IDBObjectStore): void => {
        for (const { name: key, value } of values) store.put(value, key);
      };
      return packs.add(rows, durable === 'now' ? 'strict' : 'relaxed', values.length === 0 ? null : beside);
    },
    rowsOf: async (log) => (await packs.rowsOf([log]))[0] ?? [],
    rowsOfAll: packs.rowsOf,
    dropRows: packs.drop,
    logs: async (prefix) => [...(await packs.lengths(prefix)).keys()],
    lengths: packs.lengths,
    deviceSecret: async (salt) => {
      const key = await deviceKey(read, write);
      return new Uint8Array(await crypto.subtle.sign('HMAC', key, salt));
    },
    persistent: async () => (await navigator.storage?.persisted?.()) ?? false,
    wipe: async () => {
      await inTransaction(database, storeNames, 'readwrite', 'strict', async (transaction) => {
        for (const store of storeNames) transaction.objectStore(store).clear();
      });
      packs.cleared();
    },
  };
}

type Read = <T>(from: StoreName, work: (store: IDBObjectStore) => Promise<T>) => Promise<T>;
type Write = (to: StoreName, work: (store: IDBObjectStore) => void) => Promise<void>;

/** A key that the browser holds and does not give out (section 4): made once, lost with the profile. */
async function deviceKey(read: Read, write: Write): Promise<CryptoKey> {
  const held = await read('keys', (store) => answerTo<CryptoKey | undefined>(store.get('device')));
  if (held !== undefined) return held;
  const made = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  await write('keys', (store) => void store.put(made, 'device'));
  return made;
}
