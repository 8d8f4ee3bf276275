import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { boxOf, readByTeam, said } from '@leeward/workspace/door/testing/door-story.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser, windows } from '../support/browser.ts';
import { doorPage } from '../support/door-page.ts';
import { type DoorServer, startDoorServer } from '../support/door-server.ts';
import { visitDoor } from '../support/door-visit.ts';
import { filesWith, type OwnBrowser, startOwnBrowser } from '../support/own-browser.ts';

let server: DoorServer;
let browser: Browser;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startDoorServer()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Not to be found by chance, and not to be made smaller by packing. */
const canary = (name: string): string => `${name}-q7Zk2vX9wLpR4mTs`;

/** A page in a browser of its own; its first tab is used, as a person would. */
async function tabOf(context: BrowserContext): Promise<Page> {
  const [page = await context.newPage()] = context.pages();
  await page.setViewportSize(windows.phone.viewport);
  page.on('dialog', (dialog) => void dialog.accept());
  return page;
}

/** Long enough for a browser to write down what it keeps of a page for "open what was there before". */
const aWhile = (page: Page) => page.waitForTimeout(7000);

const keepIt = async (page: Page, door: ReturnType<typeof doorPage>): Promise<readonly string[]> => {
  await door.onward(() => page.getByRole('button', { name: 'Keep what I typed on this phone' }).click());
  await door.next();
  const words = await door.phrase();
  await door.next();
  await door.typeBack(words);
  await page.getByRole('button', { name: 'Keep it now' }).click();
  await page.getByText('Kept on this phone, locked with your words.').waitFor();
  return words;
};

