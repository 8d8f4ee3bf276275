import { createTranslator, type DeskKey } from '@leeward/ui';
import { compileCatalogue } from '@leeward/ui/language/compile.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  axeFaults,
  launchBrowser,
  sidewaysOverflow,
  type Watched,
  watchedContext,
  windows,
} from '../support/browser.ts';
import { type DeskDemo, startDeskDemo } from '../support/desk-demo.ts';

/* Dates as officers read and write them, over a made-up session: what is read is told in packages/ui/src/calendar. */

const record = (501).toString(16).padStart(64, '0');
let demo: DeskDemo;
let browser: Browser;
beforeAll(async () => {
  [demo, browser] = await Promise.all([startDeskDemo(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await demo.stop();
});

for (const [name, locale, size] of [
  ['on a desktop, in English', 'en', windows.desktop],
  ['on a phone, in Arabic', 'ar', windows.phone],
] as const) {
  describe(`dates at the desk ${name}`, () => {
    const t = createTranslator<DeskKey>(locale, compileCatalogue('desk', locale));
    let watched: Watched;
    let page: Page;
    const go = async (hash: string): Promise<void> => {
      await page.evaluate((to) => {
        window.location.hash = to;
      }, hash);
      await page.locator('h1').first().waitFor();
    };
    const looked = async (): Promise<void> => {
      expect(await axeFaults(page)).toEqual([]);
      expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    };
    beforeAll(async () => {
      watched = await watchedContext(browser, { origins: demo.origins, locale, ...size });
      page = await watched.newPage();
      await page.goto(`${demo.desk}/?session=open#/case/${record}/documents`);
      await page.locator('[data-act=add-document]').click();
    });
    afterAll(async () => {
      expect(watched.faults()).toEqual([]);
      await watched.context.close();
    });

    it('are read in any digits and with months of any language, and said with their day of the week', async () => {
      const received = page.getByLabel(t('documents.received'), { exact: true });
      const note = page.locator('.date-line', { has: received }).locator('.date-line-note');
      await received.fill('١٤ آذار ٢٠٢١');
      const said = new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(Date.UTC(2021, 2, 14));
      await note.getByText(said).waitFor();
      // The name of a Persian month says its calendar: the same day stands there in both.
      await received.fill('30 Esfand 1399');
      await note.getByText(/1399/).waitFor();
      expect(await note.innerText()).toMatch(/2021/);
      // What can be two days is not guessed silently.
      await received.fill('3/4/2021');
      const line = page.locator('.date-line', { has: received });
      expect(await line.locator('.button.small').count()).toBe(1);
      await looked();
    });

    it('of a year in another calendar are never taken for the year 1399, and one press says which was meant', async () => {
      const received = page.getByLabel(t('documents.received'), { exact: true });
      const line = page.locator('.date-line', { has: received });
      await received.fill('1399/12/30');
      await received.blur();
      await line.getByText(t('day.problem.year')).waitFor();
      expect(await received.evaluate((box: HTMLInputElement) => box.validity.valid)).toBe(false);
      await looked();
      await line.locator('.button.small').first().click();
      expect(await received.evaluate((box: HTMLInputElement) => box.validity.valid)).toBe(true);
      await line.locator('.date-line-note').getByText(/2021/).waitFor();
      await received.fill('31/2/2021');
      await received.blur();
      await line.getByText(t('day.problem.no-such-day')).waitFor();
      await received.fill('');
    });

    it('that are not exact are written in one line, in the calendar of the paper', async () => {
      const made = page.getByRole('group', { name: t('documents.made') });
      const line = made.getByRole('textbox', { name: t('documents.made') });
      await line.fill('حدود ۱۹۸۰');
      await made.getByText(t('date.about', { date: '1980' }), { exact: true }).waitFor();
      await made.getByLabel(t('day.calendar'), { exact: true }).selectOption('persian');
      await line.fill('بهار ۱۳۹۹');
      await made.locator('.date-line-note').getByText(/2020/).waitFor();
      await looked();
    });

    it('follow the calendar that the reader chooses, on every screen, and are typed in it', async () => {
      await go('#/settings');
      await page.getByLabel(t('settings.calendar'), { exact: true }).selectOption('persian');
      const today = new Intl.DateTimeFormat(locale, { calendar: 'persian', year: 'numeric' }).formatToParts(
        Date.now(),
      );
      const year = today.find(({ type }) => type === 'year')?.value ?? '?';
      await page.locator('main').getByText(year).first().waitFor();
      await looked();
      // The form that was begun is still there, with what was written in it.
      await go(`#/case/${record}/documents`);
      const received = page.getByLabel(t('documents.received'), { exact: true });
      await received.fill('۱۴۰۰/۱/۱');
      const note = page.locator('.date-line', { has: received }).locator('.date-line-note');
      await note.getByText(/2021/).waitFor();
      await looked();
    });
  });
}
