import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { AppName, RunningRelay } from '@leeward/relay';

/** A relay in a process of its own, which a test can kill. */
export type ChildRelay = Pick<RunningRelay, 'address' | 'url' | 'token'> & {
  /** What it wrote to standard error so far. */
  readonly errors: () => string;
  /** Ends it at once, as a power cut would end the machine (but for what the kernel still holds). */
  readonly kill: () => Promise<void>;
  /** Asks it to stop, and waits until it has. Gives its exit code. */
  readonly stop: () => Promise<number | null>;
};

type Started = { readonly host: string; readonly port: number; readonly token: string; readonly pid: number };

const script = join(import.meta.dirname, 'relay-process.ts');

/**
 * Starts a relay process on a data folder. `before` are words put before the command, such as those of a shell that sets
 * limits. @throws Error with what it said when it ends before it listens.
 */
export async function startChild(
  data: string,
  before: readonly string[] = [],
  quotas: Readonly<Record<string, number>> = {},
): Promise<ChildRelay> {
  const words = [...before, process.execPath, script, data, JSON.stringify(quotas)];
  const [command = '', ...args] = words;
  // Starting is most of what a hundred rounds take; what was compiled once need not be again.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'leeward-compile-cache') };
  const child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  const lines = createInterface(child.stdout);
  const line = await Promise.race([once(lines, 'line'), ended.then(() => null)]);
  if (line === null) throw new Error(`the relay ended before it listened: ${errors}`);
  const { host, port, token, pid } = JSON.parse(String(line[0])) as Started;
  // The relay itself, where `before` put a shell or a tracer between us and it.
  const signal = (name: NodeJS.Signals): void => {
    if (child.exitCode === null && child.signalCode === null) process.kill(pid, name);
  };
  return {
    errors: () => errors,
    address: { host, port },
    url: (app: AppName) => `http://${app}.localhost:${port}`,
    token: async () => token,
    kill: async () => {
      signal('SIGKILL');
      await ended;
    },
    stop: async () => {
      signal('SIGTERM');
      return (await ended)[0];
    },
  };
}
