import { readFile } from 'node:fs/promises';
import { needs } from '@leeward/directory';
import { pack } from '@leeward/directory/build/vite-plugin.ts';
import type { FullRelease } from '@leeward/directory/release.ts';
import { sayFinding } from '@leeward/directory/say/index.ts';
import { createTranslator, type DeskLocale, type DoorLocale } from '@leeward/ui';
import { compileCatalogue, compileDirectory } from '@leeward/ui/language/compile.ts';
import { createDirectorySpeaker } from '@leeward/ui/language/directory-speaker.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  axeFaults,
  goWithin,
  launchBrowser,
  settled,
  sidewaysOverflow,
  type Watched,
  watchedContext,
  windows,
} from '../support/browser.ts';
import { type DeskDemo, startDeskDemo } from '../support/desk-demo.ts';
import { runs } from '../support/size.ts';

/* The directory at the desk, over a made-up session with the true entries, under the relay's own headers. */

const release = JSON.parse(pack('editors').text) as FullRelease;
/** What fake-directory-story.ts tells: the address that a colleague changed, and one entry that is only theirs. */
const moved = release.entries[20]?.id ?? '';
const shut = release.entries[22]?.id ?? '';
const count = release.entries.length + 1;
const record = (number: number): string => (100 + number).toString(16).padStart(64, '0');

const settings = [
  { name: 'in English, on a desk', locale: 'en-GB', spoken: 'en', window: windows.desktop, scheme: 'light' },
  { name: 'in Arabic, on a phone', locale: 'ar-MA', spoken: 'ar', window: windows.phone, scheme: 'dark' },
  { name: 'in Arabic, on a desk', locale: 'ar-MA', spoken: 'ar', window: windows.desktop, scheme: 'light' },
  { name: 'in English, on a phone', locale: 'en-GB', spoken: 'en', window: windows.phone, scheme: 'light' },
] as const;

const texts = (locale: DeskLocale) => createTranslator(locale, compileCatalogue('desk', locale));
const speaker = (locale: DoorLocale) => createDirectorySpeaker(locale, compileDirectory(locale));

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

const watch = (locale = 'en-GB', more: object = windows.desktop): Promise<Watched> =>
  watchedContext(browser, { origins: demo.origins, locale, ...more });

async function open(watched: Watched, hash: string): Promise<Page> {
  const page = await watched.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${demo.desk}/?session=open#/directory${hash}`);
  await page.locator('.find, .entry-page, .card, .empty').first().waitFor();
  return page;
}

const download = async (page: Page, name: string | RegExp): Promise<string> => {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: typeof name === 'string' }).click(),
  ]);
  return readFile(await saved.path(), 'utf8');
};

/** Chooses in one of the lists that open under a question. */
async function choose(page: Page, question: string, choice: string): Promise<void> {
  const field = page.getByRole('group', { name: question, exact: true });
  await field.locator('summary').click();
  await field.getByLabel(choice, { exact: true }).check();
  await field.locator('summary').click();
}

describe('every screen of the directory', () => {
  const places = [
    ['the search', ''],
    ['the alternatives for a request', `/for/${record(3)}`],
    ['an entry', '/entry/icorn-residency'],
    ['an entry with a proposal', `/entry/${moved}`],
    ['an entry that is gone', '/entry/never-there'],
    ['changing an entry', `/change/${moved}`],
    ['adding an entry', '/add'],
    ['the work', '/work'],
    ['the pictures', '/pictures'],
    ['the edition', '/release'],
    ['an empty list', '/list'],
  ] as const;
  // At CI size in the two settings that differ in everything, in a soak in all four.
  for (const { name, locale, window, scheme } of settings.slice(0, runs(2) > 2 ? settings.length : 2)) {
    it(`[fault 74] can be used by everybody: ${name}`, async () => {
      const watched = await watch(locale, { ...window, colorScheme: scheme });
      const page = await open(watched, '');
      for (const [place, hash] of places) {
        if (hash !== '' && !(await goWithin(page, `#/directory${hash}`))) {
          await page.goto('about:blank');
          await page.goto(`${demo.desk}/?session=open#/directory${hash}`);
        }
        await page
          .locator('.world svg, .find, .entry-page, .rows, .field-rows, .empty, .facts')
          .first()
          .waitFor();
        await settled(page);
        expect(await axeFaults(page), place).toEqual([]);
        expect(await sidewaysOverflow(page), place).toBeLessThanOrEqual(0);
      }
      expect(watched.faults()).toEqual([]);
      await watched.context.close();
    });
  }
});

