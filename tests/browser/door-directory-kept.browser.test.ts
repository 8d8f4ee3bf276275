import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { directoryOf, kept, nothing } from '../support/directory-page.ts';
import { type DoorServer, startDoorServer } from '../support/door-server.ts';
import { lostLineErrors, visitDoor } from '../support/door-visit.ts';

let browser: Browser;
let server: DoorServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startDoorServer()]);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  server.alter = (_path, bytes) => bytes;
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe('the file of the directory', () => {
  it('[fault 68] is not used where it differs from what was published: the page says so', async () => {
    const { page, door } = await visitDoor(browser, server, {
      look: 'every screen',
      expected: [/integrity/, ...lostLineErrors],
    });
    server.alter = (path, bytes) =>
      path.includes('/facts-') ? Buffer.concat([bytes, Buffer.from(' ')]) : bytes;
    await door.open(server.link());
    await page.locator('.find-support').click();
    await page.getByRole('heading', { name: 'This page may have been changed' }).waitFor();
    await door.looked();
    expect(await page.locator('.entry').count()).toBe(0);
    server.alter = (_path, bytes) => bytes;
    await page.getByRole('button', { name: 'Try again' }).click();
    await directoryOf(page).isThere();
  });

  it('is asked for again where the line was lost', async () => {
    const { page, door, watched } = await visitDoor(browser, server, { expected: lostLineErrors });
    await door.open(server.link());
    await page.waitForLoadState('networkidle');
    await watched.context.route('**/facts-*.json', (route) => route.abort());
    await page.locator('.find-support').click();
    await page.getByRole('heading', { name: 'The server does not answer' }).waitFor();
    await watched.context.unroute('**/facts-*.json');
    await page.getByRole('button', { name: 'Try again' }).click();
    await directoryOf(page).isThere();
  });
});

describe('the list on this device', () => {
  const keep = async (page: Page): Promise<void> => {
    await page.locator('.keep summary').click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByText('The page and the list are kept on this device.').waitFor();
  };

  it('[fault 41] is kept only when she asks, opens without a line, and is gone without a trace when she says so', async () => {
    const { page, door, watched } = await visitDoor(browser, server, {
      look: 'every screen',
      expected: lostLineErrors,
    });
    const directory = directoryOf(page);
    await door.open(server.link());
    await directory.open();
    await page.locator('.keep summary').click();
    await door.looked();
    expect(await kept(page)).toEqual(nothing);
    await page.locator('.keep summary').click();
    await keep(page);
    await door.looked();
    expect(await kept(page)).toEqual({ ...nothing, caches: 1, workers: 1 });
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });

    await watched.context.setOffline(true);
    await page.goto('about:blank');
    await page.goto(server.link());
    await page.locator('.find-support').waitFor();
    await directory.open();
    await directory.answer();
    await expect.poll(() => directory.count('not')).toBeGreaterThan(0);
    await directory.openFirst();
    await page.locator('main .link').first().click();
    await directory.isThere();
    // The way out works without a line, too.
    await page.getByRole('button', { name: 'Leave this page' }).click();
    await page.waitForURL(/measures\.html$/);
    expect(await page.title()).toBe('Kitchen measures');

    await watched.context.setOffline(false);
    await page.goto('about:blank');
    await door.open(server.link());
    await directory.open();
    await page.locator('.keep summary').click();
    await page.getByRole('button', { name: 'Remove it' }).click();
    await page.getByRole('button', { name: 'Keep it' }).waitFor();
    expect(await kept(page)).toEqual(nothing);
    await watched.context.setOffline(true);
    await page.goto('about:blank');
    expect(await page.goto(server.link()).catch(() => 'not there')).toBe('not there');
  });

  it('[fault 68] is held against its hash again when it is opened, and a changed copy is not used', async () => {
    const { page, door, watched } = await visitDoor(browser, server, {
      expected: [/integrity/, ...lostLineErrors],
    });
    const directory = directoryOf(page);
    await door.open(server.link());
    await directory.open();
    await keep(page);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      const cache = await caches.open('notes');
      for (const { url } of await cache.keys()) {
        if (!url.includes('/facts-')) continue;
        const text = await (await cache.match(url))?.text();
        await cache.put(url, new Response(`${text} `));
      }
    });
    await watched.context.setOffline(true);
    await page.goto('about:blank');
    await page.goto(server.link());
    await page.locator('.find-support').click();
    await page.getByRole('heading', { name: 'This page may have been changed' }).waitFor();
    expect(await page.locator('.entry').count()).toBe(0);
  });

  it('of another edition is not used silently: the page says so and offers to replace it', async () => {
    const { page, door } = await visitDoor(browser, server);
    const directory = directoryOf(page);
    await door.open(server.link());
    await directory.open();
    await keep(page);
    // As an older build would have left it.
    await page.evaluate(async () => {
      const cache = await caches.open('notes');
      for (const { url } of await cache.keys()) {
        if (!url.includes('/facts-')) continue;
        await cache.put('/parts/facts-000000000000.json', new Response('{}'));
        await cache.delete(url);
      }
    });
    await page.goto('about:blank');
    await door.open(server.link());
    await directory.open();
    expect(await directory.count('all')).toBeGreaterThan(200);
    await page.locator('.keep summary').click();
    await page.getByText('The kept copy is another edition than this page.').waitFor();
    await page.getByRole('button', { name: 'Replace it with this one' }).click();
    await page.getByRole('button', { name: 'Replace it with this one' }).waitFor({ state: 'detached' });
    const names = await page.evaluate(async () =>
      (await (await caches.open('notes')).keys())
        .map(({ url }) => new URL(url).pathname)
        .filter((path) => path.includes('facts')),
    );
    expect(names).toHaveLength(1);
    expect(names[0]).not.toContain('000000000000');
  });
});
