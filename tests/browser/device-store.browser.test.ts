import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { memoryStore } from '@leeward/workspace/desk/store/memory-store.ts';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { runs } from '../support/size.ts';
import { type Step, takeSteps } from '../support/store-steps.ts';

/*
 * The store of a browser keeps rows in packs. Nobody who uses it may see that: whatever is added, changed, dropped and
 * asked for, in whatever order and however closely after one another, it answers as the store in memory does.
 */

const entry = join(import.meta.dirname, 'store-in-browser.ts');
let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'esnext', lib: { entry, formats: ['es'], fileName: () => 'store.js' } },
  });
  const outputs = [built].flat() as readonly Rolldown.RolldownOutput[];
  const files = outputs.flatMap(({ output }) => output);
  server = createServer((request, response) => {
    const found = files.find((file) => `/${file.fileName}` === request.url);
    if (found?.type === 'chunk') response.setHeader('content-type', 'text/javascript').end(found.code);
    else
      response
        .setHeader('content-type', 'text/html')
        .end('<!doctype html><title>Store</title><script type="module" src="/store.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction(() => typeof globalThis.takeStepsOnStore === 'function');
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

const log = fc.constantFrom('r:one', 'r:two', 'i:box');
const position = fc.oneof(fc.nat(12), fc.nat(200));
const value = fc.integer({ min: 1, max: 250 });
/** Now and then a long run, which fills more than one pack. */
const run = fc
  .tuple(log, position, fc.integer({ min: 1, max: 150 }), value)
  .map(([name, first, count, start]) =>
    Array.from({ length: count }, (_, index) => ({
      log: name,
      position: first + index,
      value: start + (index % 5),
    })),
  );
const single = fc.record({ log, position, value });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    type: fc.constant('add' as const),
    rows: fc.oneof(fc.array(single, { maxLength: 6 }), run),
    values: fc.array(fc.record({ name: fc.constantFrom('a:1', 'a:2', 'b:1'), value }), { maxLength: 2 }),
    durable: fc.constantFrom('now' as const, 'later' as const),
  }),
  fc.record({ type: fc.constant('drop' as const), log, from: position }),
  fc.record({
    type: fc.constant('rows' as const),
    logs: fc.array(fc.oneof(log, fc.constant('r:none')), { maxLength: 4 }),
  }),
  fc.record({ type: fc.constant('lengths' as const), prefix: fc.constantFrom('r:', 'i:', '') }),
  fc.record({ type: fc.constant('values' as const), prefix: fc.constantFrom('a:', 'b:', 'c:') }),
);
const everything: readonly Step[] = [
  { type: 'rows', logs: ['r:one', 'r:two', 'i:box'] },
  { type: 'lengths', prefix: '' },
  { type: 'values', prefix: '' },
];

describe("the store of a desk's browser", () => {
  let count = 0;
  const compare = (atOnce: boolean): Promise<void> =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (given) => {
        count += 1;
        // A value is promised to whoever waited for it; rows to whoever asks afterwards.
        const steps = atOnce ? given.filter((one) => one.type !== 'values') : given;
        const name = `store-${count}`;
        const expected = memoryStore();
        const take = (taken: readonly Step[], parallel: boolean) =>
          page.evaluate((given) => globalThis.takeStepsOnStore(...given), [name, taken, parallel] as const);
        expect(await take(steps, atOnce)).toEqual(await takeSteps(expected, steps, false));
        // And once more by a session that begins with what lies on the disk.
        expect(await take(everything, false)).toEqual(await takeSteps(expected, everything, false));
      }),
      { numRuns: runs(60) },
    );

  it('answers as the store in memory, step by step, and after it was opened again', () => compare(false));

  it('answers so too when nobody waits for one step before the next', () => compare(true));
});
