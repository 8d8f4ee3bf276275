import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leeward-setup-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Ended = { readonly code: number | null; readonly output: string };

/** Runs Node on some arguments; `whenSeen` is called once the output holds `waitFor`. */
function node(
  args: readonly string[],
  waitFor = '',
  whenSeen: (kill: (signal: NodeJS.Signals) => void) => void = () => {},
): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let seen = false;
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      if (!seen && waitFor !== '' && output.includes(waitFor)) {
        seen = true;
        whenSeen((signal) => child.kill(signal));
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('close', (code) => done({ code, output }));
  });
}

const withNode = join(import.meta.dirname, '..', 'with-node.mjs');

function script(text: string): string {
  const path = join(folder, 'script.ts');
  writeFileSync(path, text);
  return path;
}

describe('Starting a script', () => {
  it('runs TypeScript as it stands, hands on arguments, and hands back the exit code', async () => {
    const path = script(
      'const words: string[] = process.argv.slice(2); console.log(words.join("+")); process.exit(7);',
    );
    expect(await node([withNode, path, 'one', 'two'])).toEqual({ code: 7, output: 'one+two\n' });
  });

  it('passes a request to stop on to the script and waits for it', async () => {
    const path = script(
      'process.on("SIGTERM", () => { console.log("tidying"); process.exit(3); }); setInterval(() => {}, 1000); console.log("up");',
    );
    expect(await node([withNode, path], 'up', (kill) => kill('SIGTERM'))).toEqual({
      code: 3,
      output: 'up\ntidying\n',
    });
  });

  it('stops the script when it is itself killed outright', async () => {
    const path = script(
      'process.on("SIGTERM", () => { console.log("alone"); process.exit(0); }); setInterval(() => {}, 1000); console.log("up");',
    );
    const ended = await node([withNode, path], 'up', (kill) => kill('SIGKILL'));
    expect(ended.output).toBe('up\nalone\n');
  });

  it('says what happened and what to do when there is no such script', async () => {
    const ended = await node([withNode, join(folder, 'nowhere.ts')]);
    expect(ended.code).toBe(1);
    expect(ended.output).toContain('What happened: There is no script at');
    expect(ended.output).toContain('What to do:');
  });
});

describe('The lock on a working copy', () => {
  const module = pathToFileURL(join(import.meta.dirname, 'lock.mjs')).href;
  const worker = (log: string): string => `
    import { withLock } from ${JSON.stringify(module)};
    import { appendFileSync } from 'node:fs';
    await withLock(${JSON.stringify(folder)}, async () => {
      appendFileSync(${JSON.stringify(log)}, 'in ');
      await new Promise((done) => setTimeout(done, 20));
      appendFileSync(${JSON.stringify(log)}, 'out ');
    });`;

  it('lets one run in at a time', async () => {
    const log = join(folder, 'log');
    const path = script(worker(log));
    const ended = await Promise.all([1, 2, 3, 4].map(() => node([path])));
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(readFileSync(log, 'utf8')).toBe('in out '.repeat(4));
  });

  it('is taken over from a run that died', async () => {
    const gone = spawn(process.execPath, ['--version']);
    await new Promise((done) => gone.on('exit', done));
    mkdirSync(join(folder, '.node'));
    writeFileSync(join(folder, '.node', 'lock'), JSON.stringify({ pid: gone.pid, host: hostname() }));
    const log = join(folder, 'log');
    expect((await node([script(worker(log))])).code).toBe(0);
    expect(readFileSync(log, 'utf8')).toBe('in out ');
  });
});
