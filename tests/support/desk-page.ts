import { createTranslator, type DeskKey, type DeskLocale, type Translator } from '@leeward/ui';
import { compileCatalogue } from '@leeward/ui/language/compile.ts';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFaults, sidewaysOverflow } from './browser.ts';

/** What a person does at the desk, in the language of the page. Each step waits for what it leads to. */
export type DeskPage = ReturnType<typeof deskPage>;

export const deskPassphrase = 'river moss tall seven gate';

/** The desk in one language; `patience` in milliseconds is how long a step may take. */
export function deskPage(page: Page, locale: DeskLocale, patience = 60_000) {
  page.setDefaultTimeout(patience);
  const t: Translator<DeskKey> = createTranslator(locale, compileCatalogue('desk', locale));
  const button = (key: DeskKey): Locator => page.getByRole('button', { name: t(key), exact: true });
  const heading = (key: DeskKey): Locator => page.getByRole('heading', { name: t(key), exact: true });
  const field = (key: DeskKey): Locator => page.getByLabel(t(key), { exact: true });

  /** Holds the screen as it stands to axe and to the width of its window. */
  let looks = 0;
  const looked = async (): Promise<void> => {
    const title = (await page.locator('h1').first().textContent()) ?? '';
    // For whoever wants to see the screens of a journey: LEEWARD_LOOK names a folder.
    const folder = process.env['LEEWARD_LOOK'];
    looks += 1;
    if (folder !== undefined)
      await page.screenshot({ path: `${folder}/${locale}-${Date.now()}-${looks}.png`, fullPage: true });
    // From the top: the bar of a file stays in view and covers whatever happens to be scrolled under it.
    await page.evaluate(() => window.scrollTo(0, 0));
    expect(await axeFaults(page), title).toEqual([]);
    expect(await sidewaysOverflow(page), title).toBeLessThanOrEqual(0);
  };

  /** Goes somewhere by the menu, which a phone hides behind a button. */
  const goTo = async (key: DeskKey, title: DeskKey): Promise<void> => {
    const link = page.locator('nav').getByRole('link', { name: new RegExp(`^${t(key)}`) });
    if (!(await link.isVisible())) await button('shell.menu').click();
    await link.click();
    await heading(title).waitFor();
  };

  /** Goes to a part of the file that is open: by the rail, or on a phone by the sheet with all parts. */
  const openPart = async (title: DeskKey): Promise<void> => {
    const ways = page.getByRole('navigation', { name: t('case.parts') });
    // One of the two is there: which one is decided by the width of the window.
    const sheet = page.locator('.part-button');
    await ways.or(sheet).first().waitFor();
    if (await sheet.isVisible()) await sheet.click();
    await ways.getByRole('link', { name: t(title) }).click();
    await page.locator(`.case-body[aria-label^="${t(title)} ·"]`).waitFor();
  };

  const fillPerson = async (name: string): Promise<void> => {
    await field('create.yourName').fill(name);
    await field('create.passphrase').fill(deskPassphrase);
  };

  return {
    page,
    t,
    button,
    heading,
    field,
    looked,
    goTo,
    openPart,

    /** Founds an organisation on an empty device, recovery file and code included. */
    found: async (origin: string, token: string, organisation: string, name: string): Promise<void> => {
      await page.goto(`${origin}/`);
      await page.locator('.choice').first().click();
      await field('create.token').fill(token);
      await field('create.name').fill(organisation);
      await fillPerson(name);
      await looked();
      await button('create.submit').click();
      await heading('recovery.title').waitFor();
      await looked();
      const saved = page.waitForEvent('download');
      await button('recovery.file').click();
      await saved;
      const input = page.locator('input.short');
      const label = await page
        .locator('label', { has: page.locator('xpath=.') })
        .last()
        .innerText();
      const place = Number(/\d/.exec(label)?.[0]);
      await input.fill(
        await page
          .locator('.recovery-code li')
          .nth(place - 1)
          .innerText(),
      );
      await button('recovery.goOn').click();
      await heading('today.title').waitFor();
    },

    /** Publishes the door in two languages and returns its link. */
    publishDoor: async (): Promise<string> => {
      await goTo('shell.door', 'door.title');
      for (const language of ['English', 'العربية']) {
        await page.getByRole('checkbox', { name: language, exact: true }).check();
        const part = page.locator(`[data-language=${language === 'English' ? 'en' : 'ar'}]`);
        await part.getByLabel(t('door.name')).fill('Synthetic Aid');
        await part.getByLabel(t('door.retention')).fill('6');
      }
      await button('door.save').click();
      await page.getByText(t('door.open')).waitFor();
      await looked();
      return page.getByRole('textbox', { name: t('door.link') }).inputValue();
    },

    /** Invites a protection officer and returns the link. */
    invite: async (): Promise<string> => {
      await goTo('shell.members', 'members.title');
      await button('invite.title').click();
      await button('invite.make').click();
      const link = page.getByRole('textbox', { name: t('invite.link') });
      await link.waitFor();
      return link.inputValue();
    },

    /** Opens an invitation on another device and returns the six words. */
    join: async (link: string, name: string): Promise<readonly string[]> => {
      await page.goto(link);
      await fillPerson(name);
      await looked();
      await button('join.submit').click();
      await page.locator('.check-words li').first().waitFor();
      await looked();
      return page.locator('.check-words li').allInnerTexts();
    },

    /** The six words that the administrator sees for somebody who has opened the link. */
    wordsToCompare: async (): Promise<readonly string[]> => {
      await page.locator('.check-words li').first().waitFor();
      return page.locator('.check-words li').allInnerTexts();
    },

    /** Opens the request that begins with these words. */
    openRequest: async (words: string): Promise<void> => {
      await page.getByRole('row').filter({ hasText: words }).click();
      await button('request.open').click();
      await heading('talk.title').waitFor();
    },

    /** Looks at a file; it may have come after the words, and then somebody has to open it as well. */
    showFirstFile: async (): Promise<void> => {
      const show = page.getByRole('button', { name: new RegExp(`^${t('request.fileShow')}`) });
      await page.locator('.file, .unopened').first().waitFor();
      if (!(await show.first().isVisible())) await button('request.openMessages').click();
      await show.first().click();
    },

    reply: async (text: string): Promise<void> => {
      await field('talk.write').fill(text);
      await button('talk.send').click();
      await page.locator('.bubble').filter({ hasText: text }).locator('.state.confirmed').waitFor();
    },
  };
}
