import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  axeFaults,
  goWithin,
  launchBrowser,
  settled,
  sidewaysOverflow,
  type Watched,
  watchedContext,
  windows,
} from '../support/browser.ts';
import { type DeskDemo, startDeskDemo } from '../support/desk-demo.ts';
import { screensFolder } from '../support/screens.ts';
import { runs } from '../support/size.ts';

/*
 * Every screen of the desk, over made-up sessions, with the relay's own headers: both directions, both windows, light
 * and dark. The journeys over the real session are in desk-journey.browser.test.ts.
 */

const record = (number: number): string => number.toString(16).padStart(64, '0');
const talk = (number: number): string => `#/request/${record(100 + number)}`;

type Place = {
  readonly name: string;
  readonly session?: string;
  readonly hash?: string;
  /** What to do before looking. */
  readonly act?: (page: Page) => Promise<void>;
};

const press = (selector: string) => async (page: Page) => page.locator(selector).first().click();

const key = (name: string) => async (page: Page) => {
  await page.locator('.actions').waitFor();
  await page.keyboard.press(name);
  await page.locator('dialog[open]').waitFor();
};
/** Another spelling of somebody who is known already. */
const typeName = async (page: Page): Promise<void> => {
  await page.locator('.enter-row').nth(1).locator('input').fill('Yusuf (sample)');
  await page.locator('.match').first().waitFor();
};
/** Opens what nobody has opened yet, then one part of what she finds when she comes back. */
const part =
  (number: number) =>
  async (page: Page): Promise<void> => {
    await page.locator('section[aria-labelledby=back] .button').nth(number).click();
    await page.locator('dialog h2').waitFor();
  };

const places: readonly Place[] = [
  { name: 'the empty device', session: 'empty' },
  { name: 'creating an organisation', session: 'empty', act: press('.choice >> nth=0') },
  { name: 'joining', session: 'empty', act: press('.choice >> nth=1') },
  { name: 'the recovery file of a lost device', session: 'empty', act: press('.choice >> nth=2') },
  { name: 'the six words of somebody who joins', session: 'joining' },
  { name: 'the locked desk', session: 'locked' },
  { name: 'the desk in another window', session: 'elsewhere' },
  { name: 'an empty day', session: 'bare' },
  { name: 'the day' },
  { name: 'a day in a crisis', session: 'many' },
  { name: 'entering a request', hash: '#/enter' },
  { name: 'entering a request of somebody who may be known', hash: '#/enter', act: typeName },
  { name: 'the prepared words', hash: '#/words' },
  { name: 'a request that came by phone', hash: talk(11) },
  { name: 'declining by word of mouth', hash: `${talk(11)}/decline` },
  { name: 'handing over', hash: talk(11), act: key('h') },
  { name: 'noting a contact', hash: talk(11), act: press('.actions .button.quiet >> nth=1') },
  { name: 'noting what was said', hash: talk(11), act: press('.actions .button.quiet >> nth=2') },
  { name: 'joining with another request', hash: talk(11), act: press('.actions .button.quiet >> nth=3') },
  { name: 'two judgements made apart', hash: talk(10) },
  { name: 'the empty queue', session: 'bare', hash: '#/requests' },
  { name: 'the queue', hash: '#/requests' },
  { name: 'the queue while selecting', hash: '#/requests', act: press('.section-head .button') },
  { name: 'a request that nobody has opened', hash: talk(1) },
  { name: 'a conversation', hash: talk(3) },
  { name: 'judging the urgency', hash: talk(3), act: press('.actions .button >> nth=0') },
  { name: 'declining', hash: `${talk(3)}/decline` },
  { name: 'a request that was declined', hash: talk(5) },
  { name: 'opening a case', hash: `${talk(3)}/case` },
  { name: 'a conversation with a gap', hash: talk(6) },
  { name: 'a conversation in trouble', session: 'trouble', hash: talk(3) },
  { name: 'a record where writing stopped', session: 'trouble', hash: talk(4) },
  { name: 'a conversation with files', session: 'files', hash: talk(9) },
  { name: 'somebody who is not safe', session: 'back', hash: talk(20) },
  { name: 'what happens next for her', session: 'back', hash: talk(20), act: part(0) },
  { name: 'her signs of life', session: 'back', hash: talk(20), act: part(1) },
  { name: 'her consents', session: 'back', hash: talk(20), act: part(2) },
  { name: 'what is held about her', session: 'back', hash: talk(20), act: part(3) },
  { name: 'questions to her', session: 'back', hash: talk(20), act: part(4) },
  { name: 'her words, closed and linked', session: 'back', hash: talk(20), act: part(5) },
  {
    name: 'removing a member',
    session: 'door',
    hash: '#/members',
    act: press('section[aria-labelledby=members] .button >> nth=1'),
  },
  {
    name: 'the devices of a colleague',
    session: 'door',
    hash: '#/members',
    act: press('section[aria-labelledby=members] .button'),
  },
  {
    name: 'ending a device of a colleague',
    session: 'door',
    hash: '#/members',
    act: async (page) => {
      await press('section[aria-labelledby=members] .button')(page);
      await press('dialog .row .button')(page);
    },
  },
  { name: 'the cases', hash: '#/cases' },
  { name: 'a case', hash: `#/case/${record(501)}` },
  { name: 'the members', session: 'door', hash: '#/members' },
  {
    name: 'inviting',
    session: 'bare',
    hash: '#/members',
    act: press('section[aria-labelledby=invite] .button'),
  },
  { name: 'the door', session: 'door', hash: '#/door' },
  { name: 'the questions at the door', session: 'door', hash: '#/questions' },
  { name: 'a door that is not there yet', session: 'bare', hash: '#/door' },
  { name: 'the alerts', session: 'alerts', hash: '#/alerts' },
  { name: 'the settings', hash: '#/settings' },
  { name: 'forgetting this device', hash: '#/settings', act: press('.button.danger') },
  { name: 'what the server sees', hash: '#/about' },
];

