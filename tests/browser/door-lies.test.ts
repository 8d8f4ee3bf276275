import { generateSealingSeed, keyPairFromSeed } from '@leeward/sealed-log/crypto/hpke.ts';
import { unwrap } from '@leeward/sealed-log/crypto/result.ts';
import { decode, encode } from '@leeward/sealed-log/wire/codec.ts';
import { descriptor, doorRenewal } from '@leeward/sealed-log/wire/descriptor.ts';
import { answer, boxOf } from '@leeward/workspace/door/testing/door-story.ts';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type DoorServer, startDoorServer } from '../support/door-server.ts';
import { visitDoor } from '../support/door-visit.ts';

let browser: Browser;
let server: DoorServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startDoorServer()]);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await server.story.publish();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const DAY = 24 * 3600;
const today = (): number => Math.floor(Date.now() / 1000);

describe('a door that must not be written to', () => {
  it('[fault 11] is closed with clear words where the keys are not theirs, and nothing was sent', async () => {
    const { page, watched, door } = await visitDoor(browser, server, { look: 'every screen' });
    const honest = await server.story.describe();
    const renewal = unwrap(decode(doorRenewal, honest.renewal));
    const { publicKey } = await keyPairFromSeed(generateSealingSeed());
    server.story.relay.descriptor = encode(descriptor, {
      ...honest,
      renewal: encode(doorRenewal, { ...renewal, intakeKey: publicKey }),
    });
    await page.goto(server.link());
    await page.getByRole('heading', { name: 'Do not write here' }).waitFor();
    await door.looked();
    expect(await page.locator('textarea').count()).toBe(0);
    expect(watched.requests().filter((address) => address.endsWith('/items'))).toEqual([]);
  });

  it('[rule 19] when its dates are over shows the other ways of contact, and what she wrote', async () => {
    const { page, door } = await visitDoor(browser, server, { look: 'every screen' });
    await server.story.publish({ renewal: { from: today() - 7 * DAY, until: today() - 60 } });
    // She writes before the answer has come.
    let answered: () => void = () => {};
    const waiting = new Promise<void>((resolve) => {
      answered = resolve;
    });
    server.story.relay.between = async (_asked, next) => {
      await waiting;
      return next();
    };
    await page.goto(server.link());
    await page.fill('#what', 'Typed before it was known.');
    answered();
    await page.getByRole('heading', { name: 'You cannot write here now' }).waitFor();
    await page.getByText('Ask at the sample desk.').waitFor();
    await page.getByText('Typed before it was known.').waitFor();
    await door.looked();
  });

  it('[rule 17] says that the link is too old, damaged, or not complete, each in its own words', async () => {
    const { page, door } = await visitDoor(browser, server, { look: 'every screen' });
    const cases = [
      [`${server.origin}/${server.story.link(4)}`, 'This link is too old'],
      [server.link().slice(0, -2), 'This link is damaged'],
      [`${server.origin}/`, 'This link is not complete'],
    ] as const;
    for (const [link, title] of cases) {
      await page.goto('about:blank');
      await page.goto(link);
      await page.getByRole('heading', { name: title }).waitFor();
      await door.looked();
    }
  });

  it('opens anew when another link is put into the address bar', async () => {
    const { page } = await visitDoor(browser, server);
    await page.goto(`${server.origin}/#damaged`);
    await page.getByRole('heading', { name: 'This link is damaged' }).waitFor();
    await page.goto(server.link());
    await page.getByText('You are writing to Sample shelter.').waitFor();
  });

  it('says that the clock of the phone is wrong', async () => {
    const { page, door } = await visitDoor(browser, server, { look: 'every screen' });
    await server.story.publish({ renewal: { from: today() + 3 * DAY, until: today() + 5 * DAY } });
    await page.goto(server.link());
    await page.getByRole('heading', { name: 'The clock of this phone is not right' }).waitFor();
    await door.looked();
  });
});

describe('words of other people', () => {
  const naughty = [
    '<img src=x onerror="document.title=1">',
    '<script>document.title = 1</script>',
    '\u202Egnp.exe',
    'javascript:document.title=1',
    'https://example.org@evil.test/',
  ].join('\n');

  it('[fault 48] [fault 66] are text at the door, whatever they hold', async () => {
    const { page, watched, door } = await visitDoor(browser, server);
    const name = { en: naughty };
    await server.story.publish({
      settings: {
        texts: JSON.stringify({ languages: ['en', '<b>'], name, retention: name, contacts: name }),
      },
    });
    await door.open(server.link());
    await door.write(naughty);
    const words = await door.toWords();
    await door.send(words);
    await door.sent();
    await answer(server.story, { type: 'reply', v: 1, text: naughty }, { at: Date.now() });
    const declined = { type: 'declined', v: 1, text: naughty, alternatives: [naughty], until: 0 } as const;
    await answer(server.story, declined, { at: Date.now() });
    await door.onward(() => page.locator('main section section .button.primary').click());
    await page.locator('.theirs').nth(1).waitFor();
    expect(await page.title()).toBe('Notes');
    expect(await page.locator('main img, main script, main a').count()).toBe(0);
    expect(await page.locator('.theirs .words').first().textContent()).toContain('[U+202E]gnp.exe');
    expect(await page.locator('.theirs .words').first().textContent()).toContain('[evil.test]');
    expect(watched.faults()).toEqual([]);
  });

  it('[fault 2] that the server holds back leave a gap that is shown', async () => {
    const { page, door } = await visitDoor(browser, server, { look: 'every screen' });
    await door.open(server.link());
    await door.write('Is anybody there?');
    const words = await door.toWords();
    await door.send(words);
    await door.sent();
    for (const text of ['one', 'two', 'three'])
      await answer(server.story, { type: 'reply', v: 1, text }, { at: Date.now() });
    boxOf(server.story).replies.splice(1, 1);
    await page.goto('about:blank');
    await door.open(server.link());
    await door.comeBack(words);
    await page.getByText('1 message is missing here.').waitFor();
    expect(await page.locator('.theirs .words').allTextContents()).toEqual(['one', 'three']);
  });

  it('[fault 36] that do not exist look like an empty box, and a wrong word is pointed at before anything is asked', async () => {
    const { page, watched, door } = await visitDoor(browser, server, { look: 'every screen' });
    await door.open(server.link());
    await door.onward(() => page.locator('.again').click());
    const before = watched.requests().filter((address) => address.includes('/mailboxes/')).length;
    await page.fill(
      '#phrase',
      'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandom about',
    );
    await page.locator('form .button.primary').click();
    await page.getByText('Word 11 is not in the list: abandom').waitFor();
    await door.looked();
    expect(watched.requests().filter((address) => address.includes('/mailboxes/')).length).toBe(before);
    await page.fill(
      '#phrase',
      'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about',
    );
    await door.onward(() => page.locator('form .button.primary').click());
    expect(await door.heading()).toBe('Nothing found');
  });
});
