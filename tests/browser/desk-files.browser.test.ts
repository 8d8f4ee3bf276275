import { readFileSync } from 'node:fs';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretPlace } from '../../apps/desk/src/testing/fake-files.ts';
import { axeFaultsWithin, launchBrowser, type Watched, watchedContext, windows } from '../support/browser.ts';
import { type DeskDemo, startDeskDemo } from '../support/desk-demo.ts';

/* The real attachment viewer with the relay's headers, in the desk's own frame, with files that try to reach out. */

let demo: DeskDemo;
let browser: Browser;
let watched: Watched;
let page: Page;

beforeAll(async () => {
  demo = await startDeskDemo();
  browser = await launchBrowser();
  watched = await watchedContext(browser, { origins: demo.origins, locale: 'en-GB', ...windows.desktop });
  page = await watched.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${demo.desk}/?session=files#/request/${(109).toString(16).padStart(64, '0')}`);
  await page.getByText('Look at these').waitFor();
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

/** Presses "Show" of a file and returns the frame in which it then lies. */
async function show(name: string): Promise<Frame> {
  await page.getByRole('button', { name: called('Show', name) }).click();
  const frame = await (await page.locator(`iframe[title*="${stem(name)}"]`).elementHandle())?.contentFrame();
  if (frame == null) throw new Error(`${name} has no frame`);
  await frame.locator('#place > *').first().waitFor();
  return frame;
}

/** Holds what stands in a frame to axe, which does not see into it from the desk's side. */
async function clean(frame: Frame): Promise<void> {
  expect(await axeFaultsWithin(frame)).toEqual([]);
}

const stem = (name: string): string => name.split('.')[0] ?? name;

/** The name of a button: names of files stand in isolates, which are letters to whoever compares. */
const called = (word: string, name: string): RegExp =>
  new RegExp(`^${word}\\W+${name.split('.').join('\\W+')}\\W*$`);

/** Draws a box over what is to be blacked out, from one place of the picture to another. */
async function drag(
  frame: Frame,
  from: readonly [number, number],
  to: readonly [number, number],
): Promise<void> {
  const stage = frame.locator('.stage');
  await stage.scrollIntoViewIfNeeded();
  const area = await stage.boundingBox();
  if (area === null) throw new Error('nothing to draw on');
  const at = ([x, y]: readonly [number, number]) =>
    [area.x + x * area.width, area.y + y * area.height] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 3 });
  await page.mouse.up();
}

/** The bytes of an attachment as the desk gives them out. */
async function saved(name: string): Promise<Buffer> {
  await page.getByRole('button', { name: called('Save', name) }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  return readFileSync(await (await download).path());
}

/** What colour a picture has at a place, in parts of its width and height. */
function colourIn(bytes: Buffer, x: number, y: number): Promise<string> {
  return page.evaluate(
    async ([all, right, down]) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(all)]));
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
      const pen = canvas.getContext('2d');
      pen?.drawImage(bitmap, 0, 0);
      const [red = 0, green = 0, blue = 0] =
        pen?.getImageData(right * bitmap.width, down * bitmap.height, 1, 1).data ?? [];
      if (Math.max(red, green, blue) < 40) return 'black';
      if (Math.min(red, green, blue) > 215) return 'white';
      return red > blue ? 'red' : 'blue';
    },
    [[...bytes], x, y] as const,
  );
}

/** How many points of a canvas are not white. */
function inkOn(canvas: Locator): Promise<number> {
  return canvas.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const points =
      (element as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
    let ink = 0;
    for (let at = 0; at < points.length; at += 4) if ((points[at + 1] ?? 255) < 200) ink += 1;
    return ink;
  });
}

async function hide(name: string): Promise<void> {
  await page.getByRole('button', { name: called('Hide', name) }).click();
}