const settings = [
  { name: 'in English, on a desk, in the light', locale: 'en-GB', window: windows.desktop, scheme: 'light' },
  { name: 'in Arabic, on a phone, in the dark', locale: 'ar-EG', window: windows.phone, scheme: 'dark' },
  { name: 'in English, on a phone, in the light', locale: 'en-GB', window: windows.phone, scheme: 'light' },
  { name: 'in Arabic, on a desk, in the dark', locale: 'ar-MA', window: windows.desktop, scheme: 'dark' },
] as const;

/*
 * At CI size each screen is looked at in the two settings that differ in everything; a soak looks at all four.
 */

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

/** A page that shows one place after the other; what was done at one of them would still be there at the next. */
type Shown = { readonly page: Page; at: Place };

const sessionOf = ({ session = 'open' }: Place): string => session;

/** Session by session, and in each first the places at which nothing is done: to go from one to the next needs no load. */
const sessions = [...new Set(places.map(sessionOf))];
const inOrder = places.toSorted(
  (one, other) =>
    sessions.indexOf(sessionOf(one)) - sessions.indexOf(sessionOf(other)) ||
    Number(one.act !== undefined) - Number(other.act !== undefined),
);

/** In every address that is loaded, because another hash alone would be no load. */
let loads = 0;

async function show(watched: Watched, place: Place, before: Shown | null): Promise<Shown> {
  const { hash = '', act } = place;
  const page = before?.page ?? (await watched.newPage());
  const stays =
    before !== null &&
    before.at.act === undefined &&
    sessionOf(before.at) === sessionOf(place) &&
    ((before.at.hash ?? '') === hash || (await goWithin(page, hash)));
  if (!stays) {
    loads += 1;
    await page.goto(`${demo.desk}/?session=${sessionOf(place)}&load=${loads}${hash}`);
  }
  await page.locator('h1').first().waitFor();
  await act?.(page);
  await settled(page);
  return { page, at: place };
}

// Where pictures are taken, each look at a screen takes them in every setting by itself.
const looks = screensFolder !== undefined ? 1 : runs(2) > 2 ? settings.length : 2;

for (const { name, locale, window, scheme } of settings.slice(0, looks)) {
  describe(`the desk ${name}`, () => {
    let watched: Watched;
    let shown: Shown | null = null;
    beforeAll(async () => {
      watched = await watchedContext(browser, {
        origins: demo.origins,
        locale,
        ...window,
        colorScheme: scheme,
      });
    });
    afterAll(() => watched.context.close());

    for (const place of inOrder) {
      it(`[fault 74] can be used by everybody: ${place.name}`, async () => {
        const before = shown;
        // Whatever goes wrong at one place, the next one begins anew.
        shown = null;
        const now = await show(watched, place, before);
        const { page } = now;
        expect(await page.evaluate(() => document.documentElement.dir)).toBe(
          locale.startsWith('ar') ? 'rtl' : 'ltr',
        );
        expect(await axeFaults(page)).toEqual([]);
        expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
        expect(watched.faults()).toEqual([]);
        shown = now;
      });
    }
  });
}
