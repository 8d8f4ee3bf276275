import { createTranslator, type DeskKey } from '@leeward/ui';
import { compileCatalogue } from '@leeward/ui/language/compile.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  axeFaults,
  launchBrowser,
  sidewaysOverflow,
  type Watched,
  watchedContext,
  windows,
} from '../support/browser.ts';
import { type DeskDemo, startDeskDemo } from '../support/desk-demo.ts';

/*
 * The file of a case over a made-up session: what is read in two seconds, the state, handing over, documents that hurt,
 * the line of everything, who carries how much. What two officers do at once is told in tests/sync/case-file.test.ts.
 */

const record = (501).toString(16).padStart(64, '0');
let demo: DeskDemo;
let browser: Browser;
beforeAll(async () => {
  [demo, browser] = await Promise.all([startDeskDemo(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await demo.stop();
});

for (const [name, locale, size] of [
  ['on a desktop, in English', 'en', windows.desktop],
  ['on a phone, in Arabic', 'ar', windows.phone],
] as const) {
  describe(`the file of a case ${name}`, () => {
    const t = createTranslator<DeskKey>(locale, compileCatalogue('desk', locale));
    let watched: Watched;
    let page: Page;
    const go = async (hash: string): Promise<void> => {
      await page.evaluate((to) => {
        window.location.hash = to;
      }, hash);
      await page.locator('h1').first().waitFor();
    };
    const button = (key: DeskKey) => page.getByRole('button', { name: t(key), exact: true });
    const looked = async (): Promise<void> => {
      expect(await axeFaults(page)).toEqual([]);
      expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    };
    beforeAll(async () => {
      watched = await watchedContext(browser, { origins: demo.origins, locale, ...size });
      page = await watched.newPage();
      await page.goto(`${demo.desk}/?session=open#/case/${record}`);
      await page.locator('.case-head').waitFor();
    });
    afterAll(async () => {
      expect(watched.faults()).toEqual([]);
      await watched.context.close();
    });

    it('says in its head who, where since when, who carries it, what is next, and how she may be reached', async () => {
      const head = page.locator('.case-head');
      const said = await head.innerText();
      expect(said).toContain(t('phase.case_verifying'));
      expect(said).toContain(new Intl.DisplayNames([locale], { type: 'region' }).of('GE'));
      expect(said).toContain('Ask the lawyer about the summons');
      expect(said).toContain(t('carry.offeredTo', { name: 'Officer two' }));
      expect(said).toContain(t('request.never.call'));
      // Nothing stands before it but the name: the whole head is on the first screen, on a phone too.
      const box = await head.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 10_000)).toBeLessThan(size.viewport.height);
      await looked();
    });

    it('leads to every part with what waits in each: by the rail or by one sheet, by touch and by keys', async () => {
      const ways = page.getByRole('navigation', { name: t('case.parts') });
      const isWide = size === windows.desktop;
      const shown = (title: DeskKey) => page.locator(`.case-body[aria-label^="${t(title)} ·"]`);
      if (!isWide) {
        // The button says where one is, and that something waits elsewhere.
        const open = page.locator('.part-button');
        expect(await open.innerText()).toContain(t('case.part.file'));
        await open.click();
      }
      const carry = ways.getByRole('link', { name: t('carry.title') });
      // An offer to a colleague waits for an answer.
      expect(await carry.innerText()).toContain(t('case.waits', { count: 1 }));
      expect(await ways.getByRole('link').count()).toBeGreaterThan(15);
      await looked();
      await carry.click();
      await shown('carry.title').waitFor();
      // The focus went along: the next Tab is in the part.
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('case-body');
      await page.keyboard.press('p');
      await page.keyboard.press(isWide ? 'ArrowUp' : 'Tab');
      await ways.getByRole('link').first().waitFor();
      await ways.getByRole('link', { name: t('plan.title'), exact: true }).focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await shown('checkins.title').waitFor();
      await page.keyboard.press('Control+k');
      await page.keyboard.type(t('documents.part'));
      await page.keyboard.press('Enter');
      await shown('documents.part').waitFor();
      await go(`#/case/${record}`);
      await shown('case.part.file').waitFor();
    });

    it('looks through the line of everything, and says who could read each part of it since when', async () => {
      const moments = page.locator('.moment');
      const all = await moments.count();
      expect(all).toBeGreaterThan(15);
      await page.locator('.line-filter summary').click();
      await page.getByLabel(t('line.kind'), { exact: true }).selectOption('hands');
      const hands = await moments.count();
      expect(hands).toBeGreaterThan(1);
      expect(hands).toBeLessThan(all);
      await page.getByLabel(t('line.showReaders'), { exact: true }).check();
      expect(await page.locator('.readers-line').first().innerText()).toContain(t('line.readsFirst'));
      await looked();
      await page
        .locator('.line-filter')
        .getByRole('button', { name: t('list.clear') })
        .click();
      expect(await moments.count()).toBe(all);
      // Found by any word that a reader sees, in her language: a country that is only a code in the file.
      await page.keyboard.press('f');
      const country = new Intl.DisplayNames([locale], { type: 'region' }).of('GE') ?? '';
      await page.keyboard.type(country);
      await expect.poll(() => moments.count()).toBeLessThan(all);
      expect(await moments.count()).toBeGreaterThan(1);
      for (const moment of await moments.all()) expect(await moment.textContent()).toContain(country);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      expect(await moments.nth(1).evaluate((moment) => moment === document.activeElement)).toBe(true);
      await page.keyboard.press('f');
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      await expect.poll(() => moments.count()).toBe(all);
    });

    it('is closed with a reason after it has said what is unfinished, and opened again by a person alone', async () => {
      await go(`#/case/${record}/stages`);
      await page.locator('[data-act=move]').click();
      await page.getByLabel(t('stages.to'), { exact: true }).selectOption('case_closed');
      expect(await page.locator('form .note.warn').first().innerText()).toContain(t('unfinished.stages'));
      await page.getByLabel(t('stages.closure'), { exact: true }).selectOption('close_support_completed');
      await page.getByLabel(t('stages.why'), { exact: true }).fill('The plan is done.');
      // What became of her is asked, and three days on which she is asked again; a word that she was not asked before.
      await page.locator('form .more-detail summary').click();
      await page.getByLabel(t('outcome.is.out_feels_safer'), { exact: true }).check();
      expect(await page.locator('form').innerText()).toContain(t('outcome.asked.not_asked'));
      await page
        .getByRole('checkbox', { name: new RegExp(`^${t('outcome.after', { count: 12 })}`) })
        .uncheck();
      await looked();
      await button('stages.close').click();
      await button('stages.reopen').waitFor();
      await go(`#/case/${record}/outcome`);
      expect(await page.locator('[data-follow-up]').count()).toBe(2);
      expect(await page.locator('[data-outcome]').innerText()).toContain(t('outcome.is.out_feels_safer'));
      await looked();
      // Writing in a closed file opens it no more than a message does.
      await page.locator('[data-follow-up] [data-act=write-outcome]').first().click();
      await page.getByLabel(t('outcome.safe'), { exact: true }).selectOption('no');
      await button('common.save').click();
      await expect.poll(() => page.locator('[data-follow-up]').count()).toBe(1);
      await go(`#/case/${record}/stages`);
      expect(await page.locator('.case-head').innerText()).toContain(t('phase.case_closed'));
      await button('stages.reopen').click();
      await page.getByLabel(t('stages.to'), { exact: true }).selectOption('case_assessing');
      await page.getByLabel(t('stages.why'), { exact: true }).fill('A new threat.');
      await page
        .locator('form')
        .getByRole('button', { name: t('stages.reopen') })
        .click();
      await page.locator('[data-act=move]').waitFor();
      expect(await page.locator('.case-head').innerText()).toContain(t('case.reopened', { count: 1 }));
    });

    it('is handed over with a note that was made from the file in one step and changed before it was given', async () => {
      await go(`#/case/${record}/carry`);
      await page.locator('[data-act=hand-over]').click();
      const box = page.getByLabel(t('carry.noteText'), { exact: true });
      const made = await box.inputValue();
      expect(made).toContain('Kestrel');
      expect(made).toContain('Ask the lawyer about the summons');
      await box.fill(`${made}\nShe laughs again.`);
      await page.getByLabel(t('handOver.to'), { exact: true }).selectOption({ index: 1 });
      await looked();
      await button('carry.offer').click();
      await page.locator('[data-act=hand-over]').waitFor();
      expect(await page.locator('article').first().innerText()).toContain('She laughs again.');
      await page.locator('[data-act=relief]').click();
      await button('carry.reliefBack').waitFor();
      expect(await page.locator('.case-head').innerText()).toContain(t('carry.reliefWanted'));
    });

    it('keeps what is hard to see behind words, each time anew', async () => {
      await go(`#/case/${record}/documents`);
      const card = page.locator('li.card', { hasText: 'Photo after the arrest' });
      expect(await card.innerText()).toContain('Bruises on a back and an arm');
      const show = card.getByRole('button', { name: new RegExp(t('request.fileShow')) });
      expect(await show.count()).toBe(0);
      await looked();
      await card.locator('[data-act=open-graphic]').click();
      await show.waitFor();
      await go(`#/case/${record}/situation`);
      await go(`#/case/${record}/documents`);
      expect(await show.count()).toBe(0);
    });

    it('asks for the usual documents of a step in one go, each with its day, and knows when one came', async () => {
      await go(`#/case/${record}/documents`);
      await page.locator('[data-act=ask-usual]').click();
      for (const usual of ['budget', 'referee_letter'] as const)
        await page.getByRole('checkbox', { name: new RegExp(`^${t(`asked.usual.${usual}`)}`) }).check();
      await looked();
      await page.getByRole('button', { name: t('asked.askThese', { count: 2 }), exact: true }).click();
      const asked = page.locator('[data-asked]');
      await expect.poll(() => asked.count()).toBe(2);
      // A line that is missing is a task by its day, and counted at the way to its part where it presses.
      await go(`#/case/${record}/tasks`);
      await page.getByText(t('due.kind.document_asked')).first().waitFor({ state: 'attached' });
      await go(`#/case/${record}/documents`);
      await asked.first().getByLabel(t('asked.came'), { exact: true }).selectOption({ index: 1 });
      await expect.poll(() => asked.count()).toBe(1);
      await looked();
    });

    it('takes a place with a date as exactly as it is known', async () => {
      await go(`#/case/${record}/situation`);
      await page.locator('[data-act=add-place]').click();
      const form = page.locator('form');
      await form.getByLabel(t('situation.country'), { exact: true }).selectOption('TR');
      // The months of every language are read, in whatever digits.
      const [from, until] = ['situation.fromField', 'situation.untilField'] as const;
      await form.getByLabel(t(from), { exact: true }).last().fill('نيسان ٢٠٢٤');
      await form.getByLabel(t(until), { exact: true }).last().fill('2025');
      await looked();
      await form.getByRole('button', { name: t('common.save') }).click();
      const made = page.locator('[data-fact=place]', {
        hasText: new Intl.DisplayNames([locale], { type: 'region' }).of('TR') ?? '',
      });
      await made.waitFor();
      expect(await made.innerText()).not.toContain(t('situation.today'));
    });

    it('stands in what each carries, with a kind word for oneself and the quiet of a colleague', async () => {
      await go('#/load');
      const word = page.locator('[data-load]');
      await word.waitFor();
      const rows = await page.locator('.load').innerText();
      expect(rows).toContain('Officer two');
      expect(rows).toContain(t('urgency.urg_high'));
      expect(await page.locator('#relief').count()).toBe(1);
      await looked();
    });
  });
}
