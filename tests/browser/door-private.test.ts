import { boxOf } from '@leeward/workspace/door/testing/door-story.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { looseFields } from '../support/door-page.ts';
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

/** What the browser holds of the page outside of the page. */
const kept = (page: Page) =>
  page.evaluate(async () => ({
    cookie: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
const nothing = { cookie: '', local: 0, session: 0, databases: 0, caches: 0, workers: 0 };

describe('what stays on the phone', () => {
  it('[fault 41] is nothing: no field is remembered, corrected or translated, nothing is stored, no address changes [invariant 15]', async () => {
    const { page, door } = await visitDoor(browser, server);
    await door.open(server.link());
    const address = page.url();
    const entries = await page.evaluate(() => history.length);
    await door.write('Nothing of this stays.');
    for (const _ of ['now', 'who', 'reach', 'files', 'review']) {
      expect(await looseFields(page)).toEqual([]);
      await door.next();
    }
    const words = await door.phrase();
    await door.next();
    expect(await looseFields(page)).toEqual([]);
    await door.typeBack(words);
    await page.locator('main .button.primary').last().click();
    await door.sent();
    await door.onward(() => page.locator('main section section .button.primary').click());
    expect(await looseFields(page)).toEqual([]);
    expect(page.url()).toBe(address);
    expect(await page.evaluate(() => history.length)).toBe(entries);
    expect(await page.title()).toBe('Notes');
    expect(await kept(page)).toEqual(nothing);
  });

  it('[fault 41] and neither page of hers is given to a translator, nor anything in it', async () => {
    const { page } = await visitDoor(browser, server);
    for (const address of [server.link(), `${server.origin}/notes.html`]) {
      await page.goto(address);
      await page.locator('main h1').waitFor();
      const told = await page.evaluate(() => ({
        isTranslated: document.documentElement.translate,
        google: document.querySelector<HTMLMetaElement>('meta[name=google]')?.content,
        inside: [...document.querySelectorAll<HTMLElement>('*')].filter(({ translate }) => translate === true)
          .length,
      }));
      expect(told, address).toEqual({ isTranslated: false, google: 'notranslate', inside: 0 });
    }
  });

  it('[fault 41] and every answer of the server says that it may not be kept', async () => {
    const { page, watched, door } = await visitDoor(browser, server);
    const keeping: string[] = [];
    watched.context.on('response', (response) => {
      if (response.headers()['cache-control'] !== 'no-store') keeping.push(response.url());
    });
    await door.open(server.link());
    await page.waitForLoadState('networkidle');
    expect(keeping).toEqual([]);
  });

  it('[fault 41] is nothing behind the Back button: the page is emptied when it is left, and begins anew when it is shown', async () => {
    const { page, door } = await visitDoor(browser, server);
    page.on('dialog', (dialog) => void dialog.accept());
    await door.open(server.link());
    await page.locator('#what').click();
    await page.keyboard.type('Not for who comes after.');
    await page.goto(`${server.origin}/measures.html`);
    await page.goBack();
    await page.getByText('You are writing to Sample shelter.').waitFor();
    expect(await page.inputValue('#what')).toBe('');
    // A browser that had kept the page alive would show it like this.
    await page.fill('#what', 'Once more.');
    const reloaded = page.waitForEvent('load');
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await reloaded;
    await page.locator('#what').waitFor();
    expect(await page.inputValue('#what')).toBe('');
    // And what it keeps alive of it is empty.
    const left = await page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      return document.body.childElementCount;
    });
    expect(left).toBe(0);
  });

  it('keeps every answer while she goes back and forth and changes the language [invariant 15]', async () => {
    const { page, door } = await visitDoor(browser, server);
    await door.open(server.link());
    await door.write('Kept through everything. محفوظ');
    await page.locator('.option').nth(2).click();
    await door.next();
    await page.locator('.option').nth(1).click();
    await page.locator('main input:not([type])').first().fill('Kestrel');
    await page.locator('header select').selectOption('ar');
    await page.getByRole('heading', { name: 'عمّن هذا الطلب؟' }).waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await page.locator('main input:not([type])').first().inputValue()).toBe('Kestrel');
    expect(await page.locator('.option input').nth(1).isChecked()).toBe(true);
    await door.onward(() => page.locator('main .go .button').first().click());
    expect(await page.inputValue('#what')).toBe('Kept through everything. محفوظ');
    expect(await page.locator('.option input').nth(2).isChecked()).toBe(true);
    await page.locator('header select').selectOption('en');
    await page.getByRole('heading', { name: 'What is happening, and what do you need?' }).waitFor();
    await door.next();
    expect(await page.locator('main input:not([type])').first().inputValue()).toBe('Kestrel');
  });

  it('asks before the page is closed with something unsent on it, and opens the same door again after a reload', async () => {
    const { page, door } = await visitDoor(browser, server);
    await door.open(server.link());
    await page.reload();
    await page.getByText('You are writing to Sample shelter.').waitFor();
    await page.locator('#what').click();
    await page.keyboard.type('Unsent.');
    const asked = page.waitForEvent('dialog');
    const reloading = page.reload();
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
    await reloading;
    await page.getByText('You are writing to Sample shelter.').waitFor();
    expect(await page.inputValue('#what')).toBe('');
  });

  it('lets the page be closed without a question once the server has everything', async () => {
    const { page, door } = await visitDoor(browser, server);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await door.open(server.link());
    await page.locator('#what').click();
    await page.keyboard.type('Sent.');
    const words = await door.toWords();
    await door.send(words);
    await door.sent();
    await page.reload();
    await page.locator('#what').waitFor();
    expect(asked).toEqual([]);
  });

  it('takes a name of 4,000 letters without losing one, says that it is too long, and stays there', async () => {
    const { page, door } = await visitDoor(browser, server, { look: 'every screen' });
    await door.open(server.link());
    await door.write('With a long name.');
    await door.next();
    const name = page.locator('main input:not([type])').first();
    await name.fill('ن'.repeat(4000));
    await page.locator('main .button.primary').click();
    expect(await page.locator('main .error').textContent()).toContain(
      'The limit is 500 characters. You have 4,000.',
    );
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    expect((await name.inputValue()).length).toBe(4000);
    await door.looked();
    await name.fill('Kestrel');
    await door.next();
  });
});

