import type { DeskLocale } from '@leeward/ui';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playAuthenticator } from '../support/authenticator.ts';
import { launchBrowser, type Watched, watchedContext, windows } from '../support/browser.ts';
import { type BuiltApps, buildApps } from '../support/built-apps.ts';
import { deskPage, deskPassphrase } from '../support/desk-page.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';

/*
 * One officer adds her phone to her laptop, with a code, six words and her passphrase or her passkey; works on both; and
 * ends the phone when it is lost, or at the phone itself when she gives it away.
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
  for (const [locale, proof, end] of [
    ['en', 'passphrase', 'when it is lost'],
    ['ar', 'passkey', 'at itself when it is given away'],
  ] as const) {
    it(`is added by a code, six words and a ${proof}, and ended ${end} [fault 61] (${locale})`, async () => {
      const [first, second] = await Promise.all([person(locale, 'desktop'), person(locale, 'phone')]);
      try {
        const laptop = deskPage(await first.newPage(), locale);
        const { t } = laptop;
        await laptop.found(relay.url('desk'), await relay.token(), 'Synthetic Aid', 'Officer One');
        await laptop.goTo('shell.settings', 'settings.title');
        if (proof === 'passkey') {
          await playAuthenticator(laptop.page, true);
          await laptop.button('passkey.add').click();
          await laptop.field('unlock.passphrase').fill(deskPassphrase);
          await laptop.button('passkey.add').click();
          await laptop.page.getByText(t('passkey.added')).waitFor();
        }
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
        if (proof === 'passkey') await laptop.button('passkey.confirm').click();
        else {
          await laptop.field('unlock.passphrase').fill('not her passphrase');
          await laptop.button('devices.confirm').click();
          await laptop.page.getByText(t('unlock.wrong')).waitFor();
          await laptop.field('unlock.passphrase').fill(deskPassphrase);
          await laptop.button('devices.confirm').click();
        }
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
        const ending = laptop.page.getByRole('button', {
          name: t('devices.endOf', { name: 'Synthetic phone' }),
        });
        await ending.waitFor();

        if (end === 'when it is lost') {
          await ending.click();
          await laptop.page.getByRole('radio', { name: t('devices.endLost') }).check();
          await laptop.field('unlock.passphrase').fill(deskPassphrase);
          await laptop.looked();
          await laptop.button('devices.endNow').click();
          await phone.page.getByText(t('begin.ended')).waitFor();
        } else {
          // Without a line nothing is deleted, and she reads what then stays true.
          await phone.button('settings.deviceForget').click();
          await phone.page.getByRole('checkbox', { name: t('thisDevice.sure') }).check();
          await second.context.setOffline(true);
          await phone.button('thisDevice.now').click();
          await phone.page.getByText(t('thisDevice.offline')).waitFor();
          await phone.looked();
          await second.context.setOffline(false);
          await phone.button('thisDevice.again').click();
          await phone.page.getByText(t('begin.endedItself')).waitFor();
        }
        await phone.looked();
        await ending.waitFor({ state: 'detached' });
        await laptop.looked();
        expect([...first.faults(), ...second.faults()].filter((one) => !/403/.test(one))).toEqual([]);
      } finally {
        await Promise.all([first.context.close(), second.context.close()]);
      }
    });
  }
});
