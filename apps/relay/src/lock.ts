import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export type FolderLock = { readonly release: () => void };

export const lockFile = 'relay.lock';

/**
 * Takes a data folder for this process alone. The lock is one of SQLite's, held by the operating system: it ends with
 * the process however that ends, so nothing has to be cleaned up after a crash.
 * @throws Error when another relay, or a restore, holds it.
 */
export function lockFolder(data: string): FolderLock {
  const database = new DatabaseSync(join(data, lockFile), { timeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    throw new Error(`${data} is in use by another relay. Stop that one first, or choose another folder.`, {
      cause: error,
    });
  }
  return { release: () => database.close() };
}
