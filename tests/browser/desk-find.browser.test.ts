import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, launchBrowser, type Watched, watchedContext, windows } from '../support/browser.ts';
import { type DeskDemo, startDeskDemo } from '../support/desk-demo.ts';
import { deskPage } from '../support/desk-page.ts';

/* Finding at the desk, over made-up sessions: search, lists of any length, views, what leaves them, palette and keys. */

let demo: DeskDemo;
let browser: Browser;

beforeAll(async () => {
  demo = await startDeskDemo();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

const watch = (more: Partial<Parameters<typeof watchedContext>[1]> = {}): Promise<Watched> =>
  watchedContext(browser, { origins: demo.origins, locale: 'en-GB', ...windows.desktop, ...more });

async function open(watched: Watched, session = 'many', hash = '#/requests'): Promise<Page> {
  const page = await watched.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${demo.desk}/?session=${session}${hash}`);
  await page.locator('h1').first().waitFor();
  return page;
}

/** A request that nobody has claimed. */
const unclaimed = `#/request/${(101).toString(16).padStart(64, '0')}`;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const rowCount = async (page: Page): Promise<number> =>
  Number(await page.getByRole('grid').getAttribute('aria-rowcount'));

describe('search at the desk', () => {
  it('finds in messages as it is typed, marks what was found, and filters by where it stands', async () => {
    for (const [locale, window] of [
      ['en-GB', windows.desktop],
      ['ar', windows.phone],
    ] as const) {
      const watched = await watch({ locale, ...window });
      const page = await open(watched, 'open');
      await page.locator('#search').fill('letter');
      await page.locator('a[data-result] mark').first().waitFor();
      expect(await page.locator('a[data-result] mark').first().textContent()).toBe('letter');
      await page.locator('#search').fill('коллегу');
      await page.locator('a[data-result] mark', { hasText: 'коллегу' }).first().waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/#\/request\//);
      expect(watched.faults()).toEqual([]);
      await watched.context.close();
    }
  });
});

describe('a list of twenty thousand requests', () => {
  it('has no more rows on the page than can be seen, and is gone through and selected to its end by keyboard', async () => {
    const watched = await watch();
    const page = await open(watched, 'thousands');
    await page.getByRole('row').first().waitFor();
    expect(await rowCount(page)).toBeGreaterThan(20_000);
    expect(await page.getByRole('row').count()).toBeLessThan(40);
    await page.getByRole('row').first().focus();
    await page.keyboard.press('End');
    const last = String(await rowCount(page));
    await page.locator(`[role=row][aria-rowindex="${last}"]:focus`).waitFor();
    expect(await page.getByRole('row').count()).toBeLessThan(40);
    await button(page, 'Select').click();
    await page.getByRole('row').first().focus();
    await page.keyboard.press('Control+a');
    await page
      .getByText(`${Number(last).toLocaleString('en-GB').replace(',', '')} selected`)
      .or(page.getByText(`${Number(last).toLocaleString('en-GB')} selected`))
      .waitFor();
    await button(page, 'Cancel').click();
    await page.getByPlaceholder('Find in this list').fill('forest');
    await page.waitForFunction(
      () => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) < 20,
    );
    expect(watched.faults()).toEqual([]);
    await watched.context.close();
  });
});

describe('arranging a list', () => {
  it('combines filters, and shows as many rows as each count promised', async () => {
    const watched = await watch();
    const page = await open(watched);
    await button(page, 'Filters').click();
    for (const word of ['Not triaged', 'Overdue']) {
      const value = page.locator('.panel .value', { hasText: word });
      const promised = Number(await value.locator('.num').textContent());
      await value.getByRole('checkbox').check();
      expect(await rowCount(page)).toBe(promised);
    }
    expect(await axeFaults(page)).toEqual([]);
    await button(page, 'Show all').click();
    expect(await rowCount(page)).toBeGreaterThan(400);
    await watched.context.close();
  });

  it('keeps a view under a name, gives it back, and shares one', async () => {
    const watched = await watch();
    const page = await open(watched);
    await page.getByPlaceholder('Find in this list').fill('forest');
    const found = await rowCount(page);
    await button(page, 'Views').click();
    await page.getByLabel('Name for how the list is arranged now').fill('Forests');
    await button(page, 'Keep for me').click();
    await page.getByRole('dialog').getByText('Forests').first().waitFor();
    await page.getByLabel('Name for how the list is arranged now').fill('Our forests');
    await button(page, 'Share with the team').click();
    await page.getByText('Take away for all').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await button(page, 'Close').first().click();
    await button(page, 'Show all').click();
    await button(page, 'Views').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Forests', exact: true }).click();
    expect(await rowCount(page)).toBe(found);
    await watched.context.close();
  });

  it('[rule 24] takes out exactly what is shown, after a warning and a reason, and colleagues read of it', async () => {
    const watched = await watch();
    const page = await open(watched);
    await page.getByPlaceholder('Find in this list').fill('forest');
    await button(page, 'Columns').click();
    await page.getByRole('checkbox', { name: 'Country' }).check();
    const shown = await page.getByRole('row').allTextContents();
    await button(page, 'Take out').click();
    await page.getByText('This leaves the sealed space.').waitFor();
    await page.getByLabel('Text table (CSV)').check();
    expect(await button(page, 'Tell the team and take out').isDisabled()).toBe(true);
    await page.getByLabel('What for').fill('For the meeting.');
    expect(await axeFaults(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Tell the team and take out').click(),
    ]);
    const lines = readFileSync(await download.path(), 'utf8')
      .replace(/^\ufeff/, '')
      .trim()
      .split('\r\n');
    expect(lines[0]).toBe('"Request","Country"');
    expect(lines).toHaveLength(shown.length + 1);
    for (const line of lines.slice(1)) expect(line.toLowerCase()).toContain('forest');
    await button(page, 'Take out').click();
    await page.getByText('Taken out once before').click();
    await page.getByText('For the meeting.').waitFor();
    // On paper there is the table and nothing of the screen around it, notices least of all.
    await page.evaluate(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', '');
    });
    await page.getByLabel('What for').fill('For the wall.');
    await page.getByLabel('Paper or PDF').check();
    await button(page, 'Tell the team and take out').click();
    await page.locator('html[data-printed]').waitFor();
    await page
      .getByText(/Your team can see it/)
      .first()
      .waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.print-table td').count()).toBeGreaterThan(0);
    expect(await page.locator('.notices').isVisible()).toBe(false);
    expect(await page.locator('.shell').isVisible()).toBe(false);
    expect(await page.locator('.print-table').isVisible()).toBe(true);
    await watched.context.close();
  });
});

describe('palette and keys', () => {
  it('[fault 74] lead everywhere by keyboard, in Latin and Arabic layouts, and never take a letter from who writes', async () => {
    const watched = await watch();
    const page = await open(watched, 'open');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'A place, an act, or a name' }).fill('mem');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/members/);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'A place, an act, or a name' }).fill('kestrel');
    await page.getByRole('option', { name: 'Kestrel' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('option', { name: 'Kestrel' }).click();
    await page.waitForURL(/#\/case\//);
    // As an Arabic keyboard has it: other letters, at the same places, one soon after the other.
    await page.evaluate(() => {
      for (const [key, code] of [
        ['ل', 'KeyG'],
        ['ق', 'KeyR'],
      ])
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', {
            key: key ?? '',
            code: code ?? '',
            bubbles: true,
            cancelable: true,
          }),
        );
    });
    await page.waitForURL(/#\/requests/);
    await page.locator('#search').fill('');
    await page.locator('#search').pressSequentially('gx?/');
    expect(await page.locator('#search').inputValue()).toBe('gx?/');
    await page.locator('#search').fill('');
    await page.locator('h1').first().focus();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('checkbox', { name: /Single letters/ }).uncheck();
    await page.keyboard.press('Escape');
    await page.locator('h1').first().focus();
    await page.keyboard.press('/');
    expect(await page.locator('#search:focus').count()).toBe(0);
    // Nor on a request, whose own keys would claim it, judge it and decline it.
    await page.evaluate((to) => {
      window.location.hash = to;
    }, unclaimed);
    const claim = page.getByRole('button', { name: 'Claim', exact: true });
    await claim.waitFor();
    expect(await claim.getAttribute('aria-keyshortcuts')).toBeNull();
    for (const key of ['u', 'd', 'h', 'c']) await page.keyboard.press(key);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(new URL(page.url()).hash).toBe(unclaimed);
    await claim.waitFor();
    // Turned on again they are heard, and `g c` goes to the cases and claims nothing on its way.
    await page.getByRole('button', { name: /^Keys/ }).click();
    await page.getByRole('checkbox', { name: /Single letters/ }).check();
    await page.keyboard.press('Escape');
    await page.locator('h1').first().focus();
    await page.keyboard.press('u');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('h1').first().focus();
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.waitForURL(/#\/cases/);
    await page.goBack();
    await claim.waitFor();
    expect(watched.faults()).toEqual([]);
    await watched.context.close();
  });
});

