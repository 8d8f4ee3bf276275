import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, launchBrowser, sidewaysOverflow, watchedContext, windows } from '../support/browser.ts';
import { type DeskDemo, startDeskDemo } from '../support/desk-demo.ts';

/* An organisation's own questions in a file, over a made-up session: a form of 93 pages and 1,400 fields. */

let browser: Browser;
let demo: DeskDemo;
beforeAll(async () => {
  [browser, demo] = await Promise.all([launchBrowser(), startDeskDemo()]);
});
afterAll(async () => {
  await browser.close();
  await demo.stop();
});

/** A picture of 2 by 2 points. */
const dot =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGNQSEg40ODA8OBCgkHABAAk3gWB8uczigAAAABJRU5ErkJggg==';

const seen = process.env['LEEWARD_LOOK'];
const look = async (page: Page, name: string): Promise<void> => {
  if (seen !== undefined) await page.screenshot({ path: `${seen}/${name}.png`, fullPage: true });
  expect(await axeFaults(page), name).toEqual([]);
  expect(await sidewaysOverflow(page), name).toBe(0);
};

const file = `#/case/${(501).toString(16).padStart(64, '0')}`;

describe('a form of 93 pages and 1,400 fields in a file', () => {
  for (const [locale, size, search] of [
    ['en-GB', 'desktop', 'question 1 household'],
    ['ar', 'phone', 'السؤال 1 الأسرة'],
  ] as const)
    it(`shows one page at a time, keeps what is typed, and says what is still needed (${locale}, ${size})`, async () => {
      const watched = await watchedContext(browser, {
        origins: demo.origins,
        expected: [/Permissions-Policy/],
        reducedMotion: 'reduce',
        locale,
        ...windows[size],
      });
      const page = await watched.newPage();
      await page.goto(`${demo.desk}/?session=long-form#/cases`);
      await page.locator('h1').waitFor();
      const href = await page.locator('a[href^="#/case/"]').first().getAttribute('href');
      await page.goto(`${demo.desk}/?session=long-form${href ?? file}/questions`);
      await page.locator('section[aria-labelledby=at-people] .button').waitFor();
      await look(page, `case-questions-${locale}`);
      await page.locator('section[aria-labelledby=at-people] .button').click();
      const form = page.locator('.filler form');
      await form.locator('input').first().waitFor();
      // 1,400 fields stand behind it, and no more than a page of them on the screen.
      const contents = page.locator('.filler .contents');
      await contents.locator('summary').click();
      await contents.locator('li').first().waitFor();
      expect(await contents.locator('li').count()).toBe(93);
      await look(page, `case-questions-contents-${locale}`);
      await contents.locator('summary').click();
      expect(await form.locator('input, textarea').count()).toBeLessThan(20);

      // A number that is none is said and not kept; Arabic digits are numbers.
      await form.locator('fieldset fieldset, fieldset .button').last().click();
      const age = form.locator('.card input[inputmode=numeric]');
      await age.fill('many');
      await form.locator('.card .error').waitFor();
      await age.fill('٢١');
      await form.locator('.card .error').waitFor();
      await age.fill('٩');
      await form.locator('.card .error').waitFor({ state: 'detached' });
      await look(page, `case-questions-first-${locale}`);
      const submit = form.locator('button[type=submit]');
      await submit.click();
      await form.locator('h3').filter({ hasText: '2' }).waitFor();
      // What the first page needs is still open, and one step away.
      const missing = form.locator('.cluster .button.quiet').nth(1);
      await missing.click();
      const village = form.locator('input').first();
      await village.fill('By the river');
      await submit.click();
      await form.locator('h3').filter({ hasText: '2' }).waitFor();

      // An answer that could do harm is covered once it is kept.
      await form.locator('textarea').fill('Said in confidence.');
      await contents.locator('summary').click();
      await contents.locator('li button').nth(5).click();
      await form.locator('h3').filter({ hasText: '6' }).waitFor();
      // Back by a search through all 1,400 questions.
      await contents.locator('summary').click();
      await contents.locator('input[type=search]').fill(search);
      await contents.locator('p[role=status]').waitFor();
      await look(page, `case-questions-found-${locale}`);
      await contents.locator('li button').first().click();
      await form.locator('h3').filter({ hasText: '2' }).waitFor();
      expect(await form.locator('textarea').count()).toBe(0);
      await form.locator('fieldset .button.small').first().click();
      expect(await form.locator('textarea').inputValue()).toBe('Said in confidence.');
      // A photo is an answer too: without its hidden data, opened where it stands, and kept with the page.
      await form
        .locator('input[type=file]')
        .setInputFiles({ name: 'gate.png', mimeType: 'image/png', buffer: Buffer.from(dot, 'base64') });
      await form.locator('.file-name').waitFor();
      await look(page, `case-questions-page-${locale}`);
      await submit.click();
      await form.locator('h3').filter({ hasText: '3' }).waitFor();
      expect(watched.faults()).toEqual([]);
      await page.context().close();
    });
  it('gets a newer version in files, and an officer takes over what fits the earlier answers', async () => {
    const watched = await watchedContext(browser, {
      origins: demo.origins,
      expected: [/Permissions-Policy/],
      reducedMotion: 'reduce',
      locale: 'en-GB',
      ...windows.phone,
    });
    const page = await watched.newPage();
    await page.goto(`${demo.desk}/?session=long-form#/cases`);
    const href = (await page.locator('a[href^="#/case/"]').first().getAttribute('href')) ?? file;
    const go = (address: string): Promise<unknown> =>
      page.evaluate((hash) => {
        window.location.hash = hash;
      }, address);
    await go(`${href}/questions`);
    await page.locator('section[aria-labelledby=at-people] .button').click();
    const form = page.locator('.filler form');
    await form.locator('input').nth(0).fill('By the river');
    await form.locator('input').nth(1).fill('2021-03');
    await page.getByRole('button', { name: 'Save and close' }).click();
    await page.getByText('Open: Field mission: long form').waitFor();

    // An administrator makes a new version: one question is gone, another has other words.
    await go('#/questions');
    await page.getByRole('button', { name: 'Make a new version' }).click();
    const builder = page.locator('form.card');
    const rows = builder.locator('.outline-row');
    await rows.nth(1).click();
    await builder.getByRole('button', { name: 'Remove' }).last().click();
    await rows.nth(0).click();
    await builder.locator('section.form-card input[lang=en]').first().fill('Which village, and where?');
    await builder.getByText('Who can read the answer').waitFor();
    if (seen !== undefined) await page.screenshot({ path: `${seen}/case-questions-version.png` });
    await builder.getByRole('button', { name: 'Ask this version from now on' }).click();
    await builder.waitFor({ state: 'detached' });

    await go(`${href}/questions`);
    await page.getByRole('link', { name: 'Take over into the new version' }).click();
    await page.getByText('1 answer fits').waitFor();
    await page.getByText('It is not asked any more.').waitFor();
    await page.getByText('Which village, and where?').waitFor();
    await look(page, 'case-questions-carry');
    await page.getByRole('button', { name: 'Take over and open' }).click();
    await form.locator('input').first().waitFor();
    expect(await form.locator('input').first().inputValue()).toBe('By the river');
    await page.getByText('From the earlier version: what did not fit').click();
    await page.getByText('It is not asked any more.').waitFor();
    await look(page, 'case-questions-carried');
    await page.getByRole('link', { name: 'Open the earlier answers' }).click();
    await form.locator('input').nth(1).waitFor();
    expect(await form.locator('input').nth(1).inputValue()).toContain('2021');
    expect(watched.faults()).toEqual([]);
    await page.context().close();
  });
});