describe('finding', () => {
  it('goes by any word in any script, by keyboard, and sends nothing of it anywhere', async () => {
    const watched = await watch('ar-MA');
    const page = await open(watched, '');
    const before = watched.requests().length;
    await page.keyboard.press('/');
    await page.keyboard.type(speaker('ar').country('SD'));
    await expect
      .poll(() => page.locator('.find-main [role=status]').first().textContent())
      .not.toContain(String(count));
    expect(await page.locator('.entry').count()).toBeGreaterThan(3);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const second = await page.locator('.entry-link').nth(1).textContent();
    await page.keyboard.press('Enter');
    await page.locator('.entry-page').waitFor();
    expect(await page.locator('h1').textContent()).toBe(second);
    const asked = watched.requests().slice(before);
    expect(asked.filter((address) => !address.endsWith('/icon.svg'))).toEqual([]);
    await page.goBack();
    // What was typed is still there when one comes back.
    expect(await page.locator('.find-main input[type=search]').inputValue()).toBe(
      speaker('ar').country('SD'),
    );
    await watched.context.close();
  });

  it('argues every entry from a few answers, in three lists with their reasons', async () => {
    const watched = await watch();
    const page = await open(watched, '');
    const t = texts('en');
    await choose(page, t('directory.ask.needs'), 'A lawyer');
    await choose(page, t('directory.ask.present'), 'Georgia');
    await choose(page, t('directory.ask.origin'), 'Belarus');
    await choose(page, t('directory.ask.work'), 'Journalist');
    const tabs = page.locator('.list-tab');
    await expect.poll(() => tabs.count()).toBe(3);
    const numbers = (await tabs.locator('b').allTextContents()).map(Number);
    expect(numbers.reduce((sum, one) => sum + one, 0)).toBe(count);
    await tabs.nth(2).click();
    // What fails by one thing alone stands first: most of these give another kind of help.
    const against = sayFinding(speaker('en'), { truth: 'no', code: 'gives-other' });
    expect((await page.locator('.reason.no').allTextContents()).join('\n')).toContain(against);
    await page.getByRole('button', { name: t('directory.clear'), exact: true }).click();
    await expect.poll(() => tabs.count()).toBe(0);
    await watched.context.close();
  });
});

