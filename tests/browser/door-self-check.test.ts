import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, launchBrowser, sidewaysOverflow, windows } from '../support/browser.ts';
import { type DoorServer, startDoorServer } from '../support/door-server.ts';
import { visitDoor } from '../support/door-visit.ts';

let browser: Browser;
let server: DoorServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startDoorServer()]);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const texts = JSON.stringify({
  v: 1,
  languages: ['en', 'ar'],
  name: { en: 'Sample shelter', ar: 'مأوى للتجربة' },
  retention: { en: 'One year.', ar: 'سنة.' },
  contacts: { en: '', ar: '' },
  selfCheck: {
    en: 'Do you defend rights?\nWe are for defenders only.\n\nAre you in danger because of it?',
    ar: 'هل تدافع عن الحقوق؟\nنحن للمدافعين فقط.\n\nهل أنت في خطر بسبب ذلك؟',
  },
});

/** Everything in which a browser could hold something, with what it holds. */
const held = (page: Page) =>
  page.evaluate(async () => ({
    cookie: document.cookie,
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    files: await navigator.storage.getDirectory().then(
      async (folder) => {
        const names: string[] = [];
        for await (const name of (folder as unknown as { keys: () => AsyncIterable<string> }).keys())
          names.push(name);
        return names;
      },
      () => [],
    ),
    history: history.length,
    state: history.state as unknown,
    address: location.href,
    name: window.name,
  }));

describe('questions that one answers for oneself', () => {
  for (const locale of ['en', 'ar'] as const)
    it(`[fault 41] store nothing and send nothing, and say that one can ask all the same (${locale})`, async () => {
      await server.story.publish({ settings: { texts } });
      const { watched, page, door } = await visitDoor(browser, server, { locale, ...windows.phone });
      await door.open(server.link());
      await page.waitForLoadState('networkidle');
      const before = await held(page);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('websocket', (socket) => asked.push(socket.url()));

      await door.onward(() =>
        page.locator('.step .link, main .link').filter({ hasText: /[?؟]/ }).first().click(),
      );
      const groups = page.locator('main fieldset');
      expect(await groups.count()).toBe(2);
      // Nothing is said before anything is answered.
      expect(await page.locator('main [role=status] .note').count()).toBe(0);
      await groups.first().locator('input').nth(1).check();
      const note = page.locator('main .note.warn');
      await note.getByText(locale === 'en' ? 'defenders only' : 'للمدافعين فقط').waitFor();
      await note.getByText(locale === 'en' ? 'all the same' : 'رغم ذلك').waitFor();
      expect(await axeFaults(page)).toEqual([]);
      expect(await sidewaysOverflow(page)).toBe(0);
      const seen = process.env['LEEWARD_LOOK'];
      if (seen !== undefined)
        await page.screenshot({ path: `${seen}/self-check-${locale}.png`, fullPage: true });
      await groups.first().locator('input').first().check();
      await groups.nth(1).locator('input').first().check();
      await page.locator('main .note.good').waitFor();
      // On to the form: it knows nothing of the answers, and coming back finds none.
      await door.onward(() => page.locator('.go .button.primary').click());
      expect(await page.locator('#what').inputValue()).toBe('');
      await door.onward(() => page.locator('main .link').filter({ hasText: /[?؟]/ }).first().click());
      expect(await page.locator('main input:checked').count()).toBe(0);

      expect(asked).toEqual([]);
      expect(await held(page)).toEqual(before);
      expect(watched.faults()).toEqual([]);
    });

  it('are not offered where an organisation has none', async () => {
    await server.story.publish({});
    const { page, door } = await visitDoor(browser, server, { locale: 'en' });
    await door.open(server.link());
    await page.waitForLoadState('networkidle');
    expect(await page.getByText('Are we the right place for you?').count()).toBe(0);
  });
});
