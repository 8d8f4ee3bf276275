/**
 * `npm test`: sets up what is missing, then checks everything, and closes with one line: `N passed, N failed`.
 * `npm run soak` is the same code with LEEWARD_SOAK set: randomised tests run so many times as often.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.ts';
import { checkImports } from './check-imports.ts';
import { findOutdatedDocuments, writeDocuments } from './generate-docs.ts';
import { describeTree, recordSoak } from './soak-record.ts';
import { findChromium, installChromium } from './testing/chromium.ts';
import { endTogether, root, run, runTool } from './testing/command.ts';
import { type FamilyName, hasTests, type Outcome, runFamily } from './testing/families.ts';
import { findPostgres, installPostgres, type RunningPostgres, startPostgres } from './testing/postgres.ts';
import { TYPE_PROJECTS } from './testing/type-projects.ts';

type Step = { readonly name: string; readonly title: string; readonly run: () => Promise<Outcome> };

const HELP = `Usage: npm test -- [options]

  --only <step>   run one step (may be given several times)
  --soak          run the randomised tests at full size (npm run soak): five times that of CI; takes about an hour
  --times <n>     with --soak: n times that of CI instead
  --help          show this text

Steps, in order:
`;

// Colours are for a terminal; in a log they are noise around the words.
if (!process.stdout.isTTY && process.env['FORCE_COLOR'] === undefined) process.env['NO_COLOR'] = '1';

const environment: NodeJS.ProcessEnv = { ...process.env };
let database: RunningPostgres | undefined;

const PASSED: Outcome = { passed: 1, failed: 0, skipped: 0 };
const nothing = (note: string): Outcome => ({ passed: 0, failed: 0, skipped: 0, note });
const failure = (note: string): Outcome => ({ passed: 0, failed: 1, skipped: 0, note });

const steps: readonly Step[] = [
  { name: 'types', title: 'Type check', run: checkTypes },
  { name: 'lint', title: 'Lint and format', run: lint },
  { name: 'imports', title: 'Import rules', run: imports },
  { name: 'docs', title: 'Generated documents', run: documents },
  { name: 'unit', title: 'Unit and property tests', run: () => family('unit') },
  { name: 'build', title: 'Builds', run: builds },
  { name: 'sync', title: 'Sync tests', run: () => family('sync') },
  { name: 'fault', title: 'Fault tests', run: () => family('fault') },
  { name: 'conformance', title: 'Conformance tests', run: () => family('conformance') },
  { name: 'postgres', title: 'Tests on PostgreSQL', run: postgres },
  { name: 'browser', title: 'Tests in a browser', run: browser },
];

/** How many times the size of CI a full run has. */
const FULL_SIZE = 5;

type Options = {
  readonly only: readonly string[];
  readonly soak: boolean;
  /** How many times the size of CI a soak has. */
  readonly times: number;
};

function readOptions(args: readonly string[]): Options {
  const only: string[] = [];
  let soak = false;
  let times = FULL_SIZE;
  const rest = [...args];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (argument === '--help' || argument === '-h') {
      console.log(HELP + steps.map((step) => `  ${step.name.padEnd(14)}${step.title}`).join('\n'));
      process.exit(0);
    } else if (argument === '--soak') soak = true;
    else if (argument === '--times') times = readTimes(rest.shift());
    else if (argument === '--only' && rest[0] !== undefined) only.push(rest.shift() ?? '');
    else if (argument.startsWith('--only=')) only.push(argument.slice('--only='.length));
    else stopWith(`"${argument}" is not an option here. \`npm test -- --help\` lists them.`);
  }
  const unknown = only.find((name) => !steps.some((step) => step.name === name));
  if (unknown !== undefined) stopWith(`There is no step "${unknown}". \`npm test -- --help\` lists them.`);
  return { only, soak, times };
}

function readTimes(given: string | undefined): number {
  const times = Number(given);
  if (!Number.isInteger(times) || times < 2) stopWith('`--times` takes a whole number from 2 on.');
  return times;
}

function stopWith(message: string): never {
  console.log(`${message}\n0 passed, 1 failed`);
  process.exit(2);
}

async function checkTypes(): Promise<Outcome> {
  let broken = 0;
  for (const project of TYPE_PROJECTS) {
    const done = await runTool('typescript/bin/tsc', ['-p', project, '--pretty', 'false']);
    if (done.code !== 0) broken += 1;
  }
  return broken === 0
    ? PASSED
    : failure(`Type errors in ${broken} of ${TYPE_PROJECTS.length} projects (see above).`);
}

async function lint(): Promise<Outcome> {
  const done = await runTool('@biomejs/biome/bin/biome', [
    'check',
    '--max-diagnostics=100',
    '--diagnostic-level=error',
  ]);
  return done.code === 0 ? PASSED : failure('`npm run fix` puts right what can be put right by itself.');
}

async function imports(): Promise<Outcome> {
  const broken = checkImports(root);
  for (const line of broken) console.log(line);
  return broken.length === 0 ? PASSED : failure(`${broken.length} imports against the rules of the house.`);
}

