import type { DeskLocale } from '@leeward/ui';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type Watched, watchedContext, windows } from '../support/browser.ts';
import { type BuiltApps, buildApps } from '../support/built-apps.ts';
import { deskPage, deskPassphrase } from '../support/desk-page.ts';
import { doorPage, pictureWithSecret } from '../support/door-page.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';

/*
 * The whole line, as a stranger walks it: a real relay, the built desk, door and viewer, and a browser for each person.
 * An organisation is founded, a second member joins by six words, somebody asks for help at the door, is answered, and
 * her request becomes a case.
 */

let apps: BuiltApps;
let browser: Browser;
beforeAll(async () => {
  [apps, browser] = await Promise.all([buildApps(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  apps?.end();
});

const { desk, door, files } = { desk: 'desk', door: 'door', files: 'files' } as const;

/** Apps that were built for a test are not signed, so that there is no guard of a signed release to install. */
const unsigned: readonly RegExp[] = [
  /A bad HTTP response code \(404\) was received when fetching the script/,
];

async function person(relay: TestRelay, locale: DeskLocale, size: keyof typeof windows): Promise<Watched> {
  return watchedContext(browser, {
    origins: [desk, door, files].map((app) => `${relay.url(app)}/`),
    locale: locale === 'ar' ? 'ar-MA' : 'en-GB',
    expected: unsigned,
    ...windows[size],
  });
}

const asked = {
  en: 'They came to my office again yesterday. I need somewhere to go.',
  ar: 'جاؤوا إلى مكتبي مرة أخرى أمس. أحتاج مكانًا أذهب إليه.',
} as const;

describe('the sealed line', () => {
  for (const [locale, size] of [
    ['en', 'desktop'],
    ['ar', 'phone'],
  ] as const) {
    it(`[fault 69] carries a request from the door to the desk and back (${locale}, ${size})`, async () => {
      const relay = await startTestRelay({ apps });
      const people = await Promise.all([
        person(relay, locale, size),
        person(relay, locale, size),
        person(relay, locale, 'phone'),
      ]);
      const [first, second, third] = people as [Watched, Watched, Watched];
      try {
        const one = deskPage(await first.newPage(), locale);
        await one.found(relay.url('desk'), await relay.token(), 'Synthetic Aid', 'Officer One');
        await one.looked();
        const link = await one.publishDoor();

        // A second member: the same six words on both screens, then a confirmation.
        const two = deskPage(await second.newPage(), locale);
        const words = await two.join(await one.invite(), 'Officer Two');
        expect(words).toHaveLength(6);
        expect(await one.wordsToCompare()).toEqual(words);
        await one.looked();
        await one.button('invite.confirmSame').click();
        await two.heading('today.title').waitFor();
        await one.page.getByText('Officer Two').first().waitFor();

        // Somebody asks for help, with a picture.
        const her = doorPage(await third.newPage());
        her.page.setDefaultTimeout(60_000);
        await her.open(link);
        await her.write(asked[locale]);
        for (const _ of ['who', 'reach', 'files']) await her.next();
        const chooser = her.page.waitForEvent('filechooser');
        await her.page.locator('main .button').first().click();
        const picture = await pictureWithSecret(her.page);
        await (await chooser).setFiles([{ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: picture }]);
        await her.page.locator('.chip.good').waitFor();
        await her.next();
        await her.next();
        const phrase = await her.phrase();
        await her.send(phrase);
        await her.sent();

        // The first member reads it, judges it and answers; the second sees who has it.
        await one.goTo('shell.requests', 'queue.title');
        await one.openRequest(asked[locale]);
        await one.looked();
        await one.button('queue.claim').click();
        await one.button('urgency.set').click();
        await one.page.getByRole('radio').nth(1).check();
        await one.field('urgency.reason').fill('Synthetic reason');
        await one.button('common.save').click();
        await one.page.getByText('Synthetic reason').waitFor();
        await one.showFirstFile();
        await one.page.frameLocator('iframe').locator('canvas').waitFor();
        await one.reply('We have read it. سنكتب قريبًا.');
        await one.looked();
        await two.goTo('shell.requests', 'queue.title');
        await two.page.getByRole('link', { name: new RegExp(`^${two.t('queue.answered')}`) }).click();
        await two.page.getByText(two.t('queue.claimed', { name: 'Officer One' })).waitFor();

        // She comes back with her words, reads and answers.
        await her.page.goto('about:blank');
        await her.open(link);
        await her.comeBack(phrase);
        await her.page.getByText('We have read it. سنكتب قريبًا.').waitFor();
        await her.page.locator('main textarea').fill('Thank you. شكرًا');
        await her.page.locator('section > .button.primary').click();
        await her.page.locator('.mine .words').filter({ hasText: 'Thank you' }).waitFor();

        // Her answer arrives by itself, and the request becomes a case.
        await one.button('request.openMessages').click();
        await one.page.getByText('Thank you. شكرًا').waitFor();
        await one.page.getByText(one.t('talk.seen')).waitFor();
        await one.page.getByRole('link', { name: one.t('openCase.title') }).click();
        const pseudonym = await one.field('openCase.pseudonym').inputValue();
        await one.looked();
        await one.button('openCase.submit').click();
        await one.page.getByRole('heading', { name: pseudonym }).waitFor();
        await one.field('case.addNote').fill('A note that the second member reads');
        await one.button('case.addNote').click();
        await one.looked();
        await two.goTo('shell.cases', 'cases.title');
        await two.page.getByRole('link', { name: pseudonym, exact: true }).click();
        await two.page.getByText('A note that the second member reads').waitFor();
        await two.looked();

        // Locked, nothing is left on the screen; unlocked, everything is there.
        await one.page.evaluate(() => window.scrollTo(0, 0));
        if (!(await one.button('shell.lock').isVisible())) await one.button('shell.menu').click();
        await one.button('shell.lock').click();
        await one.heading('unlock.title').waitFor();
        expect(await one.page.content()).not.toContain('A note that');
        await one.looked();
        await one.field('unlock.passphrase').fill(deskPassphrase);
        await one.button('unlock.submit').click();
        await one.page.getByText('A note that the second member reads').waitFor();

        for (const watched of people) expect(watched.faults()).toEqual([]);
      } finally {
        for (const watched of people) await watched.context.close();
        await relay.end();
      }
    });
  }
});

describe('a page that is closed too early', () => {
  it('asks again for a recovery file whose code nobody has typed back', async () => {
    const relay = await startTestRelay({ apps });
    const watched = await person(relay, 'en', 'desktop');
    try {
      const page = await watched.newPage();
      page.on('dialog', (dialog) => void dialog.accept());
      const one = deskPage(page, 'en');
      await page.goto(`${relay.url('desk')}/`);
      await page.locator('.choice').first().click();
      await one.field('create.token').fill(await relay.token());
      await one.field('create.name').fill('Synthetic Aid');
      await one.field('create.yourName').fill('Officer One');
      await one.field('create.passphrase').fill(deskPassphrase);
      await one.button('create.submit').click();
      await one.heading('recovery.title').waitFor();
      const code = await page.locator('.recovery-code li').allInnerTexts();
      await page.reload();
      await one.field('unlock.passphrase').fill(deskPassphrase);
      await one.button('unlock.submit').click();
      await page.getByText(one.t('recovery.notFinished')).waitFor();
      await one.looked();
      await one.button('recovery.makeNew').click();
      await page.locator('.recovery-code li').first().waitFor();
      expect(await page.locator('.recovery-code li').allInnerTexts()).not.toEqual(code);
      expect(watched.faults()).toEqual([]);
    } finally {
      await watched.context.close();
      await relay.end();
    }
  });
});

describe('a device that is set up wrongly', () => {
  it('says what happened and keeps what was typed: a wrong token, a broken link, a passphrase that all the world tries', async () => {
    const relay = await startTestRelay({ apps });
    const watched = await watchedContext(browser, {
      origins: [`${relay.url('desk')}/`],
      locale: 'en-GB',
      ...windows.desktop,
      expected: [...unsigned, /Failed to load resource/],
    });
    try {
      const page = await watched.newPage();
      const one = deskPage(page, 'en');
      await page.goto(`${relay.url('desk')}/`);
      await page.locator('.choice').first().click();
      await one.field('create.token').fill('not-the-token');
      await one.field('create.name').fill('Synthetic Aid');
      await one.field('create.yourName').fill('Officer One');
      await one.field('create.passphrase').fill('password12345');
      await one.button('create.submit').click();
      await page.getByText(one.t('create.passphraseCommon')).waitFor();
      await one.field('create.passphrase').fill(deskPassphrase);
      await one.button('create.submit').click();
      await page.getByText(one.t('create.tokenWrong')).waitFor();
      expect(await one.field('create.name').inputValue()).toBe('Synthetic Aid');

      await page.goto(`${relay.url('desk')}/#join=AAAA`);
      await page.reload();
      await one.field('create.yourName').fill('Officer Two');
      await one.field('create.passphrase').fill(deskPassphrase);
      await one.button('join.submit').click();
      await page.getByText(one.t('join.broken')).waitFor();
      expect(watched.faults()).toEqual([]);
    } finally {
      await watched.context.close();
      await relay.end();
    }
  });
});
