import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Health } from './health.ts';
import { openSqlite, openSqliteForReading } from './sqlite/open.ts';
import type { Store } from './store.ts';

export const databaseFile = 'leeward.sqlite';

/** Opens the database beside the relay that serves it, for reading alone: for backups. */
export async function openStoreForReading(config: Pick<Config, 'data' | 'database'>): Promise<Store> {
  if (config.database === 'sqlite') return openSqliteForReading(join(config.data, databaseFile));
  const { openPostgresForReading } = await import('./postgres/open.ts');
  return openPostgresForReading(config.database);
}

/** Opens the database that the configuration names. @throws Error when it cannot be used. */
export async function openStore(
  config: Pick<Config, 'data' | 'database' | 'databaseMaxBytes'>,
  trace?: (event: string) => void,
  healthChanged?: (health: Health) => void,
): Promise<Store> {
  if (config.database === 'sqlite')
    return openSqlite({
      file: join(config.data, databaseFile),
      maxBytes: config.databaseMaxBytes,
      trace,
      healthChanged,
    });
  // Loaded only where it is used: most relays never speak to a database server.
  const { openPostgres } = await import('./postgres/open.ts');
  return openPostgres({ url: config.database, trace, healthChanged });
}
