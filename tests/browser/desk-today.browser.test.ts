import type { DeskLocale } from '@leeward/ui';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type Watched, watchedContext, windows } from '../support/browser.ts';
import { type DeskDemo, startDeskDemo } from '../support/desk-demo.ts';
import { deskPage } from '../support/desk-page.ts';

/* A day at the desk, over a made-up session: in English with a keyboard, and in Arabic on a phone. */

const record = (number: number): string => (100 + number).toString(16).padStart(64, '0');
const talk = (number: number): string => `#/request/${record(number)}`;

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

const dialog = (page: Page) => page.locator('dialog[open]');

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
      await page.goto(`${demo.desk}/?session=open${hash}`);
      await page.locator('h1').first().waitFor();
      await steps(desk, page);
      expect(watched.faults()).toEqual([]);
    } finally {
      await watched.context.close();
    }
  };

  describe(`a day at the desk (${locale}, ${window.viewport.width} px)`, () => {
    it('begins with what needs me now: danger first, one thing to do about each line, by one key', () =>
      walk('', async (desk, page) => {
        await desk.heading('today.title').waitFor();
        const lines = page.locator('.errand');
        await lines.first().waitFor();
        expect(await lines.first().locator('.edge.danger').count()).toBe(1);
        for (const line of await lines.all()) expect(await line.getByRole('link').count()).toBe(1);
        await desk.looked();
        await page.keyboard.press('2');
        await page.getByText(desk.t('today.handed', { name: 'Officer two' })).waitFor();
        await desk.looked();
        // Seen by being opened: back on the day it is no longer said.
        await page.goBack();
        await desk.heading('today.title').waitFor();
        await page.locator('.errand').first().waitFor();
        expect(await page.locator('.errand[data-kind=handed]').count()).toBe(0);
      }));

    it('enters somebody who called, finds that she is known in another spelling, and joins the two', () =>
      walk('', async (desk, page) => {
        await desk.heading('today.title').waitFor();
        await page.keyboard.press('n');
        await desk.heading('enter.title').waitFor();
        await desk.field('request.calledName').fill('يوسف');
        await page.locator('.match').filter({ hasText: 'Youssef' }).waitFor();
        await desk.field('request.calledName').fill('Yusuf');
        const match = page.locator('.match').filter({ hasText: 'Youssef' });
        await match.getByRole('checkbox').check();
        // Nothing was said yet: it is told, and what was typed stays.
        await desk.button('enter.submit').click();
        await page.getByText(desk.t('enter.need.words')).waitFor();
        await desk.field('enter.words').fill('He has a new number.');
        await desk.button('enter.addReach').click();
        await desk.field('enter.channel').selectOption('chan_phone_call');
        await desk.field('enter.detail').fill('sample-4444');
        await desk.field('enter.isSafe').selectOption('no');
        await desk.looked();
        await desk.button('enter.submit').click();
        await page.getByRole('region', { name: desk.t('joined.others') }).waitFor();
        await page.locator('.bubble').filter({ hasText: 'He has a new number.' }).waitFor();
        await page
          .getByText(desk.t('request.contactUnsafe', { way: desk.t('request.channel.chan_phone_call') }))
          .first()
          .waitFor();
        await desk.looked();
        // Not the same person after all, and then again: undone by one key.
        await desk.button('joined.part').click();
        await page.getByText(desk.t('joined.parted')).waitFor();
        expect(await page.getByRole('region', { name: desk.t('joined.others') }).count()).toBe(0);
        await page.keyboard.press('z');
        await page.getByRole('region', { name: desk.t('joined.others') }).waitFor();
      }));

    it('claims, judges with a reason that stays, hands over, and takes each of them back with one key', () =>
      walk(talk(4), async (desk, page) => {
        await desk.button('queue.claim').waitFor();
        await page.keyboard.press('c');
        await page.getByText(desk.t('queue.claimDone')).waitFor();
        await page.keyboard.press('z');
        await desk.button('queue.claim').click();
        await page.keyboard.press('u');
        await page.getByRole('radio').nth(1).check();
        await desk.field('urgency.reason').fill('Two cannot sleep at home.');
        await desk.button('common.save').click();
        await page.getByText(desk.t('urgency.done', { urgency: desk.t('urgency.urg_urgent') })).waitFor();
        await page.keyboard.press('z');
        await desk.button('urgency.set').click();
        await page.getByText(desk.t('urgency.takenBack')).first().waitFor();
        await desk.looked();
        await page.keyboard.press('Escape');
        await page.keyboard.press('h');
        await page.getByRole('radio').first().check();
        await desk.looked();
        await dialog(page)
          .getByRole('button', { name: desk.t('handOver.submit'), exact: true })
          .click();
        await page.getByText(desk.t('handOver.done', { name: 'Officer two' })).waitFor();
        await page.keyboard.press('z');
        await page.getByText(desk.t('queue.claimedByYou')).waitFor();
      }));

    it('shows two judgements made apart with who and when, and keeps both when one is chosen', () =>
      walk(talk(10), async (desk, page) => {
        const both = page.getByRole('region', { name: desk.t('conflict.urgency') });
        await both.getByText('A car stood before the house all night.').waitFor();
        await both.getByText('Nobody has threatened so far.').waitFor();
        await desk.looked();
        await both
          .locator('.typed')
          .filter({ hasText: 'A car stood' })
          .getByRole('button', { name: desk.t('conflict.choose') })
          .click();
        await both.waitFor({ state: 'detached' });
        await desk.button('urgency.set').click();
        expect(await page.locator('.urgency-history li').count()).toBe(3);
      }));

    it('declines somebody without a mailbox by a way that was called safe, with words that the team keeps', () =>
      walk(`${talk(11)}/decline`, async (desk, page) => {
        await desk.heading('decline.title').waitFor();
        await page.getByRole('radio').first().check();
        await desk.field('decline.words').fill('Synthetic kind words.');
        await desk.button('words.keepThese').click();
        await page.getByText(desk.t('words.done')).waitFor();
        await page.getByRole('checkbox', { name: desk.t('decline.noneKnown') }).check();
        await desk.button('decline.submit').click();
        await page.getByText(desk.t('decline.channelNeeded')).waitFor();
        const ways = await desk.field('decline.channel').locator('option').allInnerTexts();
        expect(ways).toContain(desk.t('request.channel.chan_e2ee_chat'));
        expect(ways).not.toContain(desk.t('request.channel.chan_phone_call'));
        await desk.field('decline.channel').selectOption('chan_e2ee_chat');
        await desk.looked();
        await desk.button('decline.submit').click();
        await page.getByText('Synthetic kind words.').waitFor();
        await desk.looked();
        await page.evaluate(() => {
          location.hash = '#/words';
        });
        await desk.heading('words.title').waitFor();
        await page.getByRole('region', { name: desk.t('words.changed') }).waitFor();
        await desk.looked();
      }));

    it('notes a call, is warned where that way was called unsafe, and what was heard changes what is known', () =>
      walk(talk(11), async (desk, page) => {
        await desk.button('contact.short').click();
        await dialog(page)
          .getByLabel(desk.t('enter.channel'), { exact: true })
          .selectOption('chan_phone_call');
        await page
          .getByRole('alert')
          .filter({ hasText: desk.t('contact.unsafe') })
          .waitFor();
        await dialog(page)
          .getByLabel(desk.t('enter.channel'), { exact: true })
          .selectOption('chan_e2ee_chat');
        await desk.field('contact.words').fill('Told that a bed is ready.');
        await desk.looked();
        await desk.button('common.save').click();
        await page.locator('.bubble').filter({ hasText: 'Told that a bed is ready.' }).waitFor();
        await desk.button('heard.short').click();
        await desk.field('enter.words').fill('He is in Algeria now.');
        await desk.looked();
        await desk.button('common.save').click();
        await page.locator('.bubble').filter({ hasText: 'He is in Algeria now.' }).waitFor();
        await desk.looked();
      }));
  });
}

it('[fault 46] a crisis day of four hundred shows a handful, and leads to the rest', async () => {
  const watched = await watchedContext(browser, {
    origins: demo.origins,
    locale: 'en-GB',
    ...windows.desktop,
  });
  const page = await watched.newPage();
  await page.goto(`${demo.desk}/?session=many`);
  await page.getByRole('link', { name: /^See all 4\d\d in Requests$/ }).waitFor();
  expect(await page.locator('.errand').count()).toBeLessThan(25);
  expect(await page.locator('.errand').first().locator('.edge.danger').count()).toBe(1);
  await watched.context.close();
});
