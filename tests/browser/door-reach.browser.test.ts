import { boxOf, readByTeam, said } from '@leeward/workspace/door/testing/door-story.ts';
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

describe('how she may be reached, and how never', () => {
  for (const [locale, size] of [
    ['en', 'phone'],
    ['ar', 'desktop'],
  ] as const)
    it(`reaches the team as rules that can be kept: unsafe ways, hours, one person, agreed words (${locale}, ${size}) [invariant 2]`, async () => {
      const { watched, page, door } = await visitDoor(browser, server, {
        locale,
        ...windows[size],
        timezoneId: 'Asia/Tbilisi',
        look: 'every screen',
      });
      await door.open(server.link());
      await door.write('Two lines.');
      await door.next();
      await door.next();
      const folds = page.locator('main details');
      expect(await folds.count()).toBe(4);
      expect(await folds.locator('input, select').first().isVisible()).toBe(false);

      const unsafe = folds.nth(0);
      await unsafe.locator('summary').click();
      await unsafe.locator('button').last().click();
      await unsafe.locator('select').selectOption('chan_phone_call');
      await unsafe.locator('input').fill('+995 555 0147');
      const times = folds.nth(1);
      await times.locator('summary').click();
      await times.locator('button').last().click();
      await times.locator('.option input').nth(4).check();
      await times.locator('select').nth(0).selectOption('20:00');
      await times.locator('select').nth(1).selectOption('24:00');
      await times.locator('input:not([type])').fill('Not on holidays.');
      const through = folds.nth(2);
      await through.locator('summary').click();
      await through.locator('input').fill('A cousin, at sample.name');
      const code = folds.nth(3);
      await code.locator('summary').click();
      await code.locator('input').nth(0).fill('the blue kettle');
      await code.locator('input').nth(1).fill('all is well');
      await door.looked();
      await door.next();
      await door.next();
      const review = (await page.locator('.parts').textContent()) ?? '';
      expect(review).toContain('+995 555 0147');
      expect(review).toContain('A cousin, at sample.name');
      expect(review).toContain('Tbilisi');
      // Words that may have to save her are not shown to whoever looks over her shoulder.
      expect(review).not.toContain('kettle');
      expect(review).not.toContain('all is well');

      // What she gave is never folded away when she comes back to it.
      await page.locator('.part button').nth(3).click();
      expect(await page.locator('main details[open]').count()).toBe(4);
      await door.next();
      await door.next();
      await door.next();
      await door.send(await door.phrase());
      await door.sent();
      const [request] = (
        await readByTeam(
          server.story,
          boxOf(server.story).items.map(({ item }) => item),
        )
      ).map(said);
      expect(request).toMatchObject({
        channels: [
          { channel: 'chan_trusted_person', detail: 'A cousin, at sample.name', safe: true },
          { channel: 'chan_phone_call', detail: '+995 555 0147', safe: false },
        ],
        safeHours: { zone: 'Asia/Tbilisi', spans: [{ days: ['fri'], from: '20:00', until: '24:00' }] },
        safeTimes: 'Not on holidays.',
        codeWords: { fromUs: 'the blue kettle', underForce: 'all is well' },
        doNotContactDirectly: true,
      });
      expect(watched.faults()).toEqual([]);
    });
});
