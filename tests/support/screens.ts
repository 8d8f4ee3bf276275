import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Set by `npm run screens`: where a picture of every screen goes that a test looks at. */
export const screensFolder = process.env['LEEWARD_SCREENS'];

const taken = new Map<string, number>();

/** In which windows every screen is pictured, whatever the test itself looks through. */
const sizes = [
  { width: 360, height: 740 },
  { width: 1440, height: 900 },
] as const;

/** In which languages, whatever the test itself is read in. */
const languages = ['en', 'ar'] as const;

/**
 * Keeps pictures of the page as it stands, whole: on a phone and on a desk, light and dark, in English and Arabic. The
 * page is left as it was found: a switch of language loses nothing. Nothing in an ordinary run of the tests.
 */
export async function keepPicture(page: Page): Promise<void> {
  if (screensFolder === undefined) return;
  const { currentTestName = 'set-up', testPath = '' } = expect.getState();
  const file = testPath.split('/').at(-1)?.split('.')[0] ?? 'other';
  const facts = await page.evaluate(() => ({
    title: document.querySelector('h1')?.textContent ?? '',
    language: document.documentElement.lang,
    scrolled: window.scrollY,
    isDark: window.matchMedia('(prefers-color-scheme: dark)').matches,
  }));
  const before = page.viewportSize();
  if (before === null) return;
  const folder = join(screensFolder, file);
  const name = nameOf(`${titleOf(currentTestName)} ${facts.title}`);
  const count = (taken.get(`${folder}/${name}`) ?? 0) + 1;
  taken.set(`${folder}/${name}`, count);
  mkdirSync(folder, { recursive: true });
  const number = count === 1 ? '' : `-${count}`;
  // A test in a third language shows that one as well.
  for (const language of new Set([facts.language, ...languages])) {
    if (!(await speaks(page, language))) continue;
    for (const size of sizes)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme });
        // What stays on view while one scrolls stands where it begins.
        await page.evaluate(() => window.scrollTo(0, 0));
        await drawn(page);
        const setting = `${language}-${size.width}-${colorScheme}`;
        await page.screenshot({ path: join(folder, `${name}${number}.${setting}.png`), fullPage: true });
      }
  }
  await speaks(page, facts.language);
  await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: facts.isDark ? 'dark' : 'light' });
  await page.evaluate((top) => window.scrollTo(0, top), facts.scrolled);
  await drawn(page);
}

/** Until what another size and other colours ask for stands on the screen: colours change slowly where motion is welcome. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame)));
    const changing = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(changing.map(({ finished }) => finished));
  });
}

/** Brings the page into a language, as its reader would. False where the page has no other, or its texts do not come. */
async function speaks(page: Page, language: string): Promise<boolean> {
  const isSpoken = (): Promise<boolean> =>
    page.evaluate((wanted) => document.documentElement.lang === wanted, language);
  if (await isSpoken()) return true;
  const isAsked = await page.evaluate((wanted) => {
    // The door has its list of languages on every screen; the desk follows what is chosen in another window.
    const list = document.querySelector<HTMLSelectElement>('header.top > select');
    if (list !== null) {
      if (![...list.options].some(({ value }) => value === wanted)) return false;
      list.value = wanted;
      list.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    }
    const key = 'leeward.screen';
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    localStorage.setItem(key, JSON.stringify({ ...(kept as object), locale: wanted }));
    window.dispatchEvent(new StorageEvent('storage', { key }));
    return true;
  }, language);
  if (!isAsked) return false;
  // A busy machine takes its time. Whoever went on before would have the other language come in the middle of her test.
  for (let tries = 0; tries < 100; tries += 1) {
    if (await isSpoken()) return true;
    await page.waitForTimeout(100);
  }
  return false;
}

/** What a test is called itself, without the numbers of rules and faults: they would leave no room in a file's name. */
const titleOf = (testName: string): string =>
  (testName.split(' > ').at(-1) ?? testName).replaceAll(/\[[^\]]*\]\s*/g, '');

/** A file name out of a sentence in any script; long ones are cut. */
function nameOf(sentence: string): string {
  const words = sentence.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['screen'];
  return Array.from(words.join('-')).slice(0, 90).join('');
}
