/**
 * `npm run screenshots`: makes the pictures of the README anew, from the built apps and a relay of its own. All people
 * and words in them are made up.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { defaultConfig } from '../apps/relay/src/index.ts';
import { launchBrowser } from '../tests/support/browser.ts';
import { startTestRelay } from '../tests/support/relay.ts';
import { visit } from '../tests/support/visitor.ts';
import { build } from './build.ts';
import { root } from './testing/command.ts';

const folder = join(root, 'docs', 'images');
const passphrase = 'lantern canyon forest nine';

const requests: readonly (readonly [words: string, danger?: 'yes' | 'no' | 'unsure'])[] = [
  ['We are three people who defend a forest. Two of us cannot sleep at home any more.', 'unsure'],
  ['Пишу за коллегу, журналиста. Нужны два места на неделю и юрист.', 'no'],
  ['Necesito descansar unas semanas lejos de aquí. Puedo viajar con mi hermana.'],
  ['أخذوا أخي هذا الصباح وسألوا عني. أحتاج إلى مكان لليلتين.', 'yes'],
];

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const failed = (await build()).filter((one) => !one.ok);
  if (failed.length > 0) throw new Error(failed.map((one) => one.output).join('\n'));
  const relay = await startTestRelay({ apps: defaultConfig().apps });
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    const desk = await context.newPage();
    await desk.goto(relay.url('desk'));
    const link = await openDesk(desk, await relay.token());
    for (const [words, danger] of requests) await (await visit(relay, link)).ask(words, danger);
    await desk.getByRole('link', { name: 'Requests' }).first().click();
    await desk.getByText('أخذوا أخي').first().waitFor();
    await desk.waitForTimeout(500);
    await desk.screenshot({ path: join(folder, 'desk.png') });
    await desk.evaluate(() => {
      window.location.hash = '#/directory/pictures';
    });
    const gaps = desk.locator('section:has(> .overview)');
    await gaps.waitFor();
    await desk.setViewportSize({ width: 1280, height: 1100 });
    await gaps.scrollIntoViewIfNeeded();
    await gaps.screenshot({ path: join(folder, 'gaps.png') });
    await pictureOfDirectory(browser, relay.url('door'));
    for (const locale of ['en', 'ar'] as const) {
      const phone = await browser.newContext({ viewport: { width: 360, height: 760 }, locale });
      const door = await phone.newPage();
      await door.goto(link);
      await door.locator('.head .bar p:not(:empty)').waitFor();
      await door.screenshot({ path: join(folder, `door-${locale}.png`) });
      await phone.close();
    }
  } finally {
    await browser.close();
    await relay.end();
  }
}

/** What a lecturer from Sudan in Egypt finds who needs a place: the list to ask first, in Spanish. */
async function pictureOfDirectory(browser: Browser, door: string): Promise<void> {
  const phone = await browser.newContext({ viewport: { width: 360, height: 760 }, locale: 'es' });
  const page = await phone.newPage();
  await page.goto(`${door}/`);
  const lists = page.locator('main select');
  await lists.nth(2).waitFor();
  for (const [at, code] of ['EG', 'SD', 'academic'].entries()) await lists.nth(at).selectOption(code);
  await page.locator('main label').filter({ hasText: 'Un lugar seguro' }).first().click();
  await page.getByRole('button', { name: /Scholar Rescue Fund/ }).click();
  await page.locator('h1').filter({ hasText: 'Scholar Rescue' }).waitFor();
  await page.screenshot({ path: join(folder, 'directory-es.png') });
  await phone.close();
}

/** Founds an organisation at the desk and publishes its door. Gives the door's link. */
async function openDesk(desk: Page, token: string): Promise<string> {
  await desk.getByText('Create an organisation').first().click();
  await desk.getByLabel('Token').fill(token);
  await desk.getByLabel('Name of the organisation').fill('Synthetic Aid');
  await desk.getByLabel('Your name').fill('Officer one');
  await desk.getByLabel('Passphrase for this device').fill(passphrase);
  await desk.getByRole('button', { name: 'Create the organisation' }).click();
  await desk.getByRole('heading', { name: 'Recovery file' }).waitFor();
  const saved = desk.waitForEvent('download');
  await desk.getByRole('button', { name: 'Save the recovery file' }).click();
  await saved;
  const groups = (await desk.locator('main').innerText()).match(/\b[0-9A-Z]{5}\b/g) ?? [];
  const asked = desk.getByLabel(/Type group/);
  const place = Number(/\d/.exec(await desk.locator('label', { hasText: 'Type group' }).innerText())?.[0]);
  await asked.fill(groups[place - 1] ?? '');
  await desk.getByRole('button', { name: 'Go on' }).click();
  await desk.getByRole('link', { name: 'The door' }).first().click();
  for (const language of ['English', 'العربية']) await desk.getByLabel(language).check({ force: true });
  await desk.getByLabel('Name shown at the door').first().fill('Synthetic Aid');
  await desk.getByLabel('Name shown at the door').last().fill('عون تجريبي');
  await desk.getByRole('button', { name: 'Sign and publish' }).click();
  await desk.getByText('Signed and published').waitFor();
  const link = desk
    .getByText(/http:\/\/door\./)
    .or(desk.locator('input[readonly], textarea[readonly]'))
    .first();
  await link.waitFor();
  return (await link.inputValue().catch(() => null)) ?? (await link.innerText());
}

await main();
