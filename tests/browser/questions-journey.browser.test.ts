import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, watchedContext, windows } from '../support/browser.ts';
import { type BuiltApps, buildApps } from '../support/built-apps.ts';
import { deskPage } from '../support/desk-page.ts';
import { doorPage } from '../support/door-page.ts';
import { startTestRelay } from '../support/relay.ts';
import { visit } from '../support/visitor.ts';

/* The whole way of an organisation's own questions: built, signed, asked in Arabic on a phone, read at the desk. */

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
];

describe('an organisation’s own questions', () => {
  it('are built with a rule in two languages, answered in Arabic on a phone, and evaluated again at the desk, which sees a forged answer', async () => {
    const relay = await startTestRelay({ apps });
    const origins = (['desk', 'door', 'files'] as const).map((app) => `${relay.url(app)}/`);
    const own = { origins, expected: unsigned, reducedMotion: 'reduce' as const };
    const admin = await watchedContext(browser, { ...own, locale: 'en-GB', ...windows.desktop });
    const her = await watchedContext(browser, { ...own, locale: 'ar-MA', ...windows.phone });
    try {
      const desk = deskPage(await admin.newPage(), 'en');
      await desk.found(relay.url('desk'), await relay.token(), 'Synthetic Aid', 'Officer One');
      const link = await desk.publishDoor();
      const { page } = desk;
      await page.getByRole('link', { name: desk.t('forms.title') }).click();
      await desk.heading('forms.title').waitFor();
      for (const language of ['English', 'العربية'])
        await page.getByRole('checkbox', { name: language, exact: true }).check();
      const title = page.getByRole('group', { name: desk.t('forms.formTitle') });
      await title.locator('input[lang=en]').fill('Three more');
      await title.locator('input[lang=ar]').fill('ثلاثة أخرى');
      const questions = [
        ['yesNoUnsure', 'Were you arrested before?', 'هل أُوقفت من قبل؟'],
        ['date', 'When was that?', 'متى كان ذلك؟'],
        ['integer', 'How many people depend on you?', 'كم شخصًا تعيل؟'],
      ] as const;
      for (const [index, [type, english, arabic]] of questions.entries()) {
        const builder = page.locator('form.form').first();
        await builder.locator('> .cluster select').first().selectOption(type);
        await builder.locator('> .cluster select + .button').first().click();
        const card = builder.locator('section.form-card');
        await card.locator('input[lang=en]').first().fill(english);
        await card.locator('input[lang=ar]').first().fill(arabic);
        // The second only after "yes" to the first: chosen from menus.
        if (index === 1) await desk.button('forms.when.only').click();
      }
      await page.locator('#try').waitFor();
      await desk.looked();
      await desk.button('door.save').click();
      await page.getByText(desk.t('forms.atDoor')).waitFor();

      const door = doorPage(await her.newPage(), 'every screen');
      await door.open(link);
      await door.write('سطران فقط.');
      for (const _ of ['who', 'reach', 'files', 'questions']) await door.next();
      // On a slow machine the questions come a moment after their screen.
      await door.page.getByRole('heading', { name: 'ثلاثة أخرى' }).first().waitFor();
      await door.page.getByRole('group', { name: 'هل أُوقفت من قبل؟' }).getByLabel('نعم').check();
      const when = door.page.getByRole('group', { name: 'متى كان ذلك؟' });
      await when.locator('select').first().selectOption('2021');
      await door.page.getByLabel('كم شخصًا تعيل؟').fill('٣');
      await door.looked();
      await door.next();
      await door.next();
      const phrase = await door.phrase();
      await door.send(phrase);
      await door.sent();

      // Somebody without the page sends an answer to a question that was never asked.
      const forger = await visit(relay, link);
      const [form] = await forger.questions();
      const names = (JSON.parse(form?.text ?? '{}') as { questions: { name: string }[] }).questions;
      const [first, second] = names.map(({ name }) => name);
      await forger.ask('A forged one.', undefined, {
        answers: [{ form: form?.form ?? '', values: { [first ?? '']: 'no', [second ?? '']: '2020' } }],
      });

      await desk.goTo('shell.requests', 'queue.title');
      await desk.openRequest('سطران فقط.');
      const answers = page.getByRole('region', { name: desk.t('forms.answers') });
      await answers.waitFor();
      // In the officer's language, though she read them in hers.
      for (const [, english] of questions) await answers.getByText(english).waitFor();
      for (const said of ['Yes', '2021', '3']) await answers.getByText(said, { exact: true }).waitFor();
      expect(await answers.getByText(desk.t('forms.hidden')).count()).toBe(0);
      await desk.looked();

      await desk.goTo('shell.requests', 'queue.title');
      await desk.openRequest('A forged one.');
      await answers.getByText(desk.t('forms.hidden')).waitFor();
      expect(await answers.getByText(desk.t('forms.hidden')).count()).toBe(1);
      await answers.getByText('2020').waitFor();
      await desk.looked();
      expect(admin.faults()).toEqual([]);
      expect(her.faults()).toEqual([]);
    } finally {
      await Promise.all([admin, her].map((one) => one.context.close()));
      await relay.end();
    }
  });
});
