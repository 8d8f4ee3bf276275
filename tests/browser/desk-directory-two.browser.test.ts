import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type Watched, watchedContext, windows } from '../support/browser.ts';
import { type BuiltApps, buildApps } from '../support/built-apps.ts';
import { type DeskPage, deskPage } from '../support/desk-page.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';

/* Two editors of one organisation, each in a browser of their own, over a real relay that sees none of it. */

let apps: BuiltApps;
let browser: Browser;
beforeAll(async () => {
  [apps, browser] = await Promise.all([buildApps(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  apps?.end();
});

const entry = 'icorn-residency';
const newAddress = 'https://sample.example/elsewhere';

const person = (relay: TestRelay): Promise<Watched> =>
  watchedContext(browser, {
    origins: [`${relay.url('desk')}/`],
    locale: 'en-GB',
    expected: [/A bad HTTP response code \(404\) was received when fetching the script/],
    ...windows.desktop,
  });

const show = (page: Page, path: string): Promise<void> =>
  page.evaluate((to) => {
    window.location.hash = `#/directory${to}`;
  }, path);

async function proposeAddress({ page, t }: DeskPage): Promise<void> {
  await show(page, `/change/${entry}`);
  const row = page.getByRole('region', { name: t('directory.field.link.url'), exact: true });
  await row.getByRole('button').click();
  await row.getByRole('textbox').fill(newAddress);
  await page.getByLabel(t('directory.source'), { exact: true }).last().fill('https://sample.example/news');
  await page.getByLabel(t('directory.sourceDate'), { exact: true }).last().fill('2026-11-01');
  await page.getByRole('button', { name: t('directory.propose'), exact: true }).click();
  await page.getByText(t('directory.proposedDone')).waitFor();
}

describe('an address that one editor changes', () => {
  it('is shown to nobody until a colleague has confirmed it, and then to both', async () => {
    const relay = await startTestRelay({ apps });
    const people = await Promise.all([person(relay), person(relay)]);
    const [first, second] = people as [Watched, Watched];
    try {
      const one = deskPage(await first.newPage(), 'en');
      await one.found(relay.url('desk'), await relay.token(), 'Synthetic Aid', 'Officer One');
      const two = deskPage(await second.newPage(), 'en');
      const words = await two.join(await one.invite(), 'Officer Two');
      expect(await one.wordsToCompare()).toEqual(words);
      await one.button('invite.confirmSame').click();
      await two.heading('today.title').waitFor();

      await proposeAddress(one);
      const facts = (desk: DeskPage) => desk.page.locator('.entry-facts .address');
      await show(one.page, `/entry/${entry}`);
      await facts(one).first().waitFor();
      expect((await facts(one).allTextContents()).join()).not.toContain(newAddress);

      await show(two.page, '/work');
      const waiting = two.page.locator('.proposal').filter({ hasText: newAddress });
      await waiting.getByRole('button', { name: two.t('directory.confirm'), exact: true }).click();
      await two.page.getByText(two.t('directory.confirmed')).waitFor();

      for (const desk of [two, one]) {
        await show(desk.page, `/entry/${entry}`);
        await facts(desk).filter({ hasText: newAddress }).first().waitFor();
        await desk.looked();
      }
      expect(people.flatMap((each) => each.faults())).toEqual([]);
    } finally {
      await Promise.all(people.map((each) => each.context.close()));
      await relay.stop();
    }
  });
});
