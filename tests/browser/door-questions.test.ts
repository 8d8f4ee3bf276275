import { writeForm } from '@leeward/forms/canonical.ts';
import type { Form } from '@leeward/forms/form.ts';
import { toHex, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';
import { answer, boxOf, readByTeam, said } from '@leeward/workspace/door/testing/door-story.ts';
import { problem } from '@leeward/workspace/door/testing/memory-relay.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleForm } from '../../apps/desk/src/testing/sample-form.ts';
import { launchBrowser, windows } from '../support/browser.ts';
import { type DoorServer, startDoorServer } from '../support/door-server.ts';
import { visitDoor } from '../support/door-visit.ts';

let browser: Browser;
let server: DoorServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startDoorServer()]);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  server.story.relay.between = async (_asked, next) => next();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** The door, with this form in settings that both administrators signed. */
async function publish(form: Form): Promise<string> {
  const bytes = utf8(writeForm(form));
  const hash = await sha256(bytes);
  await server.story.publish({ settings: { questionnaires: [hash] } });
  server.story.relay.questionnaires = [bytes];
  return toHex(hash);
}

const group = (page: Page, name: string) => page.getByRole('group', { name });
const seen = process.env['LEEWARD_LOOK'];
const look = async (page: Page, name: string): Promise<void> => {
  if (seen !== undefined) await page.screenshot({ path: `${seen}/${name}.png`, fullPage: true });
};

