/** A PostgreSQL server for the length of a test run, with its data in a folder that is thrown away. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Installed, installDebianPackages } from './debian.ts';

/** The folder with `initdb` and `postgres`, newest version first; undefined where there is none. */
export function findPostgres(): string | undefined {
  const named = process.env['LEEWARD_POSTGRES_BIN'];
  if (named !== undefined && named !== '') return existsSync(join(named, 'postgres')) ? named : undefined;
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return undefined;
  const versions = readdirSync(base).sort((a, b) => Number(b) - Number(a));
  return versions
    .map((version) => join(base, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'postgres')));
}

/** Installs Debian's postgresql; it starts no service that these tests would use. */
export function installPostgres(): Promise<Installed> {
  return installDebianPackages(['postgresql']);
}

export type RunningPostgres = { readonly url: string; readonly stop: () => Promise<void> };

/**
 * Starts a server on a free local port. The server refuses to run as root, so as root it runs as the system's
 * `postgres` user (or `nobody`). Throws with the server's own words when it does not start.
 */
export async function startPostgres(bin: string): Promise<RunningPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'leeward-postgres-'));
  const owner = process.getuid?.() === 0 ? systemUser() : undefined;
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const options = { ...owner, cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' } };
  const output: string[] = [];
  let server: ChildProcess | undefined;
  const stop = async (): Promise<void> => {
    if (server !== undefined && server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((done) => server?.once('exit', done));
      server.kill('SIGINT'); // "fast shutdown": connections are closed, not waited for
      await Promise.race([ended, pause(10_000, undefined, { ref: false })]);
      server.kill('SIGKILL');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'leeward', '-A', 'trust', '-E', 'UTF8'], {
      ...options,
      stdio: 'pipe',
    });
    const port = await freePort();
    const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`];
    server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    server.stdout?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    server.stderr?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    await isReady(server, output);
    return { url: `postgres://leeward@127.0.0.1:${port}/postgres`, stop };
  } catch (error) {
    await stop();
    throw new Error(`PostgreSQL did not start: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

async function isReady(server: ChildProcess, output: readonly string[]): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (output.join('').includes('database system is ready to accept connections')) return;
    if (server.exitCode !== null || server.signalCode !== null) break;
    await pause(100);
  }
  throw new Error(output.join('').trim() || 'it said nothing');
}

function systemUser(): { readonly uid: number; readonly gid: number } {
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string): number =>
        Number(execFileSync('id', [flag, name], { stdio: 'pipe' }).toString());
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // This system has no such user; the next name is tried.
    }
  }
  throw new Error('there is no user "postgres" or "nobody" to run the server as');
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.on('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? done(address.port) : failed()));
    });
  });
}