describe('a battery that dies in the middle of a form', () => {
  let profile: string;
  const running: OwnBrowser[] = [];
  const start = async (): Promise<OwnBrowser> => {
    const own = await startOwnBrowser(profile);
    running.push(own);
    return own;
  };
  beforeEach(() => {
    profile = mkdtempSync(join(tmpdir(), 'leeward-profile-'));
  });
  afterEach(async () => {
    for (const own of running.splice(0)) await own.die();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it('[fault 40] [fault 41] leaves nothing of what was typed on the disk, not even for a tab that is restored', async () => {
    const own = await start();
    const page = await tabOf(own.context);
    const door = doorPage(page);
    await door.open(server.link());
    await page.locator('#what').click();
    await page.keyboard.type(canary('what'));
    await door.next();
    await page.locator('main input:not([type])').first().fill(canary('name'));
    await page.locator('main select').first().selectOption('GE');
    await door.next();
    await page.locator('main > .screen > .field input').last().fill(canary('never'));
    await door.onward(() => page.locator('main .go .button').first().click());
    await door.onward(() => page.locator('main .go .button').first().click());
    expect(await page.inputValue('#what')).toBe(canary('what'));
    await aWhile(page);
    // What is looked for would be found: of an ordinary page the same browser writes down what stands in its fields.
    const other = await own.context.newPage();
    await other.goto(`${server.origin}/measures.html`);
    await other.evaluate(() => document.body.append(document.createElement('textarea')));
    await other.locator('textarea').click();
    await other.keyboard.type(canary('control'));
    await aWhile(other);
    await own.die();
    expect(filesWith(profile, canary('control')).length).toBeGreaterThan(0);
    for (const name of ['what', 'name', 'never']) expect(filesWith(profile, canary(name)), name).toEqual([]);
  });

  it('[fault 40] with a draft that she asked for leaves it sealed: no word of it on the disk, and it opens with hers alone', async () => {
    const own = await start();
    const page = await tabOf(own.context);
    const door = doorPage(page);
    await door.open(server.link());
    await door.write(canary('what'));
    const words = await keepIt(page, door);
    await door.write(`${canary('what')} and ${canary('more')}`);
    await door.next();
    await page.locator('main input:not([type])').first().fill(canary('name'));
    await aWhile(page);
    expect(await page.getByText('Kept on this phone, locked with your words.').count()).toBe(1);
    await own.die();
    for (const name of ['what', 'more', 'name']) expect(filesWith(profile, canary(name)), name).toEqual([]);
    expect(filesWith(profile, words.join(' '))).toEqual([]);

    const again = await start();
    const back = await tabOf(again.context);
    const second = doorPage(back);
    await second.open(server.link());
    await back.getByText('Something locked is kept on this phone.').waitFor();
    expect(await back.inputValue('#what')).toBe('');
    await second.onward(() => back.getByRole('button', { name: 'Open it with my words' }).click());
    const others =
      'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about';
    await back.fill('#phrase', others);
    await second.onward(() => back.locator('form .button.primary').click());
    await back.getByText('These words do not open what is kept on this phone either.').waitFor();
    await second.onward(() => back.getByRole('button', { name: 'Try again' }).click());
    await back.fill('#phrase', words.join(' '));
    await second.onward(() => back.locator('form .button.primary').click());
    expect(await back.inputValue('#what')).toBe(`${canary('what')} and ${canary('more')}`);
    await second.next();
    expect(await back.locator('main input:not([type])').first().inputValue()).toBe(canary('name'));
    await back.getByRole('button', { name: 'Delete it from this phone' }).click();
    await back.getByText('Deleted. This page keeps nothing on this phone.').waitFor();
    expect(await back.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  });
});

describe('a draft that she wants to keep', () => {
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });

  for (const [locale, size] of [
    ['en', 'phone'],
    ['ar', 'desktop'],
  ] as const)
    it(`is explained, kept under words that she has written down, and sent under the same ones (${locale}, ${size})`, async () => {
      const { page, door, watched } = await visitDoor(browser, server, {
        locale,
        ...windows[size],
        look: 'every screen',
      });
      await door.open(server.link());
      await door.write('Two lines.');
      const kept = page.locator('[data-kept]');
      await door.onward(() => kept.locator('.link').click());
      await door.next();
      const words = await door.phrase();
      await door.next();
      // A wrong word keeps nothing.
      await page.locator('main .button.primary').last().click();
      await page.locator('form .error').first().waitFor();
      expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
      await door.typeBack(words);
      await door.onward(() => page.locator('main .button.primary').last().click());
      await kept.locator('.note.good').waitFor();
      await door.looked();
      expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([
        'notes',
      ]);
      for (const _ of ['who', 'reach', 'files', 'review']) await door.next();
      // Words that were typed back once are not asked for again; and two presses send one request.
      await page.locator('main .button.primary').last().dblclick();
      await door.sent();
      await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
      const items = boxOf(server.story).items.map(({ item }) => item);
      expect((await readByTeam(server.story, items)).map(said)).toMatchObject([{ what: 'Two lines.' }]);
      await page.goto('about:blank');
      await door.open(server.link());
      await door.comeBack(words);
      expect(watched.faults()).toEqual([]);
    });

  it('is deleted by one press, on the page where it was typed, and stays deleted while she goes on typing', async () => {
    const { page, door } = await visitDoor(browser, server);
    await door.open(server.link());
    await door.write('First.');
    await keepIt(page, door);
    await page.getByRole('button', { name: 'Delete it from this phone' }).click();
    await page.getByText('Deleted. This page keeps nothing on this phone.').waitFor();
    await door.write('Second.');
    await door.next();
    await page.waitForTimeout(1500);
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  });

  it('opens without a line, and beside what was typed since', async () => {
    const { page, door } = await visitDoor(browser, server, { expected: [/Failed to load/, /ERR_/] });
    await door.open(server.link());
    await door.write('Kept.');
    const words = await keepIt(page, door);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto('about:blank');
    server.story.relay.between = () => Promise.reject(new TypeError('the line is dead'));
    await page.goto(server.link());
    await page.fill('#what', 'Since.');
    await page.getByRole('button', { name: 'Open it with my words' }).click();
    await page.fill('#phrase', words.join(' '));
    await page.locator('form .button.primary').click();
    await page.getByText('This is what you kept. You can go on.').waitFor();
    expect(await page.inputValue('#what')).toBe('Kept.\n\nSince.');
  });

  it('is not kept, and she is told so, where the browser refuses', async () => {
    const { page, door, watched } = await visitDoor(browser, server);
    await watched.context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', 'SecurityError');
      };
    });
    await door.open(server.link());
    await door.write('Not kept.');
    await door.onward(() => page.getByRole('button', { name: 'Keep what I typed on this phone' }).click());
    await door.next();
    const words = await door.phrase();
    await door.next();
    await door.typeBack(words);
    await page.getByRole('button', { name: 'Keep it now' }).click();
    await page.getByText('It could not be kept. What you typed is on this page only.').waitFor();
    expect(await page.inputValue('#what')).toBe('Not kept.');
  });
});
