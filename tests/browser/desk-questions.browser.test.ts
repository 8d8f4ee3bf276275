import { writeXlsx } from 'hucre/xlsx';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { naughty } from '../../apps/desk/src/testing/fake-requests.ts';
import { axeFaults, launchBrowser, sidewaysOverflow, watchedContext, windows } from '../support/browser.ts';
import { type DeskDemo, startDeskDemo } from '../support/desk-demo.ts';

/* Building questions and reading answers to them, over made-up sessions. The whole way is in questions-journey. */

let browser: Browser;
let demo: DeskDemo;
beforeAll(async () => {
  [browser, demo] = await Promise.all([launchBrowser(), startDeskDemo()]);
});
afterAll(async () => {
  await browser.close();
  await demo.stop();
});

const seen = process.env['LEEWARD_LOOK'];
const look = async (page: Page, name: string): Promise<void> => {
  if (seen !== undefined) await page.screenshot({ path: `${seen}/${name}.png`, fullPage: true });
  expect(await axeFaults(page), name).toEqual([]);
  expect(await sidewaysOverflow(page), name).toBe(0);
};

async function open(hash: string, locale: string, size: keyof typeof windows) {
  const watched = await watchedContext(browser, {
    origins: demo.origins,
    expected: [/Permissions-Policy/],
    reducedMotion: 'reduce',
    locale,
    ...windows[size],
  });
  const page = await watched.newPage();
  await page.goto(`${demo.desk}/?session=${hash === '#/questions' ? 'door' : 'open'}${hash}`);
  await page.locator('h1').waitFor();
  return { watched, page };
}
const talk = `#/request/${(103).toString(16).padStart(64, '0')}`;

