import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, windows } from '../support/browser.ts';
import { directoryOf, kept, nothing } from '../support/directory-page.ts';
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

describe('somebody who looks for support', () => {
  for (const [locale, size] of [
    ['en', 'phone'],
    ['ar', 'phone'],
    ['es', 'phone'],
    ['en', 'desktop'],
    ['ar', 'desktop'],
  ] as const) {
    it(`answers a few questions, sees three lists with reasons, opens an entry and comes back (${locale}, ${size})`, async () => {
      const { page, door, watched } = await visitDoor(browser, server, {
        locale,
        ...windows[size],
        look: 'every screen',
      });
      const directory = directoryOf(page);
      await door.open(server.link());
      await directory.open();
      await door.looked();
      const all = await directory.count('all');
      expect(all).toBeGreaterThan(200);
      const before = await directory.count('not');
      await directory.answer();
      await expect.poll(() => directory.count('not')).toBeGreaterThan(before);
      const sum = async (): Promise<number> =>
        (await directory.count('fits')) + (await directory.count('ask')) + (await directory.count('not'));
      expect(await sum()).toBe(all);
      await door.looked();

      // Another answer changes the lists, and taking it back brings them back.
      const asked = await directory.count('ask');
      await page.locator('.find form select').first().selectOption('BR');
      await expect.poll(() => directory.count('ask')).not.toBe(asked);
      await page.locator('.find form select').first().selectOption('TR');
      await expect.poll(() => directory.count('ask')).toBe(asked);

      // What does not fit is folded by the reason, and says it in words.
      await directory.tab('not').click();
      expect(await directory.cards.count()).toBe(0);
      await page.locator('details.group summary').first().click();
      await directory.cards.first().waitFor();
      expect(await page.locator('.entry:has(.reasons .no)').count()).toBe(await directory.cards.count());
      await door.looked();

      // Everything is there, ten at a time, and each says in which list it stands.
      await directory.tab('all').click();
      expect(await directory.cards.count()).toBe(10);
      expect(await page.locator('.entry > p > .chip').count()).toBeGreaterThanOrEqual(10);
      await page.locator('.results > .button.screen-only').click();
      expect(await directory.cards.count()).toBe(20);

      await directory.tab('ask').click();
      const name = await directory.openFirst();
      await door.looked();
      expect(await page.locator('main .reasons .yes').count()).toBeGreaterThan(0);
      expect(await page.locator('.address .code').textContent()).toMatch(/^https?:\/\//);
      const link = page.locator('.address a');
      expect(await link.getAttribute('rel')).toBe('noreferrer noopener');
      // Words of the source stay in their language and say which it is.
      const foreign = page.locator('.fact [lang]');
      if (locale === 'en') expect(await foreign.count()).toBe(0);
      else {
        expect(await foreign.first().getAttribute('lang')).toBe('en');
        expect(await foreign.first().getAttribute('dir')).toBe('ltr');
      }
      await page.locator('main .link').first().click();
      await directory.isThere();
      expect(await directory.cards.locator('.name').first().textContent()).toBe(name);
      expect(await page.locator('[data-list=ask]').getAttribute('aria-pressed')).toBe('true');
      expect(watched.faults()).toEqual([]);
    });
  }

  it('finds by words in any script, and says where nothing is found', async () => {
    const { page, door } = await visitDoor(browser, server, { locale: 'ar', look: 'every screen' });
    const directory = directoryOf(page);
    await door.open(server.link());
    await directory.open();
    await directory.tab('all').click();
    const search = page.locator('#search');
    const all = await directory.count('all');
    await search.fill('ICORN');
    await expect.poll(() => directory.count('all')).toBeLessThan(20);
    expect(await directory.count('all')).toBeGreaterThan(0);
    expect(await directory.cards.first().textContent()).toMatch(/icorn/i);
    // A kind of help in the language of the page, with an article that the list does not write.
    await search.fill('الإيواء');
    await expect.poll(() => directory.count('all')).toBeGreaterThan(3);
    expect(await directory.count('all')).toBeLessThan(all);
    // What may harm stands at the top of an entry, before anything else.
    const careful = page.locator('.entry:has(> p > .chip.warn) .name').first();
    await search.fill('');
    await directory.tab('all').click();
    while ((await careful.count()) === 0) await page.locator('.results > .button.screen-only').click();
    await careful.click();
    await page.locator('.address').waitFor();
    expect(await page.locator('main .screen > section').first().getAttribute('class')).toContain('danger');
    await door.looked();
    await page.locator('main .link').first().click();
    await directory.isThere();
    await search.fill('zzzz');
    await expect.poll(() => directory.count('all')).toBe(0);
    await door.looked();
    await search.fill('');
    await expect.poll(() => directory.count('all')).toBe(all);
  });

  it('answers the question that settles most, in its place, until it is said that it is enough', async () => {
    const { page, door } = await visitDoor(browser, server, { look: 'every screen' });
    const directory = directoryOf(page);
    await door.open(server.link());
    await directory.open();
    await directory.answer();
    // Help with phone and accounts within a month: of that kind there are doors whose speed and state are known.
    const needs = page.locator('.find form .toggles').first().locator('.option');
    await needs.first().click();
    await needs.nth(6).click();
    await page.locator('.find form .toggles').nth(1).locator('.option').nth(2).click();
    const open = await directory.count('ask');
    await page.locator('.next select').first().selectOption('threat');
    await page.getByRole('button', { name: 'Next question' }).click();
    await expect.poll(() => page.locator('.next').textContent()).not.toContain('What happened');
    for (let round = 0; round < 12 && (await page.locator('.next').count()) > 0; round += 1) {
      const yes = page.locator('.next .choice').first();
      const option = page.locator('.next .option').first();
      if ((await yes.count()) > 0) await yes.click();
      else if ((await option.count()) > 0) await option.click();
      else {
        await page.getByRole('button', { name: 'I do not know, or I do not want to say' }).first().click();
        continue;
      }
      await page.getByRole('button', { name: 'Next question' }).click();
    }
    expect(await directory.count('fits')).toBeGreaterThan(0);
    expect(await directory.count('ask')).toBeLessThan(open);
    await directory.tab('fits').click();
    expect(await page.locator('.entry .reasons .yes').count()).toBeGreaterThan(0);
    expect(await page.locator('.entry .ask').count()).toBe(0);
    await door.looked();
    // An organisation's own answer counts for its entry.
    await directory.tab('ask').click();
    const card = page.locator('.entry:has(details)').first();
    await card.locator('summary').click();
    const id = await card.getAttribute('data-entry');
    await card.locator('.choice').nth(1).click();
    await page.locator(`[data-entry="${id}"]`).waitFor({ state: 'detached' });
    // The focus is not lost with the card.
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
    await page.getByRole('button', { name: 'Forget my answers' }).click();
    await expect.poll(() => directory.count('fits')).toBe(0);
  });

  it('[fault 41] leaves no trace: one file is fetched, no address changes, nothing is stored, nothing is sent', async () => {
    const { page, door, watched } = await visitDoor(browser, server);
    const directory = directoryOf(page);
    await door.open(server.link());
    await page.waitForLoadState('networkidle');
    const address = page.url();
    const entries = await page.evaluate(() => history.length);
    const asked = watched.requests().length;
    await directory.open();
    const fetched = watched
      .requests()
      .slice(asked)
      .map((one) => new URL(one).pathname);
    expect(fetched.filter((path) => path.endsWith('.json'))).toEqual([
      expect.stringMatching(/^\/parts\/facts-[0-9a-f]{12}\.json$/),
    ]);
    expect(fetched.every((path) => path.startsWith('/parts/'))).toBe(true);

    const quiet = watched.requests().length;
    await directory.answer();
    await page.locator('#search').fill('journalist');
    await directory.tab('all').click();
    await directory.openFirst();
    await page.getByRole('button', { name: 'Copy as text' }).click();
    const text = await page.locator('.copy textarea').inputValue();
    expect(text).toContain('https://');
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    await page.locator('main .link').first().click();
    await directory.isThere();
    await page.getByRole('button', { name: 'Copy as text' }).click();
    expect(await page.locator('.copy textarea').inputValue()).toContain('https://');
    expect(watched.requests().slice(quiet)).toEqual([]);
    expect(page.url()).toBe(address);
    expect(await page.evaluate(() => history.length)).toBe(entries);
    expect(await page.title()).toBe('Notes');
    expect(await kept(page)).toEqual(nothing);
    const loose = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>('main input, main textarea')]
        .filter((field) => field.autocomplete !== 'off' || (field.name !== '' && field.type !== 'radio'))
        .map((field) => field.outerHTML.slice(0, 200)),
    );
    expect(loose).toEqual([]);
    expect(watched.faults()).toEqual([]);
  });

  it('prints an entry and a list without buttons, fields or answers, under a dull title', async () => {
    const { page, door } = await visitDoor(browser, server, windows.desktop);
    const directory = directoryOf(page);
    await door.open(server.link());
    await directory.open();
    await directory.answer();
    await page.emulateMedia({ media: 'print' });
    const seen = (): Promise<readonly string[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll('button, select, input, textarea, .screen-only, header')]
          .filter((one) => one.checkVisibility() && !one.matches('.name'))
          .map((one) => one.outerHTML.slice(0, 120)),
      );
    expect(await seen()).toEqual([]);
    expect(await page.locator('.entry .print-only').first().isVisible()).toBe(true);
    expect(await page.title()).toBe('Notes');
    await page.emulateMedia({ media: 'screen' });
    const name = await directory.openFirst();
    await page.emulateMedia({ media: 'print' });
    expect(await seen()).toEqual([]);
    expect(await page.locator('main').innerText()).toContain(name);
    expect(await page.locator('main').innerText()).toContain('https://');
  });

  it('keeps answers, place and search through an entry and another language', async () => {
    const { page, door } = await visitDoor(browser, server, { look: 'every screen' });
    const directory = directoryOf(page);
    await door.open(server.link());
    await directory.open();
    // Before she has said anything: all of it by name, and no card asks.
    expect(await directory.tab('all').getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('.entry .ask').count()).toBe(0);
    await directory.answer();
    // A place for three years: what is known to be shorter does not fit.
    await page.locator('.find form summary').click();
    const before = await directory.count('not');
    await page.locator('.find form').getByLabel('For how many months do you need a place').selectOption('36');
    await expect.poll(() => directory.count('not')).toBeGreaterThan(before);
    await page.locator('.find form').getByLabel('How old are you?').fill('٣٤');
    expect(await page.locator('.find form').getByLabel('How old are you?').inputValue()).toBe('34');
    await directory.tab('all').click();
    const seventh = directory.cards.nth(6).locator('.name');
    const name = await seventh.textContent();
    await seventh.click();
    await page.locator('.address').waitFor();
    await page.locator('main .link').first().click();
    await directory.isThere();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(name);
    await expect.poll(() => seventh.evaluate((one) => one.getBoundingClientRect().top)).toBeGreaterThan(0);
    expect(await seventh.evaluate((one) => one.getBoundingClientRect().top < innerHeight)).toBe(true);
    // What was opened under a reason is open again, too.
    await directory.tab('not').click();
    await page.locator('details.group summary').nth(1).click();
    await directory.openFirst();
    await page.locator('main .link').first().click();
    await directory.isThere();
    expect(await page.locator('details.group[open]').count()).toBe(1);
    const counts = [await directory.count('ask'), await directory.count('not')];
    await page.locator('header select').selectOption('es');
    await page.getByRole('heading', { name: 'Buscar apoyo' }).waitFor();
    expect([await directory.count('ask'), await directory.count('not')]).toEqual(counts);
    expect(await page.locator('.find form select').first().inputValue()).toBe('TR');
    await door.looked();
  });

  it('[fault 42] leaves from anywhere in it by Esc three times', async () => {
    const { page, door } = await visitDoor(browser, server);
    const directory = directoryOf(page);
    await door.open(server.link());
    await directory.open();
    await directory.openFirst();
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Escape');
    await page.waitForURL(/measures\.html$/);
    expect(await page.title()).toBe('Kitchen measures');
  });
});
