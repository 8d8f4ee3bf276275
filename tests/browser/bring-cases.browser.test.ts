import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, launchBrowser, sidewaysOverflow, watchedContext, windows } from '../support/browser.ts';
import { type DeskDemo, startDeskDemo } from '../support/desk-demo.ts';

/* Bringing cases from a table, over a made-up session. What the cases become is in tests/sync/bring.test.ts. */

let browser: Browser;
let demo: DeskDemo;
beforeAll(async () => {
  [browser, demo] = await Promise.all([launchBrowser(), startDeskDemo()]);
});
afterAll(async () => {
  await browser.close();
  await demo.stop();
});

const seen = process.env['LEEWARD_LOOK'];
const look = async (page: Page, name: string): Promise<void> => {
  if (seen !== undefined) await page.screenshot({ path: `${seen}/${name}.png`, fullPage: true });
  expect(await axeFaults(page), name).toEqual([]);
  expect(await sidewaysOverflow(page), name).toBe(0);
};

const table = [
  'Cases of last year,,,,,,,',
  'Case No,Alias,Full name,Priority,Country,Since,Due,Remarks',
  'A-1,Alder,Somebody,high,Kenya,3/4/2026,۱۴۰۵/۰۵/۱۷,Speaks quietly',
  'A-2,Birch,Somebody,very soon,Uganda,2026-02,1405/05/31,',
  'A-3,Birch,Somebody,high,Nowhere,,,',
].join('\n');

describe('cases from a table', () => {
  for (const [locale, size] of [
    ['en-GB', 'desktop'],
    ['ar', 'phone'],
  ] as const)
    it(`are looked at, mended in place, brought once and undone as one step (${locale}, ${size})`, async () => {
      const watched = await watchedContext(browser, {
        origins: demo.origins,
        expected: [/Permissions-Policy/],
        reducedMotion: 'reduce',
        locale,
        ...windows[size],
      });
      const page = await watched.newPage();
      await page.goto(`${demo.desk}/?session=open#/bring`);
      const file = page.locator('input[type=file]');
      await file.waitFor();
      // What is no table is said to be none, and nothing is kept.
      await file.setInputFiles({
        name: 'broken.json',
        mimeType: 'application/json',
        buffer: Buffer.from('{"a":'),
      });
      await page.locator('[role=alert]').waitFor();
      await look(page, `bring-choose-${locale}`);
      await file.setInputFiles({ name: 'cases.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
      const submit = page.locator('button[type=submit]');
      await submit.waitFor();
      // Nothing is ready: a date can be read in two ways, two words are in no list, two rows have one pseudonym, and Persian dates wait.
      expect(await submit.isDisabled()).toBe(true);
      expect(await page.locator('select[id$=c2]').inputValue()).toBe('leaveOut');
      // What is left out stays out of focus until somebody asks; so does what goes into identities.
      const samples = page.locator('.bring-samples');
      expect(await samples.nth(2).getAttribute('class')).toContain('blurred');
      await page.locator('select[id$=c2]').selectOption('identity:legalName');
      expect(await samples.nth(2).getAttribute('class')).toContain('blurred');
      await look(page, `bring-preview-${locale}`);
      await page.locator('button[aria-pressed=false]').first().click();
      expect(await samples.nth(2).getAttribute('class')).not.toContain('blurred');
      // What the table does not say of its dates is asked for each column; what is guessed is offered with what it would be.
      const dates = page.locator('.bring-dates');
      await dates.first().locator('select').last().selectOption('day-first');
      await dates.nth(1).locator('.note button').first().click();
      await dates.nth(1).locator('.bring-read li').nth(1).waitFor();
      expect(await dates.nth(1).locator('.bring-read li').first().innerText()).toMatch(/2026|٢٠٢٦/);
      await look(page, `bring-dates-${locale}`);
      const unknown = page.locator('section[aria-labelledby=bring-preview] select');
      await unknown.first().selectOption('');
      await unknown.nth(1).selectOption('urg_urgent');
      // The last thing is mended in its row.
      const doubled = page.locator('section[aria-labelledby=bring-preview] .card h3').last();
      await doubled.waitFor();
      await page.locator('select[id$=c1]').selectOption('note');
      await page
        .locator('section[aria-labelledby=bring-preview] .card input')
        .first()
        .waitFor({ state: 'detached' });
      expect(await submit.isDisabled()).toBe(false);
      await submit.click();
      await page.locator('[role=status] a[href="#/cases"]').waitFor();
      const batch = page.locator('section[aria-labelledby=bring-batches] .card');
      await batch.waitFor();
      await batch.locator('button').click();
      await batch.locator('input').fill('Wrong year');
      await look(page, `bring-undo-${locale}`);
      await batch.locator('button[type=submit]').click();
      await batch.locator('input').waitFor({ state: 'detached' });
      await batch.locator('button').click();
      // Nothing of the table is kept here any more: after a lock there is none to be brought.
      const lock = page.locator('.button.lock');
      if (!(await lock.isVisible())) await page.locator('.menu-button').click();
      await lock.click();
      await page.locator('form input').first().fill('made up for tests only');
      await page.locator('button[type=submit]').click();
      await file.waitFor();
      expect(await page.locator('.bring-columns').count()).toBe(0);
      expect(watched.faults()).toEqual([]);
      await page.context().close();
    });
});
