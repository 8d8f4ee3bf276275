import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultConfig, startRelay } from '@leeward/relay';
import { passphrase } from '../tests/support/desk.ts';
import type { Floor, Opened, Unlocked, Used } from './browser/tasks.ts';
import { generateOrganisation } from './generate.ts';
import { bundleInto, openPage, perform, startBrowser } from './support/browser.ts';
import { type Heap, heapsOf } from './support/heap.ts';
import type { Measured } from './support/measured.ts';
import { median } from './support/measured.ts';

/*
 * Opening a desk in Chromium, from the passphrase to the list on the page: the first time, when everything is fetched,
 * verified and opened, against verifying and opening the same bytes and nothing else; and warm, from the device's own
 * sealed lists, against the first time. Then a day's work at that desk, and what its worker holds.
 */

export type OpeningRound = {
  readonly floor: Floor;
  readonly first: Opened;
  readonly warm: Opened;
  readonly unlocked: Unlocked;
  /** What the session's worker holds once everything was verified and read for the search. */
  readonly heap: Heap;
  readonly bytes: number;
  readonly longestEvents: number;
  readonly used: Used;
};

/** Opens an organisation of so many cases, so many times. `folder` keeps the generated data between runs. */
export async function measureOpening(
  folder: string,
  cases: number,
  rounds: number,
): Promise<readonly OpeningRound[]> {
  const { touched, longest, longestEvents, bytes } = await generateOrganisation(folder, cases);
  const note = JSON.parse(readFileSync(join(folder, 'sample.json'), 'utf8')) as {
    readonly vault: Readonly<Record<string, string>>;
  };
  const temporary = mkdtempSync(join(tmpdir(), 'leeward-bench-'));
  await bundleInto(join(temporary, 'desk'));
  const apps = { ...defaultConfig().apps, desk: join(temporary, 'desk') };
  const relay = await startRelay({ data: folder, port: 0, apps }, { log: () => undefined });
  const found: OpeningRound[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const browser = await startBrowser(join(temporary, `profile-${round}`));
      let heap: Heap | undefined;
      const act = async <Outcome>(task: Parameters<typeof perform>[1]): Promise<Outcome> => {
        console.log(
          `  ${task.kind === 'open' ? (task.warm ? 'a warm opening' : 'a first opening') : task.kind} ...`,
        );
        const page = await openPage(browser, relay.url('desk'));
        const outcome = await perform<Outcome>(page, task);
        if (task.kind === 'open' && task.use !== null) heap = (await heapsOf(page)).get('session');
        await page.close();
        return outcome;
      };
      const opening = { kind: 'open', passphrase, cases, touched } as const;
      try {
        const floor = await act<Floor>({ kind: 'floor', vault: note.vault });
        await act({ kind: 'prepare', vault: note.vault, passphrase });
        const first = await act<Opened>({ ...opening, warm: false, use: null });
        const warm = await act<Opened>({ ...opening, warm: true, use: null });
        if (warm.list !== first.list) throw new Error('the warm list is not the one that was verified');
        const again = await act<Opened>({ ...opening, warm: true, use: longest });
        if (again.used === null || heap === undefined) throw new Error('nobody worked at the desk');
        const unlocked = await act<Unlocked>({ kind: 'unlock', passphrase });
        found.push({ floor, first, warm, unlocked, heap, bytes, longestEvents, used: again.used });
      } finally {
        await browser.close();
      }
    }
  } finally {
    await relay.stop();
    rmSync(temporary, { recursive: true, force: true });
  }
  return found;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

export function openingFigures(rounds: readonly OpeningRound[], cases: number): readonly Measured[] {
  const of = (read: (round: OpeningRound) => number): number => median(rounds.map(read));
  const line = (
    name: string,
    goal: Measured['goal'],
    mine: (round: OpeningRound) => number,
    other: (round: OpeningRound) => number,
    note: string,
  ): Measured => ({
    name,
    ratio: of((round) => mine(round) / other(round)),
    goal,
    rounds: rounds.length,
    detail: `${seconds(of(mine))} / ${seconds(of(other))}, ${note}`,
  });
  const first = (round: OpeningRound): number => round.first.milliseconds;
  const warm = (round: OpeningRound): number => round.warm.milliseconds;
  const unlocking = (round: OpeningRound): number => round.unlocked.milliseconds;
  const alone = `unlocking alone ${seconds(of(unlocking))}`;
  return [
    line(
      `first open of ${cases} cases / verify and open the same bytes`,
      { atMost: 1.5 },
      first,
      (round) => round.floor.chains,
      'unlocking included',
    ),
    line(
      `warm list of ${cases} cases / first open`,
      { atMost: 0.1 },
      warm,
      first,
      `unlocking included on both sides; ${alone}`,
    ),
    line(
      `the same without unlocking`,
      null,
      (round) => warm(round) - unlocking(round),
      (round) => first(round) - unlocking(round),
      'unlocking left out on both sides',
    ),
  ];
}
