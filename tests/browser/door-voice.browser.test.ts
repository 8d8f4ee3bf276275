import { said } from '@leeward/workspace/door/testing/door-story.ts';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/testing/chromium.ts';
import { windows } from '../support/browser.ts';
import { filesOfTeam } from '../support/door-files.ts';
import { type DoorServer, startDoorServer } from '../support/door-server.ts';
import { visitDoor } from '../support/door-visit.ts';

/** A browser with a microphone that hears a tone. */
let browser: Browser;
let server: DoorServer;
beforeAll(async () => {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium found: `npm test` installs one.');
  const args = [...CHROMIUM_FLAGS, '--use-fake-device-for-media-stream'];
  [browser, server] = await Promise.all([chromium.launch({ executablePath, args }), startDoorServer()]);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** The clock of the recording runs by seconds. */
const patience = { timeout: 20_000 };

const toFiles = async ({ door }: Awaited<ReturnType<typeof visitDoor>>): Promise<void> => {
  await door.open(server.link());
  await door.write('I would rather speak.');
  for (const _ of ['who', 'reach', 'files']) await door.next();
};

describe('a voice note', () => {
  for (const [locale, size] of [
    ['en', 'phone'],
    ['ar', 'desktop'],
  ] as const)
    it(`[fault 58] is recorded on the page, heard, and sent without the name of the browser (${locale}, ${size})`, async () => {
      const visit = await visitDoor(browser, server, {
        locale,
        ...windows[size],
        permissions: ['microphone'],
        look: 'every screen',
      });
      const { page, door, watched } = visit;
      await watched.context.addInitScript(() => {
        const asked = { count: 0 };
        Object.assign(globalThis, { asked });
        const real = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices);
        if (real === undefined) return;
        navigator.mediaDevices.getUserMedia = (wanted) => {
          asked.count += 1;
          return real(wanted);
        };
      });
      await toFiles(visit);
      const note = page.locator('main section.card').first();
      const asked = () =>
        page.evaluate(() => (globalThis as unknown as { asked: { count: number } }).asked.count);
      // Explained first; the microphone is asked for by her press alone.
      expect(await asked()).toBe(0);
      await note.locator('.button').click();
      await note.locator('.button.primary').waitFor();
      expect(await asked()).toBe(1);
      await door.looked();
      await expect
        .poll(async () => (await note.locator('.num').textContent()) ?? '', patience)
        .toMatch(/[1١]/);
      await note.locator('.button').first().click();
      await expect.poll(() => note.locator('.recording').count()).toBe(0);
      await note.locator('.button').first().click();
      await note.locator('.recording').waitFor();
      await note.locator('.button.primary').click();
      const player = page.locator('audio');
      await player.waitFor();
      await door.looked();
      // It can be heard: the policy of the page lets its own sound through, and nothing else.
      await player.evaluate(async (audio: HTMLAudioElement) => {
        audio.muted = true;
        await audio.play();
      });
      expect(await player.evaluate((audio: HTMLAudioElement) => audio.error)).toBeNull();
      // The next one is thought better of, and is gone.
      await note.locator('.button').click();
      await note.locator('.button.quiet').click();
      await note.locator('.button:not(.quiet):not(.primary)').waitFor();
      expect(await page.locator('audio').count()).toBe(1);
      await door.next();
      await door.next();
      const words = await door.phrase();
      await door.send(words);
      await door.sent();

      const { items, references, contents } = await filesOfTeam(server, words);
      expect(items.map(said).at(-1)).toMatchObject({ type: 'add', files: [{ hidden: 'removed' }] });
      expect(references).toMatchObject([{ name: 'note-1.webm', mediaType: 'audio/webm' }]);
      const [sound = Buffer.alloc(0)] = contents;
      expect(sound.length).toBeGreaterThan(1000);
      expect(sound.subarray(0, 4).toString('hex')).toBe('1a45dfa3');
      expect(sound.includes('Opus')).toBe(true);
      // What Chromium writes of itself, as text in one or in two bytes.
      for (const told of ['Chrome', 'chrome', 'Chromium', 'Lavf', 'Linux'])
        for (const text of [Buffer.from(told), Buffer.from(told, 'utf16le')])
          expect(sound.includes(text)).toBe(false);
      expect(watched.faults()).toEqual([]);
    });

  it('would name the browser, were it not cleaned: what is looked for is there before', async () => {
    const { watched, page } = await visitDoor(browser, server, { permissions: ['microphone'] });
    await page.goto(server.link());
    await page.locator('#what').waitFor();
    const raw = await page.evaluate(async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const recorder = new MediaRecorder(stream, { mimeType: 'audio/webm;codecs=opus' });
      const pieces: Blob[] = [];
      recorder.ondataavailable = ({ data }) => pieces.push(data);
      const stopped = new Promise((resolve) => {
        recorder.onstop = resolve;
      });
      recorder.start();
      await new Promise((resolve) => setTimeout(resolve, 300));
      recorder.stop();
      await stopped;
      return [...new Uint8Array(await new Blob(pieces).arrayBuffer())];
    });
    expect(Buffer.from(raw).includes('Chrome')).toBe(true);
    expect(watched.faults()).toEqual([]);
  });

  it('is deleted in one press after it was made, and goes on to the review when she goes on while it runs', async () => {
    const visit = await visitDoor(browser, server, { permissions: ['microphone'] });
    const { page, door } = visit;
    await toFiles(visit);
    const note = page.locator('main section.card').first();
    const record = async (): Promise<void> => {
      await note.getByRole('button', { name: 'Record' }).click();
      await expect
        .poll(async () => (await note.locator('.num').textContent()) ?? '', patience)
        .toContain('0:01 of');
    };
    await record();
    await note.getByRole('button', { name: 'Finish' }).click();
    await page.getByRole('button', { name: /^Remove note-/ }).click();
    await expect.poll(() => page.locator('audio').count()).toBe(0);
    await record();
    await door.next();
    await page.locator('.parts').getByText('.webm').waitFor();
    // The microphone is off: nothing listens behind her back.
    await page.getByRole('button', { name: 'Change: Files' }).click();
    expect(await page.locator('.recording').count()).toBe(0);
    expect(await page.locator('audio').count()).toBe(1);
  });

  it('is not made where the browser refuses the microphone, and she is told that nothing was recorded', async () => {
    const visit = await visitDoor(browser, server);
    const { page, watched } = visit;
    await watched.context.addInitScript(() => {
      if (navigator.mediaDevices === undefined) return;
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await toFiles(visit);
    await page.getByRole('button', { name: 'Record' }).click();
    await page.getByText('The microphone cannot be used here. Nothing was recorded.').waitFor();
    expect(await page.getByRole('button', { name: 'Record' }).isEnabled()).toBe(true);
  });

  it('says what else she can do where the browser cannot record at all', async () => {
    const visit = await visitDoor(browser, server, { look: 'every screen' });
    await visit.watched.context.addInitScript(() => {
      Object.defineProperty(globalThis, 'MediaRecorder', { value: undefined });
    });
    await toFiles(visit);
    await visit.page.getByText('This browser cannot record.').waitFor();
    expect(await visit.page.getByRole('button', { name: 'Record' }).count()).toBe(0);
  });

  it('[fault 42] ends when she leaves quickly: the microphone is off before the page is gone', async () => {
    const visit = await visitDoor(browser, server, { permissions: ['microphone'] });
    const { page, watched } = visit;
    const tracks: string[] = [];
    await watched.context.exposeFunction('told', (state: string) => tracks.push(state));
    await watched.context.addInitScript(() => {
      const stop = MediaStreamTrack.prototype.stop;
      MediaStreamTrack.prototype.stop = function (this: MediaStreamTrack) {
        stop.call(this);
        void (globalThis as unknown as { told: (state: string) => Promise<void> }).told(this.readyState);
      };
    });
    await toFiles(visit);
    await page.getByRole('button', { name: 'Record' }).click();
    await page.locator('.recording').waitFor();
    await page.getByRole('button', { name: 'Leave this page' }).click();
    await page.waitForURL(/measures\.html$/);
    expect(tracks).toContain('ended');
  });
});
