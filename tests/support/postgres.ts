import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { findPostgres, startPostgres } from '../../scripts/testing/postgres.ts';

/** A PostgreSQL database for tests: the one of `npm test`, or, in a run by hand, a server of this run's own. */
export type TestDatabase = { readonly url: string; readonly stop: () => Promise<void> };

let made = 0;

/**
 * A fresh, empty database. @throws Error where no server can be found.
 */
export async function newDatabase(): Promise<TestDatabase> {
  const given = process.env['LEEWARD_POSTGRES_URL'];
  const server =
    given === undefined || given === '' ? await ownServer() : { url: given, stop: async () => {} };
  made += 1;
  const name = `leeward_${process.pid}_${made}`;
  const { hostname, port, username } = new URL(server.url);
  execFileSync(join(binaries(), 'createdb'), ['-h', hostname, '-p', port, '-U', username, '-w', name]);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return { url: url.href, stop: server.stop };
}

const ownServer = (): Promise<TestDatabase> => startPostgres(binaries());

function binaries(): string {
  const bin = findPostgres();
  if (bin === undefined)
    throw new Error(
      'no PostgreSQL server was found: install one, or name its bin folder in LEEWARD_POSTGRES_BIN',
    );
  return bin;
}
