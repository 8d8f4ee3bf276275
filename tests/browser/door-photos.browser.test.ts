import { createHash } from 'node:crypto';
import { said } from '@leeward/workspace/door/testing/door-story.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { filesOfTeam } from '../support/door-files.ts';
import { pictureWithSecret } from '../support/door-page.ts';
import { type DoorServer, startDoorServer } from '../support/door-server.ts';
import { visitDoor } from '../support/door-visit.ts';
import { pngWithSecret, secretPlace, webpWithSecret } from '../support/pictures.ts';

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

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

type Chosen = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };
const choose = async (page: Page, files: readonly Chosen[]): Promise<void> => {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles([...files]);
};

describe('what is hidden in a file of hers', () => {
  it('[fault 58] does not survive in a JPEG, a PNG or a WebP, and both hashes reach the team', async () => {
    const { page, door } = await visitDoor(browser, server, { look: 'every screen' });
    await door.open(server.link());
    await door.write('Three pictures.');
    for (const _ of ['who', 'reach', 'files']) await door.next();
    const originals: readonly Chosen[] = [
      { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await pictureWithSecret(page) },
      { name: 'b.png', mimeType: 'image/png', buffer: await pngWithSecret(page) },
      { name: 'c.webp', mimeType: 'image/webp', buffer: await webpWithSecret(page) },
    ];
    for (const { buffer, name } of originals) expect(buffer.includes(secretPlace), name).toBe(true);
    await choose(page, originals);
    await page.locator('.chip.good').nth(2).waitFor();
    await door.looked();
    await door.next();
    await door.next();
    const words = await door.phrase();
    await door.send(words);
    await door.sent();
    const { items, references, contents } = await filesOfTeam(server, words);
    expect(references.map(({ mediaType }) => mediaType)).toEqual(['image/jpeg', 'image/png', 'image/webp']);
    expect(items.map(said).at(-1)).toMatchObject({
      files: originals.map(({ buffer }) => ({ hidden: 'removed', originalHash: sha256(buffer) })),
    });
    for (const [index, content] of contents.entries()) {
      expect(content.includes(secretPlace), references[index]?.name).toBe(false);
      for (const part of ['Exif', 'EXIF', 'eXIf', 'tEXt', 'zTXt', 'XMP '])
        expect(content.includes(part), part).toBe(false);
      expect(Buffer.from(references[index]?.hash ?? []).toString('hex')).toBe(sha256(content));
    }
  });

  it('[fault 58] is never sent by half a success: a picture that this browser cannot read is not added, until she says so', async () => {
    const { page, door } = await visitDoor(browser, server, { look: 'every screen' });
    await door.open(server.link());
    await door.write('From another phone.');
    for (const _ of ['who', 'reach', 'files']) await door.next();
    // As phones of one maker write them, and as this browser does not read them.
    const heic = Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from(`ftypheic\0\0\0\0mif1heic${secretPlace}`, 'latin1'),
    ]);
    await choose(page, [{ name: 'photo.heic', mimeType: 'image/heic', buffer: heic }]);
    await page.getByText('This photo could not be cleaned, so it was not added.').waitFor();
    await door.looked();
    await door.next();
    expect(await page.locator('.parts').textContent()).not.toContain('photo.heic');
    await page.getByRole('button', { name: 'Change: Files' }).click();
    await page.locator('.option input').check();
    await page.getByText('Hidden data kept, as you chose').waitFor();
    await door.next();
    await door.next();
    const words = await door.phrase();
    await door.send(words);
    await door.sent();
    const { items, contents } = await filesOfTeam(server, words);
    expect(items.map(said).at(-1)).toMatchObject({ files: [{ hidden: 'kept' }] });
    expect(contents[0]?.equals(heic)).toBe(true);
  });

  it('[fault 58] stays in files of other kinds, and she is told what may be in them before they go', async () => {
    const { page, door } = await visitDoor(browser, server, { look: 'every screen' });
    await door.open(server.link());
    await door.write('With documents.');
    for (const _ of ['who', 'reach', 'files']) await door.next();
    await choose(page, [
      { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') },
      {
        name: 'b.docx',
        mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        buffer: Buffer.from('PK'),
      },
      { name: 'c.mp4', mimeType: 'video/mp4', buffer: Buffer.from('ftyp') },
      { name: 'd', mimeType: '', buffer: Buffer.from('?') },
    ]);
    await page.getByText('Hidden data stays inside').nth(3).waitFor();
    expect(await page.getByText('It may hold the name of the writer, the place and the time').count()).toBe(
      4,
    );
    // Nothing offers to keep what cannot be taken out.
    expect(await page.getByText('Keep the hidden data in this photo').count()).toBe(0);
    await door.looked();
    await door.next();
    await door.next();
    const words = await door.phrase();
    await door.send(words);
    await door.sent();
    const { items } = await filesOfTeam(server, words);
    expect(items.map(said).at(-1)).toMatchObject({ files: Array(4).fill({ hidden: 'unknown' }) });
  });
});
