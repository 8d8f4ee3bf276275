import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Set by `npm run screens`: where a picture of every screen goes that a test looks at. */
export const screensFolder = process.env['LEEWARD_SCREENS'];

const taken = new Map<string, number>();

/** Keeps a picture of the page as it stands, whole; does nothing in an ordinary run of the tests. */
export async function keepPicture(page: Page): Promise<void> {
  if (screensFolder === undefined) return;
  const { currentTestName = 'set-up', testPath = '' } = expect.getState();
  const file = testPath.split('/').at(-1)?.split('.')[0] ?? 'other';
  const facts = await page.evaluate(() => ({
    title: document.querySelector('h1')?.textContent ?? '',
    language: document.documentElement.lang,
    width: window.innerWidth,
    scheme: window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  }));
  const setting = `${facts.language}-${facts.width}-${facts.scheme}`;
  const folder = join(screensFolder, file);
  const name = nameOf(`${currentTestName} ${facts.title}`);
  const count = (taken.get(`${folder}/${name}/${setting}`) ?? 0) + 1;
  taken.set(`${folder}/${name}/${setting}`, count);
  mkdirSync(folder, { recursive: true });
  const number = count === 1 ? '' : `-${count}`;
  await page.screenshot({ path: join(folder, `${name}${number}.${setting}.png`), fullPage: true });
}

/** A file name out of a sentence in any script; long ones are cut. */
function nameOf(sentence: string): string {
  const words = sentence.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['screen'];
  return Array.from(words.join('-')).slice(0, 90).join('');
}
