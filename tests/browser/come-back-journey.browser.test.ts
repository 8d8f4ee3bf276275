import type { DeskLocale } from '@leeward/ui';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type Watched, watchedContext, windows } from '../support/browser.ts';
import { type BuiltApps, buildApps } from '../support/built-apps.ts';
import { deskPage } from '../support/desk-page.ts';
import { doorPage } from '../support/door-page.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';

/* Coming back, with both faces over a real relay: a consent that is asked and given, a danger that is heard, new words for lost ones. */

let apps: BuiltApps;
let browser: Browser;
beforeAll(async () => {
  [apps, browser] = await Promise.all([buildApps(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  apps?.end();
});

/** Apps that were built for a test are not signed, so that there is no guard of a signed release to install. */
const unsigned: readonly RegExp[] = [
  /A bad HTTP response code \(404\) was received when fetching the script/,
];

const person = (relay: TestRelay, locale: DeskLocale, size: keyof typeof windows): Promise<Watched> =>
  watchedContext(browser, {
    origins: ['desk', 'door', 'files'].map((app) => `${relay.url(app as 'desk')}/`),
    locale: locale === 'ar' ? 'ar-MA' : 'en-GB',
    expected: unsigned,
    ...windows[size],
  });

describe('somebody who comes back', () => {
  it('[fault 49] [fault 50] allows what is asked of her, is heard when she is not safe, goes on under new words, and leaves nothing under those that were seized', async () => {
    const relay = await startTestRelay({ apps });
    const people = await Promise.all([person(relay, 'en', 'desktop'), person(relay, 'en', 'phone')]);
    const [first, second] = people as [Watched, Watched];
    try {
      const one = deskPage(await first.newPage(), 'en');
      await one.found(relay.url('desk'), await relay.token(), 'Synthetic Aid', 'Officer One');
      const link = await one.publishDoor();
      const her = doorPage(await second.newPage());
      her.page.setDefaultTimeout(60_000);
      const begin = async (words: string): Promise<readonly string[]> => {
        await her.page.goto('about:blank');
        await her.open(link);
        await her.write(words);
        const phrase = await her.toWords();
        await her.send(phrase);
        await her.sent();
        return phrase;
      };
      const old = await begin('They came to my office again yesterday.');

      await one.goTo('shell.requests', 'queue.title');
      await one.openRequest('They came to my office again yesterday.');
      await one.button('queue.claim').click();
      await one.reply('We have read it.');
      const part = async (label: string): Promise<void> => {
        await one.page.getByRole('button', { name: one.t('back.openPart', { part: label }) }).click();
      };
      await part(one.t('back.next'));
      await one.page.locator('dialog textarea').fill('We speak on Monday.');
      await one.button('back.send').click();
      await one.page
        .locator('.bubble', { hasText: 'We speak on Monday.' })
        .locator('.state.confirmed')
        .waitFor();
      await part(one.t('back.consents'));
      await one.field('consent.purpose').selectOption('con_share_host');
      await one.field('consent.recipient').fill('The shelter in the hills');
      await one.page.getByRole('checkbox', { name: one.t('consent.field.name'), exact: true }).check();
      await one.field('consent.text').fill('May we give your name to the shelter?');
      await one.looked();
      await one.button('back.send').click();
      await one.page
        .locator('.bubble', { hasText: 'May we give your name' })
        .locator('.state.confirmed')
        .waitFor();

      await her.page.goto('about:blank');
      await her.open(link);
      await her.comeBack(old);
      await her.page.locator('section[aria-labelledby=next]', { hasText: 'We speak on Monday.' }).waitFor();
      await her.onward(() =>
        her.page.getByRole('button', { name: 'The team asks you to allow 1 thing' }).click(),
      );
      await her.page.getByRole('button', { name: 'Yes, I allow it' }).click();
      await her.page.getByText('You allow it').waitFor();
      await her.onward(() => her.page.getByRole('button', { name: 'Back to your messages' }).click());
      await her.page.getByRole('button', { name: 'I am not safe' }).click();
      await her.page.locator('.mine', { hasText: 'I am not safe' }).locator('.state.sent').waitFor();

      // Heard without anybody opening anything: a person in danger comes before a closed message.
      await one.page.getByText(one.t('alarm.notSafe')).first().waitFor();
      await one.field('alarm.done').fill('Rang the lawyer.');
      await one.looked();
      await one.button('alarm.save').click();
      await one.page.getByText(one.t('alarm.notSafe')).first().waitFor({ state: 'hidden' });
      await part(one.t('back.consents'));
      await one.page
        .locator('dialog')
        .getByText(one.t('consent.standing.given'), { exact: true })
        .first()
        .waitFor();
      await one.page.keyboard.press('Escape');
      await one.button('request.openMessages').click();
      await one.page.getByText(one.t('talk.consent.given')).waitFor();

      // Her words are lost: she asks again, is known by her voice, and finds what is said to her from now on.
      const fresh = await begin('I have lost my words. It is me again.');
      await part(one.t('channel.title'));
      const option = one.page.locator('option', { hasText: 'I have lost my words' });
      await option.waitFor({ state: 'attached' });
      await one.field('channel.linkWhich').selectOption((await option.getAttribute('value')) ?? '');
      await one.field('channel.checked').fill('By voice; she knew the day of our first talk.');
      await one.looked();
      await one.button('channel.linkNow').click();
      await one.page
        .locator('.bubble, .unopened')
        .filter({ hasText: /lost my words|new message/ })
        .first()
        .waitFor();
      await one.reply('Good that you are back.');
      await her.page.goto('about:blank');
      await her.open(link);
      await her.comeBack(fresh);
      await her.page.getByText('Good that you are back.').waitFor();
      await her.page.goto('about:blank');
      await her.open(link);
      await her.comeBack(old);
      await her.page.getByText('We have read it.').waitFor();
      expect(await her.page.getByText('Good that you are back.').count()).toBe(0);

      // The new words are seized: what lay under them is gone, and says no more than that answers have their time.
      await part(one.t('channel.title'));
      await one.page.getByRole('radio', { name: one.t('channel.reason.seized') }).check();
      await one.button('channel.closeNow').click();
      await one.page
        .locator('.bubble', { hasText: one.t('talk.offHerPage') })
        .first()
        .waitFor();
      await one.page.locator('dialog').waitFor({ state: 'detached' });
      await her.page.goto('about:blank');
      await her.open(link);
      await her.comeBack(fresh);
      await her.page.getByText('The team wrote to you here before.').waitFor();
      expect(await her.page.getByText('Good that you are back.').count()).toBe(0);
      for (const watched of people) expect(watched.faults()).toEqual([]);
    } finally {
      for (const watched of people) await watched.context.close();
      await relay.end();
    }
  });
});
