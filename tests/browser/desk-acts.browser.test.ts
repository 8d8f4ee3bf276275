import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, launchBrowser, type Watched, watchedContext, windows } from '../support/browser.ts';
import { type DeskDemo, startDeskDemo } from '../support/desk-demo.ts';

/* What people do at the desk's screens, over made-up sessions: by keyboard, in a hurry, and with a stranger's words. */

const record = (number: number): string => number.toString(16).padStart(64, '0');
const talk = (number: number): string => `#/request/${record(100 + number)}`;

type Place = { readonly session?: string; readonly hash?: string; readonly choice?: number };

let demo: DeskDemo;
let browser: Browser;

beforeAll(async () => {
  demo = await startDeskDemo();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

const watch = (): Promise<Watched> =>
  watchedContext(browser, { origins: demo.origins, locale: 'en-GB', ...windows.desktop });

async function open(watched: Watched, { session = 'open', hash = '', choice }: Place): Promise<Page> {
  const page = await watched.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${demo.desk}/?session=${session}${hash}`);
  await page.locator('h1').first().waitFor();
  if (choice !== undefined) await page.locator('.choice').nth(choice).click();
  return page;
}

describe('the desk by keyboard alone', () => {
  it('[fault 74] finds a request, claims it, opens it and answers', async () => {
    const watched = await watch();
    const page = await open(watched, {});
    await page.keyboard.press('/');
    await page.keyboard.type('forest');
    await page.locator('a[data-result]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Claim' }).waitFor();
    await tabTo(page, 'button:text-is("Claim")');
    await page.keyboard.press('Enter');
    await tabTo(page, 'button:text-is("Open the request")');
    await page.keyboard.press('Enter');
    await tabTo(page, 'textarea');
    await page.keyboard.type('We have read your words.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Kept here').waitFor();
    await page.locator('.bubble .state.confirmed').waitFor();
    expect(await page.getByRole('textbox', { name: 'Write an answer' }).inputValue()).toBe('');
    expect(watched.faults()).toEqual([]);
    await watched.context.close();
  });

  it('opens what was typed and not what stood there a letter before, however slow the device', async () => {
    const watched = await watch();
    const page = await open(watched, { session: 'slow' });
    await page.keyboard.press('/');
    await page.keyboard.type('kestrel');
    await page.locator('a[data-result]').filter({ hasText: 'Kestrel' }).waitFor();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('forest');
    await page.keyboard.press('ArrowDown');
    await page.locator('a[data-result]:focus').waitFor();
    expect(await page.locator('a[data-result]:focus').innerText()).toContain('forest');

    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type('kes');
    await page.getByRole('option', { name: 'Kestrel' }).waitFor();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('basalt');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Basalt' }).waitFor();
    expect(watched.faults()).toEqual([]);
    await watched.context.close();
  });

  it('leaves her in the field where she erases what she searched for: the next letter is a letter, and no act', async () => {
    const watched = await watch();
    const page = await open(watched, { hash: talk(2) });
    const claim = page.getByRole('button', { name: 'Claim' });
    await claim.waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('f');
    await page.getByRole('heading', { name: 'Search' }).waitFor();
    await page.keyboard.press('Backspace');
    await claim.waitFor();
    // `c` would claim the request.
    await page.keyboard.type('c');
    await page.getByRole('heading', { name: 'Search' }).waitFor();
    expect(await page.locator('#search').inputValue()).toBe('c');
    await page.locator('#search').fill('');
    await claim.waitFor();
    // Whoever goes somewhere is led to its heading, also from that field.
    await page.locator('nav a', { hasText: 'Cases' }).click();
    await page.locator('h1:focus', { hasText: 'Cases' }).waitFor();
    expect(watched.faults()).toEqual([]);
    await watched.context.close();
  });

  it('[fault 46] sets junk aside by the dozen with the arrow keys, and puts it back', async () => {
    const watched = await watch();
    const page = await open(watched, { session: 'many', hash: '#/requests' });
    const before = await page.locator('.tabs a').first().innerText();
    await page.getByRole('button', { name: 'Select' }).click();
    await page.getByRole('row').nth(2).click();
    await page.getByText('1 selected').waitFor();
    await page.getByRole('row').nth(2).click();
    await page.getByText('0 selected').waitFor();
    await page.getByRole('row').first().focus();
    await page.keyboard.press('Space');
    for (let count = 0; count < 11; count += 1) await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('12 selected').waitFor();
    await page.getByRole('button', { name: 'Set aside as junk' }).click();
    await page.getByText('12 requests are set aside').waitFor();
    expect(await page.locator('.tabs a').first().innerText()).not.toBe(before);
    await page.getByRole('button', { name: 'Put back' }).click();
    await expect.poll(() => page.locator('.tabs a').first().innerText()).toBe(before);
    expect(watched.faults()).toEqual([]);
    await watched.context.close();
  });
});

/** Presses Tab until something that the selector names has the focus, as somebody without a mouse would. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let count = 0; count < 80; count += 1) {
    if (await page.locator(`${selector}:focus`).count()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

describe('words of a stranger', () => {
  it('[fault 66] are shown in every place of the desk and run in none', async () => {
    const watched = await watch();
    const visited = [
      '#/requests',
      talk(8),
      '#/cases',
      `#/case/${record(503)}`,
      '#/members',
      '#/settings',
      '#/alerts',
    ];
    for (const hash of visited) {
      const page = await open(watched, { session: 'naughty', hash });
      const opener = page.getByRole('button', { name: 'Open the request' });
      if (await opener.count()) await opener.click();
      if (hash !== '#/settings' && hash !== '#/alerts')
        await expect.poll(() => page.locator('body').innerText()).toContain('<script>');
      expect(await page.evaluate(() => Reflect.get(globalThis, '__hit'))).toBeUndefined();
      expect(await page.locator('main a[href^="javascript"], main script, main img').count()).toBe(0);
      await page.close();
    }
    expect(watched.faults()).toEqual([]);
    await watched.context.close();
  });

  it('[fault 66] run in no field into which they are typed', async () => {
    const watched = await watch();
    const word = '"><img src=x onerror="window.__hit=1"><script>window.__hit=1</script>{{1}}';
    const fields: readonly Place[] = [
      { session: 'empty', choice: 0 },
      { session: 'empty', choice: 1 },
      { hash: '#/requests' },
      { hash: talk(3) },
      { hash: `${talk(3)}/decline` },
      { hash: `${talk(3)}/case` },
      { hash: `#/case/${record(501)}` },
      { session: 'door', hash: '#/door' },
    ];
    for (const place of fields) {
      const page = await open(watched, place);
      for (const field of await page
        .locator('input:not([type=radio], [type=checkbox], [type=file], [readonly], .date-line *), textarea')
        .all())
        if (await field.isVisible()) await field.fill(word);
      for (const button of await page.locator('button[type=submit]').all())
        if (await button.isEnabled()) await button.click();
      await page.waitForTimeout(200);
      expect(await page.evaluate(() => Reflect.get(globalThis, '__hit'))).toBeUndefined();
      await page.close();
    }
    expect(watched.faults()).toEqual([]);
    await watched.context.close();
  });

  it('never stand in the title of the tab', async () => {
    const watched = await watch();
    const page = await open(watched, { hash: `#/case/${record(501)}` });
    await page.getByRole('heading', { name: 'Kestrel' }).waitFor();
    expect(await page.title()).toBe('leeward');
    await watched.context.close();
  });
});