describe('leaving quickly', () => {
  it('[fault 42] by the button empties the page, asks nobody else, and leaves no way back to it [invariant 15]', async () => {
    const { page, door, watched } = await visitDoor(browser, server);
    await page.goto('about:blank');
    await door.open(server.link());
    await door.write('Gone.');
    await door.next();
    const entries = await page.evaluate(() => history.length);
    await page.getByRole('button', { name: 'Leave this page' }).click();
    await page.waitForURL(/measures\.html$/);
    expect(await page.title()).toBe('Kitchen measures');
    expect(await page.evaluate(() => history.length)).toBe(entries);
    expect(await page.evaluate(() => document.referrer)).toBe('');
    await page.goBack();
    expect(page.url()).toBe('about:blank');
    expect(watched.faults()).toEqual([]);
  });

  it('[fault 42] by Esc three times, from a field, in Arabic; once or twice leaves nothing [invariant 15]', async () => {
    const { page, door } = await visitDoor(browser, server, { locale: 'ar' });
    await door.open(server.link());
    await page.locator('#what').focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.waitForTimeout(1600);
    await page.keyboard.press('Escape');
    expect(page.url()).toBe(server.link());
    // One after the other: what goes down while it is down is a key that is held.
    for (let press = 0; press < 3 && page.url() === server.link(); press += 1)
      await page.keyboard.press('Escape');
    await page.waitForURL(/measures\.ar\.html$/);
    expect(await page.title()).toBe('مقاييس المطبخ');
  });

  it('[fault 42] in the middle of an upload stops it', async () => {
    const { page, door } = await visitDoor(browser, server);
    await door.open(server.link());
    await door.write('With a file.');
    for (const _ of ['who', 'reach', 'files']) await door.next();
    const chooser = page.waitForEvent('filechooser');
    await page.locator('main .button').first().click();
    const buffer = Buffer.alloc(3_500_000, 1);
    await (await chooser).setFiles([{ name: 'long.mp4', mimeType: 'video/mp4', buffer }]);
    await page.locator('.chip.warn').waitFor();
    await door.next();
    await door.next();
    const words = await door.phrase();
    let hangs: () => void = () => {};
    const hanging = new Promise<void>((resolve) => {
      hangs = resolve;
    });
    let parts = 0;
    server.story.relay.between = ({ method }, next) => {
      if (method !== 'PUT') return next();
      parts += 1;
      if (parts < 2) return next();
      hangs();
      return new Promise(() => {});
    };
    await door.send(words);
    await hanging;
    const stopped = page.waitForEvent('requestfailed', (request) => request.method() === 'PUT');
    // As the page itself sees it: nothing is left on the screen when the third press has been heard.
    const gone = await page.evaluate(() => {
      for (let press = 0; press < 3; press += 1)
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      return document.body.textContent;
    });
    expect(gone).toBe('');
    // The part that was on its way is broken off, and no other is begun.
    await stopped;
    await page.waitForURL(/measures\.html$/);
    expect(parts).toBe(2);
    expect(boxOf(server.story).items).toHaveLength(1);
  });
});

describe('somebody without a mouse, or who needs everything larger', () => {
  it('[fault 74] asks by keyboard alone, at four times the size, in forced colours [invariant 15]', async () => {
    const { page, door } = await visitDoor(browser, server, {
      look: 'every screen',
      viewport: { width: 320, height: 256 },
      forcedColors: 'active',
    });
    const press = async (name: string): Promise<void> => {
      // Tab until the button has the focus: it must be reachable, whatever stands before it.
      for (let tabs = 0; tabs < 60; tabs += 1) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
        if (focused === name) break;
      }
      await page.keyboard.press('Enter');
    };
    await door.open(server.link());
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('what');
    await page.keyboard.type('By keyboard.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await page.locator('.option input').first().isChecked()).toBe(true);
    await door.onward(() => press('Next'));
    await door.onward(() => press('Skip this question'));
    await door.onward(() => press('Skip this question'));
    await door.onward(() => press('Skip this question'));
    await door.onward(() => press('Next: your twelve words'));
    const words = await door.phrase();
    await door.onward(() => press('I wrote them down'));
    for (let field = 0; field < 3; field += 1) {
      await page.keyboard.press('Tab');
      const id = await page.evaluate(() => document.activeElement?.id ?? '');
      await page.keyboard.type(words[Number(id.replace('place-', '')) - 1] ?? '');
    }
    await page.keyboard.press('Enter');
    await door.sent();
  });
});
