import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/testing/longest-first.ts';

const soak = process.env['LEEWARD_SOAK'] !== undefined;
const minutes = (count: number): number => count * 60_000;

/** Files that need a browser or a PostgreSQL server run in a family of their own, wherever they lie. */
const browserFiles = '**/*.browser.test.{ts,tsx}';
const postgresFiles = '**/*.postgres.test.ts';
const never = ['**/node_modules/**', '**/dist/**', '.node/**'];

type Family = {
  readonly name: string;
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
  /** How long one test may take at CI size before it counts as failed. */
  readonly limit: number;
  /** Whether its files run one after another, because each of them fills the machine by itself. */
  readonly alone?: boolean;
  /** Whether its files share what they import: whoever replaces something global puts it back. */
  readonly together?: boolean;
  /** Whether its files build apps: what they build alike is built once. */
  readonly builds?: boolean;
  /** Whether its desks are opened without the slowness that a passphrase has. */
  readonly quickUnlock?: boolean;
};

/** One family is one run of `npm test`; scripts/test.ts calls them by these names. */
const families: readonly Family[] = [
  {
    name: 'unit',
    include: ['{packages,apps,scripts,bench}/**/*.test.{ts,tsx}', 'tests/support/**/*.test.ts'],
    exclude: [browserFiles, postgresFiles],
    limit: minutes(1),
    together: true,
  },
  ...['sync', 'fault', 'conformance'].map((name) => ({
    name,
    include: [`tests/${name}/**/*.test.ts`],
    exclude: [browserFiles, postgresFiles],
    limit: minutes(5),
    builds: name === 'fault',
    together: name === 'sync',
    quickUnlock: name !== 'conformance',
  })),
  {
    name: 'postgres',
    include: [postgresFiles, 'tests/postgres/**/*.test.ts'],
    limit: minutes(5),
    alone: true,
  },
  {
    name: 'browser',
    include: [browserFiles, 'tests/browser/**/*.test.ts'],
    limit: minutes(5),
    builds: true,
  },
];

export default defineConfig({
  test: {
    // Vitest leaves a core to its own process, which waits most of the time: of two cores one would stand idle.
    maxWorkers: Math.max(2, availableParallelism()),
    sequence: { sequencer: LongestFirst },
    projects: families.map((family) => ({
      test: {
        name: family.name,
        environment: 'node',
        // To import everything anew for each of three hundred files takes longer than their tests.
        isolate: family.together !== true,
        setupFiles: [
          'tests/support/seed.ts',
          ...(family.quickUnlock === true ? ['tests/support/quick-unlock.ts'] : []),
        ],
        // What is asked again until it holds has as long as any other step: a busy machine is no fault.
        expect: { poll: { timeout: 30_000 } },
        ...(family.builds === true ? { globalSetup: ['tests/support/shared-build.ts'] } : {}),
        include: [...family.include],
        exclude: [...never, ...(family.exclude ?? [])],
        fileParallelism: family.alone !== true,
        testTimeout: soak ? minutes(600) : family.limit,
        // Whoever comes first builds the apps for all, and on a machine that does much else that takes its time.
        hookTimeout: soak ? minutes(60) : minutes(family.builds === true ? 5 : 2),
      },
    })),
  },
});
