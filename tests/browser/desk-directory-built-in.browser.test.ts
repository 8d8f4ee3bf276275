import { readFile } from 'node:fs/promises';
import { readEntries } from '@leeward/directory/build/read-entries.ts';
import { readXlsx } from 'hucre/xlsx';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, watchedContext, windows } from '../support/browser.ts';
import { type BuiltApps, buildApps } from '../support/built-apps.ts';
import { deskPage } from '../support/desk-page.ts';
import { startTestRelay } from '../support/relay.ts';

/* The desk as it is built and served, with the directory that it was built with, under the relay's own policy. */

let apps: BuiltApps;
let browser: Browser;
beforeAll(async () => {
  [apps, browser] = await Promise.all([buildApps(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  apps?.end();
});

describe('the directory of a new organisation', () => {
  it('is the one that the desk was built with, and goes out as a spreadsheet that the policy of the page lets it make', async () => {
    const relay = await startTestRelay({ apps });
    const watched = await watchedContext(browser, {
      origins: [`${relay.url('desk')}/`],
      locale: 'en-GB',
      expected: [/A bad HTTP response code \(404\) was received when fetching the script/],
      ...windows.desktop,
    });
    try {
      const one = deskPage(await watched.newPage(), 'en');
      await one.found(relay.url('desk'), await relay.token(), 'Synthetic Aid', 'Officer One');
      await one.looked();
      await one.page.evaluate(() => {
        location.hash = '#/directory';
      });
      // The session's worker fetched it, held it against the hash of the build, and every entry fits the form.
      const entries = readEntries();
      const names = one.page.getByText(entries[0]?.name ?? '', { exact: true });
      await names.first().waitFor();
      await one.page.evaluate(() => {
        location.hash = '#/directory/release';
      });
      await one.page.getByText(one.t('directory.exportCount', { count: entries.length })).waitFor();
      const saved = one.page.waitForEvent('download');
      await one.button('directory.format.xlsx').click();
      const file = await readFile(await (await saved).path());
      const { sheets } = await readXlsx(file);
      expect(sheets[0]?.rows).toHaveLength(entries.length + 1);
      expect(sheets[0]?.rows.map((row) => row[0])).toContain(entries[0]?.name);
      expect(watched.faults()).toEqual([]);
    } finally {
      await watched.context.close();
      await relay.end();
    }
  });
});