describe('for a request', () => {
  it('nothing is typed twice, and what is picked goes into the answer and into the alternatives of a decline', async () => {
    const watched = await watch();
    const t = texts('en');
    const page = await open(watched, `/for/${record(3)}`);
    const chips = page.locator('.removable');
    expect((await chips.allTextContents()).every((text) => text.includes(t('directory.fromRequest')))).toBe(
      true,
    );
    expect(await chips.count()).toBeGreaterThanOrEqual(2);
    const names: string[] = [];
    for (const place of [0, 1]) {
      names.push((await page.locator('.entry-link').nth(place).textContent()) ?? '');
      await page.locator('.pick-button').nth(place).click();
    }
    await page.getByRole('link', { name: t('directory.openList') }).click();
    await page.locator('.paper').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const reader = page.getByLabel(t('directory.readerLanguage'));
    await reader.selectOption('es');
    await page.locator('.paper[lang=es]').waitFor();
    expect(await page.locator('.paper').textContent()).toContain(speaker('es').text('label.notOurs'));
    await reader.selectOption('ar');
    await page.locator('.paper[dir=rtl]').waitFor();
    await reader.selectOption('en');
    await page.getByRole('button', { name: t('directory.toReply'), exact: true }).click();
    const answer = page.getByLabel(t('talk.write'), { exact: true });
    await answer.waitFor();
    const typed = await answer.inputValue();
    for (const name of names) expect(typed).toContain(name);
    expect(typed).toContain('https://');

    await page.getByRole('link', { name: t('decline.short') }).click();
    await page.getByRole('button', { name: /picked ones/ }).click();
    const others = page.getByLabel(t('decline.alternatives'), { exact: true });
    await expect.poll(async () => (await others.inputValue()).split('\n').length).toBe(2);
    const lines = (await others.inputValue()).split('\n');
    for (const [index, line] of lines.entries()) {
      expect(line).toContain(names[index]);
      expect(line.length).toBeLessThanOrEqual(500);
    }
    await page.getByLabel(t('decline.close_declined_no_capacity')).check();
    await page.getByRole('button', { name: t('decline.submit'), exact: true }).click();
    await page.getByText(t('decline.done')).waitFor();
    expect(watched.faults()).toEqual([]);
    await watched.context.close();
  });

  it('says nothing of what an unopened request holds', async () => {
    const watched = await watch();
    const page = await open(watched, `/for/${record(1)}`);
    expect(await page.locator('.removable').count()).toBe(0);
    await watched.context.close();
  });
});

