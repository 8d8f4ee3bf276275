import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Frame,
  type Page,
} from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/testing/chromium.ts';
import { keepPicture } from './screens.ts';

/*
 * A browser that is watched: a request to anybody but the origins of the test, a breach of the content policy, an error
 * in a script and a violation of accessibility are failures, whatever the test itself looks at.
 */

/** The browser that the tests drive. @throws Error where there is none: the test runner installs one. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium found: `npm test` installs one.');
  return chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
}

/** The windows that the journeys are walked in. */
export const windows = {
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 900 } },
} as const satisfies Record<string, BrowserContextOptions>;

export type Watched = {
  readonly context: BrowserContext;
  readonly newPage: () => Promise<Page>;
  /** All that went wrong so far, one sentence each; empty where all is well. */
  readonly faults: () => readonly string[];
  /** Every request that was made, as address. */
  readonly requests: () => readonly string[];
};

export type WatchOptions = BrowserContextOptions & {
  /** Beginnings of addresses that may be asked, such as `http://desk.localhost:8700/`. */
  readonly origins: readonly string[];
  /** Console errors that belong to the test, such as a refused request. */
  readonly expected?: readonly RegExp[];
};

/** What browsers say of headers that are right, and that no page can do anything about. */
const harmless: readonly RegExp[] = [
  // Each browser knows other features; refusing one that it lacks is what the header is for.
  /Permissions-Policy header: Unrecognized feature/,
  // A sandboxed frame has no origin that could be keyed; it is alone in any case.
  /could not be origin-keyed/,
];

/** A context whose pages are watched. */
export async function watchedContext(browser: Browser, options: WatchOptions): Promise<Watched> {
  const { origins, expected = [], ...rest } = options;
  // Colours are judged at rest: a button on its way from one shade to another is nobody's last impression.
  const context = await browser.newContext({ acceptDownloads: true, reducedMotion: 'reduce', ...rest });
  const found: string[] = [];
  const asked: string[] = [];
  // Before any script of the page: a page that breaks its own policy says so here.
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  context.on('request', (request) => {
    const address = request.url();
    asked.push(address);
    const own = origins.some((origin) => address.startsWith(origin));
    if (!own && !/^(blob|data):/.test(address)) found.push(`asked ${address}`);
  });
  context.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    const text = message.text();
    if (![...harmless, ...expected].some((one) => one.test(text)))
      found.push(`console: ${text} (${message.location().url})`);
  });
  context.on('weberror', (error) => {
    found.push(`error: ${error.error().message}`);
  });
  return {
    context,
    newPage: () => context.newPage(),
    faults: () => found,
    requests: () => asked,
  };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with the page as it stands, one sentence each. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  await keepPicture(page);
  return axeFaultsWithin(page, {});
}

/** The same for one document alone, such as that of a frame of another origin, which axe does not reach from outside. */
export async function axeFaultsWithin(
  page: Page | Frame,
  // The page around a frame has the heading; and what is served to a frame without an origin, axe may not fetch again.
  more: Readonly<Record<string, unknown>> = {
    preload: false,
    rules: { 'page-has-heading-one': { enabled: false } },
  },
): Promise<readonly string[]> {
  // Through the debugger and not as a script of the page: its policy holds. Half a megabyte, once for each document.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(async (options) => {
    type Found = {
      readonly violations: readonly {
        readonly id: string;
        readonly help: string;
        readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
      }[];
    };
    const { axe: engine } = globalThis as unknown as { axe: { run: (options: unknown) => Promise<Found> } };
    const { violations } = await engine.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // What is right need not be described.
      resultTypes: ['violations'],
      ...options,
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        (node) => `${id}: ${help}: ${node.html.slice(0, 200)} ${node.failureSummary?.slice(0, 200) ?? ''}`,
      ),
    );
  }, more);
}

/** Whether the page is as wide as its window: nobody should have to push it sideways. */
export async function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Until nothing on the page has changed for a moment: what the session answered is drawn. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const still = 60;
        let timer = setTimeout(done, still);
        const watcher = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, still);
        });
        watcher.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
        function done(): void {
          watcher.disconnect();
          resolve();
        }
      }),
  );
}

/**
 * Goes to another screen of the document that is open, as a link does, and says whether it came: without a load, a
 * screen is there in a fraction of the time. Where no other heading comes up, the caller loads the address.
 */
export async function goWithin(page: Page, hash: string): Promise<boolean> {
  const before = await page.evaluate((address) => {
    const heading = document.querySelector('h1');
    const text = heading?.textContent ?? '';
    Object.assign(globalThis, { headingBefore: heading });
    location.hash = address;
    return text;
  }, hash);
  const came = await page
    .waitForFunction(
      (text) => {
        const heading = document.querySelector('h1');
        const { headingBefore } = globalThis as { headingBefore?: Element | null };
        return heading !== null && (heading !== headingBefore || heading.textContent !== text);
      },
      before,
      { timeout: 2000 },
    )
    .catch(() => null);
  return came !== null;
}
