import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { directoryOf } from '../support/directory-page.ts';
import { type DoorServer, startDoorServer } from '../support/door-server.ts';
import { lostLineErrors, visitDoor } from '../support/door-visit.ts';

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

const DAY = 24 * 3600;
const now = (): number => Math.floor(Date.now() / 1000);

describe('asking the organisation for help, from the directory', () => {
  it('takes along what she ticks and nothing else, into fields that she sees, and loses nothing that she typed', async () => {
    const { page, door } = await visitDoor(browser, server, { look: 'every screen' });
    const directory = directoryOf(page);
    await door.open(server.link());
    await door.write('They came again.');
    await directory.open();
    await directory.answer();
    const name = await directory.openFirst();
    await door.onward(() => page.getByRole('button', { name: 'Ask Sample shelter for help' }).click());
    expect(await page.locator('.option input:checked').count()).toBe(0);
    await page.getByLabel('Where I am now: Türkiye').check();
    await page.getByLabel(`I found in the list: ${name}`).check();
    await page.getByLabel('What I need').check();
    await door.looked();
    await door.onward(() => page.getByRole('button', { name: 'Take it along' }).click());
    const what = await page.inputValue('#what');
    expect(what.split('\n')).toEqual([
      'They came again.',
      `I found in the list: ${name}`,
      'What I need: a safe place to stay for some time',
    ]);
    expect(what).not.toContain('Iran');
    await door.next();
    expect(await page.locator('main select').first().inputValue()).toBe('TR');
    expect(server.story.relay.boxes.size).toBe(0);
    // Her search is where she left it.
    await door.onward(() => page.locator('main .go .button').first().click());
    await directory.main.locator('.find-support').click();
    await page.waitForFunction((title) => document.querySelector('main h1')?.textContent === title, name);
    await page.locator('main .link').first().click();
    await directory.isThere();
    expect(await page.locator('.find form select').first().inputValue()).toBe('TR');
  });
});

describe('where nobody can be written to', () => {
  it('opens the directory by itself where the link names no organisation, and says so', async () => {
    const { page, door } = await visitDoor(browser, server, { look: 'every screen' });
    const directory = directoryOf(page);
    await page.goto(`${server.origin}/`);
    await directory.isThere();
    await page.getByRole('heading', { name: 'This link is not complete' }).waitFor();
    await door.looked();
    await directory.answer();
    await directory.openFirst();
    expect(await page.getByRole('button', { name: /^Ask .* for help$/ }).count()).toBe(0);
    await door.looked();
  });

  it('works behind a door that is closed, and leads back to what is said there', async () => {
    const { page, door } = await visitDoor(browser, server, { look: 'every screen' });
    const directory = directoryOf(page);
    await server.story.publish({ renewal: { from: now() - 7 * DAY, until: now() - 60 } });
    await page.goto(server.link());
    await page.getByRole('heading', { name: 'You cannot write here now' }).waitFor();
    await directory.open();
    await door.looked();
    await directory.answer();
    await expect.poll(() => directory.count('not')).toBeGreaterThan(0);
    await page.locator('main .link').first().click();
    await page.getByRole('heading', { name: 'You cannot write here now' }).waitFor();
    await server.story.publish({});
  });

  it('works while the relay does not answer', async () => {
    const { page, door } = await visitDoor(browser, server, { expected: lostLineErrors });
    const directory = directoryOf(page);
    server.story.relay.between = () => Promise.reject(new Error('gone'));
    await page.goto(server.link());
    await page.getByText('The server does not answer').first().waitFor();
    await directory.open();
    await directory.answer();
    await expect.poll(() => directory.count('not')).toBeGreaterThan(0);
    await door.looked();
  });
});
