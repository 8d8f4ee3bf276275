import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type Watched, watchedContext, windows } from '../support/browser.ts';
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

const stem = (name: string): string => name.split('.')[0] ?? name;

/** The name of a button: names of files stand in isolates, which are letters to whoever compares. */
const called = (word: string, name: string): RegExp =>
  new RegExp(`^${word}\\W+${name.split('.').join('\\W+')}\\W*$`);

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
      await hide(name);
    });
  }

  it('[fault 56] is shown letter by letter where it is text, with what would act named', async () => {
    const frame = await show('note.txt');
    const text = await frame.locator('pre').innerText();
    expect(text).toContain("<script>fetch('/canary?script')</script>");
    expect(text).toContain('[U+202E]gpj.exe');
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

  it('is played by the browser where it is sound', async () => {
    const frame = await show('sound.wav');
    expect(await frame.locator('audio').getAttribute('src')).toMatch(/^blob:/);
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
