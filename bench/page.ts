import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultConfig, startRelay } from '@leeward/relay';
import type { Page } from 'playwright-core';
import { goWithin, settled } from '../tests/support/browser.ts';
import { passphrase } from '../tests/support/desk.ts';
import { generateOrganisation } from './generate.ts';
import { bundleInto, openPage, perform, startBrowser } from './support/browser.ts';
import type { Measured } from './support/measured.ts';

/*
 * The desk's own page, as it ships, over an organisation of thousands of cases, in a browser slowed six times: how long
 * somebody waits for each screen, and for how long the page stands still at most.
 */

const SLOWED = 6;
/** What a person waits for without losing her thought. */
const patience = 1000;

type Shown = { readonly name: string; readonly drawn: number; readonly still: number };

/** Opens each screen of a desk that holds so many cases. `folder` keeps the generated data between runs. */
export async function measurePage(folder: string, cases: number): Promise<readonly Measured[]> {
  const { touched } = await generateOrganisation(folder, cases);
  const note = JSON.parse(readFileSync(join(folder, 'sample.json'), 'utf8')) as {
    readonly vault: Readonly<Record<string, string>>;
  };
  const temporary = mkdtempSync(join(tmpdir(), 'leeward-bench-'));
  await bundleInto(join(temporary, 'desk'));
  const serve = (desk: string, port: number) =>
    startRelay({ data: folder, port, apps: { ...defaultConfig().apps, desk } }, { log: () => undefined });
  const first = await serve(join(temporary, 'desk'), 0);
  const address = first.url('desk');
  const browser = await startBrowser(join(temporary, 'profile'));
  try {
    const filling = await openPage(browser, address);
    await perform(filling, { kind: 'prepare', vault: note.vault, passphrase });
    await perform(filling, { kind: 'open', passphrase, cases, touched, warm: false, use: null });
    await filling.close();
    await first.stop();
    const relay = await serve(defaultConfig().apps.desk, Number(new URL(address).port));
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(60_000);
      return figures(await walk(page, address), cases);
    } finally {
      await relay.stop();
    }
  } finally {
    await browser.close();
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function walk(page: Page, address: string): Promise<readonly Shown[]> {
  await page.addInitScript(() => {
    const blocks: number[] = [];
    Object.assign(globalThis, { blocks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) blocks.push(duration);
    }).observe({ type: 'longtask' });
  });
  await page.goto(address);
  const field = page.locator('form input').first();
  await field.fill(passphrase);
  const line = await page.context().newCDPSession(page);
  await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  const shown: Shown[] = [];
  const take = async (name: string, act: () => Promise<unknown>): Promise<void> => {
    await page.evaluate(() => (globalThis as unknown as { blocks: number[] }).blocks.splice(0));
    const started = performance.now();
    await act();
    await settled(page);
    const drawn = performance.now() - started;
    const blocks = await page.evaluate(() => (globalThis as unknown as { blocks: number[] }).blocks);
    shown.push({ name, drawn, still: Math.max(0, ...blocks) });
  };
  const to = (hash: string) => async (): Promise<void> => {
    if (!(await goWithin(page, hash))) throw new Error(`${hash} did not come`);
  };
  await take('the day, from the passphrase', async () => {
    await field.press('Enter');
    await page.locator('nav').waitFor();
    await page.locator('.loading').waitFor({ state: 'detached' });
  });
  await take('the cases', async () => {
    await to('#/cases')();
    await page.locator('[role=row], tbody tr').nth(3).waitFor();
  });
  const find = page.locator('main input[type=search]').first();
  await take('a word typed above the list', () => find.pressSequentially('heron'));
  await take('the list to its end', async () => {
    await find.fill('');
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  });
  await take('what is due', to('#/due'));
  await take('who carries what', to('#/load'));
  await take('what cases have in common', to('#/patterns'));
  await take('the day again', to('#/today'));
  await take('the cases again', to('#/cases'));
  await take('one case', async () => {
    const link = page.locator('a[href^="#/case/"]').first();
    await to((await link.getAttribute('href')) ?? '')();
  });
  return shown;
}

function figures(shown: readonly Shown[], cases: number): readonly Measured[] {
  return shown.map(({ name, drawn, still }) => ({
    name: `${name}, ${cases} cases, ${SLOWED} times slowed / ${patience} ms`,
    ratio: drawn / patience,
    goal: name === 'the day, from the passphrase' ? null : { atMost: 1 },
    rounds: 1,
    detail: `${drawn.toFixed(0)} ms; the page stood still for ${still.toFixed(0)} ms at most`,
  }));
}
