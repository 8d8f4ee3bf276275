import { join } from 'node:path';
import type { Config } from '../config.ts';
import { openSqlite } from './sqlite/open.ts';
import type { Store } from './store.ts';

export const databaseFile = 'leeward.sqlite';

/** Opens the database that the configuration names. @throws Error when it cannot be used. */
export function openStore(
  config: Pick<Config, 'data' | 'database' | 'databaseMaxBytes'>,
  trace?: (event: string) => void,
): Promise<Store> {
  return openSqlite({
    file: join(config.data, databaseFile),
    maxBytes: config.databaseMaxBytes,
    trace,
  });
}