describe('what is typed', () => {
  it('is kept within two seconds, and still there after going somewhere else', async () => {
    const watched = await watch();
    const page = await open(watched, { hash: talk(3) });
    await page.getByLabel('Write an answer').pressSequentially('Half a sentence');
    await page.getByText('Kept on this device').waitFor({ timeout: 2_000 });
    await page.getByRole('link', { name: /^Cases/ }).click();
    await page.getByRole('heading', { name: 'Cases' }).waitFor();
    await page.goBack();
    await expect.poll(() => page.getByLabel('Write an answer').inputValue()).toBe('Half a sentence');
    await watched.context.close();
  });

  it('is kept before the desk is locked, and nothing of it is left on the screen', async () => {
    const watched = await watch();
    const page = await open(watched, { hash: talk(3) });
    await page.getByLabel('Write an answer').fill('Typed and locked at once');
    await page.getByRole('button', { name: 'Lock' }).click();
    await page.getByRole('heading', { name: 'Unlock' }).waitFor();
    expect(await page.content()).not.toContain('summoned');
    await page.getByLabel('Passphrase').fill('a wrong one entirely');
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByText('This passphrase is not right. Nothing is lost.').waitFor();
    await page.getByLabel('Passphrase').fill('made up for tests only');
    await page.getByRole('button', { name: 'Unlock' }).click();
    await expect.poll(() => page.getByLabel('Write an answer').inputValue()).toBe('Typed and locked at once');
    await watched.context.close();
  });

  it('leaves no notice on a locked screen', async () => {
    const watched = await watch();
    const page = await open(watched, { hash: '#/requests' });
    await page.getByRole('button', { name: 'Select' }).click();
    await page.getByRole('row').first().click();
    await page.getByRole('button', { name: 'Set aside as junk' }).click();
    await page.getByText('1 request is set aside').waitFor();
    await page.getByRole('button', { name: 'Lock' }).click();
    await page.getByRole('heading', { name: 'Unlock' }).waitFor();
    expect(await page.locator('.notice').count()).toBe(0);
    await watched.context.close();
  });

  it('locks itself when nobody uses the desk, a minute after it has said so', async () => {
    const watched = await watch();
    const page = await watched.newPage();
    await page.clock.install();
    await page.goto(`${demo.desk}/?session=open${talk(3)}`);
    await page.getByLabel('Write an answer').fill('Typed before lunch');
    await page.clock.runFor('14:30');
    await page.getByText('The desk locks itself').waitFor();
    await page.keyboard.press('Shift');
    await expect.poll(() => page.getByText('The desk locks itself').count()).toBe(0);
    await page.clock.runFor('16:00');
    await page.getByRole('heading', { name: 'Unlock' }).waitFor();
    await page.getByText('Locked after 15 minutes without use.').waitFor();
    expect(await page.content()).not.toContain('summoned');
    await watched.context.close();
  });

  it('is offered again after a conflict', async () => {
    const watched = await watch();
    const page = await open(watched, { session: 'trouble', hash: talk(3) });
    await page.getByText('Somebody else changed this meanwhile').waitFor();
    await page.getByText('There is something new in the conversation.').waitFor();
    await page.getByRole('button', { name: 'Take it up again' }).first().click();
    expect(await page.getByLabel('Write an answer').inputValue()).toBe(
      'A lawyer will write to you tonight at eight.',
    );
    await watched.context.close();
  });
});

