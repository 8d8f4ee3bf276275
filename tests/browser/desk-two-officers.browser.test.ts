import type { DeskKey } from '@leeward/ui';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, watchedContext, windows } from '../support/browser.ts';
import { type BuiltApps, buildApps } from '../support/built-apps.ts';
import { type DeskPage, deskPage } from '../support/desk-page.ts';
import { startTestRelay } from '../support/relay.ts';
import { visit } from '../support/visitor.ts';

/*
 * Two officers in one file at once: one at a desk in English, one on a phone in Arabic whose line breaks. Every
 * interleaving of what they write is told in tests/sync; here it is what each of them sees and chooses.
 */

let apps: BuiltApps;
let browser: Browser;
beforeAll(async () => {
  [apps, browser] = await Promise.all([buildApps(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  apps?.end();
});

const expected: readonly RegExp[] = [
  /A bad HTTP response code \(404\) was received when fetching the script/,
  // The line of the phone is cut on purpose.
  /ERR_INTERNET_DISCONNECTED/,
];

/** Every part of a file: a phone without a line must show each. */
const parts: readonly DeskKey[] = [
  'people.title',
  'identity.title',
  'danger.incidents.title',
  'danger.title',
  'plan.title',
  'checkins.title',
  'verify.title',
  'sheets.title',
  'eligible.title',
  'consents.title',
  'task.title',
  'stages.title',
  'documents.part',
  'filled.title',
  'carry.title',
  'outcome.title',
  'fileCopy.title',
];

const place = ({ page }: DeskPage) => page.locator('li[data-fact=place]');
const allConfirmed = ({ page, t }: DeskPage) =>
  page.locator('.status-mark').getByText(t('state.allConfirmed')).waitFor();

/** Opens the form of the place, with the versions that this officer sees now. */
async function correct(desk: DeskPage): Promise<void> {
  await place(desk)
    .getByRole('button', { name: desk.t('situation.correct') })
    .click();
}
const save = (desk: DeskPage) => desk.button('common.save').click();

describe('two officers in one file', () => {
  it('write at once, one of them without a line: different fields both stay, of one field both versions are shown until one chooses', async () => {
    const relay = await startTestRelay({ apps });
    const origins = (['desk', 'door', 'files'] as const).map((app) => `${relay.url(app)}/`);
    const [first, second] = await Promise.all([
      watchedContext(browser, { origins, expected, locale: 'en-GB', ...windows.desktop }),
      watchedContext(browser, { origins, expected, locale: 'ar-MA', ...windows.phone }),
    ]);
    try {
      const one = deskPage(await first.newPage(), 'en', 30_000);
      await one.found(relay.url('desk'), await relay.token(), 'Synthetic Aid', 'Officer One');
      const door = await one.publishDoor();
      const two = deskPage(await second.newPage(), 'ar', 30_000);
      const words = await two.join(await one.invite(), 'Officer Two');
      expect(await one.wordsToCompare()).toEqual(words);
      await one.button('invite.confirmSame').click();
      await two.heading('today.title').waitFor();

      const visitor = await visit(relay, door);
      await visitor.ask('A request of somebody.');
      await one.goTo('shell.requests', 'queue.title');
      await one.openRequest('A request of somebody.');
      await one.button('queue.claim').click();
      // What he was typing stays before him when she has the request, and goes on where it was once he has it back.
      const answer = one.page.getByRole('textbox', { name: one.t('talk.write') });
      await answer.fill('We have read your words.');
      await one.button('handOver.short').click();
      await one.page.getByRole('radio', { name: /^Officer Two/ }).check();
      await one.page.getByRole('dialog').locator('button[type=submit]').click();
      await one.page.locator('[data-left-typed]', { hasText: 'We have read your words.' }).waitFor();
      expect(await answer.count()).toBe(0);
      await one.button('undo.label').click();
      await answer.waitFor();
      expect(await answer.inputValue()).toBe('We have read your words.');
      await one.button('form.discard').click();
      await one.page.getByRole('link', { name: one.t('openCase.title') }).click();
      await one.field('openCase.pseudonym').fill('Heron 12');
      await one.button('openCase.submit').click();
      await one.openPart('situation.title');
      await one.page.locator('[data-act=add-place]').click();
      await one.field('situation.country').selectOption('GE');
      await one.field('situation.note').fill('By road.');
      await save(one);
      await place(one).waitFor();
      await allConfirmed(one);

      await two.goTo('shell.cases', 'cases.title');
      await two.page.getByRole('link', { name: 'Heron 12', exact: true }).click();
      await two.openPart('situation.title');
      await place(two).getByText('By road.').waitFor();

      // Her line breaks. She goes on: a field that her colleague will write too, one that he will not, and a note.
      await second.context.setOffline(true);
      await correct(two);
      await two.field('situation.note').fill('على الطريق ليلًا.');
      await two.field('situation.confidenceField').selectOption('conf_low');
      await save(two);
      await two.page.getByText(two.t('shell.offline')).waitFor();
      await place(two).getByText('على الطريق ليلًا.').waitFor();
      await two.page.locator('.state.kept').first().waitFor();
      for (const part of parts) await two.openPart(part);
      await two.looked();
      await two.openPart('case.part.file');
      await two.field('case.addNote').fill('كُتبت بلا اتصال.');
      await two.button('case.addNote').click();
      const note = two.page.locator('.bubble', { hasText: 'كُتبت بلا اتصال.' });
      await note.locator('.state.kept').waitFor();

      // Meanwhile he writes the same field in other words, and another one.
      await correct(one);
      await one.field('situation.note').fill('By train.');
      await one.field('situation.country').selectOption('TR');
      await save(one);
      await place(one).getByText('By train.').waitFor();
      await allConfirmed(one);

      // She comes back: her work goes out by itself and meets his.
      await second.context.setOffline(false);
      await allConfirmed(two);
      await note.locator('.state').waitFor({ state: 'detached' });
      await two.openPart('situation.title');
      for (const desk of [one, two]) {
        await place(desk).getByText('By train.').first().waitFor();
        await place(desk).getByText('على الطريق ليلًا.').first().waitFor();
        const said = await place(desk).innerText();
        const region = new Intl.DisplayNames([desk === one ? 'en' : 'ar'], { type: 'region' }).of('TR') ?? '';
        expect(said).toContain(region);
        expect(said).toContain(desk.t('confidence.conf_low'));
        expect(said).toContain(desk.t('item.apart', { field: desk.t('situation.note') }));
        await desk.looked();
      }
      // What waits for a choice is counted at the way to its part.
      await one.page.locator('.part-waits.apart').waitFor();

      await place(two)
        .locator('.note.warn > .stack', { hasText: 'على الطريق ليلًا.' })
        .getByRole('button', { name: two.t('case.chooseThis') })
        .click();
      for (const desk of [one, two]) {
        await place(desk).locator('.note.warn').waitFor({ state: 'detached' });
        expect(await place(desk).innerText()).toContain('على الطريق ليلًا.');
      }
      await one.openPart('case.part.file');
      await one.page.getByText('كُتبت بلا اتصال.').waitFor();
      await allConfirmed(one);

      // He gives the file to a further team and takes it back: who reads it since when, and until when, stands there.
      await one.button('giveTeam.open').click();
      await one.field('giveTeam.team').selectOption(one.t('members.team.finance'));
      await one.button('giveTeam.now').click();
      const finance = one.page.locator('.facts li', { hasText: one.t('members.team.finance') }).first();
      const take = `${one.t('giveTeam.take')} ${one.t('members.team.finance')}`;
      await finance.getByRole('button', { name: take }).click();
      await finance.getByText(one.t('giveTeam.takeHint', { team: one.t('members.team.finance') })).waitFor();
      await one.field('giveTeam.why').fill('Paid.');
      await one.looked();
      await one.button('giveTeam.takeNow').click();
      await finance.getByText(/ until /).waitFor();
      expect(await finance.getByRole('button', { name: take }).count()).toBe(0);
      await one.looked();

      // Her teams lose the file while she writes in it: it is gone from her screen, and her words are not.
      await two.openPart('case.part.file');
      await two.field('case.addNote').fill('ما زلت أكتب.');
      await one.button('giveTeam.open').click();
      await one.field('giveTeam.team').selectOption(one.t('members.team.documentation'));
      await one.button('giveTeam.now').click();
      const readers = (team: DeskKey) => one.page.locator('.facts li', { hasText: one.t(team) }).first();
      await readers('members.team.documentation').waitFor();
      for (const team of ['members.team.intake', 'members.team.protection'] as const) {
        await one.page.getByRole('button', { name: `${one.t('giveTeam.take')} ${one.t(team)}` }).click();
        await one.button('giveTeam.takeNow').click();
        await readers(team)
          .getByText(/ until /)
          .waitFor();
      }
      const left = two.page.locator('[data-kept=addNote] textarea');
      await left.waitFor();
      expect(await left.inputValue()).toBe('ما زلت أكتب.');
      await two.looked();
      await two.page
        .locator('[data-kept=addNote]')
        .getByRole('button', { name: two.t('form.discard') })
        .click();
      await left.waitFor({ state: 'detached' });
      expect(first.faults()).toEqual([]);
      expect(second.faults()).toEqual([]);
    } finally {
      await first.context.close();
      await second.context.close();
      await relay.end();
    }
  });
});
