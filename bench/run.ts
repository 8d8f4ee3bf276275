/**
 * `npm run bench`: how fast it is, each figure as a ratio to a floor or a peer that is measured in the same run. Nothing
 * here is a test: a slow machine is slow on both sides of a ratio.
 *
 *     npm run bench -- [--cases 10000] [--rounds 3] [--only appends|opening|sealing|door|line|directory|forms|search|lists|page]
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../scripts/build.ts';
import { root } from '../scripts/testing/command.ts';
import { appendFigures } from './appends.ts';
import { measureDirectory } from './directory.ts';
import { measureLine } from './door-line.ts';
import { measureDoor } from './door-weight.ts';
import { measureForms } from './forms.ts';
import { measureFormsOnPage } from './forms-page.ts';
import { measureLists } from './lists.ts';
import { measureOpening, openingFigures } from './opening.ts';
import { measurePage } from './page.ts';
import { measureSealing } from './sealing.ts';
import { measureSearch } from './search.ts';
import type { Measured } from './support/measured.ts';
import { isMet } from './support/measured.ts';
import { workingFigures } from './working.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', multiple: true, default: [] },
  },
});
const cases = Number(values.cases);
const rounds = Number(values.rounds);
const wanted = (name: string): boolean => values.only.length === 0 || values.only.includes(name);

/** What is measured, as it stands when the run begins. */
function commitNow(): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--untracked-files=no') !== '';
  return `${git('rev-parse', '--short', 'HEAD')}${changed ? ' with changes that are not committed' : ''}`;
}

async function main(): Promise<void> {
  const commit = commitNow();
  const results = join(root, 'bench', 'results');
  mkdirSync(results, { recursive: true });
  const figures: Measured[] = [];
  const take = async (name: string, measure: () => Promise<readonly Measured[]>): Promise<void> => {
    if (!wanted(name)) return;
    console.log(`Measuring ${name} ...`);
    figures.push(...(await measure()));
  };
  if (wanted('door') || wanted('line') || wanted('page')) await build();
  await take('door', measureDoor);
  await take('line', () => measureLine(rounds));
  await take('directory', () => measureDirectory(rounds));
  await take('forms', async () => [...(await measureForms(rounds)), ...(await measureFormsOnPage(rounds))]);
  await take('search', () => measureSearch(cases, rounds));
  await take('lists', () => measureLists(20_000, rounds));
  await take('sealing', () => measureSealing(1000, rounds));
  await take('appends', () => appendFigures(rounds));
  await take('opening', async () => {
    const folder = join(results, `organisation-${cases}`);
    mkdirSync(folder, { recursive: true });
    const found = await measureOpening(folder, cases, rounds);
    return [...openingFigures(found, cases), ...workingFigures(found, cases)];
  });
  await take('page', async () => {
    const folder = join(results, `organisation-${cases}`);
    mkdirSync(folder, { recursive: true });
    return measurePage(folder, cases);
  });
  const lines = [
    `Measured on ${new Date().toISOString().slice(0, 10)} at ${commit}, Node ${process.versions.node}, ${cpus().length} cores. Ratios within this run; medians.`,
    '',
    '| What | Ratio | Goal | Met | Behind it |',
    '|---|---|---|---|---|',
    ...figures.map((one) => row(one)),
  ];
  writeFileSync(join(results, 'last.md'), `${lines.join('\n')}\n`);
  console.log(`\n${lines.join('\n')}`);
}

function row(one: Measured): string {
  const goal =
    one.goal === null ? '' : 'atLeast' in one.goal ? `≥ ${one.goal.atLeast}` : `≤ ${one.goal.atMost}`;
  const met = isMet(one);
  const ratio = one.ratio === null ? '' : one.ratio.toFixed(3);
  return `| ${one.name} | ${ratio} | ${goal} | ${met === null ? '' : met ? 'yes' : 'no'} | ${one.detail} |`;
}

await main();
process.exit(0);
