import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/testing/chromium.ts';
import type { Task } from '../browser/tasks.ts';

const entry = join(import.meta.dirname, '..', 'browser', 'main.ts');
const scriptName = 'bench.js';

/** Bundles the bench's code for the browser into a folder that a relay can serve as its desk. */
export async function bundleInto(folder: string): Promise<void> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      minify: process.env['BENCH_READABLE'] === undefined,
      lib: { entry, formats: ['es'], fileName: () => scriptName },
    },
  });
  const outputs = [built].flat() as readonly Rolldown.RolldownOutput[];
  for (const file of outputs.flatMap(({ output }) => output)) {
    const path = join(folder, file.fileName);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.type === 'chunk' ? file.code : file.source);
  }
  const page = `<!doctype html><title>Bench</title><script type="module" src="/${scriptName}"></script>`;
  writeFileSync(join(folder, 'index.html'), page);
}

/** A browser with a profile on disk, because a profile in memory would make its store look faster than it is. */
export async function startBrowser(profile: string): Promise<BrowserContext> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium was found; name one in CHROMIUM');
  return chromium.launchPersistentContext(profile, { executablePath, args: [...CHROMIUM_FLAGS] });
}

/** A page of the bench, with its worker running. */
export async function openPage(browser: BrowserContext, address: string): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  // What the page says of how far it has come: a run over thousands of cases takes minutes, and silence looks like a halt.
  page.on('console', (message) => console.log(`  ${message.text()}`));
  await page.goto(address);
  await page.waitForFunction(() => typeof globalThis.perform === 'function');
  return page;
}

export function perform<Outcome>(page: Page, task: Task): Promise<Outcome> {
  return page.evaluate((asked) => globalThis.perform(asked), task) as Promise<Outcome>;
}
