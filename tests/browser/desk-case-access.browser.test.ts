import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  goWithin,
  launchBrowser,
  settled,
  sidewaysOverflow,
  type Watched,
  watchedContext,
} from '../support/browser.ts';
import { type DeskDemo, startDeskDemo } from '../support/desk-demo.ts';
import { runs } from '../support/size.ts';

/*
 * The parts of a file for somebody who sees or moves otherwise: in the colours that a person has chosen for her system, at
 * four times the size, without anything that moves.
 */

const file = (number: number, part: string): string =>
  `#/case/${number.toString(16).padStart(64, '0')}${part}`;

/** Every part of a file, over the made-up session that has something to show there. */
const places: readonly { readonly session: string; readonly at: readonly string[] }[] = [
  {
    session: 'open',
    at: [
      '#/cases',
      ...[
        '',
        '/tasks',
        '/sheets',
        '/questions',
        '/stages',
        '/situation',
        '/documents',
        '/carry',
        '/copy',
      ].map((part) => file(501, part)),
    ],
  },
  { session: 'people', at: ['/people', '/consents'].map((part) => file(501, part)) },
  { session: 'identities', at: [file(501, '/identity')] },
  { session: 'trust', at: ['/verification', '/eligibility'].map((part) => file(502, part)) },
  { session: 'plan', at: ['/plan', '/checkins'].map((part) => file(507, part)) },
  { session: 'danger', at: ['/incidents', '/risk'].map((part) => file(571, part)) },
];

let demo: DeskDemo;
let browser: Browser;
beforeAll(async () => {
  [demo, browser] = await Promise.all([startDeskDemo(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

/** In every address that is loaded, because another hash alone would be no load. */
let loads = 0;

/** Goes from part to part, one page for all of them, and looks at each. */
async function walk(watched: Watched, look: (page: Page, place: string) => Promise<void>): Promise<void> {
  const page = await watched.newPage();
  page.setDefaultTimeout(30_000);
  for (const { session, at } of places)
    for (const [index, hash] of at.entries()) {
      if (index === 0 || !(await goWithin(page, hash))) {
        loads += 1;
        await page.goto(`${demo.desk}/?session=${session}&load=${loads}${hash}`);
      }
      await page.locator('h1').first().waitFor();
      await settled(page);
      await look(page, `${session}${hash.slice(-20)}`);
    }
  expect(watched.faults()).toEqual([]);
}

/**
 * Shapes that a background alone draws: empty boxes, and boxes that a style sheet puts before or behind something. Where a
 * person's own colours are forced they would be gone, unless an edge, a picture or a colour of their own stays. Marks them
 * while the page's own colours are shown, and gives their number.
 */
const markDrawn = (page: Page): Promise<number> =>
  page.evaluate(() => {
    let found = 0;
    for (const one of document.body.querySelectorAll<HTMLElement>('*')) {
      const { width, height } = one.getBoundingClientRect();
      const isEmpty =
        one.childElementCount === 0 && one.textContent?.trim() === '' && width > 2 && height > 2;
      if (!one.checkVisibility() || one.matches('input, select, textarea, svg, svg *, img, canvas')) continue;
      const drawn = ['', '::before', '::after'].filter((part) => {
        const style = getComputedStyle(one, part === '' ? null : part);
        if (part === '' ? !isEmpty : style.content !== '""') return false;
        const isClear = /^(transparent|rgba\(\d+, \d+, \d+, 0\))$/.test(style.backgroundColor);
        return style.display !== 'none' && (!isClear || style.backgroundImage !== 'none');
      });
      if (drawn.length > 0) one.dataset['drawn'] = drawn.join(' ');
      found += drawn.length;
    }
    return found;
  });

/** Those of them that nobody can see any more. */
const vanished = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isClear = (colour: string): boolean => /^(transparent|rgba\(\d+, \d+, \d+, 0\))$/.test(colour);
    const behind = (one: Element | null): string => {
      for (let at = one; at !== null; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if (!isClear(backgroundColor)) return backgroundColor;
      }
      return '';
    };
    const gone: string[] = [];
    for (const one of document.querySelectorAll<HTMLElement>('[data-drawn]'))
      for (const part of (one.dataset['drawn'] ?? '').split(' ')) {
        const style = getComputedStyle(one, part === '' ? null : part);
        const edges = ['top', 'right', 'bottom', 'left'].filter(
          (side) =>
            style.getPropertyValue(`border-${side}-style`) !== 'none' &&
            Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0,
        );
        const ground = behind(part === '' ? one.parentElement : one);
        const hasColour = !isClear(style.backgroundColor) && style.backgroundColor !== ground;
        if (
          edges.length === 0 &&
          style.outlineStyle === 'none' &&
          !hasColour &&
          style.backgroundImage === 'none'
        )
          gone.push(`${part} ${one.outerHTML.slice(0, 140)}`);
      }
    return gone;
  });

/** What the keyboard reaches and does not show: a shadow is no sign where colours are forced. */
const unmarked = async (page: Page): Promise<readonly string[]> => {
  // The last thing pressed was a key: only then does a browser mark what has the focus.
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const wrong: string[] = [];
    for (const one of document.querySelectorAll<HTMLElement>(
      'main :is(a[href], button, input, select, textarea, summary, [tabindex="0"]):not([tabindex="-1"])',
    )) {
      if (!one.checkVisibility() || one.matches(':disabled')) continue;
      one.focus({ preventScroll: true });
      if (document.activeElement !== one) continue;
      const at = one.closest('.option') ?? one;
      const marks = [one, at].some((shown) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(shown);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
      });
      if (!marks) wrong.push(one.outerHTML.slice(0, 140));
    }
    return wrong;
  });
};

