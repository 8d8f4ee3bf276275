import { boxOf, readByTeam, said } from '@leeward/workspace/door/testing/door-story.ts';
import { lostLine, problem } from '@leeward/workspace/door/testing/memory-relay.ts';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type DoorServer, startDoorServer } from '../support/door-server.ts';
import { lostLineErrors, visitDoor } from '../support/door-visit.ts';

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

const expected = lostLineErrors;

describe('a line that breaks at the door', () => {
  it('[fault 39] after "send" was pressed gives exactly one submission, and a definite word before and after', async () => {
    const { page, door } = await visitDoor(browser, server, { expected });
    await door.open(server.link());
    await door.write('Only once.');
    const words = await door.toWords();
    const bodies = new Set<string>();
    let losses = 3;
    server.story.relay.between = async ({ path, body }, next) => {
      if (!path.endsWith('/items')) return next();
      bodies.add(Buffer.from(body).toString('base64'));
      losses -= 1;
      if (losses < 0) return next();
      // The first two are lost on the way there, the third on the way back.
      if (losses === 0) await next();
      return lostLine();
    };
    await door.send(words);
    await page.getByText('The connection is lost. Not sent yet.').waitFor();
    expect(await page.locator('main .state').first().textContent()).toBe('Not sent yet');
    expect(await page.locator('main .words').textContent()).toBe('Only once.');
    while (losses > 0) {
      const again = page.getByRole('button', { name: 'Try again now' });
      if (await again.isVisible()) await again.click();
      await page.waitForTimeout(50);
    }
    await door.sent();
    expect(bodies.size).toBe(1);
    expect(boxOf(server.story).items).toHaveLength(1);
  });

  it('[fault 39] says "not sent yet" when she stops, keeps her words, and sends them once when she goes on', async () => {
    const { page, door } = await visitDoor(browser, server, { expected });
    await door.open(server.link());
    await door.write('Stopped, then sent.');
    const words = await door.toWords();
    server.story.relay.between = async ({ path }, next) => (path.endsWith('/items') ? lostLine() : next());
    await door.send(words);
    await page.getByRole('button', { name: 'Stop sending' }).click();
    await page.getByText('Stopped. It is not sent yet.').waitFor();
    expect(await page.locator('main .words').textContent()).toBe('Stopped, then sent.');
    server.story.relay.between = (_asked, next) => next();
    await page.getByRole('button', { name: 'Try again' }).click();
    await door.sent();
    const read = await readByTeam(
      server.story,
      boxOf(server.story).items.map(({ item }) => item),
    );
    expect(read.map(said)).toMatchObject([{ what: 'Stopped, then sent.' }]);
  });

  it('[fault 52] goes on with a file from the part that it had come to', async () => {
    const { page, door } = await visitDoor(browser, server, { expected });
    await door.open(server.link());
    await door.write('With a long file.');
    for (const _ of ['who', 'reach', 'files']) await door.next();
    const chooser = page.waitForEvent('filechooser');
    await page.locator('main .button').first().click();
    const buffer = Buffer.alloc(4_500_000, 7);
    await (await chooser).setFiles([{ name: 'long.mp4', mimeType: 'video/mp4', buffer }]);
    await page.locator('.chip.warn').waitFor();
    await door.next();
    await door.next();
    const words = await door.phrase();
    const parts: string[] = [];
    let losses = 2;
    server.story.relay.between = async ({ method, path }, next) => {
      if (method !== 'PUT') return next();
      parts.push(path.slice(-1));
      if (!path.endsWith('/parts/3') || losses === 0) return next();
      losses -= 1;
      return lostLine();
    };
    await door.send(words);
    await page.getByText('The connection is lost. Not sent yet.').waitFor();
    // The words are there although the file is not.
    expect(await page.locator('main .state').first().textContent()).toContain('The server says it has it');
    while (losses > 0) {
      const again = page.getByRole('button', { name: 'Try again now' });
      if (await again.isVisible()) await again.click();
      await page.waitForTimeout(50);
    }
    await door.sent();
    expect(parts).toEqual(['0', '1', '2', '3', '3', '3', '4']);
    const [, files] = await readByTeam(
      server.story,
      boxOf(server.story).items.map(({ item }) => item),
    );
    expect(files!.blobs).toMatchObject([{ name: 'long.mp4', size: buffer.length }]);
  });

  it('[rule 22] says "not sent" where the server has no room, and what is safe', async () => {
    const { page, door } = await visitDoor(browser, server, { expected });
    await door.open(server.link());
    await door.write('Kept here.');
    const words = await door.toWords();
    server.story.relay.between = async ({ path }, next) =>
      path.endsWith('/items') ? problem(503, 'queue-full') : next();
    await door.send(words);
    await page.getByText('Not sent. The server has no space for new requests now.').waitFor();
    expect(await page.locator('main .words').textContent()).toBe('Kept here.');
  });

  it('does not keep her from writing when the door cannot be reached at first, and opens when it can', async () => {
    const { page } = await visitDoor(browser, server, { expected });
    server.story.relay.between = lostLine;
    await page.goto(server.link());
    await page.fill('#what', 'Written while the line was dead.');
    await page.getByText('The server does not answer').waitFor();
    server.story.relay.between = (_asked, next) => next();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('You are writing to Sample shelter.').waitFor();
    expect(await page.inputValue('#what')).toBe('Written while the line was dead.');
  });

  it('says what happened when the other screens do not come, and goes on when they do', async () => {
    const { page, watched } = await visitDoor(browser, server, {
      expected: [...expected, /Failed to fetch/],
    });
    await watched.context.route(/\/parts\/later/, (route) => route.abort());
    await page.goto(server.link());
    await page.fill('#what', 'Still here.');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'The server does not answer' }).waitFor();
    await watched.context.unroute(/\/parts\/later/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Who is this about?' }).waitFor();
  });

  it('[fault 68] tells her to leave when a file of the page is not the one that was published', async () => {
    const { page } = await visitDoor(browser, server, { expected });
    server.alter = (path, bytes) =>
      path.startsWith('/parts/later')
        ? Buffer.concat([bytes, Buffer.from(';globalThis.changed = true;')])
        : bytes;
    await page.goto(server.link());
    await page.fill('#what', 'Not to them.');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'This page may have been changed' }).waitFor();
    expect(await page.evaluate(() => 'changed' in globalThis)).toBe(false);
  });
});
