import type { Browser, Page } from 'playwright-core';
import { launchBrowser, windows } from '../tests/support/browser.ts';
import { doorPage } from '../tests/support/door-page.ts';
import { type DoorServer, startDoorServer } from '../tests/support/door-server.ts';
import { heavyPhoto, slowDown } from '../tests/support/slow-line.ts';
import { type Measured, median } from './support/measured.ts';

/** What a person may have to wait for the first question, in milliseconds. */
const patience = 10_000;

type Round = {
  readonly question: number;
  readonly questionBytes: number;
  readonly questionFloor: number;
  readonly sending: number;
  readonly sendingBytes: number;
  readonly sendingFloor: number;
};

/**
 * The door on a line of 50 KB a second and 400 ms: until the first question can be written in, and from "Send" until a
 * receipt stands there for two lines and a photo of 200 KB. Each beside its floor: as many bytes in one piece over the
 * same line, by the same browser.
 */
export async function measureLine(rounds: number): Promise<readonly Measured[]> {
  const [browser, server] = await Promise.all([launchBrowser(), startDoorServer()]);
  try {
    const all: Round[] = [];
    for (let round = 0; round < rounds; round += 1) all.push(await oneRound(browser, server));
    const of = (value: (round: Round) => number): number => median(all.map(value));
    const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
    const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`;
    const question = of((round) => round.question);
    const questionFloor = of((round) => round.questionFloor);
    const sending = of((round) => round.sending);
    const sendingFloor = of((round) => round.sendingFloor);
    return [
      {
        name: 'first question on 50 KB/s and 400 ms / 10 s',
        ratio: question / patience,
        goal: { atMost: 1 },
        rounds,
        detail: `${seconds(question)}, ${kilobytes(of((round) => round.questionBytes))}`,
      },
      {
        name: 'the same / as many bytes in one piece over the same line',
        ratio: question / questionFloor,
        goal: null,
        rounds,
        detail: `${seconds(question)} / ${seconds(questionFloor)}`,
      },
      {
        name: 'two lines and a photo of 200 KB, from Send to the receipt / as many bytes in one piece',
        ratio: sending / sendingFloor,
        goal: null,
        rounds,
        detail: `${seconds(sending)} / ${seconds(sendingFloor)}, ${kilobytes(of((round) => round.sendingBytes))}`,
      },
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function oneRound(browser: Browser, server: DoorServer): Promise<Round> {
  // Nothing of the round before is in the browser's memory.
  const context = await browser.newContext({ locale: 'en', ...windows.phone });
  try {
    const page = await context.newPage();
    const door = doorPage(page);
    await slowDown(page);
    const before = server.sent.length;
    const began = performance.now();
    await page.goto(server.link(), { waitUntil: 'commit' });
    await page.locator('#what').waitFor();
    const question = performance.now() - began;
    await page.fill('#what', 'Two lines. I need a place to go.');
    const asked: readonly string[] = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    );
    const first = server.sent.slice(before).filter(({ path }) => path === '/' || asked.includes(path));
    const questionBytes = first.reduce((sum, { bytes }) => sum + bytes, 0);
    await page.locator('.head .bar p:not(:empty)').waitFor();
    for (const _ of ['who', 'reach', 'files']) await door.next();
    const photo = await heavyPhoto(page);
    const chooser = page.waitForEvent('filechooser');
    await page.locator('main .button').first().click();
    await (await chooser).setFiles([{ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo }]);
    await page.locator('.chip.good').waitFor();
    await door.next();
    await door.next();
    const words = await door.phrase();
    await door.next();
    await door.typeBack(words);
    let sendingBytes = 0;
    page.on('request', (request) => {
      sendingBytes += request.postDataBuffer()?.length ?? 0;
    });
    const pressed = performance.now();
    await page.locator('main .button.primary').last().click();
    await door.sent();
    const sending = performance.now() - pressed;
    const [questionFloor, sendingFloor] = [
      await floor(page, server, 'down', questionBytes),
      await floor(page, server, 'up', sendingBytes),
    ];
    return { question, questionBytes, questionFloor, sending, sendingBytes, sendingFloor };
  } finally {
    await context.close();
  }
}

/** As many bytes in one answer, or in one request, over the same line; in milliseconds. */
async function floor(page: Page, server: DoorServer, way: 'down' | 'up', bytes: number): Promise<number> {
  const { between } = server.story.relay;
  server.story.relay.between = async () => new Response(new Uint8Array(way === 'down' ? bytes : 0));
  try {
    return await page.evaluate(
      async ([direction, size]) => {
        const body = new Uint8Array(direction === 'up' ? Number(size) : 0);
        const start = performance.now();
        const answer = await fetch('/v1/floor', { method: 'POST', body });
        await answer.arrayBuffer();
        return performance.now() - start;
      },
      [way, bytes] as const,
    );
  } finally {
    server.story.relay.between = between;
  }
}
