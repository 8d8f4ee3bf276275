/** Runs families of tests with vitest and counts what it reports. */
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, runTool } from './command.ts';
import { SECOND_TRIES } from './second-tries.ts';

export type Outcome = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** A sentence for the person reading: why nothing ran, or what broke outside of any single test. */
  readonly note?: string;
};

export type FamilyName = 'unit' | 'sync' | 'fault' | 'conformance' | 'postgres' | 'browser';

const PATTERNS: Readonly<Record<FamilyName, readonly string[]>> = {
  unit: ['{packages,apps,scripts,bench}/**/*.test.{ts,tsx}', 'tests/support/**/*.test.ts'],
  sync: ['tests/sync/**/*.test.ts'],
  fault: ['tests/fault/**/*.test.ts'],
  conformance: ['tests/conformance/**/*.test.ts'],
  postgres: ['{packages,apps,tests}/**/*.postgres.test.ts', 'tests/postgres/**/*.test.ts'],
  browser: ['{packages,apps,tests,bench}/**/*.browser.test.{ts,tsx}', 'tests/browser/**/*.test.ts'],
};

/** Whether a family has any test file at all. */
export function hasTests(family: FamilyName): boolean {
  const elsewhere = family === 'browser' || family === 'postgres' ? [] : ['browser', 'postgres'];
  return globSync([...PATTERNS[family]], { cwd: root, exclude: ['**/node_modules', '**/dist'] }).some(
    (file) => !elsewhere.some((kind) => file.includes(`.${kind}.test.`)),
  );
}

/**
 * Families whose tests wait most of the time, for a browser, another process or a timer: one file more at once than there
 * are cores, so that none stands idle.
 */
const WAITING: ReadonlySet<FamilyName> = new Set(['sync', 'fault', 'browser']);

/**
 * Families in which a test that failed is tried once more: a browser on a machine with other work may lose a race that has
 * nothing to do with us. What passes then is named, because most often it has (decision 69). A soak tries nothing twice.
 */
const TRIED_AGAIN: ReadonlySet<FamilyName> = new Set(['browser']);

/** Runs one family to its end. A crash, a hang or a report that cannot be read is a failure, never silence. */
export async function runFamily(family: FamilyName, env: NodeJS.ProcessEnv, limit: number): Promise<Outcome> {
  if (!hasTests(family)) return { passed: 0, failed: 0, skipped: 0, note: 'No tests of this kind yet.' };
  const folder = mkdtempSync(join(tmpdir(), 'leeward-report-'));
  const tries = join(folder, 'second-tries.txt');
  const again = TRIED_AGAIN.has(family) && env['LEEWARD_SOAK'] === undefined;
  const report = join(folder, 'report.json');
  try {
    const args = [
      'run',
      '--project',
      family,
      '--reporter=default',
      '--reporter=json',
      `--reporter=${join(import.meta.dirname, 'second-tries.ts')}`,
      `--outputFile.json=${report}`,
      ...(again ? ['--retry=1'] : []),
      ...(WAITING.has(family) ? [`--maxWorkers=${Math.max(2, availableParallelism()) + 1}`] : []),
    ];
    const done = await runTool('vitest/vitest.mjs', args, { env: { ...env, [SECOND_TRIES]: tries }, limit });
    if (done.timedOut) return withOneFailure(readReport(report), `Stopped after ${limit / 60_000} minutes.`);
    const read = readReport(report);
    const outcome = read === undefined ? undefined : { ...read, ...noteOf(tries) };
    if (outcome === undefined)
      return withOneFailure(outcome, `Vitest ended with code ${done.code} and left no report.`);
    if (done.code !== 0 && outcome.failed === 0) {
      return withOneFailure(
        outcome,
        `All tests passed, yet vitest ended with code ${done.code}: something broke outside of a test (see above).`,
      );
    }
    return outcome;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Says which tests passed only on a second try. */
function noteOf(tries: string): Pick<Outcome, 'note'> {
  if (!existsSync(tries)) return {};
  const names = readFileSync(tries, 'utf8').trim().split('\n');
  return { note: `Passed only on a second try, so look why:\n    ${names.join('\n    ')}` };
}

function withOneFailure(outcome: Outcome | undefined, note: string): Outcome {
  const counted = outcome ?? { passed: 0, failed: 0, skipped: 0 };
  return { ...counted, failed: counted.failed + 1, note };
}

type Report = {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
};

function readReport(path: string): Outcome | undefined {
  try {
    return countReport(JSON.parse(readFileSync(path, 'utf8')) as Report);
  } catch {
    return undefined;
  }
}

/** Counts a report. A file that failed before any of its tests did (a broken import, a failed hook) is one failure. */
export function countReport(report: Report): Outcome {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  for (const file of report.testResults) {
    const count = (status: string): number =>
      file.assertionResults.filter((test) => test.status === status).length;
    const failures = count('failed');
    passed += count('passed');
    failed += file.status === 'failed' && failures === 0 ? 1 : failures;
    skipped += file.assertionResults.length - count('passed') - failures;
  }
  return { passed, failed, skipped };
}
