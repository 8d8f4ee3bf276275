import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/*
 * What several test files build alike is built once for all of them: a dozen files would otherwise each spend the time of
 * a build. The folder belongs to one run of the tests and goes with it.
 */

const variable = 'LEEWARD_TEST_RUN';

/** For vitest, once before all files: makes the folder of this run. */
export function setup(): void {
  process.env[variable] = mkdtempSync(join(tmpdir(), 'leeward-run-'));
}

/** For vitest, once after all files. */
export function teardown(): void {
  const folder = process.env[variable];
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}

/** How long a builder may be silent before it counts as dead, in milliseconds. */
const silence = 30_000;

/**
 * The folder of something that is built once in a run, under a name. Whoever comes first builds; the others wait for it.
 * It is shared: who wants to change something in it makes a copy.
 */
export async function builtOnce(name: string, build: (folder: string) => Promise<void>): Promise<string> {
  const run = process.env[variable];
  if (run === undefined)
    throw new Error('tests/support/shared-build.ts is not among the global set-ups of this run');
  const folder = join(run, name);
  const [lock, ready] = [`${folder}.lock`, `${folder}.ready`];
  for (;;) {
    if (existsSync(ready)) return folder;
    if (isFree(lock)) break;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  const sign = setInterval(() => utimesSync(lock, new Date(), new Date()), silence / 6);
  try {
    await build(folder);
    mkdirSync(ready);
    return folder;
  } finally {
    clearInterval(sign);
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Takes the lock, which only one can; a builder that died leaves one that nobody touches any more. */
function isFree(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const touched = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - touched > silence) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}
