import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, watchedContext, windows } from '../support/browser.ts';
import { type BuiltApps, buildApps } from '../support/built-apps.ts';
import { type DeskPage, deskPage, deskPassphrase } from '../support/desk-page.ts';
import { startTestRelay } from '../support/relay.ts';

/* An officer opens a link of her desk in another window, as everybody does with pages. */

let apps: BuiltApps;
let browser: Browser;
beforeAll(async () => {
  apps = await buildApps();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  apps?.end();
});

const unlock = async (desk: DeskPage): Promise<void> => {
  await desk.field('unlock.passphrase').fill(deskPassphrase);
  await desk.button('unlock.submit').click();
};

describe('two windows of one browser', () => {
  it('work one at a time; what was half typed goes with the work, and comes back with it', async () => {
    const relay = await startTestRelay({ apps });
    const origins = [`${relay.url('desk')}/`, `${relay.url('files')}/`];
    const expected = [/A bad HTTP response code \(404\) was received when fetching the script/];
    const watched = await watchedContext(browser, { origins, expected, locale: 'en-GB', ...windows.desktop });
    try {
      const one = deskPage(await watched.newPage(), 'en');
      await one.found(relay.url('desk'), await relay.token(), 'Synthetic Aid', 'Officer One');
      await one.goTo('shell.door', 'door.title');
      const door = (desk: DeskPage) => desk.page.locator('[data-language=en]');
      await one.page.getByRole('checkbox', { name: 'English', exact: true }).check();
      await door(one).getByLabel(one.t('door.name')).fill('Synthetic Aid');
      await door(one).getByLabel(one.t('door.retention')).fill('6');

      // The second window says where the desk is; asked for, it gets it, with what was typed a moment ago.
      const two = deskPage(await watched.newPage(), 'en');
      await two.page.goto(`${relay.url('desk')}/#/door`);
      await two.heading('elsewhere.title').waitFor();
      await two.looked();
      expect(await one.heading('door.title').isVisible()).toBe(true);
      await two.button('elsewhere.here').click();
      await one.heading('elsewhere.title').waitFor();
      expect(await one.page.content()).not.toContain('Officer One');
      await unlock(two);
      const retention = door(two).getByLabel(two.t('door.retention'));
      await expect.poll(() => retention.inputValue()).toBe('6');
      await two.button('door.save').click();
      await two.page.getByText(two.t('door.open')).waitFor();

      // A window that is loaded anew finds its own place again, and not itself in its way.
      await two.page.reload();
      await two.heading('unlock.title').waitFor();

      // Back to the first, which goes on with what the second has done.
      await one.button('elsewhere.here').click();
      await two.heading('elsewhere.title').waitFor();
      await unlock(one);
      await one.page.getByText(one.t('door.open')).waitFor();
      expect(await one.page.getByRole('alert').count()).toBe(0);

      // A language that is chosen in one window is spoken in the other.
      await two.page.getByRole('button', { name: 'العربية' }).click();
      const arabic = deskPage(one.page, 'ar');
      await arabic.heading('door.title').waitFor();

      // Closed, the first leaves the work to the second without a word.
      await one.page.close();
      await deskPage(two.page, 'ar').heading('unlock.title').waitFor();
      expect(watched.faults()).toEqual([]);
    } finally {
      await watched.context.close();
      await relay.end();
    }
  });
});
