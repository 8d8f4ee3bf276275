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

/** Keeps pictures of the page as it stands, whole: on a phone and on a desk, light and dark. Nothing in an ordinary run of the tests. */
export async function keepPicture(page: Page): Promise<void> {
  if (screensFolder === undefined) return;
  const { currentTestName = 'set-up', testPath = '' } = expect.getState();
  const file = testPath.split('/').at(-1)?.split('.')[0] ?? 'other';
  const facts = await page.evaluate(() => ({
    title: document.querySelector('h1')?.textContent ?? '',
    language: document.documentElement.lang,
    isDark: window.matchMedia('(prefers-color-scheme: dark)').matches,
  }));
  const before = page.viewportSize();
  const folder = join(screensFolder, file);
  const name = nameOf(`${currentTestName} ${facts.title}`);
  const count = (taken.get(`${folder}/${name}`) ?? 0) + 1;
  taken.set(`${folder}/${name}`, count);
  mkdirSync(folder, { recursive: true });
  const number = count === 1 ? '' : `-${count}`;
  for (const size of before === null ? [] : sizes)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      const setting = `${facts.language}-${size.width}-${colorScheme}`;
      await page.screenshot({ path: join(folder, `${name}${number}.${setting}.png`), fullPage: true });
    }
  if (before !== null) await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: facts.isDark ? 'dark' : 'light' });
}

/** A file name out of a sentence in any script; long ones are cut. */
function nameOf(sentence: string): string {
  const words = sentence.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['screen'];
  return Array.from(words.join('-')).slice(0, 90).join('');
}
