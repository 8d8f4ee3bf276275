import { said } from '@leeward/workspace/door/testing/door-story.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { filesOfTeam } from '../support/door-files.ts';
import { type DoorServer, startDoorServer } from '../support/door-server.ts';
import { lostLineErrors as expected, visitDoor } from '../support/door-visit.ts';
import { heavyPhoto, type LossyProxy, slowDown, startLossyProxy } from '../support/slow-line.ts';

let browser: Browser;
let server: DoorServer;
let proxy: LossyProxy | undefined;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startDoorServer()]);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await proxy?.end();
  proxy = undefined;
  server.story.relay.origin = server.origin;
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Opens the page as a person does who sees that it has not come: again. */
async function openPatiently(page: Page, link: string): Promise<void> {
  for (let tries = 0; tries < 8; tries += 1) {
    const arrived = await page
      .goto(link)
      .then(() => true)
      .catch(() => false);
    if (!arrived) continue;
    const question = page.locator('#what');
    await question.or(page.locator('#not-loaded:not([hidden])')).first().waitFor();
    if (await question.isVisible()) return;
  }
  throw new Error('the page never came');
}

/** Goes on as a person does who reads that something did not come: by the button that is offered. */
async function onwardPatiently(page: Page, press: () => Promise<void>): Promise<void> {
  const title = await page.locator('main h1').textContent();
  await press();
  const retry = page.getByRole('button', { name: 'Try again', exact: true });
  for (let tries = 0; tries < 8; tries += 1) {
    await page.waitForFunction(
      (before) =>
        document.querySelector('main h1')?.textContent !== before &&
        document.querySelector('main h1')?.textContent !== 'Opening',
      title,
    );
    if (!(await retry.isVisible())) return;
    await retry.click();
    await retry.waitFor({ state: 'detached' }).catch(() => undefined);
  }
  throw new Error('the next question never came');
}

describe('a line of 50 KB a second and 400 ms', () => {
  it('[fault 43] carries the first question in 60 KB and few answers, and two lines with a photo of 200 KB arrive [invariant 15]', async () => {
    const { page, door, watched } = await visitDoor(browser, server);
    await slowDown(page);
    const before = server.sent.length;
    await page.goto(server.link());
    await page.locator('#what').waitFor();
    // By the clock of her own browser, from the moment at which she followed the link.
    expect(await page.evaluate(() => performance.now())).toBeLessThan(10_000);
    // All that had been asked when she could begin to write.
    const asked = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    );
    const first = server.sent.slice(before).filter(({ path }) => path === '/' || asked.includes(path));
    expect(first.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(60 * 1024);
    expect(first.length).toBeLessThanOrEqual(24);
    // She can write while everything else is still on its way.
    await page.fill('#what', 'They came again. I need a place to go.');
    await page.locator('.head .bar p:not(:empty)').waitFor();
    for (const _ of ['who', 'reach', 'files']) await door.next();
    const photo = await heavyPhoto(page);
    expect(photo.length).toBeGreaterThan(150_000);
    const chooser = page.waitForEvent('filechooser');
    await page.locator('main .button').first().click();
    await (await chooser).setFiles([{ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo }]);
    await page.locator('.chip.good').waitFor();
    await door.next();
    await door.next();
    const words = await door.phrase();
    const sentBefore = server.sent.length;
    await door.send(words);
    await door.sent();
    // One try was enough for each thing: nothing went over this line twice.
    expect(server.sent.slice(sentBefore).filter(({ path }) => path.startsWith('/v1/')).length).toBeLessThan(
      16,
    );
    const { items, references, contents } = await filesOfTeam(server, words);
    expect(items.map(said)).toMatchObject([
      { what: 'They came again. I need a place to go.' },
      { type: 'add' },
    ]);
    expect(references).toMatchObject([{ name: 'photo.jpg', size: contents[0]?.length }]);
    expect(contents[0]?.subarray(0, 2).toString('hex')).toBe('ffd8');
    expect(watched.faults()).toEqual([]);
  });

  it('[fault 43] loses one request in twenty, in every way in which they are lost, and it arrives all the same, once [invariant 15]', async () => {
    proxy = await startLossyProxy(server.origin, 20);
    server.story.relay.origin = proxy.origin;
    const { page, door } = await visitDoor(browser, server, { expected: [...expected, /integrity/] });
    await slowDown(page);
    await openPatiently(page, `${proxy.origin}/${server.story.link()}`);
    await page.fill('#what', 'Over a bad line.');
    await page.locator('.head .bar p:not(:empty)').waitFor();
    await onwardPatiently(page, () => page.getByRole('button', { name: 'Next' }).click());
    for (const _ of ['reach', 'files'])
      await onwardPatiently(page, () => door.page.locator('main .go .button.primary').last().click());
    const photo = await heavyPhoto(page);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files' }).click();
    await (await chooser).setFiles([{ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo }]);
    await page.locator('.chip.good').waitFor();
    await door.next();
    await door.next();
    const words = await door.phrase();
    await door.send(words);
    for (
      let tries = 0;
      tries < 20 && (await page.locator('main section section .note.good').count()) === 0;
      tries += 1
    ) {
      const again = page.getByRole('button', { name: /^Try again/ });
      if ((await again.count()) > 0)
        await again
          .first()
          .click({ timeout: 2000 })
          .catch(() => undefined);
      await page.waitForTimeout(1000);
    }
    await door.sent();
    const { all, lost } = proxy.count();
    expect(lost).toBe(Math.floor(all / 20));
    expect(lost).toBeGreaterThan(0);
    server.story.relay.origin = proxy.origin;
    const { items, contents } = await filesOfTeam(server, words);
    expect(items.map(said)).toMatchObject([{ what: 'Over a bad line.' }, { type: 'add' }]);
    expect(contents).toHaveLength(1);
  });
});
