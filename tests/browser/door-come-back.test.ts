import { readFileSync } from 'node:fs';
import { answer, boxOf, readByTeam, said } from '@leeward/workspace/door/testing/door-story.ts';
import { openCopy } from '@leeward/workspace/door/testing/open-copy.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, windows } from '../support/browser.ts';
import { type DoorServer, startDoorServer } from '../support/door-server.ts';
import { visitDoor } from '../support/door-visit.ts';

/* What somebody finds who comes back with her words, in a real browser, against a server that keeps only sealed bytes. */

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

const id = (number: number): string => number.toString(16).padStart(32, '0');
const ask = {
  type: 'consent',
  v: 1,
  id: id(1),
  purpose: 'con_referral_identity',
  recipient: 'The shelter in the hills <b>',
  fields: ['name', 'contact'],
  text: 'May we give your name to the shelter? سنسأل أولًا',
  version: 1,
  language: 'en',
  until: '2099-12-31',
} as const;
const plan = {
  type: 'checkIn',
  v: 1,
  id: id(2),
  rhythm: { times: ['08:00', '20:00'], zone: 'Asia/Tbilisi' },
  from: Date.now() - 3_600_000,
  until: null,
  grace: 60,
  silence: 'We ring the lawyer.',
  language: 'en',
} as const;
const line = (what: string) => ({
  what,
  since: '2026-11-21',
  why: 'To speak to you.',
  who: 'Two people',
  until: 'Six months',
});

async function asked(
  locale: 'en' | 'ar',
  size: 'phone' | 'desktop',
): Promise<Awaited<ReturnType<typeof visitDoor>> & { readonly phrase: readonly string[] }> {
  const visit = await visitDoor(browser, server, { locale, ...windows[size], look: 'every screen' });
  const { door } = visit;
  await door.open(server.link());
  await door.write('A short one.');
  const phrase = await door.toWords();
  await door.send(phrase);
  await door.sent();
  return { ...visit, phrase };
}

const all = async () => {
  const items = boxOf(server.story).items.map(({ item }) => item);
  return (await readByTeam(server.story, items)).map(said);
};
/** Presses a button of the page once it may be pressed. */
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

