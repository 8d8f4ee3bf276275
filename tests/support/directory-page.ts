import type { Page } from 'playwright-core';

/** What somebody does in the directory, in the language of the page. */
export function directoryOf(page: Page) {
  const main = page.locator('main');
  const tab = (name: 'fits' | 'ask' | 'not' | 'all') => main.locator(`[data-list=${name}]`);
  return {
    main,
    tab,
    cards: main.locator('.entry'),
    isThere: (): Promise<void> => main.locator('.find').waitFor(),
    open: async (): Promise<void> => {
      await main.locator('.find-support').click();
      await main.locator('.find').waitFor();
    },
    /** How many stand in a list. */
    count: async (name: 'fits' | 'ask' | 'not' | 'all'): Promise<number> =>
      Number((await tab(name).locator('strong').textContent())?.replace(/\D/g, '')),
    /** In Türkiye, from Iran, a journalist who needs a place within a week. */
    answer: async (): Promise<void> => {
      const selects = main.locator('.find form select');
      await selects.nth(0).selectOption('TR');
      await selects.nth(1).selectOption('IR');
      await selects.nth(2).selectOption('journalist');
      await main.locator('.find form .toggles').first().locator('.option').first().click();
      await main.locator('.find form .toggles').nth(1).locator('.option').nth(1).click();
    },
    openFirst: async (): Promise<string> => {
      const name = main.locator('.entry .name').first();
      const words = (await name.textContent()) ?? '';
      await name.click();
      await page.waitForFunction((title) => document.querySelector('main h1')?.textContent === title, words);
      return words;
    },
  };
}

/** What the browser holds of the page outside of the page. */
export const kept = (page: Page) =>
  page.evaluate(async () => ({
    cookie: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
export const nothing = { cookie: '', local: 0, session: 0, databases: 0, caches: 0, workers: 0 };
