import { toHex } from '@leeward/sealed-log/wire';
import { plainItem } from '@leeward/workspace/door/request.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, watchedContext, windows } from '../support/browser.ts';
import { type BuiltApps, buildApps } from '../support/built-apps.ts';
import { deskPage } from '../support/desk-page.ts';
import { startTestRelay } from '../support/relay.ts';
import { visit } from '../support/visitor.ts';

/* What an organisation found goes to a partner on her yes alone, and what it chooses for itself is read everywhere. */

let apps: BuiltApps;
let browser: Browser;
beforeAll(async () => {
  [apps, browser] = await Promise.all([buildApps(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  apps?.end();
});

const unsigned: readonly RegExp[] = [
  /A bad HTTP response code \(404\) was received when fetching the script/,
];
const partner = 'House of the Second Wind';

describe('what an organisation found, and how it judges', () => {
  it('is given to a partner while she agrees and not afterwards; another table makes another band, with its reason (desktop en, phone ar)', async () => {
    const relay = await startTestRelay({ apps });
    const origins = (['desk', 'door', 'files'] as const).map((app) => `${relay.url(app)}/`);
    const own = { origins, expected: unsigned, reducedMotion: 'reduce' as const };
    const admin = await watchedContext(browser, { ...own, locale: 'en-GB', ...windows.desktop });
    try {
      const desk = deskPage(await admin.newPage(), 'en', 20_000);
      const { page, t } = desk;
      await desk.found(relay.url('desk'), await relay.token(), 'Synthetic Aid', 'Officer One');
      const door = await desk.publishDoor();
      const visitor = await visit(relay, door);
      await visitor.ask('I told my story once already.');
      await desk.goTo('shell.requests', 'queue.title');
      await desk.openRequest('I told my story once already.');
      await desk.button('queue.claim').click();
      await page.getByRole('button', { name: t('back.openPart', { part: t('back.consents') }) }).click();
      await desk.field('consent.purpose').selectOption('con_reuse_verification');
      await desk.field('consent.recipient').fill(partner);
      await page.getByRole('checkbox', { name: t('consent.field.verification'), exact: true }).check();
      await desk
        .field('consent.text')
        .fill('May this house use what we found, so that you need not tell it again?');
      await desk.button('back.send').click();
      const asked = await visitor.readUntil(({ replies }) =>
        replies.some(({ message }) => message?.type === 'consent'),
      );
      const put = asked.replies.find(({ message }) => message?.type === 'consent');
      if (put?.message?.type !== 'consent') throw new Error('no question');
      const answer = { type: 'consent', v: 1, id: put.message.id, asked: toHex(put.hash) } as const;
      await visitor.say(plainItem({ ...answer, answer: 'given' }));
      await page.getByRole('button', { name: t('back.openPart', { part: t('back.consents') }) }).click();
      await page.getByText(t('consent.standing.given'), { exact: true }).first().waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: t('openCase.title') }).click();
      await desk.field('openCase.pseudonym').fill('Heron 12');
      await desk.button('openCase.submit').click();
      await page.locator('.case-head').first().waitFor();
      const record = /#\/case\/([0-9a-f]{64})/.exec(page.url())?.[1] ?? '';
      const part = async (address: string): Promise<void> =>
        page.evaluate((hash) => {
          location.hash = hash;
        }, `#/case/${record}/${address}`);

      await part('verification');
      const work = page.locator('section[aria-labelledby=verify-questions] > section').nth(1);
      await work.getByRole('button', { name: t('verify.findingNew') }).click();
      await work.getByLabel(t('verify.level')).selectOption('ver_2_documents');
      await work.getByLabel(t('verify.words')).fill('Forty articles, seen.');
      await work.getByRole('button', { name: t('common.save') }).click();
      await work.locator('.finding').waitFor();

      await part('sheets/partner');
      await desk.field('partner.reference').fill('Reed 11');
      await page.getByRole('checkbox', { name: t('verify.q.vq_defender_work') }).check();
      const make = desk.button('partner.make');
      // To somebody else she has not said yes.
      await desk.field('partner.recipient').fill('House of the First Wind');
      await page.getByText(t('share.no')).waitFor();
      expect(await make.isDisabled()).toBe(true);
      await desk.field('partner.recipient').fill(partner);
      await page.getByText(t('share.yes')).waitFor();
      await desk.looked();
      const [file] = await Promise.all([page.waitForEvent('download'), make.click()]);
      const code = await page
        .getByRole('textbox', { name: t('partner.code') })
        .first()
        .inputValue();
      await desk.button('common.close').first().click();
      // The partner reads it with the code and this door, and sees a level and a month, and no source and no words.
      await page.locator('form input[type=file]').setInputFiles((await file.path()) ?? '');
      await desk.field('partner.code').fill(code);
      await desk.field('partner.link').fill(door);
      await desk.button('partner.read').click();
      const theirs = page.getByRole('status').filter({ has: page.locator('.note.good') });
      await theirs.getByText(t('verify.level.ver_2_documents')).first().waitFor();
      expect(await theirs.textContent()).not.toMatch(/Forty articles|Heron/);
      await desk.looked();

      // She takes it back at her door: nothing more is given, and the screen says whose word stops it.
      await visitor.say(plainItem({ ...answer, answer: 'withdrawn' }));
      await desk.field('partner.recipient').fill(partner);
      await page.getByText(t('share.no')).waitFor();
      expect(await make.isDisabled()).toBe(true);

      // From here on the same desk on a phone, in Arabic.
      await page.setViewportSize(windows.phone.viewport);
      await page.evaluate(() => {
        location.hash = '#/settings';
      });
      await page.locator('label[lang=ar] input[name=language]').click();
      const phone = deskPage(page, 'ar', 20_000);
      await phone.heading('settings.title').waitFor();
      await page.getByText(phone.t('danger.matrix.own')).click();
      const rows = page.locator('details[open] fieldset');
      // Hardly likely, and it may kill.
      const cell = rows.last().locator('select').last();
      const before = await cell.inputValue();
      await cell.selectOption('risk_high');
      await page
        .locator('details[open]')
        .getByLabel(phone.t('danger.matrix.why'))
        .fill('اتفق الفريق في آذار.');
      await phone.looked();
      const use = phone.button('danger.matrix.set');
      await use.click();
      await expect.poll(() => use.isDisabled()).toBe(true);
      await page.getByText(phone.t('danger.matrix.own')).click();
      // For how long a finding holds, beside it.
      await page.getByText(phone.t('verify.terms.title')).click();
      await phone.field('verify.terms.months').nth(4).fill('3');
      await page
        .locator('details[open]')
        .getByLabel(phone.t('danger.matrix.why'))
        .fill('اتفق الفريق في آذار.');
      await phone.looked();
      const terms = phone.button('verify.terms.set');
      await terms.click();
      await expect.poll(() => terms.isDisabled()).toBe(true);

      await part('risk/assess');
      await page.locator('input[name=likelihood][value=like_1]').check();
      await page.locator('input[name=impact][value=impact_5]').check();
      const band = page.locator('.matrix td[aria-current]');
      await expect.poll(() => band.getAttribute('data-band')).toBe('risk_high');
      expect(before).not.toBe('risk_high');
      await page.getByText('اتفق الفريق في آذار.').waitFor();
      await phone.looked();
      await part('verification');
      await page.locator('.finding').first().waitFor();
      await phone.looked();
      expect(admin.faults()).toEqual([]);
    } finally {
      await admin.context.close();
      await relay.end();
    }
  });
});
