import type { DeskLocale } from '@leeward/ui';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type Watched, watchedContext, windows } from '../support/browser.ts';
import { type DeskDemo, startDeskDemo } from '../support/desk-demo.ts';
import { deskPage } from '../support/desk-page.ts';

/* A journalist on the way is silent: from the day to the ladder, to her plan, and to what else is due. */

const record = (507).toString(16).padStart(64, '0');

let demo: DeskDemo;
let browser: Browser;
beforeAll(async () => {
  demo = await startDeskDemo();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

const settings: readonly {
  readonly locale: DeskLocale;
  readonly tag: string;
  readonly window: (typeof windows)['desktop' | 'phone'];
}[] = [
  { locale: 'en', tag: 'en-GB', window: windows.desktop },
  { locale: 'ar', tag: 'ar-EG', window: windows.phone },
];

for (const { locale, tag, window } of settings) {
  const walk = async (
    hash: string,
    steps: (desk: ReturnType<typeof deskPage>, page: Page) => Promise<void>,
  ): Promise<void> => {
    const watched: Watched = await watchedContext(browser, { origins: demo.origins, locale: tag, ...window });
    try {
      const page = await watched.newPage();
      const desk = deskPage(page, locale, 15_000);
      await page.goto(`${demo.desk}/?session=plan${hash}`);
      await page.locator('h1').first().waitFor();
      await steps(desk, page);
      expect(watched.faults()).toEqual([]);
    } finally {
      await watched.context.close();
    }
  };

  describe(`silence, a plan and what is due (${locale}, ${window.viewport.width} px)`, () => {
    it('leads from the day to the ladder; a step is done with its name, and the agreed word closes the round', () =>
      walk('', async (desk, page) => {
        await desk.heading('today.title').waitFor();
        const silent = page.locator('.errand[data-kind=silence]').first();
        await silent.waitFor();
        expect(await silent.innerText()).toContain('Call her sister');
        await silent.getByRole('link').click();
        const card = page.locator('[data-silence=late]');
        await card.waitFor();
        await desk.looked();
        const rung = card.locator('[data-rung=due]');
        await rung.getByRole('textbox').fill('No answer. She calls back.');
        await rung.getByRole('button').first().click();
        await card.locator('[data-rung=done]').waitFor();
        // A call without the agreed word closes nothing, and says so before it is saved.
        await desk.button('sign.hear').click();
        await page.getByText(desk.t('sign.effect.open')).waitFor();
        await desk.field('sign.word').selectOption('safe');
        await page.getByText(desk.t('sign.effect.closes')).waitFor();
        await desk.button('common.save').click();
        await card.waitFor({ state: 'detached' });
        await desk.looked();
      }));

    it('asks why moving her is the best way before she can agree, and keeps her word with the measure', () =>
      walk(`#/case/${record}/plan`, async (desk, page) => {
        await desk.heading('plan.measures').waitFor();
        await desk.looked();
        const move = page.locator('li[data-item]').filter({ hasText: 'near the coast' });
        await move.getByRole('button', { name: desk.t('plan.hear') }).click();
        await move.getByLabel(desk.t('plan.hearWay')).fill('Call');
        expect(await move.getByRole('button', { name: desk.t('common.save') }).isDisabled()).toBe(true);
        await move.getByRole('button', { name: desk.t('common.cancel') }).click();
        await move.getByRole('button', { name: desk.t('item.change') }).click();
        await move.getByLabel(desk.t('plan.whyThis')).fill('They know every house.');
        await move.getByLabel(desk.t('plan.considered')).fill('A safe house in the town.');
        await desk.looked();
        await move.getByRole('button', { name: desk.t('common.save') }).click();
        await move.getByText('They know every house.').waitFor();
        await move.getByRole('button', { name: desk.t('plan.hear') }).click();
        await move.getByLabel(desk.t('plan.hearWay')).fill('Call');
        await move.getByRole('button', { name: desk.t('common.save') }).click();
        await move.getByText(desk.t('plan.word.agreed'), { exact: true }).waitFor();
      }));

    it('holds everything that is due in one list, puts off with a reason, and takes days out under neutral names', () =>
      walk('#/due', async (desk, page) => {
        await desk.heading('due.title').waitFor();
        const late = page.locator('.due[data-section=late]').filter({ hasText: 'Ask the clinic' });
        await late.waitFor();
        expect(await page.locator('.due[data-kind=status]').count()).toBe(1);
        await desk.looked();
        await late.getByRole('button', { name: desk.t('task.snooze') }).click();
        await late.getByLabel(desk.t('task.until')).fill('2099-01-01');
        await late.getByLabel(desk.t('task.reason')).fill('The doctor is away.');
        await desk.looked();
        await late.getByRole('button', { name: desk.t('common.save') }).click();
        await page.locator('.due[data-section=resting]').waitFor({ state: 'attached' });
        await desk.button('calendar.take').click();
        const dialog = page.locator('dialog[open]');
        await dialog.getByLabel(desk.t('list.reason')).fill('For my own week.');
        await desk.looked();
        const saved = page.waitForEvent('download');
        await dialog.getByRole('button', { name: desk.t('list.takeOutDo') }).click();
        const file = await saved;
        expect(file.suggestedFilename()).toMatch(/^days-\d{4}-\d{2}-\d{2}\.ics$/);

        // On paper stand the same months, and whoever finds the sheet reads days.
        await page.evaluate(() => {
          globalThis.print = () => {
            document.body.dataset['printed'] = document.querySelector('.print-months')?.textContent ?? '';
          };
        });
        await desk.button('calendar.take').click();
        await dialog.getByLabel(desk.t('list.reason')).fill('For the wall.');
        await dialog.getByLabel(desk.t('list.format')).selectOption('print');
        await dialog.getByRole('button', { name: desk.t('list.takeOutDo') }).click();
        await page.locator('body[data-printed]').waitFor();
        const paper = (await page.locator('body').getAttribute('data-printed')) ?? '';
        expect(paper).toContain(desk.t('calendar.neutral'));
        expect(paper).not.toContain('clinic');
        await page.emulateMedia({ media: 'print' });
        expect(await page.locator('.print-months table').first().isVisible()).toBe(true);
        expect(await page.locator('main').isVisible()).toBe(false);
        await page.emulateMedia({ media: 'screen' });
        await page.evaluate(() => globalThis.dispatchEvent(new Event('afterprint')));
        await page.locator('.print-months').waitFor({ state: 'detached' });
      }));
  });
}
