import { hash } from '@leeward/domain/testing/people.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, launchBrowser, sidewaysOverflow, watchedContext, windows } from '../support/browser.ts';
import { type DeskDemo, startDeskDemo } from '../support/desk-demo.ts';
import { deskPage } from '../support/desk-page.ts';

/* Danger in a file, over a made-up session. What the judgements mean is told by the tests of packages/domain. */

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
  await page.evaluate(() => window.scrollTo(0, 0));
  if (seen !== undefined) await page.screenshot({ path: `${seen}/${name}.png`, fullPage: true });
  expect(await axeFaults(page), name).toEqual([]);
  expect(await sidewaysOverflow(page), name).toBeLessThanOrEqual(0);
};

describe('danger in a file', () => {
  for (const [locale, language, size] of [
    ['en-GB', 'en', 'desktop'],
    ['ar', 'ar', 'phone'],
  ] as const)
    it(`is logged, judged with its reasons, told in a note, and seen over several files (${locale}, ${size})`, async () => {
      const watched = await watchedContext(browser, {
        origins: demo.origins,
        expected: [/Permissions-Policy/],
        reducedMotion: 'reduce',
        locale,
        ...windows[size],
      });
      const page = await watched.newPage();
      const { t, field, button } = deskPage(page, language, 20_000);
      const file = `${demo.desk}/?session=danger#/case/${hash(571)}`;

      await page.goto(`${file}/risk`);
      await page.locator('[data-advice=act]').waitFor();
      await look(page, `risk-${locale}`);

      // Nothing is kept while a number has no reasons.
      await page.getByRole('link', { name: t('danger.assess.new'), exact: true }).click();
      const give = button('danger.assess.give');
      await give.waitFor();
      await page.locator('input[name=likelihood][value=like_5]').check();
      await page.locator('input[name=impact][value=impact_5]').check();
      await page.locator('input[name=confidence][value=conf_medium]').check();
      expect(await give.isDisabled()).toBe(true);
      expect(await page.locator('.matrix td[aria-current]').getAttribute('data-band')).toBe('risk_extreme');
      await field('danger.assess.reasons').fill('They were at the school again this morning.');
      await look(page, `risk-assess-${locale}`);
      await give.click();
      await page.locator('.case-head [data-band=risk_extreme]').first().waitFor();
      // The form leads back by itself: whoever goes on before that is led back too.
      await give.waitFor({ state: 'detached' });

      // What may hurt to read stays hidden until somebody opens it.
      await page.goto(`${file}/incidents`);
      const hidden = button('danger.graphicShow');
      await hidden.waitFor();
      expect(await page.getByText('What was done to her is told here.').count()).toBe(0);
      await hidden.click();
      await page.getByText('What was done to her is told here.').waitFor();
      await look(page, `incidents-${locale}`);
      const before = await page.locator('[data-incident]').count();
      await page.getByRole('link', { name: t('danger.incident.new'), exact: true }).click();
      await field('danger.incident.happened').fill('A call at night, and then silence.');
      await page.locator('.act-fields select').first().selectOption('act_threat_death');
      await page.locator('.act-fields input[type=checkbox]').first().check();
      await look(page, `incident-new-${locale}`);
      await button('common.save').first().click();
      await page.locator('[data-due=retriage]').waitFor();
      expect(await page.locator('[data-incident]').count()).toBe(before + 1);

      await page.goto(`${file}/risk/note`);
      await page.locator('.risk-note').waitFor();
      await look(page, `risk-note-${locale}`);

      await page.goto(`${demo.desk}/?session=danger#/patterns`);
      const pattern = page.locator('[data-pattern="actor weeks method"]');
      await pattern.waitFor();
      expect(await pattern.textContent()).toContain('Служба охраны');
      await look(page, `patterns-${locale}`);
      // From the pattern to the very incident, in view and marked, and not to its form.
      await pattern.locator('a.button').first().click();
      await page.locator('[data-incident][aria-current=true]').waitFor();
      expect(await page.locator('.incident-form').count()).toBe(0);
      await page.goto(`${demo.desk}/?session=danger#/cases`);
      await page.locator('[data-band]').first().waitFor();
      await look(page, `cases-${locale}`);
      expect(watched.faults()).toEqual([]);
      await watched.context.close();
    });
});
