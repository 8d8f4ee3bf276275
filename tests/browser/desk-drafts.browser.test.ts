import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, launchBrowser, sidewaysOverflow, watchedContext, windows } from '../support/browser.ts';
import { type BuiltApps, buildApps } from '../support/built-apps.ts';
import { type DeskDemo, startDeskDemo } from '../support/desk-demo.ts';
import { deskPage, deskPassphrase } from '../support/desk-page.ts';
import { startTestRelay } from '../support/relay.ts';

/* Every half-filled form of the desk: over a lock with made-up sessions, over a reload with the real one. */

const record = (number: number): string => number.toString(16).padStart(64, '0');
const talk = `#/request/${record(103)}`;
const aCase = `#/case/${record(501)}`;

let demo: DeskDemo;
let apps: BuiltApps;
let browser: Browser;
beforeAll(async () => {
  demo = await startDeskDemo();
  apps = await buildApps();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  apps?.end();
});

async function open(hash: string, session = 'open', window: keyof typeof windows = 'desktop') {
  const watched = await watchedContext(browser, {
    origins: demo.origins,
    locale: 'en-GB',
    ...windows[window],
  });
  const page = await watched.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${demo.desk}/?session=${session}${hash}`);
  await page.locator('h1').first().waitFor();
  return { page, watched };
}

async function lockAndUnlock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lock' }).click();
  await page.getByRole('heading', { name: 'Unlock', exact: true }).waitFor();
  await page.getByLabel('Passphrase').fill('made up for tests only');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByRole('heading', { name: 'Unlock', exact: true }).waitFor({ state: 'detached' });
}

/** Locked the moment after it was typed: nothing may hang on a pause. */
async function survives(
  hash: string,
  fill: (page: Page) => Promise<void>,
  look: (page: Page) => Promise<void>,
) {
  const { page, watched } = await open(hash);
  await fill(page);
  await lockAndUnlock(page);
  await look(page);
  await page.getByText('Kept on this device').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  expect(watched.faults()).toEqual([]);
  await watched.context.close();
}

describe('a half-filled form of the desk', () => {
  it('survives a lock: declining', () =>
    survives(
      `${talk}/decline`,
      async (page) => {
        await page.getByLabel('Outside our mandate').check();
        await page.getByLabel('What the person will read').fill('Own and kind words');
        await page.getByLabel('What else may help').fill('A synthetic fund');
        await page.getByLabel('Way back').selectOption('180');
      },
      async (page) => {
        expect(await page.getByLabel('Outside our mandate').isChecked()).toBe(true);
        expect(await page.getByLabel('What the person will read').inputValue()).toBe('Own and kind words');
        expect(await page.getByLabel('What else may help').inputValue()).toBe('A synthetic fund');
        expect(await page.getByLabel('Way back').inputValue()).toBe('180');
      },
    ));

  it('survives a lock: opening a case', () =>
    survives(
      `${talk}/case`,
      async (page) => {
        await page.getByLabel('Pseudonym').fill('Own choice');
        await page.getByLabel('Intake').uncheck();
      },
      async (page) => {
        expect(await page.getByLabel('Pseudonym').inputValue()).toBe('Own choice');
        expect(await page.getByLabel('Intake').isChecked()).toBe(false);
      },
    ));

  it('survives a lock: a note and the next step of a case', () =>
    survives(
      aCase,
      async (page) => {
        await page.getByLabel('Add a note').fill('Half a note');
        await page.getByRole('button', { name: 'Set the next step' }).click();
        await page.getByLabel('What', { exact: true }).fill('Half a step');
        await page.getByLabel('By when').fill('2030-01-31');
      },
      async (page) => {
        expect(await page.getByLabel('Add a note').inputValue()).toBe('Half a note');
        expect(await page.getByLabel('What', { exact: true }).inputValue()).toBe('Half a step');
        expect(await page.getByLabel('By when').inputValue()).toBe('31 January 2030');
        await page.getByRole('button', { name: 'Discard what I typed' }).first().click();
      },
    ));

  it('survives a lock: the reason of an urgency, which the way to it shows as begun', () =>
    survives(
      talk,
      async (page) => {
        await page.getByRole('button', { name: 'Set urgency' }).click();
        await page.getByLabel(/^Immediate/).check();
        await page.getByLabel('Reason').fill('Half a reason');
        await page.keyboard.press('Escape');
      },
      async (page) => {
        await page.getByRole('button', { name: 'Set urgency Begun, kept here' }).click();
        expect(await page.getByLabel(/^Immediate/).isChecked()).toBe(true);
        expect(await page.getByLabel('Reason').inputValue()).toBe('Half a reason');
      },
    ));

  it('survives a lock: the name of a view, and the reason for taking a list out', () =>
    survives(
      '#/requests',
      async (page) => {
        await page.getByRole('button', { name: 'Views', exact: true }).click();
        await page.getByLabel('Name for how the list is arranged now').fill('Half a name');
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Take out', exact: true }).click();
        await page.getByLabel('What for').fill('Half a reason');
        await page.keyboard.press('Escape');
      },
      async (page) => {
        await page.getByRole('button', { name: 'Views Begun, kept here' }).click();
        expect(await page.getByLabel('Name for how the list is arranged now').inputValue()).toBe(
          'Half a name',
        );
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: 'Take out Begun, kept here' }).click();
        expect(await page.getByLabel('What for').inputValue()).toBe('Half a reason');
      },
    ));

  it('survives a lock: quiet hours that nobody has saved yet', () =>
    survives(
      '#/settings',
      async (page) => {
        await page.getByRole('checkbox', { name: 'I have quiet hours' }).check();
        await page.getByLabel('From', { exact: true }).fill('21:30');
      },
      async (page) => {
        expect(await page.getByRole('checkbox', { name: 'I have quiet hours' }).isChecked()).toBe(true);
        expect(await page.getByLabel('From', { exact: true }).inputValue()).toBe('21:30');
      },
    ));

  it('survives a lock: the texts of the door', () =>
    survives(
      '#/door',
      async (page) => {
        await page.getByRole('checkbox', { name: 'English' }).check();
        await page.getByLabel('Name shown at the door').fill('Half a name');
      },
      async (page) => {
        expect(await page.getByLabel('Name shown at the door').inputValue()).toBe('Half a name');
      },
    ));

  it('stands as begun in the list, on a phone too, until it is thrown away', async () => {
    const { page, watched } = await open(`${talk}/decline`, 'open', 'phone');
    await page.getByLabel('Outside our mandate').check();
    await page.getByText('Kept on this device').waitFor();
    await page.goto(`${demo.desk}/?session=open#/requests`);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, '#/requests');
    await page.getByRole('row').filter({ hasText: 'Begun, kept here' }).waitFor();
    expect(await sidewaysOverflow(page)).toBe(0);
    await page.goBack();
    await page.getByRole('button', { name: 'Discard what I typed' }).click();
    expect(await page.getByLabel('Outside our mandate').isChecked()).toBe(false);
    expect(watched.faults()).toEqual([]);
    await watched.context.close();
  });

  it('is gone from everywhere once it was given, and keeps what was typed meanwhile', async () => {
    const { page, watched } = await open(aCase);
    const note = page.getByLabel('Add a note');
    await note.fill('A whole note');
    await page.getByRole('button', { name: 'Add a note' }).click();
    await expect.poll(() => note.inputValue()).toBe('');
    await lockAndUnlock(page);
    expect(await page.getByLabel('Add a note').inputValue()).toBe('');
    expect(await page.getByText('Kept on this device').count()).toBe(0);
    await watched.context.close();
  });

  it('names the files that were chosen and have to be chosen again, because files are not kept', async () => {
    const { page, watched } = await open(talk);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add a file' }).click();
    await (await chooser).setFiles([
      { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('x') },
    ]);
    await page.getByRole('button', { name: 'Remove' }).waitFor();
    await lockAndUnlock(page);
    await page.getByText(/Choose them again: .*letter/).waitFor();
    await watched.context.close();
  });

  it('survives a page that died: the real session opens it again, and nobody else can [invariant 15]', async () => {
    const relay = await startTestRelay({ apps });
    const origins = [`${relay.url('desk')}/`, `${relay.url('files')}/`];
    const expected = [/A bad HTTP response code \(404\) was received when fetching the script/];
    const watched = await watchedContext(browser, { origins, expected, locale: 'en-GB', ...windows.desktop });
    try {
      const page = await watched.newPage();
      page.on('dialog', (dialog) => void dialog.accept());
      const desk = deskPage(page, 'en');
      await desk.found(relay.url('desk'), await relay.token(), 'Synthetic Aid', 'Officer One');
      await desk.goTo('shell.door', 'door.title');
      await page.getByRole('checkbox', { name: 'العربية', exact: true }).check();
      const retention = page.getByLabel(desk.t('door.retention'));
      await retention.fill('canary: half a promise');
      await page.getByText(desk.t('form.kept')).waitFor();
      // No word of warning to the page, and nothing of what was typed in the clear on the device.
      await page.goto('about:blank');
      await page.goto(`${relay.url('desk')}/#/door`);
      await desk.field('unlock.passphrase').waitFor();
      expect(await page.content()).not.toContain('Synthetic Aid');
      const stored = await page.evaluate(async () => {
        const texts: string[] = [];
        for (const { name } of await indexedDB.databases()) {
          const database = await new Promise<IDBDatabase>((done, failed) => {
            const opening = indexedDB.open(name ?? '');
            opening.onsuccess = () => done(opening.result);
            opening.onerror = () => failed(opening.error);
          });
          for (const store of database.objectStoreNames) {
            const all = database.transaction(store).objectStore(store).getAll();
            const values = await new Promise<unknown[]>((done) => {
              all.onsuccess = () => done(all.result);
            });
            for (const value of values) {
              const bytes = value instanceof Uint8Array ? [value] : Object.values(value as object);
              for (const one of bytes)
                if (one instanceof Uint8Array) texts.push(new TextDecoder().decode(one));
            }
          }
          database.close();
        }
        return texts;
      });
      expect(stored.length).toBeGreaterThan(3);
      expect(stored.join('')).not.toContain('canary');
      await desk.field('unlock.passphrase').fill(deskPassphrase);
      await desk.button('unlock.submit').click();
      const again = page.getByLabel(desk.t('door.retention'));
      await again.waitFor();
      expect(await again.inputValue()).toBe('canary: half a promise');
      await desk.button('door.save').click();
      await page.getByText(desk.t('door.published')).waitFor();
      await page.reload();
      await desk.field('unlock.passphrase').fill(deskPassphrase);
      await desk.button('unlock.submit').click();
      await page.getByText(desk.t('door.open')).waitFor();
      expect(await page.getByText(desk.t('form.kept')).count()).toBe(0);
    } finally {
      await watched.context.close();
      await relay.end();
    }
  });
});
