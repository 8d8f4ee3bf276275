/**
 * The packages of others that `sealed-log` uses, and those that they use: none of them may be able to reach a network
 * (fault 69). The whole package is read, not only what we import today.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NETWORK_MODULES, NETWORK_NAMES, SILENT_ROOM, WAYS_AROUND } from './house.ts';
import { readSource } from './read.ts';

type Manifest = { readonly dependencies?: Readonly<Record<string, string>>; readonly bin?: unknown };

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** The folders of all packages that ship with sealed-log, its own direct ones first. */
export function shippedPackages(root: string): readonly string[] {
  const found = new Set<string>();
  const follow = (folder: string): void => {
    for (const name of Object.keys(manifestOf(folder).dependencies ?? {})) {
      const places = [join(folder, 'node_modules', name), join(root, 'node_modules', name)];
      const place = places.find((path) => existsSync(path));
      if (place === undefined || found.has(place)) continue;
      found.add(place);
      follow(place);
    }
  };
  follow(join(root, SILENT_ROOM));
  return [...found];
}

/** What in those packages could reach a network, one sentence each. */
export function checkThirdParties(root: string): readonly string[] {
  return shippedPackages(root).flatMap((folder) => {
    const files = globSync('**/*.{js,mjs,cjs}', { cwd: folder, exclude: ['**/node_modules'] });
    return files.flatMap((file) =>
      networkUse(file, readFileSync(join(folder, file), 'utf8')).map(
        (use) => `${folder.slice(root.length + 1)}/${file}: ${use}, and ${SILENT_ROOM} ships with it`,
      ),
    );
  });
}

/**
 * What in one file of somebody else's package could reach a network. Stricter than with our own sources: a mention is
 * enough, and so is a way by which names can be hidden from a reader. A lint is no wall against somebody who means to
 * hide a call; the content policy of the page is, and this keeps honest packages honest.
 */
export function networkUse(path: string, text: string): readonly string[] {
  const source = readSource(path, text);
  const modules = source.imports
    .map(({ specifier }) => specifier)
    .filter((name) => NETWORK_MODULES.has(name) || /^(?!node:)[a-z][a-z0-9+.-]*:/.test(name));
  const names = [...source.names].filter((name) => NETWORK_NAMES.has(name));
  const around = [...source.globals].filter((name) => WAYS_AROUND.has(name) && !NETWORK_NAMES.has(name));
  return [
    ...modules.map((name) => `imports ${name}`),
    ...[...names, ...around].map((name) => `uses ${name}`),
    ...(source.computedImports > 0 ? ['imports a computed path'] : []),
    ...(source.computedGlobals > 0 ? ['reads a global by a computed name'] : []),
  ];
}
