import { id } from '@leeward/domain/testing/people.ts';
import { them } from '@leeward/domain/testing/people-of-a-case.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, watchedContext, windows } from '../support/browser.ts';
import { type DeskDemo, startDeskDemo } from '../support/desk-demo.ts';
import { deskPage } from '../support/desk-page.ts';

/* The people of a file and what they consented to, over a made-up session: a land defender, her children, a brother who must not know. */

let browser: Browser;
let demo: DeskDemo;
beforeAll(async () => {
  [browser, demo] = await Promise.all([launchBrowser(), startDeskDemo()]);
});
afterAll(async () => {
  await browser.close();
  await demo.stop();
});

const record = (501).toString(16).padStart(64, '0');
const seen = process.env['LEEWARD_LOOK'];

async function open(part: string, locale: string, size: keyof typeof windows) {
  const watched = await watchedContext(browser, {
    origins: demo.origins,
    expected: [/Permissions-Policy/],
    reducedMotion: 'reduce',
    locale,
    ...windows[size],
  });
  const page = await watched.newPage();
  const desk = deskPage(page, locale === 'ar' ? 'ar' : 'en', 20_000);
  const go = (where: string): Promise<unknown> =>
    page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#/case/${record}/${where}`);
  await page.goto(`${demo.desk}/?session=people#/case/${record}/${part}`);
  await page.locator('h1').waitFor();
  const look = async (name: string): Promise<void> => {
    if (seen !== undefined)
      await page.screenshot({ path: `${seen}/${name}-${locale}-${size}.png`, fullPage: true });
    await desk.looked();
  };
  return { watched, page, desk, go, look };
}

for (const [locale, size] of [
  ['en-GB', 'desktop'],
  ['ar', 'phone'],
] as const) {
  describe(`the people of a file (${locale}, ${size})`, () => {
    it('stand at a glance, come in with a label alone, are tied once and read from both ends', async () => {
      const { watched, page, desk, go, look } = await open('people', locale, size);
      const { t, button, field } = desk;
      await page.getByRole('link', { name: 'Rook' }).waitFor();
      await look('people');
      await page.getByRole('link', { name: t('people.add') }).click();
      // A label that means nothing is offered; a legal name has no field.
      expect(await field('people.label').inputValue()).not.toBe('');
      await field('people.label').fill('Dipper');
      await look('people-new');
      await button('people.save').click();
      await button('people.change').waitFor();
      await page.getByRole('button', { name: t('people.addRelation', { name: 'Dipper' }) }).click();
      await field('people.who').selectOption({ label: 'Heron 12' });
      await field('people.tie').selectOption('tie_lawyer');
      await button('people.save').click();
      await page
        .getByText(t('people.tieOf', { tie: t('people.tie.tie_client'), name: 'Heron 12' }))
        .waitFor();
      await look('person');
      await go(`people/${them.defender}`);
      await page.getByText(t('people.tieOf', { tie: t('people.tie.tie_lawyer'), name: 'Dipper' })).waitFor();
      // Her brother must not know: every reason stands before anybody calls him.
      await go(`people/${them.brother}`);
      await page.getByText('He tells the uncle, who works for the mine.').waitFor();
      await look('brother');
      expect(watched.faults()).toEqual([]);
      await watched.context.close();
    });

    it('are asked for their own consent: nothing is shared before, what is heard is kept with its text, and all is stopped in one step', async () => {
      const { watched, page, desk, look } = await open(`consents/${them.defender}`, locale, size);
      const { t, button, field } = desk;
      const first = page.locator('form.card').first();
      await button('share.title').click();
      await field('consent.purpose').selectOption('con_share_host');
      await field('consent.recipient').fill('The shelter in the hills');
      await page.getByRole('checkbox', { name: t('consent.field.health'), exact: true }).check();
      await page.getByText(t('share.no')).waitFor();
      await look('share-no');
      await page.getByRole('checkbox', { name: t('consent.field.health'), exact: true }).uncheck();
      await page.getByRole('checkbox', { name: t('consent.field.name'), exact: true }).check();
      await page.getByText(t('share.yes')).waitFor();
      await field('share.what').fill('Her label and how many come along.');
      await button('share.note').click();
      await first.waitFor({ state: 'detached' });

      // A yes to being named in public is not written down from spoken words.
      await button('consents.witness').click();
      await field('consent.purpose').selectOption('con_public_name');
      await page.getByText(t('refusal.door_needed')).waitFor();
      await field('consent.purpose').selectOption('con_interpreter');
      await field('consent.recipient').fill('Ibis');
      await page.getByRole('checkbox', { name: t('consent.field.story'), exact: true }).check();
      await field('consents.readText').fill('Ibis would hear what you tell us.');
      await button('consents.writeDown').click();
      await page.getByText(t('consents.incomplete')).waitFor();
      for (const one of ['understood', 'no_costs_nothing', 'may_withdraw', 'no_pressure'] as const)
        await page.getByRole('checkbox', { name: t(`consents.assured.${one}`) }).check();
      await look('witness');
      await button('consents.writeDown').click();
      await page.getByRole('heading', { name: t('consent.con_interpreter'), exact: true }).waitFor();

      // What cannot be undone waits for a second officer, who did not hear it first.
      await button('consents.second').click();
      await page
        .locator('form')
        .getByRole('button', { name: t('consents.second'), exact: true })
        .click();
      await page.getByText(t('consents.lacks.second')).waitFor({ state: 'detached' });
      await look('consents');

      await button('consents.withdrawAll').click();
      await page.getByText(t('consents.cannot')).waitFor();
      await page.getByText('Her label, how many come along, and what they need.').first().waitFor();
      await look('withdraw');
      await button('consents.withdrawNow').click();
      await button('consents.withdrawNow').waitFor({ state: 'detached' });
      const stopped = page.getByText(t('consents.standing.withdrawn'), { exact: true });
      await stopped.nth(2).waitFor();
      expect(await stopped.count()).toBe(3);

      // Whoever has received it is still to be told; and what is done without her takes two.
      await page.getByRole('link', { name: t('consents.backToAll') }).click();
      await page.getByText(t('share.toTell')).first().waitFor();
      await button('vital.agree').click();
      await field('vital.words').fill('Yes, tonight.');
      await button('vital.agree').click();
      await page.getByText(t('vital.standing.in_force')).waitFor();
      await look('consents-all');
      expect(watched.faults()).toEqual([]);
      await watched.context.close();
    });
  });
}

