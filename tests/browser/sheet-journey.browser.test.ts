import { toHex } from '@leeward/sealed-log/wire';
import { createTranslator, type DoorKey } from '@leeward/ui';
import { compileCatalogue } from '@leeward/ui/language/compile.ts';
import { plainItem } from '@leeward/workspace/door/request.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, watchedContext, windows } from '../support/browser.ts';
import { type BuiltApps, buildApps } from '../support/built-apps.ts';
import { deskPage } from '../support/desk-page.ts';
import { doorPage } from '../support/door-page.ts';
import { startTestRelay } from '../support/relay.ts';
import { visit } from '../support/visitor.ts';

/* A question sheet from the desk to a phone and back: written in English, read and answered in Arabic without an account. */

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
  // The relay says that the questions are closed.
  /status of 410/,
];
const ar = createTranslator<DoorKey>('ar', compileCatalogue('door', 'ar'));
const sheetHeading = (page: Page, key: DoorKey) => page.getByRole('heading', { name: ar(key), exact: true });

describe('a question sheet', () => {
  it('goes from the desk to a phone in Arabic and comes back sealed, is unread until somebody opens it, and opens no more once it was ended', async () => {
    const relay = await startTestRelay({ apps });
    const origins = (['desk', 'door', 'files'] as const).map((app) => `${relay.url(app)}/`);
    const own = { origins, expected: unsigned, reducedMotion: 'reduce' as const };
    const admin = await watchedContext(browser, { ...own, locale: 'en-GB', ...windows.desktop });
    // A phone that speaks French: the page opens in the language in which it was written to its reader.
    const referee = await watchedContext(browser, { ...own, locale: 'fr-FR', ...windows.phone });
    try {
      const desk = deskPage(await admin.newPage(), 'en', 20_000);
      const { page, t } = desk;
      await desk.found(relay.url('desk'), await relay.token(), 'Synthetic Aid', 'Officer One');
      const door = await desk.publishDoor();
      const visitor = await visit(relay, door);
      await visitor.ask('A request of somebody.');
      await desk.goTo('shell.requests', 'queue.title');
      await desk.openRequest('A request of somebody.');
      await desk.button('queue.claim').click();
      // Asked first: nothing goes out about her without her yes.
      await page.getByRole('button', { name: t('back.openPart', { part: t('back.consents') }) }).click();
      await desk.field('consent.purpose').selectOption('con_verify_partner');
      await desk.field('consent.recipient').fill('The village union');
      for (const fact of ['name', 'work', 'story'] as const)
        await page.getByRole('checkbox', { name: t(`consent.field.${fact}`), exact: true }).check();
      await desk.field('consent.text').fill('May we ask the village union about your work?');
      await desk.button('back.send').click();
      const read = await visitor.readUntil(({ replies }) =>
        replies.some(({ message }) => message?.type === 'consent'),
      );
      const put = read.replies.find(({ message }) => message?.type === 'consent');
      if (put?.message?.type !== 'consent') throw new Error('no question');
      const given = { type: 'consent', v: 1, answer: 'given', id: put.message.id } as const;
      await visitor.say(plainItem({ ...given, asked: toHex(put.hash) }));
      await page.getByRole('button', { name: t('back.openPart', { part: t('back.consents') }) }).click();
      await page.getByText(t('consent.standing.given'), { exact: true }).first().waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: t('openCase.title') }).click();
      await desk.field('openCase.pseudonym').fill('Heron 12');
      await desk.button('openCase.submit').click();
      await desk.openPart('sheets.title');
      await page.getByText(t('sheets.none')).waitFor();
      await page.getByRole('link', { name: t('sheets.new') }).click();

      // Nothing goes out that says nothing, or of which nobody knows to whom.
      await desk.button('sheets.send').click();
      await desk.field('sheets.whomWords').fill('The head of the village union');
      await desk.field('sheets.aboutName').fill('اسم تجريبي');
      await desk.button('sheets.addQuestion').click();
      await desk.field('sheets.aboutWhat').fill('فُرّق اجتماع في آذار.');
      await page.getByLabel(t('sheets.language')).selectOption('ar');
      await page
        .getByRole('group', { name: t('sheets.consent') })
        .getByRole('combobox')
        .first()
        .selectOption('con_verify_partner');
      await desk.field('sheets.consentRecipient').fill('The village union');
      await page.getByText(t('share.yes')).waitFor();
      await desk.field('sheets.word').fill('طائر أزرق');
      const preview = page.getByRole('region', { name: t('sheets.preview') });
      await preview.getByText('اسم تجريبي').waitFor();
      expect(await preview.textContent()).not.toContain('village');
      expect(await preview.textContent()).not.toContain('Heron');
      await desk.looked();
      await desk.button('sheets.send').click();
      const field = page.getByRole('textbox', { name: t('sheets.link') });
      await field.waitFor();
      const link = await field.inputValue();
      await page.getByText(t('sheets.notPosted')).waitFor({ state: 'detached' });
      await desk.looked();

      const phone = await referee.newPage();
      const asked = doorPage(phone, 'every screen');
      await phone.goto(link);
      await sheetHeading(phone, 'sheet.title').waitFor();
      expect(await phone.locator('html').getAttribute('dir')).toBe('rtl');
      expect(await phone.title()).not.toMatch(/aid|help|question/i);
      await asked.looked();
      const text = await phone.locator('main').innerText();
      for (const secret of ['Heron', 'village', 'طائر أزرق', 'A request']) expect(text).not.toContain(secret);
      const first = phone.getByRole('group', { name: ar('sheet.ask.know_work') });
      const second = phone.getByRole('group', { name: ar('sheet.ask.event') });
      await phone.getByRole('button', { name: ar('sheet.send') }).click();
      await phone.getByText(ar('sheet.missing.answer')).waitFor();
      await first.getByLabel(ar('sheet.answer.yes'), { exact: true }).check();
      await second.getByLabel(ar('sheet.answer.unknown')).check();
      await phone.getByLabel(ar('sheet.words')).first().fill('منذ سنوات كثيرة.');
      await phone.locator('#word').fill('طائر  أزرق');
      await asked.looked();
      await phone.getByRole('button', { name: ar('sheet.send') }).click();
      await sheetHeading(phone, 'sheet.sent.title').waitFor();
      await asked.looked();
      // Nothing of it stays on the phone.
      expect(await phone.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
      expect(await phone.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
      expect(await referee.context.cookies()).toEqual([]);

      await desk.goTo('today.title', 'today.title');
      await page.getByText(t('today.sheetAnswer', { count: 1 })).waitFor();
      await desk.looked();
      await page.getByRole('link', { name: t('today.do.sheetAnswer') }).click();
      await page.getByRole('link', { name: /The head of the village union/ }).click();
      expect(await page.getByText('منذ سنوات كثيرة.').count()).toBe(0);
      await desk.button('sheets.openAnswer').click();
      await page.getByText('منذ سنوات كثيرة.').waitFor();
      await page.getByText(t('sheets.wordFits')).waitFor();
      await page.locator('.sheet-answer .chip.accent').waitFor({ state: 'detached' });
      await desk.looked();

      await desk.button('sheets.endNow').click();
      await page.getByText(t('sheets.overHonest')).waitFor();
      await expect
        .poll(
          async () => {
            await phone.goto('about:blank');
            await phone.goto(link);
            await phone.locator('main h1').waitFor();
            await phone.waitForFunction(
              () =>
                document.querySelector('main .quiet') === null ||
                document.querySelector('main .problem') !== null,
            );
            return phone.locator('main .problem').count();
          },
          { timeout: 20_000 },
        )
        .toBe(1);
      const closed = createTranslator<DoorKey>('fr', compileCatalogue('door', 'fr'));
      await phone.getByRole('heading', { name: closed('sheet.closed.ended.title') }).waitFor();
      await asked.looked();
      expect(admin.faults()).toEqual([]);
      expect(referee.faults()).toEqual([]);
    } finally {
      await Promise.all([admin, referee].map((one) => one.context.close()));
      await relay.end();
    }
  });
});
