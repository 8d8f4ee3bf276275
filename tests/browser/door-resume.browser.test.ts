import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { windows } from '../support/browser.ts';
import { filesOfTeam } from '../support/door-files.ts';
import { doorPage } from '../support/door-page.ts';
import { type DoorServer, startDoorServer } from '../support/door-server.ts';
import { filesWith, type OwnBrowser, startOwnBrowser } from '../support/own-browser.ts';

let server: DoorServer;
let profile: string;
let file: string;
const running: OwnBrowser[] = [];
beforeAll(async () => {
  server = await startDoorServer();
});
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'leeward-profile-'));
  file = join(mkdtempSync(join(tmpdir(), 'leeward-file-')), 'film.mp4');
});
afterEach(async () => {
  for (const own of running.splice(0)) await own.die();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  rmSync(file, { force: true });
});
afterAll(() => server.stop());

const start = async (): Promise<Page> => {
  const own = await startOwnBrowser(profile);
  running.push(own);
  const [page = await own.context.newPage()] = own.context.pages();
  await page.setViewportSize(windows.phone.viewport);
  page.on('dialog', (dialog) => void dialog.accept());
  return page;
};

const choose = async (page: Page): Promise<void> => {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(file);
  await page.locator('.chip.warn').waitFor();
};

describe('a large file whose line is cut at four fifths', () => {
  it('[fault 52] goes on after the browser was killed, from the last part that the server has, and is the same file', async () => {
    // Ten parts: large enough to have a middle, small enough for every run.
    const content = randomBytes(9_900_000);
    writeFileSync(file, content);
    const page = await start();
    const door = doorPage(page);
    await door.open(server.link());
    await door.write('With a film.');
    for (const _ of ['who', 'reach', 'files']) await door.next();
    await choose(page);
    await door.next();
    await door.next();
    const words = await door.phrase();
    const parts: number[] = [];
    server.story.relay.between = async ({ method, path }, next) => {
      if (method !== 'PUT') return next();
      const part = Number(path.split('/').at(-1));
      if (part >= 8) throw new TypeError('the line is cut');
      parts.push(part);
      return next();
    };
    await door.send(words);
    await page.getByText('The connection is lost. Your message is with the server.').waitFor();
    expect(parts).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    await page.getByText('Go on with film.mp4 another time').click();
    const ticket = await page.getByRole('textbox', { name: 'Ticket' }).inputValue();
    await page.waitForTimeout(5000);
    await running[0]?.die();
    // She keeps the ticket; the phone does not.
    expect(filesWith(profile, ticket.slice(0, 60))).toEqual([]);

    server.story.relay.between = async ({ method, path }, next) => {
      if (method === 'PUT') parts.push(Number(path.split('/').at(-1)));
      return next();
    };
    const back = await start();
    const again = doorPage(back);
    await again.open(server.link());
    await again.comeBack(words);
    await back.getByText('Add a file').click();
    await choose(back);
    await back.getByText('I kept a ticket for this file').click();
    await back.getByRole('textbox', { name: 'Ticket' }).fill(ticket);
    await back.getByRole('button', { name: 'Send', exact: true }).click();
    await expect
      .poll(async () => (await filesOfTeam(server, words)).references.length, {
        timeout: 60_000,
        interval: 500,
      })
      .toBe(1);
    // Not one part went twice.
    expect(parts).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const { references, contents } = await filesOfTeam(server, words);
    const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
    expect(hash(contents[0] ?? Buffer.alloc(0))).toBe(hash(content));
    expect(Buffer.from(references[0]?.hash ?? []).toString('hex')).toBe(hash(content));
  });
});
