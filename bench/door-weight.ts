import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { doorLanguages } from '@leeward/ui/language/languages.ts';
import { root } from '../scripts/testing/command.ts';
import { launchBrowser, windows } from '../tests/support/browser.ts';
import { startDoorServer } from '../tests/support/door-server.ts';
import type { Measured } from './support/measured.ts';

/** What may go over the line before the first question, in bytes. */
const budget = 60 * 1024;

/** The bodies that a phone fetches until the first question stands and its door is verified, Brotli-encoded. */
export async function measureDoor(): Promise<readonly Measured[]> {
  const [browser, server] = await Promise.all([launchBrowser(), startDoorServer()]);
  const figures: Measured[] = [];
  try {
    for (const { tag: locale } of doorLanguages) {
      const context = await browser.newContext({ locale, ...windows.phone });
      const page = await context.newPage();
      const before = server.sent.length;
      await page.addInitScript(() => {
        const look = new MutationObserver(() => {
          if (document.querySelector('.head .bar p:not(:empty)') === null) return;
          look.disconnect();
          const asked = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
          document.documentElement.dataset['asked'] = JSON.stringify(asked);
        });
        look.observe(document, { childList: true, subtree: true, characterData: true });
      });
      await page.goto(server.link());
      await page.locator('html[data-asked]').waitFor();
      const asked = new Set<string>(
        JSON.parse((await page.locator('html').getAttribute('data-asked')) ?? '[]'),
      );
      asked.add('/').add('/icon.svg');
      const first = server.sent.slice(before).filter(({ path }) => asked.has(path));
      const bytes = first.reduce((sum, one) => sum + one.bytes, 0);
      const gzip = first.reduce((sum, { path, bytes: size }) => sum + (gzipSize(path) ?? size), 0);
      figures.push({
        name: `weight of the door before its first question (${locale}) / 60 KB`,
        ratio: bytes / budget,
        goal: { atMost: 1 },
        rounds: 1,
        detail: `${(bytes / 1024).toFixed(1)} KB Brotli, ${(gzip / 1024).toFixed(1)} KB gzip, ${first.length} bodies`,
      });
      await context.close();
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  return figures;
}

/** The size of the gzip form beside a file; null for what has none, as an answer of the relay. */
function gzipSize(path: string): number | null {
  const file = join(root, 'apps', 'door', 'dist', path === '/' ? 'index.html' : path);
  const folderOf = file.slice(0, file.lastIndexOf('/'));
  try {
    return readdirSync(folderOf).includes(`${file.slice(folderOf.length + 1)}.gz`)
      ? statSync(`${file}.gz`).size
      : readFileSync(file).length;
  } catch {
    return null;
  }
}