async function documents(): Promise<Outcome> {
  const outdated = findOutdatedDocuments();
  return outdated.length === 0
    ? PASSED
    : failure(`Not current: ${outdated.join(', ')}. Run \`npm run docs\` and commit what it wrote.`);
}

async function builds(): Promise<Outcome> {
  const day = 24 * 3600;
  const date = Math.floor(Date.now() / 1000 / day) * day;
  const results = await build(undefined, date);
  for (const { app, ok, output } of results)
    console.log(ok ? `apps/${app} built.` : `apps/${app} failed:\n${output}`);
  if (results.length === 0) return nothing('No app has anything to build yet.');
  const passed = results.filter((result) => result.ok).length;
  // Tests of built apps take these, instead of building the same again.
  if (passed === results.length) environment['LEEWARD_BUILT_AT'] = String(date);
  return { passed, failed: results.length - passed, skipped: 0 };
}

function family(name: FamilyName): Promise<Outcome> {
  const limit = (environment['LEEWARD_SOAK'] !== undefined ? 24 * 60 : 30) * 60_000;
  return runFamily(name, environment, limit);
}

async function postgres(): Promise<Outcome> {
  if (!hasTests('postgres')) return family('postgres');
  const missing = 'The tests on PostgreSQL did not run: ';
  let bin = findPostgres();
  if (bin === undefined) {
    const installed = await installPostgres();
    bin = findPostgres();
    if (bin === undefined) {
      const why = installed.ok ? 'the package brought no server' : installed.why;
      return nothing(
        `${missing}no server found, and none could be installed (${why}). Install PostgreSQL, or name its bin folder in LEEWARD_POSTGRES_BIN.`,
      );
    }
  }
  try {
    database = await startPostgres(bin);
  } catch (error) {
    return failure(`${missing}${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    environment['LEEWARD_POSTGRES_URL'] = database.url;
    return await family('postgres');
  } finally {
    await database.stop();
    database = undefined;
  }
}

async function browser(): Promise<Outcome> {
  if (!hasTests('browser')) return family('browser');
  let path = findChromium();
  if (path === undefined) {
    const installed = process.env['CHROMIUM']
      ? { ok: false, why: 'CHROMIUM names a file that is not there' }
      : await installChromium();
    path = findChromium();
    if (path === undefined) {
      const why = 'why' in installed ? installed.why : 'the package brought no browser';
      const note = `The tests in a browser did not run: no Chromium found, and none could be installed (${why}). Install Chromium, or name it in CHROMIUM.`;
      return process.env['CI'] ? failure(note) : nothing(note);
    }
  }
  environment['CHROMIUM'] = path;
  return family('browser');
}

/** What this run has to say before it starts. */
function greet(options: Options): void {
  const size = options.soak ? `at ${options.times} times the size of CI` : 'at CI size';
  console.log(`Leeward's tests ${size}, on Node ${process.versions.node}.`);
  const vectors = environment['LEEWARD_VECTORS'];
  if (!vectors) console.log('LEEWARD_VECTORS is not set: the public test vectors of others are not run.');
  else if (!existsSync(vectors)) console.log(`LEEWARD_VECTORS names ${vectors}, which is not there.`);
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.soak) environment['LEEWARD_SOAK'] = String(options.times);
  endTogether(async () => database?.stop());
  greet(options);
  const tree = options.soak ? await describeTree(git) : undefined;
  const started = Date.now();
  const total = { passed: 0, failed: 0, skipped: 0 };
  const lines: string[] = [];
  for (const step of steps.filter(({ name }) => options.only.length === 0 || options.only.includes(name))) {
    console.log(`\n== ${step.title} ==`);
    const from = Date.now();
    const outcome = await step
      .run()
      .catch((error: unknown) =>
        failure(`This step broke: ${error instanceof Error ? error.stack : String(error)}`),
      );
    if (outcome.note !== undefined) console.log(outcome.note);
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    total.skipped += outcome.skipped;
    const skipped = outcome.skipped > 0 ? `, ${outcome.skipped} not run` : '';
    const line = `${step.title}: ${outcome.passed} passed, ${outcome.failed} failed${skipped} (${seconds(from)} s)`;
    console.log(line);
    lines.push(`  ${line}`);
  }
  if (tree !== undefined && options.only.length === 0) {
    recordSoak({
      ...tree,
      times: options.times,
      passed: total.passed,
      failed: total.failed,
      seconds: seconds(started),
    });
    writeDocuments();
  }
  console.log(`\nIn all, ${seconds(started)} s:\n${lines.join('\n')}\n`);
  if (total.passed + total.failed === 0) console.log('Nothing ran, which is not a success.');
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

const seconds = (from: number): number => Math.round((Date.now() - from) / 1000);

async function git(...args: readonly string[]): Promise<string> {
  const done = await run('git', args, { cwd: join(root), quiet: true });
  return done.code === 0 ? done.output.trim() : '';
}

await main();