describe('finding in Arabic, on a phone', () => {
  it('filters, keeps views, goes by the palette and shows its keys, from right to left and no wider than the phone', async () => {
    const watched = await watch({ locale: 'ar', ...windows.phone });
    const page = await open(watched);
    const { t, button: press, field, looked } = deskPage(page, 'ar', 20_000);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await page.getByRole('row').first().waitFor();
    await looked();
    const all = await rowCount(page);

    await press('list.filters').click();
    const value = page.locator('.panel .value', { hasText: t('list.wait.overdue') }).first();
    // Digits as the reader writes them; the list itself counts what was promised.
    const promised = await value.locator('.num').textContent();
    await value.getByRole('checkbox').check();
    const found = await rowCount(page);
    expect(found).toBeLessThan(all);
    expect(promised).toBe(new Intl.NumberFormat('ar').format(found));
    await looked();

    await press('list.views').click();
    await field('list.viewName').fill('متأخرة');
    await press('list.viewKeep').click();
    await page.getByRole('dialog').getByText('متأخرة').first().waitFor();
    await looked();
    await press('common.close').first().click();
    await press('list.clear').click();
    expect(await rowCount(page)).toBe(all);
    await press('list.views').click();
    await page.getByRole('dialog').getByRole('button', { name: 'متأخرة', exact: true }).click();
    expect(await rowCount(page)).toBe(found);

    await press('list.columns').click();
    await page.getByRole('checkbox', { name: t('list.column.country') }).check();
    await looked();
    await press('list.columns').click();

    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: t('palette.field') }).fill(t('members.title'));
    await looked();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/members/);
    await page.locator('h1').first().focus();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: t('keys.title') }).waitFor();
    await looked();
    expect(watched.faults()).toEqual([]);
    await watched.context.close();
  });
});
