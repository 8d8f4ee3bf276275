import type { DeskLocale } from '@leeward/ui';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type Watched, watchedContext, windows } from '../support/browser.ts';
import { type BuiltApps, buildApps } from '../support/built-apps.ts';
import { deskPage, deskPassphrase } from '../support/desk-page.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';

/*
 * One officer adds her phone to her laptop, with a code, six words and her passphrase; works on both; and ends the phone
 * when it is lost.
 */

let apps: BuiltApps;
let browser: Browser;
let relay: TestRelay;
beforeAll(async () => {
  [apps, browser] = await Promise.all([buildApps(), launchBrowser()]);
  relay = await startTestRelay({ apps });
});
afterAll(async () => {
  await browser?.close();
  await relay?.end();
  apps?.end();
});

const person = (locale: DeskLocale, size: keyof typeof windows): Promise<Watched> =>
  watchedContext(browser, {
    origins: (['desk', 'door', 'files'] as const).map((app) => `${relay.url(app)}/`),
    locale: locale === 'ar' ? 'ar-MA' : 'en-GB',
    // Apps that were built for a test are not signed, so that there is no guard of a signed release to install.
    expected: [/A bad HTTP response code \(404\) was received when fetching the script/],
    ...windows[size],
  });

describe('a second device of one’s own', () => {
  for (const locale of ['en', 'ar'] as const) {
    it(`is added by a code and six words, and ended when it is lost [fault 61] (${locale})`, async () => {
      const [first, second] = await Promise.all([person(locale, 'desktop'), person(locale, 'phone')]);
      try {
        const laptop = deskPage(await first.newPage(), locale);
        const { t } = laptop;
        await laptop.found(relay.url('desk'), await relay.token(), 'Synthetic Aid', 'Officer One');
        await laptop.goTo('shell.settings', 'settings.title');
        await laptop.button('devices.add').click();
        const link = laptop.page.getByRole('textbox', { name: t('devices.link') });
        await link.waitFor();
        await laptop.looked();

        // The phone's camera opens the link: no choice has to be made there.
        const phone = deskPage(await second.newPage(), locale);
        await phone.page.goto(`${relay.url('desk')}/`);
        await phone.page.getByRole('button', { name: new RegExp(`^${t('begin.device')}`) }).click();
        await phone.looked();
        await phone.page.goto(await link.inputValue());
        await phone.page.reload();
        await phone.heading('begin.device').waitFor();
        await phone.field('create.passphrase').fill('stone river under nine lamps');
        await phone.looked();
        await phone.button('device.submit').click();
        await phone.page.locator('.check-words li').first().waitFor();
        expect(phone.page.url()).not.toContain('#device=');
        await phone.looked();

        const words = await phone.page.locator('.check-words li').allInnerTexts();
        expect(words).toHaveLength(6);
        expect(await laptop.wordsToCompare()).toEqual(words);
        await laptop.looked();
        await laptop.field('unlock.passphrase').fill('not her passphrase');
        await laptop.button('devices.confirm').click();
        await laptop.page.getByText(t('unlock.wrong')).waitFor();
        await laptop.field('unlock.passphrase').fill(deskPassphrase);
        await laptop.button('devices.confirm').click();
        await phone.heading('today.title').waitFor();
        await laptop.page.getByText(t('devices.added', { name: t('devices.phone') })).waitFor();

        // The same person, on both: what one sees of her devices, the other sees.
        await phone.goTo('shell.settings', 'settings.title');
        await phone.page
          .locator('#devices ~ ul li')
          .filter({ hasText: t('devices.here') })
          .waitFor();
        await phone.looked();
        await phone.page
          .getByRole('button', { name: t('devices.renameOf', { name: t('devices.phone') }) })
          .click();
        await phone.field('devices.name').fill('Synthetic phone');
        await phone.page
          .locator('#devices ~ ul')
          .getByRole('button', { name: t('common.save') })
          .click();
        const end = laptop.page.getByRole('button', {
          name: t('devices.endOf', { name: 'Synthetic phone' }),
        });
        await end.waitFor();

        // It was left on a bus.
        await end.click();
        await laptop.page.getByRole('radio', { name: t('devices.endLost') }).check();
        await laptop.field('unlock.passphrase').fill(deskPassphrase);
        await laptop.looked();
        await laptop.button('devices.endNow').click();
        await phone.page.getByText(t('begin.ended')).waitFor();
        await phone.looked();
        await end.waitFor({ state: 'detached' });
        await laptop.looked();
        expect([...first.faults(), ...second.faults()].filter((one) => !/403/.test(one))).toEqual([]);
      } finally {
        await Promise.all([first.context.close(), second.context.close()]);
      }
    });
  }
});
