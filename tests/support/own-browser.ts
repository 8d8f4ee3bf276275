import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { findChromium, OWN_CHROMIUM_FLAGS } from '../../scripts/testing/chromium.ts';

/*
 * A browser with a profile on disk, as people have one, that can lose its power: killed without a word, it leaves what
 * it has written and nothing else.
 */

export type OwnBrowser = {
  readonly context: BrowserContext;
  /** The battery is empty. */
  readonly die: () => Promise<void>;
};

type Started = { readonly browser: Browser; readonly kill: () => Promise<void> };

/** One try: a process and a line to it. Now and then a browser answers on its line and then says nothing more; it is ended, and the caller tries again. */
async function tryToStart(executablePath: string, profile: string): Promise<Started> {
  const told = join(profile, 'DevToolsActivePort');
  rmSync(told, { force: true });
  const args = [
    ...OWN_CHROMIUM_FLAGS,
    `--user-data-dir=${profile}`,
    '--remote-debugging-port=0',
    '--lang=en',
  ];
  const temporary = join(profile, 'temporary');
  mkdirSync(temporary, { recursive: true });
  const env = { ...process.env, TMPDIR: temporary };
  const child = spawn(executablePath, args, { detached: true, stdio: 'ignore', env });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = async (): Promise<void> => {
    // The whole group at once: none of its processes gets to tidy up.
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGKILL');
    await gone;
  };
  try {
    for (let tries = 0; !existsSync(told) || readFileSync(told, 'utf8').split('\n').length < 2; tries += 1) {
      if (tries > 600) throw new Error('the browser did not come up');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const [port = ''] = readFileSync(told, 'utf8').split('\n');
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 20_000 });
    return { browser, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** Starts a browser on a profile folder, in which its temporary files lie as well. @throws Error where there is none, or where it does not come up in three tries. */
export async function startOwnBrowser(profile: string): Promise<OwnBrowser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium found: `npm test` installs one.');
  let started: Started | undefined;
  for (let tries = 1; started === undefined; tries += 1)
    started = await tryToStart(executablePath, profile).catch((error: unknown) => {
      if (tries === 3) throw error;
      return undefined;
    });
  const { browser, kill } = started;
  const [context = await browser.newContext()] = browser.contexts();
  return {
    context,
    die: async () => {
      await kill();
      await browser.close().catch(() => undefined);
    },
  };
}

/** The files below a folder that hold a text, in one or in two bytes a letter. */
export function filesWith(folder: string, text: string): readonly string[] {
  const wanted = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return wanted.some((one) => bytes.includes(one));
    });
}