for (const [locale, size] of [
  ['en-GB', 'desktop'],
  ['ar', 'phone'],
] as const)
  describe(`the teams of an organisation (${locale}, ${size})`, () => {
    it('are founded with a name and a purpose, people come and go, and one that was ended stays in sight', async () => {
      const { watched, page, desk, look } = await open('people', locale, size);
      const { t, button, field } = desk;
      await page.goto(`${demo.desk}/?session=door#/members`);
      await button('teams.found').click();
      await field('teams.name').fill('Protection');
      await field('teams.name').fill(t('members.team.protection'));
      await page.getByText(t('refusal.name_taken')).waitFor();
      await field('teams.name').fill('Medical care');
      await field('teams.aim').fill('Doctors, and those who pay them.');
      await look('members-teams-found');
      await button('teams.foundNow').click();
      const row = page.locator('section[aria-labelledby=teams] li.row').filter({ hasText: 'Medical care' });
      await row.getByText(t('teams.people', { count: 1 })).waitFor();
      await row.getByRole('button', { name: t('teams.open') }).click();
      await row.getByLabel(t('teams.putIn')).selectOption({ index: 1 });
      await button('teams.putInNow').click();
      await row.getByText(t('teams.people', { count: 2 })).waitFor();
      await look('members-teams-open');
      await row.getByRole('button', { name: `${t('teams.takeOut')} Officer two` }).click();
      await page.locator('dialog').waitFor();
      await page.locator('dialog .button.danger').click();
      await row.getByText(t('teams.people', { count: 1 })).waitFor();
      await button('teams.rename').click();
      await field('teams.name').fill('Health');
      await button('teams.renameNow').click();
      const renamed = page.locator('section[aria-labelledby=teams] li.row').filter({ hasText: 'Health' });
      await renamed.waitFor();
      await button('teams.end').click();
      await field('teams.endWhy').fill('Its work is done.');
      await look('members-teams-end');
      await button('teams.endNow').click();
      await page.getByText(t('teams.endedOnes', { count: 1 })).waitFor();
      expect(await renamed.isVisible()).toBe(false);
      expect(watched.faults()).toEqual([]);
      await watched.context.close();
    });
  });

it('a person of whom nobody knows leads back to the people, whatever the address says', async () => {
  const { watched, page, desk } = await open(`people/${id(99_999)}`, 'en-GB', 'phone');
  await page.getByText(desk.t('people.notHere')).waitFor();
  await page.getByRole('link', { name: desk.t('people.backToAll') }).click();
  await page.getByRole('link', { name: 'Heron 12' }).waitFor();
  expect(watched.faults()).toEqual([]);
  await watched.context.close();
});