/** A window of 1280 by 1024, as it is and at 400 %. */
const whole = { width: 1280, height: 900 };
const magnified = { width: 320, height: 256 };

describe('every part of a file', () => {
  // From right to left is the harder half; a soak walks both.
  for (const locale of runs(1) > 1 ? ['ar', 'en-GB'] : ['ar'])
    it(`[fault 74] keeps its shapes and its focus in a person’s own colours, is read at four times the size, and holds still (${locale}) [invariant 15]`, async () => {
      const watched = await watchedContext(browser, {
        origins: demo.origins,
        locale,
        viewport: whole,
        reducedMotion: 'reduce',
      });
      let shapes = 0;
      await walk(watched, async (page, place) => {
        shapes += await markDrawn(page);
        await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
        expect(await vanished(page), place).toEqual([]);
        expect(await unmarked(page), place).toEqual([]);
        await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
        await page.setViewportSize(magnified);
        await settled(page);
        expect(await sidewaysOverflow(page), place).toBeLessThanOrEqual(0);
        expect(await covered(page), place).toEqual([]);
        expect(await moving(page), place).toEqual([]);
        await page.setViewportSize(whole);
      });
      // There was something to look at.
      expect(shapes).toBeGreaterThan(5);
      await watched.context.close();
    });
});

/** What moves although stillness was asked for. */
const moving = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 1)
      .map(({ effect }) => (effect as KeyframeEffect | null)?.target?.outerHTML.slice(0, 120) ?? ''),
  );

/** What cannot be brought into view: bars that stay while the page is pushed leave at least half of a small window free. */
const covered = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    window.scrollTo(0, document.documentElement.scrollHeight / 2);
    const fixed = [...document.querySelectorAll<HTMLElement>('body *')].filter((one) => {
      const { position } = getComputedStyle(one);
      return (position === 'fixed' || position === 'sticky') && one.checkVisibility();
    });
    const bands = fixed.map((one) => one.getBoundingClientRect()).filter(({ width }) => width > 160);
    const height = bands
      .map(({ top, bottom }) => Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0)))
      .reduce((sum, each) => sum + each, 0);
    window.scrollTo(0, 0);
    return height > innerHeight / 2
      ? fixed.map((one) => `${Math.round(one.getBoundingClientRect().height)} ${one.outerHTML.slice(0, 100)}`)
      : [];
  });
