import { toBase64url } from '@leeward/sealed-log/crypto/bytes.ts';
import { answer, boxOf, readByTeam, said } from '@leeward/workspace/door/testing/door-story.ts';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, windows } from '../support/browser.ts';
import { pictureWithSecret, secretInPicture } from '../support/door-page.ts';
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

const words = {
  en: 'They came to my office again yesterday. I need somewhere to go with my daughter.',
  ar: 'جاؤوا إلى مكتبي مرة أخرى أمس. أحتاج مكانًا أذهب إليه مع ابنتي.',
  es: 'Ayer volvieron a mi oficina. Necesito un lugar adonde ir con mi hija.',
} as const;

describe('somebody who asks for help', () => {
  for (const [locale, size] of [
    ['en', 'phone'],
    ['ar', 'phone'],
    ['es', 'phone'],
    ['en', 'desktop'],
  ] as const) {
    it(`[fault 69] asks, gets twelve words, comes back with them and reads the answer (${locale}, ${size})`, async () => {
      const { watched, page, door } = await visitDoor(browser, server, {
        locale,
        ...windows[size],
        look: 'every screen',
      });
      const { story } = server;
      await door.open(server.link());
      expect(await page.locator('html').getAttribute('dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr');
      await door.write(words[locale]);
      await page.locator('.option').first().click();
      await door.next();
      await page.locator('.option').first().click();
      await page.locator('main select').first().selectOption('GE');
      await page.locator('main select').nth(1).selectOption('fa');
      await door.next();
      await page.locator('.option input').first().check();
      await door.next();
      const chooser = page.waitForEvent('filechooser');
      await page.locator('main .button').first().click();
      const picture = await pictureWithSecret(page);
      await (await chooser).setFiles([{ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: picture }]);
      await page.locator('.chip.good').waitFor();
      await door.looked();
      await door.next();
      await door.next();
      const phrase = await door.phrase();
      expect(phrase).toHaveLength(locale === 'en' ? 12 : 8);
      await door.send(phrase);
      await door.sent();

      const items = boxOf(story).items.map(({ item }) => item);
      const [request, files] = (await readByTeam(story, items)).map(said);
      expect(request).toMatchObject({
        type: 'request',
        what: words[locale],
        locale,
        danger48h: 'yes',
        about: 'self',
        country: 'GE',
        languages: ['fa'],
        never: ['call'],
      });
      expect(files).toMatchObject({ type: 'add', files: [{ hidden: 'removed' }] });

      await answer(story, { type: 'opened', v: 1, sequence: 1 }, { at: Date.now() });
      await answer(
        story,
        { type: 'reply', v: 1, text: 'We have read it. <b>سنكتب</b> soon.' },
        { at: Date.now() },
      );
      await page.goto('about:blank');
      await door.open(server.link());
      await door.comeBack(phrase);
      expect(await page.locator('.theirs .words').textContent()).toBe('We have read it. <b>سنكتب</b> soon.');
      expect(await page.locator('.state.confirmed').count()).toBe(2);

      await page.locator('main textarea').fill('Thank you. شكرًا');
      await page.locator('section > .button.primary').click();
      await page.locator('.mine .words').waitFor();
      await door.looked();
      // Her words stand on the page at once; at the server they are a moment later.
      await expect
        .poll(async () => {
          const items = boxOf(story).items.map(({ item }) => item);
          return (await readByTeam(story, items)).map(said).at(-1);
        })
        .toEqual({ type: 'message', v: 1, text: 'Thank you. شكرًا' });
      expect(watched.faults()).toEqual([]);
    });
  }

  it('[fault 58] sends a picture without the place in it, unless she keeps it', async () => {
    const { page, door } = await visitDoor(browser, server);
    const { story } = server;
    await door.open(server.link());
    await door.write('With two pictures.');
    for (const _ of ['who', 'reach', 'files']) await door.next();
    const picture = await pictureWithSecret(page);
    expect(picture.includes(secretInPicture)).toBe(true);
    const chooser = page.waitForEvent('filechooser');
    await page.locator('main .button').first().click();
    const file = { mimeType: 'image/jpeg', buffer: picture };
    await (await chooser).setFiles([
      { name: 'clean.jpg', ...file },
      { name: 'kept.jpg', ...file },
    ]);
    await page.locator('.chip.good').nth(1).waitFor();
    await page.locator('.option input').nth(1).check();
    await page.locator('.chip.warn').waitFor();
    await door.next();
    await door.next();
    const phrase = await door.phrase();
    await door.send(phrase);
    await door.sent();
    const read = await readByTeam(
      story,
      boxOf(story).items.map(({ item }) => item),
    );
    const blobs = read.flatMap((message) => message.blobs);
    expect(blobs.map(({ name }) => name)).toEqual(['clean.jpg', 'kept.jpg']);
    expect(read.map(said).at(-1)).toMatchObject({
      files: [
        { hidden: 'removed', originalHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
        { hidden: 'kept' },
      ],
    });
    expect(blobs[1]!.size).toBe(picture.length);
    expect(blobs[0]!.size).not.toBe(picture.length);
    // What the relay holds of it says nothing either way.
    for (const { parts } of story.relay.blobs.values())
      for (const bytes of parts.values()) expect(Buffer.from(bytes).includes(secretInPicture)).toBe(false);
    expect(story.relay.blobs.has(toBase64url(blobs[0]!.blob))).toBe(true);
  });

  it('tells her that she is safe or not safe, adds a file, and closes the conversation [invariant 14]', async () => {
    const { watched, page, door } = await visitDoor(browser, server, { look: 'every screen' });
    const { story } = server;
    await door.open(server.link());
    await door.write('A short one.');
    const phrase = await door.toWords();
    await door.send(phrase);
    await door.sent();
    await door.onward(() => page.locator('main section section .button.primary').click());
    await page.getByRole('button', { name: 'I am not safe' }).click();
    await page.locator('.mine', { hasText: 'I am not safe' }).waitFor();
    await page.getByText('Add a file', { exact: true }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files' }).click();
    await (await chooser).setFiles([
      { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') },
    ]);
    await page.locator('.chip.warn').waitFor();
    await door.looked();
    await page.locator('section > .button.primary').click();
    await page.locator('.mine', { hasText: '1 file' }).waitFor();
    await door.onward(() => page.getByRole('button', { name: 'Close this conversation' }).click());
    await page.getByLabel('Destroy all of it').check();
    await page.getByRole('button', { name: 'Yes, close it' }).click();
    await page.getByText('This conversation is closed.').waitFor();
    expect(await page.locator('main textarea').count()).toBe(0);
    const read = await readByTeam(
      story,
      boxOf(story).items.map(({ item }) => item),
    );
    expect(read.map(said)).toMatchObject([
      { type: 'request' },
      { type: 'checkIn', safe: false },
      { type: 'add', files: [{ hidden: 'unknown' }] },
      { type: 'close', wants: 'destroy' },
    ]);
    expect(watched.faults()).toEqual([]);
  });

  it('opens a file that the team sent, shows only pictures, and saves everything else without opening it', async () => {
    const { watched, page, door } = await visitDoor(browser, server);
    const { story } = server;
    await door.open(server.link());
    await door.write('Please send the form.');
    const phrase = await door.toWords();
    await door.send(phrase);
    await door.sent();
    await answer(
      story,
      { type: 'reply', v: 1, text: 'Here.' },
      {
        at: Date.now(),
        files: [
          { name: 'form.html', mediaType: 'text/html', content: '<script>document.title = "bad"</script>' },
        ],
      },
    );
    await page.goto('about:blank');
    await door.open(server.link());
    await door.comeBack(phrase);
    await page.getByRole('button', { name: 'Open' }).click();
    const saving = page.waitForEvent('download');
    await page.locator('a[download]').click();
    expect((await saving).suggestedFilename()).toBe('form.html');
    expect(await page.title()).toBe('Notes');
    expect(await page.locator('.attachment img').count()).toBe(0);
    expect(watched.faults()).toEqual([]);
  });
});
