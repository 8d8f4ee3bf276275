import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, launchBrowser, sidewaysOverflow, watchedContext, windows } from '../support/browser.ts';
import { type DeskDemo, startDeskDemo } from '../support/desk-demo.ts';

/* Verification, eligibility and programmes over a made-up session. */

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
const file = `#/case/${(502).toString(16).padStart(64, '0')}`;

describe('from who says what to what fits', () => {
  for (const [locale, size] of [
    ['en-GB', 'desktop'],
    ['ar', 'phone'],
  ] as const)
    it(`shows what stands against asking, keeps a finding, argues a test and takes a door up (${locale}, ${size})`, async () => {
      const watched = await watchedContext(browser, {
        origins: demo.origins,
        expected: [/Permissions-Policy/],
        reducedMotion: 'reduce',
        locale,
        ...windows[size],
      });
      const page = await watched.newPage();
      await page.goto(`${demo.desk}/?session=trust${file}/verification`);
      await page.locator('#verify-overall').waitFor();
      // Who does not know is told plainly, and as no mark against anybody.
      expect(await page.locator('.reason.noted').count()).toBeGreaterThan(0);
      expect(await page.locator('.reason.no').count()).toBe(0);
      // The referee whom she does not want contacted cannot be written down as asked.
      const barred = page.locator('section.card').filter({ has: page.locator('.note.danger') });
      await barred.first().locator('.button').first().click();
      expect(await barred.first().locator('button[type=submit]').first().isDisabled()).toBe(true);
      await look(page, `trust-verification-${locale}`);
      await barred.first().locator('form .button.quiet').first().click();

      // A finding about the question on which nothing stands yet.
      const identity = page.locator('section[aria-labelledby=verify-questions] > section').first();
      await identity.locator('.button').last().click();
      await identity.locator('select').first().selectOption('ver_1_self');
      await identity.locator('textarea').fill('Her account is coherent.');
      await identity.locator('button[type=submit]').click();
      await identity.locator('.finding').waitFor();

      await page.goto(`${demo.desk}/?session=trust${file}/eligibility`);
      await page.locator('#eligible-programmes').waitFor();
      await look(page, `trust-eligibility-${locale}`);
      const tests = page.locator('section[aria-labelledby=eligible-tests] > section');
      await tests.first().locator('.button').click();
      await tests.first().locator('select').selectOption('yes');
      await tests.first().locator('textarea').fill('Six years of reporting on land.');
      await tests.first().locator('button[type=submit]').click();
      await tests.first().locator('.chip.good').waitFor();
      // She is abroad: the grant for those at home does not fit, and says from where that is known.
      const programmes = page.locator('section[aria-labelledby=eligible-programmes] > section');
      expect(await programmes.nth(1).locator('.reason.no').count()).toBe(1);
      await programmes.first().locator('.button').last().click();
      await page.locator('section[aria-labelledby=eligible-picked] select').waitFor();
      // The directory is held against the file without leaving it.
      expect(await page.locator('section[aria-labelledby=eligible-doors] li.card').count()).toBeGreaterThan(
        0,
      );

      await page.goto(`${demo.desk}/?session=trust#/programmes`);
      await page.locator('.screen h2').first().waitFor();
      await page.locator('.screen > .stack > div > .button.primary').click();
      const form = page.locator('form');
      await form.locator('input').first().fill('Rest house');
      await form.locator('select').last().selectOption('rule_call_window');
      await form.getByRole('textbox').last().fill('31 janvier 2027');
      await look(page, `trust-programmes-${locale}`);
      await form.locator('button[type=submit]').click();
      await page.locator('h2').filter({ hasText: 'Rest house' }).waitFor();
      expect(watched.faults()).toEqual([]);
      await page.context().close();
    });
});
