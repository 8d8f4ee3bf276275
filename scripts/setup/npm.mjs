/** Finds and runs the machine's own npm. */
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join, sep } from 'node:path';

/** The path of npm's own script (npm-cli.js), or undefined where npm cannot be found as a script. */
export function npmScript(root) {
  const candidates = [process.env.npm_execpath];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (folder === '' || folder.startsWith(join(root, '.node') + sep)) continue; // our own command, see node.mjs
    candidates.push(join(folder, 'npm'), join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'));
  }
  const beside = dirname(process.execPath);
  candidates.push(join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'));
  for (const candidate of candidates) {
    if (candidate === undefined || !existsSync(candidate)) continue;
    const real = realpathSync(candidate);
    if (real.endsWith('npm-cli.js')) return real;
  }
  return undefined;
}

/**
 * Runs npm with the Node that runs us (the one that the machine's npm is known to work with).
 * Its output is kept back and returned, so that it is shown only when something went wrong.
 */
export function runNpm(root, args, options) {
  const script = npmScript(root);
  const [command, first] = script === undefined ? ['npm', []] : [process.execPath, [script]];
  return new Promise((done) => {
    const child = spawn(command, [...first, ...args], {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: script === undefined && process.platform === 'win32',
    });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    const stop = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.once(signal, stop);
    const end = (code, more) => {
      for (const signal of signals) process.off(signal, stop);
      done({ ok: code === 0, output: Buffer.concat(output).toString('utf8') + more });
    };
    child.on('error', (error) => end(1, `npm could not be started: ${error.message}`));
    child.on('close', (code) => end(code, ''));
  });
}

/** The last lines of npm's output that say something: warnings about a user's own settings do not. */
export function lastLines(output, count = 8) {
  return output
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('npm warn Unknown'))
    .slice(-count)
    .map((line) => `\n      ${line}`)
    .join('');
}
