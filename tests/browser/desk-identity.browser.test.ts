import type { DeskLocale } from '@leeward/ui';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type Watched, watchedContext, windows } from '../support/browser.ts';
import { type DeskDemo, startDeskDemo } from '../support/desk-demo.ts';
import { deskPage } from '../support/desk-page.ts';

/* Custody's day, over a made-up session: in English on a desktop, and in Arabic on a phone. */

const record = (501).toString(16).padStart(64, '0');
const identity = `#/case/${record}/identity`;
const name = 'Sample Sampledottir';

/** A picture of one point. */
const blackPoint = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

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
    const watched: Watched = await watchedContext(browser, {
      origins: demo.origins,
      locale: tag,
      ...window,
    });
    try {
      const page = await watched.newPage();
      const desk = deskPage(page, locale, 15_000);
      await page.goto(`${demo.desk}/?session=identities${hash}`);
      await page.locator('h1').first().waitFor();
      await steps(desk, page);
      expect(watched.faults()).toEqual([]);
    } finally {
      await watched.context.close();
    }
  };

  describe(`custody of identities (${locale}, ${window.viewport.width} px)`, () => {
    it('[rule 14] shows a name only to whoever says why, notes it, and closes it on leaving', () =>
      walk(identity, async (desk, page) => {
        await desk.heading('identity.closed').waitFor();
        expect(await page.getByText(name).count()).toBe(0);
        await desk.looked();
        expect(await desk.button('identity.open').isDisabled()).toBe(true);
        await desk.field('identity.why').fill('The letter for the consulate.');
        await desk.button('identity.open').click();
        await page.getByText(name, { exact: true }).waitFor();
        await page.getByText('The letter for the consulate.').waitFor();
        await desk.looked();

        // A pen name more; what is typed stands at once.
        await desk.button('identity.addName').click();
        await desk.field('identity.name').fill('Grey Heron');
        await desk.field('identity.use').selectOption('pen');
        await desk.looked();
        await desk.button('identity.save').click();
        await page.getByText('Grey Heron', { exact: true }).waitFor();

        // What is put away stays in the record with its reason, and comes back; what was typed is a draft until then.
        const names = page.getByRole('region', { name: desk.t('identity.names'), exact: true });
        await names
          .getByRole('button', { name: desk.t('identity.putAway') })
          .last()
          .click();
        await names.getByLabel(desk.t('item.whyAway')).fill('Not hers.');
        await names.getByText(desk.t('form.kept')).waitFor();
        await names
          .getByRole('button', { name: desk.t('identity.putAway') })
          .last()
          .click();
        await names.locator('summary').click();
        await names.getByText('Not hers.').waitFor();
        await desk.looked();
        await names.getByRole('button', { name: desk.t('item.takeBack') }).click();
        await names.getByLabel(desk.t('item.whyBack')).fill('It is hers after all.');
        await names.getByRole('button', { name: desk.t('item.takeBack') }).click();
        await names.locator('summary').waitFor({ state: 'detached' });

        // A scan of her passport: sealed in, out of focus until somebody asks, whatever she has set.
        const scans = page.getByRole('region', { name: desk.t('identity.scans') });
        await scans.getByRole('button', { name: desk.t('identity.addScan') }).click();
        await scans
          .locator('input[type=file]')
          .setInputFiles({ name: 'passport.png', mimeType: 'image/png', buffer: blackPoint });
        await scans.getByLabel(desk.t('identity.scanPaper')).selectOption({ index: 1 });
        await desk.looked();
        await scans.getByRole('button', { name: desk.t('identity.scanKeep') }).click();
        await scans.getByRole('button', { name: desk.t('request.fileShow') }).click();
        await scans.locator('.blurred iframe').waitFor();
        await desk.looked();
        await scans.getByRole('button', { name: desk.t('graphic.clear') }).click();
        await scans.locator('.blurred').waitFor({ state: 'detached' });
        await scans
          .getByRole('button', { name: /passport/ })
          .first()
          .click();

        // Known from an earlier case: said with its reasons, joined by a person alone.
        const known = page.getByRole('region', { name: desk.t('identity.known') });
        await known.getByText(desk.t('identity.ground.name.same')).waitFor();
        expect(await known.getByText(desk.t('identity.ground.born.near')).count()).toBe(1);
        await known.getByLabel(desk.t('identity.compareWhy')).fill('Her voice, and her sister.');
        await known.getByRole('button', { name: desk.t('identity.say.same') }).click();
        await known.getByText(desk.t('identity.compared')).waitFor();

        // The other record of hers is opened by itself, with a reason of its own; then both are read together.
        await desk.heading('identity.moreClosed').waitFor();
        await desk.field('identity.why').fill('To compare the two.');
        await desk.button('identity.open').click();
        await page.getByText(desk.t('identity.inOther')).first().waitFor();
        await desk.looked();

        await page.evaluate(() => {
          globalThis.location.hash = '#/today';
        });
        await desk.heading('today.title').waitFor();
        await page.evaluate((hash) => {
          globalThis.location.hash = hash;
        }, identity);
        await desk.heading('identity.closed').waitFor();
        expect(await page.getByText(name).count()).toBe(0);
      }));

    it('finds a colleague’s question on the day, grants it for a time, and ends it in one step', () =>
      walk('', async (desk, page) => {
        await desk.heading('today.title').waitFor();
        const errand = page.locator('.errand[data-kind=identityAsked]');
        await errand.getByText(desk.t('today.identityAsked', { name: 'Officer two' })).waitFor();
        await errand.getByRole('link').click();
        await desk.heading('identity.closed').waitFor();
        await desk.field('identity.answerWhy').fill('The consulate asks for it.');
        await desk.field('identity.grantUntil').selectOption('1');
        await desk.looked();
        await desk.button('identity.grant').click();
        const readers = page.getByRole('region', { name: desk.t('identity.readers') });
        await readers.getByText('The consulate asks for it.').waitFor();

        await desk.goTo('custody.title', 'custody.title');
        await page.getByText(desk.t('custody.questionsNone')).waitFor();
        await desk.looked();
        await desk.button('identity.end').click();
        await desk.field('identity.endWhy').fill('The letter is written.');
        await page.getByText(desk.t('identity.endNote')).waitFor();
        await desk.looked();
        await desk.button('identity.end').click();
        await page.getByText(desk.t('identity.ended.ended'), { exact: true }).waitFor();
      }));
  });
}
