import { boxOf, readByTeam, said } from '@leeward/workspace/door/testing/door-story.ts';
import { lostLine, problem } from '@leeward/workspace/door/testing/memory-relay.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { pictureWithSecret } from '../support/door-page.ts';
import { type DoorServer, startDoorServer } from '../support/door-server.ts';
import { lostLineErrors, visitDoor } from '../support/door-visit.ts';

let browser: Browser;
let server: DoorServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startDoorServer()]);
});
/** What a test holds back goes on when it ends, however it ends. */
const heldBack: (() => void)[] = [];
afterEach(async () => {
  for (const letGo of heldBack.splice(0)) letGo();
  for (const context of browser.contexts()) await context.close();
  server.alter = (_path, bytes) => bytes;
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
    await page.getByText('The connection is lost. Your message is with the server.').waitFor();
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

  it('[fault 52] goes on in another visit, with her words and the ticket that she kept, and keeps none itself', async () => {
    const { page, door } = await visitDoor(browser, server, { expected });
    await door.open(server.link());
    await door.write('With a file that takes two visits.');
    for (const _ of ['who', 'reach', 'files']) await door.next();
    const buffer = Buffer.alloc(3_500_000, 9);
    const long = [{ name: 'long.mp4', mimeType: 'video/mp4', buffer }];
    const choose = async (button: string): Promise<void> => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: button }).click();
      await (await chooser).setFiles(long);
      await page.locator('.chip.warn').waitFor();
    };
    await choose('Choose files');
    await door.next();
    await door.next();
    const words = await door.phrase();
    server.story.relay.between = async ({ path }, next) => (path.endsWith('/parts/2') ? lostLine() : next());
    await door.send(words);
    await page.getByText('The connection is lost. Your message is with the server.').waitFor();
    await page.getByRole('button', { name: 'Stop sending' }).click();
    await page.getByText('Go on with long.mp4 another time').click();
    await page.getByText('The ticket opens the part of the file that is on the server').waitFor();
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const ticket = await page.getByRole('textbox', { name: 'Ticket' }).inputValue();
    expect(ticket.length).toBeGreaterThan(200);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);

    // The page is closed, and opened another day.
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto('about:blank');
    const parts: string[] = [];
    server.story.relay.between = async ({ method, path }, next) => {
      if (method === 'PUT') parts.push(path.slice(-1));
      return next();
    };
    await door.open(server.link());
    await door.comeBack(words);
    await page.getByText('Add a file').click();
    await choose('Choose files');
    await page.getByText('I kept a ticket for this file').click();
    await page.getByRole('textbox', { name: 'Ticket' }).focus();
    await page.keyboard.press('Control+V');
    expect(await page.getByRole('textbox', { name: 'Ticket' }).inputValue()).toBe(ticket);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect.poll(() => boxOf(server.story).items.length).toBe(2);
    expect(parts).toEqual(['2', '3']);
    const [, files] = await readByTeam(
      server.story,
      boxOf(server.story).items.map(({ item }) => item),
    );
    expect(files!.blobs).toMatchObject([{ name: 'long.mp4', size: buffer.length }]);
  });

  it('says that a ticket does not fit, and sends the file from its beginning when she presses again', async () => {
    const { page, door } = await visitDoor(browser, server, { expected });
    await door.open(server.link());
    await door.write('Two lines.');
    const words = await door.toWords();
    await door.send(words);
    await door.sent();
    await page.getByRole('button', { name: 'Open my messages' }).click();
    await page.getByText('Add a file').click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files' }).click();
    await (await chooser).setFiles([{ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') }]);
    await page.getByText('I kept a ticket for this file').click();
    await page.getByRole('textbox', { name: 'Ticket' }).fill('bm90IGEgdGlja2V0');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('The ticket does not fit a.txt.').waitFor();
    expect(boxOf(server.story).items).toHaveLength(1);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => boxOf(server.story).items.length).toBe(2);
  });

  it('costs her nothing that she typed: not a failed send, not a step back and on, not another language', async () => {
    const { page, door } = await visitDoor(browser, server, { expected });
    await door.open(server.link());
    const speak = (locale: string) => page.locator('header select').selectOption(locale);
    await door.write('My own words.');
    await page.getByText('Yes, or I think so').click();
    await door.next();
    const name = page.locator('main input:not([type])').first();
    await name.fill('Any name');
    await speak('ar');
    await page.locator('html[dir=rtl]').waitFor();
    expect(await name.inputValue()).toBe('Any name');
    await door.onward(() => page.locator('.go .button').first().click());
    expect(await page.inputValue('#what')).toBe('My own words.');
    expect(await page.locator('input[type=radio]').first().isChecked()).toBe(true);
    await speak('en');
    await page.locator('html[dir=ltr]').waitFor();
    await door.next();
    expect(await name.inputValue()).toBe('Any name');
    for (const _ of ['reach', 'files', 'review']) await door.next();
    expect(await page.locator('.parts').textContent()).toContain('My own words.');
    await door.next();
    const words = await door.phrase();
    server.story.relay.between = async ({ path }, next) =>
      path.endsWith('/items') ? problem(403, 'not-allowed') : next();
    await door.send(words);
    await page.getByText('Not sent. The server did not accept it.').waitFor();
    await speak('ar');
    await page.locator('html[dir=rtl]').waitFor();
    expect(await page.locator('main .words').first().textContent()).toBe('My own words.');
    server.story.relay.between = (_asked, next) => next();
    await page.locator('main .button.primary').click();
    await door.sent();
    const [read] = await readByTeam(
      server.story,
      boxOf(server.story).items.map(({ item }) => item),
    );
    expect(said(read!)).toMatchObject({ what: 'My own words.', callName: 'Any name', danger48h: 'yes' });
  });

  it('costs her no answer that she was writing, and no words that she typed to come back', async () => {
    const { page, door } = await visitDoor(browser, server, { expected });
    await door.open(server.link());
    await door.write('First.');
    const words = await door.toWords();
    await door.send(words);
    await door.sent();
    await page.goto('about:blank');
    await door.open(server.link());
    await door.onward(() => page.locator('.again').click());
    server.story.relay.between = lostLine;
    await page.fill('#phrase', words.join(' '));
    await page.locator('form .button.primary').click();
    await page.locator('main .note.warn').waitFor();
    expect(await page.inputValue('#phrase')).toBe(words.join(' '));
    server.story.relay.between = (_asked, next) => next();
    await door.onward(() => page.locator('form .button.primary').click());
    const answer = page.getByRole('textbox', { name: 'Your answer' });
    await answer.fill('Half an answer');
    await page.locator('header select').selectOption('ar');
    await page.locator('html[dir=rtl]').waitFor();
    expect(await page.locator('main textarea').first().inputValue()).toBe('Half an answer');
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

  it('does not keep her from writing when the door cannot be reached at first, and opens when it can [invariant 15]', async () => {
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

describe('answers that come late', () => {
  /** Something that waits until it is let go. */
  const waiting = (): { readonly gone: Promise<void>; readonly letGo: () => void } => {
    let letGo: () => void = () => undefined;
    const gone = new Promise<void>((done) => {
      letGo = done;
    });
    heldBack.push(letGo);
    return { gone, letGo };
  };
  /** What has come by now is drawn two frames later. */
  const drawn = (page: Page) =>
    page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
    );

  it('open no messages once she has gone back: whoever came in is shown the first question', async () => {
    const { page, door } = await visitDoor(browser, server, { expected });
    await door.open(server.link());
    await door.write('Not for who looks over her shoulder.');
    const words = await door.toWords();
    await door.send(words);
    await door.sent();
    await page.goto('about:blank');
    await door.open(server.link());
    await door.onward(() => page.locator('.again').click());
    const { gone, letGo } = waiting();
    server.story.relay.between = async ({ path }, next) => {
      if (path.includes('/mailboxes/')) await gone;
      return next();
    };
    await page.fill('#phrase', words.join(' '));
    await page.locator('form .button.primary').click();
    await page.getByText('Opening').waitFor();
    await door.onward(() => page.getByRole('button', { name: 'Back' }).click());
    letGo();
    // Somebody else tries words of her own. By the time that hers were looked for, the others would have been opened.
    await door.onward(() => page.locator('.again').click());
    expect(await page.inputValue('#phrase')).toBe('');
    await page.fill('#phrase', `${'abandon '.repeat(11)}about`);
    await page.locator('form .button.primary').click();
    await page.getByRole('heading', { name: 'Nothing found' }).waitFor();
    expect(await page.locator('ol.talk').count()).toBe(0);
  });

  it('do not bring back a language that she chose before another one', async () => {
    const { page, door, watched } = await visitDoor(browser, server, { expected });
    await door.open(server.link());
    await door.write('In my own language.');
    await door.next();
    const { gone, letGo } = waiting();
    // The first language that is asked for takes its time; the second comes at once.
    let asked = '';
    await watched.context.route(/\/parts\/(all|rest|first)-/, async (route) => {
      const isFirst = asked === '';
      if (isFirst) asked = route.request().url();
      if (isFirst) await gone;
      await route.continue();
    });
    const language = page.locator('header select');
    await language.selectOption('ru');
    await expect.poll(() => asked).not.toBe('');
    await language.selectOption('ar');
    await page.locator('html[lang=ar]').waitFor();
    const answered = page.waitForResponse(asked);
    letGo();
    await (await answered).finished();
    await drawn(page);
    expect(await page.locator('html').getAttribute('lang')).toBe('ar');
    expect(await language.inputValue()).toBe('ar');
  });

  it('leave no photo behind that the phone is still cleaning, and make one box of two presses', async () => {
    const { page, door } = await visitDoor(browser, server, { expected });
    await page.addInitScript(() => {
      const own = globalThis.createImageBitmap;
      const gone = new Promise((done) => Object.assign(globalThis, { letGo: done }));
      globalThis.createImageBitmap = ((...args: Parameters<typeof own>) =>
        gone.then(() => own(...args))) as typeof own;
    });
    await door.open(server.link());
    await door.write('With a photo.');
    for (const _ of ['who', 'reach', 'files']) await door.next();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files' }).click();
    const photo = await pictureWithSecret(page);
    await (await chooser).setFiles([{ name: 'street.jpg', mimeType: 'image/jpeg', buffer: photo }]);
    await door.next();
    // It is named before it is ready, so that nobody thinks that it was not taken.
    await page.locator('.parts').getByText('street.jpg').waitFor();
    await page.locator('main .button.primary').last().dblclick();
    expect(await page.locator('.phrase').count()).toBe(0);
    await page.evaluate(() => (globalThis as unknown as { readonly letGo: () => void }).letGo());
    const words = await door.phrase();
    await door.send(words);
    await door.sent();
    const read = await readByTeam(
      server.story,
      boxOf(server.story).items.map(({ item }) => item),
    );
    expect(read.flatMap(({ blobs }) => blobs)).toMatchObject([{ name: 'street.jpg' }]);
  });
});
