import type { Page } from 'playwright-core';
import { launchBrowser, windows } from '../tests/support/browser.ts';
import { startDeskDemo } from '../tests/support/desk-demo.ts';
import { setup, teardown } from '../tests/support/shared-build.ts';
import { type Measured, median } from './support/measured.ts';

/** Milliseconds of one frame at 60 in a second: what a letter may take before somebody feels it. */
const frame = 1000 / 60;
const letters = 40;

/**
 * Typing into a form of 93 pages and 1,400 fields, on the page as it ships and over a made-up session: from the letter until
 * everything that follows from it is worked out, drawn into the page and laid out. As a share of one frame.
 */
export async function measureFormsOnPage(rounds: number): Promise<readonly Measured[]> {
  setup();
  const [browser, demo] = await Promise.all([launchBrowser(), startDeskDemo()]);
  try {
    const page = await browser.newPage(windows.phone);
    await page.goto(`${demo.desk}/?session=long-form#/cases`);
    const href = await page.locator('a[href^="#/case/"]').first().getAttribute('href');
    await page.goto(`${demo.desk}/?session=long-form${href ?? ''}/questions`);
    await page.locator('section[aria-labelledby=at-people] .button').click();
    const text = page.locator('.filler form input').first();
    await text.waitFor();
    const taken = await typed(page, '.filler form input', rounds);
    const bare = await typed(page, '#bare', rounds);
    await page.locator('.filler .contents summary').click();
    const search = page.locator('.filler .contents input[type=search]');
    await search.waitFor();
    const found = await typed(page, '.filler .contents input[type=search]', rounds);
    const told = (one: number): string => `${one.toFixed(1)} ms`;
    return [
      {
        name: 'one letter typed into a form of 1,400 fields in the browser / one frame',
        ratio: taken / frame,
        goal: { atMost: 1 },
        rounds,
        detail: `${told(taken)} with everything that follows from it, ${told(bare)} in a bare field of the same page`,
      },
      {
        name: 'one letter of a search through its questions / one frame',
        ratio: found / frame,
        goal: { atMost: 3 },
        rounds,
        detail: told(found),
      },
    ];
  } finally {
    await browser.close();
    await demo.stop();
    teardown();
  }
}

/** The median time of a letter, in milliseconds. A field called `bare` is put beside the form when it is asked for. */
async function typed(page: Page, field: string, rounds: number): Promise<number> {
  const times = await page.evaluate(
    async ({ selector, count }) => {
      if (selector === '#bare') {
        const bare = document.createElement('input');
        bare.id = 'bare';
        document.querySelector('main')?.append(bare);
      }
      const input = document.querySelector<HTMLInputElement>(selector);
      const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
      if (input === null || value?.set === undefined) throw new Error(`no field: ${selector}`);
      const found: number[] = [];
      for (let letter = 0; letter < count; letter += 1) {
        const begin = performance.now();
        value.set.call(input, `By the river ${'abc'.slice(0, letter % 4)}`);
        input.dispatchEvent(new Event('input', { bubbles: true }));
        // What the letter sets off has run once its tasks have; the layout is asked for, as the next frame would.
        await new Promise<void>((resume) => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resume();
          channel.port2.postMessage(null);
        });
        document.body.getBoundingClientRect();
        found.push(performance.now() - begin);
        await new Promise<void>((resume) => requestAnimationFrame(() => resume()));
      }
      return found;
    },
    { selector: field, count: letters * rounds },
  );
  return median(times.slice(letters / 2));
}
