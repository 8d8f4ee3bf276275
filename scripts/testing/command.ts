/** Starts other programs for `npm test`, and makes sure that none of them outlives it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

export type Finished = {
  readonly code: number;
  /** Everything it wrote, when `quiet` kept it back; else empty. */
  readonly output: string;
  readonly timedOut: boolean;
};

export type CommandOptions = {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Keeps the output back instead of showing it. */
  readonly quiet?: boolean;
  /** Milliseconds after which the program and all it started are killed. */
  readonly limit?: number;
};

const running = new Set<ChildProcess>();

/**
 * Runs a program to its end. What it leaves running is killed with it: a server or a browser that a test forgot
 * would hold ports and memory for the rest of the run.
 */
export function run(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Finished> {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: options.quiet === true ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      detached: true, // a process group of its own, so that the whole group can be ended
    });
    running.add(child);
    const output: Buffer[] = [];
    let timedOut = false;
    child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
    const timer = setTimeout(
      () => {
        timedOut = true;
        endGroup(child, 'SIGKILL');
      },
      options.limit ?? 2 ** 31 - 1,
    );
    const finish = (code: number, more = ''): void => {
      clearTimeout(timer);
      running.delete(child);
      done({ code, output: Buffer.concat(output).toString('utf8') + more, timedOut });
    };
    child.on('error', (error) => finish(127, error.message));
    child.on('exit', () => endGroup(child, 'SIGKILL'));
    child.on('close', (code) => finish(code ?? 1));
  });
}

/** Runs one of the programs that npm installed, on the Node that runs us. */
export function runTool(
  entry: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Finished> {
  const guard = join(root, 'scripts', 'setup', 'end-with-parent.mjs');
  return run(process.execPath, ['--import', guard, join(root, 'node_modules', entry), ...args], {
    ...options,
    env: { ...(options.env ?? process.env), LEEWARD_STARTED_BY: String(process.pid) },
  });
}

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Nobody is left in the group.
  }
}

/** On Ctrl-C or a request to stop, ends what is running, then `before` and this process. */
export function endTogether(before: () => Promise<void>): void {
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (ending) return; // Ctrl-C arrives from the terminal and from npm
      ending = true;
      for (const child of running) endGroup(child, 'SIGTERM');
      setTimeout(() => {
        for (const child of running) endGroup(child, 'SIGKILL');
        before().then(
          () => process.exit(130),
          () => process.exit(130),
        );
      }, 1500);
    });
  }
}
