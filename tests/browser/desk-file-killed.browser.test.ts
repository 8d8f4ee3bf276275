import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltApps, buildApps } from '../support/built-apps.ts';
import { deskPage, deskPassphrase } from '../support/desk-page.ts';
import { filesWith, type OwnBrowser, startOwnBrowser } from '../support/own-browser.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';
import { visit } from '../support/visitor.ts';

/*
 * A browser with a profile on disk opens what a defender has sent, and is killed: while the file lies open, and while it
 * is being fetched and decrypted. Then every file that the browser has written is searched, its temporary ones too.
 */

let apps: BuiltApps;
let relay: TestRelay;
let profile: string;
let own: OwnBrowser | null = null;
beforeAll(async () => {
  apps = await buildApps();
  relay = await startTestRelay({ apps });
  profile = mkdtempSync(join(tmpdir(), 'leeward-killed-'));
});
afterAll(async () => {
  await own?.die();
  rmSync(profile, { recursive: true, force: true });
  await relay?.end();
  apps?.end();
});

/** In every line of the file, so that any piece of it that is written anywhere is found. */
const canary = 'SYNTHETIC-TESTIMONY-7719';
const line = `${canary} what nobody may find on this disk\n`;
const small = line.repeat(40);
/** Two parts: there is time to be killed in between. */
const large = line.repeat(Math.ceil((1.4 * 1024 * 1024) / line.length));

const asked = 'Two papers of mine, please keep them safe.';

async function shown(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^Show\\W+${name}`) }).click();
}

/**
 * Until the words that came with the second file are read. What came after the request was opened waits behind a button,
 * and may do so again: a program that is killed has perhaps not kept yet that somebody pressed it.
 */
async function secondIsThere(page: Page): Promise<void> {
  const second = page.getByText('The second.');
  const { button } = deskPage(page, 'en');
  const open = button('request.openMessages');
  while (!(await second.isVisible())) {
    await second.or(open).first().waitFor();
    if (await open.isVisible()) await open.click({ timeout: 2000 }).catch(() => undefined);
  }
}

describe('a program that is killed while a file is open', () => {
  it('leaves nothing decrypted in any file that the browser has written, and opens it again afterwards [fault 59]', async () => {
    own = await startOwnBrowser(profile);
    const page = own.context.pages()[0] ?? (await own.context.newPage());
    const desk = deskPage(page, 'en');
    await desk.found(relay.url('desk'), await relay.token(), 'Synthetic Aid', 'Officer One');
    const visitor = await visit(relay, await desk.publishDoor());
    await visitor.ask(asked);
    await visitor.sendFile(new File([small], 'small.txt', { type: 'text/plain' }), 'The first.');
    await visitor.sendFile(new File([large], 'large.txt', { type: 'text/plain' }), 'The second.');
    await desk.goTo('shell.requests', 'queue.title');
    await desk.openRequest(asked);
    const address = page.url();
    await secondIsThere(page);
    await shown(page, 'small');
    const frame = page.frameLocator('iframe').first();
    await frame.getByText(canary).first().waitFor();
    // As long as it takes a browser to write down what it likes to write down.
    await page.waitForTimeout(1500);
    await own.die();
    expect(filesWith(profile, canary)).toEqual([]);
    // That this search finds what is there.
    expect(filesWith(profile, 'desk.localhost').length).toBeGreaterThan(0);

    // Once more, and killed while the parts of the large one come in.
    own = await startOwnBrowser(profile);
    const again = own.context.pages()[0] ?? (await own.context.newPage());
    again.setDefaultTimeout(60_000);
    await again.goto(address);
    await again.locator('input.secret').fill(deskPassphrase);
    await again.keyboard.press('Enter');
    await secondIsThere(again);
    const part = own.context.waitForEvent('response', (answer) => /\/parts\/0$/.test(answer.url()));
    const clicked = shown(again, 'large');
    await part;
    await own.die();
    await clicked.catch(() => undefined);
    expect(filesWith(profile, canary)).toEqual([]);

    // Nothing is broken by it: the file opens whole, and a person who saves it puts it on the disk herself.
    own = await startOwnBrowser(profile);
    const last = own.context.pages()[0] ?? (await own.context.newPage());
    last.setDefaultTimeout(60_000);
    await last.goto(address);
    await last.locator('input.secret').fill(deskPassphrase);
    await last.keyboard.press('Enter');
    await secondIsThere(last);
    // Too long to be shown as text; that it came as far as the viewer says that its last byte was verified.
    await shown(last, 'large');
    const frames = last.frameLocator('iframe');
    await frames.first().locator('#place > *').first().waitFor();
    await last.getByRole('button', { name: /^Hide/ }).click();
    await shown(last, 'small');
    await frames.first().getByText(canary).first().waitFor();
    await own.die();
    own = null;
    expect(filesWith(profile, canary)).toEqual([]);
    writeFileSync(join(profile, 'saved.txt'), small);
    expect(filesWith(profile, canary)).toEqual([join(profile, 'saved.txt')]);
  });
});
