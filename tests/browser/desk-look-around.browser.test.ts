import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, launchBrowser, sidewaysOverflow, watchedContext, windows } from '../support/browser.ts';
import { type BuiltApps, buildApps } from '../support/built-apps.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';

/*
 * Looking around before deciding anything. That the sample is played to its end is held by tests/sync/sample.test.ts;
 * here somebody begins it, sees it move, and changes her mind.
 */

let apps: BuiltApps;
let browser: Browser;
let relay: TestRelay;
beforeAll(async () => {
  [apps, browser] = await Promise.all([buildApps(), launchBrowser()]);
  relay = await startTestRelay({ apps });
});
afterAll(async () => {
  await browser?.close();
  await relay?.end();
  apps?.end();
});

const words = {
  en: {
    look: 'Look around first',
    begin: 'Make the sample',
    cancel: 'Cancel',
    acts: /[1-9]\d* of [\d,]+ acts/,
  },
  ar: { look: 'إلقاء نظرة أولًا', begin: 'إنشاء التجربة', cancel: 'إلغاء', acts: /تمر سنتان: [1-9٠-٩]/ },
} as const;

describe('the first hour', () => {
  for (const [locale, size] of [
    ['en', 'desktop'],
    ['ar', 'phone'],
  ] as const) {
    it(`shows a sample growing with numbers, and lets go of it at a word (${locale}, ${size})`, async () => {
      const { look, begin, cancel, acts } = words[locale];
      const visitor = await watchedContext(browser, {
        origins: [`${relay.url('desk')}/`],
        locale: locale === 'ar' ? 'ar-MA' : 'en-GB',
        // Apps that were built for a test are not signed, so that there is no guard of a signed release to install.
        expected: [/A bad HTTP response code \(404\) was received when fetching the script/],
        ...windows[size],
      });
      const page = await visitor.newPage();
      await page.goto(relay.url('desk'));
      await page.getByRole('button', { name: look }).click();
      expect(await axeFaults(page)).toEqual([]);
      expect(await sidewaysOverflow(page)).toBe(0);
      await page.getByRole('button', { name: begin }).click();
      await page.getByText(acts).waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await page.getByRole('button', { name: cancel }).click();
      await page.getByRole('button', { name: begin }).waitFor();
      // Everything of it was made here: nothing but files of the page was asked for.
      expect(visitor.requests().filter((address) => new URL(address).pathname.startsWith('/v1'))).toEqual([]);
      expect(visitor.faults()).toEqual([]);
      await visitor.context.close();
    });
  }
});
