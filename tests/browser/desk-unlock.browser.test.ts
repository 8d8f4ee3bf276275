import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/testing/chromium.ts';
import { playAuthenticator } from '../support/authenticator.ts';
import { axeFaults, launchBrowser, sidewaysOverflow } from '../support/browser.ts';
import { type BuiltApps, buildApps } from '../support/built-apps.ts';
import { deskPage, deskPassphrase } from '../support/desk-page.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';

/*
 * Opening and closing the desk: a passkey of an authenticator that the browser plays, the lock for a bad moment, and what
 * lies on the disk of a laptop that is taken.
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

async function founded(context: BrowserContext, locale: 'en' | 'ar'): Promise<Page> {
  const page = await context.newPage();
  const desk = deskPage(page, locale);
  await desk.found(relay.url('desk'), await relay.token(), 'Canary Organisation', 'Officer Canary');
  return page;
}

describe('a passkey', () => {
  for (const [locale, width] of [
    ['en', 1280],
    ['ar', 360],
  ] as const) {
    it(`opens the desk beside the passphrase, until it is taken away (${locale})`, async () => {
      const context = await browser.newContext({ locale, viewport: { width, height: 760 } });
      try {
        const page = await founded(context, locale);
        await playAuthenticator(page, true);
        const { button, field, t, goTo } = deskPage(page, locale);
        await goTo('shell.settings', 'settings.title');
        await button('passkey.add').click();
        // Somebody else at the open desk comes no further than this.
        await field('unlock.passphrase').fill('not the right passphrase');
        await button('passkey.add').click();
        await page.getByText(t('unlock.wrong')).waitFor();
        await field('unlock.passphrase').fill(deskPassphrase);
        await button('passkey.add').click();
        await page.getByText(t('passkey.added')).waitFor();
        expect(await axeFaults(page)).toEqual([]);
        await page.reload();
        await button('passkey.unlock').waitFor();
        expect(await axeFaults(page)).toEqual([]);
        expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
        await button('passkey.unlock').click();
        await page.locator('#content').waitFor();
        await goTo('shell.settings', 'settings.title');
        await button('passkey.remove').click();
        await button('passkey.add').waitFor();
        await page.reload();
        await page.locator('input.secret').waitFor();
        expect(await button('passkey.unlock').count()).toBe(0);
      } finally {
        await context.close();
      }
    });
  }

  it('is not added where the authenticator cannot make secrets, and the person is told', async () => {
    const context = await browser.newContext({ locale: 'en', viewport: { width: 1280, height: 760 } });
    try {
      const page = await founded(context, 'en');
      await playAuthenticator(page, false);
      const { button, field, t, goTo } = deskPage(page, 'en');
      await goTo('shell.settings', 'settings.title');
      await button('passkey.add').click();
      await field('unlock.passphrase').fill(deskPassphrase);
      await button('passkey.add').click();
      await page.getByText(t('passkey.refused')).waitFor();
      await page.reload();
      await page.locator('input.secret').waitFor();
      expect(await button('passkey.unlock').count()).toBe(0);
    } finally {
      await context.close();
    }
  });
});

describe('a bad moment', () => {
  it('is met by Escape three times: the screen is empty, the keys are gone, what was typed is there again', async () => {
    const context = await browser.newContext({ locale: 'en', viewport: { width: 1280, height: 760 } });
    try {
      const page = await founded(context, 'en');
      const { goTo, t } = deskPage(page, 'en');
      await goTo('shell.settings', 'settings.title');
      const workers = page.workers().length;
      expect(workers).toBeGreaterThan(0);
      for (let press = 0; press < 3; press += 1) await page.keyboard.press('Escape');
      await page.locator('input.secret').waitFor();
      expect(new URL(page.url()).hash).toBe('');
      expect(await page.content()).not.toContain('Canary');
      await page.locator('input.secret').fill(deskPassphrase);
      await page.keyboard.press('Enter');
      await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor();
    } finally {
      await context.close();
    }
  });

  it('waits after many wrong passphrases, says that nothing was deleted, and opens with the right one [fault 65]', async () => {
    const context = await browser.newContext({ locale: 'en', viewport: { width: 1280, height: 760 } });
    try {
      const page = await founded(context, 'en');
      const { t } = deskPage(page, 'en');
      await page.reload();
      const box = page.locator('input.secret');
      for (let round = 0; round < 6; round += 1) {
        await box.fill(`wrong one number ${round}`);
        await page.keyboard.press('Enter');
        await page.getByText(round < 5 ? t('unlock.wrong') : t('unlock.wait')).waitFor();
        await page.getByText(t('unlock.working')).waitFor({ state: 'hidden' });
      }
      await page.getByText(t('unlock.waitSafe')).waitFor();
      await page.waitForTimeout(1100);
      await box.fill(deskPassphrase);
      await page.keyboard.press('Enter');
      await page.getByRole('navigation', { name: t('shell.navigation') }).waitFor();
    } finally {
      await context.close();
    }
  });
});

describe('a laptop that is taken while it is locked', () => {
  it('holds no word of anybody and no key in anything that the browser has written [fault 60]', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'leeward-profile-'));
    try {
      const context = await chromium.launchPersistentContext(profile, {
        executablePath: findChromium() ?? '',
        args: [...CHROMIUM_FLAGS],
        locale: 'en',
      });
      const page = await founded(context, 'en');
      const { goTo, t } = deskPage(page, 'en');
      await page.evaluate(() => {
        window.location.hash = '#/enter';
      });
      await page.getByLabel(t('enter.words')).fill('Canary words that were said on the phone.');
      await page.getByText(t('form.kept')).waitFor();
      await goTo('shell.settings', 'settings.title');
      for (let press = 0; press < 3; press += 1) await page.keyboard.press('Escape');
      await page.locator('input.secret').waitFor();
      await context.close();
      const written = filesBelow(profile);
      expect(written.length).toBeGreaterThan(0);
      // That the search would find what is there: the name of the desk's own store is.
      expect(written.some(({ bytes }) => bytes.includes('desk.localhost'))).toBe(true);
      for (const canary of ['Canary Organisation', 'Officer Canary', 'Canary words', deskPassphrase])
        for (const form of [Buffer.from(canary, 'utf8'), Buffer.from(canary, 'utf16le')]) {
          const found = written.filter(({ bytes }) => bytes.includes(form));
          expect(
            found.map(({ name }) => name),
            canary,
          ).toEqual([]);
        }
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  });
});

function filesBelow(folder: string): readonly { readonly name: string; readonly bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((found) => {
    const path = join(found.parentPath, found.name);
    return found.isFile() && statSync(path).size < 64_000_000
      ? [{ name: path.slice(folder.length), bytes: readFileSync(path) }]
      : [];
  });
}