describe('a file of a stranger', () => {
  it('is not fetched and not shown before somebody asks', async () => {
    expect(await page.locator('iframe').count()).toBe(0);
  });

  for (const name of ['page.html', 'drawing.svg', 'drawing.png']) {
    it(`[fault 56] is named and stays closed where it could be a program: ${name}`, async () => {
      const frame = await show(name);
      expect(await frame.locator('#place').innerText()).toMatch(/not opened here/);
      expect(await frame.locator('img, svg, iframe, object, embed, canvas, #place script').count()).toBe(0);
      if (name === 'page.html') await clean(frame);
      await hide(name);
    });
  }

  it('[fault 56] is shown letter by letter where it is text, with what would act named', async () => {
    const frame = await show('note.txt');
    const text = await frame.locator('pre').innerText();
    expect(text).toContain("<script>fetch('/canary?script')</script>");
    expect(text).toContain('[U+202E]gpj.exe');
    await clean(frame);
    await hide('note.txt');
  });

  it('[fault 56] is drawn page by page where it is a paper, and nothing that it tries comes about', async () => {
    const frame = await show('paper.pdf');
    const window = frame.locator('.pages');
    const sheet = (page: number) => frame.locator('.sheet').nth(page - 1);
    expect(await frame.locator('.inner').evaluate((element) => (element as HTMLElement).inert)).toBe(true);
    await sheet(1).locator('canvas').waitFor();
    const blur = (): Promise<string> =>
      sheet(1)
        .locator('canvas')
        .evaluate((element) => getComputedStyle(element).filter);
    expect(await blur()).toContain('blur');
    await frame.getByRole('button', { name: 'Show' }).click();
    expect(await blur()).toBe('none');
    // Letters, the red bar and what was written into a form are there: the page is not merely white.
    expect(await inkOn(sheet(1).locator('canvas'))).toBeGreaterThan(500);
    // Somebody who presses where the paper has a link that would start a program.
    await sheet(1).click();
    await frame.getByText('Page 1 of 3', { exact: true }).waitFor();
    await frame.getByRole('button', { name: 'Next page' }).click();
    await frame.getByText('Page 2 of 3', { exact: true }).waitFor();
    await sheet(2).locator('canvas').waitFor();
    await clean(frame);
    const width = (): Promise<number> => sheet(2).evaluate((element) => element.clientWidth);
    const narrow = await width();
    await frame.getByRole('button', { name: 'Larger' }).click();
    expect(await width()).toBeGreaterThan(narrow * 1.4);
    await frame.getByText('Page 2 of 3', { exact: true }).waitFor();
    expect(await frame.locator('a, form, input, iframe, embed, object').count()).toBe(0);
    await window.focus();
    await page.keyboard.press('End');
    await frame.getByText('Page 3 of 3', { exact: true }).waitFor();
    await hide('paper.pdf');
  });

  it('says so where it is a paper with a password or a torn one', async () => {
    const locked = await show('locked.pdf');
    expect(await locked.locator('#place').innerText()).toMatch(/locked with a password/);
    await hide('locked.pdf');
    const torn = await show('torn.pdf');
    expect(await torn.locator('#place').innerText()).toMatch(/cannot be shown/);
    await hide('torn.pdf');
  });

  it('is blurred where it is a picture, until somebody asks, and again when they are done', async () => {
    const frame = await show('photo.png');
    const canvas = frame.locator('canvas');
    const blur = (): Promise<string> => canvas.evaluate((element) => getComputedStyle(element).filter);
    expect(await blur()).toContain('blur');
    await frame.getByRole('button', { name: 'Show' }).click();
    expect(await blur()).toBe('none');
    await frame.getByRole('button', { name: 'Turn' }).click();
    await frame.getByRole('button', { name: 'Hide' }).click();
    expect(await blur()).toContain('blur');
    await hide('photo.png');
  });

  it('says that it is damaged where it cannot be decoded', async () => {
    const frame = await show('broken.png');
    expect(await frame.locator('#place').innerText()).toMatch(/cannot be shown/);
    await hide('broken.png');
  });

  it('[fault 58] can be copied with parts blacked out: the copy holds neither those nor any hidden data', async () => {
    const frame = await show('letter.jpg');
    await frame.getByRole('button', { name: 'Show' }).click();
    await frame.getByRole('button', { name: 'Black out and copy' }).click();
    await frame.getByRole('button', { name: 'Make a copy' }).click();
    await frame.getByText('Nothing is blacked out yet').waitFor();
    // With the mouse over the red field, and a second box that is taken back.
    await drag(frame, [0.05, 0.05], [0.55, 0.55]);
    await drag(frame, [0.7, 0.1], [0.9, 0.3]);
    expect(await frame.locator('.black').count()).toBe(2);
    await frame.getByRole('button', { name: 'Undo' }).click();
    expect(await frame.locator('.black').count()).toBe(1);
    await clean(frame);
    await frame.getByRole('button', { name: 'Make a copy' }).click();
    const section = page.getByRole('region', { name: 'The copy' });
    await section.getByLabel('Name of the copy').fill('');
    await section.getByRole('button', { name: 'Keep the copy' }).click();
    await section.getByText('The copy needs a name').waitFor();
    await section.getByLabel('Name of the copy').fill('for the lawyer');
    await section.getByRole('button', { name: 'Keep the copy' }).click();
    await page.getByText('Copy with parts blacked out').waitFor();
    await hide('letter.jpg');
    const bytes = await saved('for the lawyer.jpg');
    expect(Buffer.from(bytes).includes(secretPlace)).toBe(false);
    expect(Buffer.from(bytes).includes('Exif')).toBe(false);
    expect(await colourIn(bytes, 0.3, 0.3)).toEqual('black');
    expect(await colourIn(bytes, 0.8, 0.75)).toEqual('blue');
    expect(await colourIn(bytes, 0.8, 0.2)).toEqual('white');
    // The original is what it was, with everything in it.
    const original = await saved('letter.jpg');
    expect(Buffer.from(original).includes(secretPlace)).toBe(true);
    expect(await colourIn(original, 0.3, 0.3)).toEqual('red');
  });

  it('can be blacked out by the keyboard alone, a page of a paper too', async () => {
    const frame = await show('paper.pdf');
    await frame.getByRole('button', { name: 'Show' }).click();
    await frame.getByRole('button', { name: 'Next page' }).click();
    await frame.getByRole('button', { name: 'Black out and copy' }).press('Enter');
    const box = frame.getByRole('button', { name: 'Black box 1' });
    await frame.getByRole('button', { name: 'Add a box' }).press('Enter');
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
    const place = async () => (await box.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const first = await place();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Shift+ArrowRight');
    const second = await place();
    expect(second.y).toBeLessThan(first.y);
    expect(second.width).toBeGreaterThan(first.width);
    await page.keyboard.press('Delete');
    expect(await box.count()).toBe(0);
    await page.keyboard.press('Control+z');
    expect(await box.count()).toBe(1);
    await frame.getByRole('button', { name: 'Make a copy' }).press('Enter');
    const section = page.getByRole('region', { name: 'The copy' });
    expect(await section.getByLabel('Name of the copy').inputValue()).toBe('paper-2-copy.png');
    const preview = await (await section.locator('iframe').elementHandle())?.contentFrame();
    await preview?.getByRole('button', { name: 'Show' }).click();
    // A copy that is not kept yet is not copied again.
    expect(await preview?.getByRole('button', { name: 'Black out and copy' }).count()).toBe(0);
    await section.getByRole('button', { name: 'Throw the copy away' }).click();
    expect(await section.count()).toBe(0);
    await hide('paper.pdf');
  });

  it('is not offered for blacking out to somebody who could not keep the copy', async () => {
    const before = page;
    page = await watched.newPage();
    try {
      page.setDefaultTimeout(10_000);
      const record = (109).toString(16).padStart(64, '0');
      await page.goto(`${demo.desk}/?session=filesReader#/request/${record}`);
      const frame = await show('letter.jpg');
      await frame.getByRole('button', { name: 'Show' }).click();
      await frame.locator('canvas, img').first().waitFor();
      expect(await frame.getByRole('button', { name: 'Black out and copy' }).count()).toBe(0);
    } finally {
      await page.close();
      page = before;
    }
  });

  it('is played by the browser where it is sound', async () => {
    const frame = await show('sound.wav');
    expect(await frame.locator('audio').getAttribute('src')).toMatch(/^blob:/);
    await clean(frame);
    await hide('sound.wav');
  });

  it('can be saved after a warning, under a harmless name', async () => {
    await page.getByRole('button', { name: called('Save', 'page.html') }).click();
    await page.getByText('it can contain something harmful').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    expect((await download).suggestedFilename()).toBe('page.html');
  });

  it('lies in a sandbox without an origin, from which the desk cannot be reached', async () => {
    const frame = await show('note.txt');
    expect(await frame.evaluate(() => self.origin)).toBe('null');
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('allow-scripts');
    const reached = await frame.evaluate(() => {
      try {
        return String(window.parent.document.title);
      } catch {
        return 'refused';
      }
    });
    expect(reached).toBe('refused');
    await hide('note.txt');
  });

  it('[fault 56] has made no request at all: the viewer’s own files were all that was asked', () => {
    const asked = watched.requests().filter((address) => address.startsWith(demo.files));
    const own = ['/', '/viewer.js', '/viewer.css', '/pdf.js', '/pdf-fonts.js'].map(
      (path) => demo.files + path,
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((address) => !own.includes(address))).toEqual([]);
    expect(watched.requests().filter((address) => address.includes('canary'))).toEqual([]);
    expect(watched.faults()).toEqual([]);
  });

  it('[fault 56] has no way out even for a script that runs there: the policy refuses every connection', async () => {
    // Whoever finds a hole in the decoding of pictures meets this wall.
    const frame = await show('note.txt');
    // As text, so that what builds this test does not put a way of its own in place of `import`.
    const tries = `[fetch('/canary'), fetch('http://desk.localhost/canary'), import('/canary.js')]`;
    const outcome: unknown = await frame.evaluate(
      `Promise.allSettled(${tries}).then((all) => all.map(({ status }) => status))`,
    );
    expect(outcome).toEqual(['rejected', 'rejected', 'rejected']);
    await hide('note.txt');
  });
});
