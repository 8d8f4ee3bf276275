/**
 * Holds every source file to the import rules of scripts/imports/house.ts. A check of our own, because the usual tool
 * cannot read TypeScript 7 yet, and because it also looks for names (a clock, a network) that no import shows.
 *
 *     node scripts/with-node.mjs scripts/check-imports.ts
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { checkSource, placeOf, resolveRelative } from './imports/check.ts';
import { findCycles } from './imports/cycles.ts';
import { readSource } from './imports/read.ts';
import { checkThirdParties } from './imports/third-parties.ts';

const FOLDERS = ['packages', 'apps', 'tests', 'bench', 'scripts'];

/** Everything in the repository at `root` that breaks a rule, one sentence each; empty when all is well. */
export function checkImports(root: string): readonly string[] {
  const files = globSync(`{${FOLDERS.join(',')}}/**/*.{ts,tsx}`, {
    cwd: root,
    exclude: ['**/node_modules', '**/dist'],
  })
    .map((file) => file.split(sep).join('/'))
    .sort();
  const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  const declaredIn = dependencyReader(root);
  const faults = files.flatMap((file) => checkSource(file, texts.get(file) ?? '', declaredIn(file)));
  const graph = new Map(files.map((file) => [file, importedFiles(file, texts.get(file) ?? '')]));
  const circles = findCycles(graph).map(
    (circle) => `${circle.join(' -> ')}: files that import each other in a circle`,
  );
  return [...faults, ...circles, ...checkThirdParties(root)];
}

function importedFiles(file: string, text: string): readonly string[] {
  return readSource(file, text)
    .imports.filter(({ specifier, typeOnly, later }) => specifier.startsWith('.') && !typeOnly && !later)
    .map(({ specifier }) => resolveRelative(file, specifier))
    .filter((target) => target !== file);
}

type Manifest = Readonly<
  Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>> | undefined>
>;

/** By file, the npm packages that its room names; configuration and tests may also use those of the repository. */
function dependencyReader(root: string): (file: string) => ReadonlySet<string> {
  const read = (folder: string, kinds: readonly (keyof Manifest)[]): readonly string[] => {
    const path = join(root, folder, 'package.json');
    if (!existsSync(path)) return [];
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    return kinds.flatMap((kind) => Object.keys(manifest[kind] ?? {}));
  };
  const common = read('.', ['dependencies', 'devDependencies']);
  return (file) => {
    const { room, isSource } = placeOf(file);
    if (isSource) return new Set(read(room, ['dependencies']));
    return new Set([...common, ...read(room, ['dependencies', 'devDependencies'])]);
  };
}

if (import.meta.main) {
  const faults = checkImports(posix.join(import.meta.dirname, '..'));
  for (const fault of faults) console.log(fault);
  console.log(
    faults.length === 0 ? 'Every import keeps the rules.' : `${faults.length} imports break a rule.`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
}
