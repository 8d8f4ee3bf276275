import { doorLanguages } from '@leeward/ui';
import { answer } from '@leeward/workspace/door/testing/door-story.ts';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, sidewaysOverflow, windows } from '../support/browser.ts';
import { type DoorServer, startDoorServer } from '../support/door-server.ts';
import { visitDoor } from '../support/door-visit.ts';
import { untranslatedOn } from '../support/untranslated.ts';

/*
 * The whole way in all twelve languages: from the first word to its receipt, and back with twelve words. On each screen
 * nothing is English that should not be, and nothing is wider than a narrow phone.
 */

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

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa']);
/** What the sample organisation has said about itself, in English alone. */
const organisation = ['Sample shelter', 'One year.', 'Ask at the sample desk.'];

describe('somebody who asks for help in her own language', () => {
  it('is tested in every language of the door', () => {
    expect(doorLanguages).toHaveLength(12);
  });

  for (const { tag } of doorLanguages)
    it(`asks in two lines, gets her receipt, comes back with her words and reads the answer (${tag}) [invariant 15]`, async () => {
      const untranslated = untranslatedOn(['door', 'shared', 'directory', 'promise'], tag, organisation);
      const screens: string[] = [];
      const { watched, page, door } = await visitDoor(browser, server, {
        locale: tag,
        ...windows.phone,
        look: async (at, screen) => {
          screens.push(screen);
          expect(await sidewaysOverflow(at), screen).toBe(0);
          expect(await untranslated(at), screen).toEqual([]);
        },
      });
      const { story } = server;
      await door.open(server.link());
      const html = page.locator('html');
      expect(await html.getAttribute('lang')).toBe(tag);
      expect(await html.getAttribute('dir')).toBe(rightToLeft.has(tag) ? 'rtl' : 'ltr');
      await door.write('1\n2');
      for (const _ of ['now', 'who', 'reach', 'files', 'review']) await door.next();
      const phrase = await door.phrase();
      await door.send(phrase);
      await door.sent();
      await answer(story, { type: 'opened', v: 1, sequence: 1 }, { at: Date.now() });
      await answer(story, { type: 'reply', v: 1, text: '3' }, { at: Date.now() });
      await page.goto('about:blank');
      await door.open(server.link());
      await door.comeBack(phrase);
      expect(await page.locator('.theirs .words').textContent()).toBe('3');
      // The first question, four more screens, her words, the check, the receipt, the way back and her messages.
      expect(screens.length).toBeGreaterThanOrEqual(10);
      // That the look would have found English: a sentence of its catalogue, left on this page.
      await page.evaluate(() => document.querySelector('main')?.append('Leave this page'));
      expect(await untranslated(page)).toEqual(tag === 'en' ? [] : ['Leave this page']);
      expect(watched.faults()).toEqual([]);
    });
});