describe('keeping the directory up', () => {
  it('lets nobody change an address alone, and lets a second person do it', async () => {
    const watched = await watch();
    const t = texts('en');
    const page = await open(watched, '/change/icorn-residency');
    const row = page.getByRole('region', { name: t('directory.field.link.url'), exact: true });
    await row.getByRole('button').click();
    await row.getByRole('textbox').fill('https://sample.example/elsewhere');
    await row.getByText(t('directory.secondNeeded')).waitFor();
    await page.getByLabel(t('directory.source'), { exact: true }).last().fill('https://sample.example/news');
    await page.getByLabel(t('directory.sourceDate'), { exact: true }).last().fill('2026-11-01');
    await page.getByRole('button', { name: t('directory.propose'), exact: true }).click();
    await page.getByText(t('directory.proposedDone')).waitFor();
    const mine = page.locator('.proposal');
    await mine.waitFor();
    expect(await mine.getByRole('button', { name: t('directory.confirm'), exact: true }).count()).toBe(0);
    expect(
      await page
        .locator('.entry-facts')
        .allTextContents()
        .then((all) => all.join()),
    ).not.toContain('elsewhere');

    // A colleague's waits for me.
    await page.evaluate(() => {
      window.location.hash = '#/directory/work';
    });
    const theirs = page.locator('.proposal').filter({ hasText: 'https://sample.example/new-address' });
    await theirs.getByRole('button', { name: t('directory.confirm'), exact: true }).click();
    await page.getByText(t('directory.confirmed')).waitFor();
    await page.evaluate((id) => {
      window.location.hash = `#/directory/entry/${id}`;
    }, moved);
    await page.locator('.entry-facts .address', { hasText: 'new-address' }).waitFor();
    expect(watched.faults()).toEqual([]);
    await watched.context.close();
  });

  it('takes a harmless change at once, with its source, and keeps what was typed until then', async () => {
    const watched = await watch();
    const t = texts('en');
    const page = await open(watched, '/change/icorn-residency');
    const row = page.getByRole('region', { name: t('directory.field.family'), exact: true });
    await row.getByRole('button').click();
    await row.getByRole('combobox').selectOption('no');
    await page.getByLabel(t('directory.source'), { exact: true }).last().fill('A letter of theirs');
    await page.getByText(t('form.kept')).waitFor();
    await page.getByLabel(t('directory.sourceDate'), { exact: true }).last().fill('2026-11-01');
    await page.getByRole('button', { name: t('directory.propose'), exact: true }).click();
    await page.getByText(t('directory.changedDone'), { exact: true }).waitFor();
    await page.getByText(speaker('en').text('family.no')).first().waitFor();
    await page.getByText(t('directory.changedHere')).waitFor();
    await watched.context.close();
  });

  it('shows what is overdue, and one check takes it off', async () => {
    const watched = await watch();
    const t = texts('en');
    const page = await open(watched, '/work');
    const due = page.locator('section[aria-labelledby=due]');
    const title = await due.locator('h2').textContent();
    const name = (await due.locator('.row a').first().textContent()) ?? '';
    await due.getByRole('button').first().click();
    await page.getByLabel(new RegExp(`^${t('directory.outcome.unchanged')}`)).check();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: t('directory.checkSave'), exact: true }).click();
    await page.getByText(t('directory.checkNoted')).waitFor();
    await expect.poll(() => due.locator('h2').textContent()).not.toBe(title);
    expect(await due.locator('.row a').allTextContents()).not.toContain(name);
    await watched.context.close();
  });

  it('notes what an organisation answered, and the lists count with it', async () => {
    const watched = await watch();
    const t = texts('en');
    const page = await open(watched, '/entry/icorn-residency');
    await page.getByRole('button', { name: t('directory.noteTold'), exact: true }).click();
    await page.getByLabel(t('directory.toldQuestion'), { exact: true }).selectOption('takes-families');
    await page.getByLabel(t('directory.yes'), { exact: true }).check();
    await page.getByLabel(t('directory.toldBy'), { exact: true }).fill('Their office, by phone');
    await page.getByRole('button', { name: t('common.save'), exact: true }).click();
    await page.getByText(t('directory.toldNoted')).waitFor();
    await page.getByRole('heading', { name: t('directory.toldUs') }).waitFor();
    await watched.context.close();
  });

  it('adds an entry of our own that says it is ours, and names what is missing from it', async () => {
    const watched = await watch();
    const t = texts('en');
    const page = await open(watched, '/add');
    const fill = async (key: 'name' | 'organisation' | 'summary' | 'link.url', text: string) =>
      page
        .getByRole('region', { name: t(`directory.field.${key}`), exact: true })
        .getByRole('textbox')
        .first()
        .fill(text);
    await fill('name', 'Sample house');
    await page.getByRole('button', { name: t('directory.addSave'), exact: true }).click();
    await page.locator('.field-row.flawed').first().waitFor();
    await fill('organisation', 'Sample friends');
    await fill('summary', 'A house for some weeks.');
    await fill('link.url', 'https://sample.example/house');
    await page.getByLabel(t('directory.source'), { exact: true }).last().fill('A colleague');
    await page.getByLabel(t('directory.sourceDate'), { exact: true }).last().fill('2026-11-01');
    await page.getByRole('button', { name: t('directory.addSave'), exact: true }).click();
    await page.getByText(t('directory.added')).waitFor();
    await page.locator('h1').filter({ hasText: 'Sample house' }).waitFor();
    await page
      .locator('.chip')
      .filter({ hasText: t('directory.local') })
      .waitFor();
    await page
      .locator('.chip')
      .filter({ hasText: t('directory.awaitsSecond') })
      .waitFor();
    await watched.context.close();
  });

  it('reads a newer edition before it is taken, and loses nothing of ours', async () => {
    const watched = await watch();
    const t = texts('en');
    const page = await open(watched, '/release');
    const file = (name: string, text: string) => ({
      name,
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
    const chooser = page.getByLabel(t('directory.importFile'), { exact: true });
    await chooser.setInputFiles(file('none.json', '{"format":"another"}'));
    await page.getByText(t('directory.noRelease.other-format')).waitFor();
    const version = release.version.replace(/\d+$/, (last) => String(Number(last) + 1));
    const entries = release.entries
      .map((entry) => (entry.id === shut ? { ...entry, state: { ...entry.state, is: 'closed' } } : entry))
      .filter(({ id }) => id !== 'icorn-residency');
    await chooser.setInputFiles(file('newer.json', JSON.stringify({ ...release, version, entries })));
    // We have said of one entry that it is paused; the newer edition says something else again.
    await page.getByText(t('directory.readConflicts', { count: 1 })).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: t('directory.importNow', { version }) }).click();
    await page.getByText(t('directory.imported', { version })).waitFor();
    await page.locator('.facts').getByText(version).waitFor();
    await page.evaluate((id) => {
      window.location.hash = `#/directory/entry/${id}`;
    }, shut);
    const conflict = page.locator('.card', { hasText: t('directory.conflictsHint') });
    await conflict.waitFor();
    await conflict.getByText(speaker('en').text('state.paused')).waitFor();
    await conflict.getByText(speaker('en').text('state.closed')).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await conflict
      .getByRole('button', { name: t('directory.takeThis') })
      .first()
      .click();
    await conflict.waitFor({ state: 'detached' });
    await watched.context.close();
  });
});