describe('what a person at the desk reads and says', () => {
  it('[rule 25] shows "I am safe" in words, and that it is a claim of whoever has the twelve words', async () => {
    const watched = await watch();
    const page = await open(watched, { hash: talk(3) });
    await page.getByText('Check-in: I am safe').waitFor();
    await page.getByText('Whoever has the twelve words can say this.').waitFor();
    expect(await page.getByText('check-in', { exact: true }).count()).toBe(0);
    await watched.context.close();
  });

  it('clears the next step of a case when it is done, and by an empty text', async () => {
    const watched = await watch();
    const page = await open(watched, { hash: `#/case/${record(501)}` });
    // Its line of everything that happened keeps what was planned; what is next stands in its head and beside it.
    const now = page.locator('dl, aside');
    const step = now.getByText('Ask the lawyer about the summons');
    await step.first().waitFor();
    await page.getByRole('button', { name: 'Done, nothing is next' }).click();
    await page.getByText('Nothing is planned yet.').first().waitFor();
    await expect.poll(() => step.count()).toBe(0);
    await page.getByRole('button', { name: 'Set the next step' }).click();
    await page.getByLabel('What', { exact: true }).fill('Call');
    await page.getByLabel('By when').fill('2030-01-31');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('31 January 2030').first().waitFor();
    await page.getByRole('button', { name: 'Set the next step' }).click();
    await page.getByLabel('What', { exact: true }).fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Nothing is planned yet.').first().waitFor();
    await expect.poll(() => now.getByText('31 January 2030').count()).toBe(0);
    await watched.context.close();
  });

  it('is led to the door from an empty list of requests', async () => {
    const watched = await watch();
    const page = await open(watched, { session: 'bare' });
    await page.getByRole('link', { name: 'Open the door and its link' }).click();
    await page.getByRole('heading', { name: 'The door', exact: true }).waitFor();
    await watched.context.close();
  });

  it('sees the hint of the search key only where nothing is typed, in either direction', async () => {
    const watched = await watch();
    const page = await open(watched, {});
    const hint = page.locator('.search .key');
    await hint.waitFor();
    await page.locator('#search').fill('بحث');
    await page.locator('#search').blur();
    expect(await hint.isVisible()).toBe(false);
    await watched.context.close();
  });
});

describe('a new organisation', () => {
  it('does not go on before its recovery file is saved and a group of the code is typed back', async () => {
    const watched = await watch();
    const page = await open(watched, { session: 'empty', choice: 0 });
    await page.getByLabel('Token').fill('synthetic');
    await page.getByLabel('Name of the organisation').fill('Synthetic Aid');
    await page.getByLabel('Your name').fill('Officer One');
    await page.getByLabel('Passphrase for this device').fill('river moss tall seven gate');
    await page.getByRole('button', { name: 'Create the organisation' }).click();
    await page.getByRole('heading', { name: 'Recovery file' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const goOn = page.getByRole('button', { name: 'Go on' });
    expect(await goOn.isDisabled()).toBe(true);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the recovery file' }).click();
    expect((await download).suggestedFilename()).toBe('leeward-recovery.bin');
    const box = page.getByLabel(/Type group/);
    await box.fill('ZZZZZ');
    await goOn.click();
    await page.getByText('This is not that group.').waitFor();
    const place = Number(/\d/.exec(await page.locator('label', { hasText: 'Type group' }).innerText())?.[0]);
    await box.fill(
      await page
        .locator('.recovery-code li')
        .nth(place - 1)
        .innerText(),
    );
    await goOn.click();
    await page.getByRole('heading', { name: 'Today' }).waitFor();
    expect(watched.faults()).toEqual([]);
    await watched.context.close();
  });
});
