import { squareCode } from '@leeward/ui/square-code.ts';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, windows } from '../support/browser.ts';
import { type DoorServer, startDoorServer } from '../support/door-server.ts';
import { visitDoor } from '../support/door-visit.ts';

let browser: Browser;
let server: DoorServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startDoorServer()]);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe('the paper with her words', () => {
  for (const [locale, size] of [
    ['en', 'phone'],
    ['ar', 'desktop'],
  ] as const)
    it(`is a dull list when it is printed, in words and in numbers, with the square code only if she wants it (${locale}, ${size})`, async () => {
      const { watched, page, door } = await visitDoor(browser, server, {
        locale,
        ...windows[size],
        look: 'every screen',
      });
      await watched.context.addInitScript(() => {
        const printed: string[] = [];
        Object.assign(globalThis, { printed });
        globalThis.print = () => printed.push(document.documentElement.dataset['paper'] ?? '');
      });
      await door.open(server.link());
      await door.write('Two lines.');
      await door.toWords();
      const printedText = async (): Promise<string> => {
        await page.emulateMedia({ media: 'print' });
        const text = await page.evaluate(() => document.body.innerText);
        await page.emulateMedia({ media: 'screen' });
        return text;
      };
      for (const form of [0, 1]) {
        await page.locator('.forms button').nth(form).click();
        const shown = await door.phrase();
        const rows = (await printedText()).split('\n').filter((line) => line.trim() !== '');
        const parts = rows
          .flatMap((row) => row.split('\t'))
          .map((part) => part.trim())
          .filter((part) => part !== '');
        // Numbers and words, and nothing that says what they are for: no name, no heading, no button.
        expect(
          parts.filter((part) => !shown.includes(part)).every((part) => /^[0-9٠-٩]{1,2}$/.test(part)),
        ).toBe(true);
        expect(shown.filter((word) => !parts.includes(word))).toEqual([]);
        const isDigits = shown.length === 8;
        expect(await page.locator('.on-paper table').getAttribute('dir')).toBe(
          locale === 'ar' && !isDigits ? 'rtl' : 'ltr',
        );
      }
      const card = page.locator('main details').last();
      await card.locator('summary').click();
      await door.looked();
      expect(await page.locator('.on-paper svg').count()).toBe(0);
      await card.locator('input').check();
      await page.locator('.on-paper svg').waitFor({ state: 'attached' });
      await card.locator('button').click();
      expect(await page.evaluate(() => (globalThis as unknown as { printed: string[] }).printed)).toEqual([
        'card',
      ]);
      await door.next();
      // Elsewhere the page prints as pages do.
      expect(await page.evaluate(() => document.documentElement.dataset['paper'] ?? '')).toBe('');
      expect(watched.faults()).toEqual([]);
    });

  it('shows the numbers as a square code, which holds them and nothing else', async () => {
    const { page, door, watched } = await visitDoor(browser, server, { look: 'every screen' });
    await door.open(server.link());
    await door.write('Two lines.');
    await door.toWords();
    expect(watched.requests().some((address) => address.includes('square-code'))).toBe(false);
    await page.getByRole('button', { name: 'As numbers' }).click();
    const digits = await door.phrase();
    await page.getByRole('button', { name: 'Show as a square code' }).click();
    const square = page.getByRole('img', { name: 'Square code with your numbers' });
    await square.waitFor();
    const drawn = await square.locator('path').last().getAttribute('d');
    expect(drawn).toBe(squareCode(digits.join('')).path);
    expect(digits.join('')).toMatch(/^\d{48}$/);
    await door.looked();
    await page.getByRole('button', { name: 'Hide the square code' }).click();
    expect(await square.count()).toBe(0);
    expect(watched.faults()).toEqual([]);
  });
});

describe('coming back with a slip of the hand', () => {
  const ask = async (visit: Awaited<ReturnType<typeof visitDoor>>): Promise<readonly string[]> => {
    const { door, page } = visit;
    await door.open(server.link());
    await door.write('Two lines.');
    const words = await door.toWords();
    await door.send(words);
    await door.sent();
    await page.goto('about:blank');
    await door.open(server.link());
    await door.onward(() => page.locator('.again').click());
    return words;
  };

  it('is helped by the near words: one press puts the right one in its place, and nothing was sent before', async () => {
    const visit = await visitDoor(browser, server, { look: 'every screen' });
    const { page, door } = visit;
    const words = await ask(visit);
    // The longest: two slips in a short word may look like others just as well.
    const place = words.findIndex((word) => word.length === Math.max(...words.map(({ length }) => length)));
    const wrong = `${words[place]?.slice(0, 3)}${words[place]?.slice(4)}q`;
    const typed = words.map((word, index) => `${index + 1}. ${index === place ? wrong : word.toUpperCase()}`);
    const asked: string[] = [];
    server.story.relay.between = (request, next) => {
      asked.push(request.path);
      return next();
    };
    await page.fill('#phrase', typed.join('\n'));
    await page.locator('form .button.primary').click();
    const near = page.getByRole('button', { name: `Word ${place + 1}: take ${words[place]}`, exact: true });
    await near.waitFor();
    await door.looked();
    await near.click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('phrase');
    expect((await page.inputValue('#phrase')).split('\n')).toHaveLength(12);
    expect(asked).toEqual([]);
    await door.onward(() => page.locator('form .button.primary').click());
    await page.locator('ol.talk > li').first().waitFor();
  });

  it('reads the square code from a photo where the browser can, and says so where it cannot', async () => {
    const visit = await visitDoor(browser, server, { look: 'every screen' });
    const { page, door, watched } = visit;
    await watched.context.addInitScript(() => {
      const read: { value: string } = { value: '' };
      class BarcodeDetector {
        detect(): Promise<readonly { rawValue: string }[]> {
          return Promise.resolve(read.value === '' ? [] : [{ rawValue: 'other' }, { rawValue: read.value }]);
        }
      }
      Object.assign(globalThis, { BarcodeDetector, read });
    });
    const words = await ask(visit);
    expect(words).toHaveLength(12);
    await page.getByText('Read a square code from a photo').click();
    await door.looked();
    async function photo(): Promise<void> {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose files' }).click();
      const dot = Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      );
      await (await chooser).setFiles([{ name: 'photo.png', mimeType: 'image/png', buffer: dot }]);
    }
    await photo();
    await page.getByText('No square code was found in this picture.').waitFor();
    await page.evaluate(() => {
      (globalThis as unknown as { read: { value: string } }).read.value = '123456'.repeat(8);
    });
    await photo();
    await expect.poll(() => page.inputValue('#phrase')).toBe(Array(8).fill('123456').join(' '));

    await page.evaluate(() => Reflect.deleteProperty(globalThis, 'BarcodeDetector'));
    await door.onward(() => page.locator('form .go .button').first().click());
    await door.onward(() => page.locator('.again').click());
    await page.getByText('Read a square code from a photo').click();
    await page.getByText('This browser cannot read square codes.').waitFor();
  });
});
