import { doorLanguages } from '@leeward/ui/language/languages.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, watchedContext, windows } from '../support/browser.ts';
import { doorPage } from '../support/door-page.ts';
import { type DoorServer, startDoorServer } from '../support/door-server.ts';

/** What may go over the line before the first question stands there and the door behind it is verified, in bytes. */
const BUDGET = 60 * 1024;

let browser: Browser;
let server: DoorServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startDoorServer()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe('the weight of the door', () => {
  for (const { tag: locale } of doorLanguages) {
    it(`is at most 60 KB before the first question in ${locale}, and the rest comes after it`, async () => {
      const watched = await watchedContext(browser, { origins: [server.origin], locale, ...windows.phone });
      const page = await watched.newPage();
      const before = server.sent.length;
      // What has come when the question stands there and the door is known.
      await page.addInitScript(() => {
        const look = new MutationObserver(() => {
          if (document.querySelector('.head .bar p:not(:empty)') === null) return;
          look.disconnect();
          const asked = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
          document.documentElement.dataset['asked'] = JSON.stringify(asked);
        });
        look.observe(document, { childList: true, subtree: true, characterData: true });
      });
      await doorPage(page).open(server.link());
      const asked = new Set<string>(
        JSON.parse((await page.locator('html').getAttribute('data-asked')) ?? '[]') as string[],
      );
      asked.add('/').add('/icon.svg');
      const first = server.sent.slice(before).filter(({ path }) => asked.has(path));
      const bytes = first.reduce((sum, one) => sum + one.bytes, 0);
      expect(first.some(({ path }) => path.startsWith('/v1/d/'))).toBe(true);
      expect(first.some(({ path }) => /\/(later|hpke)/.test(path))).toBe(false);
      expect(bytes, first.map(({ path, bytes: size }) => `${size} ${path}`).join('\n')).toBeLessThanOrEqual(
        BUDGET,
      );
      expect(bytes).toBeGreaterThan(10_000);
      await page.waitForLoadState('networkidle');
      expect(server.sent.slice(before).some(({ path }) => path.includes('/later'))).toBe(true);
      await watched.context.close();
    });
  }

  it('is served in gzip too, for browsers that know nothing else', async () => {
    const { port } = new URL(server.origin);
    const page = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(page.headers.get('content-encoding')).toBe('gzip');
    expect(await page.text()).toContain('<title>Notes</title>');
  });
});
