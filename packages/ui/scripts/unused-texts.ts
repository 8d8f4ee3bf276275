import { readFileSync, writeFileSync } from 'node:fs';
import { type CatalogueName, cataloguePath, languagesOf } from '../src/language/compile.ts';
import {
  unusedDirectoryKeys,
  unusedKeys,
  unusedPromiseKeys,
  unusedSharedKeys,
} from '../src/language/unused-keys.ts';

/**
 * Lists the texts that no screen uses. With `--remove` they are taken out of every language, line by line, so that
 * the order and the empty lines by which translators find their way stay as they are.
 */
const unused: Readonly<Record<CatalogueName, readonly string[]>> = {
  door: unusedKeys('door'),
  desk: unusedKeys('desk'),
  shared: unusedSharedKeys(),
  directory: unusedDirectoryKeys(),
  promise: unusedPromiseKeys(),
};

for (const name of ['door', 'desk', 'shared', 'directory', 'promise'] as const) {
  for (const key of unused[name]) process.stdout.write(`${name} ${key}\n`);
  if (process.argv.includes('--remove'))
    for (const { tag } of languagesOf[name]) removeFrom(cataloguePath(name, tag), unused[name]);
}

function removeFrom(path: string, keys: readonly string[]): void {
  const gone = new Set(keys);
  const kept = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => !gone.has(/^\s*"([^"]+)":/.exec(line)?.[1] ?? ''));
  const text = kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/,(\s*\}\s*)$/, '$1');
  JSON.parse(text);
  writeFileSync(path, text);
}