describe('what leaves as a file', () => {
  it('is exactly what is shown, with its number', async () => {
    const watched = await watch();
    const t = texts('en');
    const page = await open(watched, '');
    await page.keyboard.press('/');
    await page.keyboard.type('Interpol');
    await expect.poll(() => page.locator('.entry').count()).toBeLessThan(15);
    const names = await page.locator('.entry-link').allTextContents();
    const json = await download(page, t('directory.format.json'));
    const { entries } = JSON.parse(json) as { readonly entries: readonly { readonly name: string }[] };
    expect(entries.map(({ name }) => name)).toEqual(names);
    const csv = await download(page, t('directory.format.csv'));
    expect(csv).toContain(t('directory.field.gives.services'));
    for (const name of names) expect(csv).toContain(name);
    const sheet = await download(page, t('directory.format.xlsx'));
    expect(sheet.startsWith('PK')).toBe(true);
    await page.getByText(t('directory.exported', { count: names.length })).waitFor();
    await watched.context.close();
  });
});

describe('the pictures', () => {
  it('count every region and country for one need, and say what they stand on', async () => {
    const watched = await watch();
    const t = texts('en');
    const page = await open(watched, '/pictures');
    await page.locator('.world svg').first().waitFor();
    expect(await page.locator('.world .land:not(.unknown)').count()).toBeGreaterThan(220);
    expect(await page.locator('.gap-matrix tbody tr').count()).toBe(22);
    await page.getByLabel(t('pictures.need'), { exact: true }).selectOption('search');
    await page.getByLabel(t('pictures.exile'), { exact: true }).check();
    await page.getByLabel(t('pictures.country'), { exact: true }).selectOption('SD');
    await page.locator('.country-cells').waitFor();
    expect(await page.locator('.basis').textContent()).toContain(String(release.entries.length));
    expect(await page.locator('.basis').textContent()).toContain(release.version);
    const csv = await download(page, /^Export the table/);
    expect(csv.trim().split('\r\n')).toHaveLength(23);
    // Everything at once, for people in exile: a line for each kind, and a kind leads to its own table.
    expect(await page.locator('.overview tbody tr').count()).toBe(needs.length);
    const all = await download(page, /^Export all kinds/);
    expect(all.trim().split('\r\n')).toHaveLength(needs.length + 1);
    await page.locator('.overview tbody button').first().click();
    expect(await page.getByLabel(t('pictures.need'), { exact: true }).inputValue()).toBe(needs[0]);
    await page.getByRole('button', { name: /^Show what there is/ }).click();
    await page.locator('.list-tab').first().waitFor();
    expect((await page.locator('.removable').allTextContents()).join()).toContain('Sudan');
    expect(watched.faults()).toEqual([]);
    await watched.context.close();
  });
});
