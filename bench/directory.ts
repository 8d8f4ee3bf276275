import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { pack } from '@leeward/directory/build/vite-plugin.ts';
import { day, people } from '@leeward/directory/testing/people.ts';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { launchBrowser } from '../tests/support/browser.ts';
import { type Measured, median } from './support/measured.ts';

/** How much slower than this machine the page computes: an old phone, as measuring tools of the web take it (4) and half more. */
const SLOWED = 6;
/** What an answer may take there, in milliseconds. */
const GOAL_MS = 50;
const LARGE = 5000;

/**
 * The directory as a phone has it: all three lists with reasons, for every person of the scenarios, over the shipped
 * set and over one of 5,000 entries, in a browser that computes six times slower; and the bytes that are fetched.
 */
export async function measureDirectory(rounds: number): Promise<readonly Measured[]> {
  const { text, pin } = pack('everybody');
  const script = await bundled();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    const slow = await page.context().newCDPSession(page);
    await slow.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    const figures: Measured[] = [];
    for (const count of [pin.count, LARGE]) {
      const times = await answerTimes(page, text, count, rounds);
      figures.push({
        name: `an answer of the directory over ${count} entries, ${SLOWED} times slowed / ${GOAL_MS} ms`,
        ratio: times.answer / GOAL_MS,
        goal: count === LARGE ? null : { atMost: 1 },
        rounds,
        detail: `${times.answer.toFixed(1)} ms, the slowest of ${Object.keys(people).length} situations; reading the data once ${times.parse.toFixed(1)} ms`,
      });
    }
    const packed = brotliCompressSync(text).length;
    figures.push({
      name: 'bytes fetched for the directory / the same as text',
      ratio: packed / text.length,
      goal: null,
      rounds: 1,
      detail: `${(packed / 1024).toFixed(1)} KB Brotli of ${(text.length / 1024).toFixed(0)} KB, ${pin.count} entries, once`,
    });
    return figures;
  } finally {
    await browser.close();
  }
}

/** The reasoning as one script that hangs it on the window. */
async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(import.meta.resolve('@leeward/directory/reason.ts')),
        formats: ['iife'],
        name: 'directory',
      },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
}

type Times = { readonly answer: number; readonly parse: number };

async function answerTimes(page: Page, text: string, count: number, rounds: number): Promise<Times> {
  const measured = await page.evaluate(
    ({ text: json, count: wanted, rounds: times, answers, today }) => {
      const { reason } = (window as unknown as { directory: typeof import('@leeward/directory/reason.ts') })
        .directory;
      const start = performance.now();
      const { entries } = JSON.parse(json);
      const parse = performance.now() - start;
      const many = Array.from({ length: wanted }, (_, at) => ({
        ...entries[at % entries.length],
        id: `entry-${at}`,
      }));
      // The page sorts everything once when it opens, before anything is answered.
      reason(many, {}, today);
      const slowest = answers.map((one) => {
        const runs: number[] = [];
        for (let round = 0; round < times + 1; round += 1) {
          const begun = performance.now();
          reason(many, one, today);
          runs.push(performance.now() - begun);
        }
        // The first round is what somebody waits for after the first answer: it counts like every other.
        return runs;
      });
      return { parse, slowest };
    },
    { text, count, rounds: Math.max(3, rounds), answers: Object.values(people), today: day },
  );
  return { parse: measured.parse, answer: Math.max(...measured.slowest.map((runs) => median(runs))) };
}
