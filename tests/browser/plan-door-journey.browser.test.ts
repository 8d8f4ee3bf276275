import { readFileSync, writeFileSync } from 'node:fs';
import { createTranslator, type DeskKey, type DoorKey } from '@leeward/ui';
import { compileCatalogue } from '@leeward/ui/language/compile.ts';
import { openCopy } from '@leeward/workspace/door/testing/open-copy.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../apps/cli/src/main.ts';
import { launchBrowser, type Watched, watchedContext, windows } from '../support/browser.ts';
import { type BuiltApps, buildApps } from '../support/built-apps.ts';
import { deskPage } from '../support/desk-page.ts';
import { doorPage } from '../support/door-page.ts';
import { startTestRelay } from '../support/relay.ts';

/* Her plan, with both faces over a real relay: shown by an officer who speaks English, read and answered in Arabic, on two phones. */

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

describe('a plan that is hers', () => {
  it('[invariant 14] is shown to her part by part, answered by herself, and a pause of the signs is known to both sides', async () => {
    const relay = await startTestRelay({ apps });
    const origins = (['desk', 'door', 'files'] as const).map((app) => `${relay.url(app)}/`);
    const person = (locale: string): Promise<Watched> =>
      watchedContext(browser, { origins, locale, expected: unsigned, ...windows.phone });
    const people = await Promise.all([person('en-GB'), person('ar-MA')]);
    const [first, second] = people as [Watched, Watched];
    try {
      const desk = deskPage(await first.newPage(), 'en');
      await desk.found(relay.url('desk'), await relay.token(), 'Synthetic Aid', 'Officer One');
      const link = await desk.publishDoor();
      const her = doorPage(await second.newPage(), 'every screen');
      const say = createTranslator<DoorKey>('ar', compileCatalogue('door', 'ar'), 'ar-MA');
      const press = (key: DoorKey) => her.page.getByRole('button', { name: say(key), exact: true });
      her.page.setDefaultTimeout(60_000);
      await her.open(link);
      await her.write('سيارة أمام البيت كل مساء.');
      const words = await her.toWords();
      await her.send(words);
      await her.sent();

      await desk.goTo('shell.requests', 'queue.title');
      await desk.openRequest('سيارة أمام البيت كل مساء.');
      await desk.button('queue.claim').click();
      await desk.page.getByRole('link', { name: desk.t('openCase.title') }).click();
      await desk.field('openCase.pseudonym').fill('Heron 12');
      await desk.button('openCase.submit').click();
      await desk.page.locator('.case-head').waitFor();
      await desk.openPart('plan.title');
      for (const what of ['طريقان إلى البيت.', 'قفل جديد للباب.']) {
        await desk.button('plan.add').click();
        await desk.field('plan.what').fill(what);
        await desk.button('common.save').click();
        await desk.page.locator('li[data-item]').filter({ hasText: what }).waitFor();
      }
      // She stands in the file, so a note on her dangers can be written for her, in her language, and put on her page.
      await desk.openPart('people.title');
      await desk.page.getByRole('link', { name: desk.t('people.add') }).click();
      await desk.field('people.label').fill('Heron');
      await desk.page.getByRole('checkbox', { name: desk.t('people.atDoor') }).check();
      await desk.button('people.save').click();
      await desk.button('people.change').waitFor();
      await desk.openPart('danger.title');
      await desk.page.getByRole('link', { name: desk.t('danger.note.make') }).click();
      await desk.field('danger.note.for').selectOption(desk.t('danger.note.herself', { name: 'Heron' }));
      await desk.looked();
      await desk.button('danger.note.toPage').click();
      const preview = desk.page.locator('[data-preview=plan]');
      const herRisk = createTranslator<DeskKey>('ar', compileCatalogue('desk', 'ar'))('danger.note.yours', {
        date: '',
      });
      expect(await desk.field('show.risks').inputValue()).toContain(herRisk.trim());
      await preview.getByText('قفل جديد للباب.').waitFor();
      // In the words of her page, from right to left, whatever the desk speaks.
      expect(await preview.getAttribute('dir')).toBe('rtl');
      expect(await preview.innerText()).toContain(say('back.measure.refused'));
      const door = desk.page.locator('fieldset[data-measure]').filter({ hasText: 'قفل جديد للباب.' });
      await door.locator('summary').click();
      await door.getByLabel(desk.t('show.who'), { exact: true }).fill('آنا');
      await preview.getByText('آنا').waitFor();
      // A note on her dangers goes along only once somebody has looked through it for others.
      await desk.field('show.risks').fill('لا تفتحي الباب ليلًا.');
      await preview.getByText('لا تفتحي الباب ليلًا.').waitFor();
      await desk.looked();
      await desk.page.getByRole('checkbox', { name: desk.t('show.approve') }).check();
      expect(await desk.button('show.send').isDisabled()).toBe(true);
      const checked = desk.t('show.risksChecked', { name: 'Heron' });
      await desk.page.getByRole('checkbox', { name: checked }).check();
      await desk.button('show.send').click();
      await desk.page.getByText(desk.t('show.shown', { version: 1, name: 'Officer One' })).waitFor();
      await desk.openPart('checkins.title');
      await desk.button('checkins.agree').click();
      const moment = async (label: DeskKey, day: string, time: string): Promise<void> => {
        await desk.field(label).fill(day);
        const hour = desk.t('day.time', { label: desk.t(label) });
        await desk.page.getByLabel(hour, { exact: true }).fill(time);
      };
      await moment('checkIn.from', '2030-01-01', '21:00');
      await desk.field('checkIn.silence').fill('نتصل بأختك.');
      await desk.button('common.save').click();
      await desk.page.locator('[data-told=yes]').waitFor();
      await desk.button('pause.add').click();
      await moment('pause.from', '2030-01-02', '00:00');
      await moment('pause.until', '2030-01-05', '00:00');
      await desk.field('pause.why').fill('She crosses the mountains.');
      await desk.field('pause.agreed').fill('In the call of Monday.');
      await desk.button('common.save').click();
      await desk.page.locator('li[data-item]').filter({ hasText: 'mountains' }).waitFor();
      await desk.page.locator('[data-told=yes]').waitFor();
      await desk.looked();

      await her.page.goto('about:blank');
      await her.open(link);
      const before = await her.page.evaluate(() => history.length);
      await her.comeBack(words);
      await her.onward(() =>
        her.page.getByRole('button', { name: say('back.shownWaits', { count: 3 }) }).click(),
      );
      const part = (what: string) => her.page.locator('section').filter({ hasText: what }).last();
      const lock = part('قفل جديد للباب.');
      expect(await lock.innerText()).toContain('آنا');
      // The agreed sign, what silence means, and the pause: nothing of why, and no agreed word.
      await her.page.getByText('نتصل بأختك.').waitFor();
      const rounds = await her.page.locator('section[aria-labelledby=rounds]').innerText();
      expect(rounds).not.toContain('mountains');
      expect(await her.page.locator('section[aria-labelledby=rounds] .note').count()).toBe(1);
      await part('طريقان إلى البيت.')
        .getByRole('button', { name: say('back.measure.agreed'), exact: true })
        .click();
      await part('طريقان إلى البيت.').getByText(say('back.measureSaid.agreed')).waitFor();
      await lock.getByRole('button', { name: say('back.measure.refused'), exact: true }).click();
      await lock.getByText(say('back.measureSaid.refused')).waitFor();
      const risks = her.page.locator('section[aria-labelledby=risks]');
      await risks.getByText('لا تفتحي الباب ليلًا.').waitFor();
      await risks.getByRole('button', { name: say('back.risks.agreed'), exact: true }).click();
      await risks.getByText(say('back.risksSaid.agreed')).waitFor();
      await her.looked();
      await her.page.getByText(say('back.wish'), { exact: true }).click();
      // Days in menus of her own calendar: year, month, day.
      const year = String(new Date().getFullYear() + 1);
      const day = async (label: DoorKey, on: string): Promise<void> => {
        const menus = her.page.getByRole('group', { name: say(label) }).locator('select');
        for (const [index, value] of [year, '2', on].entries()) await menus.nth(index).selectOption(value);
      };
      await day('back.wishFrom', '1');
      await day('back.wishUntil', '3');
      await her.looked();
      await press('back.wishSend').click();
      await her.page.getByText(say('back.wish'), { exact: true }).waitFor();
      await her.onward(() => press('back.home').click());
      await her.page
        .locator('.mine', { hasText: say('back.wishTold.pause') })
        .locator('.state.sent')
        .waitFor();
      // Nothing of it is kept by the phone, and nothing can be gone back to.
      expect(await her.page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
      expect(her.page.url()).toBe(link);
      expect(await her.page.evaluate(() => history.length)).toBe(before);

      await desk.page.locator('[data-wish=pause]').waitFor();
      await desk.looked();
      await desk.button('wish.take').click();
      await desk.page.locator('[data-wish=pause]').waitFor({ state: 'detached' });
      await desk.page.locator('[data-told=yes]').waitFor();
      await desk.openPart('plan.title');
      const said = (what: string) => desk.page.locator('li[data-item]').filter({ hasText: what });
      await said('طريقان إلى البيت.').getByText(desk.t('plan.word.agreed'), { exact: true }).waitFor();
      await said('قفل جديد للباب.').getByText(desk.t('plan.word.refused'), { exact: true }).waitFor();
      await said('قفل جديد للباب.').locator('[data-said=door]').waitFor();
      await desk.page.getByText(desk.t('show.risksSaid.agreed')).waitFor();
      await desk.looked();

      // She wishes the end: her page says what goes on, and one step at the desk ends it and tells her.
      await her.onward(() => her.page.getByRole('button', { name: say('back.shown') }).click());
      await her.page.getByText(say('back.wish'), { exact: true }).click();
      await her.page.getByText(say('back.wish.end'), { exact: true }).click();
      await press('back.wishSend').click();
      const goesOn = her.page.getByText(say('back.wishGoesOn'), { exact: false });
      await goesOn.waitFor();
      await her.looked();
      await desk.goTo('today.title', 'today.title');
      const task = desk.page.locator('[data-kind=endWished]');
      await task.waitFor();
      await desk.looked();
      await task.getByRole('button', { name: desk.t('wish.end') }).click();
      await task.waitFor({ state: 'detached' });
      // Her page hears of it when she looks: nobody waits for a sign any more.
      await her.onward(() => press('back.home').click());
      const pauses = her.page.locator('section[aria-labelledby=signs] .note');
      await pauses.first().waitFor();
      await expect
        .poll(
          async () => {
            await press('talk.refresh').click();
            return pauses.count();
          },
          { timeout: 60_000 },
        )
        .toBe(0);
      await her.onward(() => her.page.getByRole('button', { name: say('back.shown') }).click());
      await her.page.getByText(say('back.roundsNone')).waitFor();
      expect(await goesOn.count()).toBe(0);

      // A copy of the case leaves the desk. Whoever has only the file, and what opens it, can tell that nobody changed it.
      await desk.goTo('shell.cases', 'cases.title');
      await desk.page.getByRole('link', { name: 'Heron 12' }).first().click();
      await desk.openPart('fileCopy.title');
      const passphrase = 'eleven herons over the river';
      const copies: string[] = [];
      for (const format of ['json', 'age'] as const) {
        await desk.field('fileCopy.format').selectOption(format);
        if (format === 'age') await desk.field('fileCopy.passphrase').fill(passphrase);
        await desk.field('fileCopy.reason').fill(`For the hearing, ${format}.`);
        const [download] = await Promise.all([
          desk.page.waitForEvent('download'),
          desk.button('fileCopy.take').click(),
        ]);
        copies.push(await download.path());
        await desk.page
          .locator('li')
          .filter({ hasText: `For the hearing, ${format}.` })
          .waitFor();
      }
      await desk.looked();
      const [plain = '', sealed = ''] = copies;
      const opened = `${sealed}.opened`;
      writeFileSync(opened, await openCopy(readFileSync(sealed), passphrase));
      const check = (file: string): Promise<number> => main(['check-copy', file], () => undefined);
      expect([await check(plain), await check(sealed), await check(opened)]).toEqual([0, 1, 0]);
      // To be read by people: in the end the words of the case, without whatever the desk needs.
      await desk.field('fileCopy.format').selectOption('print');
      await desk.field('fileCopy.reason').fill('For the hearing, on paper.');
      await desk.page.evaluate(() => {
        window.print = () => document.body.setAttribute('data-printed', document.body.innerText);
      });
      await desk.button('fileCopy.take').click();
      await desk.page.locator('body[data-printed*="Heron 12"]').waitFor();
      // The head of the file says how she is reached: it is on no paper.
      await desk.page.emulateMedia({ media: 'print' });
      expect(await desk.page.locator('.case-head dl').isVisible()).toBe(false);
      expect(await desk.page.locator('.case-paper').isVisible()).toBe(true);
      for (const watched of people) expect(watched.faults()).toEqual([]);
    } finally {
      for (const watched of people) await watched.context.close();
      await relay.end();
    }
  });
});
