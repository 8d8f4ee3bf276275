#!/usr/bin/env node
/**
 * Runs one of our TypeScript scripts on Node 24 or newer, whatever Node (from 18) started this file:
 *
 *     node scripts/with-node.mjs <script> [arguments]
 *
 * 1. Node: where the one found is older than 24, a pinned one from the npm registry goes into /.node (git-ignored).
 * 2. Packages: `npm ci`, when what is installed is not what package-lock.json says.
 * 3. The script itself, with signals passed on, its exit code handed back, and that Node first in PATH.
 *
 * Plain JavaScript without dependencies, because it runs before anything is installed.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { nodeForThisMachine, SetupError, writeCommands } from './setup/node.mjs';
import { ensurePackages } from './setup/packages.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

async function main() {
  const [script, ...rest] = process.argv.slice(2);
  if (script === undefined) {
    throw new SetupError(
      'No script was named.',
      'Call it as: node scripts/with-node.mjs <script> [arguments]',
    );
  }
  const scriptPath = resolve(script);
  if (!existsSync(scriptPath)) {
    throw new SetupError(
      `There is no script at ${scriptPath}.`,
      'Check the path, then run the command again.',
    );
  }
  const node = await nodeForThisMachine(root);
  const bin = writeCommands(root, node);
  const env = {
    ...process.env,
    NODE: node,
    npm_node_execpath: node,
    PATH: [bin, process.env.PATH ?? ''].join(delimiter),
  };
  await ensurePackages(root, env);
  run(node, [scriptPath, ...rest], env);
}

/** Starts the script and becomes as thin as possible: what happens to us happens to it, and the other way round. */
function run(node, args, env) {
  const guard = pathToFileURL(join(root, 'scripts', 'setup', 'end-with-parent.mjs')).href;
  const child = spawn(node, ['--import', guard, ...args], {
    stdio: 'inherit',
    env: { ...env, LEEWARD_STARTED_BY: String(process.pid) },
  });
  // Ctrl-C in a terminal reaches the child twice (once from the terminal, once from here): scripts take a
  // repeated signal as the same wish, not as a more urgent one.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  // npm passes a request to stop on to the shell between it and us, which ends without a word to us.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event !== undefined) {
    setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500);
  }
  child.on('error', (error) =>
    fail(
      new SetupError(
        `Node could not be started: ${error.message}`,
        `Delete ${join(root, '.node')} and run the command again.`,
      ),
    ),
  );
  child.on('exit', (code, signal) => {
    // 128 + n is how a shell reports an end by signal; npm and CI read it as a failure.
    process.exit(signal === null ? (code ?? 1) : 128 + (constants.signals[signal] ?? 0));
  });
}

function fail(error) {
  if (error instanceof SetupError) {
    process.stderr.write(
      `\nLeeward could not get ready.\n  What happened: ${error.message}\n  What to do:    ${error.advice}\n\n`,
    );
  } else {
    process.stderr.write(`\n${error instanceof Error ? error.stack : String(error)}\n`);
  }
  process.exit(1);
}

main().catch(fail);