describe('the organisation’s own questions at the desk', () => {
  for (const [locale, size] of [
    ['en-GB', 'desktop'],
    ['ar', 'phone'],
  ] as const)
    it(`are changed, tried out and published without typing a rule (${locale}, ${size})`, async () => {
      const { watched, page } = await open('#/questions', locale, size);
      const builder = page.locator('form.form').first();
      const rows = builder.locator('.outline-row');
      await rows.first().waitFor();
      await look(page, `desk-questions-${locale}`);
      const before = await rows.count();
      const add = async (type: string): Promise<void> => {
        await builder.locator('> .cluster select').first().selectOption(type);
        await builder.locator('> .cluster select + .button').first().click();
      };
      const made = builder.locator('section.form-card');
      const words = async (en: string, ar: string): Promise<void> => {
        await made.locator('input[lang=en]').first().fill(en);
        await made.locator('input[lang=ar]').first().fill(ar);
      };
      // A fourth question, after an answer to the first.
      await add('text');
      expect(await rows.count()).toBe(before + 1);
      // Not before it has its words: what is missing is said at the question itself.
      const submit = builder.locator('button[type=submit]');
      await made.locator('.error').first().waitFor();
      expect(await submit.isDisabled()).toBe(true);
      await made.locator('input[lang=en]').first().fill('Who?');
      await made.locator('.chip.warn').first().waitFor();
      await words('Who?', 'من؟');
      const when = made
        .locator('fieldset')
        .filter({ has: page.locator('.code') })
        .first();
      await when.locator('.button').first().click();
      await when.locator('select').first().selectOption({ index: 0 });
      await look(page, `desk-questions-rule-${locale}`);
      await page.locator('#try').waitFor();
      const tried = page.locator('.try-form');
      expect(await tried.locator('legend').count()).toBe(1);
      await tried.locator('input[type=radio]').first().check();
      expect(await tried.locator('legend').count()).toBe(before + 1);

      // A group that is asked several times, with a number in it, and how many there are.
      await rows.nth(before).click();
      await add('repeat');
      await words('Children', 'الأطفال');
      await add('integer');
      await words('Age', 'العمر');
      expect(await builder.locator('.outline .outline .outline-row').count()).toBe(1);
      // By keyboard: out of the group, and back into it.
      const [side, back] = locale === 'ar' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
      const inner = builder.locator('.outline-row[aria-expanded=true]');
      await inner.press(`Alt+${side}`);
      await builder.locator('.outline .outline .outline-row').waitFor({ state: 'detached' });
      await page.locator('.outline-row:focus').press(`Alt+${back}`);
      await builder.locator('.outline .outline .outline-row').waitFor();
      // A step back takes it out again, and one forward brings it in.
      const bar = builder.locator('.outline-bar .button');
      await bar.nth(0).click();
      await builder.locator('.outline .outline .outline-row').waitFor({ state: 'detached' });
      await bar.nth(1).click();
      await builder.locator('.outline .outline .outline-row').waitFor();
      // Tried out: two turns.
      const many = tried.locator('> fieldset > .button').last();
      await many.click();
      await many.click();
      expect(await tried.locator('fieldset .card input').count()).toBe(2);
      await look(page, `desk-questions-try-${locale}`);
      await submit.click();
      await page.locator('details summary .chip').waitFor();
      await page.locator('section[aria-labelledby=versions] details').nth(1).waitFor();
      expect(watched.faults()).toEqual([]);
      await page.context().close();
    });

  it('come from an XLSForm, or are refused by the address of a cell, with nothing changed', async () => {
    const { watched, page } = await open('#/questions', 'en-GB', 'desktop');
    const titles = page.locator('form.form').first().locator('.outline-row');
    await titles.first().waitFor();
    const before = await titles.count();
    await page.getByText('Bring an XLSForm').first().click();
    const bring = async (rows: readonly (readonly string[])[]): Promise<void> => {
      const bytes = await writeXlsx({ sheets: [{ name: 'survey', rows: rows.map((row) => [...row]) }] });
      await page.locator('form input[type=file]').setInputFiles({
        name: 'form.xlsx',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(bytes),
      });
    };
    const head = ['type', 'name', 'label::English (en)'];
    await bring([head, ['text', 'a', 'First?'], ['geopoint', 'b', 'Where?']]);
    await page.getByText('survey!A3').waitFor();
    expect(await titles.count()).toBe(before);
    await look(page, 'desk-questions-refused');
    await bring([head, ['text', 'a', 'First?'], ['integer', 'b', 'How many?']]);
    await page.getByText('The form is in the fields').waitFor();
    expect(await titles.count()).toBe(2);
    await titles.nth(1).click();
    expect(await page.locator('section.form-card input[lang=en]').first().inputValue()).toBe('How many?');
    await look(page, 'desk-questions-imported');
    expect(watched.faults()).toEqual([]);
    await page.context().close();
  });

  it('are answered by text alone, whatever an administrator wrote: nothing acts in builder, trial or list [fault 48]', async () => {
    const { watched, page } = await open('#/questions', 'en-GB', 'desktop');
    await page.locator('.outline-row').first().click();
    const card = page.locator('section.form-card').first();
    await card.locator('input[lang=en]').first().fill(naughty.replaceAll('\n', ' '));
    await page.locator('#try').waitFor();
    await page.locator('form.form button[type=submit]').first().click();
    const versions = page.locator('section[aria-labelledby=versions] details');
    // The new one stands first once it is kept.
    await versions.nth(1).waitFor();
    await versions.first().locator('summary').click();
    await versions.first().locator('li').first().waitFor();
    for (const place of ['.try-form', 'section[aria-labelledby=versions]']) {
      const text = (await page.locator(place).textContent()) ?? '';
      expect(text).toContain('<script>window.__hit=1</script>');
      expect(text).toContain('[U+202E]');
      expect(text).toContain('[xn--exmple-4nf.org]');
      expect(await page.locator(`${place} img, ${place} script, ${place} a, ${place} svg`).count()).toBe(0);
    }
    expect(await page.evaluate(() => (window as { __hit?: number }).__hit)).toBe(undefined);
    await look(page, 'desk-questions-hostile');
    expect(watched.faults()).toEqual([]);
    await page.context().close();
  });

  for (const [locale, size, words] of [
    [
      'en-GB',
      'desktop',
      { hidden: 'This was not asked', show: 'Show the answer', spring: 'about spring 2021' },
    ],
    ['ar', 'phone', { hidden: 'لم يُطرح هذا السؤال', show: 'إظهار الإجابة', spring: 'ربيع' }],
  ] as const)
    it(`are shown with her answers, evaluated again, and covered where they could endanger somebody (${locale})`, async () => {
      const { watched, page } = await open(talk, locale, size);
      const answers = page.locator('section[aria-labelledby=own-questions]');
      await answers.waitFor();
      expect(await answers.locator('.chip', { hasText: words.hidden }).count()).toBe(2);
      expect(await answers.textContent()).not.toContain('2021');
      await look(page, `desk-answers-${locale}`);
      await answers.getByRole('button', { name: words.show }).click();
      expect(await answers.textContent()).toContain(words.spring);
      expect(watched.faults()).toEqual([]);
      await page.context().close();
    });
});
