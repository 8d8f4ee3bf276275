import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/testing/chromium.ts';
import { type DoorServer, startDoorServer } from '../support/door-server.ts';
import { visitDoor } from '../support/door-visit.ts';

let browser: Browser;
let server: DoorServer;
beforeAll(async () => {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium found: `npm test` installs one.');
  const args = [...CHROMIUM_FLAGS, '--use-fake-device-for-media-stream'];
  [browser, server] = await Promise.all([chromium.launch({ executablePath, args }), startDoorServer()]);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Moves the focus by the keyboard alone until something has it; fails where it cannot be reached. */
async function tabTo(page: Page, isThere: (text: string, tag: string, id: string) => boolean): Promise<void> {
  for (let tabs = 0; tabs < 120; tabs += 1) {
    await page.keyboard.press('Tab');
    const [text, tag, id] = await page.evaluate(() => {
      const at = document.activeElement;
      return [at?.textContent?.trim() ?? '', at?.tagName ?? '', at?.id ?? ''] as const;
    });
    if (isThere(text, tag, id)) {
      // Whoever goes by keyboard sees where she is.
      const isMarked = await page.evaluate(() => {
        const at = document.activeElement;
        if (at === null) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
        return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
      });
      expect(isMarked, `the focus shows on ${tag} ${text}`).toBe(true);
      return;
    }
  }
  throw new Error('not to be reached by keyboard');
}
const named = (name: string) => (text: string) => text === name;

describe('the way in, for somebody who sees, hears or moves otherwise', () => {
  it('[fault 74] is walked by keyboard alone: unsafe ways, hours, a voice note, a kept draft, words, sending [invariant 15]', async () => {
    const { page, door } = await visitDoor(browser, server, {
      look: 'every screen',
      permissions: ['microphone'],
      viewport: { width: 320, height: 640 },
    });
    const press = async (name: string): Promise<void> => {
      await tabTo(page, named(name));
      await page.keyboard.press('Enter');
    };
    await door.open(server.link());
    await tabTo(page, (_text, _tag, id) => id === 'what');
    await page.keyboard.type('By keyboard.');
    await door.onward(() => press('Next'));
    await door.onward(() => press('Skip this question'));
    await press('Which ways are not safe?');
    await press('Add an unsafe way');
    // What was added has the focus.
    await page.waitForFunction(() => document.activeElement?.matches('main select'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await press('When is it safe?');
    await press('Add safe hours');
    await page.waitForFunction(() => document.activeElement?.matches('main input[type=checkbox]'));
    await page.keyboard.press('Space');
    expect(await page.getByRole('checkbox', { name: 'Monday' }).isChecked()).toBe(true);
    await door.looked();
    await door.onward(() => press('Next'));
    await press('Record');
    await page.getByText('The recording has begun.').waitFor({ state: 'attached' });
    // The button that was pressed has gone; the focus has not been lost with it.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Finish');
    await page.waitForTimeout(1200);
    await page.keyboard.press('Enter');
    await page.getByText('The recording is added.').waitFor();
    await door.looked();
    await door.onward(() => press('Keep what I typed on this phone'));
    await door.onward(() => press('Next: your twelve words'));
    const words = await door.phrase();
    await door.onward(() => press('I wrote them down'));
    const fields = page.locator('form input');
    for (let index = 0; index < (await fields.count()); index += 1) {
      await tabTo(page, (_text, tag) => tag === 'INPUT');
      const id = await page.evaluate(() => document.activeElement?.id ?? '');
      await page.keyboard.type(words[Number(id.replace('place-', '')) - 1] ?? '');
    }
    await door.onward(() => page.keyboard.press('Enter'));
    await page.getByText('Kept on this phone, locked with your words.').waitFor();
    await door.onward(() => press('Next'));
    await press('Send');
    await door.sent();
  });

  it('[fault 74] says aloud what happens: every field has a name, and what changes by itself is a status [invariant 15]', async () => {
    const { page, door } = await visitDoor(browser, server, { permissions: ['microphone'] });
    /** What a screen reader would have no words for. */
    const nameless = (): Promise<readonly string[]> =>
      page.evaluate(() =>
        [
          ...document.querySelectorAll<HTMLElement>(
            'button, input, select, textarea, summary, audio, svg[role], a',
          ),
        ]
          .filter((one) => one.checkVisibility() && one.getAttribute('aria-hidden') !== 'true')
          .filter((one) => {
            const labels = (one as HTMLInputElement).labels;
            const label =
              labels === null || labels === undefined
                ? ''
                : [...labels].map((each) => each.textContent).join('');
            return `${label}${one.getAttribute('aria-label') ?? ''}${one.textContent ?? ''}`.trim() === '';
          })
          .map((one) => one.outerHTML.slice(0, 120)),
      );
    await door.open(server.link());
    await door.write('Aloud.');
    const headings: string[] = [];
    for (const screen of ['now', 'who', 'reach', 'files', 'review']) {
      const closed = page.locator('main details:not([open]) > summary');
      while ((await closed.count()) > 0) await closed.first().click();
      expect(await nameless(), screen).toEqual([]);
      expect(await page.locator('main h1').count(), screen).toBe(1);
      headings.push(await door.heading());
      await door.next();
    }
    // Each screen is announced by its own heading, which gets the focus.
    expect(new Set(headings).size).toBe(headings.length);
    const words = await door.phrase();
    expect(await nameless()).toEqual([]);
    await door.next();
    await page.locator('main .button.primary').last().click();
    const errors = page.getByRole('alert');
    expect(await errors.count()).toBe(3);
    const described = await page.locator('form input').first().getAttribute('aria-describedby');
    expect(await page.locator(`#${described}`).textContent()).toContain('is not the same');
    await door.typeBack(words);
    await page.locator('main .button.primary').last().click();
    await door.sent();
  });

  for (const [name, options] of [
    [
      'at four times the size, from right to left, in forced colours',
      { locale: 'ar', viewport: { width: 320, height: 256 }, forcedColors: 'active' },
    ],
    [
      'in the dark, from right to left, on a narrow phone',
      { locale: 'fa', viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
    ],
    ['at four times the size, in the longest words', { locale: 'ru', viewport: { width: 320, height: 256 } }],
  ] as const)
    it(`[fault 74] passes every screen ${name}`, async () => {
      const { page, door, watched } = await visitDoor(browser, server, {
        ...options,
        look: 'every screen',
        permissions: ['microphone'],
      });
      await door.open(server.link());
      await door.write('…');
      await door.next();
      await door.next();
      for (const fold of await page.locator('main details > summary').all()) await fold.click();
      for (const index of [0, 1])
        await page.locator('main details').nth(index).locator('button').last().click();
      await door.looked();
      await door.next();
      const note = page.locator('main section.card').first();
      await note.locator('.button').click();
      await note.locator('.button.primary').waitFor();
      await door.looked();
      await note.locator('.button.primary').click();
      await page.locator('audio').waitFor();
      await door.looked();
      await door.onward(() => page.locator('[data-kept] .link').click());
      await door.next();
      await page.locator('main button[aria-expanded]').click();
      await page.locator('svg.square').first().waitFor();
      await page.locator('main details > summary').last().click();
      await door.looked();
      const words = await door.phrase();
      await door.next();
      await page.locator('main .button.primary').last().click();
      await page.locator('form .error').first().waitFor();
      await door.looked();
      await door.typeBack(words);
      await door.onward(() => page.locator('main .button.primary').last().click());
      await door.next();
      await page.locator('main .button.primary').last().click();
      await door.sent();
      // Nothing moves for who asked for stillness.
      const moving = await page.evaluate(
        () =>
          document
            .getAnimations()
            .filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 1).length,
      );
      expect(moving).toBe(0);
      expect(watched.faults()).toEqual([]);
    });
});
