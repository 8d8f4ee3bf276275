import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/testing/chromium.ts';
import { SUITE_RUNS, type SuiteRun } from '../conformance/suites/index.ts';
import type { Report } from '../conformance/suites/suite.ts';
import type { Everyday, Task } from './crypto-in-browser.ts';

/*
 * The same vectors and the same code as in tests/conformance, inside Chromium: once in a page as everybody has it,
 * once in a worker of a browser without JIT, which is also one without WASM, as hardened browsers are.
 */

const vectors = process.env['LEEWARD_VECTORS'] ?? '';
const entry = join(import.meta.dirname, 'crypto-in-browser.ts');
const ENTRY_NAME = 'crypto-in-browser.js';

/** The files of the bundle by name. */
async function bundle(): Promise<ReadonlyMap<string, string>> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'esnext', lib: { entry, formats: ['es'], fileName: () => ENTRY_NAME } },
  });
  const outputs = [built].flat() as readonly Rolldown.RolldownOutput[];
  const files = outputs.flatMap(({ output }) => output);
  return new Map(files.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code]] : [])));
}

function serve(files: ReadonlyMap<string, string>): Promise<Server> {
  const server = createServer((request, response) => {
    const name = decodeURIComponent((request.url ?? '/').slice(1));
    const script = files.get(name);
    const wanted = SUITE_RUNS.find(({ file }) => name === `vectors/${file}`)?.file;
    if (script !== undefined) {
      response.setHeader('content-type', 'text/javascript').end(script);
    } else if (wanted !== undefined) {
      response.setHeader('content-type', 'application/json').end(readFileSync(join(vectors, wanted)));
    } else {
      response.setHeader('content-type', 'text/html');
      response.end(
        `<!doctype html><title>Vectors</title><script type="module" src="/${ENTRY_NAME}"></script>`,
      );
    }
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

const places = [
  { place: 'a page of Chromium', flags: [], worker: false },
  { place: 'a worker of a Chromium without JIT and WASM', flags: ['--js-flags=--jitless'], worker: true },
] as const;

describe.each(places)('in $place', ({ flags, worker }) => {
  let server: Server;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await serve(await bundle());
    const executablePath = findChromium();
    if (executablePath === undefined) throw new Error('no Chromium was found');
    browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS, ...flags] });
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => typeof globalThis.performHere === 'function');
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  const perform = <Outcome extends Report | Everyday | string>(task: Task): Promise<Outcome> =>
    page.evaluate(
      ([asked, inWorker]) => (inWorker ? globalThis.performInWorker(asked) : globalThis.performHere(asked)),
      [task, worker] as const,
    ) as Promise<Outcome>;

  it('everything that the layer offers works with what the browser has', async () => {
    const everyday = await perform<Everyday>({ kind: 'everyday' });
    expect(everyday.inWorker).toBe(worker);
    expect(everyday.wasm).toBe(!worker);
    expect(Object.entries(everyday.right).filter(([, right]) => !right)).toEqual([]);
    expect(['webcrypto', 'noble']).toContain(everyday.verifies);
    console.info(`verifies by ${everyday.verifies}, signs by ${everyday.signs}, seals by ${everyday.seals}`);
  });

  if (!worker) {
    it('the key that opens the vault is the one that Node derives', async () => {
      expect(await perform<string>({ kind: 'unlock' })).toBe(
        '2f71124dc721ef0d111cdc2544223a1ddde9da13eb49011b26f45f26b49a3408',
      );
    });
  }

  if (vectors === '') {
    it('LEEWARD_VECTORS names no folder, so the public vectors of others are not run', () => {
      console.info('LEEWARD_VECTORS is not set: the public test vectors of others are not run.');
      expect(SUITE_RUNS.length).toBeGreaterThan(0);
    });
  } else {
    const comesOutAsInNode = async ({ file, primitive, backend, atLeast }: SuiteRun): Promise<void> => {
      const report = await perform<Report>({ kind: 'vectors', file, backend });
      expect(report.failures).toEqual([]);
      if (report.missing) {
        // A browser may lack ML-KEM: then the layer has to know it, and noble's vectors are the ones that count.
        console.info(`this browser has no ${primitive} of its own`);
        expect(backend).toBe('webcrypto');
        expect((await perform<Everyday>({ kind: 'everyday' })).seals).toBe('noble');
      } else {
        expect(report.checked).toBeGreaterThanOrEqual(atLeast);
      }
    };
    const isEd25519 = ({ primitive }: SuiteRun): boolean => primitive.startsWith('Ed25519');

    it.each(SUITE_RUNS.filter(isEd25519))(
      'the public vectors of $primitive have our one verdict on $backend [rule 15][fault 31]',
      comesOutAsInNode,
    );

    it.each(SUITE_RUNS.filter((run) => !isEd25519(run)))(
      'the public vectors of $primitive come out as published on $backend',
      comesOutAsInNode,
    );
  }
});
