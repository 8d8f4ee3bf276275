/**
 * Writes docs/rules.md, docs/faults.md and docs/invariants.md: which tests hold which rule, fault and invariant. A test
 * says so itself, by carrying [rule 8], [fault 14] or [invariant 2] in its title or in the title of a group around it.
 *
 *     npm run docs              writes them
 *     npm run docs -- --check   says whether they are current
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { INVARIANTS } from './invariants.ts';
import { type Chapter, FAULTS, RULES } from './rules-and-faults.ts';
import { readSoak, type SoakRecord } from './soak-record.ts';
import { type MarkedTest, type MarkKind, readTitles } from './test-titles.ts';
import { root } from './testing/command.ts';

type Document = { readonly path: string; readonly text: string };

const NOTE = '<!-- Generated from the titles of the tests by `npm run docs`. Edit those, not this file. -->';

/** Every test in the repository that carries a mark, in the order of files and lines. */
export function findMarkedTests(): readonly MarkedTest[] {
  const files = globSync('{packages,apps,tests,scripts,bench}/**/*.test.{ts,tsx}', {
    cwd: root,
    exclude: ['**/node_modules', '**/dist'],
  });
  return files
    .map((file) => file.split(sep).join('/'))
    .filter((file) => file !== 'scripts/test-titles.test.ts') // its titles are examples
    .sort()
    .flatMap((file) => readTitles(file, readFileSync(join(root, file), 'utf8')));
}

/** The text of a document. Throws where a test names a number that does not exist. */
export function renderDocument(
  kind: MarkKind,
  chapters: readonly Chapter[],
  tests: readonly MarkedTest[],
  introduction: readonly string[],
): string {
  const known = new Set(chapters.flatMap(({ items }) => items.map(([number]) => number)));
  const stray = tests.flatMap((test) =>
    test.marks
      .filter((mark) => mark.kind === kind && !known.has(mark.number))
      .map((mark) => `${test.file} names ${kind} ${mark.number}, which does not exist`),
  );
  if (stray.length > 0) throw new Error(stray.join('\n'));
  const lines = [NOTE, '', ...introduction, ''];
  const covered = [...known].filter((number) => testsOf(kind, number, tests).length > 0).length;
  lines.push(`${covered} of ${known.size} have tests today.`, '');
  for (const chapter of chapters) {
    lines.push(`## ${chapter.title}`, '');
    for (const [number, title, notYet] of chapter.items) {
      lines.push(`### ${number}. ${title}`, '');
      if (notYet !== undefined) lines.push(notYet, '');
      const holding = testsOf(kind, number, tests);
      if (holding.length === 0) lines.push('Not built yet.');
      for (const [file, titles] of byFile(holding)) {
        lines.push(`- \`${file}\``, ...titles.map((text) => `  - ${text}`));
      }
      lines.push('');
    }
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function testsOf(kind: MarkKind, number: number, tests: readonly MarkedTest[]): readonly MarkedTest[] {
  return tests.filter((test) => test.marks.some((mark) => mark.kind === kind && mark.number === number));
}

function byFile(tests: readonly MarkedTest[]): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  for (const test of tests) {
    const titles = files.get(test.file) ?? [];
    if (!titles.includes(test.title)) titles.push(test.title);
    files.set(test.file, titles);
  }
  return files;
}

/** What docs/faults.md says about the last full run. */
export function describeSoak(soak: SoakRecord | undefined): string {
  if (soak === undefined)
    return 'Last full run (`npm run soak`): none yet. Until then the sizes are those of `npm test`.';
  const tree = soak.unchanged ? '' : ', with changes not committed';
  const minutes = Math.round(soak.seconds / 60);
  const time = minutes < 120 ? `${minutes} minutes` : `${(minutes / 60).toFixed(1)} hours`;
  return `Last full run (\`npm run soak\`): ${soak.date}, at commit \`${soak.commit.slice(0, 12)}\`${tree}: ${soak.passed} passed, ${soak.failed} failed, in ${time}, at ${soak.times} times the size of CI.${soak.note === undefined ? '' : ` ${soak.note}`}`;
}

function documents(): readonly Document[] {
  const tests = findMarkedTests();
  return [
    {
      path: 'docs/rules.md',
      text: renderDocument('rule', RULES, tests, [
        '# Rules, and the tests that hold them',
        '',
        'The rules of the sealed line by number, as docs/protocol.md cites them. Under each stand the tests that fail when it is broken.',
      ]),
    },
    {
      path: 'docs/faults.md',
      text: renderDocument('fault', FAULTS, tests, [
        '# Faults and abuses, and the tests that meet them',
        '',
        'What may go wrong, or be done on purpose, by number. Under each stand the tests that make it happen.',
        '',
        describeSoak(readSoak()),
      ]),
    },
    {
      path: 'docs/invariants.md',
      text: renderDocument('invariant', INVARIANTS, tests, [
        '# Invariants, and the tests that hold them',
        '',
        'What must stay true whatever else is built, by number. Under each stand the tests that fail when it is broken, and before them what cannot be held yet.',
      ]),
    },
  ];
}

/** The paths of generated documents that are not what the tests say today. */
export function findOutdatedDocuments(): readonly string[] {
  return documents()
    .filter(({ path, text }) => readIfThere(path) !== text)
    .map(({ path }) => path);
}

/** Writes the documents. */
export function writeDocuments(): void {
  for (const { path, text } of documents()) writeFileSync(join(root, path), text);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  if (process.argv.includes('--check')) {
    const outdated = findOutdatedDocuments();
    console.log(
      outdated.length === 0 ? 'Current.' : `Not current: ${outdated.join(', ')}. Run \`npm run docs\`.`,
    );
    process.exitCode = outdated.length === 0 ? 0 : 1;
  } else {
    writeDocuments();
    console.log('Wrote docs/rules.md, docs/faults.md and docs/invariants.md.');
  }
}
