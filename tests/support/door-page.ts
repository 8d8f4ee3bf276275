import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFaults, sidewaysOverflow } from './browser.ts';

/** What a person does at the door, in the language of the page. Each step waits for the screen that follows. */
export type DoorPage = ReturnType<typeof doorPage>;

export type Look = 'every screen' | 'no screen' | ((page: Page, screen: string) => Promise<void>);

/** Fields that a browser might remember, correct or translate. */
export const looseFields = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input:not([type=file]), textarea')]
      .filter((field) => {
        const isText = field.matches('textarea, input:not([type])');
        return (
          field.autocomplete !== 'off' ||
          (isText && (field.spellcheck || field.getAttribute('translate') !== 'no' || field.name !== ''))
        );
      })
      .map((field) => field.outerHTML.slice(0, 200)),
  );

/** `look`: whether each screen is held to axe and to the width of the window, or to something of the test's own. */
export function doorPage(page: Page, look: Look = 'no screen') {
  const primary = () => page.locator('main .button.primary').last();
  const heading = async (): Promise<string> => (await page.locator('main h1').textContent()) ?? '';

  const looked = async (): Promise<void> => {
    if (look === 'no screen') return;
    if (typeof look === 'function') return look(page, await heading());
    expect(await axeFaults(page), await heading()).toEqual([]);
    expect(await sidewaysOverflow(page), await heading()).toBe(0);
    expect(await looseFields(page), await heading()).toEqual([]);
    // Thumbs need 44 pixels; a box inside a larger label is pressed through its label.
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, a, select, input, textarea, summary')]
        .filter((one) => one.checkVisibility() && !one.matches('.visually-hidden, .option input'))
        .filter((one) => one.getBoundingClientRect().height < 43.5)
        .map((one) => one.outerHTML.slice(0, 120)),
    );
    expect(small, await heading()).toEqual([]);
  };

  /** Presses something and waits for another heading, which then has the focus. */
  const onward = async (press: () => Promise<void>): Promise<void> => {
    const before = await heading();
    await press();
    await page.waitForFunction((title) => document.querySelector('main h1')?.textContent !== title, before);
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await looked();
  };
  const next = (): Promise<void> => onward(() => primary().click());

  /** The words or digits on the screen. */
  const phrase = async (): Promise<readonly string[]> => {
    await page.locator('.phrase bdi').first().waitFor();
    return page.locator('.phrase bdi').allTextContents();
  };

  const typeBack = async (words: readonly string[]): Promise<void> => {
    for (const input of await page.locator('form input').all()) {
      const place = Number((await input.getAttribute('id'))?.replace('place-', ''));
      await input.fill(words[place - 1] ?? '');
    }
  };

  return {
    page,
    heading,
    looked,
    onward,
    next,
    phrase,
    typeBack,
    /** Opens the link and waits for the first question and for the door behind it. */
    open: async (link: string): Promise<void> => {
      await page.goto(link);
      await page.locator('#what').waitFor();
      await page.locator('.head .bar p:not(:empty)').waitFor();
      await looked();
    },
    write: (text: string): Promise<void> => page.fill('#what', text),
    /** From the first question over the review to the words. */
    toWords: async (): Promise<readonly string[]> => {
      await onward(() => page.locator('main .button.quiet').first().click());
      await next();
      return phrase();
    },
    /** From the words to where sending begins. */
    send: async (words: readonly string[]): Promise<void> => {
      await next();
      await typeBack(words);
      await primary().click();
      await page.locator('main .state').first().waitFor();
    },
    /** Waits until the server has everything, files among it. */
    sent: async (): Promise<void> => {
      await page.locator('main section section .note.good').waitFor();
      await looked();
    },
    /** From the first question to the messages of an earlier visit. */
    comeBack: async (words: readonly string[]): Promise<void> => {
      await onward(() => page.locator('.again').click());
      await page.fill('#phrase', words.join(' '));
      await onward(() => page.locator('form .button.primary').click());
      await page.locator('ol.talk > li').first().waitFor();
      await looked();
    },
  };
}

/** A picture with a place, a time and a name in it, as phones make them: a JPEG with an EXIF part. */
export const secretInPicture = 'SYNTHETIC-PLACE-52.0907N';

export async function pictureWithSecret(page: Page): Promise<Buffer> {
  const plain = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 320;
    canvas.height = 200;
    const context = canvas.getContext('2d');
    if (context !== null) {
      context.fillStyle = '#2a7';
      context.fillRect(20, 20, 200, 100);
    }
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg'));
    return blob === null ? [] : [...new Uint8Array(await blob.arrayBuffer())];
  });
  const jpeg = Buffer.from(plain);
  const note = Buffer.from(`Exif\0\0MM\0*\0\0\0\x08\0\0${secretInPicture}`, 'latin1');
  const part = Buffer.concat([Buffer.from([0xff, 0xe1, 0, note.length + 2]), note]);
  return Buffer.concat([jpeg.subarray(0, 2), part, jpeg.subarray(2)]);
}
