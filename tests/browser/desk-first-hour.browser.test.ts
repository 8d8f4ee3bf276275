import type { DeskLocale } from '@leeward/ui';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, watchedContext, windows } from '../support/browser.ts';
import { type BuiltApps, buildApps } from '../support/built-apps.ts';
import { deskPage } from '../support/desk-page.ts';
import { startTestRelay } from '../support/relay.ts';

/* The first hour: from an empty device to a door whose link is handed out, by doing what the desk says and nothing else. */

let apps: BuiltApps;
let browser: Browser;
beforeAll(async () => {
  [apps, browser] = await Promise.all([buildApps(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  apps?.end();
});

const unsigned: readonly RegExp[] = [
  /A bad HTTP response code \(404\) was received when fetching the script/,
];

const settings: readonly (readonly [DeskLocale, string, keyof typeof windows])[] = [
  ['en', 'en-GB', 'desktop'],
  ['ar', 'ar-MA', 'phone'],
];

describe('a desk in an old browser', () => {
  it('[fault 45] says so in every language instead of staying empty', async () => {
    const relay = await startTestRelay({ apps });
    const context = await browser.newContext();
    try {
      await context.addInitScript(() => {
        Object.defineProperty(Array.prototype, 'toSorted', { value: undefined });
      });
      const page = await context.newPage();
      await page.goto(relay.url('desk'));
      for (const title of ['This browser is too old', 'هذا المتصفح قديم'])
        await page.getByRole('heading', { name: title }).waitFor();
      expect(await page.locator('form, input').count()).toBe(0);
    } finally {
      await context.close();
      await relay.end();
    }
  });
});

describe('the first hour', () => {
  for (const [locale, tag, size] of settings) {
    it(`leads from an empty device to a door that is handed out (${locale}, ${size})`, async () => {
      const relay = await startTestRelay({ apps });
      const watched = await watchedContext(browser, {
        origins: ['desk', 'door', 'files'].map((app) => `${relay.url(app as 'desk')}/`),
        locale: tag,
        expected: unsigned,
        ...windows[size],
      });
      try {
        const page = await watched.newPage();
        // A printer that is always done at once, and remembers what was on the paper.
        await page.addInitScript(() => {
          window.print = () => {
            const paper = document.querySelector('.door-sheet');
            document.documentElement.dataset['printed'] = `${document.title}|${paper?.textContent ?? 'none'}`;
            window.dispatchEvent(new Event('afterprint'));
          };
        });
        const desk = deskPage(page, locale);
        const step = (name: string) => page.locator(`.first-step[data-step=${name}]`);
        /** Takes the step that the desk says comes next. */
        const follow = async (name: string): Promise<void> => {
          await page.locator(`.first-step[data-step=${name}][aria-current=step]`).waitFor();
          await step(name).getByRole('link').click();
        };
        /** Who was led to a place within a screen begins there. */
        const beginsAt = async (words: string): Promise<void> => {
          await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(words);
        };
        const back = (): Promise<void> => desk.goTo('today.title', 'today.title');
        const guide = (place: 'languages' | 'promise' | 'publish', number: number): string =>
          desk.t('guide.numbered', { number, title: desk.t(`guide.${place}`) });

        await desk.found(relay.url('desk'), await relay.token(), 'Synthetic Aid', 'Officer One');
        // The recovery file was made on the way in: nobody has to say so.
        await step('recovery').waitFor();
        expect(await step('recovery').getAttribute('data-standing')).toBe('done');
        await desk.looked();

        await follow('languages');
        await beginsAt(guide('languages', 1));
        expect(await desk.button('door.save').isDisabled()).toBe(true);
        for (const language of ['English', 'العربية'])
          await page.getByRole('checkbox', { name: language, exact: true }).check();
        await page.locator('[data-language=en]').getByLabel(desk.t('door.name')).fill('Synthetic Aid');
        await page.getByText(desk.t('form.kept')).waitFor();
        await back();

        await follow('promise');
        await beginsAt(guide('promise', 2));
        const promise = (language: string) =>
          page.locator(`[data-language=${language}]`).getByLabel(desk.t('door.retention'));
        await page.getByText(desk.t('guide.silent')).waitFor();
        await promise('ar').fill('وعد من عندنا.');
        await desk.field('promise.months').selectOption('12');
        await desk.button('promise.put').click();
        // Ready sentences in the language of the door, and never over what somebody wrote.
        expect(await promise('en').inputValue()).toBe(
          'What you write is kept for 12 months after the last message. Then it is destroyed. You can ask us to destroy it earlier.',
        );
        expect(await promise('ar').inputValue()).toBe('وعد من عندنا.');
        await page.getByText(desk.t('promise.own')).waitFor();
        expect(await page.getByText(desk.t('guide.silent')).count()).toBe(0);
        await desk.looked();
        await back();

        await follow('publish');
        await beginsAt(guide('publish', 4));
        await page.locator('.door-look').getByText('Synthetic Aid').waitFor();
        await desk.button('door.save').click();
        // What was published takes the place of the guide, and the focus.
        await page.getByText(desk.t('door.open')).waitFor();
        await expect
          .poll(() => page.evaluate(() => document.activeElement?.textContent))
          .toContain(desk.t('door.open'));
        await desk.looked();
        await back();

        await follow('handOut');
        await beginsAt(desk.t('door.handOut'));
        await desk.button('door.print').click();
        await desk.looked();
        const printed = (): Promise<string | undefined> =>
          page.evaluate(() => document.documentElement.dataset['printed']);
        await desk.button('door.printNow').click();
        // The code and no word: neither a name nor an address, also not in the heading that browsers print.
        await expect.poll(printed).toBe('·|');
        await desk.field('door.sheetWords').fill('Synthetic words');
        await page.getByRole('checkbox', { name: desk.t('door.sheetName'), exact: true }).check();
        await desk.button('door.printNow').click();
        await expect.poll(printed).toBe('·|Synthetic AidSynthetic words');
        await desk.button('common.close').click();
        await back();

        await follow('second');
        await beginsAt(desk.t('invite.title'));
        expect(await desk.field('invite.role').inputValue()).toBe('administrator');
        await desk.button('invite.make').click();
        await page.getByRole('textbox', { name: desk.t('invite.link') }).waitFor();
        await desk.looked();
        await back();
        // An invitation is no person yet.
        await step('second').and(page.locator('[data-standing=waiting]')).waitFor();
        expect(await step('compare').getAttribute('data-standing')).toBe('waiting');

        // What is not for this organisation goes; the list itself can be put away, stays away, and comes back.
        await step('questions').getByRole('button').click();
        await step('questions').waitFor({ state: 'detached' });
        await desk.looked();
        await desk.button('steps.putAway').click();
        await step('second').waitFor({ state: 'detached' });
        const line = page.getByRole('button', { name: desk.t('steps.title') });
        await desk.goTo('shell.cases', 'cases.title');
        await back();
        await line.click();
        await step('second').waitFor();
        expect(await step('questions').count()).toBe(0);
        expect(watched.faults()).toEqual([]);
      } finally {
        await watched.context.close();
        await relay.end();
      }
    });
  }
});