describe('the organisation’s own questions at the door', () => {
  it('are asked in Arabic on a phone, follow from one another, and travel sealed', async () => {
    const form = await publish(sampleForm);
    const { watched, page, door } = await visitDoor(browser, server, {
      locale: 'ar',
      ...windows.phone,
      look: 'every screen',
    });
    await door.open(server.link());
    await door.write('سطران فقط.');
    for (const _ of ['who', 'reach', 'files', 'questions']) await door.next();
    await expect.poll(() => door.heading()).toContain('بعض الأسئلة الإضافية');
    expect(await page.locator('fieldset').count()).toBe(1);
    await group(page, 'هل هددك أحد بسبب عملك؟').getByLabel('نعم').check();
    expect(await page.locator('main fieldset').count()).toBe(3);
    await group(page, 'كيف وصلك التهديد؟').getByLabel('جاء أحد إليّ').check();
    const since = group(page, 'منذ متى تقريبًا؟');
    await since.locator('select').first().selectOption('2021');
    await since.locator('select').nth(1).selectOption('spring');
    await since.locator('input').check();
    await door.looked();
    await look(page, 'door-questions-ar');

    // Another language loses nothing, and neither does looking back.
    await page.locator('header select, .bar select').first().selectOption('en');
    await group(page, 'How did it reach you?').waitFor();
    await look(page, 'door-questions-en');
    expect(await group(page, 'How did it reach you?').getByLabel('Somebody came').isChecked()).toBe(true);
    expect(await group(page, 'Since when, about?').locator('select').nth(1).inputValue()).toBe('spring');
    // In Persian the same spring stands there in her own calendar; the day that she gives is one day in every calendar.
    await page.locator('header select, .bar select').first().selectOption('fa');
    const her = group(page, 'Since when, about?').locator('select');
    await expect.poll(() => her.nth(3).inputValue()).toBe('persian');
    expect(await her.first().inputValue()).toBe('1400');
    expect(await her.nth(1).inputValue()).toBe('spring');
    await her.first().selectOption('1399');
    await her.nth(1).selectOption('1');
    const note = group(page, 'Since when, about?').getByRole('status');
    await note.getByText(/۲۰۲۰/).waitFor();
    await her.nth(2).selectOption('1');
    await note.getByText(/۲۰ مارس ۲۰۲۰/).waitFor();
    await door.looked();
    await look(page, 'door-questions-fa');
    await her.nth(3).selectOption('gregory');
    expect(await Promise.all([0, 1, 2].map((at) => her.nth(at).inputValue()))).toEqual(['2020', '3', '20']);
    await page.locator('header select, .bar select').first().selectOption('en');
    await group(page, 'How did it reach you?').waitFor();
    await door.onward(() => page.locator('.go .button').first().click());
    await door.next();
    expect(await group(page, 'How did it reach you?').getByLabel('Somebody came').isChecked()).toBe(true);
    // A change of mind hides what followed, and it does not travel; another brings it back.
    const first = group(page, 'Has somebody threatened you because of your work?');
    await first.getByLabel('No', { exact: true }).check();
    expect(await page.locator('main fieldset').count()).toBe(1);
    await first.getByLabel('Yes', { exact: true }).check();
    expect(await group(page, 'How did it reach you?').getByLabel('Somebody came').isChecked()).toBe(true);
    await door.next();
    const phrase = await (async () => {
      await door.next();
      return door.phrase();
    })();
    await door.send(phrase);
    await door.sent();
    const items = boxOf(server.story).items.map(({ item }) => item);
    const [request] = (await readByTeam(server.story, items)).map(said);
    expect(request).toMatchObject({
      type: 'request',
      answers: [{ form, values: { threatened: 'yes', how: ['visit'], since: '2020-03-20~' } }],
    });
    expect(watched.faults()).toEqual([]);
  });

  it('never keep two lines from being sent: none of them is needed, not even where the team says so [invariant 1]', async () => {
    await publish({
      ...sampleForm,
      questions: [
        { name: 'needed', type: 'text', label: { en: 'Your name' }, required: true, constraint: 'false()' },
      ],
    });
    const { page, door } = await visitDoor(browser, server, {
      locale: 'en',
      ...windows.phone,
      look: 'every screen',
    });
    await door.open(server.link());
    await door.write('Two lines.');
    for (const _ of ['who', 'reach', 'files', 'questions']) await door.next();
    await page.getByLabel('Your name').waitFor();
    // Asked once more, and then left alone.
    await page.locator('.go .button.primary').click();
    await page.locator('p.note.warn[tabindex]').waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('p.note.warn'));
    await door.looked();
    await door.next();
    expect(await door.heading()).not.toContain('questions');
    expect(await page.locator('.part').count()).toBeGreaterThan(5);
  });

  it('are left out, with words, where the relay keeps them back or serves others [rule 17]', async () => {
    await publish(sampleForm);
    const forged = utf8(writeForm({ ...sampleForm, title: { en: 'Where is your colleague hiding?' } }));
    for (const served of [() => problem(404, 'nothing-there'), () => new Response(forged)]) {
      const { page, door } = await visitDoor(browser, server, { locale: 'en', look: 'every screen' });
      server.story.relay.between = async ({ path }, next) =>
        path.includes('/questionnaires/') ? served() : next();
      await door.open(server.link());
      await door.write('Two lines.');
      for (const _ of ['who', 'reach', 'files', 'questions']) await door.next();
      await page.locator('p.note.warn[role=alert]').waitFor();
      await door.looked();
      expect(await page.locator('main').textContent()).not.toContain('hiding');
      await door.next();
      expect(await page.locator('.part').count()).toBeGreaterThan(5);
      await page.close();
    }
  });

  it('are text, whatever an administrator writes: no markup, no override, no link that reads as another [fault 48]', async () => {
    const markup = '<img src=x onerror="document.title=1"><b>bold</b> {name} %s';
    await publish({
      v: 1,
      name: 'hostile',
      languages: ['en'],
      title: { en: `Title ${markup}` },
      questions: [
        { name: 'a', type: 'text', label: { en: `Look at ‮gnp.exe and ${markup}` } },
        {
          name: 'b',
          type: 'note',
          label: { en: 'Write to https://аpple.com/help or https://ngo.example@evil.example/x now' },
        },
        {
          name: 'c',
          type: 'selectOne',
          label: { en: 'One' },
          options: [{ value: 'x', label: { en: '⁧abc ‮def' } }],
        },
      ],
    });
    const { watched, page, door } = await visitDoor(browser, server, { locale: 'ar', look: 'every screen' });
    await door.open(server.link());
    await door.write('سطران.');
    for (const _ of ['who', 'reach', 'files', 'questions']) await door.next();
    await page.locator('.note.words').waitFor();
    await look(page, 'door-questions-hostile');
    expect(await page.locator('main img, main b, main a').count()).toBe(0);
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toContain(markup);
    expect(text).toContain('[U+202E]');
    expect(text).not.toContain('\u202e');
    // The true host stands beside what the eye would take for another.
    expect(text).toContain('[xn--pple-43d.com]');
    expect(text).toContain('[evil.example]');
    // Each text ends its own direction: as many isolates are closed as were opened.
    const count = (sign: string): number => text.split(sign).length - 1;
    expect(count('\u2068') + count('\u2067') + count('\u2066')).toBe(count('\u2069'));
    expect(watched.faults()).toEqual([]);
  });

  it('come in the conversation too, and are answered there', async () => {
    await server.story.publish();
    server.story.relay.questionnaires = [];
    server.story.relay.boxes.clear();
    const { page, door } = await visitDoor(browser, server, { locale: 'en', ...windows.phone });
    await door.open(server.link());
    await door.write('Two lines.');
    const phrase = await door.toWords();
    await door.send(phrase);
    await door.sent();
    const text = writeForm(sampleForm);
    await answer(
      server.story,
      { type: 'questions', v: 1, text: 'Please tell us more.', form: text },
      { at: Date.now() },
    );
    await page.goto('about:blank');
    await door.open(server.link());
    await door.comeBack(phrase);
    await page.getByRole('button', { name: 'Answer these questions' }).click();
    await group(page, 'Has somebody threatened you because of your work?')
      .getByLabel('I do not know')
      .check();
    await look(page, 'door-questions-talk');
    await page.getByRole('button', { name: 'Send the answers' }).click();
    await expect
      .poll(async () => {
        const items = boxOf(server.story).items.map(({ item }) => item);
        return (await readByTeam(server.story, items)).map(said).at(-1);
      })
      .toEqual({
        type: 'add',
        v: 1,
        answers: [{ form: toHex(await sha256(utf8(text))), values: { threatened: 'unsure' } }],
      });
  });
});