describe('somebody who comes back', () => {
  for (const size of ['phone', 'desktop'] as const)
    it(`reads what happens next, agrees to signs of life, and answers each consent by itself (${size})`, async () => {
      server.story.relay.boxes.clear();
      const { watched, page, door, phrase } = await asked('en', size);
      const { story } = server;
      const now = { at: Date.now() };
      await answer(
        story,
        { type: 'next', v: 1, text: 'We speak on Monday.', day: '2099-01-05', who: 'Ana' },
        now,
      );
      await answer(story, ask, now);
      await answer(story, plan, now);
      await answer(
        story,
        {
          type: 'question',
          v: 1,
          id: id(3),
          text: 'Do you have a passport?',
          choices: ['Yes', 'No'],
          form: null,
        },
        now,
      );
      await page.goto('about:blank');
      await door.open(server.link());
      await door.comeBack(phrase);
      await page.locator('section', { hasText: 'We speak on Monday.' }).first().waitFor();
      expect(await page.getByText('Who answers you:').count()).toBe(1);

      await press(page, 'Yes, I agree');
      await page.getByText('You agreed to the regular question.').waitFor();
      await page.getByText('The next time:').waitFor();
      await press(page, 'I am safe');
      await page.locator('.mine', { hasText: 'I am safe' }).waitFor();
      await page.getByLabel('No', { exact: true }).check();
      await page
        .locator('section', { hasText: 'Do you have a passport?' })
        .locator('.button.primary')
        .first()
        .click();
      await page.locator('.mine').getByText('No', { exact: true }).waitFor();
      await door.looked();

      await door.onward(() => press(page, 'The team asks you to allow 1 thing'));
      expect(await page.locator('main').innerText()).toContain('The shelter in the hills <b>');
      expect(await page.getByText('Others will know what they have read before.').count()).toBe(1);
      await press(page, 'Yes, I allow it');
      await page.getByText('You allow it').waitFor();
      await press(page, 'I take my yes back');
      await page.getByText('You took your yes back').waitFor();
      await door.looked();
      await expect.poll(async () => (await all()).length).toBe(6);
      const answers = (await all()).filter((one) => (one as { readonly type: string }).type === 'consent');
      expect(answers).toMatchObject([
        { id: id(1), answer: 'given', asked: expect.stringMatching(/^[0-9a-f]{64}$/) },
        { id: id(1), answer: 'withdrawn' },
      ]);
      expect(await all()).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ type: 'plan', plan: id(2), answer: 'accepted' }),
          expect.objectContaining({ type: 'checkIn', safe: true, plan: id(2) }),
          expect.objectContaining({ type: 'answer', question: id(3), value: 'No' }),
        ]),
      );

      // Another visit knows it from the team's own account: the phone has kept nothing.
      const standing = {
        consents: [{ id: id(1), answer: 'withdrawn' }],
        plan: { id: id(2), answer: 'accepted' },
      } as const;
      await answer(story, { type: 'opened', v: 1, sequence: 5, standing }, { at: Date.now() });
      await page.goto('about:blank');
      await door.open(server.link());
      await door.comeBack(phrase);
      expect(await page.getByRole('heading', { name: 'May we ask you regularly' }).count()).toBe(0);
      await door.onward(() => press(page, 'What you allow'));
      await page.getByText('You took your yes back').waitFor();
      expect(watched.faults()).toEqual([]);
    });

  it('reads what is held about her in Arabic, calls a line wrong, adds something, and loses nothing to another language', async () => {
    server.story.relay.boxes.clear();
    const { watched, page, door, phrase } = await asked('ar', 'phone');
    const { story } = server;
    await answer(
      story,
      { type: 'held', v: 1, id: id(5), lines: [line('Your name: K'), line('Your country')] },
      { at: Date.now() },
    );
    await page.goto('about:blank');
    await door.open(server.link());
    await door.comeBack(phrase);
    await door.onward(() => press(page, 'ما يحتفظون به عني'));
    expect(await page.locator('main').innerText()).toContain('Your name: K');
    await page.locator('summary').first().click();
    await page.locator('main textarea').first().fill('It is L.');
    await page.locator('select').first().selectOption('en');
    await page.getByText('What they hold about me').waitFor();
    expect(await page.locator('main textarea').first().inputValue()).toBe('It is L.');
    await press(page, 'Ask to correct it');
    await page.getByText('The team is asked to correct it.').waitFor();
    await door.looked();
    await door.onward(() => press(page, 'Back to your messages'));
    await door.onward(() => press(page, 'Add or correct something'));
    await page.getByLabel('What is new, or was wrong').fill('I have moved.');
    await page.getByLabel('Never call me').check();
    await door.onward(() => page.locator('form .button.primary').click());
    await expect
      .poll(async () => (await all()).slice(1))
      .toMatchObject([
        { type: 'held', note: id(5), line: 0, wants: 'corrected', text: 'It is L.' },
        { type: 'add', never: ['call'] },
        { type: 'add', text: 'I have moved.' },
      ]);
    expect(watched.faults()).toEqual([]);
  });

  it('takes a copy that anybody can read, and one that only her passphrase opens', async () => {
    server.story.relay.boxes.clear();
    const { watched, page, door, phrase } = await asked('en', 'phone');
    await answer(
      server.story,
      { type: 'reply', v: 1, text: 'We read it. <script>1</script>' },
      { at: Date.now() },
    );
    await page.goto('about:blank');
    await door.open(server.link());
    await door.comeBack(phrase);
    await door.onward(() => press(page, 'Take a copy of this'));
    const saved = async (name: string): Promise<Buffer> => {
      const saving = page.waitForEvent('download');
      await press(page, name);
      return readFileSync(await (await saving).path());
    };
    const open = (await saved('Save the open file')).toString('utf8');
    expect(open).toContain('We read it. &lt;script&gt;1&lt;/script&gt;');
    expect(open).not.toContain('<script');
    await page.getByLabel('A password for this file').fill('short');
    await page.getByText('It needs at least 14 letters.').waitFor();
    await page.getByLabel('A password for this file').fill('river moss tall gate');
    await page.getByLabel('The same password again').fill('river moss tall gate');
    await door.looked();
    const sealed = await saved('Save the locked file');
    expect(await openCopy(new Uint8Array(sealed), 'river moss tall gate')).toContain('We read it.');
    expect(sealed.includes('We read it')).toBe(false);
    expect(watched.faults()).toEqual([]);
  });
});
