import type { Browser, BrowserContextOptions } from 'playwright-core';
import { watchedContext, windows } from './browser.ts';
import { doorPage, type Look } from './door-page.ts';
import type { DoorServer } from './door-server.ts';

/** A watched visit of somebody at the door of a test; everything that the visitor before left is gone. */
export async function visitDoor(
  browser: Browser,
  server: DoorServer,
  options: BrowserContextOptions & { readonly look?: Look; readonly expected?: readonly RegExp[] } = {},
) {
  const { look, expected = [], ...context } = options;
  server.story.relay.boxes.clear();
  server.story.relay.blobs.clear();
  server.story.relay.between = (_asked, next) => next();
  const watched = await watchedContext(browser, {
    origins: [`${server.origin}/`],
    // A browser's opinion of a header that is newer than itself.
    expected: [/Permissions-Policy/, ...expected],
    reducedMotion: 'reduce',
    locale: 'en',
    ...windows.phone,
    ...context,
  });
  const page = await watched.newPage();
  return { watched, page, door: doorPage(page, look) };
}

/** What a browser says when a request fails, which these tests make happen. */
export const lostLineErrors: readonly RegExp[] = [/Failed to load resource/, /ERR_/];
